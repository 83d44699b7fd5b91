#include "render/lint_report.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static size_t file_number(const struct lint_report *r, const char *file)
{
    size_t i = 0;
    while (file && i < r->file_count && strcmp(r->files[i], file) != 0)
        i++;
    return i;
}

void lint_add(struct lint_report *r, struct place place, enum lint_rank rank, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        return;
    char *text = arena_alloc(r->arena, (size_t)len + 1);
    va_start(args, format);
    vsnprintf(text, (size_t)len + 1, format, args);
    va_end(args);
    if (r->count == r->room) {
        size_t room = r->room ? 2 * r->room : 32;
        r->items = arena_grow(r->arena, r->items, r->room * sizeof *r->items, room * sizeof *r->items);
        r->room = room;
    }
    if (!place.file)
        place = (struct place){.file = "(command line)"};
    r->items[r->count] = (struct lint_finding){place, rank, text, r->count, file_number(r, place.file)};
    r->count++;
}

/* ":NUMBER" */
static const char *read_number(const char *s, unsigned *out)
{
    char *end = NULL;
    if (*s != ':' || s[1] < '0' || s[1] > '9')
        return NULL;
    *out = (unsigned)strtoul(s + 1, &end, 10);
    return end;
}

size_t lint_read_place(const char *s, struct place *to)
{
    const char *column = read_number(s, &to->line);
    const char *end = column ? read_number(column, &to->column) : NULL;
    return end ? (size_t)(end - s) : 0;
}

static int by_place(const void *left, const void *right)
{
    const struct lint_finding *a = left, *b = right;
    int files = strcmp(a->place.file, b->place.file);
    if (a->file != b->file)
        return a->file < b->file ? -1 : 1;
    if (files)
        return files;
    if (a->place.line != b->place.line)
        return a->place.line < b->place.line ? -1 : 1;
    if (a->place.column != b->place.column)
        return a->place.column < b->place.column ? -1 : 1;
    if (a->rank != b->rank)
        return a->rank > b->rank ? -1 : 1;
    return a->number < b->number ? -1 : 1;
}

static bool at_one_place(const struct lint_finding *a, const struct lint_finding *b)
{
    return strcmp(a->place.file, b->place.file) == 0 && a->place.line && a->place.line == b->place.line &&
           a->place.column == b->place.column;
}

/* One line, whatever a name of the values holds. */
static void add_clean(struct text *to, const char *s)
{
    for (; *s; s++) {
        unsigned char c = (unsigned char)*s;
        if (c < 0x20 || c == 0x7f)
            text_printf(to, "\\x%02x", c);
        else
            text_addc(to, (char)c);
    }
}

static void print_one(const struct lint_finding *f, struct text *to)
{
    add_clean(to, f->place.file);
    if (f->place.line)
        text_printf(to, ":%u", f->place.line);
    if (f->place.line && f->place.column)
        text_printf(to, ":%u", f->place.column);
    text_adds(to, f->rank == LINT_WARNING ? ": warning: " : ": error: ");
    add_clean(to, f->text);
    text_addc(to, '\n');
}

void lint_print(struct lint_report *r, struct text *to, size_t *errors, size_t *warnings)
{
    const struct lint_finding *best = NULL;
    *errors = *warnings = 0;
    if (r->count)
        qsort(r->items, r->count, sizeof *r->items, by_place);
    for (size_t i = 0; i < r->count; i++) {
        const struct lint_finding *f = &r->items[i];
        bool again = i && at_one_place(f, f - 1) && strcmp(f->text, f[-1].text) == 0;
        if (!best || !at_one_place(best, f))
            best = f;
        if (again || f->rank != best->rank || (f != best && f->rank == LINT_TYPE && at_one_place(best, f)))
            continue;
        ++*(f->rank == LINT_WARNING ? warnings : errors);
        print_one(f, to);
    }
}
