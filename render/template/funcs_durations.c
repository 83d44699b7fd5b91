/* Spans of time as a type of their own: Helm 4's functions, and the methods of time.Duration. */
#include "render/go_duration.h"

#include <math.h>

#include "common/number.h"
#include "render/go_type.h"
#include "render/quote.h"
#include "render/split.h"
#include "render/template/cast.h"
#include "render/template/func.h"

#define MICROSECOND INT64_C(1000)
#define MILLISECOND (1000 * MICROSECOND)
#define SECOND      (1000 * MILLISECOND)
#define MINUTE      (60 * SECOND)
#define HOUR        (60 * MINUTE)

static const double int64_end = 9223372036854775808.0; /* one more than the largest */

static const char *with_number(struct call *c, const char *complaint, double number)
{
    char digits[NUMBER_TEXT_MAX];
    number_go(number, digits);
    return arena_printf(c->arena, "%s: %s", complaint, digits);
}

/* Each of these gives NULL, or what is wrong, in Helm's words. */
static const char *of_float(struct call *c, double seconds, int64_t *out)
{
    double nanoseconds = seconds * (double)SECOND, most = int64_end / (double)SECOND;
    if (!isfinite(seconds))
        return with_number(c, "invalid duration seconds", seconds);
    if (seconds > most || seconds < -most)
        return with_number(c, "duration seconds overflow", seconds);
    if (nanoseconds > int64_end || nanoseconds < -int64_end)
        return with_number(c, "duration nanoseconds overflow", nanoseconds);
    *out = cast_cut(nanoseconds);
    return NULL;
}

static const char *of_int(struct call *c, int64_t seconds, int64_t *out)
{
    if (__builtin_mul_overflow(seconds, SECOND, out))
        return arena_printf(c->arena, "duration seconds overflow: %lld", (long long)seconds);
    return NULL;
}

static const char *of_text(struct call *c, struct bytes text, int64_t *out)
{
    double seconds;
    struct bytes trimmed = split_trim(text);
    if (!trimmed.len)
        return "empty duration";
    if (!go_duration_read(trimmed, c->arena, out))
        return NULL;
    if (cast_read_float(trimmed.at, trimmed.len, &seconds))
        return of_float(c, seconds, out);
    return arena_printf(c->arena, "could not parse duration %s", quote_go(c->arena, text.at, text.len));
}

/* A span of time, a text that is one, or seconds as a number or text. */
static const char *of_any(struct call *c, const struct value *v, int64_t *out)
{
    if (v->kind == VALUE_STRING && !go_is_bytes(v))
        return of_text(c, (struct bytes){v->text.at, v->text.len}, out);
    if (v->kind == VALUE_FLOAT)
        return of_float(c, v->number, out);
    if (v->kind == VALUE_INT && v->form != FORM_DURATION)
        return of_int(c, v->integer, out);
    if (v->kind == VALUE_NULL)
        return "invalid duration";
    if (v->kind != VALUE_INT)
        return arena_printf(c->arena, "unsupported duration type %s", go_type_name(v));
    *out = v->integer;
    return NULL;
}

static void give(struct call *c, int64_t d)
{
    call_int64(c, d);
    c->result->form = FORM_DURATION;
}

static void must_to_duration(struct call *c)
{
    int64_t d = 0;
    const char *why = of_any(c, c->args[0], &d);
    if (why)
        call_fail(c, "%s", why);
    else
        give(c, d);
}

/* 0 for what is no span of time. */
static int64_t first(struct call *c)
{
    int64_t d = 0;
    return of_any(c, c->args[0], &d) ? 0 : d;
}

static void whole(struct call *c, int64_t unit)
{
    call_int64(c, first(c) / unit);
}

static void nanoseconds(struct call *c)
{
    whole(c, 1);
}

static void microseconds(struct call *c)
{
    whole(c, MICROSECOND);
}

static void milliseconds(struct call *c)
{
    whole(c, MILLISECOND);
}

static void seconds(struct call *c)
{
    call_float(c, go_duration_in(first(c), SECOND));
}

static void minutes(struct call *c)
{
    call_float(c, go_duration_in(first(c), MINUTE));
}

static void hours(struct call *c)
{
    call_float(c, go_duration_in(first(c), HOUR));
}

static void days(struct call *c)
{
    call_float(c, go_duration_in(first(c), HOUR) / 24);
}

static void weeks(struct call *c)
{
    call_float(c, go_duration_in(first(c), HOUR) / 24 / 7);
}

/* To multiples of the second argument, if that is a span of time; else as it is. */
static void to_multiple(struct call *c, int64_t (*change)(int64_t, int64_t))
{
    int64_t d = first(c), multiple = 0;
    give(c, of_any(c, c->args[1], &multiple) ? d : change(d, multiple));
}

static void round_to(struct call *c)
{
    to_multiple(c, go_duration_round);
}

static void truncate_to(struct call *c)
{
    to_multiple(c, go_duration_truncate);
}

const struct func funcs_durations4[] = {
    {"mustToDuration", "a", must_to_duration},
    {"durationNanoseconds", "a", nanoseconds},
    {"durationMicroseconds", "a", microseconds},
    {"durationMilliseconds", "a", milliseconds},
    {"durationSeconds", "a", seconds},
    {"durationMinutes", "a", minutes},
    {"durationHours", "a", hours},
    {"durationDays", "a", days},
    {"durationWeeks", "a", weeks},
    {"durationRoundTo", "aa", round_to},
    {"durationTruncateTo", "aa", truncate_to},
    {0},
};

/* Methods */

static void string(struct call *c)
{
    struct text t = call_strval(c, c->args[0]);
    call_take(c, &t);
}

static void absolute(struct call *c)
{
    int64_t d = first(c);
    give(c, d == INT64_MIN ? INT64_MAX : d < 0 ? -d : d);
}

const struct func funcs_durations[] = {
    {"Nanoseconds", "d", nanoseconds},
    {"Microseconds", "d", microseconds},
    {"Milliseconds", "d", milliseconds},
    {"Seconds", "d", seconds},
    {"Minutes", "d", minutes},
    {"Hours", "d", hours},
    {"Round", "dd", round_to},
    {"Truncate", "dd", truncate_to},
    {"Abs", "d", absolute},
    {"String", "d", string},
    {0},
};
