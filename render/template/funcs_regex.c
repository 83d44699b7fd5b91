/* Sprig's regular expressions. Go's are RE2's, which render/regex.h reads. */
#include "render/regex.h"

#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/quote.h"
#include "render/template/func.h"

/* As Go's panics show it: in back quotes, if it has none itself. */
static const char *quote_pattern(const char *at, size_t len, struct arena *a)
{
    bool plain = !memchr(at, '`', len) && utf8_is_valid(at, len);
    for (size_t i = 0; i < len && plain; i++)
        plain = ((unsigned char)at[i] >= ' ' || at[i] == '\t') && at[i] != 0x7f;
    return plain ? arena_printf(a, "`%.*s`", (int)len, at) : quote_go(a, at, len);
}

/* A pattern at work on a subject. */
struct search {
    struct call *c;
    struct regex *regex;
    const char *subject;
    size_t len;
};

static bool open_search(struct call *c, struct search *s, bool must)
{
    const struct value *pattern = c->args[0], *subject = c->args[1];
    const char *why;
    *s = (struct search){.c = c, .subject = subject->text.at, .len = subject->text.len};
    s->regex = regex_compile(pattern->text.at, pattern->text.len, c->arena, &why);
    if (!s->regex)
        call_fail(c, must ? "%s" : "regexp: Compile(%s): %s",
                  must ? why : quote_pattern(pattern->text.at, pattern->text.len, c->arena), why);
    return s->regex != NULL;
}

/* The next match from at on; false: none, or the call failed. */
static bool next_match(struct search *s, size_t at, size_t *from, size_t *to)
{
    int found = at > s->len ? 0 : regex_match_from(s->regex, s->subject, s->len, at);
    if (found < 0)
        call_fail(s->c, "the expression takes too long: `%s`", s->c->args[0]->text.at);
    return found > 0 && regex_group(s->regex, 0, from, to);
}

static void must_regex_match(struct call *c)
{
    struct search s;
    size_t from, to;
    if (open_search(c, &s, true))
        call_bool(c, next_match(&s, 0, &from, &to));
}

/* A malformed pattern matches nothing. */
static void regex_match_any(struct call *c)
{
    must_regex_match(c);
    if (c->error)
        call_bool(c, false);
    c->error = NULL;
}

/* Calls each for every match that Go's FindAll gives: an empty one not right behind another. most < 0: all.
 */
static void each_match(struct search *s, int64_t most,
                       void (*each)(void *arg, const struct search *s, size_t from, size_t to), void *arg)
{
    size_t at = 0, from, to, before = SIZE_MAX;
    for (int64_t count = 0; (most < 0 || count < most) && next_match(s, at, &from, &to);) {
        if (from != to || from != before) {
            each(arg, s, from, to);
            count++;
        }
        before = to;
        at = to;
        if (from == to) {
            at++;
            while (at < s->len && ((unsigned char)s->subject[at] & 0xc0) == 0x80)
                at++;
        }
    }
}

struct collected {
    struct call *c;
    struct value *list;
};

static void collect(void *arg, const struct search *s, size_t from, size_t to)
{
    struct collected *all = arg;
    call_push(all->c, all->list, value_text(all->c->arena, s->subject + from, to - from));
}

static void find_all(struct call *c, bool must)
{
    struct search s;
    struct collected all = {.c = c, .list = value_list(c->arena)};
    if (!open_search(c, &s, must))
        return;
    all.list->form = FORM_STRINGS;
    each_match(&s, c->args[2]->integer, collect, &all);
    if (!all.list->list.count)
        all.list->form = FORM_NIL_STRINGS;
    c->result = all.list;
}

static void find(struct call *c, bool must)
{
    struct search s;
    size_t from = 0, to = 0;
    if (!open_search(c, &s, must))
        return;
    if (!next_match(&s, 0, &from, &to))
        from = to = 0;
    call_text(c, s.subject + from, to - from);
}

struct replacing {
    struct text text;
    const char *with;
    size_t with_len, done;
    bool literal;
};

/* Where a group's name that begins at s ends. */
static const char *skip_name(const char *s, const char *end)
{
    while (s < end) {
        size_t taken;
        uint32_t rune = utf8_read(s, (size_t)(end - s), &taken);
        if (rune != '_' && !unicode_is_letter(rune) && !unicode_is_digit(rune))
            break;
        s += taken;
    }
    return s;
}

static void add_group(struct text *t, const struct search *s, const char *name, size_t len)
{
    size_t number = 0, from, to;
    bool numeric = len > 0;
    for (size_t i = 0; i < len; i++) {
        numeric = numeric && name[i] >= '0' && name[i] <= '9' && number < 1000;
        number = numeric ? number * 10 + (size_t)(name[i] - '0') : number;
    }
    if (!numeric)
        number = regex_group_named(s->regex, name, len);
    if ((numeric || number) && regex_group(s->regex, number, &from, &to))
        text_add(t, s->subject + from, to - from);
}

/* Go's Expand: $1, $name (as long as it goes), ${name}, $$. */
static void expand(struct replacing *w, const struct search *search)
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
        const char *name = s + braced, *name_end = skip_name(name, end);
        if (name_end == name || (braced && (name_end == end || *name_end != '}'))) {
            text_addc(&w->text, '$');
            continue;
        }
        add_group(&w->text, search, name, (size_t)(name_end - name));
        s = name_end + braced;
    }
}

static void replace_one(void *arg, const struct search *s, size_t from, size_t to)
{
    struct replacing *w = arg;
    text_add(&w->text, s->subject + w->done, from - w->done);
    if (w->literal)
        text_add(&w->text, w->with, w->with_len);
    else
        expand(w, s);
    w->done = to;
}

static void replace_all(struct call *c, bool literal, bool must)
{
    struct search s;
    struct replacing w = {.with = c->args[2]->text.at, .with_len = c->args[2]->text.len, .literal = literal};
    if (!open_search(c, &s, must))
        return;
    text_init(&w.text, c->arena);
    text_adds(&w.text, "");
    each_match(&s, -1, replace_one, &w);
    text_add(&w.text, s.subject + w.done, s.len - w.done);
    call_take(c, &w.text);
}

struct splitting {
    struct call *c;
    struct value *list;
    size_t from, to; /* where the piece begins, and where the last one ended */
    int64_t most;
};

static void split_one(void *arg, const struct search *s, size_t from, size_t to)
{
    struct splitting *w = arg;
    if (w->most > 0 && (int64_t)w->list->list.count == w->most - 1)
        return;
    w->to = from;
    if (to)
        call_push(w->c, w->list, value_text(w->c->arena, s->subject + w->from, from - w->from));
    w->from = to;
}

/* Go's Split: what stands behind the last match is a piece unless that match is empty and at the end. */
static void split(struct call *c, bool must)
{
    struct search s;
    struct splitting w = {.c = c, .list = value_list(c->arena), .most = c->args[2]->integer};
    if (!open_search(c, &s, must))
        return;
    w.list->form = w.most ? FORM_STRINGS : FORM_NIL_STRINGS;
    c->result = w.list;
    if (w.most == 0)
        return;
    bool nothing = s.len == 0 && c->args[0]->text.len;
    if (!nothing)
        each_match(&s, w.most, split_one, &w);
    if (nothing || w.to != s.len)
        call_push(c, w.list, value_text(c->arena, s.subject + w.from, s.len - w.from));
}

/* Without "must" a malformed pattern is a panic in Go, with words of its own. */
static void regex_find(struct call *c)
{
    find(c, false);
}

static void must_regex_find(struct call *c)
{
    find(c, true);
}

static void regex_find_all(struct call *c)
{
    find_all(c, false);
}

static void must_regex_find_all(struct call *c)
{
    find_all(c, true);
}

static void regex_replace(struct call *c)
{
    replace_all(c, false, false);
}

static void must_regex_replace(struct call *c)
{
    replace_all(c, false, true);
}

static void regex_replace_literal(struct call *c)
{
    replace_all(c, true, false);
}

static void must_regex_replace_literal(struct call *c)
{
    replace_all(c, true, true);
}

static void regex_split(struct call *c)
{
    split(c, false);
}

static void must_regex_split(struct call *c)
{
    split(c, true);
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
    {"regexMatch", "ss", regex_match_any},
    {"mustRegexMatch", "ss", must_regex_match},
    {"regexFind", "ss", regex_find},
    {"mustRegexFind", "ss", must_regex_find},
    {"regexFindAll", "ssi", regex_find_all},
    {"mustRegexFindAll", "ssi", must_regex_find_all},
    {"regexReplaceAll", "sss", regex_replace},
    {"mustRegexReplaceAll", "sss", must_regex_replace},
    {"regexReplaceAllLiteral", "sss", regex_replace_literal},
    {"mustRegexReplaceAllLiteral", "sss", must_regex_replace_literal},
    {"regexSplit", "ssi", regex_split},
    {"mustRegexSplit", "ssi", must_regex_split},
    {"regexQuoteMeta", "s", quote_meta},
    {0},
};
