#include "render/go_verb.h"

#include <string.h>

#include "common/utf8.h"

bool go_verb_is(const struct go_verb *d, const char *letters)
{
    return d->verb && d->verb < 0x80 && strchr(letters, (int)d->verb);
}

void go_verb_pad(const struct go_verb *d, const char *body, size_t len, struct text *to)
{
    size_t runes = d->width > 0 ? utf8_count(body, len) : 0;
    size_t gap = d->width > 0 && (size_t)d->width > runes ? (size_t)d->width - runes : 0;
    if (!d->minus)
        text_repeat(to, d->zero ? '0' : ' ', gap);
    text_add(to, body, len);
    if (d->minus)
        text_repeat(to, ' ', gap);
}

void go_verb_pad_number(const struct go_verb *d, const char *body, size_t len, struct text *to)
{
    bool sign = len && strchr("+- ", body[0]);
    if (d->zero && !d->minus && sign && d->width > 0 && (size_t)d->width > len) {
        text_addc(to, body[0]);
        text_repeat(to, '0', (size_t)d->width - len);
        text_add(to, body + 1, len - 1);
        return;
    }
    go_verb_pad(d, body, len, to);
}
