/* expr.h: pipelines: commands, fields, arguments and calls, as Go's text/template evaluates them. */
#pragma once

#include "render/template/state.h"

/* The value of pipeline n (NULL: nil) with dot. Declares or assigns its variables. On failure the state
 * has why, and the value means nothing. */
struct operand expr_pipeline(struct state *s, struct operand dot, const struct node *n);
