/* number.h: numbers in Go's spelling, as Helm's values and templates show them.
 * Source of the rules: Go's strconv (FormatFloat 'g' -1, ParseInt base 0) and encoding/json. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { NUMBER_TEXT_MAX = 40 }; /* octets the longest number takes, its NUL included */

/* Each writes number into to and returns the length. Digits are the fewest that read back as the same double.
 * number_go: 1e-05, 0.0001, 999999.5, 1e+06: with an exponent, of two digits or more and a sign, when the
 * decimal exponent is below -4 or above 5. Also "+Inf", "-Inf", "NaN". */
size_t number_go(double number, char to[NUMBER_TEXT_MAX]);

/* The same with the digits of the nearest float, as sigs.k8s.io/yaml writes numbers that become text. */
size_t number_go32(double number, char to[NUMBER_TEXT_MAX]);

/* As JSON: exponent only below 1e-6 and from 1e21, not padded. number must be finite. */
size_t number_json(double number, char to[NUMBER_TEXT_MAX]);

/* Reads all of s[0..len): sign, then 0x, 0o, 0b or 0 for a base, then digits (no underscores). What does not
 * fit is no int. */
bool number_read_int(const char *s, size_t len, int64_t *out);

/* The same, without a sign, up to 2^64 - 1. */
bool number_read_uint(const char *s, size_t len, uint64_t *out);

/* Reads all of s[0..len) as [-+] digits [.digits] [e[-+]digits], a digit on one side of the point at least.
 * Beyond the largest double is no number. */
bool number_read_float(const char *s, size_t len, double *out);
