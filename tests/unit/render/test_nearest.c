#include "tests/unit/cmocka_all.h"

#include "render/nearest.h"
#include "tests/unit/render/arena_json.h"

/* The longest name that is looked at; "a" times that, and one more. */
enum { NAME_MAX_LEN = 64 };

static void a_slip_is_one_edit_at_most(void **state)
{
    static const struct {
        const char *a, *b;
        bool slip;
    } cases[] = {
        {"image", "image", true},
        {"image", "imge", true},
        {"image", "imagee", true},
        {"image", "imbge", true},
        {"image", "iamge", true},
        {"image", "IMAGE", true},
        {"image", "mage", true},
        {"image", "imag", true},
        {"image", "ie", false},
        {"image", "miaeg", false},
        {"image", "imaeg", true},
        {"image", "geami", false},
        {"", "", true},
        {"", "a", true},
        {"", "ab", false},
        {"abc", "cab", false},
        {"ports", "sports", true},
        {"ports", "prts", true},
        {"ports", "port-s", true},
        {"ports", "volume", false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (nearest_is_slip(cases[i].a, cases[i].b) != cases[i].slip ||
            nearest_is_slip(cases[i].b, cases[i].a) != cases[i].slip)
            fail_msg("%s and %s", cases[i].a, cases[i].b);
}

static void a_name_past_the_bound_is_no_slip(void **state)
{
    char name[NAME_MAX_LEN + 2] = {0};
    (void)state;
    memset(name, 'a', NAME_MAX_LEN);
    assert_true(nearest_is_slip(name, name));
    name[NAME_MAX_LEN] = 'a';
    assert_false(nearest_is_slip(name, name));
    assert_false(nearest_is_slip(name, name + 1));
}

static void the_least_far_key_is_meant(void **state)
{
    static const struct {
        const char *map, *key, *wanted;
    } cases[] = {
        {"{\"image\": 1, \"volumes\": 1}", "imgae", "image"},
        {"{\"image\": 1, \"volumes\": 1}", "Volume", "volumes"},
        {"{\"image\": 1, \"volumes\": 1}", "restart", NULL},
        {"{\"port\": 1, \"ports\": 1}", "ports_", "ports"},
        {"{\"a\": 1}", "b", NULL},
        {"{\"\": 1}", "b", NULL},
        {"{}", "b", NULL},
        {"{\"a\": 1}", "", NULL},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = nearest_key(json_value(cases[i].map), cases[i].key, strlen(cases[i].key));
        if (!got != !cases[i].wanted || (got && strcmp(got, cases[i].wanted) != 0))
            fail_msg("%s in %s: %s", cases[i].key, cases[i].map, got ? got : "none");
    }
}

static void only_the_octets_of_the_key_count(void **state)
{
    (void)state;
    assert_string_equal(nearest_key(json_value("{\"image\": 1}"), "imag: nginx", 4), "image");
}

static void a_key_past_the_bound_has_none_near(void **state)
{
    char name[NAME_MAX_LEN + 2] = {0};
    struct value *map = value_map(&arena);
    (void)state;
    memset(name, 'a', NAME_MAX_LEN + 1);
    value_set(&arena, map, name, NAME_MAX_LEN, value_null(&arena));
    assert_non_null(nearest_key(map, name, NAME_MAX_LEN));
    assert_null(nearest_key(map, name, NAME_MAX_LEN + 1));
    map = value_map(&arena);
    value_set(&arena, map, name, NAME_MAX_LEN + 1, value_null(&arena));
    assert_null(nearest_key(map, name, NAME_MAX_LEN));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_slip_is_one_edit_at_most, setup, teardown),
        cmocka_unit_test_setup_teardown(a_name_past_the_bound_is_no_slip, setup, teardown),
        cmocka_unit_test_setup_teardown(the_least_far_key_is_meant, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_octets_of_the_key_count, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_past_the_bound_has_none_near, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
