/* YAML as Helm reads it, with Helm's words when it cannot. */
#include "render/helm_yaml.h"

#include <string.h>

#include "tests/unit/render/arena_json.h"

static struct fault fault;

static struct value *read_values(const char *text, bool every_document)
{
    struct value *v = NULL;
    fault_init(&fault, &arena);
    int status = helm_yaml_values((struct bytes){text, strlen(text)}, "v.yaml", every_document,
                                  "PREFIX: ", &arena, &v, &fault);
    return status == 0 ? v : NULL;
}

static void expect_json(const struct value *v, const char *json)
{
    struct text out;
    if (!v)
        fail_msg("%s", fault.helm);
    text_init(&out, &arena);
    assert_int_equal(json_write(v, JSON_RAW, &out), 0);
    assert_string_equal(out.at, json);
}

static void the_first_document_is_read_with_or_without_whole_numbers(void **state)
{
    static const char text[] = "a: 9007199254740993\n---\nb: 2\n";
    struct value *v;
    (void)state;
    fault_init(&fault, &arena);
    assert_int_equal(helm_yaml_read((struct bytes){text, strlen(text)}, "t", true, "", &arena, &v, &fault),
                     0);
    assert_int_equal(value_gets(v, "a")->kind, VALUE_INT);
    assert_int_equal(helm_yaml_read((struct bytes){text, strlen(text)}, "t", false, "", &arena, &v, &fault),
                     0);
    assert_int_equal(value_gets(v, "a")->kind, VALUE_FLOAT);
    assert_null(value_gets(v, "b"));
}

static void what_is_no_yaml_is_told_in_helms_words_with_the_lines_around(void **state)
{
    (void)state;
    assert_null(read_values("one: 1\ntwo: 2\nthree: a: b\nfour: 4\n", false));
    assert_ptr_equal(strstr(fault.helm, "PREFIX: error converting YAML to JSON: yaml: "), fault.helm);
    assert_non_null(strstr(fault.more.at, "v.yaml:"));
    assert_non_null(strstr(fault.more.at, "    1 | one: 1\n"));
    assert_non_null(strstr(fault.more.at, "> "));
}

static void a_line_that_is_shown_is_cut_and_clean(void **state)
{
    char text[1000] = "a: \"\x1b[2J";
    (void)state;
    memset(text + strlen(text), 'x', 900);
    assert_null(read_values(text, false));
    assert_null(strchr(fault.more.at, '\x1b'));
    assert_non_null(strstr(fault.more.at, " ...\n"));
    assert_true(strlen(fault.more.at) < 700);
}

static void a_fault_that_was_there_first_stays(void **state)
{
    struct value *v;
    (void)state;
    fault_init(&fault, &arena);
    fault_set(&fault, "before");
    assert_int_equal(helm_yaml_read((struct bytes){"a: [", 4}, "t", false, "", &arena, &v, &fault), -1);
    assert_string_equal(fault.helm, "before");
}

static void nothing_and_null_are_an_empty_map(void **state)
{
    (void)state;
    static const char *const texts[] = {"", "\n", "# x\n", "null\n", "~\n", "---\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        for (unsigned every = 0; every < 2; every++)
            expect_json(read_values(texts[i], every), "{}");
}

static void values_that_are_no_map_are_refused_by_their_kind(void **state)
{
    static const char *const cases[][2] = {
        {"5\n", "number"}, {"true\n", "bool"}, {"text\n", "string"}, {"[1]\n", "array"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_null(read_values(cases[i][0], false));
        assert_string_equal(fault.helm,
                            arena_printf(&arena,
                                         "PREFIX: error unmarshaling JSON: while decoding JSON: json: cannot "
                                         "unmarshal %s into Go value of type map[string]interface {}",
                                         cases[i][1]));
        assert_non_null(strstr(fault.more.at, "v.yaml:1:1: "));
    }
}

static void helm_3_takes_the_first_document_helm_4_lays_all_over_each_other(void **state)
{
    static const char text[] = "a: 1\nm: {p: 1, q: 1}\n---\n---\nm: {q: 2, r: 3}\n--- # more\na: 4\n";
    (void)state;
    expect_json(read_values(text, false), "{\"a\":1,\"m\":{\"p\":1,\"q\":1}}");
    expect_json(read_values(text, true), "{\"a\":4,\"m\":{\"p\":1,\"q\":2,\"r\":3}}");
}

static void a_block_at_the_end_has_a_newline_in_helm_4_even_if_the_file_has_none(void **state)
{
    (void)state;
    expect_json(read_values("a: |\n  x", false), "{\"a\":\"x\"}");
    expect_json(read_values("a: |\n  x", true), "{\"a\":\"x\\n\"}");
    expect_json(read_values("a: |-\n  x", true), "{\"a\":\"x\"}");
    expect_json(read_values("a: x", true), "{\"a\":\"x\"}");
}

static void yaml_of_a_later_version_is_refused(void **state)
{
    (void)state;
    assert_non_null(read_values("%YAML 1.1\n---\na: 1\n", false));
    assert_null(read_values("%YAML  1.2\n---\na: 1\n", false));
    assert_string_equal(fault.helm,
                        "PREFIX: error converting YAML to JSON: yaml: found incompatible YAML document");
    assert_null(read_values("%YAML 1.10", false));
}

static void a_separator_with_something_behind_it_is_refused_by_helm_4(void **state)
{
    (void)state;
    assert_null(read_values("a: 1\n--- b: 2\n", true));
    assert_string_equal(fault.helm,
                        "PREFIX: error reading yaml document: invalid Yaml document separator: b: 2");
}

static void a_later_document_knows_the_lines_of_its_file(void **state)
{
    (void)state;
    const struct value *v = read_values("a: 1\n---\nb:\n  c: 2\n", true);
    assert_non_null(v);
    assert_int_equal(value_gets(value_gets(v, "b"), "c")->line, 4);
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(the_first_document_is_read_with_or_without_whole_numbers),
        test(what_is_no_yaml_is_told_in_helms_words_with_the_lines_around),
        test(a_line_that_is_shown_is_cut_and_clean),
        test(a_fault_that_was_there_first_stays),
        test(nothing_and_null_are_an_empty_map),
        test(values_that_are_no_map_are_refused_by_their_kind),
        test(helm_3_takes_the_first_document_helm_4_lays_all_over_each_other),
        test(a_block_at_the_end_has_a_newline_in_helm_4_even_if_the_file_has_none),
        test(yaml_of_a_later_version_is_refused),
        test(a_separator_with_something_behind_it_is_refused_by_helm_4),
        test(a_later_document_knows_the_lines_of_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
