#include "tests/unit/common/yaml_shown.h"

static void keys_become_text(void **state)
{
    (void)state;
    assert_string_equal(helm("{1: a, 0x10: b, 1e3: c, 1000000.0: d, 12345678901: e, 1.5: f, yes: g, n: h}"),
                        "{1:'a',1.5:'f',1000:'c',12345678901:'e',16:'b',1e+06:'d',false:'h',true:'g'}");
    assert_string_equal(strict("{on: 1, 0x10: 2}"), "{0x10:2,on:1}");
}

static void a_key_with_a_tag_is_not_as_written(void **state)
{
    (void)state;
    assert_string_equal(strict("{!!int 0x10: 1, !!str 0x11: 2}"), "{0x11:2,16:1}");
}

static void an_alias_as_a_key_has_lost_its_spelling(void **state)
{
    (void)state;
    assert_string_equal(strict("a: &a 0x10\n*a : 1\n"), "{16:1,a:16}");
    assert_string_equal(helm("a: &a on\nb: &b 0.1\n*a : 1\n*b : 2\n"),
                        "{0.1:2,a:true,b:0.10000000000000001,true:1}");
}

static void what_cannot_be_a_key_is_shown_as_go_has_it(void **state)
{
    (void)state;
    assert_string_equal(
        helm("? [a, 1, true, ~]\n: c"),
        "v.yaml:1:3: yaml: invalid map key: []interface {}{\"a\", 1, true, interface {}(nil)}\n");
    assert_string_equal(
        helm("? {a: [], b: 1.5}\n: c"),
        "v.yaml:1:3: yaml: invalid map key: map[interface {}]interface {}{\"a\":[]interface {}{}, "
        "\"b\":1.5}\n");
    assert_string_equal(helm("18446744073709551615: a"),
                        "v.yaml:1:1: unsupported map key of type: uint64, key: 0xffffffffffffffff\n");
}

static void a_null_key_is_told_with_its_value(void **state)
{
    (void)state;
    assert_string_equal(helm("null: d"),
                        "v.yaml:1:1: unsupported map key of type: %!s(<nil>), key: <nil>, value: \"d\"\n");
    assert_string_equal(helm("~: ~"),
                        "v.yaml:1:1: unsupported map key of type: %!s(<nil>), key: <nil>, value: <nil>\n");
    assert_string_equal(strict("null: d"), "{null:'d'}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keys_become_text, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_with_a_tag_is_not_as_written, setup, teardown),
        cmocka_unit_test_setup_teardown(an_alias_as_a_key_has_lost_its_spelling, setup, teardown),
        cmocka_unit_test_setup_teardown(what_cannot_be_a_key_is_shown_as_go_has_it, setup, teardown),
        cmocka_unit_test_setup_teardown(a_null_key_is_told_with_its_value, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
