#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/policy.h"

static struct config config;
static struct placed_text entries[CONFIG_ALLOW_MAX];

static struct policy *policy_of(enum policy_mode mode, unsigned count)
{
    config_free(&config);
    config_defaults(&config);
    config.policy.mode = mode;
    config.policy.allow = entries;
    config.policy.allow_count = count;
    config.policy.where = (struct place){.file = "F", .line = 99};
    struct policy *p = policy_new(&config, &config.arena);
    assert_non_null(p);
    return p;
}

static enum policy_verdict check(const struct policy *p, const char *name, struct placed_text *decided)
{
    uint8_t wire[DNAME_MAX];
    size_t len;
    assert_null(dname_from_text(name, strlen(name), wire, &len));
    return policy_check(p, wire, decided);
}

static void each_kind_of_entry_is_found_and_named(void **state)
{
    (void)state;
    static const char *const patterns[] = {"pypi.org", "*.Debian.org", "a*.x.org", "**.deep.org",
                                           "*.*.two.org"};
    static const struct {
        const char *name;
        int entry; /* -1: none */
    } cases[] = {{"PyPI.org", 0},
                 {"www.debian.ORG", 1},
                 {"ab.x.org", 2},
                 {"a.b.deep.org", 3},
                 {"a.b.two.org", 4},
                 {"www.pypi.org", -1},
                 {"debian.org", -1},
                 {"a.b.debian.org", -1},
                 {"a\\!.debian.org", -1},
                 {"b.x.org", -1},
                 {"deep.org", -1},
                 {"a.two.org", -1},
                 {".", -1}};
    unsigned count = sizeof patterns / sizeof *patterns;
    for (unsigned i = 0; i < count; i++)
        entries[i] = (struct placed_text){.text = patterns[i], .where = {.file = "F", .line = i + 1}};
    struct policy *p = policy_of(POLICY_ENFORCE, count);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct placed_text decided;
        bool allowed = cases[i].entry >= 0;
        assert_int_equal(check(p, cases[i].name, &decided), allowed ? POLICY_ALLOWED : POLICY_DENIED);
        assert_int_equal(decided.where.line, allowed ? cases[i].entry + 1 : 99);
        if (allowed)
            assert_string_equal(decided.text, patterns[cases[i].entry]);
        else
            assert_null(decided.text);
    }
}

static void the_mode_says_what_becomes_of_the_rest(void **state)
{
    (void)state;
    assert_int_equal(check(policy_of(POLICY_OFF, 0), "x.test", NULL), POLICY_OPEN);
    assert_int_equal(check(policy_of(POLICY_LOG, 0), "x.test", NULL), POLICY_LOGGED);
    assert_int_equal(check(policy_of(POLICY_ENFORCE, 0), "x.test", NULL), POLICY_DENIED);
}

static void as_many_entries_as_there_may_be(void **state)
{
    (void)state;
    static char texts[CONFIG_ALLOW_MAX][32];
    for (unsigned i = 0; i < CONFIG_ALLOW_MAX; i++) {
        snprintf(texts[i], sizeof texts[i], "%sn%u.test", i % 2 ? "*." : "", i);
        entries[i] = (struct placed_text){.text = texts[i], .where = {.file = "F", .line = i + 1}};
    }
    struct policy *p = policy_of(POLICY_ENFORCE, CONFIG_ALLOW_MAX);
    for (unsigned i = 0; i < CONFIG_ALLOW_MAX; i++) {
        char name[32];
        struct placed_text decided;
        snprintf(name, sizeof name, "%sn%u.test", i % 2 ? "w." : "", i);
        assert_int_equal(check(p, name, &decided), POLICY_ALLOWED);
        assert_int_equal(decided.where.line, i + 1);
    }
    assert_int_equal(check(p, "n1.test", NULL), POLICY_DENIED);
    assert_int_equal(check(p, "w.n0.test", NULL), POLICY_DENIED);
    config_free(&config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(each_kind_of_entry_is_found_and_named),
                                       cmocka_unit_test(the_mode_says_what_becomes_of_the_rest),
                                       cmocka_unit_test(as_many_entries_as_there_may_be)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
