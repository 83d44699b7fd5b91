/* yaml_tag.h: what a scalar of a YAML text comes to, by its tag or without one. For yaml_*.c alone. */
#pragma once

#include "common/yaml_state.h"

/* A tag of somebody's own would be read over; it may mean a lot to whoever wrote it. -1: it is there, and is
 * to be refused. event may be of any kind. */
MUST_CHECK int yaml_tag_check(struct yaml_state *s, const yaml_event_t *event);

/* The value of a scalar event, which has no place yet. A tag that does not fit is a fault, and so is an
 * infinity, but as a key. NULL: the arena is full, which is yet to be told. */
MUST_CHECK struct value *yaml_tag_scalar(struct yaml_state *s, const yaml_event_t *event, bool is_key);
