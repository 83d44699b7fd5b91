/* cli_options.h: which options there are, and what each does with its value. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "common/value.h"

enum option_takes {
    FLAG,         /* sets a bool; --x=false unsets it, in each of Go's spellings */
    TEXT,         /* sets a text */
    TEXTS,        /* adds a text to a list */
    TEXTS_SPLIT,  /* adds texts, at commas */
    SET,          /* one of --set's kin */
    COMPAT,       /* 3 or 4 */
    IGNORED_FLAG, /* Helm's, without meaning here */
    IGNORED_TEXT,
    IGNORED_INT, /* these must be right, though */
    IGNORED_FLOAT,
    IGNORED_DURATION,
    IGNORED_PAIRS, /* key=value, at commas */
    IGNORED_COLOR,
    DRY_RUN, /* with a mode or without */
    WAIT,    /* a bool; in Helm 4 a strategy, or none */
    REFUSED_FLAG,
    REFUSED_TEXT, /* unless it is empty */
};

enum option_list { FILES, SHOW_ONLY, API_VERSIONS, LISTS };

struct option {
    const char *name;
    char letter;
    enum option_takes takes;
    size_t at;       /* FLAG, TEXT: offset in struct cli; TEXTS: which list; SET: which kind */
    const char *why; /* REFUSED: what to do instead */
};

/* NULL: there is none. */
const struct option *option_by_name(const char *name, size_t len);
const struct option *option_by_letter(char letter);

/* Whether a value has to follow. */
bool option_wants_value(const struct option *option);

/* Whether Helm 3 does not know it. */
bool option_is_of_helm4(const struct option *option);

/* What Helm 4 says of an option that is to go; NULL: nothing. */
const char *option_gone(const struct option *option);

/* The name that was meant, perhaps; NULL: none is near. */
const char *option_nearest(const char *name, size_t len, struct arena *a);
