/* compose_form.h: taking values of a Compose file for what they ought to be.
 * A variable's text stands for any scalar, so "8" is a number too and "true" a boolean. Each complains where
 * the value is not of its form; `what` names the key for that, such as "services.web.image". */
#pragma once

#include "render/compose_notes.h"

/* No value, false, or nothing in it: what a key says that says nothing. */
bool form_is_nothing(const struct value *v);

/* A scalar as the text that Compose makes of it: a number in Go's spelling, true, false. NULL: complained. */
MUST_CHECK const char *form_text(struct notes *n, const struct value *v, const char *what);

MUST_CHECK int form_bool(struct notes *n, const struct value *v, const char *what, bool *out);

/* A whole number from least to most. */
MUST_CHECK int form_whole(struct notes *n, const struct value *v, const char *what, long long least,
                          long long most, long long *out);

int form_map(struct notes *n, const struct value *v, const char *what);
int form_list(struct notes *n, const struct value *v, const char *what);

/* A list of texts, or one text for a list of one; null is an empty list. *out is a new list of strings, each
 * with its place. */
MUST_CHECK int form_texts(struct notes *n, const struct value *v, const char *what, struct value **out);

/* Whether key is one of the texts before the NULL. */
bool form_is_one_of(const char *key, const char *const *known);

/* Complains of a key that is none of known, naming the nearest that is. what names the map. */
void form_unknown(struct notes *n, const struct entry *e, const char *const *known, const char *what);

/* The same for each key of map that is not known and no extension (x-...). -1: there was one. */
int form_keys(struct notes *n, const struct value *map, const char *const *known, const char *what);

/* A text with the place of another value. */
MUST_CHECK struct value *form_placed(struct arena *a, const char *text, const struct value *from);

/* The entries of a map as the file has them, one behind the other; their number is map->count. */
MUST_CHECK const struct entry **form_in_order(struct arena *a, const struct value *map);
