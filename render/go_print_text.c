#include "render/go_print_text.h"

#include <string.h>

#include "common/utf8.h"
#include "render/quote.h"

static void print_hex(const struct go_verb *d, const char *s, size_t len, struct text *to)
{
    struct text body;
    text_init(&body, to->arena);
    text_adds(&body, "");
    if (d->precision >= 0 && (size_t)d->precision < len)
        len = (size_t)d->precision;
    for (size_t i = 0; i < len; i++) {
        if (d->space && i)
            text_addc(&body, ' ');
        if (d->sharp && (d->space || i == 0))
            text_adds(&body, d->verb == 'X' ? "0X" : "0x");
        text_printf(&body, d->verb == 'X' ? "%02X" : "%02x", (unsigned char)s[i]);
    }
    go_verb_pad(d, body.at, body.len, to);
}

size_t go_runes_len(const char *s, size_t len, int count)
{
    size_t at = 0, taken;
    for (; at < len && count > 0; count--, at += taken)
        utf8_read(s + at, len - at, &taken);
    return at;
}

static void print_quoted(const struct go_verb *d, const char *s, size_t len, struct text *to)
{
    struct text quoted;
    text_init(&quoted, to->arena);
    if (d->sharp && quote_can_be_raw(s, len)) {
        text_addc(&quoted, '`');
        text_add(&quoted, s, len);
        text_addc(&quoted, '`');
    } else if (d->plus) {
        quote_write_ascii(s, len, &quoted);
    } else {
        quote_write(s, len, &quoted);
    }
    go_verb_pad(d, quoted.at, quoted.len, to);
}

bool go_print_text(const struct go_verb *d, const char *s, size_t len, struct text *to)
{
    if (d->precision >= 0 && go_verb_is(d, "vsq"))
        len = go_runes_len(s, len, d->precision);
    if (go_verb_is(d, "xX"))
        print_hex(d, s, len, to);
    else if (d->verb == 'q' || (d->syntax && go_verb_is(d, "vs")))
        print_quoted(d, s, len, to);
    else if (go_verb_is(d, "vs"))
        go_verb_pad(d, s, len, to);
    else
        return false;
    return true;
}
