/* func.h: what a template function is, and where one is found by name.
 * Functions see values only; what they need of a running template goes through struct call. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/text.h"
#include "common/value.h"
#include "render/go_type.h"

struct run; /* a template being executed: eval.h */

struct call {
    struct run *run;
    struct arena *arena;
    struct value **args; /* as the parameters say; never NULL: nil is a VALUE_NULL */
    size_t count;
    const char
        *first_word; /* of the arguments, as written; NULL: it came down a pipeline, or only "call" asks */
    struct value *result; /* NULL: nil */
    const char *error;    /* set: the call failed, with Go's words */
};

/* Parameters, one letter each, and Go's types: s string, i int, b bool, f float64, m map[string]interface {},
 * l []interface {}, t time.Time, d time.Duration, u uint32 (a VALUE_INT), V *semver.Version, a interface {}
 * (anything), L the same for a function that wants a list, v reflect.Value (anything; not unpacked). A dot
 * behind the last: as many of it as there are. */
struct func {
    const char *name, *params;
    void (*call)(struct call *c);
};

/* NULL: that Helm, 4 or 3, has no such function. */
const struct func *func_find(const char *name, bool helm4);

/* The same without what Helm adds to Go's and sprig's. */
const struct func *func_find_plain(const char *name);

/* One after the other, in no order that means anything; NULL: there are no more. *helm4_only: Helm 3 has it
 * not. */
const struct func *func_at(size_t i, bool *helm4_only);

/* A method of a value, whose first argument is the value itself; NULL: it has none of that name. */
const struct func *func_method(const struct value *receiver, const char *name, size_t len);

/* For the functions themselves. Each sets the result or the error, and returns nothing. */
void call_fail(struct call *c, const char *format, ...) PRINTF(2, 3);
void call_text(struct call *c, const char *s, size_t len);
void call_texts(struct call *c, const char *s);
void call_take(struct call *c, const struct text *t); /* t's octets become the result */
void call_bool(struct call *c, bool b);
void call_int(struct call *c, int64_t n);   /* Go's int */
void call_int64(struct call *c, int64_t n); /* Go's int64 */
void call_float(struct call *c, double n);

/* An argument as text: strings as they are, the rest as %v. As sprig's strval: nil is "<nil>". */
struct text call_strval(struct call *c, const struct value *v);

/* A fresh list as the result; and the same with no return value to look at, for the arena never fails here.
 */
struct value *call_list(struct call *c);
void call_push(struct call *c, struct value *list, struct value *item);
void call_set(struct call *c, struct value *map, const char *key, size_t key_len, struct value *item);

/* sprig's empty: nil, false, zero, or without content. */
bool call_is_empty(const struct value *v);

/* Whether v is a list; else the call fails as sprig's do: "Cannot VERB on type KIND". */
bool call_list_arg(struct call *c, const struct value *v, const char *verb);

/* The families of functions, each a table in a file of its own, ended by a NULL name. */
extern const struct func funcs_base32[], funcs_compare[], funcs_crypto[], funcs_dates[], funcs_dicts[],
    funcs_durations[], funcs_durations4[], funcs_encoding[], funcs_encoding4[], funcs_files[], funcs_flow[],
    funcs_lists[], funcs_math[], funcs_paths[], funcs_print[], funcs_refused[], funcs_regex[], funcs_semver[],
    funcs_strings[], funcs_times[], funcs_toml[], funcs_toml4[], funcs_types[], funcs_urls[], funcs_values[],
    funcs_version_pointers[], funcs_version_structs[], funcs_versions[], funcs_words[];
