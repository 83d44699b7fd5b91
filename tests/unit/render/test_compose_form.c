/* Values of a Compose file taken for what they ought to be. */
#include "render/compose_form.h"
#include "tests/unit/render/compose_part.h"

static const char what[] = "services.web.key";

static void what_says_nothing_is_told_from_what_says_something(void **state)
{
    (void)state;
    const char *const nothing[] = {"null", "~", "false", "''", "[]", "{}"};
    const char *const something[] = {"true", "0", "0.0", "'false'", "' '", "[null]", "{a: null}"};
    for (size_t i = 0; i < COUNT(nothing); i++)
        assert_true(form_is_nothing(yaml_of(nothing[i])));
    for (size_t i = 0; i < COUNT(something); i++)
        assert_false(form_is_nothing(yaml_of(something[i])));
}

/* What is said of text when it is taken by take. */
static const char *refused(const char *text, int (*take)(const struct value *))
{
    begin_empty();
    assert_int_equal(take(yaml_of(text)), -1);
    assert_int_equal(compose.notes.faults, 1);
    return fault.more.at;
}

static int take_text(const struct value *v)
{
    return form_text(&compose.notes, v, what) ? 0 : -1;
}

static void any_scalar_is_a_text_in_gos_spelling(void **state)
{
    (void)state;
    const char *const cases[][2] = {{"abc", "abc"},       {"''", ""},
                                    {"true", "true"},     {"false", "false"},
                                    {"8080", "8080"},     {"-1", "-1"},
                                    {"1.50", "1.5"},      {"1e100", "1e+100"},
                                    {"0x10", "16"},       {"9223372036854775807", "9223372036854775807"},
                                    {"'0x10'", "0x10"},   {"'\"'", "\""},
                                    {"\"a\\nb\"", "a\nb"}};
    begin_empty();
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(form_text(&compose.notes, yaml_of(cases[i][0]), what), cases[i][1]);
    assert_string_equal(said(), "");
}

static void what_is_no_text_says_its_place_and_what_it_is(void **state)
{
    (void)state;
    assert_string_equal(refused("null", take_text),
                        "c.yaml:1:1: services.web.key: a text is wanted, not nothing\n");
    assert_string_equal(refused("[a]", take_text),
                        "c.yaml:1:1: services.web.key: a text is wanted, not a list\n");
    assert_string_equal(refused("{a: b}", take_text),
                        "c.yaml:1:1: services.web.key: a text is wanted, not a map\n");
    assert_non_null(strstr(refused("\"a\\0b\"", take_text), "can hold a NUL"));
}

static bool taken_bool;

static int take_bool(const struct value *v)
{
    return form_bool(&compose.notes, v, what, &taken_bool);
}

static void a_boolean_may_be_a_variables_text(void **state)
{
    (void)state;
    const char *const cases[] = {"true", "'true'", "false", "'false'"};
    const char *const wrong[] = {"'True'", "yes", "1", "''", "null", "[true]"};
    begin_empty();
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(take_bool(yaml_of(cases[i])), 0);
        assert_int_equal(taken_bool, i < 2);
    }
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_non_null(strstr(refused(wrong[i], take_bool), "true or false is wanted"));
}

static long long taken_number;

static int take_number(const struct value *v)
{
    return form_whole(&compose.notes, v, what, -5, 5, &taken_number);
}

static void a_whole_number_keeps_to_its_range(void **state)
{
    (void)state;
    const char *const cases[] = {"-5", "5", "'-5'", "'5'"};
    const char *const outside[] = {"-6", "6", "'6'", "9223372036854775807", "-9223372036854775808"};
    const char *const wrong[] = {
        "1.0", "1e1", "''", "'5 '", "'x'", "true", "null", "[1]", "'9223372036854775808'"};
    begin_empty();
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(take_number(yaml_of(cases[i])), 0);
        assert_int_equal(taken_number, i % 2 ? 5 : -5);
    }
    for (size_t i = 0; i < COUNT(outside); i++)
        assert_non_null(strstr(refused(outside[i], take_number), "is out of range; write -5 to 5"));
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_non_null(strstr(refused(wrong[i], take_number), "a whole number is wanted"));
}

static void maps_and_lists_are_told_apart(void **state)
{
    (void)state;
    begin_empty();
    assert_int_equal(form_map(&compose.notes, yaml_of("{}"), what), 0);
    assert_int_equal(form_list(&compose.notes, yaml_of("[]"), what), 0);
    assert_string_equal(said(), "");
    assert_int_equal(form_map(&compose.notes, yaml_of("[]"), what), -1);
    assert_int_equal(form_list(&compose.notes, yaml_of("{}"), what), -1);
    assert_string_equal(said(), "c.yaml:1:1: services.web.key: a map is wanted, not a list\n"
                                "c.yaml:1:1: services.web.key: a list is wanted, not a map\n");
}

static struct value *taken_texts;

static int take_texts(const struct value *v)
{
    return form_texts(&compose.notes, v, what, &taken_texts);
}

static void one_text_stands_for_a_list_of_one_each_with_its_place(void **state)
{
    (void)state;
    const char *const cases[][2] = {
        {"a", "[\"a\"]"},
        {"''", "[\"\"]"},
        {"null", "[]"},
        {"[]", "[]"},
        {"[a, 1, true]", "[\"a\",\"1\",\"true\"]"},
    };
    begin_empty();
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(take_texts(yaml_of(cases[i][0])), 0);
        assert_string_equal(json_of(taken_texts), cases[i][1]);
    }
    assert_int_equal(take_texts(yaml_of("- a\n- b")), 0);
    assert_int_equal(value_place(taken_texts->list.items[1]).line, 2);
    assert_int_equal(value_place(taken_texts->list.items[1]).column, 3);
    const char *const wrong[] = {"{a: b}", "[[a]]", "[a, null]", "[{a: b}]"};
    for (size_t i = 0; i < COUNT(wrong); i++)
        assert_non_null(strstr(refused(wrong[i], take_texts), "a text is wanted"));
}

static void an_unknown_key_is_told_with_the_nearest(void **state)
{
    (void)state;
    static const char *const known[] = {"retries", "interval", NULL};
    begin_empty();
    assert_int_equal(form_keys(&compose.notes, yaml_of("{retries: 1, x-own: 2, interval: 3}"), known, what),
                     0);
    assert_int_equal(form_keys(&compose.notes, yaml_of("{}"), known, what), 0);
    assert_string_equal(said(), "");
    assert_int_equal(form_keys(&compose.notes, yaml_of("{retrys: 1,\n zzz: 2}"), known, what), -1);
    assert_string_equal(said(), "c.yaml:1:2: services.web.key has no key retrys; meant is perhaps retries\n"
                                "c.yaml:2:2: services.web.key has no key zzz; leave it out\n");
    assert_true(form_is_one_of("interval", known));
    assert_false(form_is_one_of("interva", known) || form_is_one_of("", known));
}

static void entries_come_in_the_files_order(void **state)
{
    (void)state;
    const struct value *map = yaml_of("{z: 1, m: 2, a: 3,\n b: 4}");
    const struct entry **order = form_in_order(&arena, map);
    const char *const keys[] = {"z", "m", "a", "b"};
    for (size_t i = 0; i < COUNT(keys); i++)
        assert_string_equal(order[i]->key, keys[i]);
    const struct entry **none = form_in_order(&arena, yaml_of("{}"));
    (void)none;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(what_says_nothing_is_told_from_what_says_something),
        with_compose(any_scalar_is_a_text_in_gos_spelling),
        with_compose(what_is_no_text_says_its_place_and_what_it_is),
        with_compose(a_boolean_may_be_a_variables_text),
        with_compose(a_whole_number_keeps_to_its_range),
        with_compose(maps_and_lists_are_told_apart),
        with_compose(one_text_stands_for_a_list_of_one_each_with_its_place),
        with_compose(an_unknown_key_is_told_with_the_nearest),
        with_compose(entries_come_in_the_files_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
