/* compose_variables.h: ${NAME} in the texts of a Compose file, as the Compose specification has it
 * ("Interpolation"): $NAME, ${NAME}, ${NAME:-default}, ${NAME-default}, ${NAME:?message}, ${NAME?message},
 * ${NAME:+instead}, ${NAME+instead}, one within the other, and $$ for a $. */
#pragma once

#include "render/compose_notes.h"

enum { VARIABLES_DEPTH_MAX = 20 }; /* ${A:-${B:-...}} */

/* Where variables come from: what is before, or render's own environment; then a map of texts, of .env say.
 */
struct variables {
    const struct variables *before; /* NULL: the environment */
    const struct value *file;       /* NULL: none */
};

/* NULL: not set. */
const char *variables_get(const struct variables *v, const char *name);

/* text with every variable replaced. One that is not set is empty, with a warning, as in Compose. NULL: a
 * fault was noted: a $ that begins nothing, a missing }, one that ${NAME:?message} asks for. */
MUST_CHECK const char *variables_expand(const struct variables *v, const char *text, struct notes *n,
                                        struct place where);

/* Replaces variables in every text of the tree; keys are left alone. -1: faults were noted. */
MUST_CHECK int variables_expand_all(const struct variables *v, struct value *tree, struct notes *n);
