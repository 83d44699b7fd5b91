/* set.h: the little language of --set and its kin: a.b[0].c=value,d={x,y}, as Helm's strvals has it.
 * Backslash takes the next character as it is (but in a literal). In render no arena ever gives NULL: its
 * on_full ends the program; so nothing here or above asks. */
#pragma once

#include "common/value.h"
#include "render/fault.h"

enum set_kind {
    SET_TYPED,   /* --set: true, false, null in any case, int64 are themselves, all else is text */
    SET_STRING,  /* --set-string: all is text */
    SET_FILE,    /* --set-file: the values are names of files, "-" is standard input */
    SET_JSON,    /* --set-json: a=JSON,b=JSON */
    SET_LITERAL, /* --set-literal: a.b[0]=all the rest */
};

enum {
    SET_INDEX_MAX = 65536, /* Helm's */
    SET_NAMES_MAX = 30,    /* of names within names: Helm's */
    SET_LISTS_MAX = 100,   /* of lists within lists */
    SET_FILE_MAX = 10 * 1024 * 1024,
};

/* "--set" and so on. */
const char *set_flag(enum set_kind kind);

/* Applies one argument to into, a map that is changed in place. What it sets has the flag for its
 * place. To Helm 4 an index that does not end is as if nothing stood there. -1: f has Helm's words, less its
 * "failed parsing" prefix. */
MUST_CHECK int set_apply(enum set_kind kind, const char *argument, bool helm4, struct value *into,
                         struct arena *a, struct fault *f);
