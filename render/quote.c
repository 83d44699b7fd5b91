#include "render/quote.h"

#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"

static const char plain[] = "\a\b\f\n\r\t\v\\", letters[] = "abfnrtv\\";

static void add_rune(uint32_t rune, char around, bool ascii, struct text *to)
{
    char octets[UTF8_MAX];
    const char *known = rune && rune < 0x80 ? strchr(plain, (int)rune) : NULL;
    if (known)
        text_printf(to, "\\%c", letters[known - plain]);
    else if (rune == (unsigned char)around)
        text_printf(to, "\\%c", around);
    else if (unicode_is_print(rune) && (rune < 0x80 || !ascii))
        text_add(to, octets, utf8_write(rune, octets));
    else if (rune < 0x80)
        text_printf(to, "\\x%02x", (unsigned)rune);
    else
        text_printf(to, rune < 0x10000 ? "\\u%04x" : "\\U%08x", (unsigned)rune);
}

static void write_string(const char *s, size_t len, bool ascii, struct text *to)
{
    text_addc(to, '"');
    for (size_t at = 0, taken; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        if (rune == UTF8_BAD && taken == 1)
            text_printf(to, "\\x%02x", (unsigned char)s[at]);
        else
            add_rune(rune, '"', ascii, to);
    }
    text_addc(to, '"');
}

void quote_write(const char *s, size_t len, struct text *to)
{
    write_string(s, len, false, to);
}

void quote_write_ascii(const char *s, size_t len, struct text *to)
{
    write_string(s, len, true, to);
}

void quote_write_rune(uint32_t rune, bool ascii, struct text *to)
{
    text_addc(to, '\'');
    add_rune(rune, '\'', ascii, to);
    text_addc(to, '\'');
}

bool quote_can_be_raw(const char *s, size_t len)
{
    for (size_t at = 0, taken; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        bool control = (rune < ' ' && rune != '\t') || rune == 0x7f;
        if (control || rune == '`' || rune == 0xfeff || (rune == UTF8_BAD && taken == 1))
            return false;
    }
    return true;
}

const char *quote_go(struct arena *a, const char *s, size_t len)
{
    struct text t;
    text_init(&t, a);
    quote_write(s, len, &t);
    return t.failed ? "" : t.at;
}

const char *quote_time(struct arena *a, const char *s, size_t len)
{
    struct text t;
    text_init(&t, a);
    text_addc(&t, '"');
    for (size_t i = 0; i < len; i++) {
        unsigned char c = (unsigned char)s[i];
        if (c >= 0x80 || c < ' ')
            text_printf(&t, "\\x%02x", c);
        else
            text_printf(&t, c == '"' || c == '\\' ? "\\%c" : "%c", c);
    }
    text_addc(&t, '"');
    return t.at ? t.at : "\"\"";
}
