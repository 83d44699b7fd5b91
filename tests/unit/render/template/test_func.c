/* Finding functions and methods, and what every function uses to give its result. */
#include "render/template/func.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 1024 * 1024);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void functions_of_every_family_are_found(void **state)
{
    static const char *const names[] = {"eq",    "dict",       "toYaml", "include", "list",  "add",
                                        "print", "regexMatch", "semver", "trim",    "kindOf"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct func *f = func_find(names[i], false);
        assert_non_null(f);
        assert_string_equal(f->name, names[i]);
    }
    assert_null(func_find("", false));
    assert_null(func_find("Trim", false));
    assert_null(func_find("env", false));
    assert_null(func_find("expandenv", false));
}

static void only_helms_objects_have_methods(void **state)
{
    struct value files = {.kind = VALUE_MAP, .form = FORM_FILES}, map = {.kind = VALUE_MAP};
    struct value versions = {.kind = VALUE_LIST, .form = FORM_VERSIONS}, number = {.kind = VALUE_INT};
    (void)state;
    assert_string_equal(func_method(&files, "Get", 3)->name, "Get");
    assert_string_equal(func_method(&files, "GetBytes", 8)->name, "GetBytes");
    assert_string_equal(func_method(&versions, "Has", 3)->name, "Has");
    assert_null(func_method(&files, "Ge", 2));
    assert_null(func_method(&files, "Has", 3));
    assert_null(func_method(&versions, "Get", 3));
    assert_null(func_method(&map, "Get", 3));
    assert_null(func_method(&number, "Get", 3));
}

static void results_have_the_type_they_are_given_as(void **state)
{
    struct call c = {.arena = &arena};
    (void)state;
    call_int(&c, 5);
    assert_string_equal(go_type_name(c.result), "int");
    call_int64(&c, 5);
    assert_string_equal(go_type_name(c.result), "int64");
    call_float(&c, 1.5);
    assert_string_equal(go_type_name(c.result), "float64");
    call_bool(&c, true);
    assert_string_equal(go_type_name(c.result), "bool");
    call_text(&c, "abc", 2);
    assert_true(value_is(c.result, "ab"));
    call_texts(&c, "abc");
    assert_true(value_is(c.result, "abc"));
    call_take(&c, &(struct text){0});
    assert_true(value_is(c.result, ""));
    assert_null(c.error);
    call_fail(&c, "%s %d", "no", 5);
    assert_string_equal(c.error, "no 5");
}

static void values_show_as_text(void **state)
{
    struct call c = {.arena = &arena};
    struct value none = {.kind = VALUE_NULL}, whole = {.kind = VALUE_INT, .integer = -7};
    struct value words = {.kind = VALUE_STRING, .text = {"a\0b", 3}};
    (void)state;
    assert_string_equal(call_strval(&c, &none).at, "<nil>");
    assert_string_equal(call_strval(&c, &whole).at, "-7");
    assert_int_equal(call_strval(&c, &words).len, 3);
}

static void only_lists_pass_for_lists(void **state)
{
    struct call c = {.arena = &arena};
    struct value words = {.kind = VALUE_STRING, .text = {"a", 1}};
    (void)state;
    assert_true(call_list_arg(&c, call_list(&c), "push"));
    assert_null(c.error);
    assert_false(call_list_arg(&c, &words, "push"));
    assert_string_equal(c.error, "Cannot push on type string");
    assert_true(call_is_empty(c.result));
    assert_false(call_is_empty(&words));
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(functions_of_every_family_are_found),
        WITH_ARENA(only_helms_objects_have_methods),
        WITH_ARENA(results_have_the_type_they_are_given_as),
        WITH_ARENA(values_show_as_text),
        WITH_ARENA(only_lists_pass_for_lists),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
