/* ignore.h: .helmignore: which files of a chart folder are left out.
 * One pattern a line (see glob.h), # for comments; a '/' at the end is for folders only, one at the start or
 * in the middle for paths, without any it is the last name that counts. "!x" ignores all that is not x. */
#pragma once

#include "common/file.h"
#include "render/fault.h"

struct ignore {
    struct ignore_rule *rules;
    size_t count;
};

/* Reads the text of a .helmignore, at NULL for none; templates/.?* is always ignored. */
MUST_CHECK int ignore_read(struct bytes text, struct arena *a, struct ignore *out, struct fault *f);

/* Whether path, relative to the chart, is left out. */
bool ignore_has(const struct ignore *ignore, const char *path, bool is_folder);
