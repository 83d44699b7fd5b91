/* yaml_merge.h: <<, the key whose value lends its entries to the map around it. For yaml_*.c alone. */
#pragma once

#include "common/yaml_state.h"

bool yaml_merge_is_key(const yaml_event_t *event);

/* Appends the entries of from, which stands at mark, to a map that value_sort is yet to order: from is a map,
 * or a list of maps of which the first wins, though no alias of one; else it is a fault. -1: no room. */
MUST_CHECK int yaml_merge_add(struct yaml_state *s, const struct value *from, bool by_alias, yaml_mark_t mark,
                              struct value *to);

/* Adds to map, which is in order, those entries of merged, which is not, whose keys map has not itself.
 * -1: no room. */
MUST_CHECK int yaml_merge_beneath(struct yaml_state *s, const struct value *merged, struct value *map);
