/* go_path.h: names in a tree with '/' between them, as Go's package path has them. */
#pragma once

#include "common/text.h"

/* Sets `to`, which is initialised, to the shortest name of the same: no empty element, no ".", ".." only in
 * front and not below a root; "." for nothing. */
void go_path_clean(const char *at, size_t len, struct text *to);
