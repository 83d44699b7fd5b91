#include <string.h>
#include <strings.h>

#include "render/go_layout.h"
#include "render/go_time.h"
#include "render/quote.h"

enum { NOT_SAID = -1 };

struct reader {
    struct bytes layout, whole; /* for messages */
    struct bytes value;         /* what is left to read */
    struct arena *a;
    const char *error;
    const char *out_of_range; /* what the element just read has too much of */
    struct go_date date;
    int32_t nanoseconds;
    bool pm, am, utc, has_offset;
    int32_t offset;
    struct bytes zone_name;
};

static const char *quote(struct reader *r, struct bytes b)
{
    return quote_time(r->a, b.at, b.len);
}

static void cannot(struct reader *r, struct bytes value, struct bytes element)
{
    if (!r->error)
        r->error = arena_printf(r->a, "parsing time %s as %s: cannot parse %s as %s", quote(r, r->whole),
                                quote(r, r->layout), quote(r, value), quote(r, element));
}

static void complain(struct reader *r, const char *what)
{
    if (!r->error)
        r->error = arena_printf(r->a, "parsing time %s: %s", quote(r, r->whole), what);
}

static bool digit_at(struct bytes b, size_t i)
{
    return i < b.len && b.at[i] >= '0' && b.at[i] <= '9';
}

static void advance(struct reader *r, size_t len)
{
    r->value.at += len;
    r->value.len -= len;
}

/* Runs of blanks are alike. */
static bool skip(struct reader *r, struct bytes text)
{
    for (size_t i = 0; i < text.len;) {
        if (text.at[i] != ' ') {
            if (!r->value.len || *r->value.at != text.at[i])
                return false;
            advance(r, 1);
            i++;
            continue;
        }
        if (r->value.len && *r->value.at != ' ')
            return false;
        while (i < text.len && text.at[i] == ' ')
            i++;
        while (r->value.len && *r->value.at == ' ')
            advance(r, 1);
    }
    return true;
}

/* least to most digits. */
static bool read_digits(struct reader *r, size_t least, size_t most, int *out)
{
    size_t len = 0;
    int n = 0;
    for (; len < most && digit_at(r->value, len); len++)
        n = n * 10 + (r->value.at[len] - '0');
    if (len < least)
        return false;
    advance(r, len);
    *out = n;
    return true;
}

static bool read_number(struct reader *r, bool two_digits, int least, int most, const char *name, int *out)
{
    if (!read_digits(r, two_digits ? 2 : 1, 2, out))
        return false;
    if (*out < least || *out > most)
        r->out_of_range = name;
    return true;
}

static bool read_name(struct reader *r, const char *const *names, int count, size_t letters, int *out)
{
    for (int i = 0; i < count; i++) {
        size_t len = letters ? letters : strlen(names[i]);
        if (r->value.len >= len && strncasecmp(r->value.at, names[i], len) == 0) {
            advance(r, len);
            *out = i;
            return true;
        }
    }
    return false;
}

/* A point or comma and count digits, of which nine are kept. */
static bool read_fraction(struct reader *r, size_t count)
{
    int32_t n = 0;
    if (r->value.len <= count || (*r->value.at != '.' && *r->value.at != ','))
        return false;
    for (size_t i = 1; i <= count; i++)
        if (!digit_at(r->value, i))
            return false;
    for (size_t i = 1; i <= 9; i++)
        n = n * 10 + (i <= count ? r->value.at[i] - '0' : 0);
    r->nanoseconds = n;
    advance(r, count + 1);
    return true;
}

static size_t count_fraction(const struct reader *r)
{
    size_t count = 0;
    if (!r->value.len || (*r->value.at != '.' && *r->value.at != ','))
        return 0;
    while (digit_at(r->value, count + 1))
        count++;
    return count;
}

/* A fraction may follow the seconds although the layout has none. */
static bool read_second(struct reader *r, const struct go_chunk *c)
{
    if (!read_number(r, c->element == ZERO_SECOND, 0, 59, "second", &r->date.second))
        return false;
    enum go_element next = go_layout_next(c->rest).element;
    size_t count = count_fraction(r);
    return r->out_of_range || !count || next == FRACTION0 || next == FRACTION9 || read_fraction(r, count);
}

static bool read_pm(struct reader *r, const char *am, const char *pm)
{
    if (r->value.len < 2)
        return false;
    r->am = r->am || memcmp(r->value.at, am, 2) == 0;
    r->pm = r->pm || memcmp(r->value.at, pm, 2) == 0;
    bool good = memcmp(r->value.at, am, 2) == 0 || memcmp(r->value.at, pm, 2) == 0;
    advance(r, good ? 2 : 0);
    return good;
}

static bool two_digits_at(struct bytes b, size_t at, int *out)
{
    if (!digit_at(b, at) || !digit_at(b, at + 1))
        return false;
    *out = (b.at[at] - '0') * 10 + (b.at[at + 1] - '0');
    return true;
}

/* The octets of an offset in that form; 0: value is too short, or has no colon where one belongs. */
static size_t offset_len(struct bytes v, const struct go_zone_form *form)
{
    size_t part = form->colon ? 3 : 2, len = 3 + part * form->minutes + part * form->seconds;
    if (v.len < len || (form->colon && v.at[3] != ':') || (form->colon && form->seconds && v.at[6] != ':'))
        return 0;
    return len;
}

/* Of what there is too much of the last is told. */
static bool read_offset(struct reader *r, const struct go_zone_form *form)
{
    struct bytes v = r->value;
    int hours = 0, minutes = 0, seconds = 0;
    size_t len = offset_len(v, form), part = form->colon ? 3 : 2;
    if (form->z && v.len && *v.at == 'Z') {
        r->utc = true;
        advance(r, 1);
        return true;
    }
    bool good = len && two_digits_at(v, 1, &hours) &&
                (!form->minutes || two_digits_at(v, 1 + part, &minutes)) &&
                (!form->seconds || two_digits_at(v, 1 + 2 * part, &seconds));
    r->out_of_range = seconds > 60   ? "time zone offset second"
                      : minutes > 60 ? "time zone offset minute"
                      : hours > 24   ? "time zone offset hour"
                                     : NULL;
    if (!good || (*v.at != '+' && *v.at != '-'))
        return false;
    int32_t offset = (hours * 60 + minutes) * 60 + seconds;
    r->has_offset = true;
    r->offset = *v.at == '-' ? -offset : offset;
    advance(r, len);
    return true;
}

/* The length of "+03" to "-23", or 0. */
static size_t signed_hours(struct bytes b)
{
    size_t len = 1;
    unsigned n = 0;
    if (!b.len || (*b.at != '+' && *b.at != '-'))
        return 0;
    for (; digit_at(b, len) && n < 100; len++)
        n = n * 10 + (unsigned)(b.at[len] - '0');
    return len == 1 || n > 23 ? 0 : len;
}

/* What Go takes for the abbreviation of a zone: three to five capitals, and some that are not. */
static size_t zone_name_len(struct bytes b)
{
    size_t capitals = 0;
    if (b.len < 3)
        return 0;
    if (b.len >= 4 && (memcmp(b.at, "ChST", 4) == 0 || memcmp(b.at, "MeST", 4) == 0))
        return 4;
    if (memcmp(b.at, "GMT", 3) == 0)
        return 3 + signed_hours((struct bytes){b.at + 3, b.len - 3});
    if (*b.at == '+' || *b.at == '-')
        return signed_hours(b);
    while (capitals < 6 && capitals < b.len && b.at[capitals] >= 'A' && b.at[capitals] <= 'Z')
        capitals++;
    if (capitals == 3 || (capitals == 5 && b.at[4] == 'T') ||
        (capitals == 4 && (b.at[3] == 'T' || memcmp(b.at, "WITA", 4) == 0)))
        return capitals;
    return 0;
}

static bool read_zone_name(struct reader *r)
{
    size_t len = zone_name_len(r->value);
    if (r->value.len >= 3 && memcmp(r->value.at, "UTC", 3) == 0) {
        r->utc = true;
        advance(r, 3);
        return true;
    }
    r->zone_name = (struct bytes){r->value.at, len};
    advance(r, len);
    return len > 0;
}

/* Two octets, of which the first may be a sign. */
static bool read_short_year(struct reader *r)
{
    bool sign = r->value.len >= 2 && (*r->value.at == '-' || *r->value.at == '+');
    bool negative = sign && *r->value.at == '-';
    int year;
    if (sign && !digit_at(r->value, 1))
        return false;
    advance(r, sign);
    if (!read_digits(r, sign ? 1 : 2, sign ? 1 : 2, &year))
        return false;
    year = negative ? -year : year;
    r->date.year = year + (year >= 69 ? 1900 : 2000);
    return true;
}

static bool read_long_year(struct reader *r)
{
    int year;
    bool good = read_digits(r, 4, 4, &year);
    if (good)
        r->date.year = year;
    return good;
}

static void skip_blanks(struct reader *r, unsigned most)
{
    for (; most && r->value.len && *r->value.at == ' '; most--)
        advance(r, 1);
}

static bool read_element(struct reader *r, const struct go_chunk *c)
{
    struct go_date *d = &r->date;
    switch (c->element) {
    case YEAR: return read_short_year(r);
    case LONG_YEAR: return read_long_year(r);
    case MONTH:
    case LONG_MONTH: {
        bool good = read_name(r, go_months, 12, c->element == MONTH ? 3 : 0, &d->month);
        d->month++;
        return good;
    }
    case NUM_MONTH:
    case ZERO_MONTH: return read_number(r, c->element == ZERO_MONTH, 1, 12, "month", &d->month);
    case WEEKDAY:
    case LONG_WEEKDAY: return read_name(r, go_weekdays, 7, c->element == WEEKDAY ? 3 : 0, &d->weekday);
    case UNDER_DAY: skip_blanks(r, 1); return read_digits(r, 1, 2, &d->day);
    case DAY: return read_digits(r, 1, 2, &d->day);
    case ZERO_DAY: return read_digits(r, 2, 2, &d->day);
    case UNDER_YEAR_DAY: skip_blanks(r, 2); return read_digits(r, 1, 3, &d->year_day);
    case ZERO_YEAR_DAY: return read_digits(r, 3, 3, &d->year_day);
    case HOUR: return read_number(r, false, 0, 23, "hour", &d->hour);
    case HOUR12:
    case ZERO_HOUR12: return read_number(r, c->element == ZERO_HOUR12, 0, 12, "hour", &d->hour);
    case MINUTE:
    case ZERO_MINUTE: return read_number(r, c->element == ZERO_MINUTE, 0, 59, "minute", &d->minute);
    case SECOND:
    case ZERO_SECOND: return read_second(r, c);
    case UPPER_PM: return read_pm(r, "AM", "PM");
    case LOWER_PM: return read_pm(r, "am", "pm");
    case ZONE: return read_offset(r, &c->zone);
    case ZONE_NAME: return read_zone_name(r);
    case FRACTION0: return read_fraction(r, c->digits);
    case FRACTION9: return count_fraction(r) == 0 || read_fraction(r, count_fraction(r));
    case ELEMENT_NONE: break;
    }
    return false;
}

static void read_all(struct reader *r)
{
    struct bytes layout = r->layout;
    for (;;) {
        struct go_chunk c = go_layout_next(layout);
        if (!skip(r, c.before)) {
            cannot(r, r->value, c.before);
            return;
        }
        if (c.element == ELEMENT_NONE)
            break;
        struct bytes before = r->value;
        r->out_of_range = NULL;
        bool good = read_element(r, &c);
        if (r->out_of_range)
            complain(r, arena_printf(r->a, "%s out of range", r->out_of_range));
        else if (!good)
            cannot(r, before, c.text);
        if (r->error)
            return;
        layout = c.rest;
    }
    if (r->value.len)
        complain(r, arena_printf(r->a, "extra text: %s", quote(r, r->value)));
}

static bool is_leap(int64_t year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int days_in(int month, int64_t year)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return days[month - 1] + (month == 2 && is_leap(year));
}

/* The day of the year decides, if it is said, and must fit what else is said. */
static void settle_day(struct reader *r)
{
    struct go_date *d = &r->date;
    int month = 1, day = d->year_day;
    if (day != NOT_SAID) {
        if (day < 1 || day > 365 + is_leap(d->year)) {
            complain(r, "day-of-year out of range");
            return;
        }
        while (day > days_in(month, d->year))
            day -= days_in(month++, d->year);
        if (d->month != NOT_SAID && d->month != month)
            complain(r, "day-of-year does not match month");
        if (d->day != NOT_SAID && d->day != day)
            complain(r, "day-of-year does not match day");
        d->month = month;
        d->day = day;
    }
    d->month = d->month == NOT_SAID ? 1 : d->month;
    d->day = d->day == NOT_SAID ? 1 : d->day;
    if (d->day < 1 || d->day > days_in(d->month, d->year))
        complain(r, "day out of range");
}

static bool is_abbreviation(const struct go_time *t, struct bytes name)
{
    return strlen(t->abbreviation) == name.len && memcmp(t->abbreviation, name.at, name.len) == 0;
}

static void fix_zone(struct reader *r, int32_t offset, struct go_time *t)
{
    t->zone = "";
    t->offset = offset;
    t->abbreviation = arena_copy(r->a, r->zone_name.len ? r->zone_name.at : "", r->zone_name.len);
}

/* An offset that the local zone has at that time means that zone; another one is kept as it is. */
static void place_by_offset(struct reader *r, struct go_time *t)
{
    t->seconds -= r->offset;
    go_time_move(t, "Local", r->a);
    if (t->offset != r->offset || (r->zone_name.len && !is_abbreviation(t, r->zone_name)))
        fix_zone(r, r->offset, t);
}

/* A name that is the local zone's at that time means that zone; another one has no offset that is known. */
static void place_by_name(struct reader *r, struct go_time *t)
{
    struct go_time local = go_time_make(&r->date, r->nanoseconds, "Local", r->a);
    int32_t hours = 0;
    if (is_abbreviation(&local, r->zone_name)) {
        *t = local;
        return;
    }
    for (size_t i = 4; i < r->zone_name.len; i++)
        hours = hours * 10 + (r->zone_name.at[i] - '0');
    bool is_gmt = r->zone_name.len > 3 && memcmp(r->zone_name.at, "GMT", 3) == 0;
    fix_zone(r, !is_gmt ? 0 : r->zone_name.at[3] == '-' ? -hours * 3600 : hours * 3600, t);
}

const char *go_time_read(struct bytes layout, struct bytes value, struct arena *a, struct go_time *out)
{
    struct reader r = {.layout = layout,
                       .whole = value,
                       .value = value,
                       .a = a,
                       .date = {.month = NOT_SAID, .day = NOT_SAID, .year_day = NOT_SAID},
                       .zone_name = {"", 0}};
    *out = go_time_zero();
    read_all(&r);
    if (!r.error)
        settle_day(&r);
    if (r.error)
        return r.error;
    if (r.pm && r.date.hour < 12)
        r.date.hour += 12;
    else if (r.am && r.date.hour == 12)
        r.date.hour = 0;
    bool local = !r.utc && !r.has_offset && !r.zone_name.len;
    *out = go_time_make(&r.date, r.nanoseconds, local ? "Local" : "UTC", a);
    if (!r.utc && r.has_offset)
        place_by_offset(&r, out);
    else if (!r.utc && r.zone_name.len)
        place_by_name(&r, out);
    return NULL;
}
