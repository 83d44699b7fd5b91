/* yaml_state.h: a YAML text being read: its events and their places, how many nodes they made, and what is
 * wrong. For yaml_*.c alone. Of what is wrong some ends the reading at once, some is Go's to find in a later
 * pass over the whole tree, and is put off. */
#pragma once

#include <yaml.h>

#include "common/yaml_dialect.h"
#include "common/yaml_read.h"

enum { YAML_SHOWN_MAX = 300 }; /* octets of foreign text in a complaint */

/* Go's later passes. The earliest that finds a fault is the one that tells it, and only of a text that parses
 * to its end. */
enum yaml_stage { YAML_STAGE_DECODE = 1, YAML_STAGE_CONVERT, YAML_STAGE_JSON };

struct yaml_anchor;

struct yaml_state {
    const struct yaml_options *options;
    struct arena *arena;
    struct diag *err;
    struct bytes text;
    yaml_parser_t parser;
    struct yaml_anchor **anchors; /* of this document, for yaml_anchor.c; NULL: none so far */
    struct yaml_dialect dialect;
    bool *may_differ;            /* NULL, or what to set instead of telling a fault that may be none to Go */
    size_t nodes, aliased;       /* nodes made, and how many of them by aliases */
    enum yaml_stage fault_stage; /* 0: none */
    struct place fault_place;
    char fault[DIAG_LINE_MAX];
};

/* Begins with text, borrowed as everything here; may_differ is NULL, or hears of faults that may be none to
 * Go. -1: err says so, and there is nothing to clear. */
MUST_CHECK int yaml_state_init(struct yaml_state *s, struct bytes text, const struct yaml_options *options,
                               bool *may_differ, struct arena *a, struct diag *err);
void yaml_state_clear(struct yaml_state *s);

/* The next event, for yaml_event_delete. -1: a syntax error, in Go's words or our own, or *may_differ. */
MUST_CHECK int yaml_state_next(struct yaml_state *s, yaml_event_t *event);

/* One node more. -1: there are too many, or too many of them by aliases. */
MUST_CHECK int yaml_state_count(struct yaml_state *s, yaml_mark_t mark, bool by_alias);

struct place yaml_state_place(const struct yaml_state *s, yaml_mark_t mark);
void yaml_state_put_place(const struct yaml_state *s, struct value *v, yaml_mark_t mark);

/* Ends the reading: both give -1. */
int yaml_state_stop(struct yaml_state *s, yaml_mark_t mark, const char *problem);
int yaml_state_no_room(struct yaml_state *s);

/* Puts a fault off; the reading goes on. */
void yaml_state_later(struct yaml_state *s, enum yaml_stage stage, yaml_mark_t mark, const char *format, ...)
    PRINTF(4, 5);

/* Tells what was put off, once all was read and came to tree. -1: there is something. */
MUST_CHECK int yaml_state_settle(struct yaml_state *s, const struct value *tree);
