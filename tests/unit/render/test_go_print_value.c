/* Any value under one verb; what is wanted was printed by Helm 3.22. */
#include "render/go_print_value.h"

#include <string.h>

#include "render/go_type.h"
#include "render/semver_value.h"
#include "tests/unit/render/arena_json.h"

static const char *printed(struct go_verb d, const struct value *v)
{
    struct text to;
    d.width = d.precision = -1;
    text_init(&to, &arena);
    text_adds(&to, "");
    go_print_value(&d, v, &to);
    return to.at;
}

static struct value *version(const char *text)
{
    struct semver v;
    assert_true(semver_read(text, strlen(text), &v));
    return semver_value(&v, value_text(&arena, text, strlen(text)), &arena);
}

static void each_item_is_printed_under_the_verb(void **state)
{
    const struct value *v = json_value("[1, \"x\", {\"k\": 2}, null]");
    (void)state;
    assert_string_equal(printed((struct go_verb){.verb = 'd'}, v),
                        "[1 %!d(string=x) map[%!d(string=k):2] <nil>]");
    assert_string_equal(printed((struct go_verb){.verb = 'v', .syntax = true}, v),
                        "[]interface {}{1, \"x\", map[string]interface {}{\"k\":2}, interface {}(nil)}");
    assert_string_equal(printed((struct go_verb){.verb = 's'}, NULL), "%!s(<nil>)");
}

static void a_version_says_itself_where_the_verb_is_one_for_text(void **state)
{
    (void)state;
    assert_string_equal(printed((struct go_verb){.verb = 'v'}, version("v1.2")), "1.2.0");
    assert_string_equal(printed((struct go_verb){.verb = 'x'}, version("1.2.3")), "312e322e33");
    assert_string_equal(printed((struct go_verb){.verb = 'd'}, version("1.2.3-a")),
                        "&{1 2 3 %!d(string=a) %!d(string=) %!d(string=1.2.3-a)}");
    assert_string_equal(printed((struct go_verb){.verb = 'w'}, version("1.2.3")),
                        "%!w(*semver.Version=&{1 2 3   1.2.3})");
    assert_string_equal(printed((struct go_verb){.verb = 'v', .syntax = true}, version("1.2.3")),
                        "&semver.Version{major:0x1, minor:0x2, patch:0x3, pre:\"\", metadata:\"\", "
                        "original:\"1.2.3\"}");
}

static void a_pointer_within_something_is_a_number(void **state)
{
    struct value *list = value_list(&arena);
    (void)state;
    assert_int_equal(value_push(&arena, list, version("1.2.3")), 0);
    assert_string_equal(printed((struct go_verb){.verb = 'v'}, list), "[1.2.3]");
    assert_string_equal(printed((struct go_verb){.verb = 'x'}, list), "[312e322e33]");
    assert_string_equal(printed((struct go_verb){.verb = 'o'}, list), "[6000000000000000]");
    assert_string_equal(printed((struct go_verb){.verb = 'p'}, list), "0xc00000000000");
    assert_string_equal(printed((struct go_verb){.verb = 't'}, list),
                        "[%!t(*semver.Version=&{1 2 3   1.2.3})]");
    assert_string_equal(printed((struct go_verb){.verb = 'v', .syntax = true}, list),
                        "[]interface {}{(*semver.Version)(0xc00000000000)}");
}

static void octets_are_numbers_or_text(void **state)
{
    struct value *v = value_text(&arena, "ab", 2);
    (void)state;
    v->form = FORM_BYTES;
    assert_string_equal(printed((struct go_verb){.verb = 'v'}, v), "[97 98]");
    assert_string_equal(printed((struct go_verb){.verb = 's'}, v), "ab");
    assert_string_equal(printed((struct go_verb){.verb = 'v', .syntax = true}, v), "[]byte{0x61, 0x62}");
    v = value_text(&arena, "", 0);
    v->form = FORM_NIL_BYTES;
    assert_string_equal(printed((struct go_verb){.verb = 'v', .syntax = true}, v), "[]byte(nil)");
    assert_string_equal(printed((struct go_verb){.verb = 'v'}, v), "[]");
}

static void what_holds_itself_ends(void **state)
{
    struct value *list = value_list(&arena);
    (void)state;
    assert_int_equal(value_push(&arena, list, list), 0);
    assert_int_equal(strlen(printed((struct go_verb){.verb = 'v'}, list)), 2 * (VALUE_DEPTH_MAX + 1));
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(each_item_is_printed_under_the_verb),
        test(a_version_says_itself_where_the_verb_is_one_for_text),
        test(a_pointer_within_something_is_a_number),
        test(octets_are_numbers_or_text),
        test(what_holds_itself_ends),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
