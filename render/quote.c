#include "render/quote.h"

#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"

static const char plain[] = "\a\b\f\n\r\t\v\\\"", letters[] = "abfnrtv\\\"";

void quote_write(const char *s, size_t len, struct text *to)
{
    text_addc(to, '"');
    for (size_t at = 0, taken; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        const char *known = rune && rune < 0x80 ? strchr(plain, (int)rune) : NULL;
        if (known)
            text_printf(to, "\\%c", letters[known - plain]);
        else if (rune == UTF8_BAD && taken == 1)
            text_printf(to, "\\x%02x", (unsigned char)s[at]);
        else if (unicode_is_print(rune))
            text_add(to, s + at, taken);
        else if (rune < 0x80)
            text_printf(to, "\\x%02x", (unsigned)rune);
        else
            text_printf(to, rune < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)rune);
    }
    text_addc(to, '"');
}

const char *quote_go(struct arena *a, const char *s, size_t len)
{
    struct text t;
    text_init(&t, a);
    quote_write(s, len, &t);
    return t.failed ? "" : t.at;
}
