#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/config.h"

static struct config config;
static struct diag err;

static int fresh(void **state)
{
    (void)state;
    err = (struct diag){0};
    config_defaults(&config);
    config.file = "f.yaml";
    return 0;
}

static int done(void **state)
{
    (void)state;
    config_free(&config);
    return 0;
}

static void listen_on(const char *text)
{
    struct placed_address *a = &config.listen[config.listen_count++];
    assert_null(address_from_text(text, strlen(text), 53, &a->address));
    a->where = (struct place){.file = "f.yaml", .line = config.listen_count, .column = 9};
}

static void ask(const char *text)
{
    struct placed_address *a = &config.upstream.servers[config.upstream.server_count++];
    assert_null(address_from_text(text, strlen(text), 53, &a->address));
}

static void a_reason_becomes_a_name_for_the_soa(void **state)
{
    (void)state;
    static const struct {
        const char *reason, *name;
    } cases[] = {{"not in allowDomains", "not-in-allowDomains.dnsd."},
                 {"", "dnsd."},
                 {"  ask: ops@x.org!  ", "ask-ops-x-org.dnsd."},
                 {"\xc3\xa9\xc3\xa9", "dnsd."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DNAME_TEXT_MAX];
        config_set_reason(&config, cases[i].reason);
        assert_string_equal(config.policy.reason, cases[i].reason);
        dname_to_text(text, config.policy.reason_name);
        assert_string_equal(text, cases[i].name);
    }
}

static void a_long_reason_fills_one_label(void **state)
{
    (void)state;
    char reason[CONFIG_REASON_MAX + 1];
    memset(reason, 'x', sizeof reason - 1);
    reason[sizeof reason - 1] = '\0';
    config_set_reason(&config, reason);
    assert_int_equal(config.policy.reason_name[0], LABEL_MAX);
    assert_int_equal(dname_len(config.policy.reason_name), sizeof config.policy.reason_name);
}

static void nobody_to_listen_for_is_a_fault(void **state)
{
    (void)state;
    assert_int_equal(config_settle(&config, &err), -1);
    assert_non_null(strstr(err.text, "f.yaml: nothing to listen on; name an address such as 127.0.0.1:53\n"));
}

static void every_fault_of_the_listeners_is_told_at_its_place(void **state)
{
    (void)state;
    listen_on("127.0.0.1:53");
    listen_on("0.0.0.0:53");
    listen_on("127.0.0.1:53");
    assert_int_equal(config_settle(&config, &err), -1);
    assert_int_equal(err.count, 2);
    assert_non_null(strstr(err.text, "f.yaml:2:9: 0.0.0.0:53 is no loopback address"));
    assert_non_null(strstr(err.text, "f.yaml:3:9: 127.0.0.1:53 is there twice"));
}

static void others_may_ask_where_that_is_allowed(void **state)
{
    (void)state;
    listen_on("0.0.0.0:53");
    config.allow_non_loopback = true;
    assert_int_equal(config_settle(&config, &err), 0);
}

static void a_range_of_source_ports_has_a_least_size(void **state)
{
    (void)state;
    listen_on("[::1]:53");
    config.upstream.port_first = 20000;
    config.upstream.port_last = 20000 + CONFIG_PORTS_MIN - 1;
    assert_int_equal(config_settle(&config, &err), 0);
    config.upstream.port_last--;
    assert_int_equal(config_settle(&config, &err), -1);
    config.upstream.port_last = 1;
    assert_int_equal(config_settle(&config, &err), -1);
}

static void a_server_that_is_a_listener_is_found(void **state)
{
    (void)state;
    listen_on("127.0.0.1:53");
    ask("10.96.0.10");
    ask("127.0.0.1:5353");
    assert_null(config_upstream_is_self(&config));
    ask("127.0.0.1:53");
    assert_ptr_equal(config_upstream_is_self(&config), &config.upstream.servers[2]);
}

static void a_listener_on_all_addresses_is_each_of_the_hosts(void **state)
{
    (void)state;
    listen_on("0.0.0.0:53");
    ask("127.0.0.9:5353");
    ask("192.0.2.1:53"); /* documentation's: no host has it */
    assert_null(config_upstream_is_self(&config));
    ask("127.0.0.9:53");
    assert_ptr_equal(config_upstream_is_self(&config), &config.upstream.servers[2]);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_reason_becomes_a_name_for_the_soa, fresh, done),
        cmocka_unit_test_setup_teardown(a_long_reason_fills_one_label, fresh, done),
        cmocka_unit_test_setup_teardown(nobody_to_listen_for_is_a_fault, fresh, done),
        cmocka_unit_test_setup_teardown(every_fault_of_the_listeners_is_told_at_its_place, fresh, done),
        cmocka_unit_test_setup_teardown(others_may_ask_where_that_is_allowed, fresh, done),
        cmocka_unit_test_setup_teardown(a_range_of_source_ports_has_a_least_size, fresh, done),
        cmocka_unit_test_setup_teardown(a_server_that_is_a_listener_is_found, fresh, done),
        cmocka_unit_test_setup_teardown(a_listener_on_all_addresses_is_each_of_the_hosts, fresh, done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
