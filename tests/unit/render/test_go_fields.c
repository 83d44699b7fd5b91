#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_fields.h"
#include "render/go_format.h"
#include "render/go_print.h"
#include "render/go_type.h"
#include "render/json.h"
#include "render/yaml_write.h"
#include "tests/unit/fresh_arena.h"

static struct value *structure(enum go_form form, const char *const fields[][2], size_t count)
{
    struct value *v = value_map(&arena);
    v->form = (uint8_t)form;
    for (size_t i = 0; i < count; i++)
        assert_int_equal(
            value_sets(&arena, v, fields[i][0], value_text(&arena, fields[i][1], strlen(fields[i][1]))), 0);
    return v;
}

static struct value *dependency(void)
{
    static const char *const fields[][2] = {
        {"Name", "db"}, {"Version", ""}, {"Alias", "store"}, {"Repository", ""}};
    return structure(FORM_DEPENDENCY, fields, 4);
}

/* .Chart: Metadata embedded, its fields beside it. */
static struct value *chart(void)
{
    static const char *const fields[][2] = {{"Name", "c"}, {"APIVersion", "v2"}, {"Home", ""}};
    struct value *own = structure(FORM_METADATA, fields, 3), *whole = structure(FORM_CHART, fields, 3);
    assert_int_equal(value_sets(&arena, whole, "Metadata", own), 0);
    assert_int_equal(value_sets(&arena, whole, "IsRoot", value_bool(&arena, false)), 0);
    return whole;
}

static const char *as_json(const struct value *v)
{
    struct text t;
    text_init(&t, &arena);
    assert_int_equal(json_write(v, JSON_ESCAPED, &t), 0);
    return t.at;
}

static void only_structs_have_fields(void **state)
{
    (void)state;
    struct value *map = value_map(&arena);
    assert_null(go_fields(map));
    assert_null(go_fields(value_null(&arena)));
    map->form = FORM_SEMVER;
    assert_null(go_fields(map));
    assert_string_equal(go_fields(dependency())->name, "Name");
}

static void json_has_its_own_names_in_gos_order_and_leaves_out_what_is_empty(void **state)
{
    (void)state;
    assert_string_equal(as_json(dependency()), "{\"name\":\"db\",\"repository\":\"\",\"alias\":\"store\"}");
    assert_string_equal(as_json(chart()), "{\"name\":\"c\",\"apiVersion\":\"v2\",\"IsRoot\":false}");
}

static void as_a_map_embedded_fields_stand_beside_the_others(void **state)
{
    (void)state;
    const struct value *map = go_fields_as_map(chart(), &arena);
    assert_non_null(map);
    assert_int_equal(map->map->count, 3);
    assert_string_equal(as_json(map), "{\"IsRoot\":false,\"apiVersion\":\"v2\",\"name\":\"c\"}");
}

static void a_field_that_is_not_there_is_nil(void **state)
{
    (void)state;
    const struct value *v = dependency();
    const struct go_named *f = go_fields(v);
    while (strcmp(f->name, "Tags") != 0)
        f++;
    assert_int_equal(go_field_value(v, f)->kind, VALUE_NULL);
}

static void it_prints_as_go_prints_structs_and_pointers(void **state)
{
    (void)state;
    struct text t;
    struct value *v = dependency();
    struct value *const args[] = {v};
    text_init(&t, &arena);
    go_print_operand(v, &t);
    assert_string_equal(t.at, "{db   <nil> <nil> <nil> <nil> store}");
    text_init(&t, &arena);
    go_printf("%+v", 3, args, 1, &t);
    assert_non_null(strstr(t.at, "&{Name:db Version: Repository:"));
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(only_structs_have_fields),
        in_arena(json_has_its_own_names_in_gos_order_and_leaves_out_what_is_empty),
        in_arena(as_a_map_embedded_fields_stand_beside_the_others),
        in_arena(a_field_that_is_not_there_is_nil),
        in_arena(it_prints_as_go_prints_structs_and_pointers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
