#include "tests/unit/cmocka_all.h"

#include "render/domain.h"

static void the_readings_differ_in_their_stars(void **state)
{
    static const struct {
        const char *pattern, *name;
        bool dns, sni, before, host;
    } cases[] = {
        {"x.org", "x.org", true, true, true, true},
        {"x.org", "ax.org", false, false, false, false},
        {"X.org", "x.org", true, false, false, true},
        {"x.org.", "x.org", true, true, true, true},
        {"*.x.org", "a.x.org", true, true, true, true},
        {"*.x.org", "x.org", false, false, false, false},
        {"*.x.org", "a.b.x.org", false, false, false, false},
        {"a*.x.org", "ab.x.org", true, true, false, true},
        {"a*.x.org", "a.x.org", true, true, false, false},
        {"*x.org", "x.org", true, true, false, false},
        {"*x.org", "xx.org", true, true, false, true},
        {"*.*.x.org", "a.b.x.org", true, true, false, true},
        {"**.x.org", "a.b.x.org", true, true, false, false},
        {"**.x.org", "a.x.org", true, true, false, true},
        {"a*b*c.org", "aXbXbXc.org", true, true, false, true},
        {"a.*.org", "a.b.org", true, true, false, true},
        {"a.*.org", "a.b.c.org", false, false, false, false},
        {"*.org", "a.org.x", false, false, false, false},
        {"*", "a.b", true, true, false, false},
        {"x.org", "", false, false, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char name[64];
        size_t k = 0;
        for (; cases[i].name[k]; k++)
            name[k] = cases[i].name[k] == 'X' ? 'y' : cases[i].name[k];
        name[k] = '\0';
        if (domain_lets_dns(cases[i].pattern, name) != cases[i].dns ||
            domain_lets_sni(cases[i].pattern, name) != cases[i].sni ||
            domain_lets_sni_before(cases[i].pattern, name) != cases[i].before ||
            domain_lets_host(cases[i].pattern, name) != cases[i].host)
            fail_msg("%s on %s: %d %d %d %d", cases[i].pattern, name, domain_lets_dns(cases[i].pattern, name),
                     domain_lets_sni(cases[i].pattern, name), domain_lets_sni_before(cases[i].pattern, name),
                     domain_lets_host(cases[i].pattern, name));
    }
}

/* What takes a careless matcher years takes this one no time. */
static void many_stars_cost_nothing(void **state)
{
    (void)state;
    assert_false(domain_lets_host("*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*a*b",
                                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_readings_differ_in_their_stars),
        cmocka_unit_test(many_stars_cost_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
