#include "render/compose_units.h"

#include <ctype.h>
#include <math.h>
#include <string.h>

#include "common/number.h"

enum { DIGITS_MAX = 30 };

static const uint64_t year_ns = 365ull * 24 * 3600 * 1000000000ull;

/* Takes digits [.digits] from the front of *text. No sign, no exponent. */
static bool take_number(const char **text, double *out)
{
    size_t len = strspn(*text, "0123456789");
    if ((*text)[len] == '.')
        len += 1 + strspn(*text + len + 1, "0123456789");
    if (len > DIGITS_MAX || !number_read_float(*text, len, out))
        return false;
    *text += len;
    return true;
}

bool units_duration(const char *text, uint64_t *out_ns)
{
    static const struct {
        const char *name;
        double ns;
    } units[] = {{"ns", 1},   {"us", 1e3},   {"\xc2\xb5s", 1e3}, {"ms", 1e6},           {"s", 1e9},
                 {"m", 60e9}, {"h", 3600e9}, {"d", 24 * 3600e9}, {"w", 7 * 24 * 3600e9}};
    double total = 0, number;
    if (!*text)
        return false;
    while (*text) {
        if (!take_number(&text, &number))
            return false;
        size_t len = strcspn(text, "0123456789."), i = 0;
        while (i < sizeof units / sizeof *units &&
               (strlen(units[i].name) != len || memcmp(units[i].name, text, len) != 0))
            i++;
        if (i == sizeof units / sizeof *units)
            return false;
        total += number * units[i].ns;
        text += len;
    }
    *out_ns = (uint64_t)llround(fmin(total, 1e18));
    return *out_ns <= 10 * year_ns;
}

bool units_bytes(const char *text, uint64_t *out_len)
{
    static const char letters[] = "bkmgtp";
    double number;
    if (!take_number(&text, &number))
        return false;
    text += strspn(text, " ");
    const char *unit = *text ? strchr(letters, tolower((unsigned char)*text)) : letters;
    if (!unit)
        return false;
    if (*text)
        text++;
    if (unit > letters && tolower((unsigned char)*text) == 'i')
        text++;
    if (unit > letters && tolower((unsigned char)*text) == 'b')
        text++;
    number = floor(ldexp(number, 10 * (int)(unit - letters)));
    if (*text || number > 0x1p62)
        return false;
    *out_len = (uint64_t)number;
    return true;
}

bool units_cpus(const char *text, uint64_t *out_milli)
{
    double number;
    if (!take_number(&text, &number) || *text || number > 1e6)
        return false;
    *out_milli = (uint64_t)ceil(number * 1000 - 1e-6);
    return true;
}

const char *units_quantity(struct arena *a, uint64_t len)
{
    static const char letters[] = "\0KMGTP";
    unsigned power = 0;
    while (len && len % 1024 == 0 && power + 2 < sizeof letters) {
        len /= 1024;
        power++;
    }
    return power ? arena_printf(a, "%llu%ci", (unsigned long long)len, letters[power])
                 : arena_printf(a, "%llu", (unsigned long long)len);
}

const char *units_milli(struct arena *a, uint64_t milli)
{
    return milli % 1000 ? arena_printf(a, "%llum", (unsigned long long)milli)
                        : arena_printf(a, "%llu", (unsigned long long)(milli / 1000));
}
