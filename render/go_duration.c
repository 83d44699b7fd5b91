#include "render/go_duration.h"

#include <inttypes.h>
#include <string.h>

#include "render/quote.h"

#define SECOND UINT64_C(1000000000)
#define MINUTE (60 * SECOND)
#define HOUR   (60 * MINUTE)
#define DAY    (24 * HOUR)
#define MOST   (UINT64_C(1) << 63)

static const struct {
    const char *name;
    uint64_t ns;
} units[] = {{"ns", 1},       {"us", 1000},  {"\xc2\xb5s", 1000}, {"\xce\xbcs", 1000},
             {"ms", 1000000}, {"s", SECOND}, {"m", MINUTE},       {"h", HOUR}};

static bool is_digit(const char *at, const char *end)
{
    return at < end && *at >= '0' && *at <= '9';
}

/* 0: there is no such unit. */
static uint64_t unit_of(const char *name, size_t len)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i].name) == len && memcmp(units[i].name, name, len) == 0)
            return units[i].ns;
    return 0;
}

/* The digits behind the point, as far as they count, over scale. */
static uint64_t read_fraction(const char **at, const char *end, double *scale)
{
    uint64_t f = 0;
    bool full = false;
    for (*scale = 1; is_digit(*at, end); ++*at) {
        uint64_t next = f * 10 + (uint64_t)(**at - '0');
        full = full || f > (MOST - 1) / 10 || next > MOST;
        if (full)
            continue;
        f = next;
        *scale *= 10;
    }
    return f;
}

/* A number and its unit, added to *sum. NULL, or what is wrong with the whole. */
static const char *read_part(const char **at, const char *end, struct arena *a, uint64_t *sum)
{
    static const char invalid[] = "invalid duration";
    uint64_t whole = 0, fraction = 0;
    double scale = 1;
    const char *from = *at;
    for (; is_digit(*at, end); ++*at) {
        if (whole > MOST / 10 || whole * 10 + (uint64_t)(**at - '0') > MOST)
            return invalid;
        whole = whole * 10 + (uint64_t)(**at - '0');
    }
    bool has_digits = *at > from;
    if (*at < end && **at == '.') {
        ++*at;
        from = *at;
        fraction = read_fraction(at, end, &scale);
        has_digits = has_digits || *at > from;
    }
    if (!has_digits)
        return invalid;
    const char *name = *at;
    while (*at < end && **at != '.' && !is_digit(*at, end))
        ++*at;
    size_t len = (size_t)(*at - name);
    uint64_t unit = unit_of(name, len);
    if (!len)
        return "missing unit in duration";
    if (!unit)
        return arena_printf(a, "unknown unit %s in duration", quote_time(a, name, len));
    if (whole > MOST / unit)
        return invalid;
    whole = whole * unit + (uint64_t)((double)fraction * ((double)unit / scale));
    if (whole > MOST || *sum + whole > MOST)
        return invalid;
    *sum += whole;
    return NULL;
}

const char *go_duration_read(struct bytes s, struct arena *a, int64_t *out)
{
    const char *at = s.at, *end = s.at + s.len, *why = NULL;
    bool negative = s.len && *at == '-';
    uint64_t sum = 0;
    *out = 0;
    at += s.len && (*at == '-' || *at == '+');
    if (end - at == 1 && *at == '0')
        return NULL;
    if (at == end)
        why = "invalid duration";
    while (at < end && !why)
        why = read_part(&at, end, a, &sum);
    if (!why && sum == MOST && !negative)
        why = "invalid duration";
    if (why)
        return arena_printf(a, "time: %s %s", why, quote_time(a, s.at, s.len));
    *out = (int64_t)(negative ? -sum : sum);
    return NULL;
}

/* number / unit with as many decimals as it needs. */
static void write_decimal(uint64_t number, uint64_t unit, struct text *to)
{
    text_printf(to, "%" PRIu64, number / unit);
    uint64_t rest = number % unit;
    if (rest)
        text_addc(to, '.');
    for (; rest; rest = rest * 10 % unit)
        text_printf(to, "%" PRIu64, rest * 10 / unit);
}

static uint64_t size_of(int64_t d)
{
    return d < 0 ? -(uint64_t)d : (uint64_t)d;
}

void go_duration_write(int64_t d, struct text *to)
{
    uint64_t u = size_of(d);
    text_adds(to, d < 0 ? "-" : "");
    if (u && u < SECOND) {
        uint64_t unit = u < 1000 ? 1 : u < 1000000 ? 1000 : 1000000;
        write_decimal(u, unit, to);
        text_adds(to, unit == 1 ? "ns" : unit == 1000 ? "\xc2\xb5s" : "ms");
        return;
    }
    if (u >= HOUR)
        text_printf(to, "%" PRIu64 "h", u / HOUR);
    if (u >= MINUTE)
        text_printf(to, "%" PRIu64 "m", u % HOUR / MINUTE);
    write_decimal(u % MINUTE, SECOND, to);
    text_addc(to, 's');
}

void go_duration_write_rough(int64_t d, struct text *to)
{
    static const struct {
        uint64_t ns;
        const char *name;
    } rough[] = {{365 * DAY, "y"}, {30 * DAY, "mo"}, {DAY, "d"}, {HOUR, "h"}, {MINUTE, "m"}, {SECOND, "s"}};
    uint64_t u = size_of(d);
    for (size_t i = 0; i < sizeof rough / sizeof *rough; i++)
        if (u > rough[i].ns) {
            text_printf(to, "%" PRIu64 "%s", u / rough[i].ns, rough[i].name);
            return;
        }
    text_adds(to, "0s");
}

double go_duration_in(int64_t d, int64_t unit)
{
    int64_t whole = d / unit, rest = d % unit;
    return (double)whole + (double)rest / (double)unit;
}

int64_t go_duration_truncate(int64_t d, int64_t m)
{
    return m <= 0 ? d : d - d % m;
}

int64_t go_duration_round(int64_t d, int64_t m)
{
    int64_t out, down = go_duration_truncate(d, m);
    uint64_t rest = size_of(d - down);
    if (m <= 0 || rest * 2 < (uint64_t)m)
        return down;
    bool beyond = d < 0 ? __builtin_sub_overflow(down, m, &out) : __builtin_add_overflow(down, m, &out);
    return !beyond ? out : d < 0 ? INT64_MIN : INT64_MAX;
}
