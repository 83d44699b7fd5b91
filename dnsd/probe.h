/* probe.h: whether a running dnsd answers: dnsd --probe, for Kubernetes' exec probes. */
#pragma once

#include <stdio.h>

#include "dnsd/address.h"

/* Asks over UDP for a name that dnsd answers by itself, so that upstream does not matter, and prints one
 * line. 0: it answers; 1: it does not, within a second and a half. */
int probe_run(const struct address *server, FILE *to);
