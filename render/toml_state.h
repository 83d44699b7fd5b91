/* toml_state.h: a TOML document being read: where its reader stands, what it has met, and the first error.
 * For toml_*.c alone. Once there is an error the text is at its end for everybody, and later errors change
 * nothing: read on, look once. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/bytes.h"
#include "common/value.h"

enum {
    TOML_END = 0, /* no rune of a document: control characters are errors */
    TOML_DEPTH_MAX = 1000,
};

/* A name in a table, or as one more part of a path. All of a document are in one tree. */
struct toml_name {
    const void *owner; /* a table, or a path; NULL: the path of the top */
    struct bytes key;
    struct toml_name *left, *right;
    unsigned level; /* in the tree, 1 at its leaves */
    size_t index;   /* in a table: which of its entries */
    unsigned depth; /* of a path: how many parts it has */
    bool implicit;  /* of a path: a table that nothing has defined so far but what is in it */
    bool array;     /* of a path: a list was the last value seen there */
};

/* A table, and the path that leads there; path NULL is the top. */
struct toml_place {
    struct toml_name *path;
    struct value *table; /* what stands there; no table: an error is at hand */
};

struct toml {
    struct arena *arena;
    const char *at, *start, *end;
    long line;    /* from 1 */
    bool at_end;  /* the end was read, and not given back */
    bool refused; /* the error is none of Helm's */
    struct bytes error;
    struct toml_place here; /* where keys go */
    struct bytes key;       /* the one whose value is being read */
    long key_line;          /* of the first part of the last key or head */
    int32_t local_offset;   /* of times that have none, in seconds east of UTC */
    struct toml_name *names;
    struct value *tables; /* a list of all there are, not yet in order */
    unsigned depth;       /* of values within values */
};

bool toml_failed(const struct toml *t);

/* The next rune, or TOML_END. What is no UTF-8, or a control character, is an error. */
uint32_t toml_next(struct toml *t);
void toml_back(struct toml *t); /* gives back the last one */
uint32_t toml_peek(struct toml *t);
bool toml_accept(struct toml *t, char c); /* takes c, if it comes next */

static inline bool toml_is_blank(uint32_t rune)
{
    return rune == ' ' || rune == '\t';
}

static inline bool toml_is_newline(uint32_t rune)
{
    return rune == '\n' || rune == '\r';
}

static inline bool toml_is_digit(uint32_t rune)
{
    return rune >= '0' && rune <= '9';
}

void toml_skip_blanks(struct toml *t);
void toml_skip_comment(struct toml *t); /* up to the newline, # was read */

/* What was read since from. */
struct bytes toml_since(const struct toml *t, const char *from);

/* The line that errors at this place are given; at the end it is that of the last octet. */
long toml_line(const struct toml *t);

/* Sets the error as Go words it: toml: line 3 (last key "a.b"): ... */
void toml_fail(struct toml *t, long line, const char *format, ...) PRINTF(3, 4);

/* The same with a rune between two texts; TOML_END is a NUL. */
void toml_fail_rune(struct toml *t, long line, const char *before, uint32_t rune, const char *after);

/* Sets an error that is not Go's: a bound of render's own. */
void toml_refuse(struct toml *t, const char *why);

/* A rune as %q has it, and text too. */
const char *toml_quote_rune(struct toml *t, uint32_t rune);
const char *toml_quote(struct toml *t, struct bytes s);

/* a."b c".d */
const char *toml_path_text(struct toml *t, const struct toml_name *path);
