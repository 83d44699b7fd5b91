#include "render/template/strip.h"

#include <string.h>

void strip_no_value(struct text *t)
{
    static const char mark[] = "<no value>";
    enum { MARK_LEN = sizeof mark - 1 };
    char *from = t->at, *to = t->at, *end = t->at + t->len;
    for (char *found; (found = memmem(from, (size_t)(end - from), mark, MARK_LEN)) != NULL;) {
        memmove(to, from, (size_t)(found - from));
        to += found - from;
        from = found + MARK_LEN;
    }
    memmove(to, from, (size_t)(end - from));
    t->len = (size_t)(to - t->at) + (size_t)(end - from);
    t->at[t->len] = '\0';
}
