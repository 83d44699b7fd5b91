/* go_time_value.h: times as values of templates, and the present. */
#pragma once

#include "common/value.h"
#include "render/go_time.h"

/* A struct of hidden fields, of the form FORM_TIME: what it prints as under "", what it is in JSON under
 * "json". */
MUST_CHECK struct value *go_time_value(const struct go_time *t, struct arena *a);

bool go_is_time(const struct value *v);

/* Whether v, a time, has a form in JSON: its year is one of four digits. */
bool go_time_has_json(const struct value *v);

/* The time that v, of which go_is_time holds, was made of. */
struct go_time go_time_of(const struct value *v);

/* Now, in the local zone: SOURCE_DATE_EPOCH, if that is set, so that two runs print the same. NULL, or why it
 * cannot be read: then *out is the start of 1970. */
MUST_CHECK const char *go_time_present(struct arena *a, struct go_time *out);
