#include "render/warn.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/quote.h"

/* Which texts slog's text handler quotes. */
static bool wants_quotes(const char *s)
{
    size_t taken, len = strlen(s);
    for (size_t at = 0; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        if (rune < 0x80 ? rune <= ' ' || rune == '=' || rune == '"'
                        : rune == UTF8_BAD || unicode_is_space(rune) || !unicode_is_print(rune))
            return true;
    }
    return len == 0;
}

static void add_pair(struct text *to, const char *key, const char *value)
{
    text_printf(to, " %s=", key);
    if (wants_quotes(value))
        quote_write(value, strlen(value), to);
    else
        text_adds(to, value);
}

void warn_slog(struct text *to, const char *level, const char *message, ...)
{
    va_list pairs;
    if (!to)
        return;
    text_printf(to, "level=%s", level);
    add_pair(to, "msg", message);
    va_start(pairs, message);
    for (const char *key = va_arg(pairs, const char *); key; key = va_arg(pairs, const char *))
        add_pair(to, key, va_arg(pairs, const char *));
    va_end(pairs);
    text_addc(to, '\n');
}

void warn_log(struct text *to, bool helm4, const char *source, const char *format, ...)
{
    va_list args;
    if (!to)
        return;
    va_start(args, format);
    char *line = arena_vprintf(to->arena, format, args);
    va_end(args);
    if (helm4)
        warn_slog(to, "INFO", line, (const char *)NULL);
    else
        text_printf(to, "%s: %s\n", source, line);
}
