#include "dnsd/config_reader.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct place config_reader_place(const struct entry *e)
{
    return (struct place){.file = e->file, .line = e->line, .column = e->column};
}

void config_reader_fault(struct config_reader *r, struct place where, const char *format, ...)
{
    char text[DIAG_LINE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    r->failed = true;
    (void)diag_at(r->err, where, "%s", text);
}

void config_reader_wrong(struct config_reader *r, const struct value *v, const char *format, ...)
{
    char text[DIAG_LINE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    config_reader_fault(r, value_place(v), "%s: %s", r->key, text);
}

static void list_keys(const struct config_key *keys, char *to, size_t room)
{
    size_t len = 0;
    to[0] = '\0';
    for (; keys->name && len < room; keys++) {
        int wrote = snprintf(to + len, room - len, "%s%s", len ? ", " : "", keys->name);
        len += wrote > 0 ? (size_t)wrote : 0;
    }
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

const struct entry *config_reader_in_order(struct config_reader *r, const struct value *map)
{
    struct entry *entries = arena_alloc_many(&r->c->arena, map->map->count + 1, sizeof *entries);
    if (!entries) {
        config_reader_wrong(r, map, "no memory for so many");
        return NULL;
    }
    if (map->map->count) /* of none there may be no entries either */
        memcpy(entries, map->map->entries, map->map->count * sizeof *entries);
    qsort(entries, map->map->count, sizeof *entries, by_place);
    return entries;
}

void config_reader_map(struct config_reader *r, const struct value *v, const struct config_key *keys)
{
    char known[512];
    list_keys(keys, known, sizeof known);
    if (v->kind != VALUE_MAP) {
        config_reader_wrong(r, v, "a map is wanted here (%s), not a %s", known, value_kind_name(v));
        return;
    }
    const struct entry *entries = config_reader_in_order(r, v);
    for (size_t i = 0; entries && i < v->map->count; i++) {
        const struct entry *e = &entries[i];
        const struct config_key *k = keys;
        while (k->name && strcmp(k->name, e->key) != 0)
            k++;
        if (k->name) {
            r->key = k->name;
            k->read(r, e->value);
            continue;
        }
        config_reader_fault(r, config_reader_place(e), "unknown key \"%s\"; known here: %s", e->key, known);
    }
}

const char *config_reader_text(struct config_reader *r, const struct value *v)
{
    if (v->kind == VALUE_STRING && strlen(v->text.at) == v->text.len)
        return v->text.at;
    config_reader_wrong(r, v, "a text is wanted here, not a %s; put quotes around it", value_kind_name(v));
    return NULL;
}

void config_reader_bool(struct config_reader *r, const struct value *v, bool *out)
{
    if (v->kind == VALUE_BOOL)
        *out = v->boolean;
    else
        config_reader_wrong(r, v, "true or false is wanted here, not a %s", value_kind_name(v));
}

void config_reader_number(struct config_reader *r, const struct value *v, unsigned least, unsigned most,
                          unsigned *out)
{
    if (v->kind == VALUE_FLOAT && v->number == floor(v->number) && v->number >= least && v->number <= most)
        *out = (unsigned)v->number;
    else
        config_reader_wrong(r, v, "a whole number from %u to %u is wanted here", least, most);
}

void config_reader_word(struct config_reader *r, const struct value *v, const char *const *words,
                        unsigned *out)
{
    char known[128];
    size_t len = 0;
    for (unsigned i = 0; words[i]; i++) {
        if (value_is(v, words[i])) {
            *out = i;
            return;
        }
        int wrote = snprintf(known + len, sizeof known - len, "%s%s", i ? ", " : "", words[i]);
        len += wrote > 0 ? (size_t)wrote : 0;
    }
    if (v->kind == VALUE_STRING)
        config_reader_wrong(r, v, "\"%s\" is none of these: %s", v->text.at, known);
    else
        config_reader_wrong(r, v, "one of these is wanted here: %s", known);
}

void config_reader_each(struct config_reader *r, const struct value *v, unsigned most,
                        void (*each)(struct config_reader *r, const struct value *item))
{
    if (v->kind != VALUE_LIST)
        config_reader_wrong(r, v, "a list is wanted here, not a %s", value_kind_name(v));
    else if (v->list.count > most)
        config_reader_wrong(r, v, "more than %u entries", most);
    else
        for (size_t i = 0; i < v->list.count; i++)
            each(r, v->list.items[i]);
}

const char *config_reader_letters(const char *text)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    size_t len = strspn(text, allowed);
    if (text[len] == '*')
        return "'*' may only stand for the first part, as in *.example.com";
    return text[len] ? "only letters, digits, '-', '_' and '.' may stand in one" : NULL;
}

const char *config_reader_name(const char *text, uint8_t name[DNAME_MAX], size_t *len)
{
    const char *wrong = config_reader_letters(text);
    return wrong ? wrong : dname_from_text(text, strlen(text), name, len);
}
