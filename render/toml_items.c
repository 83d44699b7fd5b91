#include "render/toml_items.h"

#include <string.h>

#include "render/go_fields.h"
#include "render/go_type.h"

static size_t count_fields(const struct value *v)
{
    size_t count = 0;
    for (const struct go_named *f = go_fields(v); f->name; f++)
        count += f->json ? *f->json != 0 : count_fields(go_field_value(v, f));
    return count;
}

/* Adds the fields that v shows to t, whose entries these are. place: that of v itself in the outermost
 * struct, or -1 for that one. Go takes for the last the one whose place, hidden fields counted, is as many as
 * are shown. */
static void add_fields(struct toml_items *t, struct entry *to, const struct value *v, int place, size_t total)
{
    static struct value none = {.kind = VALUE_NULL};
    int i = 0;
    for (const struct go_named *f = go_fields(v); f->name; f++, i++) {
        int here = place < 0 ? i : place;
        struct value *field = value_gets(v, f->name);
        if (!f->json) {
            add_fields(t, to, field, here, total);
        } else if (*f->json) {
            if ((size_t)here + 1 == total)
                t->last = t->count;
            to[t->count++] =
                (struct entry){.key = f->name, .key_len = strlen(f->name), .value = field ? field : &none};
        }
    }
}

static struct toml_items of_struct(const struct value *v, struct arena *a)
{
    size_t total = count_fields(v);
    struct entry *entries = arena_alloc_many(a, total, sizeof *entries);
    struct toml_items t = {.entries = entries, .is_struct = true, .last = total};
    add_fields(&t, entries, v, -1, total);
    return t;
}

/* The content of files is octets there. */
static struct toml_items of_files(const struct value *v, struct arena *a)
{
    size_t count = v->map->count;
    struct entry *entries = arena_alloc_many(a, count, sizeof *entries);
    for (size_t i = 0; i < count; i++) {
        entries[i] = v->map->entries[i];
        entries[i].value = value_borrow(a, entries[i].value->text.at, entries[i].value->text.len);
        entries[i].value->form = FORM_BYTES;
    }
    return (struct toml_items){.entries = entries, .count = count};
}

struct toml_items toml_items_of(const struct value *v, struct arena *a)
{
    if (go_fields(v))
        return of_struct(v, a);
    if (v->form == FORM_FILES)
        return of_files(v, a);
    return (struct toml_items){.entries = v->map->entries, .count = v->map->count};
}
