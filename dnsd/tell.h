/* tell.h: text for whoever reads our standard error, who may be slow or gone. */
#pragma once

#include <stddef.h>

/* Writes text[0..len) to fd as far as it goes in wait_ms altogether; the rest is lost. */
void tell(int fd, const char *text, size_t len, int wait_ms);
