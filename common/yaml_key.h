/* yaml_key.h: the keys of a YAML map, which are texts whatever was written. For yaml_*.c alone. */
#pragma once

#include "common/yaml_state.h"

/* Fills *out for a key that was read as the value key, from event: all but what the entry holds. A number or
 * word becomes text as Go spells it, or stays as it is written where options say so. What cannot be a key is
 * put off. -1: no room. */
MUST_CHECK int yaml_key_read(struct yaml_state *s, const yaml_event_t *event, const struct value *key,
                             struct entry *out);

/* Puts off what Go says of a null as the key of v. */
void yaml_key_refuse_null(struct yaml_state *s, yaml_mark_t mark, const struct value *v);
