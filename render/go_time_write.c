#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "render/go_layout.h"
#include "render/go_time.h"
#include "render/quote.h"

static void write_year(int64_t year, struct text *to)
{
    if (year < 0)
        text_printf(to, "-%04" PRId64, -year);
    else
        text_printf(to, "%04" PRId64, year);
}

static void write_fraction(const struct go_chunk *c, int32_t nanoseconds, struct text *to)
{
    char digits[16];
    size_t len = c->digits < 9 ? c->digits : 9;
    snprintf(digits, sizeof digits, "%09" PRId32, nanoseconds);
    if (c->element == FRACTION9)
        while (len && digits[len - 1] == '0')
            len--;
    if (!len)
        return;
    text_addc(to, *c->text.at);
    text_add(to, digits, len);
    if (c->element == FRACTION0)
        text_repeat(to, '0', c->digits - len);
}

/* Go takes the sign of whole minutes: half a minute west is +00. */
static void write_offset(const struct go_zone_form *form, int32_t offset, struct text *to)
{
    if (form->z && offset == 0) {
        text_addc(to, 'Z');
        return;
    }
    int32_t minutes = offset / 60;
    bool west = minutes < 0;
    minutes = west ? -minutes : minutes;
    offset = west ? -offset : offset;
    text_printf(to, "%c%02d", west ? '-' : '+', (int)(minutes / 60));
    if (form->minutes)
        text_printf(to, "%s%02d", form->colon ? ":" : "", (int)(minutes % 60));
    if (form->seconds)
        text_printf(to, "%s%02d", form->colon ? ":" : "", (int)(offset % 60));
}

static void write_zone_name(const struct go_time *t, struct text *to)
{
    static const struct go_zone_form unnamed = {.minutes = true};
    if (*t->abbreviation)
        text_adds(to, t->abbreviation);
    else
        write_offset(&unnamed, t->offset, to);
}

/* Padded to width with c. */
static void write_padded(int number, int width, char c, struct text *to)
{
    for (int least = 10; width > 1; least *= 10, width--)
        if (number < least)
            text_addc(to, c);
    text_printf(to, "%d", number);
}

static void write_element(const struct go_time *t, const struct go_date *d, const struct go_chunk *c,
                          struct text *to)
{
    int hour12 = d->hour % 12 ? d->hour % 12 : 12;
    switch (c->element) {
    case LONG_MONTH: text_adds(to, go_months[d->month - 1]); break;
    case MONTH: text_add(to, go_months[d->month - 1], 3); break;
    case NUM_MONTH: write_padded(d->month, 1, '0', to); break;
    case ZERO_MONTH: write_padded(d->month, 2, '0', to); break;
    case LONG_WEEKDAY: text_adds(to, go_weekdays[d->weekday]); break;
    case WEEKDAY: text_add(to, go_weekdays[d->weekday], 3); break;
    case DAY: write_padded(d->day, 1, '0', to); break;
    case UNDER_DAY: write_padded(d->day, 2, ' ', to); break;
    case ZERO_DAY: write_padded(d->day, 2, '0', to); break;
    case UNDER_YEAR_DAY: write_padded(d->year_day, 3, ' ', to); break;
    case ZERO_YEAR_DAY: write_padded(d->year_day, 3, '0', to); break;
    case HOUR: write_padded(d->hour, 2, '0', to); break;
    case HOUR12: write_padded(hour12, 1, '0', to); break;
    case ZERO_HOUR12: write_padded(hour12, 2, '0', to); break;
    case MINUTE: write_padded(d->minute, 1, '0', to); break;
    case ZERO_MINUTE: write_padded(d->minute, 2, '0', to); break;
    case SECOND: write_padded(d->second, 1, '0', to); break;
    case ZERO_SECOND: write_padded(d->second, 2, '0', to); break;
    case LONG_YEAR: write_year(d->year, to); break;
    case YEAR: write_padded((int)((d->year < 0 ? -d->year : d->year) % 100), 2, '0', to); break;
    case UPPER_PM: text_adds(to, d->hour < 12 ? "AM" : "PM"); break;
    case LOWER_PM: text_adds(to, d->hour < 12 ? "am" : "pm"); break;
    case ZONE_NAME: write_zone_name(t, to); break;
    case ZONE: write_offset(&c->zone, t->offset, to); break;
    case FRACTION0:
    case FRACTION9: write_fraction(c, t->nanoseconds, to); break;
    case ELEMENT_NONE: break;
    }
}

void go_time_write(const struct go_time *t, struct bytes layout, struct text *to)
{
    struct go_date d = go_time_date(t);
    while (layout.len) {
        struct go_chunk chunk = go_layout_next(layout);
        text_add(to, chunk.before.at, chunk.before.len);
        write_element(t, &d, &chunk, to);
        layout = chunk.rest;
    }
}

void go_time_write_syntax(const struct go_time *t, struct text *to)
{
    struct go_date d = go_time_date(t);
    bool plain = strcmp(t->zone, "UTC") == 0 || strcmp(t->zone, "Local") == 0;
    const char *zone = *t->zone ? t->zone : t->abbreviation;
    text_printf(to, "time.Date(%lld, time.%s, %d, %d, %d, %d, %d, ", (long long)d.year,
                go_months[d.month - 1], d.day, d.hour, d.minute, d.second, t->nanoseconds);
    if (plain) {
        text_printf(to, "time.%s)", zone);
    } else {
        text_adds(to, "time.Location(");
        quote_write(zone, strlen(zone), to);
        text_adds(to, "))");
    }
}
