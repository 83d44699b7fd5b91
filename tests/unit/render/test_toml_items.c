#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_type.h"
#include "render/toml_items.h"
#include "tests/unit/fresh_arena.h"

static void set(struct value *map, const char *key, struct value *v)
{
    assert_int_equal(value_sets(&arena, map, key, v), 0);
}

static struct value *shaped(enum go_form form)
{
    struct value *map = value_map(&arena);
    map->form = (uint8_t)form;
    return map;
}

static void a_maps_items_are_its_entries(void **state)
{
    (void)state;
    struct value *map = shaped(FORM_PLAIN);
    set(map, "b", value_bool(&arena, true));
    struct toml_items items = toml_items_of(map, &arena);
    assert_ptr_equal(items.entries, map->map->entries);
    assert_int_equal(items.count, 1);
    assert_false(items.is_struct);
}

/* As many as the fields of Metadata and one: no field has the number of the last. */
static void an_embedded_struct_stands_in_its_place(void **state)
{
    (void)state;
    struct value *chart = shaped(FORM_CHART), *metadata = shaped(FORM_METADATA);
    set(metadata, "Name", value_borrow(&arena, "n", 1));
    set(chart, "Metadata", metadata);
    set(chart, "IsRoot", value_bool(&arena, true));
    struct toml_items items = toml_items_of(chart, &arena);
    assert_true(items.is_struct);
    assert_int_equal(items.count, 18);
    assert_int_equal(items.last, items.count);
    assert_string_equal(items.entries[0].key, "Name");
    assert_true(value_is(items.entries[0].value, "n"));
    assert_int_equal(items.entries[1].value->kind, VALUE_NULL);
    assert_string_equal(items.entries[17].key, "IsRoot");
}

static void files_hold_octets(void **state)
{
    (void)state;
    struct value *files = shaped(FORM_FILES);
    set(files, "a", value_borrow(&arena, "x", 1));
    struct toml_items items = toml_items_of(files, &arena);
    assert_int_equal(items.entries[0].value->form, FORM_BYTES);
    assert_int_equal(value_gets(files, "a")->form, FORM_PLAIN);
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(a_maps_items_are_its_entries),
        in_arena(an_embedded_struct_stands_in_its_place),
        in_arena(files_hold_octets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
