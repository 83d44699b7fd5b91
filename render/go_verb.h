/* go_verb.h: one directive of a format, %[flags][width][.precision]verb, and the padding that it asks for.
 * Source: Go's package fmt. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/text.h"

struct go_verb {
    bool plus, minus, sharp, space, zero;
    bool syntax;          /* %#v: as Go's source has it */
    bool names;           /* %+v: of fields */
    bool looks_through;   /* pointers */
    bool within_fault;    /* behind %!d(: no value says itself what it looks like */
    int width, precision; /* -1: none */
    uint32_t verb;        /* a code point */
};

/* Whether the verb is one of these ASCII letters. */
bool go_verb_is(const struct go_verb *d, const char *letters);

/* Adds body[0..len) padded to the width, in runes. */
void go_verb_pad(const struct go_verb *d, const char *body, size_t len, struct text *to);

/* The same for a number: zeros go between the sign and the digits. */
void go_verb_pad_number(const struct go_verb *d, const char *body, size_t len, struct text *to);
