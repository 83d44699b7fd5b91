/* toml_time.h: dates and times as TOML writes them: with an offset, or without one, or as half of it.
 * What has no offset is known by the name of its zone, as in BurntSushi/toml. */
#pragma once

#include <stdbool.h>

#include "common/bytes.h"
#include "render/go_time.h"

/* Reads all of s: 1979-05-27T07:32:00Z, 1979-05-27 07:32:00.5, 1979-05-27, 07:32. Without an offset
 * local_offset counts, in seconds east of UTC. false: it is none of them. */
bool toml_time_read(struct bytes s, int32_t local_offset, struct arena *a, struct go_time *out);

/* The same back, of any time. What has no offset is told in UTC, as Go does it. */
void toml_time_write(const struct go_time *t, struct text *to);
