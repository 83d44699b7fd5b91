/* parse.h: template text -> named trees, with Go's grammar, and its words for what is wrong.
 * Source of behaviour: text/template/parse and the way text/template puts trees together. */
#pragma once

#include "render/template/lex.h"
#include "render/template/trees.h"

enum { PARSE_DEPTH_MAX = 500 }; /* blocks and parentheses within each other: the parser calls itself */

/* Parses text under name, and adds it with everything it defines; both are borrowed. Definitions replace
 * those of files parsed before, unless they are empty. NULL, or the error as Go words it:
 * "template: NAME:LINE: what". */
const char *parse_template(struct trees *t, const char *name, const char *text, size_t len);
