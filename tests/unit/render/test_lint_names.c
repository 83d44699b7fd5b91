#include "tests/unit/cmocka_all.h"

#include "render/lint_names.h"
#include "tests/unit/render/linted.h"

static const char *lint(const char *values)
{
    return linted(values, lint_names);
}

static void a_stateful_set_has_52_characters(void **state)
{
    (void)state;
    assert_string_equal(lint("services: {a2345678901234567890123456789012345: {}}"), "");
    assert_string_equal(
        lint("services: {a23456789012345678901234567890123456: {}}"),
        "v.yaml:1:12: error: services.a23456789012345678901234567890123456: its StatefulSet would be called "
        "agent-env-my-rel-a23456789012345678901234567890123456, 53 characters where 52 are the most; shorten "
        "the service's name to 35, or the release's by 1\n");
}

static void a_service_begins_with_a_letter(void **state)
{
    (void)state;
    assert_string_equal(
        lint("{global: {fullnameOverride: 1a}, services: {a: {dnsRecord: true}, b: {}}}"),
        "v.yaml:1:45: error: services.a: its Service would be called 1a-a, and a Service's name begins with "
        "a letter and holds no dot; choose another release name, or set global.fullnameOverride\n");
}

static void one_record_leads_to_one_service(void **state)
{
    (void)state;
    assert_string_equal(lint("services: {a: {additionalDnsRecords: ['*.X.org']}, b: {additionalDnsRecords: "
                             "['*.x.ORG.', x.org]}}"),
                        "v.yaml:1:79: error: services.b.additionalDnsRecords: *.x.ORG. already leads to the "
                        "service a; a name can lead to one service only\n");
    assert_string_equal(lint("services: {a: {additionalDnsRecords: [b]}, b: {}}"), "");
    assert_string_equal(lint("services: {a: {additionalDnsRecords: [b]}, b: {dnsRecord: true}}"),
                        "v.yaml:1:39: error: services.a.additionalDnsRecords: b already leads to the service "
                        "b, whose own name it is; a name can lead to one service only\n");
    assert_string_equal(lint("services: {a: {additionalDnsRecords: [a]}}"),
                        "v.yaml:1:39: warning: services.a.additionalDnsRecords: a is the service's own name "
                        "anyway; leave it out\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_stateful_set_has_52_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(a_service_begins_with_a_letter, setup, teardown),
        cmocka_unit_test_setup_teardown(one_record_leads_to_one_service, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
