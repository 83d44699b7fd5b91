/* compose_words.h: a command written as one text, and texts that Kubernetes would expand. */
#pragma once

#include "common/value.h"

/* Splits text as a shell does, at blanks outside quotes (POSIX, XCU 2.2: '\'', '"' and '\\'), and adds the
 * words to list as strings. No shell runs: what only one understands (|, &, ;, <, >, parentheses, back
 * quotes) is a fault, for Compose would drop it and all that follows. NULL, or what is wrong, to put behind
 * the key's name. */
MUST_CHECK const char *words_split(const char *text, struct arena *a, struct value *list);

/* text so that Kubernetes leaves it alone: in commands, arguments and environments it takes $(NAME) for a
 * variable, and $$ for one $. */
MUST_CHECK const char *words_literal(struct arena *a, const char *text);
