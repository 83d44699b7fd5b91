/* parse.h: template text -> named trees, with Go's grammar, and its words for what is wrong.
 * Source of behaviour: text/template/parse and the way text/template puts trees together. */
#pragma once

#include "render/template/lex.h"
#include "render/template/node.h"

enum { PARSE_DEPTH_MAX = 500 }; /* blocks and parentheses within each other: the parser calls itself */

/* A named body. Names are found by binary search over a list that is sorted when it is added to. */
struct tree {
    const char *name;
    size_t name_len;
    struct node *root;           /* NODE_LIST */
    const struct source *source; /* the file it was parsed from: twice in one file is an error */
};

struct trees {
    struct arena *arena;
    struct tree *items; /* by name */
    size_t count, room;
};

const struct tree *trees_find(const struct trees *t, const char *name, size_t len);

/* A copy to which more can be added without the first one changing. */
struct trees trees_copy(const struct trees *t, struct arena *a);

/* Parses text under name, and adds it with everything it defines; both are borrowed. Definitions replace
 * those of files parsed before, unless they are empty. NULL, or the error as Go words it:
 * "template: NAME:LINE: what". */
const char *parse_template(struct trees *t, const char *name, const char *text, size_t len);
