/* networks and network_mode. */
#include "render/compose_networks.h"

#include "tests/unit/render/compose_part.h"

#define BEHIND                                                                                               \
    "  db: {image: x}\nnetworks:\n  front:\n  Back_end: {internal: true}\n  wide: {driver: overlay, ipam: "  \
    "{driver: x}}\n"                                                                                         \
    "  theirs: {external: true}\n  hosts: {driver: host}\n"

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, BEHIND, networks_convert);
}

static void while_all_are_on_one_network_values_need_none(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x", "{}", NULL},
        {"networks: [default]", "{}", NULL},
        {"networks: {default: }", "{}", NULL},
        {"networks: null", "{}", NULL},
        {"network_mode: default", "{}", NULL},
        {"network_mode: bridge", "{}",
         "services.web.network_mode: bridge is taken for the network of all services"},
    };
    check(cases, COUNT(cases));
}

static void others_are_named_as_the_cluster_can(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"networks: [front]", "{\"networks\":[\"front\"]}", NULL},
        {"networks: [front, Back_end]", "{\"networks\":[\"front\",\"back-end\"]}", NULL},
        {"networks: {front: , default: }", "{\"networks\":[\"default\",\"front\"]}", NULL},
        {"networks: [wide]", "{\"networks\":[\"wide\"]}", "networks.wide.ipam is left out"},
    };
    check(cases, COUNT(cases));
}

static void they_are_the_values_too_and_matter_to_all(void **state)
{
    (void)state;
    begin("services:\n  web: {networks: [front]}\n" BEHIND);
    assert_true(networks_matter(&compose));
    networks_convert(&compose.services[0]);
    networks_convert(&compose.services[1]);
    assert_string_equal(json_of(compose.values), "{\"networks\":{\"default\":{},\"front\":{}}}");
    assert_string_equal(json_of(compose.services[1].out), "{\"networks\":[\"default\"]}");
    begin("services:\n  web: {image: x}\n" BEHIND);
    assert_false(networks_matter(&compose));
}

static void aliases_are_further_names_and_addresses_left_out(void **state)
{
    (void)state;
    begin("services:\n  web: {networks: {front: {aliases: [a.test, b.test], ipv4_address: "
          "10.0.0.5}}}\n" BEHIND);
    networks_convert(compose.services);
    assert_string_equal(json_of(compose.services->records), "[\"a.test\",\"b.test\"]");
    assert_non_null(strstr(said(), "services.web.networks.front.ipv4_address is left out"));
}

static void a_service_without_a_network_is_isolated(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"network_mode: none", "{\"networkIsolated\":true}", NULL},
        {"network_mode: none\n    networks: [front]", "{\"networkIsolated\":true}", NULL},
    };
    check(cases, COUNT(cases));
}

static void what_has_no_counterpart_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"network_mode: host", NULL, "services.web.network_mode: host has no counterpart"},
        {"network_mode: 'service:db'", NULL, "service:db has no counterpart"},
        {"networks: [theirs]", NULL,
         "networks.theirs.external: what else is on that network cannot be reached"},
        {"networks: [hosts]", NULL, "networks.hosts.driver: host has no counterpart"},
        {"networks: [frnt]", NULL, "services.web.networks: networks has no frnt; meant is perhaps front"},
        {"networks: [zzz]", NULL, "networks has no zzz; add it there"},
        {"networks: text", NULL, "services.web.networks: a list is wanted"},
        {"networks: [[front]]", NULL, "services.web.networks: a text is wanted"},
        {"networks: {front: {alias: [x]}}", NULL, "aliases"},
    };
    check(cases, COUNT(cases));
}

static const char *said_of_ways_out(const char *web, const char *allowed)
{
    begin(arena_printf(&arena, "services:\n  web: {networks: %s}\n%s", web, BEHIND));
    put(&compose, compose.values, "allowDomains", yaml_of(allowed));
    networks_check_ways_out(&compose);
    return said();
}

static void an_internal_network_and_a_way_out_contradict_each_other(void **state)
{
    (void)state;
    assert_non_null(strstr(said_of_ways_out("[Back_end]", "[pypi.org]"),
                           "services.web is on internal networks only (Back_end), but what line 1 lets out"));
    assert_string_equal(said_of_ways_out("[Back_end]", "[]"), "");
    assert_string_equal(said_of_ways_out("[Back_end, front]", "[pypi.org]"), "");
    assert_string_equal(said_of_ways_out("[front]", "[pypi.org]"), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(while_all_are_on_one_network_values_need_none),
        with_compose(others_are_named_as_the_cluster_can),
        with_compose(they_are_the_values_too_and_matter_to_all),
        with_compose(aliases_are_further_names_and_addresses_left_out),
        with_compose(a_service_without_a_network_is_isolated),
        with_compose(what_has_no_counterpart_is_refused),
        with_compose(an_internal_network_and_a_way_out_contradict_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
