#include "render/compose_variables.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

struct expander {
    const struct variables *variables;
    struct notes *notes;
    struct place where;
    const char *at;
    unsigned depth;
    unsigned unused; /* within what is not chosen: nothing is missed there */
};

static int expand_run(struct expander *e, bool in_braces, struct text *out);

const char *variables_get(const struct variables *v, const char *name)
{
    const char *value = v->before ? variables_get(v->before, name) : getenv(name);
    const struct value *found = value || !v->file ? NULL : value_gets(v->file, name);
    return found ? found->text.at : value;
}

static int malformed(struct expander *e, const char *why)
{
    return note_fault(e->notes, e->where, "%s; write $$ for a $ that begins no variable", why);
}

/* [A-Za-z_][A-Za-z0-9_]*; "" if there is none */
static const char *take_name(struct expander *e)
{
    size_t len = 0;
    while (isalpha((unsigned char)e->at[len]) || e->at[len] == '_' ||
           (len && isdigit((unsigned char)e->at[len])))
        len++;
    const char *name = arena_copy(e->notes->arena, e->at, len);
    e->at += len;
    return name;
}

static void add_value(struct expander *e, const char *name, const char *value, struct text *out)
{
    if (!value && !e->unused)
        note_warning(e->notes, e->where,
                     "$%s is not set: an empty text stands in its place, as in Compose; set it, or write "
                     "${%s:-default}",
                     name, name);
    text_adds(out, value ? value : "");
}

/* The word behind an operator, up to the } that ends it; dropped unless it is used. */
static int take_word(struct expander *e, bool used, struct text *out)
{
    struct text aside;
    text_init(&aside, e->notes->arena);
    text_add(&aside, "", 0);
    e->unused += !used;
    int status = expand_run(e, true, used ? out : &aside);
    e->unused -= !used;
    return status;
}

static int required(struct expander *e, const char *name, bool there)
{
    struct text message;
    text_init(&message, e->notes->arena);
    text_add(&message, "", 0);
    if (take_word(e, true, &message) != 0)
        return -1;
    if (there || e->unused)
        return 0;
    return note_fault(e->notes, e->where, "$%s has to be set: %s", name,
                      message.len ? message.at : "the file asks for it");
}

/* ${, then a name, then an operator and a word perhaps, then } */
static int expand_braced(struct expander *e, struct text *out)
{
    const char *name = take_name(e);
    const char *value = variables_get(e->variables, name);
    bool or_empty = *e->at == ':' && *name;
    bool there = value && (!or_empty || *value);
    e->at += or_empty;
    char operator= * name ? *e->at : 0;
    int status = 0;
    if (operator)
        e->at++;
    if (operator== '}' && !or_empty) {
        add_value(e, name, value, out);
        return 0;
    }
    if (operator== '-') {
        status = take_word(e, !there, out);
        text_adds(out, there ? value : "");
    } else if (operator== '+') {
        status = take_word(e, there, out);
    } else if (operator== '?') {
        status = required(e, name, there);
        text_adds(out, there ? value : "");
    } else {
        return malformed(e, "${ is followed by no name and }");
    }
    if (status != 0)
        return -1;
    if (*e->at != '}')
        return malformed(e, "${ has no } to end it");
    e->at++;
    return 0;
}

static int expand_dollar(struct expander *e, struct text *out)
{
    if (*e->at == '$') {
        text_addc(out, *e->at++);
        return 0;
    }
    if (*e->at == '{') {
        e->at++;
        if (++e->depth > VARIABLES_DEPTH_MAX)
            return note_fault(e->notes, e->where, "variables within variables deeper than %d",
                              VARIABLES_DEPTH_MAX);
        int status = expand_braced(e, out);
        e->depth--;
        return status;
    }
    const char *name = take_name(e);
    if (!*name)
        return malformed(e, "a $ is followed by no name");
    add_value(e, name, variables_get(e->variables, name), out);
    return 0;
}

/* Up to the end of the text; in braces up to their end, which stays. */
static int expand_run(struct expander *e, bool in_braces, struct text *out)
{
    while (*e->at && (!in_braces || *e->at != '}')) {
        char c = *e->at++;
        if (c != '$')
            text_addc(out, c);
        else if (expand_dollar(e, out) != 0)
            return -1;
    }
    return 0;
}

const char *variables_expand(const struct variables *v, const char *text, struct notes *n, struct place where)
{
    struct expander e = {.variables = v, .notes = n, .where = where, .at = text};
    struct text out;
    text_init(&out, n->arena);
    text_add(&out, "", 0);
    return expand_run(&e, false, &out) == 0 ? out.at : NULL;
}

static int expand_text(const struct variables *v, struct value *text, struct notes *n)
{
    if (!memchr(text->text.at, '$', text->text.len) || memchr(text->text.at, 0, text->text.len))
        return 0;
    const char *expanded = variables_expand(v, text->text.at, n, value_place(text));
    if (!expanded)
        return -1;
    text->text.at = expanded;
    text->text.len = strlen(expanded);
    return 0;
}

int variables_expand_all(const struct variables *v, struct value *tree, struct notes *n)
{
    int status = 0;
    if (tree->kind == VALUE_STRING)
        return expand_text(v, tree, n);
    for (size_t i = 0; tree->kind == VALUE_LIST && i < tree->list.count; i++)
        if (variables_expand_all(v, tree->list.items[i], n) != 0)
            status = -1;
    for (size_t i = 0; tree->kind == VALUE_MAP && i < tree->map->count; i++)
        if (variables_expand_all(v, tree->map->entries[i].value, n) != 0)
            status = -1;
    return status;
}
