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

/* Fills over with what base has besides. As in Helm over then shares what base holds, and what over has as
 * null is null in base too: base is its caller's own, or is meant to change. */
void coalesce_maps(const struct coalescing *c, struct value *over, struct value *base);

/* Removes entries that are null, all the way down through maps. */
void coalesce_drop_nulls(struct value *map);
