#include "dnsd/print.h"

#include <stdarg.h>
#include <stdio.h>

void print_add(struct print *p, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int len = vsnprintf(p->to + p->len, p->room - p->len, format, args);
    va_end(args);
    p->len += len > 0 ? (size_t)len : 0;
    if (p->len >= p->room)
        p->len = p->room - 1;
}
