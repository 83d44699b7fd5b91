#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/value.h"
#include "render/go_type.h"
#include "render/toml_write.h"
#include "tests/unit/fresh_arena.h"

static struct value *text(const char *s)
{
    return value_text(&arena, s, strlen(s));
}

static void set(struct value *map, const char *key, struct value *v)
{
    assert_int_equal(value_set(&arena, map, key, strlen(key), v), 0);
}

static const char *written(const struct value *v)
{
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "");
    assert_null(toml_write(v, &t));
    return t.at;
}

static void plain_keys_stand_before_tables_and_tables_before_theirs(void **state)
{
    (void)state;
    struct value *top = value_map(&arena), *inner = value_map(&arena), *innermost = value_map(&arena);
    set(innermost, "k", text("v"));
    set(inner, "a", innermost);
    set(inner, "b", text("x"));
    set(top, "a", inner);
    set(top, "z", text("y"));
    assert_string_equal(written(top), "z = \"y\"\n\n[a]\n  b = \"x\"\n  [a.a]\n    k = \"v\"\n");
}

static void keys_and_texts_are_quoted_as_far_as_need_be(void **state)
{
    (void)state;
    struct value *top = value_map(&arena);
    set(top, "a-B_9", text("\"\\\n\1"));
    set(top, "b c", text(""));
    assert_string_equal(written(top), "a-B_9 = \"\\\"\\\\\\n\\u0001\"\n\"b c\" = \"\"\n");
}

/* Helm 4's KubeVersion, whose second field does not show: Go's encoder puts its commas by the number of the
 * field. */
static void a_struct_is_a_table_in_gos_order(void **state)
{
    (void)state;
    struct value *version = value_map(&arena), *list = value_list(&arena), *top = value_map(&arena);
    version->form = FORM_KUBE_VERSION4;
    set(version, "Version", text("v1.2"));
    set(version, "String", text("v1.2"));
    set(version, "Major", text("1"));
    set(version, "Minor", text("2"));
    set(top, "v", version);
    assert_string_equal(written(top), "[v]\n  Version = \"v1.2\"\n  Major = \"1\"\n  Minor = \"2\"\n");
    assert_int_equal(value_push(&arena, list, version), 0);
    assert_int_equal(value_push(&arena, list, value_bool(&arena, true)), 0);
    set(top, "v", list);
    assert_string_equal(written(top), "v = [{Version = \"v1.2\", Major = \"1\"Minor = \"2\", }, true]\n");
}

static void files_are_lists_of_octets(void **state)
{
    (void)state;
    struct value *top = value_map(&arena);
    top->form = FORM_FILES;
    set(top, "a", text("A\xff"));
    set(top, "b", text(""));
    assert_string_equal(written(top), "a = [65, 255]\nb = []\n");
}

static void only_a_map_has_a_form_and_no_list_holds_a_nil(void **state)
{
    (void)state;
    struct text t;
    struct value *list = value_list(&arena), *top = value_map(&arena);
    text_init(&t, &arena);
    assert_int_equal(value_push(&arena, list, value_map(&arena)), 0);
    assert_string_equal(toml_write(list, &t), "toml: top-level values must be Go maps or structs");
    assert_int_equal(value_push(&arena, list, value_null(&arena)), 0);
    set(top, "l", list);
    assert_string_equal(toml_write(top, &t), "toml: cannot encode array with nil element");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(plain_keys_stand_before_tables_and_tables_before_theirs),
        in_arena(keys_and_texts_are_quoted_as_far_as_need_be),
        in_arena(only_a_map_has_a_form_and_no_list_holds_a_nil),
        in_arena(a_struct_is_a_table_in_gos_order),
        in_arena(files_are_lists_of_octets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
