/* go_print_value.h: any value under one verb, as Go's package fmt writes it. */
#pragma once

#include "common/value.h"
#include "render/go_verb.h"

/* Adds v, which may be NULL as nil is. What the verb is none for is complained of in the text: %!d(string=x).
 */
void go_print_value(const struct go_verb *d, const struct value *v, struct text *to);
