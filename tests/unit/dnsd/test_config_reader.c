#include "dnsd/config_reader.h"

#include "tests/unit/dnsd/config_part.h"

static char order[16];

static void note(char c)
{
    size_t len = strlen(order);
    order[len] = c;
    order[len + 1] = '\0';
}

static void read_a(struct config_reader *r, const struct value *v)
{
    config_reader_wrong(r, v, "%d", 1);
    note('a');
}

static void read_b(struct config_reader *r, const struct value *v)
{
    (void)r;
    (void)v;
    note('b');
}

static const struct config_key keys[] = {{"a", read_a}, {"b", read_b}, {0}};

static void known_keys_are_read_in_the_order_of_the_file(void **state)
{
    (void)state;
    order[0] = '\0';
    config_reader_map(&reader, value_of("b: 1\na: 2\nz: 3\n"), keys);
    assert_string_equal(order, "ba");
    assert_string_equal(complaints(), "c.yaml:2:4: a: 1\nc.yaml:3:1: unknown key \"z\"; known here: a, b\n");
    reader.key = "key";
    config_reader_map(&reader, value_of("[a]"), keys);
    assert_string_equal(complaints(), "c.yaml:1:1: key: a map is wanted here (a, b), not a list\n");
}

static void a_text_is_one_without_nul(void **state)
{
    (void)state;
    assert_string_equal(config_reader_text(&reader, value_of("x y")), "x y");
    assert_null(config_reader_text(&reader, value_of("5")));
    assert_string_equal(complaints(),
                        "c.yaml:1:1: key: a text is wanted here, not a number; put quotes around it\n");
    assert_null(config_reader_text(&reader, value_of("\"a\\0b\"")));
    assert_non_null(strstr(complaints(), "a text is wanted here"));
}

static void what_is_something_else_leaves_things_as_they_are(void **state)
{
    (void)state;
    static const char *const words[] = {"one", "two", NULL};
    bool b = true;
    unsigned n = 7, w = 9;
    config_reader_bool(&reader, value_of("'no'"), &b);
    config_reader_number(&reader, value_of("1.5"), 1, 10, &n);
    config_reader_word(&reader, value_of("three"), words, &w);
    config_reader_word(&reader, value_of("1"), words, &w);
    assert_true(b && n == 7 && w == 9);
    assert_string_equal(complaints(), "c.yaml:1:1: key: true or false is wanted here, not a string\n"
                                      "c.yaml:1:1: key: a whole number from 1 to 10 is wanted here\n"
                                      "c.yaml:1:1: key: \"three\" is none of these: one, two\n"
                                      "c.yaml:1:1: key: one of these is wanted here: one, two\n");
    config_reader_bool(&reader, value_of("false"), &b);
    config_reader_word(&reader, value_of("two"), words, &w);
    assert_true(!b && w == 1);
}

static void numbers_hold_at_their_bounds(void **state)
{
    (void)state;
    unsigned n = 7;
    config_reader_number(&reader, value_of("0"), 1, 10, &n);
    config_reader_number(&reader, value_of("11"), 1, 10, &n);
    assert_int_equal(n, 7);
    (void)complaints();
    config_reader_number(&reader, value_of("1"), 1, 10, &n);
    assert_int_equal(n, 1);
    config_reader_number(&reader, value_of("10"), 1, 10, &n);
    assert_int_equal(n, 10);
    assert_string_equal(complaints(), "");
}

static void a_list_has_no_more_items_than_that(void **state)
{
    (void)state;
    order[0] = '\0';
    config_reader_each(&reader, value_of("[1, 2]"), 2, read_b);
    assert_string_equal(order, "bb");
    config_reader_each(&reader, value_of("[1, 2, 3]"), 2, read_b);
    config_reader_each(&reader, value_of("{}"), 2, read_b);
    assert_string_equal(order, "bb");
    assert_string_equal(complaints(), "c.yaml:1:1: key: more than 2 entries\n"
                                      "c.yaml:1:1: key: a list is wanted here, not a map\n");
}

static void a_name_is_of_letters_that_names_have(void **state)
{
    (void)state;
    uint8_t name[DNAME_MAX];
    size_t len;
    assert_null(config_reader_name("a-1.B_2", name, &len));
    assert_int_equal(len, 9);
    assert_memory_equal(name, "\3a-1\3B_2", len);
    assert_non_null(strstr(config_reader_name("a b", name, &len), "only letters"));
    assert_non_null(strstr(config_reader_name("a.*", name, &len), "'*' may only stand"));
    assert_non_null(config_reader_name("a..b", name, &len));
    assert_null(config_reader_letters("a..b"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(known_keys_are_read_in_the_order_of_the_file, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_is_one_without_nul, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_something_else_leaves_things_as_they_are, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_hold_at_their_bounds, setup, teardown),
        cmocka_unit_test_setup_teardown(a_list_has_no_more_items_than_that, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_is_of_letters_that_names_have, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
