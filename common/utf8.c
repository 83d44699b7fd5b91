#include "common/utf8.h"

/* How many octets a lead octet announces; 0: none starts so. */
static size_t announced(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead < 0xc2)
        return 0;
    return lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
}

static bool is_rune(uint32_t rune, size_t octets)
{
    if (octets == 3)
        return rune >= 0x800 && (rune < 0xd800 || rune > 0xdfff);
    return octets != 4 || (rune >= 0x10000 && rune <= 0x10ffff);
}

uint32_t utf8_read(const char *s, size_t len, size_t *taken)
{
    unsigned char lead = (unsigned char)*s;
    size_t octets = announced(lead);
    *taken = 1;
    if (octets == 1)
        return lead;
    if (octets == 0 || octets > len)
        return UTF8_BAD;
    uint32_t rune = lead & (0x7fu >> octets);
    for (size_t i = 1; i < octets; i++) {
        if (((unsigned char)s[i] & 0xc0) != 0x80)
            return UTF8_BAD;
        rune = rune << 6 | ((unsigned char)s[i] & 0x3f);
    }
    if (!is_rune(rune, octets))
        return UTF8_BAD;
    *taken = octets;
    return rune;
}

size_t utf8_write(uint32_t rune, char to[UTF8_MAX])
{
    if (rune < 0x80) {
        to[0] = (char)rune;
        return 1;
    }
    size_t octets = rune < 0x800 ? 2 : rune < 0x10000 ? 3 : 4;
    for (size_t i = octets - 1; i > 0; i--, rune >>= 6)
        to[i] = (char)(0x80 | (rune & 0x3f));
    to[0] = (char)((0xf00u >> octets) | rune);
    return octets;
}

static size_t valid_until(const char *s, size_t len)
{
    size_t at = 0, taken;
    while (at < len) {
        if (utf8_read(s + at, len - at, &taken) == UTF8_BAD && taken == 1)
            break;
        at += taken;
    }
    return at;
}

bool utf8_is_valid(const char *s, size_t len)
{
    return valid_until(s, len) == len;
}

void utf8_clean(const char *s, size_t len, struct text *to)
{
    for (;;) {
        size_t good = valid_until(s, len);
        text_add(to, s, good);
        if (good == len)
            return;
        text_adds(to, "\xef\xbf\xbd");
        s += good + 1;
        len -= good + 1;
    }
}

size_t utf8_count(const char *s, size_t len)
{
    size_t count = 0;
    for (size_t at = 0, taken; at < len; at += taken, count++)
        utf8_read(s + at, len - at, &taken);
    return count;
}
