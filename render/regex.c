#include "render/regex.h"

#include <stdint.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "common/utf8.h"
#include "render/regex_read.h"

/* What the translation adds nests too: three groups at the most around each of Go's. */
enum { STEPS_MAX = 10 * 1000 * 1000, HEAP_MAX_KB = 16 * 1024, NEST_MAX = 4 * REGEX_DEPTH_MAX };

struct regex {
    struct arena *arena;
    struct regex_source source;
    pcre2_code *codes[2]; /* for what is no UTF-8, and for what is; NULL: not compiled yet */
    pcre2_match_data *match;
    pcre2_match_context *context;
    const char *subject; /* last looked through */
    size_t subject_len;
    bool is_valid; /* it is UTF-8 */
};

static void *take(size_t len, void *arena)
{
    return arena_alloc(arena, len);
}

static void give_back(void *p, void *arena)
{
    (void)p;
    (void)arena;
}

/* PCRE2's own compiling costs more than the rest of a small run: it is done when a pattern is first used.
 * Code for what is no UTF-8 looks through all of the subject each time it is called, for each of many
 * matches. */
static int compile(struct regex *r)
{
    pcre2_general_context *memory = pcre2_general_context_create(take, give_back, r->arena);
    int code;
    PCRE2_SIZE offset;
    uint32_t options = PCRE2_UTF | (r->is_valid ? 0 : PCRE2_MATCH_INVALID_UTF);
    pcre2_compile_context *context = pcre2_compile_context_create(memory);
    pcre2_set_parens_nest_limit(context, NEST_MAX);
    pcre2_code *made = pcre2_compile((PCRE2_SPTR)r->source.pattern.at, r->source.pattern.len, options, &code,
                                     &offset, context);
    if (!made)
        return -1;
    r->codes[r->is_valid] = made;
    r->match = pcre2_match_data_create_from_pattern(made, memory);
    r->context = pcre2_match_context_create(memory);
    pcre2_set_match_limit(r->context, STEPS_MAX);
    pcre2_set_heap_limit(r->context, HEAP_MAX_KB);
    return 0;
}

struct regex *regex_compile(const char *pattern, size_t len, struct arena *a, const char **error)
{
    struct regex *regex = arena_alloc(a, sizeof *regex);
    *regex = (struct regex){.arena = a};
    *error = len > REGEX_LEN_MAX ? "error parsing regexp: expression too large"
                                 : regex_read(pattern, len, a, &regex->source);
    return *error ? NULL : regex;
}

int regex_match_from(struct regex *r, const char *s, size_t len, size_t from)
{
    if (from == 0 || r->subject != s || r->subject_len != len) {
        r->subject = s;
        r->subject_len = len;
        r->is_valid = utf8_is_valid(s, len);
    }
    if (!r->codes[r->is_valid] && compile(r) != 0)
        return -1;
    uint32_t options = r->is_valid ? PCRE2_NO_UTF_CHECK : 0;
    int found = pcre2_match(r->codes[r->is_valid], (PCRE2_SPTR)s, len, from, options, r->match, r->context);
    return found == PCRE2_ERROR_NOMATCH ? 0 : found < 0 ? -1 : 1;
}

int regex_match(struct regex *r, const char *s, size_t len)
{
    return regex_match_from(r, s, len, 0);
}

bool regex_group(const struct regex *r, size_t number, size_t *from, size_t *to)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(r->match);
    if (number >= pcre2_get_ovector_count(r->match) || ends[2 * number] == PCRE2_UNSET)
        return false;
    *from = ends[2 * number];
    *to = ends[2 * number + 1];
    return true;
}

size_t regex_group_named(const struct regex *r, const char *name, size_t len)
{
    size_t found = 0, from, to;
    for (const struct regex_group_name *n = r->source.names; n; n = n->next)
        if (n->len == len && memcmp(n->at, name, len) == 0 && regex_group(r, n->group, &from, &to)) {
            found = n->group;
            break;
        }
    return found;
}
