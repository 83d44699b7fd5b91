/* cast.h: any value as a number, the way Helm's functions take their arguments (spf13/cast): what is no
 * number is 0. */
#pragma once

#include <stdint.h>

#include "common/value.h"

/* Text by its base prefix (0x, 0o, 0b, 0), and 0 for what does not fit; fractions are cut. */
int64_t cast_int64(const struct value *v);
double cast_float64(const struct value *v);
