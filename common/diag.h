/* diag.h: complaints a user can act on: where, what is wrong, what to write instead.
 * A diag collects them; whoever finds a fault adds it there and returns the -1 that diag_at gives, so that a
 * complaint is one line where the fault is known. Reading goes on where it can: one run names every fault. */
#pragma once

#include <stdio.h>

#include "common/attributes.h"

enum { DIAG_TEXT_MAX = 16 * 1024, DIAG_LINE_MAX = 1024 };

struct place {
    const char *file;      /* borrowed; NULL: no place is known */
    unsigned line, column; /* from 1; 0: the file as a whole, or the line as a whole */
};

struct diag {
    unsigned count;           /* complaints made, those without room included */
    struct place first;       /* of the first complaint */
    size_t first_at;          /* where its message begins in text, behind the place */
    size_t len;               /* of text */
    char text[DIAG_TEXT_MAX]; /* one complaint a line, each ended by \n; always NUL-terminated */
};

/* Adds "FILE:LINE:COLUMN: message" (less what is 0 or NULL) and returns -1. A message is cut at
 * DIAG_LINE_MAX; control characters of foreign text in it are printed as \xNN, so that one complaint stays
 * one line. */
int diag_at(struct diag *d, struct place where, const char *format, ...) PRINTF(3, 4);

/* The same without a place. */
int diag_say(struct diag *d, const char *format, ...) PRINTF(2, 3);

/* Prints every complaint, each behind "PROGRAM: ", and how many found no room. */
void diag_print(const struct diag *d, FILE *to, const char *program);
