/* What Compose has no key for. */
#include "render/compose_extension.h"
#include "tests/unit/render/compose_part.h"

static void convert(struct service *s)
{
    s->extension = extension_read(&compose, s->in, "services.web");
    extension_convert_service(s);
    if (s->records->list.count)
        put(&compose, s->out, "additionalDnsRecords", s->records);
}

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, "  db: {image: y}\n", convert);
}

static void keys_of_a_service_are_the_charts_and_what_is_below_stays(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"x-k8s: {node_selector: {a_b: c}, ports: [{port: 80}]}",
         "{\"nodeSelector\":{\"a_b\":\"c\"},\"ports\":[{\"port\":80}]}", NULL},
        {"x-inspect_k8s_sandbox: {image_pull_policy: Never}", "{\"imagePullPolicy\":\"Never\"}", NULL},
        {"x-k8s: {init_containers: [], tolerations: [{}], liveness_probe: {}, readiness_probe: {exec: null}}",
         "{\"initContainers\":[],\"livenessProbe\":{},\"readinessProbe\":{\"exec\":null},\"tolerations\":[{}]"
         "}",
         NULL},
        {"x-k8s: {runtime_class_name: null, security_context: {a: 1.5}}", "{\"securityContext\":{\"a\":1.5}}",
         NULL},
        {"x-k8s: {resources: {limits: {cpu: 1}}}", "{}", NULL}, /* resources.c's */
        {"x-k8s: null", "{}", NULL},
        {"x-k8s: {}", "{}", NULL},
        {"x-other: {a: b}", "{}", NULL},
    };
    check(cases, COUNT(cases));
}

static void a_text_is_a_boolean_where_one_is_meant(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"x-k8s: {workload_port53: 'true'}", "{\"workloadPort53\":true}", NULL},
        {"x-k8s: {workload_port53: 'false'}", "{\"workloadPort53\":false}", NULL},
        {"x-k8s: {workload_port53: 'yes'}", "{\"workloadPort53\":\"yes\"}", NULL}, /* the chart's to refuse */
        {"x-k8s: {runtime_class_name: 'true'}", "{\"runtimeClassName\":\"true\"}", NULL},
    };
    check(cases, COUNT(cases));
}

static void both_spellings_are_one_map(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"x-k8s: {ports: []}\n    x-inspect_k8s_sandbox: {tolerations: []}",
         "{\"ports\":[],\"tolerations\":[]}", NULL},
        {"x-k8s: {ports: []}\n    x-inspect_k8s_sandbox: {ports: []}", NULL, "ports"},
        {"x-k8s: {ports: []}\n    x-inspect_k8s_sandbox: null", "{\"ports\":[]}", NULL},
    };
    check(cases, COUNT(cases));
}

static void what_looks_like_ours_and_is_not_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"x-K8s: {}", NULL, "c.yaml:3:5: services.web: x-K8s is written x-k8s"},
        {"x-k8S: null", NULL, "is written x-k8s"},
        {"x-inspect-k8s-sandbox: {}", NULL, "x-inspect-k8s-sandbox is written x-inspect_k8s_sandbox"},
        {"x_k8s: {}", "{}", NULL}, /* no extension: service.c's to refuse */
        {"x-Default: true", NULL, "x-Default is written x-default"},
        {"x-k8s: [a]", NULL, "a map is wanted, not a list"},
        {"x-k8s: text", NULL, "a map is wanted"},
        {"x-k8s: {node_selectors: {}}", NULL,
         "services.web.x-k8s has no key node_selectors; meant is perhaps node_selector"},
        {"x-k8s: {nodeSelector: {}}", NULL, "meant is perhaps node_selector"},
        {"x-k8s: {allow_domains: [a]}", NULL, "services.web.x-k8s has no key allow_domains"},
    };
    check(cases, COUNT(cases));
}

static void further_names_lead_to_one_service_only(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"x-k8s: {additional_dns_records: [a.b, '*.c']}", "{\"additionalDnsRecords\":[\"a.b\",\"*.c\"]}",
         NULL},
        {"x-k8s: {additional_dns_records: a}", "{\"additionalDnsRecords\":[\"a\"]}", NULL},
        {"x-k8s: {additional_dns_records: [db]}", NULL,
         "services.web.x-k8s.additional_dns_records: db leads to services.db already"},
        {"x-k8s: {additional_dns_records: [a b]}", NULL, "is no domain name"},
        {"x-k8s: {additional_dns_records: [[a]]}", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

/* What the file's extension puts into values, or what is said. */
static const char *file_values(const char *text)
{
    begin_empty();
    extension_convert_file(&compose, extension_read(&compose, yaml_of(text), "the file"));
    return *said() ? said() : json_of(compose.values);
}

static void keys_of_the_file_are_the_charts(void **state)
{
    (void)state;
    const char *const cases[][2] = {
        {"x-k8s: {allow_domains: [a_b.c], allow_cidr: [10.0.0.0/8]}",
         "{\"allowCIDR\":[\"10.0.0.0/8\"],\"allowDomains\":[\"a_b.c\"]}"},
        {"x-k8s: {service_account_create: 'true', automount_service_account_token: 'false'}",
         "{\"automountServiceAccountToken\":false,\"serviceAccountCreate\":true}"},
        {"x-k8s: {dnsd: {snake_case: {deep: [1]}}}", "{\"dnsd\":{\"snake_case\":{\"deep\":[1]}}}"},
        {"x-k8s: {coredns_image: i, allow_entities: null}", "{\"corednsImage\":\"i\"}"},
        {"services: {}", "{}"},
        {"x-k8s: {ports: []}", "c.yaml:1:9: x-k8s has no key ports; leave it out\n"},
        {"x-k8s: {allow_domain: []}",
         "c.yaml:1:9: x-k8s has no key allow_domain; meant is perhaps allow_domains\n"},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(file_values(cases[i][0]), cases[i][1]);
}

static void numbers_are_doubles_all_the_way_down_and_keep_their_place(void **state)
{
    (void)state;
    (void)file_values("x-k8s:\n  dnsd:\n    a: [{b: 7}]\n");
    const struct value *list = value_gets(value_gets(compose.values, "dnsd"), "a");
    const struct value *number = value_gets(list->list.items[0], "b");
    assert_int_equal(number->kind, VALUE_FLOAT);
    assert_int_equal(value_place(number).line, 3);
    assert_int_equal(value_place(number).column, 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(keys_of_a_service_are_the_charts_and_what_is_below_stays),
        with_compose(a_text_is_a_boolean_where_one_is_meant),
        with_compose(both_spellings_are_one_map),
        with_compose(what_looks_like_ours_and_is_not_is_refused),
        with_compose(further_names_lead_to_one_service_only),
        with_compose(keys_of_the_file_are_the_charts),
        with_compose(numbers_are_doubles_all_the_way_down_and_keep_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
