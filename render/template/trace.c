#include "render/template/trace.h"

#include <string.h>

#include "common/bytes.h"
#include "common/text.h"
#include "render/split.h"

/* template: LOCATION: executing "FUNCTION" at <AT>: MESSAGE */
struct step {
    struct bytes location, function, at, message;
};

/* What of *rest stands before word, which is taken too. */
static bool cut(const char **rest, const char *word, struct bytes *before)
{
    const char *found = strstr(*rest, word);
    if (!found)
        return false;
    *before = (struct bytes){*rest, (size_t)(found - *rest)};
    *rest = found + strlen(word);
    return true;
}

/* What is said, without the error of a template behind it. */
static struct bytes own_message(const char *message)
{
    const char *next = strstr(message, " template:");
    return (struct bytes){message, next ? (size_t)(next - message) : strlen(message)};
}

static bool read_simple(const char *rest, struct step *out)
{
    const char *last = NULL;
    for (const char *at = rest; (at = strstr(at, ": ")); at++)
        last = at;
    if (!last)
        return false;
    *out = (struct step){.location = {rest, (size_t)(last - rest)}, .message = own_message(last + 2)};
    return true;
}

static bool read_step(const char *error, struct step *out)
{
    static const char prefix[] = "template: ", none[] = "no template ";
    const char *rest = error + sizeof prefix - 1;
    *out = (struct step){0};
    if (strncmp(error, prefix, sizeof prefix - 1) != 0)
        return false;
    if (strncmp(rest, none, sizeof none - 1) == 0) {
        out->message = (struct bytes){error, strlen(error)};
        return true;
    }
    const char *whole = rest;
    if (!cut(&rest, ": executing ", &out->location))
        return read_simple(whole, out);
    if (*rest++ != '"' || !cut(&rest, "\"", &out->function) || strncmp(rest, " at <", 5) != 0)
        return read_simple(whole, out);
    rest += 5;
    if (!cut(&rest, ">: ", &out->at))
        return read_simple(whole, out);
    out->message = own_message(rest);
    return true;
}

static bool same(struct bytes a, struct bytes b)
{
    return a.len == b.len && (!a.len || (a.at && b.at && memcmp(a.at, b.at, a.len) == 0));
}

static void add_step(struct text *to, const struct step *step)
{
    if (step->location.len)
        text_printf(to, "%.*s\n  ", (int)step->location.len, step->location.at);
    if (step->at.at)
        text_printf(to, "executing \"%.*s\" at <%.*s>:\n    ", (int)step->function.len, step->function.at,
                    (int)step->at.len, step->at.at);
    if (step->message.len)
        text_printf(to, "%.*s\n", (int)step->message.len, step->message.at);
}

const char *trace_lay_out(const char *error, const size_t *inner, size_t count, struct arena *a)
{
    size_t len = strlen(error);
    struct step last = {0}, step;
    struct text out;
    text_init(&out, a);
    text_adds(&out, "");
    for (size_t i = count + 1; i-- > 0;) {
        const char *one = i == count ? error : error + len - inner[i];
        if (!read_step(one, &step))
            return error;
        bool again = same(step.location, last.location) && same(step.function, last.function) &&
                     same(step.at, last.at) && same(step.message, last.message);
        if (!again)
            add_step(&out, &step);
        last = step;
    }
    struct bytes whole = split_trim((struct bytes){out.at, out.len});
    return arena_copy(a, whole.at, whole.len);
}
