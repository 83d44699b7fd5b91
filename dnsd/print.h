/* print.h: text written into room that does not grow: what does not fit is left out, and the end is always a
 * NUL. */
#pragma once

#include <stddef.h>

#include "common/attributes.h"

struct print {
    char *to;
    size_t room; /* at least 1 */
    size_t len;  /* below room */
};

void print_add(struct print *p, const char *format, ...) PRINTF(2, 3);
