/* Values printed as Go's fmt prints them; what is wanted was printed by Helm 3.22. */
#include "render/go_print.h"

#include "render/go_type.h"
#include "tests/unit/render/arena_json.h"

static struct text fresh(void)
{
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    return to;
}

static void what_holds_others_is_printed_whole_with_keys_in_order(void **state)
{
    struct text to = fresh();
    (void)state;
    go_print(json_value("{\"b\": [1, \"x\", null, true], \"a\": {\"c\": 1.5}, \"\": {}}"), &to);
    assert_string_equal(to.at, "map[:map[] a:map[c:1.5] b:[1 x <nil> true]]");
    to = fresh();
    go_print(NULL, &to);
    assert_string_equal(to.at, "<nil>");
}

static void print_parts_operands_of_which_neither_is_text(void **state)
{
    struct text to = fresh();
    struct value *list = json_value("[1, 2, \"x\", 3, \"y\", \"z\", 4, 5]");
    (void)state;
    go_sprint(list->list.items, list->list.count, &to);
    assert_string_equal(to.at, "1 2x3yz4 5");
    to = fresh();
    list->list.items[2]->form = FORM_BYTES; /* what is printed as numbers is no text */
    go_sprint(list->list.items, 4, &to);
    assert_string_equal(to.at, "1 2 [120] 3");
    to = fresh();
    go_sprint(NULL, 0, &to);
    assert_string_equal(to.at, "");
}

static void println_parts_all_and_ends_the_line(void **state)
{
    struct text to = fresh();
    struct value *list = json_value("[1, \"x\", null]");
    (void)state;
    go_sprintln(list->list.items, list->list.count, &to);
    assert_string_equal(to.at, "1 x <nil>\n");
    to = fresh();
    go_sprintln(NULL, 0, &to);
    assert_string_equal(to.at, "\n");
}

static void what_is_no_bool_is_complained_of_as_helm_does(void **state)
{
    (void)state;
    assert_string_equal(go_print_t(&arena, json_value("true")), "true");
    assert_string_equal(go_print_t(&arena, json_value("\"x\"")), "%!t(string=x)");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(what_holds_others_is_printed_whole_with_keys_in_order),
        test(print_parts_operands_of_which_neither_is_text),
        test(println_parts_all_and_ends_the_line),
        test(what_is_no_bool_is_complained_of_as_helm_does),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
