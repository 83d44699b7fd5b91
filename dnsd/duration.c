#include "dnsd/duration.h"

#include <stddef.h>
#include <string.h>

static const struct unit {
    const char *name;
    uint64_t ns;
} units[] = {{"ns", 1},       {"us", 1000},      {"\xc2\xb5s", 1000}, {"\xce\xbcs", 1000},
             {"ms", 1000000}, {"s", 1000000000}, {"m", 60000000000},  {"h", 3600000000000}};

static const uint64_t most_ns = (uint64_t)UINT32_MAX * 1000000;

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static const struct unit *find_unit(const char *s, size_t len)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == len && memcmp(units[i].name, s, len) == 0)
            return &units[i];
    return NULL;
}

/* PART := digits ['.' digits] unit, one digit at least. NULL: it is none, or too long. */
static const char *read_part(const char *s, uint64_t *total_ns)
{
    uint64_t whole = 0, fraction = 0, scale = 1;
    bool any = false;
    for (; is_digit(*s); s++, any = true) {
        whole = whole * 10 + (uint64_t)(*s - '0');
        if (whole > most_ns)
            return NULL;
    }
    if (*s == '.')
        for (s++; is_digit(*s); s++, any = true) {
            if (scale > 100000) /* finer than that does not show in milliseconds of hours */
                continue;
            fraction = fraction * 10 + (uint64_t)(*s - '0');
            scale *= 10;
        }
    size_t len = 0;
    while (s[len] && s[len] != '.' && !is_digit(s[len]))
        len++;
    const struct unit *unit = find_unit(s, len);
    if (!any || !unit || whole > most_ns / unit->ns)
        return NULL;
    *total_ns += whole * unit->ns + fraction * unit->ns / scale;
    return *total_ns > most_ns ? NULL : s + len;
}

bool duration_from_text(const char *text, uint32_t *out_ms)
{
    uint64_t ns = 0;
    const char *s = text + (*text == '+');
    if (strcmp(s, "0") == 0) {
        *out_ms = 0;
        return true;
    }
    do {
        s = read_part(s, &ns);
    } while (s && *s);
    if (!s)
        return false;
    *out_ms = (uint32_t)((ns + 999999) / 1000000);
    return true;
}
