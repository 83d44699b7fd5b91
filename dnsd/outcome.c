#include "dnsd/outcome.h"

#include <stddef.h>

static const struct {
    const char *name, *note;
} words[OUTCOME_COUNT] = {
    [OUTCOME_MAPPED] = {"mapped", NULL},
    [OUTCOME_RELAYED] = {"relayed", NULL},
    [OUTCOME_LOCAL] = {"local", NULL},
    [OUTCOME_REVERSE] = {"reverse", NULL},
    [OUTCOME_MALFORMED] = {"malformed", NULL},
    [OUTCOME_DENIED] = {"denied", "denied"},
    [OUTCOME_LOGGED] = {"logged", "would be denied"},
    [OUTCOME_OVERLOAD] = {"overload", "overload"},
    [OUTCOME_UPSTREAM_SILENT] = {"upstream_silent", "upstream silent"},
    [OUTCOME_UPSTREAM_FAILED] = {"upstream_failed", "upstream failed"},
    [OUTCOME_UPSTREAM_REFUSED] = {"upstream_refused", "upstream refused"},
    [OUTCOME_UPSTREAM_MALFORMED] = {"upstream_malformed", "upstream malformed"},
};

const char *outcome_name(enum outcome o)
{
    return words[o].name;
}

const char *outcome_note(enum outcome o)
{
    return words[o].note;
}
