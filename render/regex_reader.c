#include "render/regex_reader.h"

#include <ctype.h>
#include <string.h>

#include "common/bytes.h"
#include "common/utf8.h"

enum { RUNE_MAX = 0x10ffff };

int regex_refuse(struct regex_reader *r, const char *why, const char *from, const char *to)
{
    r->error = arena_printf(r->arena, "error parsing regexp: %s: `%.*s`", why, (int)(to - from), from);
    return -1;
}

int regex_take(struct regex_reader *r, uint32_t *rune)
{
    size_t taken;
    if (r->at == r->end)
        return -1;
    *rune = utf8_read(r->at, (size_t)(r->end - r->at), &taken);
    if (*rune == UTF8_BAD && taken == 1)
        return regex_refuse(r, "invalid UTF-8", r->at, r->end);
    r->at += taken;
    return 0;
}

/* Behind "\x": two digits, or any number of them in braces. false: there are none, or too large a number. */
static bool take_hex(struct regex_reader *r, uint32_t *rune)
{
    uint32_t c;
    bool braces = *r->at == '{';
    int count = 0;
    *rune = 0;
    r->at += braces;
    while ((braces || count < 2) && r->at < r->end && regex_take(r, &c) == 0) {
        int digit = c < 0x80 ? hex_digit((char)c) : -1;
        if (braces && c == '}')
            return count > 0;
        if (digit < 0 && !braces && count == 0 && r->at < r->end && regex_take(r, &c) == 0)
            return false; /* Go takes both before it looks at them */
        if (digit < 0)
            return false;
        *rune = *rune * 16 + (uint32_t)digit;
        if (*rune > RUNE_MAX)
            return false;
        count++;
    }
    return !braces && count == 2;
}

static uint32_t take_octal(struct regex_reader *r, uint32_t first)
{
    uint32_t rune = first - '0';
    for (int i = 1; i < 3 && *r->at >= '0' && *r->at <= '7'; i++)
        rune = rune * 8 + (uint32_t)(*r->at++ - '0');
    return rune;
}

int regex_take_escape(struct regex_reader *r, uint32_t *rune)
{
    static const char letters[] = "afnrtv", meant[] = "\a\f\n\r\t\v";
    const char *from = r->at++, *known;
    uint32_t c;
    if (r->at == r->end)
        return regex_refuse(r, "trailing backslash at end of expression", "", "");
    if (regex_take(r, &c) != 0)
        return -1;
    if (c == '0' || (c >= '1' && c <= '7' && *r->at >= '0' && *r->at <= '7')) {
        *rune = take_octal(r, c);
        return 0;
    }
    if (c == 'x' && take_hex(r, rune))
        return 0;
    known = c && c < 0x80 ? strchr(letters, (int)c) : NULL;
    if (known || (c < 0x80 && !isalnum((int)c))) {
        *rune = known ? (uint32_t)meant[known - letters] : c;
        return 0;
    }
    return r->error ? -1 : regex_refuse(r, "invalid escape sequence", from, r->at);
}

void regex_put(struct regex_reader *r, uint32_t rune)
{
    if (rune > ' ' && rune < 0x7f) {
        if (!isalnum((int)rune))
            text_addc(&r->out, '\\');
        text_addc(&r->out, (char)rune);
    } else {
        text_printf(&r->out, "\\x{%x}", (unsigned)(regex_is_surrogate(rune) ? UTF8_BAD : rune));
    }
}

void regex_put_fold(struct regex_reader *r)
{
    if (r->fold != r->wrote_fold)
        text_adds(&r->out, r->fold ? "(?i)" : "(?-i)");
    r->wrote_fold = r->fold;
}
