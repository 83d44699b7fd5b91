#include "tests/unit/cmocka_all.h"

#include "render/explain.h"
#include "tests/unit/render/release_of.h"

static const char values[] = "services:\n"
                             "  web: {image: x, additionalDnsRecords: ['*.b.org', '*.a.b.org', c.b.org]}\n"
                             "  mute: {image: x}\n"
                             "  lone: {image: x, networkIsolated: true}\n"
                             "allowDomains: [pypi.org, '*.x.org', 'a*.y.org']\n"
                             "allowDomainsPorts: [{port: 22, domain: pypi.org}, {port: 25}]\n"
                             "allowCIDR: [10.0.0.0/9, '2001:db8::/33']\n";

static const char *explain(const char *name)
{
    struct helm *h;
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    h = prepared(values);
    return explain_write(h, name, &to) == 0 ? to.at : h->fault.helm;
}

static void says(const char *name, const char *words)
{
    const char *told = explain(name);
    if (!strstr(told, words))
        fail_msg("%s: no \"%s\" in\n%s", name, words, told);
}

static void a_name_leads_to_the_nearest_record(void **state)
{
    (void)state;
    says("x.B.org.", "the record *.b.org leads to the service web  [v.yaml:2:42]");
    says("x.a.b.org", "the record *.a.b.org leads to the service web  [v.yaml:2:53]");
    says("c.b.org", "the record c.b.org leads to the service web  [v.yaml:2:66]");
    says("web", "a name of the service web  [v.yaml:2:3]");
    says("agent-env-my-rel-web", "looked up as agent-env-my-rel-web.default.svc.cluster.local");
    says("b.org", "denied");
}

static void who_reaches_a_service_is_told(void **state)
{
    (void)state;
    says("web", "reached by  default, mute: all ports\n");
    says("web", "lone: no, lone is isolated  [v.yaml:4:37]");
}

static void an_outside_name_is_told_layer_by_layer(void **state)
{
    (void)state;
    says("pypi.org", "DNS         allowed by pypi.org in allowDomains  [v.yaml:5:16]");
    says("pypi.org", "443/TCP     open: the TLS server name pypi.org fits pypi.org");
    says("pypi.org", "open: 22/ANY for pypi.org  [v.yaml:6:28]");
    says(
        "ab.y.org",
        "443/TCP     open: the TLS server name ab.y.org fits a*.y.org, but not for older versions of Cilium");
    says("a.y.org", "80/TCP      closed");
    says("ab.y.org", "80/TCP      open");
    says("ab.y.org", "other ports open: 25/ANY for all of allowDomains");
    says("pypi.org", "isolated    lone resolves and reaches nothing");
}

static void a_denied_name_gets_a_cure(void **state)
{
    (void)state;
    says("x.org", "*.x.org does not let x.org itself out; add x.org to allowDomains");
    says("mute", "give it dnsRecord: true");
    says("pipy.org", "did you mean pypi.org?");
    says("wbe", "did you mean web?");
}

static void an_address_is_held_against_the_blocks(void **state)
{
    (void)state;
    says("10.127.255.255", "open: all ports of 10.0.0.0/9  [v.yaml:7:13]");
    says("10.128.0.0", "closed");
    says("2001:db8:7fff::1", "open");
    says("2001:db8:8000::1", "add 2001:db8:8000::1/128 to allowCIDR");
}

static void values_of_other_kinds_are_no_obstacle(void **state)
{
    (void)state;
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    assert_int_equal(
        explain_write(prepared("{dnsd: 5, services: {a: {ports: 5}, b: []}, allowDomainsPorts: [5, {}]}"),
                      "x.org", &to),
        0);
    assert_int_equal(explain_write(prepared("{dnsd: {policy: 5}, allowDomains: 5}"), "x.org", &to), 0);
    if (!strstr(to.at, "denied"))
        fail_msg("%s", to.at);
}

static void what_is_no_name_is_refused(void **state)
{
    (void)state;
    says("https://x.org", "is no domain name");
    says("*.x.org", "is no domain name");
    says("a..b", "is no domain name");
    says("", "is no domain name");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_name_leads_to_the_nearest_record, setup, teardown),
        cmocka_unit_test_setup_teardown(who_reaches_a_service_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(an_outside_name_is_told_layer_by_layer, setup, teardown),
        cmocka_unit_test_setup_teardown(a_denied_name_gets_a_cure, setup, teardown),
        cmocka_unit_test_setup_teardown(an_address_is_held_against_the_blocks, setup, teardown),
        cmocka_unit_test_setup_teardown(values_of_other_kinds_are_no_obstacle, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_name_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
