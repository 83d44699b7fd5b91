#include "render/template/unquote.h"

#include <string.h>

#include "common/bytes.h"
#include "common/text.h"
#include "common/unicode.h"
#include "common/utf8.h"

const char *unquote_show_rune(uint32_t rune, struct arena *a)
{
    char octets[UTF8_MAX];
    int len = (int)utf8_write(rune, octets);
    if (!unicode_is_print(rune))
        return arena_printf(a, "U+%04X", rune);
    return arena_printf(a, "U+%04X '%.*s'", rune, len, octets);
}

/* digits of the given base at *s; -1: not that many. */
static int64_t read_digits(const char **s, const char *end, int count, int base)
{
    int64_t number = 0;
    for (; count > 0; count--, ++*s) {
        int digit = *s < end ? hex_digit(**s) : -1;
        if (digit < 0 || digit >= base)
            return -1;
        number = number * base + digit;
    }
    return number;
}

/* One escape behind its \; *octet says that the result is an octet and no rune. -1: no such escape. */
static int64_t read_escape(const char **s, const char *end, char quote, bool *octet)
{
    static const char names[] = "abfnrtv\\", meant[] = "\a\b\f\n\r\t\v\\";
    *octet = false;
    if (*s == end)
        return -1;
    char c = *(*s)++;
    const char *name = c ? strchr(names, c) : NULL;
    if (name)
        return meant[name - names];
    if (c == quote)
        return c;
    if (c >= '0' && c <= '7') {
        *octet = true;
        --*s;
        int64_t number = read_digits(s, end, 3, 8);
        return number > 255 ? -1 : number;
    }
    *octet = c == 'x';
    int64_t number = c == 'x'   ? read_digits(s, end, 2, 16)
                     : c == 'u' ? read_digits(s, end, 4, 16)
                     : c == 'U' ? read_digits(s, end, 8, 16)
                                : -1;
    bool surrogate = number >= 0xd800 && number < 0xe000;
    return !*octet && (number > 0x10ffff || surrogate) ? -1 : number;
}

/* What is no UTF-8 becomes U+FFFD. */
static void add_rune(const char **s, const char *end, struct text *to)
{
    size_t taken = 1;
    char rune[UTF8_MAX];
    if ((unsigned char)**s < 0x80)
        text_addc(to, **s);
    else
        text_add(to, rune, utf8_write(utf8_read(*s, (size_t)(end - *s), &taken), rune));
    *s += taken;
}

static bool unquote_escaped(const char *s, const char *end, char quote, struct text *to)
{
    while (s < end) {
        if (*s == '\n' || *s == quote)
            return false;
        if (*s != '\\') {
            add_rune(&s, end, to);
            continue;
        }
        s++;
        bool octet;
        int64_t number = read_escape(&s, end, quote, &octet);
        if (number < 0)
            return false;
        char rune[UTF8_MAX];
        if (octet)
            text_addc(to, (char)number);
        else
            text_add(to, rune, utf8_write((uint32_t)number, rune));
    }
    return true;
}

bool unquote_go(const char *s, size_t len, struct arena *a, const char **out, size_t *out_len)
{
    struct text t;
    text_init(&t, a);
    text_adds(&t, "");
    if (len < 2 || s[0] != s[len - 1])
        return false;
    if (s[0] == '`') {
        for (size_t i = 1; i < len - 1; i++)
            if (s[i] != '\r')
                text_addc(&t, s[i]);
    } else if (!unquote_escaped(s + 1, s + len - 1, s[0], &t)) {
        return false;
    }
    *out = t.at;
    *out_len = t.len;
    return true;
}
