/* lint_report.h: what lint found, told as one line each: "FILE:LINE:COLUMN: error: what; what instead".
 * Of what stands at one place only the findings of the highest rank are told: a schema's mere "got string,
 * want object" says nothing beside a better word. */
#pragma once

#include "common/diag.h"
#include "common/text.h"

enum lint_rank {
    LINT_WARNING,
    LINT_TYPE,   /* an error: a schema wants another type, perhaps in one of several branches */
    LINT_SCHEMA, /* an error: a schema's other words */
    LINT_ERROR,
};

struct lint_finding {
    struct place place;
    enum lint_rank rank;
    const char *text;
    size_t number; /* in the order of finding */
    size_t file;   /* in the order of the command line */
};

struct lint_report {
    struct arena *arena;
    const char *const *files; /* of the command line: findings come in their order */
    size_t file_count;
    struct lint_finding *items;
    size_t count, room;
};

/* Without a place it is told as of "(command line)". */
void lint_add(struct lint_report *r, struct place place, enum lint_rank rank, const char *format, ...)
    PRINTF(4, 5);

/* Reads ":LINE:COLUMN" at the start of s into to; gives the number of octets, 0 if there is no such thing. */
size_t lint_read_place(const char *s, struct place *to);

/* Adds the lines, in the order of files, lines and columns, and counts them. */
void lint_print(struct lint_report *r, struct text *to, size_t *errors, size_t *warnings);
