#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/dname.h"
#include "common/pattern.h"

static bool matches(const char *pattern, const char *name)
{
    struct pattern p;
    uint8_t wire[DNAME_MAX];
    size_t len;
    assert_null(pattern_read(pattern, strlen(pattern), &p));
    assert_null(dname_from_text(name, strlen(name), wire, &len));
    return pattern_matches(&p, wire);
}

/* Each row was seen on Cilium's own matchpattern. */
static void patterns_match_as_ciliums_do(void **state)
{
    static const struct {
        const char *pattern, *name;
        bool yes;
    } rows[] = {
        {"debian.org", "debian.org", true},
        {"debian.org", "DEBIAN.org.", true},
        {"debian.org", "www.debian.org", false},
        {"Debian.ORG.", "debian.org", true},
        {"*.debian.org", "www.debian.org", true},
        {"*.debian.org", "debian.org", false},
        {"*.debian.org", "a.b.debian.org", false},
        {"*debian.org", "debian.org", true},
        {"*debian.org", "xdebian.org", true},
        {"*debian.org", "www.debian.org", false},
        {"a*.x.org", "a.x.org", true},
        {"a*.x.org", "ab.x.org", true},
        {"a*.x.org", "a.b.x.org", false},
        {"*.*.x.org", "a.b.x.org", true},
        {"*.*.x.org", "a.x.org", false},
        {"**.x.org", "a.x.org", true},
        {"**.x.org", "a.b.x.org", true},
        {"**.x.org", "x.org", false},
        {"*.ns.svc.cluster.local", "svc.ns.svc.cluster.local", true},
        {"*.ns.svc.cluster.local", "pod-0.svc.ns.svc.cluster.local", false},
        {"*.x", "_dmarc.x", true},
        {"*.x", "a\\.b.x", false},
        {"*.x", "a\\032b.x", false},
        {"a.b.x", "a\\.b.x", false},
        {"*a*a*b.x", "aaaaaab.x", true},
        {"*a*a*b.x", "aaaaaac.x", false},
        {"*", "anything\\@.at.all", true},
        {"*", ".", true},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (matches(rows[i].pattern, rows[i].name) != rows[i].yes)
            fail_msg("%s %s %s", rows[i].pattern, rows[i].yes ? "should match" : "should not match",
                     rows[i].name);
}

static void what_is_no_pattern_is_refused(void **state)
{
    (void)state;
    struct pattern p;
    char longest[PATTERN_MAX + 1];
    memset(longest, 'a', sizeof longest);
    for (size_t i = 60; i < sizeof longest; i += 60)
        longest[i] = '.';
    assert_null(pattern_read(longest, PATTERN_MAX, &p));
    assert_non_null(pattern_read(longest, PATTERN_MAX + 1, &p));
    static const char *const bad[] = {"", " ", "a b", "http://x", "x:53", "a/b", "[a]", "\xc3\xa9.x"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (!pattern_read(bad[i], strlen(bad[i]), &p))
            fail_msg("taken: %s", bad[i]);
}

/* A matcher that tries every way to share the letters out would be at it for years. */
static void many_stars_cost_no_time(void **state)
{
    (void)state;
    assert_false(matches("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
                         "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(patterns_match_as_ciliums_do),
        cmocka_unit_test(what_is_no_pattern_is_refused),
        cmocka_unit_test(many_stars_cost_no_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
