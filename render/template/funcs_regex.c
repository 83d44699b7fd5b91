/* Sprig's regular expressions. Go's are RE2's; PCRE2 takes the same and more, so what RE2 has not is refused,
 * and matching is bounded, for PCRE2 backtracks where RE2 does not. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <string.h>

#include "render/template/func.h"

enum { MATCH_STEPS_MAX = 10000000 };

struct regex {
    pcre2_code *code;
    pcre2_match_data *match;
    pcre2_match_context *context;
    const char *subject;
    size_t len;
};

static void close_regex(struct regex *r)
{
    pcre2_match_data_free(r->match);
    pcre2_match_context_free(r->context);
    pcre2_code_free(r->code);
}

/* What PCRE2 would take and RE2 does not: look-around, atomic and possessive groups, references back. NULL:
 * none. */
static const char *beyond_re2(const char *pattern, size_t len)
{
    bool in_class = false;
    for (size_t i = 0; i < len; i++) {
        char c = pattern[i], next = i + 1 < len ? pattern[i + 1] : '\0';
        if (c == '\\') {
            if (!in_class && next >= '1' && next <= '9')
                return "invalid escape sequence";
            i++;
        } else if (c == '[' && !in_class) {
            in_class = true;
            if (next == '^')
                i++;
            if (i + 1 < len && pattern[i + 1] == ']')
                i++;
        } else if (c == ']') {
            in_class = false;
        } else if (c == '(' && next == '?' && !in_class) {
            char kind = i + 2 < len ? pattern[i + 2] : '\0', then = i + 3 < len ? pattern[i + 3] : '\0';
            if (strchr("=!>|(&R#C+", kind) || (kind == '<' && (then == '=' || then == '!')))
                return "invalid or unsupported Perl syntax";
        }
    }
    return NULL;
}

/* false: *why says what Go would. */
static bool open_regex(const char *pattern, size_t pattern_len, const struct value *subject, struct regex *r,
                       const char **why)
{
    int code;
    PCRE2_SIZE where;
    *why = beyond_re2(pattern, pattern_len);
    if (*why)
        return false;
    r->code =
        pcre2_compile((PCRE2_SPTR)pattern, pattern_len,
                      PCRE2_UTF | PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C | PCRE2_MATCH_INVALID_UTF,
                      &code, &where, NULL);
    *why = "missing argument to repetition operator";
    if (!r->code)
        return false;
    r->match = pcre2_match_data_create_from_pattern(r->code, NULL);
    r->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(r->context, MATCH_STEPS_MAX);
    r->subject = subject->text.at;
    r->len = subject->text.len;
    return true;
}

/* The next match from at on; false: none. */
static bool next_match(struct regex *r, size_t at, size_t *from, size_t *to)
{
    if (at > r->len || pcre2_match(r->code, (PCRE2_SPTR)r->subject, r->len, at, PCRE2_NO_UTF_CHECK & 0,
                                   r->match, r->context) < 1)
        return false;
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(r->match);
    *from = ends[0];
    *to = ends[1];
    return true;
}

static bool open_or_fail(struct call *c, size_t pattern, size_t subject, struct regex *r)
{
    const char *why;
    const struct value *p = c->args[pattern];
    if (open_regex(p->text.at, p->text.len, c->args[subject], r, &why))
        return true;
    call_fail(c, "error parsing regexp: %s: `%s`", why, p->text.at);
    return false;
}

static void match(struct call *c, bool must)
{
    struct regex r = {0};
    const char *why;
    size_t from, to;
    const struct value *p = c->args[0];
    if (!open_regex(p->text.at, p->text.len, c->args[1], &r, &why)) {
        if (must)
            call_fail(c, "error parsing regexp: %s: `%s`", why, p->text.at);
        else
            call_bool(c, false);
        return;
    }
    call_bool(c, next_match(&r, 0, &from, &to));
    close_regex(&r);
}

static void regex_match(struct call *c)
{
    match(c, false);
}

static void must_regex_match(struct call *c)
{
    match(c, true);
}

/* Calls each for every match that Go's FindAll gives: an empty one not right behind another. most < 0: all.
 */
static void each_match(struct regex *r, int64_t most,
                       void (*each)(void *arg, const struct regex *r, size_t from, size_t to), void *arg)
{
    size_t at = 0, from, to, before = SIZE_MAX;
    for (int64_t count = 0; (most < 0 || count < most) && next_match(r, at, &from, &to);) {
        if (from != to || from != before) {
            each(arg, r, from, to);
            count++;
        }
        before = to;
        at = to;
        if (from == to) {
            at++;
            while (at < r->len && ((unsigned char)r->subject[at] & 0xc0) == 0x80)
                at++;
        }
    }
}

struct collected {
    struct call *c;
    struct value *list;
};

static void collect(void *arg, const struct regex *r, size_t from, size_t to)
{
    struct collected *all = arg;
    call_push(all->c, all->list, value_text(all->c->arena, r->subject + from, to - from));
}

static void find_all(struct call *c)
{
    struct regex r = {0};
    struct collected all = {.c = c, .list = value_list(c->arena)};
    if (!open_or_fail(c, 0, 1, &r))
        return;
    all.list->form = FORM_STRINGS;
    each_match(&r, c->args[2]->integer, collect, &all);
    close_regex(&r);
    c->result = all.list;
}

static void find(struct call *c)
{
    struct regex r = {0};
    size_t from = 0, to = 0;
    if (!open_or_fail(c, 0, 1, &r))
        return;
    if (!next_match(&r, 0, &from, &to))
        from = to = 0;
    call_text(c, r.subject + from, to - from);
    close_regex(&r);
}

struct replacing {
    struct text text;
    const char *with;
    size_t with_len, done;
    bool literal;
};

static bool is_word(char c)
{
    return c == '_' || (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

static void add_group(struct text *t, const struct regex *r, const char *name, size_t len)
{
    const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(r->match);
    char small[64];
    size_t number = 0;
    bool numeric = len > 0;
    for (size_t i = 0; i < len; i++) {
        numeric = numeric && name[i] >= '0' && name[i] <= '9' && number < 1000;
        number = numeric ? number * 10 + (size_t)(name[i] - '0') : number;
    }
    if (!numeric) {
        if (len >= sizeof small)
            return;
        memcpy(small, name, len);
        small[len] = '\0';
        int found = pcre2_substring_number_from_name(r->code, (PCRE2_SPTR)small);
        if (found < 0)
            return;
        number = (size_t)found;
    }
    if (number < pcre2_get_ovector_count(r->match) && ends[2 * number] != PCRE2_UNSET)
        text_add(t, r->subject + ends[2 * number], ends[2 * number + 1] - ends[2 * number]);
}

/* Go's Expand: $1, $name (as long as it goes), ${name}, $$. */
static void expand(struct replacing *w, const struct regex *r)
{
    const char *s = w->with, *end = s + w->with_len;
    while (s < end) {
        const char *dollar = memchr(s, '$', (size_t)(end - s));
        text_add(&w->text, s, (size_t)((dollar ? dollar : end) - s));
        if (!dollar)
            return;
        s = dollar + 1;
        if (s < end && *s == '$') {
            text_addc(&w->text, '$');
            s++;
            continue;
        }
        bool braced = s < end && *s == '{';
        const char *name = s + braced, *name_end = name;
        while (name_end < end && is_word(*name_end))
            name_end++;
        if (name_end == name || (braced && (name_end == end || *name_end != '}'))) {
            text_addc(&w->text, '$');
            continue;
        }
        add_group(&w->text, r, name, (size_t)(name_end - name));
        s = name_end + braced;
    }
}

static void replace_one(void *arg, const struct regex *r, size_t from, size_t to)
{
    struct replacing *w = arg;
    text_add(&w->text, r->subject + w->done, from - w->done);
    if (w->literal)
        text_add(&w->text, w->with, w->with_len);
    else
        expand(w, r);
    w->done = to;
}

static void replace_all(struct call *c, bool literal)
{
    struct regex r = {0};
    struct replacing w = {.with = c->args[2]->text.at, .with_len = c->args[2]->text.len, .literal = literal};
    if (!open_or_fail(c, 0, 1, &r))
        return;
    text_init(&w.text, c->arena);
    text_adds(&w.text, "");
    each_match(&r, -1, replace_one, &w);
    text_add(&w.text, r.subject + w.done, r.len - w.done);
    close_regex(&r);
    call_take(c, &w.text);
}

static void regex_replace_all(struct call *c)
{
    replace_all(c, false);
}

static void regex_replace_all_literal(struct call *c)
{
    replace_all(c, true);
}

struct splitting {
    struct call *c;
    struct value *list;
    size_t done;
    int64_t most;
};

static void split_one(void *arg, const struct regex *r, size_t from, size_t to)
{
    struct splitting *w = arg;
    bool full = w->most > 0 && (int64_t)w->list->list.count + 1 >= w->most;
    if (full || (to == 0 && from == 0))
        return;
    call_push(w->c, w->list, value_text(w->c->arena, r->subject + w->done, from - w->done));
    w->done = to;
}

static void split(struct call *c)
{
    struct regex r = {0};
    struct splitting w = {.c = c, .list = value_list(c->arena), .most = c->args[2]->integer};
    if (!open_or_fail(c, 0, 1, &r))
        return;
    w.list->form = FORM_STRINGS;
    if (w.most != 0) {
        each_match(&r, -1, split_one, &w);
        if (w.done < r.len || r.len == 0 || w.list->list.count)
            call_push(c, w.list, value_text(c->arena, r.subject + w.done, r.len - w.done));
    }
    close_regex(&r);
    c->result = w.list;
}

static void quote_meta(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    for (size_t i = 0; i < c->args[0]->text.len; i++) {
        char octet = c->args[0]->text.at[i];
        if (octet && strchr("\\.+*?()|[]{}^$", octet))
            text_addc(&t, '\\');
        text_addc(&t, octet);
    }
    call_take(c, &t);
}

const struct func funcs_regex[] = {
    {"regexMatch", "ss", regex_match},
    {"mustRegexMatch", "ss", must_regex_match},
    {"regexFind", "ss", find},
    {"mustRegexFind", "ss", find},
    {"regexFindAll", "ssi", find_all},
    {"mustRegexFindAll", "ssi", find_all},
    {"regexReplaceAll", "sss", regex_replace_all},
    {"mustRegexReplaceAll", "sss", regex_replace_all},
    {"regexReplaceAllLiteral", "sss", regex_replace_all_literal},
    {"mustRegexReplaceAllLiteral", "sss", regex_replace_all_literal},
    {"regexSplit", "ssi", split},
    {"mustRegexSplit", "ssi", split},
    {"regexQuoteMeta", "s", quote_meta},
    {0},
};
