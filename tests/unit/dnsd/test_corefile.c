#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/corefile.h"

static struct diag err;

static int read_text(const char *text, struct config *c)
{
    char path[] = "/tmp/test-corefile-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), strlen(text));
    close(fd);
    err = (struct diag){0};
    int status = corefile_read(path, c, &err);
    unlink(path);
    return status;
}

static void good(const char *text, struct config *c)
{
    if (read_text(text, c) != 0)
        fail_msg("%s\n%s", text, err.text);
}

/* Each of the words is in a complaint, and nothing is held. */
static void bad(const char *text, unsigned line, const char *words)
{
    struct config c;
    assert_int_equal(read_text(text, &c), -1);
    assert_int_equal(err.first.line, line);
    if (!strstr(err.text, words))
        fail_msg("no \"%s\" in:\n%s", words, err.text);
    assert_null(c.file);
}

static void inside(const char *directive, const char *words)
{
    char text[512];
    snprintf(text, sizeof text, ".:53 {\nbind 127.0.0.1\n%s\nforward . 10.0.0.1\n}\n", directive);
    bad(text, 3, words);
}

static void option(const char *line, const char *words)
{
    char text[512];
    snprintf(text, sizeof text, ". {\nforward . 10.0.0.1 {\n%s\n}\n}\n", line);
    bad(text, 3, words);
}

static void is_name(const uint8_t *name, const char *expected)
{
    char text[DNAME_TEXT_MAX];
    dname_to_text(text, name);
    assert_string_equal(text, expected);
}

static void the_newer_chart(void **state)
{
    (void)state;
    struct config c;
    good(".:53 {\n  log\n  errors\n  # web\n"
         "  rewrite name exact web fn-web.ns.svc.cluster.local\n"
         "  rewrite name exact fn-web fn-web.ns.svc.cluster.local\n"
         "  rewrite name exact Example.COM fn-web.ns.svc.cluster.local\n"
         "  forward . /etc/resolv.conf {\n    max_concurrent 77\n  }\n  bind 127.0.0.1\n}\n",
         &c);
    assert_true(c.log.queries && c.log.errors);
    assert_int_equal(c.rule_count, 3);
    is_name(c.rules[2].name, "example.com.");
    is_name(c.rules[2].target, "fn-web.ns.svc.cluster.local.");
    assert_string_equal(c.rules[2].service, "web");
    assert_int_equal(c.rules[2].where.line, 7);
    assert_string_equal(c.upstream.resolv_conf.text, "/etc/resolv.conf");
    assert_int_equal(c.upstream.max_concurrent, 77);
    assert_int_equal(c.upstream.max_concurrent_where.line, 9);
    assert_int_equal(c.listen_count, 1);
    assert_int_equal(address_port(&c.listen[0].address), 53);
    assert_int_equal(c.policy.mode, POLICY_OFF);
    assert_int_equal(c.ready.where.line, 0);
    config_free(&c);
}

static void what_is_not_said_is_off(void **state)
{
    (void)state;
    struct config c;
    good(".:54 {\nforward . 10.0.0.1\n}", &c);
    assert_false(c.log.queries || c.log.errors);
    assert_int_equal(c.reload_ms, 0);
    assert_int_equal(c.health.where.line, 0);
    assert_int_equal(c.upstream.order, SERVERS_RANDOM);
    assert_true(address_is_any(&c.listen[0].address)); /* config_settle refuses it */
    assert_int_equal(config_settle(&c, &err), -1);
    assert_int_equal(address_port(&c.listen[0].address), 54);
    config_free(&c);
}

static void the_first_rewrite_of_a_name_wins(void **state)
{
    (void)state;
    struct config c;
    good(".:53 {\nrewrite name a one.x\nrewrite stop name exact A. two.x answer auto\n"
         "rewrite name exact *.b one.x\nforward . 10.0.0.1\n}",
         &c);
    assert_int_equal(c.rule_count, 2);
    is_name(c.rules[0].target, "one.x.");
    is_name(c.rules[1].name, "*.b.");
    assert_false(c.rules[1].wildcard);
    assert_ptr_equal(c.rules[0].target, c.rules[1].target);
    assert_string_equal(c.rules[1].service, "a");
    config_free(&c);
}

static void thousands_of_rewrites(void **state)
{
    (void)state;
    enum { COUNT = 5000 };
    char *text = malloc(COUNT * 64 + 64);
    size_t len = (size_t)sprintf(text, ".:53 {\n");
    for (int i = 0; i < COUNT; i++)
        len += (size_t)sprintf(text + len, "rewrite name exact n%d t%d.x\n", i, i / 2);
    sprintf(text + len, "forward . 10.0.0.1\n}\n");
    struct config c;
    good(text, &c);
    assert_int_equal(c.rule_count, COUNT);
    is_name(c.rules[COUNT - 1].name, "n4999.");
    assert_string_equal(c.rules[COUNT - 1].service, "n4998");
    assert_ptr_equal(c.rules[COUNT - 1].target, c.rules[COUNT - 2].target);
    config_free(&c);
    free(text);
}

static void every_option_of_forward(void **state)
{
    (void)state;
    struct config c;
    good("dns://.:53 {\nforward . 10.0.0.1 dns://10.0.0.2:54 [fd00::1]:55 {\nmax_concurrent 8\nprefer_udp\n"
         "force_tcp\npolicy round_robin\nmax_fails 0\nexpire 1m30s\nhealth_check 0.2s\n}\n"
         "ready 127.0.0.1:1\nhealth :2\nreload 2s 1s\nloop\nbind ::1 127.0.0.1\nbind 127.0.0.2\n}",
         &c);
    assert_int_equal(c.upstream.server_count, 3);
    assert_int_equal(address_port(&c.upstream.servers[1].address), 54);
    assert_int_equal(c.upstream.max_concurrent, 8);
    assert_true(c.upstream.prefer_udp && c.upstream.force_tcp);
    assert_int_equal(c.upstream.order, SERVERS_ROUND_ROBIN);
    assert_int_equal(c.upstream.max_fails, 0);
    assert_int_equal(c.upstream.expire_ms, 90000);
    assert_int_equal(c.upstream.health_check_ms, 200);
    assert_int_equal(c.reload_ms, 2000);
    assert_int_equal(c.listen_count, 3);
    assert_int_equal(address_port(&c.ready.address), 1);
    assert_true(address_is_any(&c.health.address));
    assert_int_equal(address_port(&c.health.address), 2);
    config_free(&c);
}

static void what_cannot_be_honoured_is_refused(void **state)
{
    (void)state;
    inside("cache 30", "cache: not supported; supported here: bind,");
    inside("cache {\n success 1 {\n}\n}", "cache");
    inside("errors {\nstacktrace\n}", "errors: a block");
    inside("health {\nlameduck 5s\n}", "health: a block");
    inside("log a.test", "log: \"a.test\"");
    inside("rewrite name regex a b", "rewrite: supported is");
    inside("rewrite continue name a b", "rewrite: supported is");
    inside("rewrite name exact a b answer name c d", "rewrite: supported is");
    inside("rewrite name exact a..b c", "rewrite: \"a..b\"");
    bad(". {\nforward . 10.0.0.1\nforward . 10.0.0.2\n}", 3, "given twice");
    inside("ready a b", "ready: too many");
    inside("health nowhere:port", "health: \"nowhere:port\"");
    inside("reload 1s", "reload: 1s is too short");
    inside("bind eth0", "bind: \"eth0\"");
    option("max_concurrent 7", "from 8 to 10000");
    option("max_concurrent 10001", "from 8 to 10000");
    option("policy first", "policy: \"first\"");
    option("expire soon", "expire: \"soon\"");
    option("tls_servername x", "tls_servername: not supported");
    option("max_fails -1", "max_fails");
    bad(". {\nforward . tls://10.0.0.1\n}", 2, "plain DNS");
    bad(". {\nforward a.test 10.0.0.1\n}", 2, "\"a.test\"");
    bad(". {\nforward . /etc/resolv.conf 10.0.0.1\n}", 2, "not both");
}

static void shapes(void **state)
{
    (void)state;
    bad("", 1, "a server block is wanted");
    bad("a.test {\nforward . 10.0.0.1\n}", 1, "one server block");
    bad(". \nforward . 10.0.0.1\n", 1, "one server block");
    bad(". {\nlog\n}", 1, "no forward");
    bad(". {\nforward . 10.0.0.1\n", 3, "block of line 1 is not closed");
    bad(". {\nforward . 10.0.0.1 {\n}", 3, "not closed");
    bad(". {\nforward . 10.0.0.1\n}\n}", 4, "ended above");
    bad(". {\nforward . 10.0.0.1\n}\n. {\n}", 4, "one server block");
    bad(".:0 {\n}", 1, "one server block");
    bad(".:65536 {\n}", 1, "one server block");
    bad(".:53x {\n}", 1, "one server block");
}

static void every_problem_is_told(void **state)
{
    (void)state;
    bad(". {\ncache\nbind 127.0.0.1\nhosts {\nx\n}\nforward . 10.0.0.1\nlog nonsense\n}", 2, "cache");
    assert_int_equal(err.count, 3);
    assert_non_null(strstr(err.text, ":4:1: hosts"));
    assert_non_null(strstr(err.text, ":8:5: log"));
}

static void listeners_and_upstreams_are_bounded(void **state)
{
    (void)state;
    char text[1024] = ". {\nbind";
    struct config c;
    for (int i = 0; i < CONFIG_LISTEN_MAX; i++)
        strcat(text, " 127.0.0.1");
    char over[1100];
    snprintf(over, sizeof over, "%s 127.0.0.1\nforward . 10.0.0.1\n}", text);
    bad(over, 2, "more than 8");
    strcat(text, "\nforward .");
    for (int i = 0; i < CONFIG_SERVERS_MAX; i++)
        strcat(text, " 10.0.0.1");
    snprintf(over, sizeof over, "%s 10.0.0.1\n}", text);
    bad(over, 3, "more than 15");
    strcat(text, "\n}");
    good(text, &c);
    assert_int_equal(c.listen_count, CONFIG_LISTEN_MAX);
    assert_int_equal(c.upstream.server_count, CONFIG_SERVERS_MAX);
    config_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_newer_chart),
        cmocka_unit_test(what_is_not_said_is_off),
        cmocka_unit_test(the_first_rewrite_of_a_name_wins),
        cmocka_unit_test(thousands_of_rewrites),
        cmocka_unit_test(every_option_of_forward),
        cmocka_unit_test(what_cannot_be_honoured_is_refused),
        cmocka_unit_test(shapes),
        cmocka_unit_test(every_problem_is_told),
        cmocka_unit_test(listeners_and_upstreams_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
