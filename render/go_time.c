#include "render/go_time.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define DAY_SECONDS    86400
#define FOUR_CENTURIES INT64_C(12622780800)
#define YEAR_1         INT64_C(-62135596800)
#define YEAR_2400      INT64_C(13569465600)
#define YEAR_2800      (YEAR_2400 + FOUR_CENTURIES)

/* Go counts seconds from 1 March of the year -292277022400, without a sign: what is before goes round. */
#define GO_EPOCH_DAYS UINT64_C(106751991073400)

/* Days from 1970 to a date of the Gregorian calendar, counted on before and behind it. */
static int64_t days_of(int64_t year, int month, int64_t day)
{
    year += (month - 1) / 12;
    month = (month - 1) % 12 + 1;
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400, of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146097 + of_era * 365 + of_era / 4 - of_era / 100 + day_of_year - 719468;
}

static void date_of(int64_t days, struct go_date *d)
{
    int64_t shifted = days + 719468, era = (shifted >= 0 ? shifted : shifted - 146096) / 146097,
            day = shifted - era * 146097;
    int64_t of_era = (day - day / 1460 + day / 36524 - day / 146096) / 365,
            day_of_year = day - (365 * of_era + of_era / 4 - of_era / 100),
            part = (5 * day_of_year + 2) / 153;
    d->day = (int)(day_of_year - (153 * part + 2) / 5 + 1);
    d->month = (int)(part < 10 ? part + 3 : part - 9);
    d->year = of_era + era * 400 + (d->month <= 2);
    d->year_day = (int)(days - days_of(d->year, 1, 1)) + 1;
    d->weekday = (int)(((days + 4) % 7 + 7) % 7);
}

struct go_date go_time_date(const struct go_time *t)
{
    struct go_date d = {0};
    uint64_t seconds = (uint64_t)t->seconds + (uint64_t)t->offset + GO_EPOCH_DAYS * DAY_SECONDS;
    int64_t of_day = (int64_t)(seconds % DAY_SECONDS);
    date_of((int64_t)(seconds / DAY_SECONDS) - (int64_t)GO_EPOCH_DAYS, &d);
    d.hour = (int)(of_day / 3600);
    d.minute = (int)(of_day / 60 % 60);
    d.second = (int)(of_day % 60);
    return d;
}

static const char *folder(void)
{
    const char *set = getenv("TZDIR");
    return set && *set == '/' ? set : "/usr/share/zoneinfo";
}

static bool is_zone_file(const char *path)
{
    char magic[4];
    FILE *f = fopen(path, "rb");
    bool yes = f && fread(magic, 1, sizeof magic, f) == sizeof magic && memcmp(magic, "TZif", 4) == 0;
    if (f)
        fclose(f);
    return yes;
}

/* Whether the system has a zone of that name, as Go looks for it. */
static bool is_known(const char *zone, struct arena *a)
{
    return *zone != '/' && *zone != '\\' && !strstr(zone, "..") &&
           is_zone_file(arena_printf(a, "%s/%s", folder(), zone));
}

/* A second that the C library's calendar holds too, with the same rules: before year 1 none has changed, and
 * they come again after 400 years, which are whole weeks. */
static time_t within_calendar(int64_t seconds)
{
    if (seconds < YEAR_1)
        return YEAR_1;
    return seconds < YEAR_2800 ? seconds : YEAR_2400 + (seconds - YEAR_2400) % FOUR_CENTURIES;
}

/* The C library knows the rules, but only of the one zone that TZ names. */
static void ask_system(struct go_time *t, const char *zone, struct arena *a)
{
    const char *own = getenv("TZ");
    const char *before = own ? arena_copy(a, own, strlen(own)) : NULL;
    time_t seconds = within_calendar(t->seconds);
    struct tm shown = {0};
    if (zone)
        setenv("TZ", arena_printf(a, ":%s", zone), 1);
    tzset();
    if (localtime_r(&seconds, &shown)) {
        t->offset = (int32_t)shown.tm_gmtoff;
        t->abbreviation = arena_copy(a, shown.tm_zone, strlen(shown.tm_zone));
    }
    if (zone && before)
        setenv("TZ", before, 1);
    else if (zone)
        unsetenv("TZ");
}

void go_time_move(struct go_time *t, const char *zone, struct arena *a)
{
    bool local = strcmp(zone, "Local") == 0;
    t->offset = 0;
    t->zone = "UTC";
    t->abbreviation = "UTC";
    if (!local && (!*zone || strcmp(zone, "UTC") == 0 || !is_known(zone, a)))
        return;
    t->zone = zone;
    ask_system(t, local ? NULL : zone, a);
}

struct go_time go_time_make(const struct go_date *d, int32_t nanoseconds, const char *zone, struct arena *a)
{
    int64_t seconds = days_of(d->year, d->month, d->day) * DAY_SECONDS + (int64_t)d->hour * 3600 +
                      (int64_t)d->minute * 60 + d->second;
    struct go_time t = {.seconds = seconds, .nanoseconds = nanoseconds};
    go_time_move(&t, zone, a);
    t.seconds = seconds - t.offset; /* a guess, which is wrong near a change of the offset */
    go_time_move(&t, zone, a);
    t.seconds = seconds - t.offset;
    go_time_move(&t, zone, a);
    return t;
}

struct go_time go_time_zero(void)
{
    return (struct go_time){.seconds = days_of(1, 1, 1) * DAY_SECONDS, .zone = "UTC", .abbreviation = "UTC"};
}
