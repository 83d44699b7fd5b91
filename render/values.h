/* values.h: the values a user gives: files and --set options, one over the other. */
#pragma once

#include "common/file.h"
#include "common/value.h"
#include "render/fault.h"
#include "render/set.h"

enum { VALUES_FILE_MAX = 10 * 1024 * 1024 }; /* octets of one values file */

struct values_set {
    enum set_kind kind;
    const char *argument;
};

struct values_options {
    const struct value *base;  /* a map that all are laid over; NULL: nothing */
    const char *const *files;  /* from left to right; "-" is standard input */
    const struct bytes *texts; /* NULL, or what the files hold, if somebody has read them already */
    size_t file_count;
    const struct values_set *sets; /* as on the command line; Helm applies them kind by kind */
    size_t set_count;
    bool helm4; /* all documents of a file, and --set-json of a whole object */
};

/* Reads and merges them all. -1: f has Helm's words. */
MUST_CHECK int values_read(const struct values_options *options, struct arena *a, struct value **out,
                           struct fault *f);

/* A map with the entries of both; over wins, but maps under one key are merged. Neither is changed, their
 * parts are shared. */
MUST_CHECK struct value *values_merge(struct arena *a, const struct value *base, const struct value *over);
