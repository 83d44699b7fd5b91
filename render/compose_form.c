#include "render/compose_form.h"

#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "render/nearest.h"

bool form_is_nothing(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return true;
    case VALUE_BOOL: return !v->boolean;
    case VALUE_STRING: return v->text.len == 0;
    case VALUE_LIST: return v->list.count == 0;
    case VALUE_MAP: return v->map->count == 0;
    case VALUE_INT:
    case VALUE_FLOAT: break;
    }
    return false;
}

static int wanted(struct notes *n, const struct value *v, const char *what, const char *form)
{
    return note_fault(n, value_place(v), "%s: %s is wanted, not %s%s", what, form,
                      v->kind == VALUE_NULL ? "" : "a ",
                      v->kind == VALUE_NULL ? "nothing" : value_kind_name(v));
}

const char *form_text(struct notes *n, const struct value *v, const char *what)
{
    char digits[NUMBER_TEXT_MAX];
    switch ((enum value_kind)v->kind) {
    case VALUE_STRING:
        if (memchr(v->text.at, 0, v->text.len)) {
            note_fault(n, value_place(v), "%s: no text in a container can hold a NUL; take it out", what);
            return NULL;
        }
        return v->text.at;
    case VALUE_BOOL: return v->boolean ? "true" : "false";
    case VALUE_INT: return arena_printf(n->arena, "%lld", (long long)v->integer);
    case VALUE_FLOAT: return arena_copy(n->arena, digits, number_go(v->number, digits));
    case VALUE_NULL:
    case VALUE_LIST:
    case VALUE_MAP: break;
    }
    wanted(n, v, what, "a text");
    return NULL;
}

int form_bool(struct notes *n, const struct value *v, const char *what, bool *out)
{
    if (v->kind == VALUE_BOOL) {
        *out = v->boolean;
        return 0;
    }
    if (!value_is(v, "true") && !value_is(v, "false"))
        return wanted(n, v, what, "true or false");
    *out = value_is(v, "true");
    return 0;
}

int form_whole(struct notes *n, const struct value *v, const char *what, long long least, long long most,
               long long *out)
{
    int64_t read = 0;
    bool good = v->kind == VALUE_INT ||
                (v->kind == VALUE_STRING && v->text.len && number_read_int(v->text.at, v->text.len, &read));
    if (v->kind == VALUE_INT)
        read = v->integer;
    if (!good)
        return wanted(n, v, what, "a whole number");
    if (read < least || read > most)
        return note_fault(n, value_place(v), "%s: %lld is out of range; write %lld to %lld", what,
                          (long long)read, least, most);
    *out = read;
    return 0;
}

int form_map(struct notes *n, const struct value *v, const char *what)
{
    return v->kind == VALUE_MAP ? 0 : wanted(n, v, what, "a map");
}

int form_list(struct notes *n, const struct value *v, const char *what)
{
    return v->kind == VALUE_LIST ? 0 : wanted(n, v, what, "a list");
}

struct value *form_placed(struct arena *a, const char *text, const struct value *from)
{
    struct value *v = value_text(a, text, strlen(text));
    v->file = from->file;
    v->line = from->line;
    v->column = from->column;
    return v;
}

int form_texts(struct notes *n, const struct value *v, const char *what, struct value **out)
{
    struct value *texts = value_list(n->arena);
    size_t count = v->kind == VALUE_LIST ? v->list.count : v->kind != VALUE_NULL;
    for (size_t i = 0; i < count; i++) {
        const struct value *item = v->kind == VALUE_LIST ? v->list.items[i] : v;
        const char *text = form_text(n, item, what);
        if (!text)
            return -1;
        value_push(n->arena, texts, form_placed(n->arena, text, item));
    }
    *out = texts;
    return 0;
}

void form_unknown(struct notes *n, const struct entry *e, const char *const *known, const char *what)
{
    struct value *names = value_map(n->arena);
    const struct place where = {.file = e->file, .line = e->line, .column = e->column};
    for (; *known; known++)
        (void)value_sets(n->arena, names, *known, value_null(n->arena));
    const char *nearest = nearest_key(names, e->key, e->key_len);
    note_fault(n, where, "%s has no key %s; %s%s", what, e->key,
               nearest ? "meant is perhaps " : "leave it out", nearest ? nearest : "");
}

bool form_is_one_of(const char *key, const char *const *known)
{
    while (*known && strcmp(*known, key) != 0)
        known++;
    return *known != NULL;
}

int form_keys(struct notes *n, const struct value *map, const char *const *known, const char *what)
{
    unsigned before = n->faults;
    for (size_t i = 0; i < map->map->count; i++) {
        const struct entry *e = &map->map->entries[i];
        if (strncmp(e->key, "x-", 2) != 0 && !form_is_one_of(e->key, known))
            form_unknown(n, e, known, what);
    }
    return n->faults == before ? 0 : -1;
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = *(const struct entry *const *)left, *b = *(const struct entry *const *)right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return a->column < b->column ? -1 : a->column > b->column;
}

const struct entry **form_in_order(struct arena *a, const struct value *map)
{
    const struct entry **order = arena_alloc_many(a, map->map->count, sizeof *order);
    for (size_t i = 0; i < map->map->count; i++)
        order[i] = &map->map->entries[i];
    if (map->map->count)
        qsort(order, map->map->count, sizeof *order, by_place);
    return order;
}
