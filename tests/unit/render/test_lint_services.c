#include "tests/unit/cmocka_all.h"

#include "render/lint_services.h"
#include "tests/unit/render/linted.h"

static const char *lint(const char *values)
{
    return linted(values, lint_services);
}

static void networks_have_to_be_there(void **state)
{
    (void)state;
    assert_string_equal(
        lint("{services: {a: {networks: [q]}}, networks: {x: }}"),
        "v.yaml:1:28: error: services.a.networks: q is not one of networks; add it there\nv.yaml:1:45: "
        "warning: networks.x: no service is on it; leave it out, or name it in the networks of a service\n");
    assert_string_equal(lint("services: {a: {networks: [q]}}"),
                        "v.yaml:1:27: warning: services.a.networks: q parts nobody as long as networks is "
                        "empty at the top; add networks: {q: {}}\n");
}

static void volumes_have_to_be_there(void **state)
{
    (void)state;
    assert_string_equal(lint("{services: {a: {volumes: ['d:/x']}}, volumes: {d: }}"), "");
    assert_string_equal(lint("services: {a: {volumes: ['d:/x']}}"),
                        "v.yaml:1:26: error: services.a.volumes: d is not one of volumes, so that its claim "
                        "is never made and the Pod never starts; add volumes: {d: {}}\n");
    assert_string_equal(lint("services: {a: {volumeMounts: [{name: d, mountPath: /x}]}}"),
                        "v.yaml:1:38: error: services.a.volumeMounts: there is no volume d; add it to "
                        "volumes of the service\n");
    assert_string_equal(
        lint("services: {a: {volumes: [{name: d}]}}"),
        "v.yaml:1:26: warning: services.a.volumes: d is mounted nowhere; add it to volumeMounts\n");
    assert_string_equal(
        lint("services: {a: {volumes: [{name: d}], volumeMounts: [{name: d, mountPath: /x}, {name: d, "
             "mountPath: /x}]}}"),
        "v.yaml:1:100: error: services.a.volumes: /x is there already, on line 1; choose another path\n");
}

static void what_stands_once_stands_once(void **state)
{
    (void)state;
    assert_string_equal(lint("services: {a: {ports: [{port: 80}, {port: 80, protocol: UDP}]}}"), "");
    assert_string_equal(
        lint("services: {a: {ports: [{port: 80}, {port: 80}]}}"),
        "v.yaml:1:36: error: services.a.ports: 80/TCP is there already, on line 1; choose another port\n");
    assert_string_equal(
        lint("services: {a: {initContainers: [{name: dnsd}]}}"),
        "v.yaml:1:33: error: services.a.initContainers: dnsd is the chart's own; choose another name\n");
    assert_string_equal(lint("labels: {aisi.gov.uk/network-x: '1'}"),
                        "v.yaml:1:10: error: labels: aisi.gov.uk/network-x is the chart's own, policies go "
                        "by it; choose another key\n");
    assert_string_equal(
        lint("serviceAccountCreate: true"),
        "v.yaml:1:23: error: serviceAccountCreate: the account needs a name; set serviceAccountName\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(networks_have_to_be_there, setup, teardown),
        cmocka_unit_test_setup_teardown(volumes_have_to_be_there, setup, teardown),
        cmocka_unit_test_setup_teardown(what_stands_once_stands_once, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
