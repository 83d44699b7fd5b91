/* YAML into a Go struct; what is wanted is what encoding/json makes of the same, seen in Helm 3.22's
 * messages. */
#include "render/go_struct.h"

#include <string.h>

#include "tests/unit/render/arena_json.h"

static const struct go_field inner_fields[] = {{"name", GO_STRING, NULL}, {"on", GO_BOOL, NULL}, {0}};
static const struct go_struct inner = {"Inner", inner_fields, NULL};
static const struct go_field outer_fields[] = {{"name", GO_STRING, NULL},    {"words", GO_STRINGS, NULL},
                                               {"on", GO_BOOL, NULL},        {"notes", GO_STRING_MAP, NULL},
                                               {"any", GO_ANYS, NULL},       {"one", GO_STRUCT, &inner},
                                               {"many", GO_STRUCTS, &inner}, {0}};
static const struct go_struct outer = {"Outer", outer_fields, NULL};

static struct fault fault;

static struct value *as_struct(const char *json)
{
    struct value *out = NULL;
    fault_init(&fault, &arena);
    return go_struct_read(json_value(json), &outer, "p.Outer", "chart", &arena, &out, &fault) == 0 ? out
                                                                                                   : NULL;
}

static void expect(const char *json, const char *wanted)
{
    struct text out;
    const struct value *v = as_struct(json);
    if (!v)
        fail_msg("%s: %s", json, fault.helm);
    text_init(&out, &arena);
    assert_int_equal(json_write(v, JSON_RAW, &out), 0);
    assert_string_equal(out.at, wanted);
}

static void expect_fault(const char *json, const char *wanted)
{
    if (as_struct(json))
        fail_msg("%s was taken", json);
    assert_string_equal(fault.helm, wanted);
}

static void known_keys_are_taken_and_others_dropped(void **state)
{
    (void)state;
    expect("{}", "{}");
    expect("{\"name\":\"n\",\"other\":{\"name\":5},\"on\":true}", "{\"name\":\"n\",\"on\":true}");
    expect("{\"one\":{\"name\":\"n\",\"x\":1},\"many\":[{\"on\":false},{}]}",
           "{\"many\":[{\"on\":false},{}],\"one\":{\"name\":\"n\"}}");
    expect("{\"any\":[1,\"x\",{\"y\":null}]}", "{\"any\":[1,\"x\",{\"y\":null}]}");
}

static void a_key_in_other_letters_is_taken_for_it(void **state)
{
    (void)state;
    expect("{\"NAME\":\"n\"}", "{\"name\":\"n\"}");
    expect("{\"Words\":[\"a\"]}", "{\"words\":[\"a\"]}");
}

static void scalars_become_text_where_text_is_wanted(void **state)
{
    (void)state;
    expect("{\"name\":5}", "{\"name\":\"5\"}");
    expect("{\"name\":-9223372036854775808}", "{\"name\":\"-9223372036854775808\"}");
    expect("{\"name\":1.10}", "{\"name\":\"1.1\"}");
    expect("{\"name\":true}", "{\"name\":\"true\"}");
    expect("{\"words\":[1,false,\"x\"]}", "{\"words\":[\"1\",\"false\",\"x\"]}");
    expect("{\"notes\":{\"a\":1,\"b\":\"x\"}}", "{\"notes\":{\"a\":\"1\",\"b\":\"x\"}}");
}

static void null_is_as_if_the_key_were_not_there(void **state)
{
    (void)state;
    expect("{\"name\":null,\"on\":null,\"words\":null,\"one\":null,\"many\":null}", "{}");
    expect("{\"many\":[null,{}]}", "{\"many\":[null,{}]}");
}

static void what_does_not_fit_is_told_in_gos_words(void **state)
{
    (void)state;
    expect_fault("{\"name\":[1]}",
                 "json: cannot unmarshal array into Go struct field Outer.name of type string");
    expect_fault("{\"name\":{}}",
                 "json: cannot unmarshal object into Go struct field Outer.name of type string");
    expect_fault("{\"on\":\"yes\"}",
                 "json: cannot unmarshal string into Go struct field Outer.on of type bool");
    expect_fault("{\"words\":\"x\"}",
                 "json: cannot unmarshal string into Go struct field Outer.words of type []string");
    expect_fault("[1]", "json: cannot unmarshal array into Go value of type p.Outer");
    expect_fault("\"x\"", "json: cannot unmarshal string into Go value of type p.Outer");
}

static void the_first_fault_is_the_one_told(void **state)
{
    (void)state;
    expect_fault("{\"name\":[1],\"on\":5}",
                 "json: cannot unmarshal array into Go struct field Outer.name of type string");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(known_keys_are_taken_and_others_dropped),  test(a_key_in_other_letters_is_taken_for_it),
        test(scalars_become_text_where_text_is_wanted), test(null_is_as_if_the_key_were_not_there),
        test(what_does_not_fit_is_told_in_gos_words),   test(the_first_fault_is_the_one_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
