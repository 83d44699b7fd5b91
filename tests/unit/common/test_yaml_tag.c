#include "tests/unit/common/yaml_shown.h"

static void a_tag_says_what_a_scalar_is(void **state)
{
    (void)state;
    assert_string_equal(helm("[!!str 5, !!binary aGk=, !foo bar, !!float 1]"), "['5','hi','bar',1]");
    assert_string_equal(helm("[!!int '5', ! 5, !!null '', !!bool 'on']"), "[5,'5',null,true]");
}

static void a_tag_that_does_not_fit_is_a_fault(void **state)
{
    (void)state;
    assert_string_equal(helm("a: !!int foo"), "v.yaml:1:4: yaml: cannot decode !!str `foo` as a !!int\n");
    assert_string_equal(helm("a: !!int 2001-01-01"),
                        "v.yaml:1:4: yaml: cannot decode !!str `2001-01-01` as a !!int\n");
    assert_string_equal(helm("a: !!bool 1"), "v.yaml:1:4: yaml: cannot decode !!int `1` as a !!bool\n");
    assert_string_equal(helm("a: !!int 1.5"), "v.yaml:1:4: yaml: cannot decode !!float `1.5` as a !!int\n");
    assert_string_equal(helm("a: !!binary '*'"),
                        "v.yaml:1:4: yaml: !!binary value contains invalid base64 data\n");
}

static void an_infinity_is_a_fault_but_in_a_key(void **state)
{
    (void)state;
    assert_string_equal(helm("a: .inf"), "v.yaml:1:4: json: unsupported value: +Inf\n");
    assert_string_equal(helm("a: -.inf"), "v.yaml:1:4: json: unsupported value: -Inf\n");
    assert_string_equal(helm("a: .nan"), "v.yaml:1:4: json: unsupported value: NaN\n");
    assert_string_equal(helm("{.inf: a, -.Inf: b, .nan: c}"), "{-.inf:'b',.inf:'a',.nan:'c'}");
}

static void other_words_than_true_and_false_stay_texts_where_asked(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "d.yaml", .only_true_false = true};
    const char *yaml = "[yes, No, on, OFF, y, n, true, False, TRUE, ~, 0x10]";
    assert_string_equal(read_with(&options, yaml, strlen(yaml)),
                        "['yes','No','on','OFF','y','n',true,false,true,null,16]");
}

static void foreign_tags_are_refused_where_asked(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "d.yaml", .refuse_tags = true};
    const char *const wrong[] = {"a: !reset []", "a: !reset {}", "a: !override x", "a: ! x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_non_null(strstr(read_with(&options, wrong[i], strlen(wrong[i])), "d.yaml:1:4: the tag !"));
    assert_string_equal(read_with(&options, "a: !!str 5", 10), "{a:'5'}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_tag_says_what_a_scalar_is, setup, teardown),
        cmocka_unit_test_setup_teardown(a_tag_that_does_not_fit_is_a_fault, setup, teardown),
        cmocka_unit_test_setup_teardown(an_infinity_is_a_fault_but_in_a_key, setup, teardown),
        cmocka_unit_test_setup_teardown(other_words_than_true_and_false_stay_texts_where_asked, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(foreign_tags_are_refused_where_asked, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
