/* semverCompare and semver, and the methods of the version that semver gives. */
#include "render/semver_value.h"

#include <string.h>

#include "common/number.h"
#include "render/go_type.h"
#include "render/quote.h"
#include "render/regex.h"
#include "render/template/func.h"

/* The first of the alternatives that is malformed: what Helm's complaint shows. */
static const char *malformed(struct call *c, const char *range)
{
    for (const char *bar; (bar = strstr(range, "||")); range = bar + 2) {
        const char *part = arena_copy(c->arena, range, (size_t)(bar - range));
        bool bad = false;
        (void)semver_satisfies(&(struct semver){0}, part, &bad);
        if (bad)
            return part;
    }
    return range;
}

enum { VERSION_MAX = 256 };

/* Words of letters, digits and dashes with dots between them. */
static bool is_tail(const char *s, size_t len)
{
    static const char inner[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.";
    return len && strspn(s, inner) >= len && *s != '.' && s[len - 1] != '.' && !memmem(s, len, "..", 2);
}

/* Where the text goes on behind a tail that begins with mark; NULL: it has a bad one. */
static const char *skip_tail(const char *s, char mark)
{
    size_t len = *s == mark ? strcspn(s + 1, "+") : 0;
    if (*s != mark)
        return s;
    return is_tail(s + 1, len) ? s + 1 + len : NULL;
}

/* What has the shape of a version, and is none, has too large a number, or one that begins with 0 behind the
 * dash. */
static void refuse(struct call *c, const struct value *version)
{
    const char *s = version->text.at, *large = NULL;
    int large_len = 0;
    bool shaped = strlen(s) == version->text.len;
    s += *s == 'v';
    for (int i = 0; i < 3 && (i == 0 || *s == '.'); i++) {
        uint64_t number;
        s += i > 0;
        size_t len = strspn(s, "0123456789"), zeros = strspn(s, "0");
        shaped = shaped && len;
        if (len > zeros && !large && !number_read_uint(s + zeros, len - zeros, &number)) {
            large = s;
            large_len = (int)len;
        }
        s += len;
    }
    s = skip_tail(s, '-');
    s = s ? skip_tail(s, '+') : NULL;
    if (version->text.len > VERSION_MAX)
        call_fail(c, "version string is too long (max %d bytes)", VERSION_MAX);
    else if (!s || *s || !shaped)
        call_fail(c, "invalid semantic version");
    else if (large)
        call_fail(c, "error parsing version segment: strconv.ParseUint: parsing \"%.*s\": value out of range",
                  large_len, large);
    else
        call_fail(c, "version segment starts with 0");
}

#define TAIL       "[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*"
#define WILD       "[0-9xX*|]+"
#define VERSION    "v?" WILD "(?:\\." WILD "){0,2}(?:-" TAIL ")?(?:\\+" TAIL ")?"
#define COMPARATOR "(?:=|!=|[<>]=?|=[<>]|~>?|\\^)?\\s*" VERSION "\\s*"

static struct regex *pattern(struct call *c, const char *text)
{
    const char *error;
    return regex_compile(text, strlen(text), c->arena, &error);
}

/* Whether part looks as constraints do, so that Helm complains of a number in it and not of the whole. */
static bool has_shape(struct call *c, const char *part)
{
    struct regex *shape = pattern(c, "^\\s*" COMPARATOR "(?:(?:\\s+|,\\s*)" COMPARATOR ")*$");
    return shape && regex_match(shape, part, strlen(part)) > 0;
}

/* As Helm's complaints show it: a - b is >= a, <= b there already. */
static const char *spelled_out(struct call *c, const char *range)
{
    struct regex *hyphen = pattern(c, "\\s*(" VERSION ")\\s+-\\s+(" VERSION ")\\s*");
    size_t len = strlen(range), done = 0, from, to;
    struct text out;
    text_init(&out, c->arena);
    while (hyphen && regex_match_from(hyphen, range, len, done) > 0) {
        regex_group(hyphen, 0, &from, &to);
        text_add(&out, range + done, from - done);
        done = to;
        regex_group(hyphen, 1, &from, &to);
        text_printf(&out, ">= %.*s", (int)(to - from), range + from);
        regex_group(hyphen, 2, &from, &to);
        text_printf(&out, ", <= %.*s ", (int)(to - from), range + from);
    }
    text_adds(&out, range + done);
    return out.at;
}

static size_t groups(const char *range)
{
    size_t count = 1;
    for (; (range = strstr(range, "||")); range += 2)
        count++;
    return count;
}

static bool holds_nul(const struct value *range)
{
    return strlen(range->text.at) != range->text.len;
}

/* Helm's complaint about a range that is malformed. */
static void refuse_range(struct call *c, const struct value *range)
{
    const char *spelled = spelled_out(c, range->text.at), *part = malformed(c, spelled);
    if (range->text.len > SEMVER_RANGE_LEN_MAX)
        call_fail(c, "constraint string is too long (max %d bytes)", SEMVER_RANGE_LEN_MAX);
    else if (groups(spelled) > SEMVER_RANGES_MAX)
        call_fail(c, "too many constraint groups (max %d)", SEMVER_RANGES_MAX);
    else if (holds_nul(range))
        call_fail(c, "improper constraint: %s", quote_go(c->arena, range->text.at, range->text.len));
    else if (has_shape(c, part))
        call_fail(c, "constraint parser error");
    else
        call_fail(c, "improper constraint: %s", quote_go(c->arena, part, strlen(part)));
}

static void compare(struct call *c)
{
    const struct value *range = c->args[0], *version = c->args[1];
    struct semver v;
    bool bad = false;
    bool read = semver_read(version->text.at, version->text.len, &v);
    bool yes = read && semver_satisfies(&v, range->text.at, &bad);
    if (!read) /* Helm looks at the range first */
        (void)semver_satisfies(&(struct semver){0}, range->text.at, &bad);
    if (bad || holds_nul(range))
        refuse_range(c, range);
    else if (!read)
        refuse(c, version);
    else
        call_bool(c, yes);
}

static void semver(struct call *c)
{
    const struct value *version = c->args[0];
    struct semver v;
    if (semver_read(version->text.at, version->text.len, &v))
        c->result = semver_value(&v, c->args[0], c->arena);
    else
        refuse(c, version);
}

/* Methods */

static void number(struct call *c, uint64_t number)
{
    call_int64(c, (int64_t)number);
    c->result->form = FORM_UINT64;
}

static void major(struct call *c)
{
    number(c, semver_value_read(c->args[0]).major);
}

static void minor(struct call *c)
{
    number(c, semver_value_read(c->args[0]).minor);
}

static void patch(struct call *c)
{
    number(c, semver_value_read(c->args[0]).patch);
}

static void prerelease(struct call *c)
{
    struct semver v = semver_value_read(c->args[0]);
    call_text(c, v.pre, v.pre_len);
}

static void metadata(struct call *c)
{
    struct semver v = semver_value_read(c->args[0]);
    call_text(c, v.metadata, v.metadata_len);
}

static void original(struct call *c)
{
    c->result = semver_value_original(c->args[0]);
}

static void string(struct call *c)
{
    c->result = value_gets(c->args[0], "");
}

/* Below, equal or above 0; 0 also when the call failed. */
static int order(struct call *c)
{
    if (c->args[1]->kind == VALUE_NULL) {
        call_fail(c, "runtime error: invalid memory address or nil pointer dereference");
        return 0;
    }
    struct semver a = semver_value_read(c->args[0]), b = semver_value_read(c->args[1]);
    return semver_compare(&a, &b);
}

static void compare_versions(struct call *c)
{
    int sign = order(c);
    call_int(c, (sign > 0) - (sign < 0));
}

static void less_than(struct call *c)
{
    call_bool(c, order(c) < 0);
}

static void less_than_equal(struct call *c)
{
    call_bool(c, order(c) <= 0);
}

static void greater_than(struct call *c)
{
    call_bool(c, order(c) > 0);
}

static void greater_than_equal(struct call *c)
{
    call_bool(c, order(c) >= 0);
}

static void equal(struct call *c)
{
    call_bool(c, c->args[1]->kind != VALUE_NULL && order(c) == 0);
}

/* Without pre-release and metadata, under the v that it had. */
static void next(struct call *c, const struct semver *v)
{
    struct semver plain = {.major = v->major, .minor = v->minor, .patch = v->patch};
    const struct value *before = semver_value_original(c->args[0]);
    const char *written = arena_printf(c->arena, "%s%llu.%llu.%llu", *before->text.at == 'v' ? "v" : "",
                                       (unsigned long long)plain.major, (unsigned long long)plain.minor,
                                       (unsigned long long)plain.patch);
    c->result = semver_value(&plain, value_borrow(c->arena, written, strlen(written)), c->arena);
    c->result->form = FORM_SEMVER_STRUCT;
}

static void inc_major(struct call *c)
{
    struct semver v = semver_value_read(c->args[0]);
    next(c, &(struct semver){.major = v.major + 1});
}

static void inc_minor(struct call *c)
{
    struct semver v = semver_value_read(c->args[0]);
    next(c, &(struct semver){.major = v.major, .minor = v.minor + 1});
}

/* The release that a pre-release comes before is the next one. */
static void inc_patch(struct call *c)
{
    struct semver v = semver_value_read(c->args[0]);
    v.patch += v.pre_len == 0;
    next(c, &v);
}

/* Go's Version has these, and a pointer to one has the others too. */
const struct func funcs_version_structs[] = {
    {"Major", "a", major},        {"Minor", "a", minor},
    {"Patch", "a", patch},        {"Prerelease", "a", prerelease},
    {"Metadata", "a", metadata},  {"String", "a", string},
    {"IncMajor", "a", inc_major}, {"IncMinor", "a", inc_minor},
    {"IncPatch", "a", inc_patch}, {0},
};

const struct func funcs_version_pointers[] = {
    {"Original", "a", original},
    {"Compare", "aV", compare_versions},
    {"Equal", "aV", equal},
    {"LessThan", "aV", less_than},
    {"LessThanEqual", "aV", less_than_equal},
    {"GreaterThan", "aV", greater_than},
    {"GreaterThanEqual", "aV", greater_than_equal},
    {0},
};

const struct func funcs_semver[] = {
    {"semverCompare", "ss", compare},
    {"semver", "s", semver},
    {0},
};
