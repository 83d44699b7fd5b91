/* yaml_dialect.h: where libyaml (0.2.5) scans a text otherwise than Go's yaml v2, which Helm reads with.
 * Go takes \' between double quotes, and a plain scalar that ends in a colon before one of , [ ] { } ("[a:,
 * b]"); it refuses \/ between double quotes, and a question mark within a plain scalar of a flow ("[x?]").
 * Left as libyaml has it: a comma ends a tag, and a byte order mark at the start of a line is skipped. */
#pragma once

#include <stdbool.h>
#include <yaml.h>

#include "common/arena.h"
#include "common/bytes.h"

/* How far a text was followed, event by event; zeroed at first. */
struct yaml_dialect {
    size_t at, index; /* an octet of text, and the character that it is for libyaml */
    bool slashes_sought, has_slashes;
    unsigned flows;     /* collections in brackets or braces that are open, at most YAML_FLOWS_MAX counted */
    char closers[1024]; /* how each of them ends */
};

/* Takes note of the next event of the text, of every one in turn. Words of Go's for what it refuses in it,
 * and where
 * (*in_scanner: by its scanner, which counts lines from 1); NULL: nothing. */
const char *yaml_dialect_refusal(struct yaml_dialect *d, struct bytes text, const yaml_event_t *event,
                                 yaml_mark_t *where, bool *in_scanner);

/* Whether this failure of libyaml's may be none to Go. */
bool yaml_dialect_may_differ(const yaml_parser_t *failed);

/* The text written so that libyaml reads in it what Go reads in the original; lines stay where they are, what
 * stands behind in a line moves by a few columns. What both refuse stays as it is, and so does what comes
 * after a few thousand mends. */
struct bytes yaml_dialect_mend(struct bytes text, struct arena *a);
