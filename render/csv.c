#include "render/csv.h"

#include <string.h>

#include "common/text.h"

struct reader {
    struct arena *arena;
    const char *at;         /* what is still to be read */
    const char *line;       /* where its line begins */
    unsigned number, first; /* of that line, and of the record's first one */
    const char *error;
    const char **fields;
    size_t count, room;
};

static const char *fail(struct reader *r, size_t column, const char *what)
{
    const char *where =
        arena_printf(r->arena, "parse error on line %u, column %zu: %s", r->number, column, what);
    r->error =
        r->number == r->first ? where : arena_printf(r->arena, "record on line %u; %s", r->first, where);
    return NULL;
}

static size_t column(const struct reader *r)
{
    return (size_t)(r->at - r->line) + 1;
}

static void add(struct reader *r, const char *field)
{
    if (r->count == r->room) {
        size_t room = r->room ? 2 * r->room : 8;
        r->fields = arena_grow(r->arena, r->fields, r->room * sizeof *r->fields, room * sizeof *r->fields);
        r->room = room;
    }
    r->fields[r->count++] = field;
}

static bool at_end_of_line(const char *at)
{
    return !*at || *at == '\n' || (at[0] == '\r' && at[1] == '\n');
}

/* Up to a comma or the end of the line. */
static const char *read_plain(struct reader *r)
{
    size_t len = 0;
    while (r->at[len] != ',' && !at_end_of_line(r->at + len))
        len++;
    const char *quote = memchr(r->at, '"', len);
    if (quote)
        return r->at = quote, fail(r, column(r), "bare \" in non-quoted-field");
    const char *field = arena_copy(r->arena, r->at, len);
    r->at += len;
    return field;
}

/* Behind its first quote, up to the last one; two stand for one. */
static const char *read_quoted(struct reader *r)
{
    static const char bad[] = "extraneous or missing \" in quoted-field";
    struct text field;
    text_init(&field, r->arena);
    text_add(&field, "", 0);
    for (; *r->at; r->at++) {
        if (r->at[0] == '"' && r->at[1] == '"') {
            r->at++;
        } else if (*r->at == '"') {
            bool ends = r->at[1] == ',' || at_end_of_line(r->at + 1);
            const char *said = ends ? field.at : fail(r, column(r), bad);
            r->at++;
            return said;
        }
        text_addc(&field, *r->at);
        if (*r->at == '\n') {
            r->line = r->at + 1;
            r->number++;
        }
    }
    return fail(r, column(r), bad);
}

const char **csv_read(const char *text, struct arena *a, size_t *count, const char **error)
{
    struct reader r = {.arena = a, .number = 1};
    while (*text && at_end_of_line(text)) {
        text += 1 + (*text == '\r');
        r.number++;
    }
    r.at = r.line = text;
    r.first = r.number;
    *error = "EOF";
    if (!*text)
        return NULL;
    for (;;) {
        bool quoted = *r.at == '"';
        r.at += quoted;
        const char *field = quoted ? read_quoted(&r) : read_plain(&r);
        *error = r.error;
        if (!field)
            return NULL;
        add(&r, field);
        if (*r.at != ',')
            break;
        r.at++;
    }
    *count = r.count;
    return r.fields;
}
