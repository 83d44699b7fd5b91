/* eval.h: executing a parsed template: what text/template's exec.go does.
 * The first error ends the run: it is kept, and everything after it does nothing. */
#pragma once

#include "common/text.h"
#include "render/template/func.h"
#include "render/template/parse.h"
#include "render/template/scope.h"

/* What derivePassword made last of a password and a user, for that takes its time. */
struct master_key {
    unsigned char of[32], key[64]; /* their hash, and what it is */
    bool is_set;
};

struct run {
    struct arena *arena;
    struct trees trees;
    const char *error;            /* NULL: none so far */
    const struct node *failed_at; /* the innermost node that complained; NULL: none */
    size_t *inner; /* of the errors of functions within error: their lengths, the innermost first */
    size_t inner_count, inner_room;
    const char *hint; /* what was meant, perhaps, where a key is not there; NULL: nothing to say */
    uint64_t steps;
    const char *stack; /* an address near the top of the stack at the start */
    struct included *included;
    struct scopes scopes;
    const struct node *at; /* the statement being executed; NULL: none yet */
    struct master_key master;
};

/* Executes the named template with dot ("nil" for NULL). false: run->error says why. */
bool eval_template(struct run *r, const char *name, size_t len, struct value *dot, struct text *to);

/* For functions that run templates themselves: the error of an inner run becomes theirs. */
const char *eval_take_error(struct run *r);

/* For functions that put something into a map they were given: to be called before. */
void eval_changes(struct run *r, const struct value *map);
