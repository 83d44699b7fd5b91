/* rrtype.h: the names of types, classes and rcodes, as logs and command lines have them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RRTYPE_TEXT_MAX = 16 };

/* "AAAA", or "TYPE65280" (RFC 3597 5). */
void rrtype_to_text(char to[RRTYPE_TEXT_MAX], uint16_t type);

/* The same read, without case. */
bool rrtype_from_text(const char *text, uint16_t *out);

void rrclass_to_text(char to[RRTYPE_TEXT_MAX], uint16_t class);
void rcode_to_text(char to[RRTYPE_TEXT_MAX], uint16_t rcode);
