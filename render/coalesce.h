/* coalesce.h: values given from above laid over a chart's own, and its dependencies' below their names. */
#pragma once

#include "render/chart.h"

struct coalescing {
    struct arena *arena;
    struct text *warnings; /* lines, as Helm prints them without date and time */
    bool helm4;            /* nulls of a chart's own values are dropped; warnings in that shape */
    bool keep_nulls;       /* merging: a null from above does not delete */
};

/* Fills values, a map that is changed in place, with what chart and its dependencies have besides. -1: f has
 * Helm's words. */
MUST_CHECK int coalesce(const struct coalescing *c, const struct chart *chart, struct value *values,
                        struct fault *f);

/* Fills over with what base has besides; base is not to be used afterwards. */
void coalesce_maps(const struct coalescing *c, struct value *over, struct value *base);

/* Removes entries that are null, all the way down through maps. */
void coalesce_drop_nulls(struct value *map);

/* Adds a line to the warnings in Helm's shape; source is Go's file and line, which Helm 3 prints. */
void coalesce_warn(const struct coalescing *c, const char *source, const char *format, ...) PRINTF(3, 4);
