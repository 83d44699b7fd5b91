/* Every key of a service: converted, left out with a warning, or refused. */
#include "render/compose_service.h"

#include "tests/unit/render/compose_part.h"

#define BEHIND     "  db: {image: x}\n"
#define ONLY_IMAGE "{\"additionalDnsRecords\":[\"web\"],\"dnsRecord\":true,\"image\":\"x\"}"

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, BEHIND, service_convert);
}

static void all_parts_of_a_service_come_together(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x", ONLY_IMAGE, NULL},
        {"image: x\n    command: [run]\n    environment: {A: b}\n    mem_limit: 1g\n    tmpfs: /run",
         "{\"additionalDnsRecords\":[\"web\"],\"args\":[\"run\"],\"dnsRecord\":true,\"env\":{\"A\":\"b\"},"
         "\"image\":\"x\","
         "\"resources\":{\"limits\":{\"memory\":\"1Gi\"},\"requests\":{\"memory\":\"1Gi\"}},"
         "\"volumeMounts\":[{\"mountPath\":\"/run\",\"name\":\"scratch-1\"}],"
         "\"volumes\":[{\"emptyDir\":{\"medium\":\"Memory\"},\"name\":\"scratch-1\"}]}",
         NULL},
    };
    check(cases, COUNT(cases));
}

static void what_means_nothing_in_a_cluster_is_left_out_with_a_reason(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x\n    build: .", ONLY_IMAGE, "services.web.build is left out: a cluster builds nothing"},
        {"image: x\n    restart: always", ONLY_IMAGE,
         "c.yaml:4:5: warning: services.web.restart is left out"},
        {"image: x\n    ports: ['80:80']", ONLY_IMAGE, "services.web.ports is left out"},
        {"image: x\n    depends_on: [db]", ONLY_IMAGE,
         "services.web.depends_on is left out: all services start at once"},
        {"image: x\n    ulimits: {nofile: 5}", ONLY_IMAGE, "the cluster's nodes decide that"},
    };
    check(cases, COUNT(cases));
}

static void what_would_make_another_program_of_it_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x\n    devices: [/dev/kvm]", NULL,
         "services.web.devices: a Pod shares nothing with its host"},
        {"image: x\n    pid: host", NULL, "services.web.pid: a Pod has its own processes"},
        {"image: x\n    ipc: host", NULL, "services.web.ipc: a Pod's memory is its own"},
        {"image: x\n    secrets: [a]", NULL, "services.web.secrets: put the text into environment"},
        {"image: x\n    extends: {service: db}", NULL, "docker compose config"},
        {"image: x\n    depends_on: [bd]", NULL, "there is no service bd"},
        {"image: x\n    depends_on: {dbb: {condition: service_started}}", NULL, "meant is perhaps db"},
        {"command: x", NULL, "services.web: image is missing"},
        {"image: ''", NULL, "services.web: image is missing"},
    };
    check(cases, COUNT(cases));
}

static void a_key_that_says_nothing_is_passed_over(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x\n    devices: []\n    pid: null\n    privileged: false\n    restart: ''\n    build: {}",
         ONLY_IMAGE, NULL},
        {"image: x\n    ipc: private", ONLY_IMAGE, NULL},
        {"image: x\n    x-anything: {a: b}", ONLY_IMAGE, NULL},
    };
    check(cases, COUNT(cases));
}

static void a_key_that_is_none_is_refused_with_the_nearest(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x\n    comand: run", NULL, "command"},
        {"image: x\n    zzzzzz: 1", NULL, "services.web"},
    };
    check(cases, COUNT(cases));
}

static void one_that_is_waited_for_to_end_is_warned_of(void **state)
{
    (void)state;
    begin("services:\n  web: {image: x, depends_on: {db: {condition: "
          "service_completed_successfully}}}\n" BEHIND);
    service_convert(compose.services);
    assert_non_null(strstr(said(), "services.web.depends_on.db: nothing waits for it to end"));
}

static void what_comes_out_knows_where_it_was_written(void **state)
{
    (void)state;
    begin("services:\n  db: {image: x}\n  web: {image: x}\n");
    service_convert(&compose.services[1]);
    assert_int_equal(compose.services[1].out->line, 3);
    assert_string_equal(compose.services[1].out->file, "c.yaml");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(all_parts_of_a_service_come_together),
        with_compose(what_means_nothing_in_a_cluster_is_left_out_with_a_reason),
        with_compose(what_would_make_another_program_of_it_is_refused),
        with_compose(a_key_that_says_nothing_is_passed_over),
        with_compose(a_key_that_is_none_is_refused_with_the_nearest),
        with_compose(one_that_is_waited_for_to_end_is_warned_of),
        with_compose(what_comes_out_knows_where_it_was_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
