#include "tests/unit/cmocka_all.h"

#include "tests/unit/render/release_of.h"

static const struct release_service *service(const struct release *r, const char *name)
{
    for (size_t i = 0; i < r->service_count; i++)
        if (strcmp(r->services[i].name, name) == 0)
            return &r->services[i];
    fail_msg("no service %s", name);
    return NULL;
}

static bool reaches(const struct release *r, const char *from, const char *to, const char **by)
{
    return release_reaches(r, service(r, from), service(r, to), by);
}

static void records_are_in_lower_case_and_once(void **state)
{
    (void)state;
    struct release r =
        release_of("services: {web: {image: x, additionalDnsRecords: [Example.COM., example.com, 5]}}");
    const struct release_service *web = service(&r, "web");
    assert_int_equal(web->record_count, 1);
    assert_string_equal(web->records[0].text, "example.com");
    assert_string_equal(web->records[0].as_written, "Example.COM.");
    assert_int_equal(web->records[0].place.line, 1);
    assert_string_equal(web->records[0].place.file, "v.yaml");
    assert_true(web->has_dns);
    assert_false(service(&r, "default")->has_dns);
    assert_string_equal(r.fullname, "agent-env-my-rel");
}

static void without_networks_all_but_the_isolated_reach_each_other(void **state)
{
    (void)state;
    const char *by;
    struct release r = release_of("services: {a: {image: x}, b: {image: x, networkIsolated: true}}");
    assert_true(reaches(&r, "default", "a", &by));
    assert_null(by);
    assert_false(reaches(&r, "a", "b", &by));
    assert_false(reaches(&r, "b", "a", &by));
}

static void with_networks_those_on_one_network_reach_each_other(void **state)
{
    (void)state;
    const char *by;
    struct release r =
        release_of("services: {a: {networks: [x, z]}, b: {networks: [z]}, c: {}}\nnetworks: {x: {}, z: }");
    assert_true(reaches(&r, "a", "b", &by));
    assert_string_equal(by, "z");
    assert_true(reaches(&r, "a", "a", &by));
    assert_false(reaches(&r, "a", "c", &by));
    assert_false(reaches(&r, "c", "b", &by));
}

static void patterns_are_those_of_the_dns_policy(void **state)
{
    (void)state;
    struct release r = release_of("allowDomains: [a.org, 5, '']\nallowEntities: [host, world]");
    assert_int_equal(r.pattern_count, 3);
    assert_string_equal(r.patterns[0].text, "*.default.svc.cluster.local");
    assert_string_equal(r.patterns[1].text, "a.org");
    assert_string_equal(r.patterns[2].text, "*");
    assert_string_equal(r.patterns[2].source, "allowEntities");
}

static void values_of_other_kinds_are_left_out(void **state)
{
    (void)state;
    struct release r =
        release_of("services: {default: 5, a: {ports: 5, networks: {}, additionalDnsRecords: x}}\n"
                   "allowDomains: {}\nnetworks: []");
    assert_int_equal(r.service_count, 1);
    assert_false(r.services[0].has_dns);
    assert_int_equal(r.pattern_count, 1);
    assert_false(r.has_networks);
}

static void ports_are_told_with_their_protocols(void **state)
{
    (void)state;
    struct release r = release_of("services: {a: {ports: [{port: 80}, {port: 53, protocol: UDP}, 5]}}");
    assert_string_equal(release_ports(service(&r, "a"), &arena), "80/TCP, 53/UDP");
    assert_string_equal(release_ports(service(&r, "default"), &arena), "all ports");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(records_are_in_lower_case_and_once, setup, teardown),
        cmocka_unit_test_setup_teardown(without_networks_all_but_the_isolated_reach_each_other, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(with_networks_those_on_one_network_reach_each_other, setup, teardown),
        cmocka_unit_test_setup_teardown(patterns_are_those_of_the_dns_policy, setup, teardown),
        cmocka_unit_test_setup_teardown(values_of_other_kinds_are_left_out, setup, teardown),
        cmocka_unit_test_setup_teardown(ports_are_told_with_their_protocols, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
