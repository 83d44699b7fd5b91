/* duration.h: lengths of time as Go writes them, which is how Corefiles have them: 300ms, 1.5s, 1m30s. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/attributes.h"

/* Milliseconds, rounded up, so that no length but 0 is nothing. false: not one, negative, or of 2^32 ms or
 * more. A number needs its unit (ns us ms s m h), but for 0. */
MUST_CHECK bool duration_from_text(const char *text, uint32_t *out_ms);
