/* healthcheck as a probe. */
#include "render/compose_health.h"

#include "tests/unit/render/compose_part.h"

static void convert(struct service *s)
{
    const struct value *v = value_gets(s->in, "healthcheck");
    assert_non_null(v);
    health_convert(s, v, service_what(s, "healthcheck"));
}

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, "", convert);
}

#define PROBE(command, failures, period, timeout, delay)                                                     \
    "{\"readinessProbe\":{\"exec\":{\"command\":[" command "]},\"failureThreshold\":" failures delay         \
    ",\"periodSeconds\":" period ",\"timeoutSeconds\":" timeout "}}"
#define USUAL(command) PROBE(command, "4", "30", "30", "")
#define SHELL(script)  "\"/bin/sh\",\"-c\",\"" script "\""

static void a_command_is_run_as_docker_runs_it(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"healthcheck: {test: curl -f http://localhost}", USUAL(SHELL("curl -f http://localhost")), NULL},
        {"healthcheck: {test: [CMD-SHELL, 'a && b']}", USUAL(SHELL("a && b")), NULL},
        {"healthcheck: {test: [CMD, wget, -q, 1]}", USUAL("\"wget\",\"-q\",\"1\""), NULL},
    };
    check(cases, COUNT(cases));
}

static void what_kubernetes_would_expand_is_kept_from_it(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"healthcheck: {test: 'echo $(date)'}", USUAL(SHELL("echo $$(date)")), NULL},
        {"healthcheck: {test: [CMD, 'echo', '$(X)']}", USUAL("\"echo\",\"$$(X)\""), NULL},
    };
    check(cases, COUNT(cases));
}

static void none_disabled_and_nothing_make_no_probe(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"healthcheck: {test: NONE}", "{}", NULL},
        {"healthcheck: {test: [NONE]}", "{}", NULL},
        {"healthcheck: {test: ''}", "{}", NULL},
        {"healthcheck: {disable: true, test: x}", "{}", NULL},
        {"healthcheck: {disable: true}", "{}", NULL},
        {"healthcheck: null", "{}", NULL},
        {"healthcheck: {}", "{}", NULL},
    };
    check(cases, COUNT(cases));
}

static void times_are_whole_seconds_and_one_failure_more_than_docker_retries(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"healthcheck: {test: x, interval: 1m30s, timeout: 5s, retries: 5, start_period: 10s}",
         PROBE(SHELL("x"), "6", "90", "5", ",\"initialDelaySeconds\":10"), NULL},
        {"healthcheck: {test: x, interval: 1500ms}", PROBE(SHELL("x"), "4", "2", "30", ""),
         "c.yaml:3:38: warning: services.web.healthcheck.interval: 1500ms is rounded up to 2s"},
        {"healthcheck: {test: x, interval: 0, timeout: 0s, retries: 0}", USUAL(SHELL("x")), NULL},
        {"healthcheck: {test: x, interval: null, retries: null}", USUAL(SHELL("x")), NULL},
        {"healthcheck: {test: x, start_interval: 1s}", USUAL(SHELL("x")),
         "services.web.healthcheck.start_interval is left out"},
    };
    check(cases, COUNT(cases));
}

static void what_makes_no_sense_is_refused_by_its_place(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"healthcheck: {interval: 5s}", NULL, "services.web.healthcheck: test is missing"},
        {"healthcheck: {test: []}", NULL, "a list is [CMD, PROGRAM, ARGUMENT...]"},
        {"healthcheck: {test: [curl, x]}", NULL, "services.web.healthcheck.test: a list is [CMD"},
        {"healthcheck: {test: [CMD]}", NULL, "a list is [CMD"},
        {"healthcheck: {test: [CMD-SHELL, a, b]}", NULL, "a list is [CMD"},
        {"healthcheck: {test: {a: b}}", NULL, "services.web.healthcheck.test: a text is wanted"},
        {"healthcheck: {test: x, interval: soon}", NULL, "healthcheck.interval: soon is no duration"},
        {"healthcheck: {test: x, retries: -1}", NULL, "services.web.healthcheck.retries"},
        {"healthcheck: {test: x, retries: 1000001}", NULL, "services.web.healthcheck.retries"},
        {"healthcheck: {test: x, intervall: 5s}", NULL, "interval"},
        {"healthcheck: text", NULL, "services.web.healthcheck: a map is wanted"},
    };
    check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(a_command_is_run_as_docker_runs_it),
        with_compose(what_kubernetes_would_expand_is_kept_from_it),
        with_compose(none_disabled_and_nothing_make_no_probe),
        with_compose(times_are_whole_seconds_and_one_failure_more_than_docker_retries),
        with_compose(what_makes_no_sense_is_refused_by_its_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
