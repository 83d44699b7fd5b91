/* go_print_number.h: an int or a float under one verb, as Go's package fmt writes them. */
#pragma once

#include "common/value.h"
#include "render/go_verb.h"

/* Adds number in base 2, 8, 10 or 16; prefix is written with %#, and always with %O. */
void go_print_based(const struct go_verb *d, int64_t number, unsigned base, const char *prefix,
                    struct text *to);

/* Adds v, a VALUE_INT or VALUE_FLOAT. false: nothing was added, for the verb is none for it. */
bool go_print_number(const struct go_verb *d, const struct value *v, struct text *to);
