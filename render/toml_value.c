#include "render/toml_value.h"

#include <string.h>

#include "common/unicode.h"
#include "render/toml_number.h"
#include "render/toml_string.h"
#include "render/toml_tables.h"

static struct value *value(struct toml *t, bool in_list);

/* What stands in brackets, with commas between, and newlines and comments between all. */
struct brackets {
    char end;
    const char *wanted, *behind; /* of a complaint: before and behind what is there instead of a comma */
    void (*item)(struct toml *t, struct value *into);
};

static void no_comma(struct toml *t, const struct brackets *of, uint32_t rune)
{
    if (rune == TOML_END)
        toml_fail(t, toml_line(t), "%send of file%s", of->wanted, of->behind);
    else
        toml_fail_rune(t, toml_line(t), arena_printf(t->arena, "%s'", of->wanted), rune,
                       arena_printf(t->arena, "'%s", of->behind));
}

/* { item "," } end */
static void items(struct toml *t, const struct brackets *of, struct value *into)
{
    bool wants_comma = false;
    for (uint32_t rune = toml_next(t); rune != (uint32_t)of->end && !toml_failed(t); rune = toml_next(t)) {
        if (toml_is_blank(rune) || toml_is_newline(rune))
            continue;
        if (rune == '#') {
            toml_skip_comment(t);
        } else if (rune == ',') {
            if (!wants_comma)
                toml_fail(t, toml_line(t), "unexpected comma");
            wants_comma = false;
        } else if (!wants_comma) {
            toml_back(t);
            of->item(t, into);
            wants_comma = true;
        } else {
            no_comma(t, of, rune);
        }
    }
}

static void list_item(struct toml *t, struct value *list)
{
    struct value *item = value(t, true);
    if (item)
        (void)value_push(t->arena, list, item);
}

/* list = "[" { value "," } "]" */
static struct value *list(struct toml *t, bool in_list)
{
    static const struct brackets of = {']', "expected a comma (',') or array terminator (']'), but got ", "",
                                       list_item};
    struct value *out = value_list(t->arena);
    (void)in_list;
    toml_note(t, t->key, true);
    items(t, &of, out);
    return out;
}

/* The value of an inline table's pair in the table itself, which a list keeps. */
static void put_inline(struct toml *t, struct value *table, const struct toml_key *key, struct value *v)
{
    for (size_t i = 0; i + 1 < key->count; i++) {
        struct value *inner = toml_table_get(t, table, key->parts[i]);
        if (!inner) {
            inner = toml_table_new(t);
            toml_table_put(t, table, key->parts[i], inner);
        }
        if (!toml_is_table(inner)) {
            const char *path = toml_path_text(t, t->here.path);
            toml_fail(t, t->key_line, "%s is not a table", toml_quote(t, (struct bytes){path, strlen(path)}));
            return;
        }
        table = inner;
    }
    toml_table_put(t, table, key->parts[key->count - 1], v);
}

static void inline_pair(struct toml *t, struct value *table)
{
    struct toml_place here = t->here;
    struct toml_key key = {0};
    struct value *v = NULL;
    toml_pair(t, &key, &v);
    if (!toml_failed(t))
        put_inline(t, table, &key, v);
    if (!toml_failed(t))
        t->here = here;
}

/* inline = "{" { pair "," } "}" */
static struct value *inline_table(struct toml *t, bool in_list)
{
    static const struct brackets of = {'}', "expected a comma or an inline table terminator '}', but got ",
                                       " instead", inline_pair};
    struct toml_place outer = t->here;
    struct bytes outer_key = t->key;
    struct value *out = toml_table_new(t);
    toml_enter_inline(t, in_list);
    items(t, &of, out);
    if (!toml_failed(t)) {
        t->here = outer;
        t->key = outer_key;
    }
    return out;
}

static struct value *text(struct toml *t, char quote)
{
    struct bytes s;
    bool is_long = false;
    if (toml_accept(t, quote)) {
        is_long = toml_accept(t, quote);
        if (!is_long)
            toml_back(t);
    }
    s = is_long ? toml_long_string(t, quote) : toml_string(t, quote);
    return toml_failed(t) ? NULL : value_borrow(t->arena, s.at, s.len);
}

/* true or false, of which nothing was read. */
static struct value *word(struct toml *t)
{
    const char *from = t->at;
    while (unicode_is_letter(toml_next(t)))
        continue;
    toml_back(t);
    struct bytes s = toml_since(t, from);
    bool is_true = s.len == 4 && memcmp(s.at, "true", 4) == 0;
    if (is_true || (s.len == 5 && memcmp(s.at, "false", 5) == 0))
        return value_bool(t->arena, is_true);
    toml_fail(t, toml_line(t), "expected value but found %s instead", toml_quote(t, s));
    return NULL;
}

/* inf or nan, whose first letter was read; else a word, of which as much is read as looked like one of them.
 */
static struct value *float_word(struct toml *t, const char *from)
{
    if ((toml_accept(t, 'n') && toml_accept(t, 'f')) || (toml_accept(t, 'a') && toml_accept(t, 'n')))
        return toml_float(t, from);
    toml_back(t);
    return word(t);
}

static struct value *no_value(struct toml *t, uint32_t rune)
{
    if (rune == TOML_END)
        toml_fail(t, toml_line(t), "unexpected EOF; expected value");
    else if (rune == '.')
        toml_fail(t, toml_line(t), "floats must start with a digit, not '.'");
    else
        toml_fail(t, t->line - (rune == '\n'), "expected value but found %s instead",
                  toml_quote_rune(t, rune));
    return NULL;
}

static struct value *nested(struct toml *t, struct value *(*read)(struct toml *, bool), bool in_list)
{
    struct value *v = NULL;
    if (++t->depth > TOML_DEPTH_MAX)
        toml_refuse(t, "not supported: TOML nested deeper than 1000");
    else
        v = read(t, in_list);
    t->depth--;
    return v;
}

/* value = number | time | text | word | list | inline */
static struct value *value(struct toml *t, bool in_list)
{
    toml_skip_blanks(t);
    const char *from = t->at;
    uint32_t rune = toml_next(t);
    switch (rune) {
    case '[': return nested(t, list, in_list);
    case '{': return nested(t, inline_table, in_list);
    case '"':
    case '\'': return text(t, (char)rune);
    case 'i':
    case 'n': return float_word(t, from);
    case '-':
    case '+': return toml_signed_number(t, from);
    default: break;
    }
    if (!toml_is_digit(rune) && !unicode_is_letter(rune))
        return no_value(t, rune);
    toml_back(t);
    return toml_is_digit(rune) ? toml_number(t) : word(t);
}

void toml_pair(struct toml *t, struct toml_key *key, struct value **v)
{
    toml_key_read(t, key);
    if (toml_failed(t))
        return;
    t->key = key->parts[key->count - 1];
    for (size_t i = 0; i + 1 < key->count; i++)
        toml_enter(t, key->parts[i]);
    *v = value(t, false);
    bool is_list = !toml_failed(t) && (*v)->kind == VALUE_LIST;
    toml_define(t, t->key, *v);
    toml_note(t, t->key, is_list);
}
