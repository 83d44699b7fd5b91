#include "render/glob.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "common/utf8.h"

static uint32_t take_rune(const char **s)
{
    size_t taken;
    uint32_t rune = utf8_read(*s, strlen(*s), &taken);
    *s += taken;
    return rune;
}

/* One end of a range in brackets. */
static bool take_class_rune(const char **p, uint32_t *out)
{
    if (**p == '\0' || **p == '-' || **p == ']')
        return false;
    if (**p == '\\' && *++*p == '\0')
        return false;
    *out = take_rune(p);
    return **p != '\0';
}

/* [ ^ a b-c ] with its bracket taken; p moves behind it. */
static bool match_class(const char **p, uint32_t rune, bool *bad)
{
    bool negated = **p == '^', match = false;
    uint32_t low, high;
    if (negated)
        ++*p;
    for (size_t ranges = 0; **p != ']' || ranges == 0; ranges++) {
        if (!take_class_rune(p, &low)) {
            *bad = true;
            return false;
        }
        high = low;
        if (**p == '-') {
            ++*p;
            if (!take_class_rune(p, &high)) {
                *bad = true;
                return false;
            }
        }
        match = match || (low <= rune && rune <= high);
    }
    ++*p;
    return match != negated;
}

/* Everything of the pattern but its '*': one rune of it against one of name. Both move. */
static bool match_one(const char **p, const char **name, bool *bad)
{
    uint32_t rune = **name ? take_rune(name) : 0;
    switch (**p) {
    case '[': ++*p; return match_class(p, rune, bad) && rune;
    case '?': ++*p; return rune && rune != '/';
    case '\\':
        if (*++*p == '\0') {
            *bad = true;
            return false;
        }
        break;
    default: break;
    }
    return take_rune(p) == rune;
}

/* A malformed rest is told even where the name has long failed to match, as Go does. */
static void check(const char *p, bool *bad)
{
    while (*p && !*bad) {
        const char *any = "a";
        if (*p == '*')
            p++;
        else
            (void)match_one(&p, &any, bad);
    }
}

bool glob_match(const char *pattern, const char *name, bool *bad)
{
    const char *star = NULL, *retry = NULL;
    *bad = false;
    check(pattern, bad);
    while (!*bad && (*name || *pattern)) {
        if (*pattern == '*') {
            star = ++pattern;
            retry = name;
            continue;
        }
        const char *p = pattern, *n = name;
        if (*p && *n && match_one(&p, &n, bad)) {
            pattern = p;
            name = n;
            continue;
        }
        if (!star || !*retry || *retry == '/')
            return false;
        (void)take_rune(&retry);
        pattern = star;
        name = retry;
    }
    return !*bad;
}
