/* warn.h: lines for standard error that do not end a run, as Helm's two loggers write them, without date and
 * time. */
#pragma once

#include <stdbool.h>

#include "common/text.h"

/* What Helm logs through Go's package log: behind source, Go's file and line, in Helm 3; as a message of
 * level INFO in Helm 4. to is where lines go; NULL: nobody wants them. */
void warn_log(struct text *to, bool helm4, const char *source, const char *format, ...) PRINTF(4, 5);

/* What Helm 4 logs through log/slog: a level such as WARN, a message, and pairs of texts, key and value, up
 * to NULL. */
void warn_slog(struct text *to, const char *level, const char *message, ...) __attribute__((sentinel));
