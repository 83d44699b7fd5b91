#include "render/ignore.h"

#include <string.h>

#include "render/glob.h"

struct ignore_rule {
    const char *pattern;
    bool negated, folders_only, whole_path;
};

static struct bytes trim(struct bytes line)
{
    while (line.len && strchr(" \t\r\v\f", line.at[0]))
        line.at++, line.len--;
    while (line.len && strchr(" \t\r\v\f", line.at[line.len - 1]))
        line.len--;
    return line;
}

static int read_rule(struct bytes line, struct arena *a, struct ignore *out, struct fault *f)
{
    line = trim(line);
    if (line.len == 0 || line.at[0] == '#')
        return 0;
    char *pattern = arena_copy(a, line.at, line.len);
    bool bad;
    (void)glob_match(pattern, "abc", &bad);
    if (strstr(pattern, "**"))
        return fault_set(f, "double-star (**) syntax is not supported");
    if (bad)
        return fault_set(f, "syntax error in pattern");
    struct ignore_rule rule = {.negated = *pattern == '!'};
    pattern += rule.negated;
    size_t len = strlen(pattern);
    rule.folders_only = len && pattern[len - 1] == '/';
    if (rule.folders_only)
        pattern[len - 1] = '\0';
    rule.whole_path = strchr(pattern, '/') != NULL;
    rule.pattern = pattern + (*pattern == '/');
    out->rules[out->count++] = rule;
    return 0;
}

int ignore_read(struct bytes text, struct arena *a, struct ignore *out, struct fault *f)
{
    const struct bytes always = {.at = "templates/.?*", .len = 13};
    if (!text.at)
        text = (struct bytes){.at = "", .len = 0};
    const char *at = text.at, *end = text.at + text.len;
    size_t lines = 2;
    for (size_t i = 0; i < text.len; i++)
        lines += text.at[i] == '\n';
    out->rules = arena_alloc_many(a, lines, sizeof *out->rules);
    out->count = 0;
    if (text.len >= 3 && memcmp(at, "\xef\xbb\xbf", 3) == 0)
        at += 3;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        if (read_rule((struct bytes){.at = at, .len = (size_t)(stop - at)}, a, out, f) != 0)
            return -1;
        at = stop + 1;
    }
    return read_rule(always, a, out, f);
}

static bool fits(const struct ignore_rule *rule, const char *path)
{
    const char *slash = strrchr(path, '/');
    bool bad;
    return glob_match(rule->pattern, rule->whole_path || !slash ? path : slash + 1, &bad);
}

bool ignore_has(const struct ignore *ignore, const char *path, bool is_folder)
{
    for (size_t i = 0; i < ignore->count; i++) {
        const struct ignore_rule *rule = &ignore->rules[i];
        bool wrong_kind = rule->folders_only && !is_folder;
        if (rule->negated && (wrong_kind || !fits(rule, path)))
            return true;
        if (!rule->negated && !wrong_kind && fits(rule, path))
            return true;
    }
    return false;
}
