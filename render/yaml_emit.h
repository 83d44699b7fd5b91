/* yaml_emit.h: the low half of the YAML writer: where the pen stands, and a string in each of its styles.
 * Source of behaviour: the emitters of go-yaml v2 and v3, which descend from libyaml's. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/text.h"

struct emitter {
    struct text *to;
    bool pretty;     /* v3's ways: a tab is no reason against a block, nothing is folded */
    int indent;      /* of the collection around; -1: none */
    size_t column;   /* runes on this line */
    bool whitespace; /* the last thing written was a blank, or nothing */
    bool indention;  /* only indentation and indicators stand on this line */
};

/* Goes to the indentation, on a new line unless this one is empty up to there. */
void emit_indent(struct emitter *e);

/* Writes an indicator such as "-", behind a blank if spaced; is_indention: it counts as indentation. */
void emit_indicator(struct emitter *e, const char *indicator, bool spaced, bool is_indention);

/* Writes s[0..len), UTF-8: plain if it may be, else quoted; quoted: at least double; a text of several lines
 * as a block, unless it is a key. Its further lines stand two deeper than indent. */
void emit_string(struct emitter *e, const char *s, size_t len, bool plain, bool simple_key);

/* Whether a string may stand before a ':' on its line. */
bool emit_is_simple_key(const char *s, size_t len);
