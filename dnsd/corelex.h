/* corelex.h: a Corefile as lines of words, cut as CoreDNS's Caddyfile lexer cuts it.
 * Words end at blanks; '#' begins a comment, also within a word; a word that begins with '"' ends at the next
 * one, \" in it is a quote and any other backslash itself. {%NAME%}, then {$NAME}, stand for the
 * environment's NAME, which is not cut again. '{' at the end of a line opens a block, '}' closes it. */
#pragma once

#include <stdbool.h>

#include "common/arena.h"
#include "common/diag.h"
#include "common/file.h"

enum {
    CORELEX_WORDS_MAX = 64,  /* on a line */
    CORELEX_WORD_MAX = 4096, /* octets of a word, its environment put in */
};

struct word {
    const char *text; /* NUL-terminated, in the arena; no NUL within */
    struct place where;
};

struct corelex {
    struct arena *arena;
    struct diag *err;
    const char *file, *at, *end;
    unsigned line;
    const char *line_start;
    struct word ahead; /* read, not yet taken; text NULL: none */
    bool failed;
};

enum core_line_kind { CORE_WORDS, CORE_CLOSE, CORE_END };

struct core_line {
    enum core_line_kind kind;
    struct word words[CORELEX_WORDS_MAX];
    unsigned count;     /* 1 or more for CORE_WORDS */
    bool opens;         /* a block follows */
    struct place where; /* of the first word, of '}', of the end */
};

/* text, file and the arena must outlive it and its words. */
void corelex_init(struct corelex *l, const char *file, struct bytes text, struct arena *a, struct diag *err);

/* The next line that has words on it, a '}', or the end. What is wrong within words goes to err and sets
 * failed; reading goes on. */
void corelex_line(struct corelex *l, struct core_line *out);
