#include "render/regex_read.h"

#include <ctype.h>
#include <string.h>

#include "render/regex_class.h"

enum { COUNT_MAX = 100 * 1000 * 1000, NO_COUNT = -1 };

/* A group that is open, or the whole of the pattern. */
struct level {
    struct level *outer;
    struct regex_reader flags; /* as they were before it */
    size_t start;              /* of it in what was written */
    long copies;               /* of the part of it that is repeated most */
};

/* What was read last, which a repeat holds for. */
struct atom {
    bool is_there;
    size_t start;       /* in what was written */
    const char *repeat; /* the repeat that it ends with, if just read */
    bool is_repeated;
    long copies;
};

struct parser {
    struct regex_reader r;
    struct level *level;
    struct atom atom;
    size_t depth, groups;
    const struct regex_group_name **name_end;
};

static void forget_atom(struct parser *p)
{
    p->atom = (struct atom){0};
}

static void begin_atom(struct parser *p)
{
    if (p->atom.copies > p->level->copies)
        p->level->copies = p->atom.copies;
    regex_put_fold(&p->r);
    p->atom = (struct atom){.is_there = true, .start = p->r.out.len, .copies = 1};
}

static void put_atom(struct parser *p, const char *text)
{
    begin_atom(p);
    text_adds(&p->r.out, text);
}

static void put_rune(struct parser *p, uint32_t rune)
{
    begin_atom(p);
    regex_put(&p->r, rune);
}

/* Groups */

static int open_group(struct parser *p, const char *written)
{
    struct regex_reader *r = &p->r;
    struct level *l = arena_alloc(r->arena, sizeof *l);
    if (++p->depth > REGEX_DEPTH_MAX)
        return regex_refuse(r, "expression nests too deeply", r->all, r->end);
    begin_atom(p); /* which also counts the copies of the one before */
    *l = (struct level){.outer = p->level, .flags = *r, .start = r->out.len};
    text_adds(&r->out, written);
    p->level = l;
    forget_atom(p);
    return 0;
}

static void restore_flags(struct regex_reader *r, const struct regex_reader *from)
{
    r->fold = from->fold;
    r->multiline = from->multiline;
    r->dot_all = from->dot_all;
    r->lazy = from->lazy;
    r->wrote_fold = from->wrote_fold;
}

static int close_group(struct parser *p)
{
    struct regex_reader *r = &p->r;
    const struct level *l = p->level;
    if (!l->outer)
        return regex_refuse(r, "unexpected )", r->all, r->end);
    long copies = p->atom.copies > l->copies ? p->atom.copies : l->copies;
    text_addc(&r->out, ')');
    restore_flags(r, &l->flags);
    p->atom = (struct atom){.is_there = true, .start = l->start, .copies = copies ? copies : 1};
    p->level = l->outer;
    p->depth--;
    r->at++;
    return 0;
}

static int open_named(struct parser *p, const char *name)
{
    struct regex_reader *r = &p->r;
    const char *close = memchr(r->at, '>', (size_t)(r->end - r->at));
    bool good = close && close > name;
    for (const char *c = name; good && c < close; c++)
        good = isalnum((unsigned char)*c) || *c == '_';
    if (!good)
        return regex_refuse(r, "invalid named capture", r->at, close ? close + 1 : r->end);
    struct regex_group_name *made = arena_alloc(r->arena, sizeof *made);
    *made = (struct regex_group_name){.at = name, .len = (size_t)(close - name), .group = ++p->groups};
    *p->name_end = made;
    p->name_end = &made->next;
    r->at = close + 1;
    return open_group(p, "(");
}

/* One letter of flags. false: it is none. */
static bool set_flag(struct regex_reader *flags, char letter, bool on)
{
    switch (letter) {
    case 'i': flags->fold = on; return true;
    case 'm': flags->multiline = on; return true;
    case 's': flags->dot_all = on; return true;
    case 'U': flags->lazy = on; return true;
    default: return false;
    }
}

/* (?i), (?s-m: */
static int read_flags(struct parser *p)
{
    struct regex_reader *r = &p->r, flags = p->r;
    const char *from = r->at;
    bool on = true, any = false;
    uint32_t c = 0;
    r->at += 2;
    while (r->at < r->end) {
        if (regex_take(r, &c) != 0)
            return -1;
        if (c < 0x80 && set_flag(&flags, (char)c, on)) {
            any = true;
        } else if (c == '-' && on) {
            on = any = false;
        } else if ((c == ':' || c == ')') && (on || any)) {
            if (c == ':' && open_group(p, "(?:") != 0)
                return -1;
            r->fold = flags.fold;
            r->multiline = flags.multiline;
            r->dot_all = flags.dot_all;
            r->lazy = flags.lazy;
            return 0;
        } else {
            break;
        }
    }
    return regex_refuse(r, "invalid or unsupported Perl syntax", from, r->at);
}

static int read_open(struct parser *p)
{
    struct regex_reader *r = &p->r;
    size_t left = (size_t)(r->end - r->at);
    if (left < 2 || r->at[1] != '?') {
        r->at++;
        p->groups++;
        return open_group(p, "(");
    }
    if (left > 4 && r->at[2] == 'P' && r->at[3] == '<')
        return open_named(p, r->at + 4);
    if (left > 3 && r->at[2] == '<')
        return open_named(p, r->at + 3);
    return read_flags(p);
}

/* Repeats */

struct repeat {
    long low, high;   /* high NO_COUNT: no bound */
    const char *text; /* as it is written, without the ? behind it */
    size_t len;
};

/* A number without leading zeros; -1: too large. false: it is none. */
static bool take_count(const char **at, long *count)
{
    const char *s = *at;
    if (!isdigit((unsigned char)*s) || (*s == '0' && isdigit((unsigned char)s[1])))
        return false;
    for (*count = 0; isdigit((unsigned char)*s); s++)
        *count = *count < 0 || *count >= COUNT_MAX ? NO_COUNT : *count * 10 + (*s - '0');
    *at = s;
    return true;
}

/* {n} {n,} {n,m}. false: braces that stand for themselves. */
static bool take_counts(const char *from, struct repeat *out)
{
    const char *at = from + 1;
    if (!take_count(&at, &out->low))
        return false;
    out->high = out->low;
    if (*at == ',') {
        at++;
        out->high = NO_COUNT;
        if (*at != '}' && !take_count(&at, &out->high))
            return false;
        if (at[-1] != ',' && out->high < 0)
            out->low = NO_COUNT;
    }
    out->text = from;
    out->len = (size_t)(at + 1 - from);
    return *at == '}';
}

/* The atom as many times; one that is repeated already is put into a group first. */
static void put_repeat(struct parser *p, const struct repeat *repeat, bool lazy)
{
    struct text *out = &p->r.out;
    const char *atom = arena_copy(p->r.arena, out->at + p->atom.start, out->len - p->atom.start);
    if (p->atom.is_repeated) {
        text_cut(out, p->atom.start);
        text_printf(out, "(?:%s)", atom);
    }
    text_add(out, repeat->text, repeat->len);
    text_adds(out, lazy ? "?" : "");
    p->atom.is_repeated = true;
}

/* How many copies of its innermost part there are. false: more than Go lets be. */
static bool count_copies(struct atom *atom, const struct repeat *repeat)
{
    long times = repeat->high < 0 ? repeat->low : repeat->high;
    if (repeat->high == 0)
        atom->copies = 0;
    else if (times > 0)
        atom->copies *= times;
    return atom->copies <= REGEX_REPEAT_MAX || (repeat->low < 2 && repeat->high < 2);
}

static int read_repeat(struct parser *p)
{
    struct regex_reader *r = &p->r;
    const char *from = r->at;
    struct repeat repeat = {.low = 0, .high = NO_COUNT, .text = from, .len = 1};
    if (*from == '{' && !take_counts(from, &repeat)) {
        put_rune(p, '{');
        r->at++;
        return 0;
    }
    const char *after = from + repeat.len;
    if (*from == '{' && (repeat.low < 0 || repeat.low > REGEX_REPEAT_MAX || repeat.high > REGEX_REPEAT_MAX ||
                         (repeat.high >= 0 && repeat.low > repeat.high)))
        return regex_refuse(r, "invalid repeat count", from, after);
    bool lazy = *after == '?';
    after += lazy;
    if (p->atom.repeat)
        return regex_refuse(r, "invalid nested repetition operator", p->atom.repeat, after);
    if (!p->atom.is_there)
        return regex_refuse(r, "missing argument to repetition operator", from, after);
    if (*from == '{' && !count_copies(&p->atom, &repeat))
        return regex_refuse(r, "invalid repeat count", from, after);
    put_repeat(p, &repeat, lazy != r->lazy);
    p->atom.repeat = from;
    r->at = after;
    return 0;
}

/* The rest */

/* \Q ... \E: all of it literal. */
static int read_literal(struct parser *p)
{
    struct regex_reader *r = &p->r;
    r->at += 2;
    const char *end = memmem(r->at, (size_t)(r->end - r->at), "\\E", 2), *stop = end ? end : r->end;
    while (r->at < stop) {
        uint32_t rune;
        if (regex_take(r, &rune) != 0)
            return -1;
        put_rune(p, rune);
    }
    r->at = end ? end + 2 : r->end;
    return 0;
}

static int read_backslash(struct parser *p)
{
    static const char places[] = "AbBz";
    struct regex_reader *r = &p->r;
    uint32_t rune;
    char c = r->end - r->at > 1 ? r->at[1] : '\0';
    if (c == 'Q')
        return read_literal(p);
    if (c && strchr(places, c)) {
        put_atom(p, arena_printf(r->arena, "(?:\\%c)", c));
        r->at += 2;
        return 0;
    }
    begin_atom(p);
    int found = regex_class_escape(r);
    if (found == 0 && (found = regex_take_escape(r, &rune)) == 0)
        put_rune(p, rune);
    return found < 0 ? -1 : 0;
}

/* Whatever means something, but for groups and repeats. */
static int read_one(struct parser *p)
{
    struct regex_reader *r = &p->r;
    uint32_t rune;
    switch (*r->at) {
    case '\\': return read_backslash(p);
    case '[': begin_atom(p); return regex_class(r);
    case '|':
        begin_atom(p);
        text_addc(&r->out, '|');
        forget_atom(p);
        break;
    case '^': put_atom(p, r->multiline ? "(?:\\A|(?<=\\n))" : "(?:\\A)"); break;
    case '$': put_atom(p, r->multiline ? "(?:\\z|(?=\\n))" : "(?:\\z)"); break;
    case '.': put_atom(p, r->dot_all ? "(?s:.)" : "[^\\n]"); break;
    default:
        if (regex_take(r, &rune) != 0)
            return -1;
        put_rune(p, rune);
        return 0;
    }
    r->at++;
    return 0;
}

static int read_all(struct parser *p)
{
    struct regex_reader *r = &p->r;
    while (r->at < r->end) {
        const char *last_repeat = p->atom.repeat;
        int status;
        switch (*r->at) {
        case '(': status = read_open(p); break;
        case ')': status = close_group(p); break;
        case '*':
        case '+':
        case '?':
        case '{': status = read_repeat(p); break;
        default: status = read_one(p); break;
        }
        if (status != 0)
            return -1;
        if (p->atom.repeat == last_repeat)
            p->atom.repeat = NULL; /* something stands behind it that is none */
    }
    return p->level->outer ? regex_refuse(r, "missing closing )", r->all, r->end) : 0;
}

const char *regex_read(const char *pattern, size_t len, struct arena *a, struct regex_source *out)
{
    struct level whole = {0};
    const struct regex_group_name *names = NULL;
    const char *at = arena_copy(a, pattern, len);
    struct parser p = {
        .r = {.all = at, .at = at, .end = at + len, .arena = a}, .level = &whole, .name_end = &names};
    text_init(&p.r.out, a);
    text_add(&p.r.out, "", 0);
    if (read_all(&p) != 0)
        return p.r.error;
    *out = (struct regex_source){.pattern = p.r.out, .names = names};
    return NULL;
}
