/* What a service runs. */
#include "render/compose_container.h"
#include "tests/unit/render/compose_part.h"

static const struct {
    const char *key;
    void (*take)(struct service *, const struct value *, const char *);
} readers[] = {
    {"image", container_image},
    {"pull_policy", container_pull_policy},
    {"working_dir", container_working_dir},
    {"runtime", container_runtime},
    {"user", container_user},
    {"read_only", container_read_only},
    {"privileged", container_privileged},
    {"cap_add", container_cap_add},
    {"cap_drop", container_cap_drop},
    {"security_opt", container_security_opt},
};

static void convert(struct service *s)
{
    for (size_t i = 0; i < COUNT(readers); i++)
        if (value_gets(s->in, readers[i].key))
            readers[i].take(s, value_gets(s->in, readers[i].key), service_what(s, readers[i].key));
    container_program(s);
}

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, "", convert);
}

static void an_image_is_a_text_without_blanks(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: nginx:1.27@sha256:00", "{\"image\":\"nginx:1.27@sha256:00\"}", NULL},
        {"image: 5", "{\"image\":\"5\"}", NULL},
        {"image: ''", NULL, "c.yaml:3:12: services.web.image: an image by tag or digest is wanted"},
        {"image: a b", NULL, "without blanks"},
        {"image: \"a\\n\"", NULL, "without blanks"},
        {"image: \"a\\tb\"", NULL, "without blanks"},
        {"image: [x]", NULL, "a text is wanted, not a list"},
        {"image: \"a\\0b\"", NULL, "NUL"},
    };
    check(cases, COUNT(cases));
}

static void pull_policies_have_kubernetes_names(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"pull_policy: always", "{\"imagePullPolicy\":\"Always\"}", NULL},
        {"pull_policy: missing", "{\"imagePullPolicy\":\"IfNotPresent\"}", NULL},
        {"pull_policy: if_not_present", "{\"imagePullPolicy\":\"IfNotPresent\"}", NULL},
        {"pull_policy: never", "{\"imagePullPolicy\":\"Never\"}", NULL},
        {"pull_policy: build", "{}", "c.yaml:3:18: warning: services.web.pull_policy: build is left out"},
        {"pull_policy: Always", "{}", "Always is left out"},
        {"pull_policy: {a: b}", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

static void directory_and_runtime_are_taken_as_they_are(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"working_dir: /a b", "{\"workingDir\":\"/a b\"}", NULL},
        {"working_dir: [a]", NULL, "services.web.working_dir: a text is wanted"},
        {"runtime: runsc", "{\"runtimeClassName\":\"runsc\"}", NULL},
        {"runtime: null", NULL, "services.web.runtime: a text is wanted, not nothing"},
    };
    check(cases, COUNT(cases));
}

static void a_user_is_a_number_with_or_without_its_group(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"user: 0", "{\"securityContext\":{\"runAsUser\":0}}", NULL},
        {"user: '1000:1001'", "{\"securityContext\":{\"runAsGroup\":1001,\"runAsUser\":1000}}", NULL},
        {"user: 2147483647", "{\"securityContext\":{\"runAsUser\":2147483647}}", NULL},
        {"user: 2147483648", NULL, "2147483648 is no number, or above 2147483647"},
        {"user: '1:2147483648'", NULL, "above"},
        {"user: '99999999999999999999999999999999999999'", NULL, "above"},
        {"user: root", NULL, "root is no number"},
        {"user: ''", NULL, "write UID or UID:GID"},
        {"user: '5:'", NULL, "is no number"},
        {"user: ':5'", NULL, "is no number"},
        {"user: '5:5:5'", NULL, "is no number"},
        {"user: -1", NULL, "is no number"},
        {"user: 1.5", NULL, "is no number"},
        {"user: '5 '", NULL, "is no number"},
        {"user: [5]", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

static void switches_that_are_off_leave_no_trace(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"read_only: true", "{\"securityContext\":{\"readOnlyRootFilesystem\":true}}", NULL},
        {"read_only: 'true'", "{\"securityContext\":{\"readOnlyRootFilesystem\":true}}", NULL},
        {"read_only: false", "{}", NULL},
        {"read_only: maybe", NULL, "services.web.read_only: true or false is wanted"},
        {"privileged: true", "{\"securityContext\":{\"privileged\":true}}", NULL},
        {"privileged: 'false'", "{}", NULL},
        {"privileged: 1", NULL, "services.web.privileged: true or false is wanted"},
        {"privileged: true\n    security_opt: [no-new-privileges]", NULL,
         "c.yaml:3:17: services.web.privileged: Kubernetes refuses this together with no-new-privileges"},
        {"privileged: true\n    security_opt: ['no-new-privileges:false']",
         "{\"securityContext\":{\"privileged\":true}}", NULL},
    };
    check(cases, COUNT(cases));
}

static void capabilities_are_spelt_as_kubernetes_has_them(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"cap_add: [net_admin, CAP_SYS_TIME, cap_chown]",
         "{\"securityContext\":{\"capabilities\":{\"add\":[\"NET_ADMIN\",\"SYS_TIME\",\"CHOWN\"]}}}", NULL},
        {"cap_drop: ALL", "{\"securityContext\":{\"capabilities\":{\"drop\":[\"ALL\"]}}}", NULL},
        {"cap_add: [A]\n    cap_drop: [B]",
         "{\"securityContext\":{\"capabilities\":{\"add\":[\"A\"],\"drop\":[\"B\"]}}}", NULL},
        {"cap_add: []", "{}", NULL},
        {"cap_add: ['']", NULL, "is no capability; write it like NET_ADMIN"},
        {"cap_add: [CAP_]", NULL, "services.web.cap_add: CAP_ is no capability"},
        {"cap_drop: [net-admin]", NULL, "c.yaml:3:16: services.web.cap_drop: net-admin is no capability"},
        {"cap_drop: [[A]]", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

static void security_options_are_converted_left_out_or_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"security_opt: ['seccomp:unconfined']",
         "{\"securityContext\":{\"seccompProfile\":{\"type\":\"Unconfined\"}}}", NULL},
        {"security_opt: seccomp=unconfined",
         "{\"securityContext\":{\"seccompProfile\":{\"type\":\"Unconfined\"}}}", NULL},
        {"security_opt: ['seccomp:./profile.json']", NULL, "the profile ./profile.json would have to be"},
        {"security_opt: [seccomp]", NULL, "the profile"},
        {"security_opt: [no-new-privileges]", "{\"securityContext\":{\"allowPrivilegeEscalation\":false}}",
         NULL},
        {"security_opt: ['no-new-privileges=true']",
         "{\"securityContext\":{\"allowPrivilegeEscalation\":false}}", NULL},
        {"security_opt: ['no-new-privileges:false']", "{}", NULL},
        {"security_opt: ['apparmor:x', 'label=disable']", "{}", "such profiles are the nodes' own"},
        {"security_opt: [systempaths=unconfined]", NULL, "systempaths=unconfined has no counterpart"},
        {"security_opt: [no-new-privilegez]", NULL, "has no counterpart"},
        {"security_opt: ['']", NULL, "has no counterpart"},
        {"security_opt: [{a: b}]", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

static void entrypoint_and_command_are_told_together(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"command: sleep 'a b'", "{\"args\":[\"sleep\",\"a b\"]}", NULL},
        {"command: [a, 1]", "{\"args\":[\"a\",\"1\"]}", NULL},
        {"entrypoint: /run", "{\"command\":[\"/run\"]}", NULL},
        {"entrypoint: [e]\n    command: [c]", "{\"args\":[\"c\"],\"command\":[\"e\"]}", NULL},
        {"entrypoint: [e]\n    command: []", "{\"command\":[\"e\"]}", NULL},
        {"entrypoint: []\n    command: [c]", "{\"command\":[\"c\"]}", NULL},
        {"entrypoint: ''\n    command: c", "{\"command\":[\"c\"]}", NULL},
        {"entrypoint: null\n    command: null", "{}", NULL},
        {"entrypoint: []", NULL,
         "c.yaml:3:17: services.web.entrypoint: empty, so that nothing is left to run"},
        {"entrypoint: []\n    command: []", NULL, "nothing is left to run"},
        {"command: []", NULL, "services.web.command: Kubernetes cannot take the image's own command away"},
        {"command: echo '$(HOME)' $$x", "{\"args\":[\"echo\",\"$$(HOME)\",\"$$$$x\"]}", NULL},
        {"command: a | b", NULL, "services.web.command: "},
        {"command: \"'\"", NULL, "services.web.command: "},
        {"command: {a: b}", NULL, "a text is wanted, not a map"},
        {"command: [[a]]", NULL, "a text is wanted"},
    };
    check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(an_image_is_a_text_without_blanks),
        with_compose(pull_policies_have_kubernetes_names),
        with_compose(directory_and_runtime_are_taken_as_they_are),
        with_compose(a_user_is_a_number_with_or_without_its_group),
        with_compose(switches_that_are_off_leave_no_trace),
        with_compose(capabilities_are_spelt_as_kubernetes_has_them),
        with_compose(security_options_are_converted_left_out_or_refused),
        with_compose(entrypoint_and_command_are_told_together),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
