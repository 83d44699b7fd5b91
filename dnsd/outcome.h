/* outcome.h: how a query ended: what the log marks and the metrics count. */
#pragma once

enum outcome {
    OUTCOME_MAPPED,  /* a name of the release, answered by upstream under its target */
    OUTCOME_RELAYED, /* upstream's own answer */
    OUTCOME_LOCAL,   /* localhost, and other knowledge of dnsd's own */
    OUTCOME_REVERSE, /* the reverse name of an address of the release, or a private one that it does not have
                      */
    OUTCOME_MALFORMED, /* FORMERR, NOTIMP, BADVERS, or a class or type that is refused */
    OUTCOME_DENIED,
    OUTCOME_LOGGED, /* relayed, and would be denied if the policy were enforced */
    OUTCOME_OVERLOAD,
    OUTCOME_UPSTREAM_SILENT,
    OUTCOME_UPSTREAM_FAILED,    /* SERVFAIL of upstream's */
    OUTCOME_UPSTREAM_REFUSED,   /* REFUSED of upstream's */
    OUTCOME_UPSTREAM_MALFORMED, /* its answer could not be written back */
    OUTCOME_COUNT
};

/* A word for metrics: "mapped", "upstream_silent". */
const char *outcome_name(enum outcome o);

/* What the log says behind the line, or NULL: nothing is wrong. */
const char *outcome_note(enum outcome o);
