#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/json.h"
#include "render/set.h"
#include "tests/unit/fresh_arena.h"

static bool helm4;

static const char *set_on(const char *json, enum set_kind kind, const char *argument)
{
    const struct json_options options = {.keep_integers = true};
    static struct diag err;
    struct value *map;
    struct fault f;
    struct text out;
    fault_init(&f, &arena);
    text_init(&out, &arena);
    assert_int_equal(json_read(json, strlen(json), &options, &arena, &map, &err), 0);
    if (set_apply(kind, argument, helm4, map, &arena, &f) != 0)
        return f.helm;
    assert_int_equal(json_write(map, JSON_ESCAPED, &out), 0);
    return out.at;
}

static const char *set(const char *argument)
{
    return set_on("{}", SET_TYPED, argument);
}

static void words_and_integers_are_themselves_all_else_is_text(void **state)
{
    (void)state;
    assert_string_equal(set("a=1,b=1.5,c=TRUE,d=null,e=,f=0,g=007,h=-5,i=1e3"),
                        "{\"a\":1,\"b\":\"1.5\",\"c\":true,\"d\":null,\"e\":\"\",\"f\":0,\"g\":\"007\",\"h\":"
                        "-5,\"i\":\"1e3\"}");
    assert_string_equal(set("m=9223372036854775807,n=9223372036854775808"),
                        "{\"m\":9223372036854775807,\"n\":\"9223372036854775808\"}");
}

static void braces_and_brackets_make_lists(void **state)
{
    (void)state;
    assert_string_equal(set("a={1,b,true,null,},b={}"), "{\"a\":[1,\"b\",true,null,\"\"],\"b\":[\"\"]}");
    assert_string_equal(set("l[1]=9,k[2].name=x,j[0][1]=y"),
                        "{\"j\":[[null,\"y\"]],\"k\":[null,null,{\"name\":\"x\"}],\"l\":[null,9]}");
    assert_string_equal(set_on("{\"l\":[7,8]}", SET_TYPED, "l[1]=x"), "{\"l\":[7,\"x\"]}");
}

static void a_backslash_takes_the_next_character(void **state)
{
    (void)state;
    assert_string_equal(set("a=x\\,y,b\\.c=1,p\\=q=2"), "{\"a\":\"x,y\",\"b.c\":1,\"p=q\":2}");
    assert_string_equal(set_on("{}", SET_LITERAL, "a.b=x,y={z}\\n"), "{\"a\":{\"b\":\"x,y={z}\\\\n\"}}");
}

static void json_is_read_up_to_its_end(void **state)
{
    (void)state;
    assert_string_equal(set_on("{}", SET_JSON, "a={\"x\":[1,2]},b=null, c=\"t\""),
                        "{\" c\":\"t\",\"a\":{\"x\":[1,2]},\"b\":null}");
}

static void faults_have_helms_words(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"a", "key \"a\" has no value"},
        {"a={x", "list must terminate with '}'"},
        {"a[x]=1", "error parsing index: strconv.Atoi: parsing \"x\": invalid syntax"},
        {"a[-1]=1", "negative -1 index not allowed"},
        {"a[70000]=1", "index of 70000 is greater than maximum supported index of 65536"},
        {"a..b=1", "key map \"a\" has no value"},
        {"a=1,a.b=2",
         "unable to parse key: interface conversion: interface {} is int64, not map[string]interface {}"},
        {"a[0]x=1", "unexpected data at end of array index: ['x']"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(set(cases[i][0]), cases[i][1]);
}

static void an_index_without_end_is_nothing_to_helm_4(void **state)
{
    (void)state;
    assert_string_equal(set("a=1,x[0"), "error parsing index: EOF");
    helm4 = true;
    assert_string_equal(set("a=1,x[0"), "{\"a\":1}");
    assert_string_equal(set("a=1,x["), "{\"a\":1}");
    assert_string_equal(set("a=1,x[0][1"), "{\"a\":1,\"x\":[]}");
    assert_string_equal(set("a=1,x[y]=1"),
                        "error parsing index: strconv.Atoi: parsing \"y\": invalid syntax");
    helm4 = false;
    assert_string_equal(
        set("x[99999999999999999999]=1"),
        "error parsing index: strconv.Atoi: parsing \"99999999999999999999\": value out of range");
}

static void names_and_indexes_are_bounded(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    for (int i = 0; i < SET_NAMES_MAX; i++)
        text_adds(&t, "a.");
    text_adds(&t, "a=1");
    assert_int_equal(*set(t.at), '{');
    assert_string_equal(set(arena_printf(&arena, "a.%s", t.at)),
                        "value name nested level is greater than maximum supported nested level of 30");
    assert_int_equal(*set("a[65536]=1"), '{');
    text_cut(&t, 0);
    text_adds(&t, "a");
    for (int i = 0; i < SET_LISTS_MAX + 3; i++)
        text_adds(&t, "[0]");
    text_adds(&t, "=1");
    assert_string_equal(set(t.at), "lists are nested deeper than 100");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_and_integers_are_themselves_all_else_is_text, setup, teardown),
        cmocka_unit_test_setup_teardown(braces_and_brackets_make_lists, setup, teardown),
        cmocka_unit_test_setup_teardown(a_backslash_takes_the_next_character, setup, teardown),
        cmocka_unit_test_setup_teardown(json_is_read_up_to_its_end, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_have_helms_words, setup, teardown),
        cmocka_unit_test_setup_teardown(an_index_without_end_is_nothing_to_helm_4, setup, teardown),
        cmocka_unit_test_setup_teardown(names_and_indexes_are_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
