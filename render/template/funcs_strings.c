/* Sprig's functions on strings. */
#include <string.h>

#include "common/unicode.h"
#include "common/unicode_case.h"
#include "common/utf8.h"
#include "render/go_print.h"
#include "render/quote.h"
#include "render/template/func.h"

enum { REPEAT_MAX = 32 * 1024 * 1024 };

/* Shorthands: the i-th argument's octets. */
static const char *at(const struct call *c, size_t i)
{
    return c->args[i]->text.at;
}

static size_t len(const struct call *c, size_t i)
{
    return c->args[i]->text.len;
}

static void start(struct text *t, struct call *c)
{
    text_init(t, c->arena);
    text_adds(t, "");
}

static bool in_set(uint32_t rune, const char *set, size_t set_len)
{
    size_t taken;
    for (; set_len; set += taken, set_len -= taken)
        if (utf8_read(set, set_len, &taken) == rune)
            return true;
    return false;
}

/* The last rune of s[0..len), and its length. */
static uint32_t last_rune(const char *s, size_t len, size_t *taken)
{
    for (size_t back = len < 4 ? len : 4; back > 1; back--) {
        uint32_t rune = utf8_read(s + len - back, back, taken);
        if (*taken == back)
            return rune;
    }
    return utf8_read(s + len - 1, 1, taken);
}

/* s less the runes of the set, or white space for NULL, at both ends. */
static void trim_with(struct call *c, const char *set, size_t set_len, size_t of)
{
    const char *s = at(c, of), *end = s + len(c, of);
    size_t taken;
    for (; s < end; s += taken) {
        uint32_t rune = utf8_read(s, (size_t)(end - s), &taken);
        if (set ? !in_set(rune, set, set_len) : !unicode_is_space(rune))
            break;
    }
    for (; s < end; end -= taken) {
        uint32_t rune = last_rune(s, (size_t)(end - s), &taken);
        if (set ? !in_set(rune, set, set_len) : !unicode_is_space(rune))
            break;
    }
    call_text(c, s, (size_t)(end - s));
}

static void trim(struct call *c)
{
    trim_with(c, NULL, 0, 0);
}

static void trim_all(struct call *c)
{
    trim_with(c, at(c, 0), len(c, 0), 1);
}

static bool has_prefix(const char *s, size_t s_len, const char *prefix, size_t prefix_len)
{
    return prefix_len <= s_len && memcmp(s, prefix, prefix_len) == 0;
}

static bool has_suffix(const char *s, size_t s_len, const char *suffix, size_t suffix_len)
{
    return suffix_len <= s_len && memcmp(s + s_len - suffix_len, suffix, suffix_len) == 0;
}

static void trim_prefix(struct call *c)
{
    size_t cut = has_prefix(at(c, 1), len(c, 1), at(c, 0), len(c, 0)) ? len(c, 0) : 0;
    call_text(c, at(c, 1) + cut, len(c, 1) - cut);
}

static void trim_suffix(struct call *c)
{
    size_t cut = has_suffix(at(c, 1), len(c, 1), at(c, 0), len(c, 0)) ? len(c, 0) : 0;
    call_text(c, at(c, 1), len(c, 1) - cut);
}

static void has_prefix_of(struct call *c)
{
    call_bool(c, has_prefix(at(c, 1), len(c, 1), at(c, 0), len(c, 0)));
}

static void has_suffix_of(struct call *c)
{
    call_bool(c, has_suffix(at(c, 1), len(c, 1), at(c, 0), len(c, 0)));
}

static void contains(struct call *c)
{
    call_bool(c, memmem(at(c, 1), len(c, 1), at(c, 0), len(c, 0)) != NULL);
}

static void upper(struct call *c)
{
    struct text t;
    start(&t, c);
    unicode_to_upper(at(c, 0), len(c, 0), &t);
    call_take(c, &t);
}

static void lower(struct call *c)
{
    struct text t;
    start(&t, c);
    unicode_to_lower(at(c, 0), len(c, 0), &t);
    call_take(c, &t);
}

/* An empty old stands before every rune and at the end, as in Go's strings.ReplaceAll. */
static void replace(struct call *c)
{
    struct text t;
    start(&t, c);
    const char *s = at(c, 2), *end = s + len(c, 2);
    while (s < end) {
        const char *found = len(c, 0) ? memmem(s, (size_t)(end - s), at(c, 0), len(c, 0)) : s;
        size_t taken = 0;
        if (!found)
            break;
        text_add(&t, s, (size_t)(found - s));
        text_add(&t, at(c, 1), len(c, 1));
        if (!len(c, 0)) {
            utf8_read(s, (size_t)(end - s), &taken);
            text_add(&t, s, taken);
        }
        s = found + len(c, 0) + taken;
    }
    text_add(&t, s, (size_t)(end - s));
    if (!len(c, 0))
        text_add(&t, at(c, 1), len(c, 1));
    call_take(c, &t);
}

static void repeat(struct call *c)
{
    int64_t count = c->args[0]->integer;
    struct text t;
    start(&t, c);
    if (count < 0) {
        call_fail(c, "strings: negative Repeat count");
        return;
    }
    if (len(c, 1) && (uint64_t)count > REPEAT_MAX / len(c, 1)) {
        call_fail(c, "repeat would make more than %d octets", REPEAT_MAX);
        return;
    }
    for (int64_t i = 0; i < count && len(c, 1); i++)
        text_add(&t, at(c, 1), len(c, 1));
    call_take(c, &t);
}

/* Every line behind count blanks, empty ones too. */
static void add_indented(struct text *t, int64_t count, const char *s, size_t s_len)
{
    size_t pad = count > 0 ? (size_t)count : 0;
    const char *end = s + s_len;
    text_repeat(t, ' ', pad);
    for (const char *newline; s < end && (newline = memchr(s, '\n', (size_t)(end - s))); s = newline + 1) {
        text_add(t, s, (size_t)(newline + 1 - s));
        text_repeat(t, ' ', pad);
    }
    text_add(t, s, (size_t)(end - s));
}

static void indent_with(struct call *c, const char *before)
{
    struct text t;
    start(&t, c);
    if (c->args[0]->integer < 0) {
        call_fail(c, "strings: negative Repeat count");
        return;
    }
    if (c->args[0]->integer > 100000) {
        call_fail(c, "indent of more than 100000");
        return;
    }
    text_adds(&t, before);
    add_indented(&t, c->args[0]->integer, at(c, 1), len(c, 1));
    call_take(c, &t);
}

static void indent(struct call *c)
{
    indent_with(c, "");
}

static void nindent(struct call *c)
{
    indent_with(c, "\n");
}

/* The first octets, or with a negative count the last ones. */
static void cut(struct call *c)
{
    int64_t count = c->args[0]->integer;
    size_t all = len(c, 1), wanted = count < 0 ? 0 - (uint64_t)count : (uint64_t)count;
    if (wanted >= all)
        c->result = c->args[1];
    else if (count < 0)
        call_text(c, at(c, 1) + all - wanted, wanted);
    else
        call_text(c, at(c, 1), wanted);
}

static void substr(struct call *c)
{
    int64_t from = c->args[0]->integer, to = c->args[1]->integer, all = (int64_t)len(c, 2);
    if (from < 0 && (to < 0 || to > all))
        call_fail(c,
                  to < 0 ? "runtime error: slice bounds out of range [:%lld]"
                         : "runtime error: slice bounds out of range [:%lld] with length %lld",
                  (long long)to, (long long)all);
    else if (from >= 0 && (to < 0 || to > all) && from > all)
        call_fail(c, "runtime error: slice bounds out of range [%lld:%lld]", (long long)from, (long long)all);
    else if (from > to && to >= 0 && to <= all)
        call_fail(c, "runtime error: slice bounds out of range [%lld:%lld]", (long long)from, (long long)to);
    if (c->error)
        return;
    from = from < 0 ? 0 : from;
    to = to < 0 || to > all ? all : to;
    call_text(c, at(c, 2) + from, (size_t)(to - from));
}

static void quote_each(struct call *c, bool single)
{
    struct text t;
    start(&t, c);
    for (size_t i = 0; i < c->count; i++) {
        if (c->args[i]->kind == VALUE_NULL)
            continue;
        if (t.len)
            text_addc(&t, ' ');
        if (single) {
            text_addc(&t, '\'');
            go_print(c->args[i], &t);
            text_addc(&t, '\'');
        } else {
            struct text v = call_strval(c, c->args[i]);
            quote_write(v.at, v.len, &t);
        }
    }
    call_take(c, &t);
}

static void quote(struct call *c)
{
    quote_each(c, false);
}

static void squote(struct call *c)
{
    quote_each(c, true);
}

static void cat(struct call *c)
{
    struct text t;
    start(&t, c);
    bool first = true;
    for (size_t i = 0; i < c->count; i++) {
        if (c->args[i]->kind == VALUE_NULL)
            continue;
        if (!first)
            text_addc(&t, ' ');
        first = false;
        go_print(c->args[i], &t);
    }
    call_take(c, &t);
}

static void plural(struct call *c)
{
    c->result = c->args[c->args[2]->integer == 1 ? 0 : 1];
}

/* At most width octets, the last three of them dots when something was cut. */
static void abbrev(struct call *c)
{
    int64_t width = c->args[0]->integer;
    if (width < 4 || (uint64_t)width >= len(c, 1)) {
        c->result = c->args[1];
        return;
    }
    struct text t;
    start(&t, c);
    text_add(&t, at(c, 1), (size_t)width - 3);
    text_adds(&t, "...");
    call_take(c, &t);
}

/* The same from the octet left on: dots on both sides where something was cut. */
static void abbrevboth(struct call *c)
{
    int64_t left = c->args[0]->integer, width = c->args[1]->integer, size = (int64_t)len(c, 2);
    c->result = c->args[2];
    if (width < 4 || (left > 0 && width < 7) || size <= width)
        return;
    left = left > size ? size : left;
    if (size - left < width - 3)
        left = size - (width - 3);
    struct text t;
    start(&t, c);
    bool cut_left = left > 4, cut_right = !cut_left || left + width - 3 < size;
    if (cut_left)
        text_adds(&t, "...");
    size_t kept = (size_t)(width - (cut_left ? 3 : 0) - (cut_right ? 3 : 0));
    size_t from = !cut_left ? 0 : cut_right ? (size_t)left : (size_t)size - kept;
    text_add(&t, at(c, 2) + from, kept);
    if (cut_right)
        text_adds(&t, "...");
    call_take(c, &t);
}

struct wrapping {
    int64_t width;
    const char *newline;
    size_t newline_len;
    bool cuts; /* words that are longer than a line */
};

/* Where the line that starts at from ends; a blank there is left out. */
static size_t line_end(const struct wrapping *w, const char *s, size_t len, size_t from)
{
    size_t most = from + (size_t)w->width;
    for (size_t i = most + 1; i-- > from;)
        if (s[i] == ' ')
            return i;
    if (w->cuts)
        return most;
    const char *blank = memchr(s + most, ' ', len - most);
    return blank ? (size_t)(blank - s) : len;
}

/* Lines of at most width octets, as goutils' WrapCustom makes them. */
static void wrap_at(struct call *c, struct wrapping w, const char *s, size_t s_len)
{
    struct text t;
    size_t from = 0;
    start(&t, c);
    w.width = w.width < 1 ? 1 : w.width;
    while (s_len - from > (size_t)w.width) {
        if (s[from] == ' ') {
            from++;
            continue;
        }
        size_t end = line_end(&w, s, s_len, from);
        text_add(&t, s + from, end - from);
        from = end;
        if (end == s_len)
            break;
        text_add(&t, w.newline, w.newline_len);
        from += s[end] == ' ' ? 1 : 0;
    }
    text_add(&t, s + from, s_len - from);
    call_take(c, &t);
}

static void wrap(struct call *c)
{
    wrap_at(c, (struct wrapping){.width = c->args[0]->integer, .newline = "\n", .newline_len = 1}, at(c, 1),
            len(c, 1));
}

static void wrap_with(struct call *c)
{
    struct wrapping w = {
        .width = c->args[0]->integer, .newline = at(c, 1), .newline_len = len(c, 1), .cuts = true};
    if (!w.newline_len) {
        w.newline = "\n";
        w.newline_len = 1;
    }
    wrap_at(c, w, at(c, 2), len(c, 2));
}

static struct value *split_text(struct call *c, const char *separator, size_t separator_len, const char *s,
                                size_t s_len, int64_t most)
{
    struct value *list = value_list(c->arena);
    const char *end = s + s_len;
    for (int64_t parts = 1; most < 0 || parts < most; parts++) {
        size_t taken = 0;
        const char *found = separator_len ? memmem(s, (size_t)(end - s), separator, separator_len) : NULL;
        if (!separator_len && s < end) {
            utf8_read(s, (size_t)(end - s), &taken);
            found = s + taken < end ? s + taken : NULL;
        }
        if (!found)
            break;
        call_push(c, list, value_text(c->arena, s, (size_t)(found - s)));
        s = found + separator_len;
    }
    if (separator_len || s < end)
        call_push(c, list, value_text(c->arena, s, (size_t)(end - s)));
    list->form = FORM_STRINGS;
    return list;
}

static void split_list(struct call *c)
{
    c->result = split_text(c, at(c, 0), len(c, 0), at(c, 1), len(c, 1), -1);
}

static struct value *numbered(struct call *c, const struct value *list)
{
    struct value *map = value_map(c->arena);
    map->form = FORM_STRING_MAP;
    for (size_t i = 0; i < list->list.count; i++) {
        const char *key = arena_printf(c->arena, "_%zu", i);
        call_set(c, map, key, strlen(key), list->list.items[i]);
    }
    return map;
}

static void split(struct call *c)
{
    c->result = numbered(c, split_text(c, at(c, 0), len(c, 0), at(c, 1), len(c, 1), -1));
}

static void splitn(struct call *c)
{
    int64_t most = c->args[1]->integer;
    struct value *parts =
        most == 0 ? value_list(c->arena) : split_text(c, at(c, 0), len(c, 0), at(c, 2), len(c, 2), most);
    c->result = numbered(c, parts);
}

static void join(struct call *c)
{
    struct text t;
    start(&t, c);
    const struct value *v = c->args[1];
    bool first = true;
    size_t count = v->kind == VALUE_LIST ? v->list.count : 1;
    for (size_t i = 0; i < count; i++) {
        const struct value *item = v->kind == VALUE_LIST ? v->list.items[i] : v;
        if (item->kind == VALUE_NULL)
            continue;
        struct text shown = call_strval(c, item);
        if (!first)
            text_add(&t, at(c, 0), len(c, 0));
        first = false;
        text_add(&t, shown.at, shown.len);
    }
    call_take(c, &t);
}

const struct func funcs_strings[] = {
    {"trim", "s", trim},
    {"trimAll", "ss", trim_all},
    {"trimall", "ss", trim_all},
    {"trimPrefix", "ss", trim_prefix},
    {"trimSuffix", "ss", trim_suffix},
    {"hasPrefix", "ss", has_prefix_of},
    {"hasSuffix", "ss", has_suffix_of},
    {"contains", "ss", contains},
    {"upper", "s", upper},
    {"lower", "s", lower},
    {"replace", "sss", replace},
    {"repeat", "is", repeat},
    {"indent", "is", indent},
    {"nindent", "is", nindent},
    {"trunc", "is", cut},
    {"substr", "iis", substr},
    {"quote", "a.", quote},
    {"squote", "a.", squote},
    {"cat", "a.", cat},
    {"plural", "ssi", plural},
    {"abbrev", "is", abbrev},
    {"abbrevboth", "iis", abbrevboth},
    {"wrap", "is", wrap},
    {"wrapWith", "iss", wrap_with},
    {"splitList", "ss", split_list},
    {"split", "ss", split},
    {"splitn", "sis", splitn},
    {"join", "sL", join},
    {0},
};
