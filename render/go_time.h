/* go_time.h: points in time as Go's time.Time has them, its layouts ("2006-01-02 15:04:05") and time zones.
 */
#pragma once

#include <stdint.h>

#include "common/attributes.h"
#include "common/bytes.h"
#include "common/text.h"

/* zone names where it is shown: "UTC", "Local", one of the system's such as "Europe/Berlin", or none: then
 * offset and abbreviation were read with it. */
struct go_time {
    int64_t seconds; /* since 1970 in UTC */
    int32_t nanoseconds;
    int32_t offset;           /* in seconds, east of UTC */
    const char *zone;         /* "": offset and abbreviation are fixed */
    const char *abbreviation; /* "CET"; "" */
};

/* The calendar's view of it, in its zone. */
struct go_date {
    int64_t year;
    int month, day, hour, minute, second; /* month and day from 1 */
    int weekday, year_day;                /* from 0, a Sunday; from 1 */
};

/* Years 1 to 9999 are what is sure; others are counted on as in Go. */
struct go_date go_time_date(const struct go_time *t);

/* Days and so on may be more than there are: they count on. In that zone's time. */
struct go_time go_time_make(const struct go_date *d, int32_t nanoseconds, const char *zone, struct arena *a);

/* The same point in time in another zone; one that the system does not know, or that is no name, is UTC. */
void go_time_move(struct go_time *t, const char *zone, struct arena *a);

/* Go's zero: 1 January of the year 1, in UTC. */
struct go_time go_time_zero(void);

void go_time_write(const struct go_time *t, struct bytes layout, struct text *to);

/* As Go's source has it: time.Date(2006, time.January, 2, 15, 4, 5, 0, time.UTC) */
void go_time_write_syntax(const struct go_time *t, struct text *to);

/* Reads all of value, in the local zone where it names none. NULL, or Go's words: parsing time "x" as "2006":
 * cannot parse "x" as "2006". */
MUST_CHECK const char *go_time_read(struct bytes layout, struct bytes value, struct arena *a,
                                    struct go_time *out);
