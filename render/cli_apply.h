/* cli_apply.h: what each option does with its value to a struct cli. For cli.c alone. */
#pragma once

#include "render/cli.h"
#include "render/cli_options.h"

struct cli_apply {
    struct arena *arena;
    struct cli *cli;
    struct fault *fault;
    size_t most; /* options that may come */
    const char **lists[LISTS];
    size_t counts[LISTS];
    struct values_set *sets;
};

/* Makes room for most options. What stands above it is the caller's to set, the rest zero. */
void cli_apply_begin(struct cli_apply *r, size_t most);

/* Does what the option is for. value NULL: there is none, and it does without. -1: the fault is told. */
MUST_CHECK int cli_apply(struct cli_apply *r, const struct option *option, const char *value);

/* A flag's value as Go's ParseBool reads it; none is true. -1: the fault is told. */
MUST_CHECK int cli_apply_bool(struct cli_apply *r, const struct option *option, const char *value, bool *out);

/* Adds a line to what is said before all else. */
void cli_apply_note(struct cli_apply *r, const char *line);

/* Gives the lists to the struct cli. */
void cli_apply_end(struct cli_apply *r);
