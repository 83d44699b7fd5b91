/* check.h: what a configuration comes to, for people: dnsd --check. */
#pragma once

#include <stdio.h>

#include "dnsd/config.h"

void check_print(const struct config *c, FILE *to);
