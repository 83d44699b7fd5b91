/* trees.h: parsed templates by name. */
#pragma once

#include "render/template/node.h"

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
    bool helm4; /* which Helm's functions there are */
    bool plain; /* none of Helm's: Go's and sprig's alone */
};

const struct tree *trees_find(const struct trees *t, const char *name, size_t len);

/* A copy to which more can be added without the first one changing. */
struct trees trees_copy(const struct trees *t, struct arena *a);

/* Adds a body. One that is there already is replaced if it is of another file, and the new one not empty, or
 * if it is empty itself. false: one file gives the name two bodies that are not empty; nothing is changed. */
MUST_CHECK bool trees_add(struct trees *t, struct tree fresh);
