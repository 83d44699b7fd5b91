#include "tests/unit/cmocka_all.h"

#include "render/lint_domains.h"
#include "tests/unit/render/linted.h"

static const char *lint(const char *values)
{
    return linted(values, lint_domains);
}

static void a_scheme_a_port_a_path_or_an_address_is_refused(void **state)
{
    (void)state;
    assert_string_equal(lint("allowDomains: ['https://x.org/a']"),
                        "v.yaml:1:16: error: allowDomains: https://x.org/a has a scheme, and Cilium knows "
                        "names only; write x.org\n");
    assert_string_equal(
        lint("allowDomains: [x.org/a]"),
        "v.yaml:1:16: error: allowDomains: x.org/a has a path, and Cilium knows names only; write x.org\n");
    assert_non_null(strstr(lint("allowDomains: ['x.org:']"), "ends in a colon; write x.org\n"));
    assert_non_null(
        strstr(lint("allowDomains: [//x.org]"), "has a path, and Cilium knows names only; write x.org\n"));
    assert_non_null(strstr(lint("allowDomains: ['x.org:8443/a']"), "{port: 8443, domain: x.org}"));
    assert_string_equal(lint("allowDomains: ['//', ':', '/']"), "");
    assert_string_equal(lint("allowDomains: ['::1']"),
                        "v.yaml:1:16: error: allowDomains: ::1 is an address, which has no name to look up; "
                        "write ::1/128 in allowCIDR\n");
    assert_string_equal(
        lint("allowDomains: [10.0.0.0/8]"),
        "v.yaml:1:16: error: allowDomains: 10.0.0.0/8 is a block of addresses; write it in allowCIDR\n");
}

static void a_pattern_below_a_domain_wants_the_domain_too(void **state)
{
    (void)state;
    assert_string_equal(lint("allowDomains: ['*.x.org']"),
                        "v.yaml:1:16: warning: allowDomains: *.x.org does not let x.org itself out; add "
                        "x.org if it is meant\n");
    assert_string_equal(lint("allowDomains: ['*.x.org', x.org]"), "");
    assert_string_equal(lint("allowDomains: ['*.x.org', '*']"), "");
    assert_string_equal(lint("{allowDomains: ['*.x.org'], allowEntities: [world]}"), "");
}

static void capitals_and_last_dots_are_read_in_different_ways(void **state)
{
    (void)state;
    assert_string_equal(lint("allowDomains: [X.org]"),
                        "v.yaml:1:16: warning: allowDomains: X.org: DNS and port 80 take it in any case, "
                        "port 443 as it is written; write x.org\n");
    assert_string_equal(
        lint("allowDomains: [x.org.]"),
        "v.yaml:1:16: warning: allowDomains: x.org. ends in a dot, which names need not; write x.org\n");
}

static void ports_that_open_the_web_or_nothing_are_told(void **state)
{
    (void)state;
    assert_string_equal(lint("{allowDomains: [x.org], allowDomainsPorts: [{port: 443, protocol: UDP}, {port: "
                             "'22', domain: x.org}]}"),
                        "");
    assert_string_equal(lint("allowDomainsPorts: [{port: 22}]"),
                        "v.yaml:1:21: warning: allowDomainsPorts: opens nothing, for allowDomains names no "
                        "domain; add some there\n");
    assert_string_equal(lint("{allowDomains: ['*'], allowDomainsPorts: [{port: 22}]}"),
                        "v.yaml:1:43: warning: allowDomainsPorts: * in allowDomains opens every port "
                        "already; leave it out here or there\n");
    assert_string_equal(
        lint("{allowDomains: [x.org], allowDomainsPorts: [{port: 22, domain: y.net}]}"),
        "v.yaml:1:64: error: allowDomainsPorts: y.net is not in allowDomains; add it there\n");
}

static void blocks_of_addresses_have_a_length_that_fits(void **state)
{
    (void)state;
    assert_string_equal(lint("allowCIDR: [10.0.0.0/32, '::/0', '2001:db8::/128']"), "");
    assert_string_equal(lint("allowCIDR: [10.0.0.0/33]"),
                        "v.yaml:1:13: error: allowCIDR: 10.0.0.0/33 is no block of addresses; write it like "
                        "192.0.2.0/24 or 2001:db8::/32\n");
    assert_string_equal(lint("allowCIDR: ['::/129', 1.2.3/8]"),
                        "v.yaml:1:13: error: allowCIDR: ::/129 is no block of addresses; write it like "
                        "192.0.2.0/24 or 2001:db8::/32\nv.yaml:1:23: error: allowCIDR: 1.2.3/8 is no block "
                        "of addresses; write it like 192.0.2.0/24 or 2001:db8::/32\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_scheme_a_port_a_path_or_an_address_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_pattern_below_a_domain_wants_the_domain_too, setup, teardown),
        cmocka_unit_test_setup_teardown(capitals_and_last_dots_are_read_in_different_ways, setup, teardown),
        cmocka_unit_test_setup_teardown(ports_that_open_the_web_or_nothing_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(blocks_of_addresses_have_a_length_that_fits, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
