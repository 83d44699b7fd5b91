/* value.h: a tree of what YAML and JSON can say, each node knowing where it was written.
 * Nodes live in an arena. Maps are references, as Go's are: whoever holds the node sees a change. Lists are
 * replaced, not changed, once others may hold them. Strings and keys are octets with a length, NUL-terminated
 * behind it for printing; they may hold NULs. Common gives no meaning to form. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/arena.h"
#include "common/diag.h"

enum value_kind { VALUE_NULL, VALUE_BOOL, VALUE_INT, VALUE_FLOAT, VALUE_STRING, VALUE_LIST, VALUE_MAP };

struct value {
    uint8_t kind;          /* enum value_kind */
    uint8_t form;          /* a program's own refinement of kind (a Go type); 0 from the readers */
    uint32_t line, column; /* from 1; 0: not from a file */
    const char *file;      /* borrowed; NULL: not from a file */
    union {
        bool boolean;
        int64_t integer;
        double number;
        struct {
            const char *at;
            size_t len;
        } text;
        struct {
            struct value **items;
            size_t count, room;
        } list;
        struct map *map; /* never NULL; nodes of different forms may share it */
    };
};

struct map {
    struct entry *entries; /* by key, in octet order, no key twice */
    size_t count, room;
};

struct entry {
    const char *key;
    size_t key_len;
    struct value *value;
    const char *file; /* where the key stands, as in struct value */
    uint32_t line, column;
};

/* A new node; NULL only when the arena gives NULL. */
MUST_CHECK struct value *value_null(struct arena *a);
MUST_CHECK struct value *value_bool(struct arena *a, bool boolean);
MUST_CHECK struct value *value_int(struct arena *a, int64_t integer);
MUST_CHECK struct value *value_float(struct arena *a, double number);
MUST_CHECK struct value *value_text(struct arena *a, const char *at, size_t len);   /* copies */
MUST_CHECK struct value *value_borrow(struct arena *a, const char *at, size_t len); /* at[len] must be NUL */
MUST_CHECK struct value *value_list(struct arena *a);
MUST_CHECK struct value *value_map(struct arena *a);

/* Adds to a list that nobody else holds yet. -1: arena full. */
int value_push(struct arena *a, struct value *list, struct value *item);

/* The value under key; NULL: there is none, or map is no map. */
struct value *value_get(const struct value *map, const char *key, size_t key_len);
struct value *value_gets(const struct value *map, const char *key); /* key up to its NUL */
struct entry *value_entry(const struct value *map, const char *key, size_t key_len);

/* The text under key; otherwise: there is none, or map is NULL or of another kind. */
const char *value_gets_text(const struct value *map, const char *key, const char *otherwise);

/* Sets key, copied, to item; what was there is replaced. -1: arena full. Keys that come in order cost
 * nothing. */
int value_set(struct arena *a, struct value *map, const char *key, size_t key_len, struct value *item);
int value_sets(struct arena *a, struct value *map, const char *key, struct value *item);

/* Adds entries in any order, cheaply: the map may be used only after value_sort. */
int value_append(struct arena *a, struct value *map, struct entry entry);

/* Called for an entry whose key came again. */
typedef void value_twice(void *arg, const struct entry *lost, const struct entry *kept);

/* Orders what value_append added. Of equal keys the last one added wins, as in Go's YAML; twice, if not NULL,
 * hears of each that lost. -1: arena full, and the map is not to be used. */
int value_sort(struct arena *a, struct value *map, value_twice *twice, void *arg);

void value_remove(struct value *map, const char *key, size_t key_len);

/* What a template makes may hold itself: whoever goes all the way down goes no deeper than this. */
enum { VALUE_DEPTH_MAX = 2000 };

/* Whether v holds itself, or is nested deeper than VALUE_DEPTH_MAX. What is shared a great many times over is
 * not looked through to the end, and taken to have one. */
bool value_is_endless(const struct value *v);

/* Another node for the same map: what is put into one is in the other. NULL: arena full. */
MUST_CHECK struct value *value_map_share(struct arena *a, const struct value *map);

/* A map of its own with the same entries and form; the items are shared. NULL: arena full. */
MUST_CHECK struct value *value_map_copy(struct arena *a, const struct value *map);

/* Copies maps and lists all the way down; scalars are shared, for nothing changes them. NULL: arena full, or
 * nested deeper than VALUE_DEPTH_MAX. */
MUST_CHECK struct value *value_copy(struct arena *a, struct value *v);

/* Whether v is a string of just these octets. */
bool value_is(const struct value *v, const char *text);

/* "null", "bool", "number", "string", "list" or "map": the words for messages. */
const char *value_kind_name(const struct value *v);

struct place value_place(const struct value *v);
