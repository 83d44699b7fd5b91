#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/check.h"
#include "tests/unit/dnsd/printed.h"

static struct config config;

static void set_address(struct placed_address *a, const char *text)
{
    assert_null(address_from_text(text, strlen(text), 53, &a->address));
}

static const char *check(struct printed *p)
{
    printed_open(p);
    check_print(&config, p->to);
    return printed_text(p);
}

static int fresh(void **state)
{
    (void)state;
    config_defaults(&config);
    set_address(&config.listen[config.listen_count++], "127.0.0.1:53");
    set_address(&config.upstream.servers[config.upstream.server_count++], "10.96.0.10");
    return 0;
}

static int done(void **state)
{
    (void)state;
    config_free(&config);
    return 0;
}

static void the_defaults_are_told(void **state)
{
    (void)state;
    struct printed p;
    assert_string_equal(check(&p),
                        "listen 127.0.0.1:53\n"
                        "upstream 10.96.0.10:53\n"
                        "source ports 16000-29999, at most 1000 queries at a time\n"
                        "servers sequential, down after 2 silences in a row, looked at again after 500 ms\n"
                        "TCP connections kept for 10000 ms\n"
                        "policy off, deny with nxdomain, reason \"not in allowDomains\"\n"
                        "reverse on\n"
                        "log queries on, errors off, format coredns\n");
    printed_close(&p);
}

static void names_and_entries_are_told_with_their_places(void **state)
{
    (void)state;
    struct printed p;
    static struct rule rules[] = {{.name = (const uint8_t *)"\5nginx",
                                   .target = (const uint8_t *)"\1t\4test",
                                   .where = {.file = "f.yaml", .line = 4}},
                                  {.name = (const uint8_t *)"\7example\3com",
                                   .target = (const uint8_t *)"\1t\4test",
                                   .wildcard = true,
                                   .where = {.file = "f.yaml", .line = 5}}};
    static struct placed_text allow[] = {{.text = "pypi.org", .where = {.file = "f.yaml", .line = 9}}};
    config.rules = rules;
    config.rule_count = 2;
    config.policy.allow = allow;
    config.policy.allow_count = 1;
    config.policy.mode = POLICY_ENFORCE;
    config.policy.deny = DENY_REFUSED;
    const char *text = check(&p);
    assert_non_null(strstr(text, "name nginx. -> t.test. (f.yaml:4)\n"));
    assert_non_null(strstr(text, "name *.example.com. -> t.test. (f.yaml:5)\n"));
    assert_non_null(strstr(text, "allow pypi.org (f.yaml:9)\n"));
    assert_non_null(strstr(text, "policy enforce, deny with refused"));
    printed_close(&p);
}

static void what_only_some_set_is_told_when_it_is_set(void **state)
{
    (void)state;
    struct printed p;
    set_address(&config.metrics, "127.0.0.1:9153");
    set_address(&config.ready, "[::]:8181");
    config.upstream.order = SERVERS_ROUND_ROBIN;
    config.upstream.force_tcp = true;
    config.reload_ms = 30000;
    config.loop.line = 3;
    config.log.format = LOG_JSON;
    const char *text = check(&p);
    assert_non_null(strstr(text, "metrics 127.0.0.1:9153\nready [::]:8181\n"));
    assert_null(strstr(text, "health"));
    assert_non_null(strstr(text, "servers round_robin, "));
    assert_non_null(strstr(text, ", over TCP alone\n"));
    assert_non_null(strstr(text, "reload every 30000 ms\nloop looked for at the start\n"));
    assert_non_null(strstr(text, "format json\n"));
    printed_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_defaults_are_told, fresh, done),
        cmocka_unit_test_setup_teardown(names_and_entries_are_told_with_their_places, fresh, done),
        cmocka_unit_test_setup_teardown(what_only_some_set_is_told_when_it_is_set, fresh, done),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
