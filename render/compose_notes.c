#include "render/compose_notes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

void notes_init(struct notes *n, struct fault *fault, struct text *warnings, struct arena *a)
{
    *n = (struct notes){.arena = a, .fault = fault, .warnings = warnings, .said = value_map(a)};
}

/* The message with what could end its line, or colour a terminal, made visible. */
static const char *visible(struct notes *n, const char *message)
{
    struct text out;
    text_init(&out, n->arena);
    text_add(&out, "", 0);
    for (; *message; message++) {
        unsigned char c = (unsigned char)*message;
        if (c < 0x20 || c == 0x7f)
            text_printf(&out, "\\x%02x", c);
        else
            text_addc(&out, *message);
    }
    return out.at;
}

/* The line without its newline; NULL if it was said before. */
static const char *line_of(struct notes *n, struct place where, const char *before, const char *format,
                           va_list args) PRINTF(4, 0);
static const char *line_of(struct notes *n, struct place where, const char *before, const char *format,
                           va_list args)
{
    char message[NOTE_MAX];
    struct text line;
    vsnprintf(message, sizeof message, format, args);
    text_init(&line, n->arena);
    if (where.file && where.line)
        text_printf(&line, "%s:%u:%u: ", where.file, where.line, where.column);
    else if (where.file)
        text_printf(&line, "%s: ", where.file);
    text_printf(&line, "%s%s", before, visible(n, message));
    if (value_gets(n->said, line.at))
        return NULL;
    (void)value_sets(n->arena, n->said, line.at, value_null(n->arena));
    return line.at;
}

int note_fault(struct notes *n, struct place where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *line = line_of(n, where, "", format, args);
    va_end(args);
    n->faults++;
    if (line)
        fault_more(n->fault, (struct place){0}, "%s", line);
    return -1;
}

void note_warning(struct notes *n, struct place where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    const char *line = line_of(n, where, "warning: ", format, args);
    va_end(args);
    if (line)
        text_printf(n->warnings, "%s\n", line);
}
