/* printed.h: what a function printed to a stream, for units. */
#pragma once

#include <stdio.h>
#include <stdlib.h>

/* Text that grows while it is written to. */
struct printed {
    char *text;
    size_t len;
    FILE *to;
};

static inline void printed_open(struct printed *p)
{
    p->to = open_memstream(&p->text, &p->len);
    assert_non_null(p->to);
}

/* What is there so far; it lives until the next call or printed_close. */
static inline const char *printed_text(struct printed *p)
{
    (void)fflush(p->to);
    return p->text;
}

static inline void printed_close(struct printed *p)
{
    (void)fclose(p->to);
    free(p->text);
}
