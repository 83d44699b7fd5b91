#include "tests/unit/cmocka_all.h"

#include "render/key_order.h"
#include "tests/unit/render/arena_json.h"

enum { KEYS_MAX = 16 };

/* The keys of a JSON map in their order, a blank behind each. */
static const char *ordered(const char *json, bool pretty)
{
    const struct value *map = json_value(json);
    const struct entry *order[KEYS_MAX];
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "");
    assert_true(map->map->count <= KEYS_MAX);
    key_order(map, pretty, order);
    for (size_t i = 0; i < map->map->count; i++) {
        text_add(&out, order[i]->key, order[i]->key_len);
        text_addc(&out, ' ');
    }
    return out.at;
}

static void keys_stand_as_go_yaml_writes_them(void **state)
{
    static const struct {
        const char *json, *wanted;
    } cases[] = {
        {"{}", ""},
        {"{\"b\":0,\"a\":0,\"c\":0}", "a b c "},
        {"{\"b\":0,\"B\":0,\"a\":0,\"A\":0}", "A B a b "},
        {"{\"a10\":0,\"a9\":0,\"a1\":0}", "a1 a9 a10 "},
        {"{\"a01\":0,\"a1\":0,\"a2\":0}", "a1 a01 a2 "},
        {"{\"10\":0,\"9\":0,\"a\":0}", "9 10 a "},
        {"{\"ab\":0,\"a\":0,\"abc\":0}", "a ab abc "},
        {"{\"a-b\":0,\"ab\":0,\"a_b\":0}", "a-b a_b ab "},
        {"{\"a.b\":0,\"a-b\":0,\"a/b\":0}", "a-b a.b a/b "},
        {"{\"\":0,\"a\":0,\"-\":0}", " - a "},
        {"{\"\xc3\xa4\":0,\"z\":0}", "z \xc3\xa4 "},
        {"{\"v1.10\":0,\"v1.9\":0}", "v1.9 v1.10 "},
        {"{\"a100\":0,\"a1000\":0,\"a99\":0}", "a99 a100 a1000 "},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (int pretty = 0; pretty < 2; pretty++)
            assert_string_equal(ordered(cases[i].json, pretty), cases[i].wanted);
}

static void behind_a_digit_v3_puts_letters_first(void **state)
{
    static const char json[] = "{\"1-\":0,\"1a\":0}";
    (void)state;
    assert_string_equal(ordered(json, false), "1- 1a ");
    assert_string_equal(ordered(json, true), "1a 1- ");
}

static void bad_utf8_and_nul_end_nothing(void **state)
{
    struct value *map = value_map(&arena);
    const struct entry *order[3];
    (void)state;
    value_set(&arena, map, "a\0c", 3, value_null(&arena));
    value_set(&arena, map, "a\0b", 3, value_null(&arena));
    value_set(&arena, map, "\xff", 1, value_null(&arena));
    key_order(map, false, order);
    assert_memory_equal(order[0]->key, "\xff", 1);
    assert_memory_equal(order[1]->key, "a\0b", 3);
    assert_memory_equal(order[2]->key, "a\0c", 3);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keys_stand_as_go_yaml_writes_them, setup, teardown),
        cmocka_unit_test_setup_teardown(behind_a_digit_v3_puts_letters_first, setup, teardown),
        cmocka_unit_test_setup_teardown(bad_utf8_and_nul_end_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
