/* parse_pipeline.h: what stands in an action: constants, variables, fields, calls, one piped into the next.
 *   pipeline := [ declaration ] command { "|" command } end */
#pragma once

#include "render/template/parser.h"

/* Reads one up to end, which is TOKEN_RIGHT or TOKEN_RIGHT_PAREN, and takes that too. Its variables stay in
 * scope. context is what Go calls it in complaints; only a "range" may declare two variables. */
struct node *parse_pipeline(struct parser *p, const char *context, enum token_kind end);
