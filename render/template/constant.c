#include "render/template/constant.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"
#include "common/text.h"
#include "common/utf8.h"
#include "render/go_type.h"
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
    static const char bad[] = "illegal number syntax";
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
        return "integer overflow";
    *out = value_float(a, number);
    return NULL;
}

const char *constant_character(const char *s, size_t len, struct arena *a, struct value **out)
{
    const char *meant;
    size_t meant_len = 0, taken = 0;
    uint32_t rune = 0;
    if (unquote_go(s, len, a, &meant, &meant_len) && meant_len)
        rune = utf8_read(meant, meant_len, &taken);
    *out = go_int(a, rune);
    return taken == 0 || taken != meant_len ? "malformed character constant" : NULL;
}
