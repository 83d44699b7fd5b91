#include "render/domain.h"

#include <ctype.h>
#include <string.h>

#include "common/dname.h"
#include "common/pattern.h"

bool domain_lets_dns(const char *pattern, const char *name)
{
    struct pattern p;
    uint8_t wire[DNAME_MAX];
    size_t len;
    return !pattern_read(pattern, strlen(pattern), &p) && !dname_from_text(name, strlen(name), wire, &len) &&
           pattern_matches(&p, wire);
}

bool domain_lets_sni(const char *pattern, const char *name)
{
    for (const char *c = pattern; *c; c++)
        if (isupper((unsigned char)*c))
            return false;
    return domain_lets_dns(pattern, name);
}

/* The length of a pattern without a last dot. */
static size_t bare_len(const char *pattern)
{
    size_t len = strlen(pattern);
    return len && pattern[len - 1] == '.' ? len - 1 : len;
}

bool domain_lets_sni_before(const char *pattern, const char *name)
{
    size_t len = bare_len(pattern);
    if (strncmp(pattern, "*.", 2) == 0) {
        pattern++;
        len--;
        name += strcspn(name, ".");
    }
    return !memchr(pattern, '*', len) && strlen(name) == len && memcmp(pattern, name, len) == 0;
}

/* Both are at most 255 octets long, and each star tries each end once: no more steps than the product. */
bool domain_lets_host(const char *pattern, const char *name)
{
    size_t len = bare_len(pattern), at = 0, star = len, behind = 0;
    size_t i = 0, name_len = strlen(name);
    while (i < name_len) {
        if (at < len && pattern[at] == '*' && name[i] != '.') {
            while (at < len && pattern[at] == '*')
                at++;
            star = at;
            behind = ++i;
        } else if (at < len && tolower((unsigned char)pattern[at]) == name[i]) {
            at++;
            i++;
        } else if (star < len + 1 && behind && behind < name_len && name[behind] != '.') {
            at = star;
            i = ++behind;
        } else {
            return false;
        }
    }
    return at == len;
}
