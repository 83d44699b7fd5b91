#include "render/toml_time.h"

#include <string.h>

/* In Go's layouts, in the order in which they are tried. With a zone the offset comes from the text. */
static const struct shape {
    const char *layout;
    const char *zone; /* NULL: the text says which */
} shapes[] = {
    {"2006-01-02T15:04:05.999999999Z07:00", NULL},
    {"2006-01-02T15:04:05.999999999", "datetime-local"},
    {"2006-01-02", "date-local"},
    {"15:04:05.999999999", "time-local"},
    {"2006-01-02T15:04Z07:00", NULL},
    {"2006-01-02T15:04", "datetime-local"},
    {"15:04", "time-local"},
};

enum { SHAPES = sizeof shapes / sizeof *shapes };

/* Go reads 7:32 too, TOML does not: the signs between the numbers must stand where the layout has them. */
static bool is_aligned(struct bytes s, const char *layout)
{
    for (size_t i = 0; layout[i] && layout[i] != '.' && layout[i] != 'Z'; i++)
        if ((layout[i] < '0' || layout[i] > '9') && (i >= s.len || s.at[i] != layout[i]))
            return false;
    return true;
}

/* Without an offset: read as UTC, then moved. */
static bool read_shape(struct bytes s, const struct shape *as, int32_t local_offset, struct arena *a,
                       struct go_time *out)
{
    const char *layout = as->layout;
    if (as->zone) {
        layout = arena_printf(a, "%sZ07:00", as->layout);
        s = (struct bytes){arena_printf(a, "%.*sZ", (int)s.len, s.at), s.len + 1};
    }
    if (go_time_read((struct bytes){layout, strlen(layout)}, s, a, out) != NULL)
        return false;
    if (as->zone) {
        out->seconds -= local_offset;
        out->offset = local_offset;
        out->zone = "";
        out->abbreviation = as->zone;
    }
    return true;
}

bool toml_time_read(struct bytes s, int32_t local_offset, struct arena *a, struct go_time *out)
{
    for (size_t i = 0; i < SHAPES; i++)
        if (read_shape(s, &shapes[i], local_offset, a, out))
            return is_aligned(s, shapes[i].layout);
    return false;
}

void toml_time_write(const struct go_time *t, struct text *to)
{
    const struct shape *as = &shapes[0];
    struct go_time utc = *t;
    for (size_t i = 0; i < SHAPES && !*t->zone && !as->zone; i++)
        if (shapes[i].zone && strcmp(shapes[i].zone, t->abbreviation) == 0)
            as = &shapes[i];
    if (as->zone)
        go_time_move(&utc, "UTC", to->arena);
    go_time_write(as->zone ? &utc : t, (struct bytes){as->layout, strlen(as->layout)}, to);
}
