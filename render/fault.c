#include "render/fault.h"

#include <ctype.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void fault_init(struct fault *f, struct arena *a)
{
    *f = (struct fault){.arena = a};
    text_init(&f->more, a);
}

static void add(struct text *to, const char *format, va_list args) PRINTF(2, 0);
static void add(struct text *to, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, again);
    va_end(again);
    char *line = len < 0 ? NULL : arena_alloc(to->arena, (size_t)len + 1);
    if (!line) {
        to->failed = true;
        return;
    }
    vsnprintf(line, (size_t)len + 1, format, args);
    text_add(to, line, (size_t)len);
}

int fault_set(struct fault *f, const char *format, ...)
{
    if (f->helm)
        return -1;
    struct text words;
    va_list args;
    text_init(&words, f->arena);
    va_start(args, format);
    add(&words, format, args);
    va_end(args);
    f->helm = words.failed ? "no memory left" : words.at;
    return -1;
}

void fault_more(struct fault *f, struct place where, const char *format, ...)
{
    va_list args;
    if (where.file && where.line && where.column)
        text_printf(&f->more, "%s:%u:%u: ", where.file, where.line, where.column);
    else if (where.file && where.line)
        text_printf(&f->more, "%s:%u: ", where.file, where.line);
    else if (where.file)
        text_printf(&f->more, "%s: ", where.file);
    va_start(args, format);
    add(&f->more, format, args);
    va_end(args);
    text_addc(&f->more, '\n');
}

int fault_file(struct fault *f, const char *path)
{
    int why = errno;
    if (why == EFBIG)
        return fault_set(f, "%s: longer than render takes", path);
    if (why == EPIPE)
        return fault_set(f, "open %s: no program writes to this pipe; give a file", path);
    if (why == ENODEV)
        return fault_set(f, "open %s: is a device; give a file", path);
    return fault_call(f, why == EISDIR ? "read" : "open", path);
}

int fault_call(struct fault *f, const char *call, const char *path)
{
    const char *words = strerror(errno);
    return fault_set(f, "%s %s: %c%s", call, path, tolower((unsigned char)*words), words + 1);
}
