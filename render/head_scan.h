/* head_scan.h: the head of a plain document, found without reading all of its YAML into a tree.
 * Knows only what nearly every manifest is made of (block maps and lists, plain and simply quoted scalars,
 * literal blocks, ASCII) and gives up on anything else: what it accepts is YAML for sure, and says just that.
 */
#pragma once

#include <stdbool.h>

#include "common/file.h"

struct head {
    struct bytes kind; /* within the text; len 0: none */
};

/* True: text is a YAML map, and this is its head; it is no hook (no annotation of it begins with helm.sh/).
 * False: nothing is known. */
bool head_scan(struct bytes text, struct head *out);
