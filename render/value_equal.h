/* value_equal.h: equality as Go's reflect.DeepEqual has it for Helm's values. A schema's equality, which
 * takes numbers by value, is schema_equal in schema_node.h. */
#pragma once

#include <stdbool.h>

#include "common/value.h"

/* Of the same Go type and content all the way down: 1 (int) is not 1 (float64). NaN equals nothing.
 * Two values that hold themselves, or that take more than ten million steps to tell apart, are not equal. */
bool value_equal(const struct value *a, const struct value *b);
