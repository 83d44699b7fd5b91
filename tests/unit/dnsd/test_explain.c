#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/explain.h"
#include "tests/unit/dnsd/printed.h"

static struct config config;
static struct diag err;

static int fresh(void **state)
{
    (void)state;
    static struct rule rules[] = {{.name = (const uint8_t *)"\5nginx",
                                   .target = (const uint8_t *)"\1t\4test",
                                   .service = "nginx",
                                   .where = {.file = "f.yaml", .line = 4}},
                                  {.name = (const uint8_t *)"\7example\3com",
                                   .target = (const uint8_t *)"\1t\4test",
                                   .wildcard = true,
                                   .where = {.file = "f.yaml", .line = 5}}};
    static struct placed_text allow[] = {{.text = "pypi.org", .where = {.file = "f.yaml", .line = 9}}};
    err = (struct diag){0};
    config_defaults(&config);
    config.rules = rules;
    config.rule_count = 2;
    config.policy.mode = POLICY_ENFORCE;
    config.policy.allow = allow;
    config.policy.allow_count = 1;
    config.policy.where = (struct place){.file = "f.yaml", .line = 7};
    config.upstream.server_count = 1;
    assert_null(address_from_text("10.96.0.10", 10, 53, &config.upstream.servers[0].address));
    return 0;
}

static int done(void **state)
{
    (void)state;
    config_free(&config);
    return 0;
}

static void expect(const char *name, const char *type, const char *const *lines)
{
    struct printed p;
    printed_open(&p);
    assert_int_equal(explain_print(&config, name, type, p.to, &err), 0);
    for (; *lines; lines++)
        if (!strstr(printed_text(&p), *lines))
            fail_msg("%s %s: no \"%s\" in\n%s", name, type, *lines, printed_text(&p));
    printed_close(&p);
}

#define expect_lines(name, type, ...) expect(name, type, (const char *const[]){__VA_ARGS__, NULL})

static void each_way_names_what_decides_it(void **state)
{
    (void)state;
    expect_lines("NgInX", "AAAA", "question:  NgInX. AAAA\n", "looked up as t.test.\n",
                 "decided by f.yaml:4\n",
                 "sent:      t.test. AAAA to 10.96.0.10:53, from a port of 16000-29999\n");
    expect_lines("a.b.example.com", "A", "*.example.com.", "decided by f.yaml:5\n");
    expect_lines("pypi.org", "TXT", "the entry \"pypi.org\"", "decided by f.yaml:9\n",
                 "sent:      pypi.org. TXT to 10.96.0.10:53");
    expect_lines("evil.org", "A", "no entry of policy.allow matches\n", "decided by f.yaml:7\n",
                 "sent:      nothing\n", "gets NXDOMAIN, and if it sent EDNS, why: not in allowDomains\n");
    expect_lines("x.localhost", "AAAA", "RFC 6761", "gets ::1\n");
    expect_lines("localhost", "TXT", "gets no data\n");
    expect_lines("1.0.0.10.in-addr.arpa", "PTR", "if a service of the release has the address",
                 "never leaves the Pod\n");
    expect_lines("pypi.org", "AXFR", "zone transfers are refused\n", "gets REFUSED\n");
}

static void other_modes_tell_other_things(void **state)
{
    (void)state;
    config.policy.deny = DENY_REFUSED;
    expect_lines("evil.org", "A", "gets REFUSED");
    config.policy.mode = POLICY_LOG;
    expect_lines("evil.org", "A", "the policy only logs\n", "octet for octet");
    config.policy.mode = POLICY_OFF;
    expect_lines("evil.org", "A", "the policy is off\n");
}

static void what_is_no_name_or_no_type_is_told(void **state)
{
    (void)state;
    assert_int_equal(explain_print(&config, "a..b", "A", stdout, &err), -1);
    assert_int_equal(explain_print(&config, "a", "NONSENSE", stdout, &err), -1);
    assert_non_null(strstr(err.text, "\"a..b\" is no domain name: "));
    assert_non_null(strstr(err.text, "\"NONSENSE\" is no type of record; write A, AAAA, TXT or TYPE65280\n"));
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_way_names_what_decides_it, fresh, done),
        cmocka_unit_test_setup_teardown(other_modes_tell_other_things, fresh, done),
        cmocka_unit_test_setup_teardown(what_is_no_name_or_no_type_is_told, fresh, done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
