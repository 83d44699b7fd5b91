/* key_order.h: the order in which go-yaml writes the keys of a map, which is not that of their octets.
 * Rune by rune, at the first difference: two letters by code point, a letter behind what is none, runs of
 * digits as numbers, then the shorter run, else by code point; a prefix comes first.
 * That is no order in the strict sense (a1a < a2 < a10 < a1a): for such keys Go's own answer is random. */
#pragma once

#include "common/value.h"

/* Fills order[0..map->map->count) with the entries in that order. pretty: v3's, where behind a digit a letter
 * comes before what is none. */
void key_order(const struct value *map, bool pretty, const struct entry **order);
