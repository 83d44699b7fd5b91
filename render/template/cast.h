/* cast.h: any value as a number, the way Helm's functions take their arguments (spf13/cast): what is no
 * number is 0, and so is a span of time. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/value.h"

/* Text by its base prefix (0x, 0o, 0b, 0), and 0 for what does not fit; fractions are cut. */
int64_t cast_int64(const struct value *v);
double cast_float64(const struct value *v);

/* All of s as strconv.ParseFloat reads it. false: it is no number, or one beyond the largest. */
bool cast_read_float(const char *s, size_t len, double *out);

/* A float cut to its whole part. Beyond int64's range: the lowest, as amd64 has it. */
int64_t cast_cut(double number);
