#include "render/toml_key.h"

#include "render/toml_string.h"

/* part = bare | "'" text "'" | '"' text '"' */
void toml_key_part(struct toml *t, struct toml_key *key)
{
    struct bytes part;
    char quote = (char)toml_peek(t);
    if (quote == '"' || quote == '\'') {
        toml_next(t);
        part = toml_string(t, quote);
    } else {
        const char *from = t->at;
        uint32_t rune = toml_next(t);
        while (rune == '_' || rune == '-' || toml_is_digit(rune) ||
               ((rune | 0x20) >= 'a' && (rune | 0x20) <= 'z'))
            rune = toml_next(t);
        toml_back(t);
        part = toml_since(t, from);
        part.at = arena_copy(t->arena, from, part.len);
    }
    if (key->count == key->room) {
        size_t room = key->room ? 2 * key->room : 4;
        key->parts =
            arena_grow(t->arena, key->parts, key->room * sizeof *key->parts, room * sizeof *key->parts);
        key->room = room;
    }
    if (!key->count)
        t->key_line = t->line;
    key->parts[key->count++] = part;
    toml_skip_blanks(t);
}

/* key = part { "." part } "=" */
void toml_key_read(struct toml *t, struct toml_key *key)
{
    uint32_t rune = '.';
    while (rune == '.' && !toml_failed(t)) {
        toml_skip_blanks(t);
        uint32_t first = toml_peek(t);
        if (first == '=' || first == TOML_END)
            toml_fail(t, toml_line(t),
                      key->count ? "unexpected '='" : "unexpected '=': key name appears blank");
        else if (first == '.')
            toml_fail(t, toml_line(t),
                      key->count ? "unexpected '.'" : "unexpected '.': keys cannot start with a '.'");
        toml_key_part(t, key);
        rune = toml_next(t);
    }
    if (rune == TOML_END)
        toml_fail(t, toml_line(t), "unexpected EOF; expected key separator '='");
    else if (rune != '=')
        toml_fail(t, t->line - (rune == '\n'), "expected '.' or '=', but got %s instead",
                  toml_quote_rune(t, rune));
}
