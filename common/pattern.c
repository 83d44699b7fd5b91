#include "common/pattern.h"

#include <string.h>

#include "common/dname.h"

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static bool is_label_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool only_stars(const char *s)
{
    return s[strspn(s, "*")] == '\0';
}

const char *pattern_read(const char *text, size_t len, struct pattern *out)
{
    struct pattern p = {0};
    while (len && is_blank(text[0])) {
        text++;
        len--;
    }
    while (len && is_blank(text[len - 1]))
        len--;
    if (len > PATTERN_MAX)
        return "longer than 255 characters";
    for (size_t i = 0; i < len; i++) {
        p.text[i] = lower(text[i]);
        if (!is_label_char(p.text[i]) && p.text[i] != '.' && p.text[i] != '*')
            return "only letters, digits, '-', '_', '.' and '*' may stand in one";
    }
    if (len && p.text[len - 1] == '.')
        p.text[--len] = '\0';
    if (len == 0)
        return "empty";
    p.everything = only_stars(p.text);
    size_t stars = strspn(p.text, "*");
    if (!p.everything && stars >= 2 && p.text[stars] == '.') {
        p.deep = true;
        memmove(p.text, p.text + stars + 1, len - stars);
    }
    *out = p;
    return NULL;
}

/* Whether a label is what the pattern says up to its next dot: backtracking to the last star is enough. */
static bool label_matches(const char *p, size_t p_len, const uint8_t *label, size_t len)
{
    size_t i = 0, at = 0, star = SIZE_MAX, star_at = 0;
    while (at < len) {
        char c = lower((char)label[at]);
        if (i < p_len && p[i] == '*') {
            star = i++;
            star_at = at;
        } else if (i < p_len && p[i] == c) {
            i++;
            at++;
        } else if (star != SIZE_MAX && is_label_char(lower((char)label[star_at]))) {
            i = star + 1;
            at = ++star_at;
        } else {
            return false;
        }
    }
    while (i < p_len && p[i] == '*')
        i++;
    return i == p_len;
}

static bool labels_match(const char *p, const uint8_t *name)
{
    for (;; name += *name + 1) {
        size_t p_len = strcspn(p, ".");
        if (*name == 0 || !label_matches(p, p_len, name + 1, *name))
            return false;
        if (p[p_len] == '\0')
            return name[*name + 1] == 0;
        p += p_len + 1;
    }
}

static bool is_plain_label(const uint8_t *label)
{
    for (unsigned i = 1; i <= *label; i++)
        if (!is_label_char(lower((char)label[i])))
            return false;
    return true;
}

bool pattern_matches(const struct pattern *p, const uint8_t *name)
{
    if (p->everything)
        return true;
    if (!p->deep)
        return labels_match(p->text, name);
    while (*name && is_plain_label(name)) {
        name += *name + 1;
        if (labels_match(p->text, name))
            return true;
    }
    return false;
}

bool pattern_is_name(const struct pattern *p)
{
    return !p->everything && !p->deep && !strchr(p->text, '*') && !only_stars(p->text);
}
