/* Dates and spans of time, and the methods of time.Time. */
#include <string.h>

#include "render/go_duration.h"
#include "render/go_layout.h"
#include "render/go_time.h"
#include "render/go_time_value.h"
#include "render/go_type.h"
#include "render/template/func.h"

enum { NS_A_SECOND = 1000000000 };

static struct value *written(struct call *c, const struct go_time *t, const char *layout, size_t len)
{
    struct text to;
    text_init(&to, c->arena);
    text_adds(&to, "");
    go_time_write(t, (struct bytes){layout, len}, &to);
    return value_borrow(c->arena, to.at, to.len);
}

static struct value *value_of(struct call *c, const struct go_time *t)
{
    return go_time_value(t, c->arena);
}

static struct bytes bytes_of(const struct value *v)
{
    return (struct bytes){v->text.at, v->text.len};
}

static struct go_time present(struct call *c)
{
    struct go_time now;
    const char *why = go_time_present(c->arena, &now);
    if (why)
        call_fail(c, "%s", why);
    return now;
}

/* A time, seconds since 1970, or the present for all else: also for the numbers of values files, which are
 * floats. */
static struct go_time any_time(struct call *c, const struct value *v)
{
    if (go_is_time(v))
        return go_time_of(v);
    if (v->kind != VALUE_INT || v->form == FORM_DURATION)
        return present(c);
    struct go_time t = {.seconds = v->integer};
    go_time_move(&t, "Local", c->arena);
    return t;
}

static void now(struct call *c)
{
    struct go_time t = present(c);
    c->result = value_of(c, &t);
}

static void show(struct call *c, const struct value *date, const char *zone, struct bytes layout)
{
    struct go_time t = any_time(c, date);
    go_time_move(&t, zone, c->arena);
    c->result = written(c, &t, layout.at, layout.len);
}

static const struct bytes html_layout = {"2006-01-02", 10};

static void date(struct call *c)
{
    show(c, c->args[1], "Local", bytes_of(c->args[0]));
}

static void date_in_zone(struct call *c)
{
    show(c, c->args[1], c->args[2]->text.at, bytes_of(c->args[0]));
}

static void html_date(struct call *c)
{
    show(c, c->args[0], "Local", html_layout);
}

static void html_date_in_zone(struct call *c)
{
    show(c, c->args[0], c->args[1]->text.at, html_layout);
}

static struct go_time later(struct call *c, struct go_time t, int64_t d)
{
    t.seconds += d / NS_A_SECOND;
    t.nanoseconds += (int32_t)(d % NS_A_SECOND);
    if (t.nanoseconds < 0) {
        t.nanoseconds += NS_A_SECOND;
        t.seconds--;
    } else if (t.nanoseconds >= NS_A_SECOND) {
        t.nanoseconds -= NS_A_SECOND;
        t.seconds++;
    }
    if (*t.zone)
        go_time_move(&t, t.zone, c->arena);
    return t;
}

static void modify(struct call *c, bool must)
{
    int64_t d;
    const char *error = go_duration_read(bytes_of(c->args[0]), c->arena, &d);
    struct go_time t = later(c, go_time_of(c->args[1]), error ? 0 : d);
    if (error && must)
        call_fail(c, "%s", error);
    else
        c->result = value_of(c, &t);
}

static void date_modify(struct call *c)
{
    modify(c, false);
}

static void must_date_modify(struct call *c)
{
    modify(c, true);
}

static void read_date(struct call *c, bool must)
{
    struct go_time t;
    const char *error = go_time_read(bytes_of(c->args[0]), bytes_of(c->args[1]), c->arena, &t);
    if (error && must) {
        call_fail(c, "%s", error);
        return;
    }
    if (error)
        t = go_time_zero();
    c->result = value_of(c, &t);
}

static void to_date(struct call *c)
{
    read_date(c, false);
}

static void must_to_date(struct call *c)
{
    read_date(c, true);
}

static void unix_epoch(struct call *c)
{
    call_texts(c, arena_printf(c->arena, "%lld", (long long)go_time_of(c->args[0]).seconds));
}

/* How long ago, in nanoseconds, as far as these go. */
static int64_t since(struct call *c, const struct go_time *t)
{
    struct go_time at = present(c);
    int64_t seconds = at.seconds - t->seconds, ns;
    if (__builtin_mul_overflow(seconds, NS_A_SECOND, &ns) ||
        __builtin_add_overflow(ns, at.nanoseconds - t->nanoseconds, &ns))
        return seconds < 0 ? INT64_MIN : INT64_MAX;
    return ns;
}

static void take_duration(struct call *c, int64_t d, void (*write)(int64_t, struct text *))
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    write(d, &t);
    call_take(c, &t);
}

/* To whole seconds, halves away from zero. */
static void ago(struct call *c)
{
    struct go_time t = any_time(c, c->args[0]);
    int64_t d = since(c, &t), rest = d % NS_A_SECOND;
    int64_t rounded = d - rest;
    if (rest >= NS_A_SECOND / 2 && __builtin_add_overflow(rounded, NS_A_SECOND, &rounded))
        rounded = INT64_MAX;
    if (rest <= -NS_A_SECOND / 2 && __builtin_sub_overflow(rounded, NS_A_SECOND, &rounded))
        rounded = INT64_MIN;
    take_duration(c, rounded, go_duration_write);
}

static bool is_int64(const struct value *v)
{
    return v->kind == VALUE_INT && v->form == FORM_PLAIN;
}

/* As ParseInt reads what need be no number: digits that are too many count before what is wrong behind them.
 */
static int64_t read_seconds(const struct value *text)
{
    const char *at = text->text.at, *end = at + text->text.len;
    bool negative = at < end && *at == '-';
    int64_t n = 0;
    at += at < end && (*at == '-' || *at == '+');
    if (at == end)
        return 0;
    for (; at < end; at++) {
        if (*at < '0' || *at > '9')
            return 0;
        int digit = negative ? -(*at - '0') : *at - '0';
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, digit, &n))
            return negative ? INT64_MIN : INT64_MAX;
    }
    return n;
}

/* Seconds as text or int64; all else is none. */
static void duration(struct call *c)
{
    const struct value *v = c->args[0];
    int64_t seconds = v->kind == VALUE_STRING ? read_seconds(v) : is_int64(v) ? v->integer : 0;
    take_duration(c, (int64_t)((uint64_t)seconds * NS_A_SECOND), go_duration_write);
}

static void duration_round(struct call *c)
{
    const struct value *v = c->args[0];
    int64_t d = 0;
    if (go_is_time(v)) {
        struct go_time t = go_time_of(v);
        d = since(c, &t);
    } else if (is_int64(v)) {
        d = v->integer;
    } else if (v->kind == VALUE_STRING && go_duration_read(bytes_of(v), c->arena, &d) != NULL) {
        d = 0;
    }
    take_duration(c, d, go_duration_write_rough);
}

const struct func funcs_dates[] = {
    {"now", "", now},
    {"date", "sa", date},
    {"dateInZone", "sas", date_in_zone},
    {"date_in_zone", "sas", date_in_zone},
    {"dateModify", "st", date_modify},
    {"date_modify", "st", date_modify},
    {"mustDateModify", "st", must_date_modify},
    {"must_date_modify", "st", must_date_modify},
    {"htmlDate", "a", html_date},
    {"htmlDateInZone", "as", html_date_in_zone},
    {"toDate", "ss", to_date},
    {"mustToDate", "ss", must_to_date},
    {"unixEpoch", "t", unix_epoch},
    {"ago", "a", ago},
    {"duration", "a", duration},
    {"durationRound", "a", duration_round},
    {0},
};

/* Methods */

static struct go_date date_of(struct call *c)
{
    struct go_time t = go_time_of(c->args[0]);
    return go_time_date(&t);
}

static void year(struct call *c)
{
    call_int(c, date_of(c).year);
}

/* Go's Month and Weekday print as their names. */
static void month(struct call *c)
{
    call_texts(c, go_months[date_of(c).month - 1]);
}

static void weekday(struct call *c)
{
    call_texts(c, go_weekdays[date_of(c).weekday]);
}

static void day(struct call *c)
{
    call_int(c, date_of(c).day);
}

static void hour(struct call *c)
{
    call_int(c, date_of(c).hour);
}

static void minute(struct call *c)
{
    call_int(c, date_of(c).minute);
}

static void second(struct call *c)
{
    call_int(c, date_of(c).second);
}

static void year_day(struct call *c)
{
    call_int(c, date_of(c).year_day);
}

static void nanosecond(struct call *c)
{
    call_int(c, go_time_of(c->args[0]).nanoseconds);
}

/* Since 1970, in units of which a second has so many; too large a number goes round, as in Go. */
static void since_1970(struct call *c, uint64_t a_second)
{
    struct go_time t = go_time_of(c->args[0]);
    uint64_t part = (uint64_t)t.nanoseconds / (NS_A_SECOND / a_second);
    call_int64(c, (int64_t)((uint64_t)t.seconds * a_second + part));
}

static void unix_seconds(struct call *c)
{
    call_int64(c, go_time_of(c->args[0]).seconds);
}

static void unix_milli(struct call *c)
{
    since_1970(c, 1000);
}

static void unix_micro(struct call *c)
{
    since_1970(c, 1000000);
}

static void unix_nano(struct call *c)
{
    since_1970(c, NS_A_SECOND);
}

static void format(struct call *c)
{
    struct go_time t = go_time_of(c->args[0]);
    c->result = written(c, &t, c->args[1]->text.at, c->args[1]->text.len);
}

static void string(struct call *c)
{
    c->result = value_gets(c->args[0], "");
}

static void moved(struct call *c, const char *zone)
{
    struct go_time t = go_time_of(c->args[0]);
    go_time_move(&t, zone, c->arena);
    c->result = value_of(c, &t);
}

static void utc(struct call *c)
{
    moved(c, "UTC");
}

static void local(struct call *c)
{
    moved(c, "Local");
}

static void is_zero(struct call *c)
{
    struct go_time t = go_time_of(c->args[0]), zero = go_time_zero();
    call_bool(c, t.seconds == zero.seconds && t.nanoseconds == 0);
}

static int compare(const struct call *c)
{
    struct go_time a = go_time_of(c->args[0]), b = go_time_of(c->args[1]);
    if (a.seconds != b.seconds)
        return a.seconds < b.seconds ? -1 : 1;
    return (a.nanoseconds > b.nanoseconds) - (a.nanoseconds < b.nanoseconds);
}

static void before(struct call *c)
{
    call_bool(c, compare(c) < 0);
}

static void after(struct call *c)
{
    call_bool(c, compare(c) > 0);
}

static void equal(struct call *c)
{
    call_bool(c, compare(c) == 0);
}

const struct func funcs_times[] = {
    {"Year", "t", year},
    {"Month", "t", month},
    {"Day", "t", day},
    {"Weekday", "t", weekday},
    {"YearDay", "t", year_day},
    {"Hour", "t", hour},
    {"Minute", "t", minute},
    {"Second", "t", second},
    {"Nanosecond", "t", nanosecond},
    {"Unix", "t", unix_seconds},
    {"UnixMilli", "t", unix_milli},
    {"UnixMicro", "t", unix_micro},
    {"UnixNano", "t", unix_nano},
    {"Format", "ts", format},
    {"String", "t", string},
    {"UTC", "t", utc},
    {"Local", "t", local},
    {"IsZero", "t", is_zero},
    {"Before", "tt", before},
    {"After", "tt", after},
    {"Equal", "tt", equal},
    {0},
};
