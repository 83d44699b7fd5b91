#include "render/regex.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "common/text.h"
#include "common/utf8.h"

enum { STEPS_MAX = 10 * 1000 * 1000, HEAP_MAX_KB = 16 * 1024, DEPTH_MAX = 250 };

struct regex {
    struct arena *arena;
    struct text pattern;  /* in PCRE2's syntax */
    pcre2_code *codes[2]; /* for what is no UTF-8, and for what is; NULL: not compiled yet */
    pcre2_match_data *match;
    pcre2_match_context *context;
    const char *subject; /* last looked through */
    size_t subject_len;
    bool is_valid; /* it is UTF-8 */
};

/* Go's pattern on its way to PCRE2's. */
struct reader {
    const char *at, *end;
    struct arena *arena;
    struct text out;
    const char *error;
    unsigned depth;
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

static int refuse(struct reader *r, const char *why, const char *from, size_t len)
{
    r->error = arena_printf(r->arena, "error parsing regexp: %s: `%.*s`", why, (int)len, from);
    return -1;
}

static bool looking_at(const struct reader *r, const char *word)
{
    size_t len = strlen(word);
    return (size_t)(r->end - r->at) >= len && memcmp(r->at, word, len) == 0;
}

static void copy(struct reader *r, size_t len)
{
    text_add(&r->out, r->at, len);
    r->at += len;
}

/* \Q ... \E: all of it literal. */
static void read_literal(struct reader *r)
{
    const char *end = r->end;
    for (const char *c = r->at; c + 1 < r->end; c++) {
        if (c[0] == '\\' && c[1] == 'E') {
            end = c;
            break;
        }
    }
    for (; r->at < end; r->at++) {
        if (!isalnum((unsigned char)*r->at) && (unsigned char)*r->at < 0x80)
            text_addc(&r->out, '\\');
        text_addc(&r->out, *r->at);
    }
    if (r->at < r->end)
        r->at += 2;
}

/* What follows a backslash, in a class or outside. PCRE2's own \s has a vertical tab that Go's has not, and
 * its \w, \d and \b are ASCII without UCP, as Go's are. */
static int read_escape(struct reader *r, bool in_class)
{
    const char *from = r->at;
    if (r->end - r->at < 2)
        return refuse(r, "trailing backslash at end of expression", "", 0);
    char c = r->at[1];
    if (c == 's' || c == 'S') {
        const char *plain = c == 's' ? "\\t\\n\\f\\r " : NULL;
        if (in_class && plain)
            text_adds(&r->out, plain);
        else
            text_adds(&r->out, in_class ? "\\x{0}-\\x{8}\\x{b}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}"
                               : plain  ? "[\\t\\n\\f\\r ]"
                                        : "[^\\t\\n\\f\\r ]");
        r->at += 2;
        return 0;
    }
    if (c == 'Q' && !in_class) {
        r->at += 2;
        read_literal(r);
        return 0;
    }
    if (c == 'p' || c == 'P') {
        size_t len = r->end - r->at > 2 && r->at[2] == '{' ? strcspn(r->at, "}") + 1 : 3;
        if (len > (size_t)(r->end - r->at))
            return refuse(r, "invalid character class range", from, (size_t)(r->end - from));
        copy(r, len);
        return 0;
    }
    bool known = c && strchr(in_class ? "dDwWaftnrvx01234567" : "dDwWbBAzaftnrvx01234567", c);
    bool back_reference =
        c >= '1' && c <= '9' && !(r->end - r->at > 2 && c <= '7' && r->at[2] >= '0' && r->at[2] <= '7');
    if ((isalnum((unsigned char)c) && !known) || back_reference)
        return refuse(r, "invalid escape sequence", from, 2);
    size_t taken;
    utf8_read(r->at + 1, (size_t)(r->end - r->at - 1), &taken);
    copy(r, 1 + taken);
    return 0;
}

/* a-z in a class must not be z-a. */
static int check_range(struct reader *r)
{
    size_t taken, last_taken;
    uint32_t low = utf8_read(r->at, (size_t)(r->end - r->at), &taken);
    const char *dash = r->at + taken;
    if (low == '\\' || r->end - dash < 2 || *dash != '-' || dash[1] == ']' || dash[1] == '\\')
        return 0;
    uint32_t high = utf8_read(dash + 1, (size_t)(r->end - dash - 1), &last_taken);
    if (high >= low)
        return 0;
    return refuse(r, "invalid character class range", r->at, taken + 1 + last_taken);
}

/* [ ... ] */
static int read_class(struct reader *r)
{
    const char *from = r->at;
    copy(r, 1);
    if (r->at < r->end && *r->at == '^')
        copy(r, 1);
    for (bool first = true; r->at < r->end && (first || *r->at != ']'); first = false) {
        if (check_range(r) != 0)
            return -1;
        if (*r->at == '\\') {
            if (read_escape(r, true) != 0)
                return -1;
        } else if (looking_at(r, "[:")) {
            const char *stop = memmem(r->at, (size_t)(r->end - r->at), ":]", 2);
            copy(r, stop ? (size_t)(stop + 2 - r->at) : 1);
        } else {
            if (*r->at == '[' || (first && *r->at == ']'))
                text_addc(&r->out, '\\');
            copy(r, 1);
        }
    }
    if (r->at == r->end)
        return refuse(r, "missing closing ]", from, (size_t)(r->end - from));
    copy(r, 1);
    return 0;
}

/* What follows "(?": flags, a name, or what Go has not. */
static int read_group(struct reader *r)
{
    const char *from = r->at;
    if (++r->depth > DEPTH_MAX)
        return refuse(r, "expression nests too deeply", from, 1);
    if (!looking_at(r, "(?")) {
        copy(r, 1);
        return 0;
    }
    bool named =
        looking_at(r, "(?P<") || (looking_at(r, "(?<") && !looking_at(r, "(?<=") && !looking_at(r, "(?<!"));
    size_t len = strspn(from + 2, "imsU-");
    const char *behind = from + 2 + len;
    if (named || (behind < r->end && (*behind == ':' || (*behind == ')' && len)))) {
        if (!named && *behind == ')')
            r->depth--;
        copy(r, named ? (from[2] == 'P' ? 4 : 3) : (size_t)(behind + 1 - from));
        return 0;
    }
    return refuse(r, "invalid or unsupported Perl syntax", from,
                  (size_t)(r->end - from) < 3 ? (size_t)(r->end - from)
                  : from[2] == '<'            ? 4
                                              : 3);
}

/* {n} {n,} {n,m} at s, which ends with a NUL: its length, or 0 if it is no such thing. */
static size_t read_counts(const char *s, unsigned long *low, unsigned long *high)
{
    const char *at = s + 1;
    size_t digits = strspn(at, "0123456789");
    if (!digits)
        return 0;
    *low = *high = strtoul(at, NULL, 10);
    at += digits;
    if (*at == ',') {
        at++;
        digits = strspn(at, "0123456789");
        if (digits)
            *high = strtoul(at, NULL, 10);
        at += digits;
    }
    return *at == '}' ? (size_t)(at + 1 - s) : 0;
}

/* * + ? {n,m}, one of them, with a ? behind it or not. */
static int read_repeat(struct reader *r)
{
    const char *from = r->at;
    if (*r->at == '{') {
        unsigned long low, high;
        size_t len = read_counts(r->at, &low, &high);
        if (len == 0) {
            text_addc(&r->out, '\\'); /* no repeat: a brace */
            copy(r, 1);
            return 0;
        }
        if (low > REGEX_REPEAT_MAX || high > REGEX_REPEAT_MAX || low > high)
            return refuse(r, "invalid repeat count", from, len);
        copy(r, len);
    } else {
        copy(r, 1);
    }
    if (r->at < r->end && *r->at == '?')
        copy(r, 1);
    if (r->at < r->end && (strchr("*+?", *r->at) && *r->at))
        return refuse(r, "invalid nested repetition operator", from, (size_t)(r->at + 1 - from));
    return 0;
}

static int translate(struct reader *r)
{
    const char *all = r->at;
    bool repeatable = false;
    while (r->at < r->end) {
        char c = *r->at;
        int status = 0;
        bool was_repeatable = repeatable;
        repeatable = true;
        if (c == '\\') {
            status = read_escape(r, false);
        } else if (c == '[') {
            status = read_class(r);
        } else if (c == '(') {
            status = read_group(r);
            repeatable = false;
        } else if (c == '*' || c == '+' || c == '?' || (c == '{' && was_repeatable)) {
            if (!was_repeatable)
                return refuse(r, "missing argument to repetition operator", r->at, 1);
            status = read_repeat(r);
        } else if (c == ')') {
            if (r->depth-- == 0)
                return refuse(r, "unexpected )", all, (size_t)(r->end - all));
            copy(r, 1);
        } else if (c == '{' || c == '}' || c == '#') {
            text_addc(&r->out, '\\');
            copy(r, 1);
        } else {
            repeatable = c != '|';
            copy(r, 1);
        }
        if (status != 0)
            return -1;
    }
    if (r->depth)
        return refuse(r, "missing closing )", all, (size_t)(r->end - all));
    return 0;
}

/* PCRE2's own compiling costs more than the rest of a small run: it is done when a pattern is first used.
 * Code for what is no UTF-8 looks through all of the subject each time it is called, for each of many
 * matches. */
static int compile(struct regex *r)
{
    pcre2_general_context *memory = pcre2_general_context_create(take, give_back, r->arena);
    int code;
    PCRE2_SIZE offset;
    uint32_t options = PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C |
                       (r->is_valid ? 0 : PCRE2_MATCH_INVALID_UTF);
    pcre2_code *made = pcre2_compile((PCRE2_SPTR)r->pattern.at, r->pattern.len, options, &code, &offset,
                                     pcre2_compile_context_create(memory));
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
    struct reader r = {.at = arena_copy(a, pattern, len), .arena = a};
    struct regex *regex = arena_alloc(a, sizeof *regex);
    *regex = (struct regex){.arena = a};
    r.end = r.at + len;
    text_init(&r.out, a);
    text_add(&r.out, "", 0);
    if (len > REGEX_LEN_MAX || !utf8_is_valid(pattern, len)) {
        *error = len > REGEX_LEN_MAX ? "error parsing regexp: expression too large"
                                     : "error parsing regexp: invalid UTF-8";
        return NULL;
    }
    if (translate(&r) != 0) {
        *error = r.error;
        return NULL;
    }
    regex->pattern = r.out;
    return regex;
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
    const pcre2_code *code = r->codes[r->is_valid];
    int number = pcre2_substring_number_from_name(code, (PCRE2_SPTR)arena_copy(r->arena, name, len));
    return number < 0 ? 0 : (size_t)number;
}
