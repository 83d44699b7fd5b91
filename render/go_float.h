/* go_float.h: the digits of a float under a verb of Go's printf, as strconv and fmt write them. */
#pragma once

#include <stdbool.h>

#include "common/text.h"

struct go_digits {
    char verb;     /* v g G e E f F b x X */
    int precision; /* -1: none, which is the shortest digits for v g G x X and six for e f */
    bool sharp;    /* keep the point and the zeros behind it */
};

/* Adds number, which is not below zero or is NaN, without a sign. */
void go_float_digits(const struct go_digits *d, double number, struct text *to);
