/* Chart.yaml; the words are Helm 3.22's. */
#include "render/metadata.h"

#include <string.h>

#include "tests/unit/render/arena_json.h"

static struct fault fault;

static struct value *read_text(const char *text)
{
    struct value *out = NULL;
    fault_init(&fault, &arena);
    return metadata_read((struct bytes){text, strlen(text)}, "Chart.yaml", true, false, &arena, &out,
                         &fault) == 0
               ? out
               : NULL;
}

static const char *text_at(const struct value *map, const char *key)
{
    const struct value *v = value_gets(map, key);
    return v ? v->text.at : NULL;
}

static void expect_refusal(const char *text, const char *wanted)
{
    struct value *v = read_text(text);
    if (!v)
        fail_msg("%s", fault.helm);
    assert_int_equal(metadata_check(v, &arena, &fault), -1);
    assert_string_equal(fault.helm, wanted);
}

static void an_apiversion_that_is_not_there_is_v1(void **state)
{
    (void)state;
    assert_string_equal(text_at(read_text("name: c\n"), "apiVersion"), "v1");
    assert_string_equal(text_at(read_text("name: c\napiVersion: ''\n"), "apiVersion"), "v1");
    assert_string_equal(text_at(read_text("name: c\napiVersion: v2\n"), "apiVersion"), "v2");
}

static void numbers_are_versions_as_go_prints_them(void **state)
{
    (void)state;
    assert_string_equal(text_at(read_text("appVersion: 1.10\n"), "appVersion"), "1.1");
    assert_string_equal(text_at(read_text("appVersion: 12\n"), "appVersion"), "12");
}

static void what_cannot_be_read_is_told_with_the_struct_it_should_be(void **state)
{
    struct value *out;
    (void)state;
    assert_null(read_text("- a\n"));
    assert_string_equal(fault.helm,
                        "cannot load Chart.yaml: error unmarshaling JSON: while decoding JSON: json: cannot "
                        "unmarshal array into Go value of type chart.Metadata");
    fault_init(&fault, &arena);
    assert_int_equal(
        metadata_read((struct bytes){"- a\n", 4}, "Chart.yaml", true, true, &arena, &out, &fault), -1);
    assert_non_null(strstr(fault.helm, "loader.chartBase"));
    fault_init(&fault, &arena);
    assert_int_equal(
        metadata_read((struct bytes){"- a\n", 4}, "s/Chart.yaml", false, true, &arena, &out, &fault), -1);
    assert_non_null(strstr(fault.helm, "v2.Metadata"));
    assert_null(read_text("maintainers: x\n"));
    assert_non_null(strstr(fault.helm, "Go struct field Metadata.maintainers of type []*"));
}

static void requirements_are_added_to_what_is_there(void **state)
{
    static const char more[] = "dependencies:\n- name: s\n  version: 1.x\n";
    (void)state;
    struct value *v = read_text("name: c\n");
    assert_int_equal(
        metadata_add((struct bytes){more, strlen(more)}, "requirements.yaml", false, &arena, v, &fault), 0);
    assert_int_equal(value_gets(v, "dependencies")->list.count, 1);
    assert_string_equal(text_at(v, "name"), "c");
    v = read_text("name: c\nannotations: {k: v}\ndependencies: [{name: t, alias: u}, {name: w}]\n");
    assert_int_equal(
        metadata_add((struct bytes){more, strlen(more)}, "requirements.yaml", false, &arena, v, &fault), 0);
    const struct value *list = value_gets(v, "dependencies");
    assert_int_equal(list->list.count, 1);
    assert_string_equal(text_at(list->list.items[0], "name"), "s");
    assert_string_equal(text_at(list->list.items[0], "alias"), "u");
    assert_int_equal(metadata_add((struct bytes){"[", 1}, "requirements.yaml", false, &arena, v, &fault), -1);
    assert_ptr_equal(strstr(fault.helm, "cannot load requirements.yaml: "), fault.helm);
}

static void helms_demands_are_made_in_its_order(void **state)
{
    static const char *const cases[][2] = {
        {"version: x\n", "validation: chart.metadata.name is required"},
        {"name: ..\nversion: 1.0.0\n", "validation: chart.metadata.name \"..\" is not allowed"},
        {"name: a/b\nversion: 1.0.0\n", "validation: chart.metadata.name \"a/b\" is invalid"},
        {"name: c\n", "validation: chart.metadata.version is required"},
        {"name: c\nversion: one\n", "validation: chart.metadata.version \"one\" is invalid"},
        {"name: c\nversion: 1.0.0\ntype: app\n",
         "validation: chart.metadata.type must be application or library"},
        {"name: c\nversion: 1.0.0\nmaintainers: [null]\n",
         "validation: maintainers must not contain empty or null nodes"},
        {"name: c\nversion: 1.0.0\ndependencies: [null]\n",
         "validation: dependencies must not contain empty or null nodes"},
        {"name: c\nversion: 1.0.0\ndependencies: [{name: a, alias: 'b c'}]\n",
         "validation: dependency \"a\" has disallowed characters in the alias"},
        {"name: c\nversion: 1.0.0\ndependencies: [{name: a}, {name: b, alias: a}]\n",
         "validation: more than one dependency with name or alias \"a\""}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_refusal(cases[i][0], cases[i][1]);
}

static void blanks_of_all_kinds_become_blanks_and_what_cannot_be_printed_goes(void **state)
{
    (void)state;
    struct value *v =
        read_text("name: c\nversion: 1.0.0\ndescription: \"a\\tb\\nc\\u00a0d\\u0007e\\u200bf\"\n"
                  "keywords: [\"x\\ty\"]\n");
    assert_int_equal(metadata_check(v, &arena, &fault), 0);
    assert_string_equal(text_at(v, "description"), "a b c def");
    assert_string_equal(value_gets(v, "keywords")->list.items[0]->text.at, "x y");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(an_apiversion_that_is_not_there_is_v1),
        test(numbers_are_versions_as_go_prints_them),
        test(what_cannot_be_read_is_told_with_the_struct_it_should_be),
        test(requirements_are_added_to_what_is_there),
        test(helms_demands_are_made_in_its_order),
        test(blanks_of_all_kinds_become_blanks_and_what_cannot_be_printed_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
