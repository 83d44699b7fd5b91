#include "render/kube_version.h"

#include <string.h>

#include "render/quote.h"

#define KUBE_VERSION "v1.37.0"

/* What is wrong with a number, of which there may be more; NULL: nothing. */
static const char *wrong_number(const char *at, size_t len, size_t zeros, bool first, const char *quoted,
                                struct arena *a)
{
    static const char largest[] = "18446744073709551615";
    size_t digits = len - zeros, room = sizeof largest - 1;
    if (first && zeros)
        return arena_printf(a, "illegal zero-prefixed version component \"%.*s\" in %s", (int)len, at,
                            quoted);
    if (digits < room || (digits == room && memcmp(at + zeros, largest, room) <= 0))
        return NULL;
    return arena_printf(a,
                        "illegal non-numeric version component \"%.*s\" in %s: strconv.ParseUint: parsing "
                        "\"%.*s\": value out of range",
                        (int)len, at, quoted, (int)len, at);
}

int kube_version_read(const char *given, struct arena *a, const char **out, struct fault *f)
{
    struct text version;
    unsigned parts = 0;
    *out = KUBE_VERSION;
    if (!given || !*given)
        return 0;
    const char *at = given + strspn(given, " \t\n\f\r"), *quoted = quote_go(a, given, strlen(given));
    text_init(&version, a);
    text_addc(&version, 'v');
    at += *at == 'v';
    for (; *at >= '0' && *at <= '9'; parts++) {
        size_t len = strspn(at, "0123456789"), zeros = strspn(at, "0");
        zeros -= zeros == len;
        const char *wrong = wrong_number(at, len, zeros, parts == 0, quoted, a);
        if (wrong)
            return fault_set(f, "invalid kube version '%s': %s", given, wrong);
        text_adds(&version, parts ? "." : "");
        text_add(&version, at + zeros, len - zeros);
        at += len;
        at += at[0] == '.' && at[1] >= '0' && at[1] <= '9';
    }
    if (parts < 2)
        return fault_set(f,
                         parts ? "invalid kube version '%s': illegal version string %s"
                               : "invalid kube version '%s': could not parse %s as version",
                         given, quoted);
    *out = version.at;
    return 0;
}

const char *kube_version_shown(const char *given, const char *version, bool helm4, struct arena *a)
{
    if (!helm4 || !given || !*given)
        return version;
    return *given == 'v' ? given : arena_printf(a, "v%s", given);
}
