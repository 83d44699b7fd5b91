/* toml_number.h: the numbers, dates and times of a TOML document. */
#pragma once

#include "render/toml_state.h"

/* One that begins with a digit, which comes next. NULL: an error. */
struct value *toml_number(struct toml *t);

/* The same behind a sign at from, which was read. */
struct value *toml_signed_number(struct toml *t, const char *from);

/* What was read since from as a float: a number, inf or nan. */
struct value *toml_float(struct toml *t, const char *from);
