#include "tests/unit/cmocka_all.h"

#include "render/values.h"
#include "tests/unit/render/arena_json.h"

static const char *shown(const struct value *v)
{
    struct text out;
    text_init(&out, &arena);
    assert_int_equal(json_write(v, JSON_ESCAPED, &out), 0);
    return out.at;
}

static void maps_are_merged_all_the_way_down(void **state)
{
    static const struct {
        const char *base, *over, *wanted;
    } cases[] = {
        {"{}", "{}", "{}"},
        {"{\"a\":1}", "{\"b\":2}", "{\"a\":1,\"b\":2}"},
        {"{\"a\":1}", "{\"a\":2}", "{\"a\":2}"},
        {"{\"a\":{\"b\":1,\"c\":1}}", "{\"a\":{\"c\":2}}", "{\"a\":{\"b\":1,\"c\":2}}"},
        {"{\"a\":{\"b\":1}}", "{\"a\":3}", "{\"a\":3}"},
        {"{\"a\":3}", "{\"a\":{\"b\":1}}", "{\"a\":{\"b\":1}}"},
        {"{\"a\":{\"b\":1}}", "{\"a\":null}", "{\"a\":null}"},
        {"{\"a\":[1,2]}", "{\"a\":[3]}", "{\"a\":[3]}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct value *base = json_value(cases[i].base), *over = json_value(cases[i].over);
        const char *base_before = shown(base), *over_before = shown(over);
        assert_string_equal(shown(values_merge(&arena, base, over)), cases[i].wanted);
        assert_string_equal(shown(base), base_before);
        assert_string_equal(shown(over), over_before);
    }
}

static const char *const files[] = {"1.yaml", "2.yaml"};

/* Two files and up to two options over them: the values as JSON, or Helm's words. */
static const char *read_all(const char *first, const char *second, struct values_set a, struct values_set b,
                            bool helm4)
{
    const struct bytes texts[] = {{first, strlen(first)}, {second, strlen(second)}};
    const struct values_set sets[] = {a, b};
    struct values_options options = {
        .files = files, .texts = texts, .file_count = 2, .sets = sets, .helm4 = helm4};
    struct value *out;
    struct fault f;
    options.set_count = (size_t)(a.argument != NULL) + (b.argument != NULL);
    fault_init(&f, &arena);
    return values_read(&options, &arena, &out, &f) == 0 ? shown(out) : f.helm;
}

static void later_files_and_options_win(void **state)
{
    static const struct {
        const char *first, *second;
        struct values_set a, b;
        const char *wanted;
    } cases[] = {
        {"", "", {0}, {0}, "{}"},
        {"a: 1", "a: 2", {0}, {0}, "{\"a\":2}"},
        {"a: {b: 1}", "a: {c: 2}", {0}, {0}, "{\"a\":{\"b\":1,\"c\":2}}"},
        {"a: 1", "", {SET_TYPED, "a=5"}, {0}, "{\"a\":5}"},
        {"", "", {SET_TYPED, "a=1"}, {SET_TYPED, "a=2"}, "{\"a\":2}"},
        {"", "", {SET_STRING, "a=1"}, {SET_TYPED, "a=2"}, "{\"a\":\"1\"}"},
        {"", "", {SET_TYPED, "a=1"}, {SET_JSON, "a=2"}, "{\"a\":1}"},
        {"", "", {SET_LITERAL, "a=1,b"}, {SET_STRING, "a=2"}, "{\"a\":\"1,b\"}"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(read_all(cases[i].first, cases[i].second, cases[i].a, cases[i].b, false),
                            cases[i].wanted);
}

static void only_helm4_takes_documents_and_objects(void **state)
{
    const struct values_set none = {0}, object = {SET_JSON, " {\"a\": {\"c\": 3}}"};
    (void)state;
    assert_string_equal(read_all("a: 1\n---\na: 2", "", none, none, false), "{\"a\":1}");
    assert_string_equal(read_all("a: 1\n---\na: 2", "", none, none, true), "{\"a\":2}");
    assert_string_equal(read_all("a: {b: 1}", "", object, none, true), "{\"a\":{\"b\":1,\"c\":3}}");
    assert_non_null(strstr(read_all("a: {b: 1}", "", object, none, false), "failed parsing --set-json data"));
}

static void what_is_wrong_is_named_by_its_source(void **state)
{
    const struct values_set none = {0}, bad = {SET_TYPED, "a[x]=1"}, cut = {SET_JSON, "{\"a\":"};
    (void)state;
    assert_non_null(strstr(read_all("", "a: [", none, none, false), "failed to parse 2.yaml: "));
    assert_non_null(strstr(read_all("- a", "", none, none, false), "failed to parse 1.yaml: "));
    assert_non_null(strstr(read_all("", "", bad, none, false), "failed parsing --set data: "));
    assert_string_equal(read_all("", "", cut, none, true), "failed parsing --set-json data JSON: {\"a\":");
}

static void a_file_that_is_not_there_is_named(void **state)
{
    static const char *const missing[] = {"/nonexistent/v.yaml"};
    const struct values_options options = {.files = missing, .file_count = 1};
    struct value *out;
    struct fault f;
    (void)state;
    fault_init(&f, &arena);
    assert_int_equal(values_read(&options, &arena, &out, &f), -1);
    assert_string_equal(f.helm, "open /nonexistent/v.yaml: no such file or directory");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(maps_are_merged_all_the_way_down, setup, teardown),
        cmocka_unit_test_setup_teardown(later_files_and_options_win, setup, teardown),
        cmocka_unit_test_setup_teardown(only_helm4_takes_documents_and_objects, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_is_named_by_its_source, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_that_is_not_there_is_named, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
