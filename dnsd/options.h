/* options.h: dnsd's command line. */
#pragma once

#include <stdbool.h>

#include "common/diag.h"
#include "dnsd/config.h"

enum mode { MODE_SERVE, MODE_CHECK, MODE_EXPLAIN, MODE_PROBE, MODE_VERSION, MODE_HELP };

struct options {
    enum mode mode;
    const char *file;
    bool corefile;                /* the file is one, else YAML */
    const char *explain[2];       /* a name and a type, "A" by default */
    struct placed_address probed; /* 127.0.0.1:53 by default */
    struct placed_address listen[CONFIG_LISTEN_MAX], servers[CONFIG_SERVERS_MAX];
    unsigned listen_count, server_count; /* either replaces what the file says */
};

/* argv as main has it, borrowed. -1: err has a line to act on. */
MUST_CHECK int options_read(int argc, char *const *argv, struct options *out, struct diag *err);

extern const char options_help[];
