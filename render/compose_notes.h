/* compose_notes.h: what is to be said of a Compose file: faults, which all are told at once, and warnings. */
#pragma once

#include "common/value.h"
#include "render/fault.h"

enum { NOTE_MAX = 1000 }; /* octets of one message; more is cut */

struct notes {
    struct arena *arena;
    struct fault *fault;   /* gets the faults */
    struct text *warnings; /* gets "FILE:LINE:COLUMN: warning: ..." lines */
    struct value *said;    /* every line so far: an anchor's text is looked at once for each alias */
    unsigned faults;
};

void notes_init(struct notes *n, struct fault *fault, struct text *warnings, struct arena *a);

/* Something that cannot become values, or would mean something else there. Returns -1. Control characters of
 * foreign text are printed as \xNN, so that a note stays one line. */
int note_fault(struct notes *n, struct place where, const char *format, ...) PRINTF(3, 4);

/* Something that is left out, or taken in a way that is worth knowing. */
void note_warning(struct notes *n, struct place where, const char *format, ...) PRINTF(3, 4);
