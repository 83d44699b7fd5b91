#include "render/go_time_value.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "render/go_type.h"
#include "render/quote.h"

static struct value *written(struct arena *a, const struct go_time *t, const char *layout)
{
    struct text to;
    text_init(&to, a);
    text_adds(&to, "");
    go_time_write(t, (struct bytes){layout, strlen(layout)}, &to);
    return value_borrow(a, to.at, to.len);
}

struct value *go_time_value(const struct go_time *t, struct arena *a)
{
    struct value *map = value_map(a);
    const struct {
        const char *name;
        struct value *v;
    } fields[] = {
        {"", written(a, t, "2006-01-02 15:04:05.999999999 -0700 MST")},
        {" a", value_text(a, t->abbreviation, strlen(t->abbreviation))},
        {" n", value_int(a, t->nanoseconds)},
        {" o", value_int(a, t->offset)},
        {" s", value_int(a, t->seconds)},
        {" z", value_text(a, t->zone, strlen(t->zone))},
        {"json", written(a, t, "2006-01-02T15:04:05.999999999Z07:00")},
    };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (value_sets(a, map, fields[i].name, fields[i].v) != 0)
            return NULL;
    map->form = FORM_TIME;
    return map;
}

bool go_is_time(const struct value *v)
{
    return v->kind == VALUE_MAP && v->form == FORM_TIME;
}

bool go_time_has_json(const struct value *v)
{
    return value_gets(v, "json")->text.at[4] == '-';
}

struct go_time go_time_of(const struct value *v)
{
    return (struct go_time){.seconds = value_gets(v, " s")->integer,
                            .nanoseconds = (int32_t)value_gets(v, " n")->integer,
                            .offset = (int32_t)value_gets(v, " o")->integer,
                            .zone = value_gets(v, " z")->text.at,
                            .abbreviation = value_gets(v, " a")->text.at};
}

const char *go_time_present(struct arena *a, struct go_time *out)
{
    struct timespec t;
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    *out = (struct go_time){.zone = "", .abbreviation = ""};
    if (epoch) {
        char *end;
        errno = 0;
        out->seconds = strtoll(epoch, &end, 10);
        if (end == epoch || *end || errno)
            return arena_printf(a, "SOURCE_DATE_EPOCH is %s; it must be seconds since 1970, in decimal",
                                quote_go(a, epoch, strlen(epoch)));
    } else {
        clock_gettime(CLOCK_REALTIME, &t);
        out->seconds = t.tv_sec;
        out->nanoseconds = (int32_t)t.tv_nsec;
    }
    go_time_move(out, "Local", a);
    return NULL;
}
