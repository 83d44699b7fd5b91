/* split.h: a text of several YAML documents cut apart as Helm does it, which knows no YAML. */
#pragma once

#include <stdbool.h>

#include "common/file.h"

struct splitter {
    struct bytes rest;
    bool helm4, started, done;
};

/* Helm 3: blanks at the ends of text and of documents go, "---" on a new line separates, with the blanks
 * around it. helm4: "---" at the start of a line separates, what is before it stays. */
void split_start(struct splitter *s, struct bytes text, bool helm4);

/* The next document; false: there is none. */
bool split_next(struct splitter *s, struct bytes *out);

/* text without the white space at its start, and at its end too. */
struct bytes split_trim_left(struct bytes text);
struct bytes split_trim(struct bytes text);
