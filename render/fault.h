/* fault.h: why a run stopped: what Helm prints behind "Error: ", and below it what Helm does not tell. */
#pragma once

#include <stdbool.h>

#include "common/diag.h"
#include "common/text.h"

struct fault {
    struct arena *arena;
    const char *helm;     /* in the arena, several lines perhaps; NULL: nothing is wrong so far */
    bool while_rendering; /* Helm adds its "Use --debug flag" to what goes wrong from the templates on */
    struct text more;     /* our own lines, each ended by \n */
};

void fault_init(struct fault *f, struct arena *a);

/* Says what is wrong in Helm's words, of any length, and returns -1. The first one stays. */
int fault_set(struct fault *f, const char *format, ...) PRINTF(2, 3);

/* Says why file_read of path failed, from errno, in Go's words: "open p: no such file or directory". */
int fault_file(struct fault *f, const char *path);

/* The same for another call than open: "stat p: not a directory". */
int fault_call(struct fault *f, const char *call, const char *path);

/* Adds a line of help, behind its place if it has one. */
void fault_more(struct fault *f, struct place where, const char *format, ...) PRINTF(3, 4);
