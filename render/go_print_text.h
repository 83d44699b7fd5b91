/* go_print_text.h: a string under one verb, as Go's package fmt writes it. */
#pragma once

#include "render/go_verb.h"

/* Adds s[0..len) under %v, %s, %q, %x or %X. false: nothing was added, for the verb is another. */
bool go_print_text(const struct go_verb *d, const char *s, size_t len, struct text *to);

/* The length of as many octets of s[0..len) as make count runes. */
size_t go_runes_len(const char *s, size_t len, int count);
