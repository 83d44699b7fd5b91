#include "render/semver.h"

#include <string.h>

enum op { OP_NONE, OP_EQUAL, OP_NOT, OP_MORE, OP_LESS, OP_MORE_EQUAL, OP_LESS_EQUAL, OP_TILDE, OP_CARET };

/* One comparison. any_minor: 1 or 1.x; any_patch: 1.2 or 1.2.x; any: one of them, or *. */
struct comparator {
    enum op op;
    struct semver version;
    bool any, any_minor, any_patch;
};

struct cursor {
    const char *at, *end;
};

static const char digits[] = "0123456789", wild[] = "0123456789xX*|",
                  words[] = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-";

static size_t span(const struct cursor *c, const char *set)
{
    size_t len = 0;
    while (c->at + len < c->end && c->at[len] && strchr(set, c->at[len]))
        len++;
    return len;
}

static bool take(struct cursor *c, char what)
{
    if (c->at == c->end || *c->at != what)
        return false;
    c->at++;
    return true;
}

static size_t skip_blanks(struct cursor *c)
{
    size_t len = span(c, " \t\n\r\f");
    c->at += len;
    return len;
}

static bool read_number(const char *s, size_t len, uint64_t *out)
{
    *out = 0;
    for (size_t i = 0; i < len; i++)
        if (s[i] < '0' || s[i] > '9' || __builtin_mul_overflow(*out, 10u, out) ||
            __builtin_add_overflow(*out, (unsigned)(s[i] - '0'), out))
            return false;
    return len > 0;
}

/* words . words ...; a number among them must not begin with 0 if strict. */
static bool read_words(struct cursor *c, bool strict, const char **at, size_t *len)
{
    *at = c->at;
    do {
        size_t part = span(c, words);
        if (!part || (strict && part > 1 && *c->at == '0' && span(c, digits) == part))
            return false;
        c->at += part;
    } while (take(c, '.'));
    *len = (size_t)(c->at - *at);
    return true;
}

/* [ - pre ] [ + metadata ] */
static bool read_tail(struct cursor *c, struct semver *out)
{
    if (take(c, '-') && !read_words(c, true, &out->pre, &out->pre_len))
        return false;
    return !take(c, '+') || read_words(c, false, &out->metadata, &out->metadata_len);
}

bool semver_read(const char *text, size_t len, struct semver *out)
{
    struct cursor c = {text, text + len};
    uint64_t *parts[] = {&out->major, &out->minor, &out->patch};
    *out = (struct semver){.pre = "", .metadata = ""};
    if (len > SEMVER_LEN_MAX)
        return false;
    take(&c, 'v');
    for (size_t i = 0; i < 3 && (i == 0 || take(&c, '.')); i++) {
        size_t part = span(&c, digits);
        if (!read_number(c.at, part, parts[i]))
            return false;
        c.at += part;
    }
    return read_tail(&c, out) && c.at == c.end;
}

bool semver_is_valid(const char *text)
{
    struct semver v;
    return semver_read(text, strlen(text), &v);
}

static int compare_numbers(uint64_t a, uint64_t b)
{
    return (a > b) - (a < b);
}

static struct cursor next_part(struct cursor *c)
{
    struct cursor part = {c->at, c->at};
    while (part.end < c->end && *part.end != '.')
        part.end++;
    c->at = part.end < c->end ? part.end + 1 : part.end;
    return part;
}

static int compare_parts(struct cursor a, struct cursor b)
{
    size_t a_len = (size_t)(a.end - a.at), b_len = (size_t)(b.end - b.at);
    uint64_t na, nb;
    bool a_number = read_number(a.at, a_len, &na), b_number = read_number(b.at, b_len, &nb);
    if (!a_len || !b_len)
        return compare_numbers(a_len, b_len);
    if (a_number && b_number)
        return compare_numbers(na, nb);
    if (a_number || b_number)
        return a_number ? -1 : 1;
    int order = memcmp(a.at, b.at, a_len < b_len ? a_len : b_len);
    return order ? order : compare_numbers(a_len, b_len);
}

static int compare_pre(const struct semver *a, const struct semver *b)
{
    struct cursor ca = {a->pre, a->pre + a->pre_len}, cb = {b->pre, b->pre + b->pre_len};
    if (!a->pre_len || !b->pre_len)
        return (b->pre_len > 0) - (a->pre_len > 0);
    int order = 0;
    while (!order && (ca.at < ca.end || cb.at < cb.end))
        order = compare_parts(next_part(&ca), next_part(&cb));
    return order;
}

int semver_compare(const struct semver *a, const struct semver *b)
{
    int order = compare_numbers(a->major, b->major);
    if (!order)
        order = compare_numbers(a->minor, b->minor);
    if (!order)
        order = compare_numbers(a->patch, b->patch);
    return order ? order : compare_pre(a, b);
}

static enum op read_op(struct cursor *c)
{
    static const struct {
        char text[3];
        enum op op;
    } ops[] = {{"!=", OP_NOT},        {">=", OP_MORE_EQUAL}, {"=>", OP_MORE_EQUAL}, {"<=", OP_LESS_EQUAL},
               {"=<", OP_LESS_EQUAL}, {"~>", OP_TILDE},      {"=", OP_EQUAL},       {">", OP_MORE},
               {"<", OP_LESS},        {"~", OP_TILDE},       {"^", OP_CARET}};
    for (size_t i = 0; i < sizeof ops / sizeof *ops; i++) {
        size_t len = strlen(ops[i].text);
        if ((size_t)(c->end - c->at) >= len && memcmp(c->at, ops[i].text, len) == 0) {
            c->at += len;
            return ops[i].op;
        }
    }
    return OP_NONE;
}

static bool is_any(const char *part, size_t len)
{
    return len == 1 && strchr("xX*", *part);
}

/* v? part [. part] [. part] tail, a part being digits, x, X or *. */
static bool read_pattern(struct cursor *c, struct comparator *out)
{
    uint64_t *parts[] = {&out->version.major, &out->version.minor, &out->version.patch};
    size_t stop = 3;
    out->version = (struct semver){.pre = "", .metadata = ""};
    take(c, 'v');
    for (size_t i = 0; i < 3; i++) {
        if (i && !take(c, '.')) {
            stop = stop < i ? stop : i;
            break;
        }
        size_t len = span(c, wild);
        if (len == 0)
            return false;
        if (is_any(c->at, len))
            stop = stop < i ? stop : i;
        else if (i < stop && !read_number(c->at, len, parts[i]))
            return false;
        c->at += len;
    }
    out->any = stop < 3;
    out->any_minor = stop == 1;
    out->any_patch = stop == 2;
    return read_tail(c, &out->version);
}

static bool check_not(const struct semver *v, const struct comparator *c)
{
    if (!c->any)
        return semver_compare(v, &c->version) != 0;
    if (v->major != c->version.major)
        return true;
    if (v->minor != c->version.minor && !c->any_minor)
        return true;
    if (c->any_minor)
        return false;
    if (c->any_patch)
        return (v->pre_len || c->version.pre_len) && compare_pre(v, &c->version) != 0;
    return v->patch != c->version.patch || semver_compare(v, &c->version) != 0;
}

static bool check_more(const struct semver *v, const struct comparator *c)
{
    if (c->any && v->major != c->version.major)
        return v->major > c->version.major;
    if (c->any_minor)
        return false;
    if (c->any_patch)
        return v->minor > c->version.minor;
    return semver_compare(v, &c->version) > 0;
}

static bool check_less_equal(const struct semver *v, const struct comparator *c)
{
    if (!c->any)
        return semver_compare(v, &c->version) <= 0;
    return v->major < c->version.major ||
           (v->major == c->version.major && (v->minor <= c->version.minor || c->any_minor));
}

static bool check_tilde(const struct semver *v, const struct comparator *c)
{
    const struct semver *w = &c->version;
    if (semver_compare(v, w) < 0)
        return false;
    if (!w->major && !w->minor && !w->patch && !c->any_minor && !c->any_patch)
        return true;
    return v->major == w->major && (v->minor == w->minor || c->any_minor);
}

static bool check_caret(const struct semver *v, const struct comparator *c)
{
    const struct semver *w = &c->version;
    if (semver_compare(v, w) < 0 || v->major != w->major)
        return false;
    if (w->major > 0 || c->any_minor)
        return true;
    if (v->minor != w->minor)
        return false;
    return w->minor > 0 || c->any_patch || v->patch == w->patch;
}

static bool check(const struct semver *v, const struct comparator *c)
{
    switch (c->op) {
    case OP_NONE:
    case OP_EQUAL: return c->any ? check_tilde(v, c) : semver_compare(v, &c->version) == 0;
    case OP_NOT: return check_not(v, c);
    case OP_MORE: return check_more(v, c);
    case OP_LESS: return semver_compare(v, &c->version) < 0;
    case OP_MORE_EQUAL: return semver_compare(v, &c->version) >= 0;
    case OP_LESS_EQUAL: return check_less_equal(v, c);
    case OP_TILDE: return check_tilde(v, c);
    case OP_CARET: return check_caret(v, c);
    }
    return false;
}

/* What has to hold together. */
struct sum {
    bool all, names_pre;
};

/* op version [ - version ] */
static bool read_comparator(struct cursor *c, const struct semver *v, struct sum *sum)
{
    struct comparator first, last;
    skip_blanks(c);
    first.op = read_op(c);
    skip_blanks(c);
    if (!read_pattern(c, &first))
        return false;
    struct cursor ahead = *c;
    bool ranged = first.op == OP_NONE && skip_blanks(&ahead) && take(&ahead, '-') && skip_blanks(&ahead) &&
                  read_pattern(&ahead, &last);
    if (ranged) {
        first.op = OP_MORE_EQUAL;
        last.op = OP_LESS_EQUAL;
        *c = ahead;
        sum->all = sum->all && check(v, &last);
        sum->names_pre = sum->names_pre || last.version.pre_len;
    }
    sum->all = sum->all && check(v, &first);
    sum->names_pre = sum->names_pre || first.version.pre_len;
    return true;
}

/* Comparators with blanks or commas between them. */
static bool check_group(struct cursor c, const struct semver *v, bool *bad)
{
    struct sum sum = {.all = true};
    for (;;) {
        if (!read_comparator(&c, v, &sum)) {
            *bad = true;
            return false;
        }
        size_t blanks = skip_blanks(&c);
        if (c.at == c.end)
            break;
        if (!take(&c, ',') && !blanks) {
            *bad = true;
            return false;
        }
    }
    return sum.all && (sum.names_pre || !v->pre_len);
}

bool semver_satisfies(const struct semver *version, const char *range, bool *bad)
{
    const char *at = range;
    bool any = false;
    *bad = strlen(range) > SEMVER_RANGE_LEN_MAX;
    for (unsigned groups = 0; !*bad; groups++) {
        const char *next = strstr(at, "||");
        struct cursor group = {at, next ? next : at + strlen(at)};
        any = check_group(group, version, bad) || any;
        if (groups == SEMVER_RANGES_MAX)
            *bad = true;
        if (!next)
            break;
        at = next + 2;
    }
    return any && !*bad;
}
