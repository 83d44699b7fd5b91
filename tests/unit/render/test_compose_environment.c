/* env_file and environment, with files and variables of the test's own. */
#include <stdlib.h>
#include <unistd.h>

#include "render/compose_environment.h"
#include "tests/unit/render/compose_part.h"

static char folder[] = "/tmp/compose-environment-XXXXXX";

/* The file's folder is ours, and SET is a variable that render runs with. */
static void convert(struct service *s)
{
    struct value *variables = value_map(&arena);
    put_text(&compose, variables, "SET", "outside");
    compose.variables.file = variables;
    compose.folder = arena_printf(&arena, "%s/", folder);
    environment_convert(s);
}

static void check(const struct compose_case *cases, size_t count)
{
    check_cases(cases, count, "", convert);
}

static const char *path_of(const char *name)
{
    static char path[64];
    (void)snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void write_file(const char *name, const char *text)
{
    FILE *to = fopen(path_of(name), "w");
    assert_non_null(to);
    assert_true(fputs(text, to) >= 0);
    assert_int_equal(fclose(to), 0);
}

static int make_folder(void **state)
{
    (void)state;
    if (!mkdtemp(folder))
        return -1;
    write_file("one", "A=1\nB=\"two words\"\nC='$SET'\nD=$SET\n");
    write_file("two", "A=2\nSET\nNONE_OF_OURS\n");
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    (void)unlink(path_of("one"));
    (void)unlink(path_of("two"));
    return rmdir(folder);
}

static void pairs_come_as_a_map_or_a_list(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"environment: {A: x, B: 1, C: true, D: 1.50, E: ''}",
         "{\"env\":{\"A\":\"x\",\"B\":\"1\",\"C\":\"true\",\"D\":\"1.5\",\"E\":\"\"}}", NULL},
        {"environment: [A=x, B=, 'C=a=b', D= y]",
         "{\"env\":{\"A\":\"x\",\"B\":\"\",\"C\":\"a=b\",\"D\":\" y\"}}", NULL},
        {"environment: [A=1, A=2]", "{\"env\":{\"A\":\"2\"}}", NULL},
        {"environment: null", "{}", NULL},
        {"environment: []", "{}", NULL},
        {"environment: {}", "{}", NULL},
        {"environment: text", NULL, "services.web.environment: a map is wanted, not a string"},
        {"environment: {A: [x]}", NULL, "services.web.environment.A: a text is wanted, not a list"},
        {"environment: [[A]]", NULL, "services.web.environment: a text is wanted, not a list"},
        {"environment: {A: \"x\\0y\"}", NULL, "NUL"},
    };
    check(cases, COUNT(cases));
}

static void what_kubernetes_would_expand_is_left_alone(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"environment: {A: $(B), C: $$x}", "{\"env\":{\"A\":\"$$(B)\",\"C\":\"$$$$x\"}}", NULL},
    };
    check(cases, COUNT(cases));
}

static void a_key_alone_is_taken_from_where_render_runs_with_a_warning(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"environment: [SET]", "{\"env\":{\"SET\":\"outside\"}}",
         "c.yaml:3:19: warning: services.web.environment: SET has no value here: it is taken from"},
        {"environment: {SET: }", "{\"env\":{\"SET\":\"outside\"}}", "c.yaml:3:19: warning: "},
        {"environment: [NONE_OF_OURS]", "{}", "NONE_OF_OURS has no value, and is not set where render runs"},
        {"environment: {NONE_OF_OURS: null, A: x}", "{\"env\":{\"A\":\"x\"}}",
         "is left out, as Compose does"},
        {"environment: [A=x, A]", "{}", "A has no value"}, /* the later one counts */
    };
    check(cases, COUNT(cases));
}

static void a_name_that_a_container_cannot_have_is_refused(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"environment: {a.b-c/d: x}", "{\"env\":{\"a.b-c/d\":\"x\"}}", NULL},
        {"environment: {'': x}", NULL,
         "c.yaml:3:23: services.web.environment: \"\" is no name of a variable"},
        {"environment: ['=x']", NULL, "\"\" is no name"},
        {"environment: {'a b': x}", NULL, "\"a b\" is no name"},
        {"environment: {'a=b': x}", NULL, "\"a=b\" is no name"},
        {"environment: {\"a\\x7f\": x}", NULL, "\\x7f\" is no name"},
        {"environment: {\"a\\0b\": x}", NULL, "is no name"},
        {"environment: {\xc3\xa4: x}", NULL, "is no name"},
        {"environment: ['true=x']", NULL, "\"true\" is no name"},
    };
    check(cases, COUNT(cases));
}

static void files_are_looked_for_beside_the_compose_file(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"env_file: one", "{\"env\":{\"A\":\"1\",\"B\":\"two words\",\"C\":\"$SET\",\"D\":\"outside\"}}",
         NULL},
        {"env_file: [one]\n    environment: {A: 9, B: , C: '', D: 0}",
         "{\"env\":{\"A\":\"9\",\"C\":\"\",\"D\":\"0\"}}", "B has no value"},
        {"env_file: {path: one}",
         "{\"env\":{\"A\":\"1\",\"B\":\"two words\",\"C\":\"$SET\",\"D\":\"outside\"}}", NULL},
        {"env_file: [{path: one, format: raw}]",
         "{\"env\":{\"A\":\"1\",\"B\":\"\\\"two words\\\"\",\"C\":\"'$SET'\",\"D\":\"$SET\"}}", NULL},
        {"env_file: null", "{}", NULL},
        {"env_file: []", "{}", NULL},
    };
    check(cases, COUNT(cases));
}

static void environment_beats_files_and_a_later_file_an_earlier_one(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"env_file: [one, two]\n    environment: {B: mine}",
         "{\"env\":{\"A\":\"2\",\"B\":\"mine\",\"C\":\"$SET\",\"D\":\"outside\",\"SET\":\"outside\"}}", NULL},
        {"env_file: [two, {path: one}]\n    environment: [B=mine, C=, D=]",
         "{\"env\":{\"A\":\"1\",\"B\":\"mine\",\"C\":\"\",\"D\":\"\",\"SET\":\"outside\"}}", NULL},
    };
    check(cases, COUNT(cases));
}

static void a_file_that_is_not_there_is_a_fault_unless_it_may_lack(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"env_file: none", NULL, "c.yaml:3:15: "},
        {"env_file: ''", NULL, "services.web.env_file: no file is named"},
        {"env_file: /nonexistent/none", NULL, "/nonexistent/none"},
        {"env_file: [{path: none, required: false}]", "{}", NULL},
        {"env_file: [{path: none, required: 'false'}]", "{}", NULL},
        {"env_file: [{path: none, required: true}]", NULL, "none"},
        {"env_file: [{path: one, required: maybe}]", NULL, "true or false is wanted"},
        {"env_file: [{required: false}]", NULL, "services.web.env_file: path is missing"},
        {"env_file: [{path: one, pth: two}]", NULL, "has no key pth; meant is perhaps path"},
        {"env_file: [{path: one, format: json}]", NULL, "the one format is raw"},
        {"env_file: [{path: [one]}]", NULL, "a text is wanted"},
        {"env_file: [[one]]", NULL, "a text is wanted"},
        {"env_file: .", NULL, "c.yaml:3:15: "}, /* a folder */
    };
    check(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(pairs_come_as_a_map_or_a_list),
        with_compose(what_kubernetes_would_expand_is_left_alone),
        with_compose(a_key_alone_is_taken_from_where_render_runs_with_a_warning),
        with_compose(a_name_that_a_container_cannot_have_is_refused),
        with_compose(files_are_looked_for_beside_the_compose_file),
        with_compose(environment_beats_files_and_a_later_file_an_earlier_one),
        with_compose(a_file_that_is_not_there_is_a_fault_unless_it_may_lack),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
