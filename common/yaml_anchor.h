/* yaml_anchor.h: the named nodes of a YAML document, and what an alias stands for. For yaml_*.c alone. */
#pragma once

#include "common/yaml_state.h"

/* Names what is about to be read, for yaml_anchor_close to give it its value: until then an alias of it is
 * within it. Without a name *out is NULL. -1: no room. */
MUST_CHECK int yaml_anchor_open(struct yaml_state *s, const yaml_char_t *name, struct yaml_anchor **out);
void yaml_anchor_close(struct yaml_anchor *anchor, struct value *v); /* anchor may be NULL */

/* A copy of what the alias names, each node of it counted; the last anchor of a name is meant. NULL: err is
 * filled. */
MUST_CHECK struct value *yaml_anchor_alias(struct yaml_state *s, const yaml_event_t *event, unsigned depth);
