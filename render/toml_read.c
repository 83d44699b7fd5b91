#include "render/toml_read.h"

#include <string.h>

#include "render/toml_tables.h"
#include "render/toml_value.h"

enum { NUL_SEEN_IN = 6 }; /* so far a NUL is taken for the sign of UTF-16 */

static const struct bytes no_key = {"", 0};

/* What may follow on a line's end: blanks, a comment. */
static void line_end(struct toml *t)
{
    uint32_t rune = toml_next(t);
    while (toml_is_blank(rune))
        rune = toml_next(t);
    if (rune == '#')
        toml_skip_comment(t);
    else if (rune != TOML_END && !toml_is_newline(rune))
        toml_fail(t, toml_line(t),
                  "expected a top-level item to end with a newline, comment, or EOF, but got %s instead",
                  toml_quote_rune(t, rune));
}

/* What comes next in a head: a part of its name, and that it goes on. */
static bool head_part(struct toml *t, struct toml_key *key)
{
    toml_skip_blanks(t);
    uint32_t rune = toml_peek(t);
    if (rune == ']' || rune == TOML_END)
        toml_fail(t, toml_line(t), "unexpected end of table name (table names cannot be empty)");
    else if (rune == '.')
        toml_fail(t, toml_line(t), "unexpected table separator (table names cannot be empty)");
    toml_key_part(t, key);
    rune = toml_next(t);
    if (rune != '.' && rune != ']')
        toml_fail(t, toml_line(t), "expected '.' or ']' to end table name, but got %s instead",
                  toml_quote_rune(t, rune));
    return rune == '.';
}

/* head = "[" part { "." part } "]" | "[[" part { "." part } "]]" */
static void head(struct toml *t)
{
    struct toml_key key = {0};
    bool array = toml_accept(t, '[');
    while (head_part(t, &key) && !toml_failed(t))
        continue;
    uint32_t rune = array && !toml_failed(t) ? toml_next(t) : ']';
    if (rune != ']')
        toml_fail(t, toml_line(t), "expected end of table array name delimiter ']', but got %s instead",
                  toml_quote_rune(t, rune));
    if (!toml_failed(t))
        toml_open(t, key.parts, key.count, array);
    line_end(t);
}

static void top_pair(struct toml *t)
{
    struct toml_place here = t->here;
    struct toml_key key = {0};
    struct value *v = NULL;
    toml_pair(t, &key, &v);
    if (!toml_failed(t)) {
        t->here = here;
        t->key = no_key;
    }
    line_end(t);
}

/* document = { head | pair | comment } */
static void document(struct toml *t)
{
    for (uint32_t rune = toml_next(t); rune != TOML_END; rune = toml_next(t)) {
        if (toml_is_blank(rune) || toml_is_newline(rune))
            continue;
        if (rune == '#') {
            toml_skip_comment(t);
        } else if (rune == '[') {
            head(t);
        } else {
            toml_back(t);
            top_pair(t);
        }
    }
}

/* What some programs put before a text to tell how it is encoded. */
static struct bytes without_mark(struct bytes s)
{
    size_t mark = bytes_start_with(s, "\xff\xfe") || bytes_start_with(s, "\xfe\xff") ? 2
                  : bytes_start_with(s, "\xef\xbb\xbf")                              ? 3
                                                                                     : 0;
    return (struct bytes){s.at + mark, s.len - mark};
}

int toml_read(struct bytes s, int32_t local_offset, struct arena *a, struct value **out, struct bytes *error)
{
    s = without_mark(s);
    struct toml t = {.arena = a, .start = s.at, .at = s.at, .end = s.at + s.len, .line = 1, .key = no_key};
    t.local_offset = local_offset;
    t.tables = value_list(a);
    t.here.table = toml_table_new(&t);
    struct value *top = t.here.table;
    if (s.len && memchr(s.at, '\0', s.len < NUL_SEEN_IN ? s.len : NUL_SEEN_IN))
        toml_fail(&t, 1, "files cannot contain NULL bytes; probably using UTF-16; TOML files must be UTF-8");
    document(&t);
    *error = t.error;
    if (toml_failed(&t))
        return t.refused ? -1 : 1;
    toml_tables_sort(&t);
    *out = top;
    return 0;
}
