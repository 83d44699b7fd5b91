/* Limits and requests, from the old keys, from deploy, and from x-k8s. */
#include "render/compose_resources.h"

#include "render/compose_extension.h"
#include "tests/unit/render/compose_part.h"

static void convert(struct service *s)
{
    s->extension = extension_read(s->file, s->in, "services.web");
    resources_convert(s);
}

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, "", convert);
}

#define BOTH(amounts)           "{\"resources\":{\"limits\":{" amounts "},\"requests\":{" amounts "}}}"
#define APART(limits, requests) "{\"resources\":{\"limits\":{" limits "},\"requests\":{" requests "}}}"

static void limits_are_requests_too_unless_those_are_given(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"mem_limit: 512m", BOTH("\"memory\":\"512Mi\""), NULL},
        {"mem_limit: 1g\n    cpus: 0.5", BOTH("\"cpu\":\"500m\",\"memory\":\"1Gi\""), NULL},
        {"cpus: '2'", BOTH("\"cpu\":\"2\""), NULL},
        {"mem_limit: 1g\n    mem_reservation: 256m", APART("\"memory\":\"1Gi\"", "\"memory\":\"256Mi\""),
         NULL},
        {"deploy: {resources: {limits: {cpus: '1', memory: 1g}, reservations: {memory: 512m}}}",
         APART("\"cpu\":\"1\",\"memory\":\"1Gi\"", "\"cpu\":\"1\",\"memory\":\"512Mi\""), NULL},
        {"mem_limit: null", "{}", NULL},
        {"image: x", "{}", NULL},
    };
    check(cases, COUNT(cases));
}

static void the_same_said_twice_is_taken_once_and_a_contradiction_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"mem_limit: 1g\n    deploy: {resources: {limits: {memory: 1024m}}}", BOTH("\"memory\":\"1Gi\""),
         NULL},
        {"mem_limit: 1g\n    deploy: {resources: {limits: {memory: 2g}}}", NULL,
         "services.web.deploy.resources.limits.memory contradicts line 3"},
        {"mem_limit: 1g\n    mem_reservation: 2g", NULL, "more memory is reserved than line 3 allows"},
        {"deploy: {resources: {limits: {cpus: '1'}, reservations: {cpus: '2'}}}", NULL,
         "more cpu is reserved"},
    };
    check(cases, COUNT(cases));
}

static void nought_is_no_limit_and_nonsense_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"mem_limit: 0", "{}", "services.web.mem_limit: 0, which is no limit in Compose, is left out"},
        {"mem_limit: much", NULL, "services.web.mem_limit: much is no amount; write it like 512m"},
        {"cpus: few", NULL, "services.web.cpus: few is no amount; write it like 0.5 or 2"},
        {"mem_limit: [1]", NULL, "services.web.mem_limit: a text is wanted"},
        {"deploy: text", NULL, "services.web.deploy: a map is wanted"},
        {"deploy: {resources: {limit: {}}}", NULL, "limits"},
    };
    check(cases, COUNT(cases));
}

static void what_steers_a_swarm_is_left_out_and_more_than_one_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"deploy: {mode: replicated, replicas: 1}", "{}",
         "services.web.deploy.mode is left out: it steers a Docker swarm"},
        {"deploy: {replicas: 2}", NULL, "services.web.deploy.replicas: 2; a service is one Pod"},
        {"deploy: {replicas: 0}", NULL, "services.web.deploy.replicas: 0; a service is one Pod"},
        {"scale: 3", NULL, "services.web.scale: 3; a service is one Pod"},
        {"scale: 1", "{}", NULL},
        {"deploy: {resources: {limits: {pids: 5}}}", "{}", "limits.pids is left out"},
        {"deploy: {resources: {reservations: {devices: [{driver: nvidia}]}}}", NULL, "nvidia.com/gpu"},
    };
    check(cases, COUNT(cases));
}

static void kubernetes_own_words_replace_all_of_that(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"mem_limit: 1g\n    x-k8s: {resources: {limits: {memory: 2Gi}}}", BOTH("\"memory\":\"2Gi\""), NULL},
        {"x-k8s: {resources: {limits: {a: 1, b: 2}, requests: {b: 1}}}",
         APART("\"a\":1,\"b\":2", "\"a\":1,\"b\":1"), NULL},
    };
    check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(limits_are_requests_too_unless_those_are_given),
        with_compose(the_same_said_twice_is_taken_once_and_a_contradiction_refused),
        with_compose(nought_is_no_limit_and_nonsense_is_refused),
        with_compose(what_steers_a_swarm_is_left_out_and_more_than_one_refused),
        with_compose(kubernetes_own_words_replace_all_of_that),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
