/* The YAML configuration: what it means, and each way it can be wrong, told with its place. */
#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/config.h"

static char path[64];
static struct config config;
static struct diag err;

static int read_text(const char *text)
{
    snprintf(path, sizeof path, "/tmp/test_config.XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    memset(&err, 0, sizeof err);
    int status = config_read_yaml(path, &config, &err);
    unlink(path);
    return status;
}

static void an_empty_map_leaves_what_is_set_without_it(void **state)
{
    (void)state;
    assert_int_equal(read_text("fullname: fn\nupstream: {}\npolicy: {}\nlog: {}\n"), 0);
    assert_true(config.log.queries);
    config_free(&config);
}

static void every_key_reaches_its_setting(void **state)
{
    (void)state;
    assert_int_equal(
        read_text(
            "fullname: fn\nnamespace: ns\nclusterDomain: k8s.test\nservices: {a: {}}\n"
            "listen: ['127.0.0.1:5300', '[::1]:53']\nupstream: {servers: [10.0.0.1, '[fd00::a]:5353'],\n"
            "  sourcePorts: 20000-20100, maxConcurrent: 64}\npolicy: {mode: log, deny: refused,\n"
            "  allow: ['*.debian.org', pypi.org], reason: ''}\nreverse: false\n"
            "log: {queries: false, format: json}\nmetrics: 127.0.0.1:9153\n"),
        0);
    assert_int_equal(config.rule_count, 2);
    assert_true(dname_equal(config.rules[0].target, (const uint8_t *)"\4fn-a\2ns\3svc\3k8s\4test"));
    assert_int_equal(config.listen_count, 2);
    assert_int_equal(address_port(&config.listen[0].address), 5300);
    assert_int_equal(config.upstream.server_count, 2);
    assert_int_equal(address_port(&config.upstream.servers[1].address), 5353);
    assert_int_equal(config.upstream.port_first, 20000);
    assert_int_equal(config.upstream.port_last, 20100);
    assert_int_equal(config.upstream.max_concurrent, 64);
    assert_int_equal(config.policy.mode, POLICY_LOG);
    assert_int_equal(config.policy.deny, DENY_REFUSED);
    assert_int_equal(config.policy.allow_count, 2);
    assert_string_equal(config.policy.reason, "");
    assert_false(config.reverse);
    assert_false(config.log.queries);
    assert_int_equal(config.log.format, LOG_JSON);
    assert_int_equal(address_port(&config.metrics.address), 9153);
    config_free(&config);
}

static void each_fault_is_told_at_its_place(void **state)
{
    static const struct {
        const char *text, *said;
    } rows[] = {
        {"", ": is empty; fullname, namespace and services are wanted in it\n"},
        {"- a\n", ":1:1: "},
        {"fullname: a\nfullname: b\n", ":2:1: "},
        {"servcies: {}\n", ":1:1: unknown key \"servcies\"; known here: fullname, namespace"},
        {"fullname: [a]\n", ":1:11: fullname: a text is wanted here, not a list"},
        {"fullname: f\nnamespace: ns\nservices: {a: {ports: []}}\n", ":3:16: unknown key \"ports\""},
        {"upstream: {sourcePorts: 16000-16062}\n", ":1:25: sourcePorts: \"16000-16062\" is no range"},
        {"upstream: {maxConcurrent: 7}\n", ":1:27: maxConcurrent: a whole number from 8 to 10000"},
        {"upstream: {maxConcurrent: 10001}\n", "maxConcurrent: a whole number from 8 to 10000"},
        {"upstream: {servers: [dns.test]}\n", ":1:22: "},
        {"policy: {mode: strict}\n", ":1:16: mode: \"strict\" is none of these: off, log, enforce"},
        {"policy: {allow: ['http://x']}\n", ":1:18: allow: \"http://x\" is no pattern for names"},
        {"log: {queries: maybe}\n", ":1:16: queries: true or false is wanted here"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(read_text(rows[i].text), -1);
        if (!strstr(err.text, rows[i].said))
            fail_msg("%s\n  wanted: %s\n  got:    %s", rows[i].text, rows[i].said, err.text);
    }
}

static void all_faults_of_a_file_are_told_at_once(void **state)
{
    (void)state;
    assert_int_equal(read_text("a: 1\nb: 2\nlisten: 5\nreverse: 6\n"), -1);
    assert_int_equal(err.count, 4);
}

static void limits_hold_at_the_bound(void **state)
{
    (void)state;
    assert_int_equal(read_text("upstream: {maxConcurrent: 8, sourcePorts: 16000-16063}\n"), 0);
    config_free(&config);
    assert_int_equal(read_text("upstream: {maxConcurrent: 10000, sourcePorts: 1024-65535}\n"), 0);
    config_free(&config);
    char reason[CONFIG_REASON_MAX + 64];
    for (int extra = 0; extra < 2; extra++) {
        size_t len = (size_t)snprintf(reason, sizeof reason, "policy: {reason: ");
        memset(reason + len, 'x', CONFIG_REASON_MAX + (size_t)extra);
        memcpy(reason + len + CONFIG_REASON_MAX + extra, "}\n", 3);
        assert_int_equal(read_text(reason), extra ? -1 : 0);
        config_free(&config);
    }
}

static void only_loopback_is_listened_on_unless_allowed(void **state)
{
    (void)state;
    assert_int_equal(read_text("listen: [10.0.0.1]\n"), 0);
    assert_int_equal(config_settle(&config, &err), -1);
    assert_non_null(strstr(err.text, ":1:10: 10.0.0.1:53 is no loopback address"));
    config_free(&config);
    assert_int_equal(read_text("listen: [10.0.0.1]\nallowNonLoopback: true\n"), 0);
    assert_int_equal(config_settle(&config, &err), 0);
    config_free(&config);
}

static void an_upstream_that_is_ourselves_is_found(void **state)
{
    (void)state;
    assert_int_equal(read_text("listen: ['127.0.0.1:53']\nupstream: {servers: [10.0.0.1, 127.0.0.1]}\n"), 0);
    const struct placed_address *self = config_upstream_is_self(&config);
    assert_ptr_equal(self, &config.upstream.servers[1]);
    config_free(&config);
    assert_int_equal(read_text("listen: ['127.0.0.1:53']\nupstream: {servers: ['127.0.0.1:5353']}\n"), 0);
    assert_null(config_upstream_is_self(&config));
    config_free(&config);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_empty_map_leaves_what_is_set_without_it),
        cmocka_unit_test(every_key_reaches_its_setting),
        cmocka_unit_test(each_fault_is_told_at_its_place),
        cmocka_unit_test(all_faults_of_a_file_are_told_at_once),
        cmocka_unit_test(limits_hold_at_the_bound),
        cmocka_unit_test(only_loopback_is_listened_on_unless_allowed),
        cmocka_unit_test(an_upstream_that_is_ourselves_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
