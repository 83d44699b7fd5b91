#include "dnsd/config_services.h"

#include "tests/unit/dnsd/config_part.h"

static void assert_rule(const char *name, bool wildcard, const char *target, const char *service)
{
    char text[DNAME_TEXT_MAX];
    for (unsigned i = 0; i < config.rule_count; i++) {
        dname_to_text(text, config.rules[i].name);
        if (config.rules[i].wildcard != wildcard || strcmp(text, name) != 0)
            continue;
        dname_to_text(text, config.rules[i].target);
        assert_string_equal(text, target);
        assert_string_equal(config.rules[i].service, service);
        return;
    }
    fail_msg("no rule for %s", name);
}

static const char *read_services(const char *yaml)
{
    config.rule_count = 0;
    config_services_read(&reader, value_of(yaml));
    return complaints();
}

static void a_service_has_three_kinds_of_names(void **state)
{
    (void)state;
    static const char target[] = "fn-web.ns.svc.cluster.local.";
    assert_string_equal(
        read_services("Web: {additionalDnsRecords: [Example.COM, '*.x.org', '*.Example.com']}\non: {}\n"),
        "");
    assert_int_equal(config.rule_count, 7);
    assert_rule("web.", false, target, "Web");
    assert_rule("fn-web.", false, target, "Web");
    assert_rule("example.com.", false, target, "Web");
    assert_rule("example.com.", true, target, "Web");
    assert_rule("x.org.", true, target, "Web");
    assert_rule("on.", false, "fn-on.ns.svc.cluster.local.", "on");
}

static void a_service_may_say_a_name_twice_and_another_one_may_not(void **state)
{
    (void)state;
    assert_string_equal(read_services("a: {additionalDnsRecords: [a, A.test, a.TEST]}"), "");
    assert_int_equal(config.rule_count, 3);
    assert_string_equal(
        read_services("b: {additionalDnsRecords: [x.test]}\na: {additionalDnsRecords: [X.test, fn-b]}\n"),
        "c.yaml:2:28: \"X.test\" is a name of service b already (line 1); give it to one of the two\n"
        "c.yaml:2:36: \"fn-b\" is a name of service b already (line 1); give it to one of the two\n");
}

static void what_is_wrong_with_services_is_told(void **state)
{
    (void)state;
    static const struct {
        const char *yaml, *said;
    } rows[] = {
        {"[a]", "c.yaml:1:1: key: a map of services is wanted here, not a list\n"},
        {"{a.b: {}}", "c.yaml:1:2: \"a.b\" is no name of a service; use a-z, 0-9 and '-'\n"},
        {"{a: [x]}", "c.yaml:1:5: key: a map is wanted here (additionalDnsRecords), not a list\n"},
        {"{a: {x: 1}}", "c.yaml:1:6: unknown key \"x\"; known here: additionalDnsRecords\n"},
        {"{a: {additionalDnsRecords: x}}",
         "c.yaml:1:28: key: a list of names is wanted here, not a string\n"},
        {"{a: {additionalDnsRecords: ['x y']}}", "c.yaml:1:29: \"x y\" is no domain name: only letters"},
        {"{a: {additionalDnsRecords: ['a.*.b']}}", "'*' may only stand for the first part"},
        {"{a: {additionalDnsRecords: ['*.*.b']}}", "'*' may only stand for the first part"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *said = read_services(rows[i].yaml);
        if (!strstr(said, rows[i].said))
            fail_msg("%s\n  wanted: %s\n  got:    %s", rows[i].yaml, rows[i].said, said);
    }
    assert_string_equal(read_services("{a: null}"), "");
    assert_int_equal(config.rule_count, 2);
}

static void services_need_what_they_are_called_by_in_the_cluster(void **state)
{
    (void)state;
    reader.has_namespace = false;
    assert_non_null(strstr(read_services("{a: {}}"), "services need namespace"));
    assert_string_equal(read_services("{}"), "");
    reader.has_fullname = false;
    assert_non_null(strstr(read_services("{a: {}}"), "services need fullname"));
}

static void a_target_that_is_no_name_is_told(void **state)
{
    (void)state;
    char yaml[2 * LABEL_MAX], label[LABEL_MAX + 1] = {0};
    memset(label, 'x', LABEL_MAX);
    snprintf(yaml, sizeof yaml, "%s: {}", label);
    assert_non_null(strstr(read_services(yaml), " would be looked up as fn-x"));
    assert_int_equal(config.rule_count, 0);
    snprintf(yaml, sizeof yaml, "%s: {}", label + 3);
    assert_string_equal(read_services(yaml), "");
}

static void names_are_bounded(void **state)
{
    (void)state;
    struct value *names = value_list(&config.arena), *map = value_map(&config.arena),
                 *service = value_map(&config.arena);
    (void)value_sets(&config.arena, service, "additionalDnsRecords", names);
    (void)value_sets(&config.arena, map, "a", service);
    for (unsigned i = 2; i < CONFIG_RULES_MAX; i++) {
        const char *name = arena_printf(&config.arena, "x%u", i);
        (void)value_push(&config.arena, names, value_text(&config.arena, name, strlen(name)));
    }
    config_services_read(&reader, map);
    assert_string_equal(complaints(), "");
    assert_int_equal(config.rule_count, CONFIG_RULES_MAX);
    (void)value_push(&config.arena, names, value_text(&config.arena, "y", 1));
    config_services_read(&reader, map);
    assert_string_equal(complaints(), "key: more than 65536 names\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_service_has_three_kinds_of_names, setup, teardown),
        cmocka_unit_test_setup_teardown(a_service_may_say_a_name_twice_and_another_one_may_not, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_with_services_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(services_need_what_they_are_called_by_in_the_cluster, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_target_that_is_no_name_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(names_are_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
