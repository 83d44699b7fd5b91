/* uri.h: references resolved against a base: RFC 3986 section 5.2. */
#pragma once

#include "common/arena.h"

/* ref as seen from base, without its fragment. */
MUST_CHECK const char *uri_resolve(struct arena *a, const char *base, const char *ref);

/* What stands behind the '#', percent-decoded; "" if nothing does. */
MUST_CHECK const char *uri_fragment(struct arena *a, const char *ref);
