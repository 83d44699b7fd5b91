/* strip.h: what Helm does to text around the engine proper. */
#pragma once

#include "common/text.h"

/* Around the message of fail and required, so that it can be found in the trace. */
#define MARK_START "HELM_ERR_START"
#define MARK_END   "HELM_ERR_END"

/* Takes every "<no value>" out, wherever it came from. */
void strip_no_value(struct text *t);
