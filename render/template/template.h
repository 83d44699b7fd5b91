/* template.h: Helm's template engine: files in, text out.
 * Everything lives in one arena whose on_full does not return, so nothing here fails for want of memory. */
#pragma once

#include "common/text.h"
#include "common/value.h"
#include "render/fault.h"

enum {
    TEMPLATE_STEPS_MAX = 20000000,        /* nodes walked and octets looked through by one render */
    TEMPLATE_STACK_MAX = 6 * 1024 * 1024, /* octets of C stack that recursion may take */
    TEMPLATE_INCLUDE_MAX = 1001,          /* as Helm: a name within itself more often than this is an error */
};

struct template_set;

/* helm4: with the functions that only Helm 4 has. */
struct template_set *template_new(struct arena *a, bool helm4);

/* Of Go's own package with sprig's functions alone: errors are as Go tells them, "<no value>" is printed. */
struct template_set *template_new_plain(struct arena *a);

/* Parses a file under its name, "chart/templates/a.yaml"; text is borrowed. Parse in Helm's order (deepest
 * folder first, then names backwards): of names defined twice the last one counts. -1: *f has Helm's words.
 */
MUST_CHECK int template_parse(struct template_set *set, const char *name, const char *text, size_t len,
                              struct fault *f);

/* Where the statement stands that is being executed, "c/templates/a.yaml:1:6", column from 0; NULL: none is.
 */
const char *template_place(const struct template_set *set, struct arena *a);

/* Executes a parsed file with dot, and adds what it prints to to, without "<no value>". -1: *f has Helm's
 * words and our own lines; to then holds nothing of use. Maps in dot may be changed (set, merge), as in Helm.
 */
MUST_CHECK int template_execute(struct template_set *set, const char *name, struct value *dot,
                                struct text *to, struct fault *f);
