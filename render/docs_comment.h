/* docs_comment.h: what helm-docs' comments say of a value.
 *     # -- (type) text, which may go on
 *     # in further lines
 *     # @default -- text shown in place of the value
 *     # @section -- heading
 * stand right above the key or the list item; `# a.b -- text` may stand anywhere. @raw keeps line ends,
 * @ignored leaves the value out, @notationType gives a type. Of several `# --` in one block the last counts.
 */
#pragma once

#include <stdbool.h>

#include "common/file.h"

struct docs_comment {
    const char *key; /* of a comment that names its value; "": the value below */
    /* "": not given */
    const char *description, *type, *shown, *section;
    bool ignored;
};

/* The lines of a file. */
struct docs_lines {
    struct arena *arena;
    struct bytes *items; /* without line ends */
    size_t count;
};

void docs_lines_init(struct docs_lines *lines, struct bytes text, struct arena *a);

/* Reads the comment right above the node at line and column (from 1), if that node is the first of its line,
 * or, as is_item, the first behind a '-'. */
struct docs_comment docs_comment_above(const struct docs_lines *lines, unsigned line, unsigned column,
                                       bool is_item);

/* Reads the next comment with a key from line *at (from 0) on, and moves *at behind it. False: no more. */
bool docs_comment_next(const struct docs_lines *lines, size_t *at, struct docs_comment *out);
