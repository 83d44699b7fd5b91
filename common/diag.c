#include "common/diag.h"

#include <stdarg.h>
#include <string.h>

static void add_clean(struct diag *d, const char *line)
{
    char clean[4 * DIAG_LINE_MAX + 2];
    size_t len = 0;
    for (const char *c = line; *c; c++) {
        unsigned char octet = (unsigned char)*c;
        if (octet < 0x20 || octet == 0x7f)
            len += (size_t)snprintf(clean + len, sizeof clean - len, "\\x%02x", octet);
        else
            clean[len++] = *c;
    }
    clean[len++] = '\n';
    if (len >= sizeof d->text - d->len)
        return;
    memcpy(d->text + d->len, clean, len);
    d->len += len;
    d->text[d->len] = '\0';
}

static size_t write_place(char *to, size_t room, struct place where)
{
    int len = 0;
    if (where.file && where.line && where.column)
        len = snprintf(to, room, "%s:%u:%u: ", where.file, where.line, where.column);
    else if (where.file && where.line)
        len = snprintf(to, room, "%s:%u: ", where.file, where.line);
    else if (where.file)
        len = snprintf(to, room, "%s: ", where.file);
    return len < 0 ? 0 : (size_t)len < room ? (size_t)len : room - 1;
}

static int add(struct diag *d, struct place where, const char *format, va_list args) PRINTF(3, 0);
static int add(struct diag *d, struct place where, const char *format, va_list args)
{
    char line[DIAG_LINE_MAX];
    size_t len = write_place(line, sizeof line, where);
    vsnprintf(line + len, sizeof line - len, format, args);
    if (d->count++ == 0) {
        d->first = where;
        d->first_at = len;
    }
    add_clean(d, line);
    return -1;
}

int diag_at(struct diag *d, struct place where, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int status = add(d, where, format, args);
    va_end(args);
    return status;
}

int diag_say(struct diag *d, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    int status = add(d, (struct place){0}, format, args);
    va_end(args);
    return status;
}

void diag_print(const struct diag *d, FILE *to, const char *program)
{
    unsigned printed = 0;
    for (const char *line = d->text; *line; printed++) {
        const char *end = strchr(line, '\n');
        fprintf(to, "%s: %.*s\n", program, (int)(end - line), line);
        line = end + 1;
    }
    if (d->count > printed)
        fprintf(to, "%s: and %u more\n", program, d->count - printed);
}
