#include "render/template/trace.h"

#include <string.h>

#include "common/bytes.h"
#include "common/text.h"
#include "render/template/strip.h"

static const char start_of_all[] = "template: ";

/* One template's part of the trace; what is empty is left out. */
struct part {
    struct bytes place, executed, message;
};

static struct bytes until(const char *from, const char *to)
{
    return (struct bytes){from, (size_t)(to - from)};
}

static struct bytes all_of(const char *s)
{
    return (struct bytes){s, strlen(s)};
}

/* Up to where the next template's part begins. */
static struct bytes message_at(const char *s)
{
    const char *next = strstr(s, " template:");
    return next ? until(s, next) : all_of(s);
}

/* PLACE: executing "NAME" at <WHAT>: MESSAGE */
static bool read_executing(const char *s, struct part *out)
{
    const char *executing = strstr(s, ": executing \"");
    const char *name = executing ? strchr(executing, '"') + 1 : NULL;
    const char *name_end = name ? strchr(name, '"') : NULL;
    if (!name_end || strncmp(name_end, "\" at <", 6) != 0)
        return false;
    const char *end = strstr(name_end + 6, ">: ");
    if (!end)
        return false;
    out->place = until(s, executing);
    out->executed = until(executing + 2, end + 2);
    out->message = message_at(end + 3);
    return true;
}

/* PLACE: MESSAGE, at the last colon there is */
static bool read_plain(const char *s, struct part *out)
{
    const char *last = NULL;
    for (const char *c = strstr(s, ": "); c; c = strstr(c + 1, ": "))
        last = c;
    if (!last)
        return false;
    out->place = until(s, last);
    out->message = message_at(last + 2);
    return true;
}

static bool read_part(const char *error, struct part *out)
{
    const char *s = error + strlen(start_of_all);
    *out = (struct part){0};
    if (strncmp(error, start_of_all, strlen(start_of_all)) != 0)
        return false;
    if (strncmp(s, "no template ", 12) == 0) {
        out->message = all_of(error);
        return true;
    }
    return read_executing(s, out) || read_plain(s, out);
}

/* The error that the call had which failed here; NULL: none. */
static const char *inner_error(const char *error)
{
    const char *calling = strstr(error, ">: error calling ");
    const char *end = calling ? strstr(calling + 3, ": ") : NULL;
    return end ? end + 2 : NULL;
}

static bool same(struct bytes a, struct bytes b)
{
    return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

static void write_part(const struct part *p, struct text *to)
{
    if (p->place.len)
        text_printf(to, "%.*s\n  ", (int)p->place.len, p->place.at);
    if (p->executed.len)
        text_printf(to, "%.*s\n    ", (int)p->executed.len, p->executed.at);
    if (p->message.len)
        text_printf(to, "%.*s\n", (int)p->message.len, p->message.at);
}

static const char *take_apart(const char *error, struct arena *a)
{
    static const char blanks[] = " \t\n\v\f\r";
    struct part before = {.place = {"", 0}, .executed = {"", 0}, .message = {"", 0}};
    struct text t;
    text_init(&t, a);
    text_adds(&t, "");
    for (const char *e = error; e; e = inner_error(e)) {
        struct part part;
        if (!read_part(e, &part))
            return error;
        if (!same(part.place, before.place) || !same(part.executed, before.executed) ||
            !same(part.message, before.message))
            write_part(&part, &t);
        before = part;
    }
    while (t.len && strchr(blanks, t.at[t.len - 1]))
        text_cut(&t, t.len - 1);
    return t.at + strspn(t.at, blanks);
}

const char *trace_show(const char *error, bool helm4, struct arena *a)
{
    const char *start = strstr(error, MARK_START), *end = NULL;
    for (const char *c = start; c && (c = strstr(c, MARK_END)); c++)
        end = c;
    const char *place = strstr(error, ": ");
    const char *place_end = place ? strstr(place + 2, ": ") : NULL;
    if (!start || !end || !place_end || start < place_end)
        return helm4 ? take_apart(error, a) : error;
    start += strlen(MARK_START);
    return arena_printf(a, "execution error at (%.*s): %.*s", (int)(place_end - place - 2), place + 2,
                        (int)(end - start), start);
}
