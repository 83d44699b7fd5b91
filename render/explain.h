/* explain.h: what becomes of a name or an address in a release: who resolves it to what, and which entry of
 * the policies lets a packet to it out, layer by layer, each with the place of the value that decides. */
#pragma once

#include "render/helm.h"

/* Adds the explanation. h was prepared. -1: h->fault says why: it is no name, or the chart has no services.
 */
MUST_CHECK int explain_write(struct helm *h, const char *name, struct text *to);
