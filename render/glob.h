/* glob.h: file names against patterns, as Go's path/filepath.Match: * and ? do not cross '/', [a-z], [^a],
 * \x. */
#pragma once

#include <stdbool.h>

/* Whether all of name fits. *bad: the pattern is malformed, and the answer false. */
bool glob_match(const char *pattern, const char *name, bool *bad);
