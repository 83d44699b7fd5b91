#include "render/toml_state.h"

#include <stdarg.h>
#include <string.h>

#include "common/utf8.h"
#include "render/quote.h"
#include "render/toml_text.h"

bool toml_failed(const struct toml *t)
{
    return t->error.at != NULL;
}

static bool is_control(const struct toml *t, uint32_t rune)
{
    if (rune == '\r')
        return t->end - t->at < 2 || t->at[1] != '\n';
    return (rune < ' ' && rune != '\t' && rune != '\n') || rune == 0x7f;
}

uint32_t toml_next(struct toml *t)
{
    size_t taken;
    if (toml_failed(t))
        return TOML_END;
    t->at_end = t->at == t->end;
    if (t->at_end)
        return TOML_END;
    uint32_t rune = utf8_read(t->at, (size_t)(t->end - t->at), &taken);
    t->line += rune == '\n';
    if (rune == UTF8_BAD && taken == 1)
        toml_fail(t, t->line, "invalid UTF-8 byte: 0x%02x", (unsigned char)*t->at);
    else if (is_control(t, rune))
        toml_fail(t, t->line, "TOML files cannot contain control characters: '0x%02x'", (unsigned)rune);
    if (toml_failed(t))
        return TOML_END;
    t->at += taken;
    return rune;
}

void toml_back(struct toml *t)
{
    if (toml_failed(t))
        return;
    if (t->at_end) {
        t->at_end = false;
        return;
    }
    do
        t->at--;
    while ((*t->at & 0xc0) == 0x80);
    t->line -= *t->at == '\n';
}

uint32_t toml_peek(struct toml *t)
{
    uint32_t rune = toml_next(t);
    toml_back(t);
    return rune;
}

bool toml_accept(struct toml *t, char c)
{
    if (toml_next(t) == (unsigned char)c)
        return true;
    toml_back(t);
    return false;
}

void toml_skip_blanks(struct toml *t)
{
    while (toml_is_blank(toml_next(t)))
        continue;
    toml_back(t);
}

void toml_skip_comment(struct toml *t)
{
    uint32_t rune = toml_next(t);
    while (rune != TOML_END && !toml_is_newline(rune))
        rune = toml_next(t);
    toml_back(t);
}

struct bytes toml_since(const struct toml *t, const char *from)
{
    return (struct bytes){from, (size_t)(t->at - from)};
}

long toml_line(const struct toml *t)
{
    return t->line - (t->at_end && t->at > t->start && t->at[-1] == '\n');
}

static void write_path(const struct toml_name *path, struct text *to)
{
    if (path->owner) {
        write_path(path->owner, to);
        text_addc(to, '.');
    }
    toml_key_write(path->key.at, path->key.len, to);
}

const char *toml_path_text(struct toml *t, const struct toml_name *path)
{
    struct text to;
    text_init(&to, t->arena);
    text_adds(&to, "");
    if (path)
        write_path(path, &to);
    return to.at;
}

const char *toml_quote_rune(struct toml *t, uint32_t rune)
{
    struct text to;
    text_init(&to, t->arena);
    quote_write_rune(rune, false, &to);
    return to.at;
}

const char *toml_quote(struct toml *t, struct bytes s)
{
    return quote_go(t->arena, s.at, s.len);
}

/* The key whose value is being read, or the table whose keys are. */
static void write_last_key(struct toml *t, struct text *to)
{
    struct text name;
    text_init(&name, t->arena);
    text_adds(&name, toml_path_text(t, t->here.path));
    if (name.len && t->key.len)
        text_addc(&name, '.');
    text_add(&name, t->key.at, t->key.len);
    if (name.len) {
        text_adds(to, " (last key ");
        quote_write(name.at, name.len, to);
        text_addc(to, ')');
    }
}

static void begin_error(struct toml *t, long line, struct text *to)
{
    text_init(to, t->arena);
    text_printf(to, "toml: line %ld", line);
    write_last_key(t, to);
    text_adds(to, ": ");
}

void toml_fail(struct toml *t, long line, const char *format, ...)
{
    va_list args;
    struct text to;
    if (toml_failed(t))
        return;
    begin_error(t, line, &to);
    va_start(args, format);
    text_vprintf(&to, format, args);
    va_end(args);
    t->error = (struct bytes){to.at, to.len};
}

void toml_fail_rune(struct toml *t, long line, const char *before, uint32_t rune, const char *after)
{
    struct text to;
    char octets[UTF8_MAX];
    if (toml_failed(t))
        return;
    begin_error(t, line, &to);
    text_adds(&to, before);
    text_add(&to, octets, utf8_write(rune, octets));
    text_adds(&to, after);
    t->error = (struct bytes){to.at, to.len};
}

void toml_refuse(struct toml *t, const char *why)
{
    if (toml_failed(t))
        return;
    t->error = (struct bytes){why, strlen(why)};
    t->refused = true;
}
