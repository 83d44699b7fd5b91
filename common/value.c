#include "common/value.h"

#include <string.h>

enum { FIRST_ROOM = 8, LOOKS_MAX = 1000 * 1000 };

static struct value *node(struct arena *a, enum value_kind kind)
{
    struct value *v = arena_alloc(a, sizeof *v);
    if (v)
        v->kind = (uint8_t)kind;
    return v;
}

struct value *value_null(struct arena *a)
{
    return node(a, VALUE_NULL);
}

struct value *value_bool(struct arena *a, bool boolean)
{
    struct value *v = node(a, VALUE_BOOL);
    if (v)
        v->boolean = boolean;
    return v;
}

struct value *value_int(struct arena *a, int64_t integer)
{
    struct value *v = node(a, VALUE_INT);
    if (v)
        v->integer = integer;
    return v;
}

struct value *value_float(struct arena *a, double number)
{
    struct value *v = node(a, VALUE_FLOAT);
    if (v)
        v->number = number;
    return v;
}

struct value *value_borrow(struct arena *a, const char *at, size_t len)
{
    struct value *v = node(a, VALUE_STRING);
    if (v) {
        v->text.at = at;
        v->text.len = len;
    }
    return v;
}

struct value *value_text(struct arena *a, const char *at, size_t len)
{
    char *copy = arena_copy(a, at, len);
    return copy ? value_borrow(a, copy, len) : NULL;
}

struct value *value_list(struct arena *a)
{
    return node(a, VALUE_LIST);
}

struct value *value_map(struct arena *a)
{
    struct value *v = node(a, VALUE_MAP);
    struct map *map = arena_alloc(a, sizeof *map);
    if (!v || !map)
        return NULL;
    v->map = map;
    return v;
}

/* Room for one more of len octets each. */
static int widen(struct arena *a, void **items, size_t count, size_t *room, size_t len)
{
    if (count < *room)
        return 0;
    size_t more = *room ? *room * 2 : FIRST_ROOM;
    void *moved = arena_grow(a, *items, *room * len, more * len);
    if (!moved)
        return -1;
    *items = moved;
    *room = more;
    return 0;
}

int value_push(struct arena *a, struct value *list, struct value *item)
{
    void *items = list->list.items;
    if (widen(a, &items, list->list.count, &list->list.room, sizeof(struct value *)) != 0)
        return -1;
    list->list.items = items;
    list->list.items[list->list.count++] = item;
    return 0;
}

static int compare_keys(const char *a, size_t a_len, const char *b, size_t b_len)
{
    int order = memcmp(a, b, a_len < b_len ? a_len : b_len);
    return order ? order : (a_len > b_len) - (a_len < b_len);
}

/* The index of key, or where it would have to stand. */
static size_t find(const struct value *map, const char *key, size_t key_len, bool *found)
{
    size_t low = 0, high = map->map->count;
    *found = false;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct entry *e = &map->map->entries[middle];
        int order = compare_keys(e->key, e->key_len, key, key_len);
        if (order == 0)
            *found = true;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

struct entry *value_entry(const struct value *map, const char *key, size_t key_len)
{
    bool found = false;
    size_t at = map->kind == VALUE_MAP ? find(map, key, key_len, &found) : 0;
    return found ? &map->map->entries[at] : NULL;
}

struct value *value_get(const struct value *map, const char *key, size_t key_len)
{
    const struct entry *e = value_entry(map, key, key_len);
    return e ? e->value : NULL;
}

struct value *value_gets(const struct value *map, const char *key)
{
    return value_get(map, key, strlen(key));
}

const char *value_gets_text(const struct value *map, const char *key, const char *otherwise)
{
    const struct value *v = map && map->kind == VALUE_MAP ? value_gets(map, key) : NULL;
    return v && v->kind == VALUE_STRING ? v->text.at : otherwise;
}

int value_append(struct arena *a, struct value *map, struct entry entry)
{
    void *entries = map->map->entries;
    if (widen(a, &entries, map->map->count, &map->map->room, sizeof entry) != 0)
        return -1;
    map->map->entries = entries;
    map->map->entries[map->map->count++] = entry;
    return 0;
}

int value_set(struct arena *a, struct value *map, const char *key, size_t key_len, struct value *item)
{
    bool found;
    size_t at = find(map, key, key_len, &found);
    if (found) {
        map->map->entries[at].value = item;
        return 0;
    }
    struct entry fresh = {.key = arena_copy(a, key, key_len), .key_len = key_len, .value = item};
    if (!fresh.key || value_append(a, map, fresh) != 0)
        return -1;
    struct entry *slot = &map->map->entries[at];
    memmove(slot + 1, slot, (map->map->count - 1 - at) * sizeof *slot);
    *slot = fresh;
    return 0;
}

int value_sets(struct arena *a, struct value *map, const char *key, struct value *item)
{
    return value_set(a, map, key, strlen(key), item);
}

static int compare_entries(const struct entry *a, const struct entry *b)
{
    return compare_keys(a->key, a->key_len, b->key, b->key_len);
}

static bool is_sorted(const struct value *map)
{
    for (size_t i = 1; i < map->map->count; i++)
        if (compare_entries(&map->map->entries[i - 1], &map->map->entries[i]) >= 0)
            return false;
    return true;
}

static void merge(struct entry *to, const struct entry *left, size_t left_count, const struct entry *right,
                  size_t right_count)
{
    while (left_count && right_count) {
        if (compare_entries(right, left) < 0) {
            *to++ = *right++;
            right_count--;
        } else {
            *to++ = *left++;
            left_count--;
        }
    }
    memcpy(to, left, left_count * sizeof *to);
    memcpy(to + left_count, right, right_count * sizeof *to);
}

/* Merge sort, for the C library's qsort need not keep equal keys in order, and the last of them wins. */
static void sort_entries(struct entry *entries, struct entry *spare, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t at = 0; at < count; at += 2 * width) {
            size_t left = count - at < width ? count - at : width;
            size_t right = count - at - left < width ? count - at - left : width;
            merge(spare + at, entries + at, left, entries + at + left, right);
        }
        memcpy(entries, spare, count * sizeof *entries);
    }
}

int value_sort(struct arena *a, struct value *map, value_twice *twice, void *arg)
{
    if (is_sorted(map))
        return 0;
    struct entry *entries = map->map->entries;
    struct entry *spare = arena_alloc_many(a, map->map->count, sizeof *spare);
    if (!spare)
        return -1;
    sort_entries(entries, spare, map->map->count);
    size_t kept = 0;
    for (size_t i = 0; i < map->map->count; i++) {
        if (kept && compare_entries(&entries[kept - 1], &entries[i]) == 0) {
            kept--;
            if (twice)
                twice(arg, &entries[kept], &entries[i]);
        }
        entries[kept++] = entries[i];
    }
    map->map->count = kept;
    return 0;
}

void value_remove(struct value *map, const char *key, size_t key_len)
{
    bool found;
    size_t at = find(map, key, key_len, &found);
    if (!found)
        return;
    struct entry *slot = &map->map->entries[at];
    map->map->count--;
    memmove(slot, slot + 1, (map->map->count - at) * sizeof *slot);
}

static struct value *copy(struct arena *a, struct value *v, unsigned depth);

static struct value *copy_list(struct arena *a, const struct value *v, unsigned depth)
{
    struct value *out = value_list(a);
    for (size_t i = 0; out && i < v->list.count; i++) {
        struct value *item = copy(a, v->list.items[i], depth);
        if (!item || value_push(a, out, item) != 0)
            return NULL;
    }
    return out;
}

static struct value *copy_map(struct arena *a, const struct value *v, unsigned depth)
{
    struct value *out = value_map(a);
    for (size_t i = 0; out && i < v->map->count; i++) {
        struct entry e = v->map->entries[i];
        e.value = copy(a, e.value, depth);
        if (!e.value || value_append(a, out, e) != 0)
            return NULL;
    }
    return out;
}

static struct value *copy(struct arena *a, struct value *v, unsigned depth)
{
    struct value *out = NULL;
    if (v->kind != VALUE_LIST && v->kind != VALUE_MAP)
        return v;
    if (depth < VALUE_DEPTH_MAX)
        out = v->kind == VALUE_LIST ? copy_list(a, v, depth + 1) : copy_map(a, v, depth + 1);
    if (out) {
        out->form = v->form;
        out->file = v->file;
        out->line = v->line;
        out->column = v->column;
    }
    return out;
}

/* Of left, the values that may still be looked at. */
static bool is_endless(const struct value *v, unsigned depth, size_t *left)
{
    bool found = depth >= VALUE_DEPTH_MAX;
    if (*left == 0)
        return false;
    --*left;
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count && !found; i++)
        found = is_endless(v->list.items[i], depth + 1, left);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count && !found; i++)
        found = is_endless(v->map->entries[i].value, depth + 1, left);
    return found;
}

bool value_is_endless(const struct value *v)
{
    size_t left = LOOKS_MAX;
    return is_endless(v, 0, &left);
}

struct value *value_map_share(struct arena *a, const struct value *map)
{
    struct value *v = node(a, VALUE_MAP);
    if (v)
        *v = *map;
    return v;
}

struct value *value_map_copy(struct arena *a, const struct value *map)
{
    struct value *out = value_map(a);
    if (!out)
        return NULL;
    out->form = map->form;
    for (size_t i = 0; i < map->map->count; i++)
        if (value_append(a, out, map->map->entries[i]) != 0)
            return NULL;
    return out;
}

struct value *value_copy(struct arena *a, struct value *v)
{
    return copy(a, v, 0);
}

bool value_is(const struct value *v, const char *text)
{
    return v->kind == VALUE_STRING && v->text.len == strlen(text) &&
           memcmp(v->text.at, text, v->text.len) == 0;
}

const char *value_kind_name(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "null";
    case VALUE_BOOL: return "bool";
    case VALUE_INT:
    case VALUE_FLOAT: return "number";
    case VALUE_STRING: return "string";
    case VALUE_LIST: return "list";
    case VALUE_MAP: return "map";
    }
    return "nothing";
}

struct place value_place(const struct value *v)
{
    return (struct place){.file = v->file, .line = v->line, .column = v->column};
}
