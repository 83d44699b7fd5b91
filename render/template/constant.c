#include "render/template/constant.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "common/text.h"
#include "common/utf8.h"
#include "render/go_type.h"
#include "render/quote.h"
#include "render/template/unquote.h"

bool constant_good_underscores(const char *s, size_t len)
{
    bool prefixed = len > 2 && s[0] == '0' && memchr("xXoObB", s[1], 6);
    char before = prefixed ? '0' : ' ';
    for (size_t i = prefixed ? 2 : 0; i < len; i++) {
        bool digit = (s[i] >= '0' && s[i] <= '9') || (prefixed && s[i] != '_');
        if (s[i] == '_' ? before != '0' : before == '_' && !digit)
            return false;
        before = s[i] == '_' ? '_' : digit ? '0' : '!';
    }
    return before != '_';
}

/* 1.5e3, 0x1p4 and the like; what has a point or an exponent. */
static bool read_float(const char *s, double *out)
{
    char *end;
    *out = strtod(s, &end);
    return end != s && *end == '\0' && isfinite(*out);
}

static struct value *go_int(struct arena *a, int64_t number)
{
    struct value *v = value_int(a, number);
    v->form = FORM_INT;
    return v;
}

static const char *without_underscores(const char *s, size_t len, struct arena *a, size_t *out_len)
{
    struct text plain;
    text_init(&plain, a);
    text_adds(&plain, "");
    for (size_t i = 0; i < len; i++)
        if (s[i] != '_')
            text_addc(&plain, s[i]);
    *out_len = plain.len;
    return plain.at;
}

const char *constant_number(const char *s, size_t len, struct arena *a, struct value **out)
{
    const char *shown = quote_go(a, s, len), *bad = arena_printf(a, "illegal number syntax: %s", shown);
    size_t sign = len && (s[0] == '+' || s[0] == '-'), plain_len;
    const char *plain = without_underscores(s, len, a, &plain_len);
    bool hexadecimal = plain_len > sign + 1 && (plain[sign + 1] | 0x20) == 'x';
    int64_t integer;
    uint64_t large;
    double number;
    *out = NULL;
    if (!constant_good_underscores(s + sign, len - sign))
        return bad;
    if (number_read_int(plain, plain_len, &integer)) {
        *out = go_int(a, integer);
        return NULL;
    }
    if (number_read_uint(plain, plain_len, &large))
        return NULL;
    bool fraction = strpbrk(plain, hexadecimal ? "pP" : ".eE") != NULL;
    if ((hexadecimal && !fraction) || !read_float(plain, &number))
        return bad;
    if (!fraction)
        return arena_printf(a, "integer overflow: %s", shown);
    *out = value_float(a, number);
    return NULL;
}

/* How many octets the first character behind the quote takes; 0: it is none. */
static size_t first_character(const char *s, size_t len, struct arena *a)
{
    const char *meant;
    size_t meant_len, taken;
    if (len < 3 || s[1] == s[0] || s[1] == '\n')
        return 0;
    if (s[1] != '\\') {
        utf8_read(s + 1, len - 1, &taken);
        return taken;
    }
    for (taken = 2; taken + 1 < len; taken++) {
        const char *quoted = arena_printf(a, "'%.*s'", (int)taken, s + 1);
        if (unquote_go(quoted, taken + 2, a, &meant, &meant_len))
            return taken;
    }
    return 0;
}

const char *constant_character(const char *s, size_t len, struct arena *a, struct value **out)
{
    const char *meant;
    size_t meant_len = 0, taken = first_character(s, len, a);
    *out = go_int(a, 0);
    if (taken == 0)
        return "invalid syntax";
    if (taken + 2 != len || !unquote_go(s, len, a, &meant, &meant_len))
        return arena_printf(a, "malformed character constant: %.*s", (int)len, s);
    *out = go_int(a, meant_len == 1 ? (unsigned char)*meant : utf8_read(meant, meant_len, &taken));
    return NULL;
}
