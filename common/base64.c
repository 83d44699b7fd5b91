#include "common/base64.h"

#include <stdint.h>

static int digit_of(char c)
{
    if (c >= 'A' && c <= 'Z')
        return c - 'A';
    if (c >= 'a' && c <= 'z')
        return c - 'a' + 26;
    if (c >= '0' && c <= '9')
        return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

static size_t skip_line_ends(const char *s, size_t len, size_t at)
{
    while (at < len && (s[at] == '\n' || s[at] == '\r'))
        at++;
    return at;
}

static void put(uint32_t bits, size_t count, char *to, size_t *out_len)
{
    for (size_t i = 0; i < count; i++)
        to[(*out_len)++] = (char)(bits >> (16 - 8 * i));
}

/* What stands behind the first '=' of a group of digits 0..3 that were read. */
static size_t read_padding(const char *s, size_t len, size_t at, size_t digits)
{
    size_t pad = at;
    if (digits < 2)
        return pad + 1;
    at = skip_line_ends(s, len, at + 1);
    if (digits == 2) {
        if (at == len)
            return len + 1;
        if (s[at] != '=')
            return at;
        at = skip_line_ends(s, len, at + 1);
    }
    return at < len ? at + 1 : 0;
}

size_t base64_read(const char *s, size_t len, char *to, size_t *out_len)
{
    uint32_t bits = 0;
    size_t digits = 0;
    *out_len = 0;
    for (size_t at = skip_line_ends(s, len, 0); at < len; at = skip_line_ends(s, len, at + 1)) {
        int digit = digit_of(s[at]);
        if (s[at] == '=') {
            size_t fault = read_padding(s, len, at, digits);
            if (digits >= 2)
                put(bits << (6 * (4 - digits)), digits - 1, to, out_len);
            return fault;
        }
        if (digit < 0)
            return at + 1;
        bits = bits << 6 | (uint32_t)digit;
        if (++digits == 4) {
            put(bits, 3, to, out_len);
            bits = 0;
            digits = 0;
        }
    }
    return digits ? len - digits + 1 : 0;
}

void base64_write(const char *s, size_t len, struct text *to)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < len; i += 3) {
        unsigned bits = (unsigned)(unsigned char)s[i] << 16;
        bits |= i + 1 < len ? (unsigned)(unsigned char)s[i + 1] << 8 : 0;
        bits |= i + 2 < len ? (unsigned char)s[i + 2] : 0;
        text_addc(to, digits[bits >> 18]);
        text_addc(to, digits[bits >> 12 & 63]);
        text_addc(to, i + 1 < len ? digits[bits >> 6 & 63] : '=');
        text_addc(to, i + 2 < len ? digits[bits & 63] : '=');
    }
}
