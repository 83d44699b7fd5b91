/* go_layout.h: a layout of Go's package time, taken apart: "2006-01-02" is a year, a dash, a month ... */
#pragma once

#include <stddef.h>

#include "common/bytes.h"

enum go_element {
    ELEMENT_NONE,   /* the end */
    LONG_MONTH,     /* January */
    MONTH,          /* Jan */
    NUM_MONTH,      /* 1 */
    ZERO_MONTH,     /* 01 */
    LONG_WEEKDAY,   /* Monday */
    WEEKDAY,        /* Mon */
    DAY,            /* 2 */
    UNDER_DAY,      /* _2 */
    ZERO_DAY,       /* 02 */
    UNDER_YEAR_DAY, /* __2 */
    ZERO_YEAR_DAY,  /* 002 */
    HOUR,           /* 15 */
    HOUR12,         /* 3 */
    ZERO_HOUR12,    /* 03 */
    MINUTE,         /* 4 */
    ZERO_MINUTE,    /* 04 */
    SECOND,         /* 5 */
    ZERO_SECOND,    /* 05 */
    LONG_YEAR,      /* 2006 */
    YEAR,           /* 06 */
    UPPER_PM,       /* PM */
    LOWER_PM,       /* pm */
    ZONE_NAME,      /* MST */
    ZONE,           /* -0700 and its kin, with Z for UTC where z */
    FRACTION0,      /* .000 */
    FRACTION9       /* .999 */
};

/* How an offset is written. */
struct go_zone_form {
    bool z, colon, minutes, seconds;
};

struct go_chunk {
    struct bytes before; /* octets that stand for themselves */
    struct bytes text;   /* the element's own */
    struct bytes rest;
    enum go_element element;
    struct go_zone_form zone; /* of ZONE */
    size_t digits;            /* of FRACTION0 and FRACTION9 */
};

/* What stands before the first element, that element, and what stands behind it. */
struct go_chunk go_layout_next(struct bytes layout);

/* From 0, a January or Sunday. */
extern const char *const go_months[12], *const go_weekdays[7];
