/* What templates see besides their values; versions are those that Helm 3.22 and 4.2 take. */
#include "render/objects.h"

#include <string.h>

#include "render/go_type.h"
#include "tests/unit/render/arena_json.h"

static struct fault fault;

static struct value *of(const struct cli *cli)
{
    static struct chart_file file = {"config/a.txt", "c/config/a.txt", {"text", 4}};
    struct chart child = {.metadata = json_value("{\"name\": \"s\", \"version\": \"2.0.0\"}")};
    struct chart *children[] = {&child};
    struct chart chart = {.metadata =
                              json_value("{\"name\": \"c\", \"version\": \"1.0.0\", \"keywords\": [\"k\"]}"),
                          .files = &file,
                          .file_count = 1,
                          .dependencies = children,
                          .dependency_count = 1};
    struct value *out = NULL;
    child.parent = &chart;
    fault_init(&fault, &arena);
    if (objects_make(&chart, cli, json_value("{\"a\": 1, \"s\": {\"b\": 2}}"), &arena, &out, &fault) != 0)
        return NULL;
    assert_int_equal(out->list.count, 2);
    assert_ptr_equal(value_gets(value_gets(out->list.items[1], "Subcharts"), "s")->map,
                     out->list.items[0]->map);
    return out->list.items[1];
}

static const struct value *in(const struct value *v, const char *path)
{
    char *words = arena_copy(&arena, path, strlen(path));
    for (char *key; v && (key = strsep(&words, "/"));)
        v = value_gets(v, key);
    if (!v)
        fail_msg("there is no %s", path);
    return v;
}

static void the_release_is_as_the_command_line_says(void **state)
{
    (void)state;
    const struct value *v = of(&(struct cli){.release = "r", .namespace = "ns"});
    assert_string_equal(in(v, "Release/Name")->text.at, "r");
    assert_string_equal(in(v, "Release/Namespace")->text.at, "ns");
    assert_string_equal(in(v, "Release/Service")->text.at, "Helm");
    assert_true(in(v, "Release/IsInstall")->boolean);
    assert_int_equal(in(v, "Release/Revision")->integer, 1);
    v = of(&(struct cli){.release = "r", .namespace = "ns", .is_upgrade = true});
    assert_true(in(v, "Release/IsUpgrade")->boolean);
    assert_false(in(v, "Release/IsInstall")->boolean);
}

static void a_chart_has_the_fields_of_gos_struct_absent_ones_empty(void **state)
{
    (void)state;
    const struct value *v = of(&(struct cli){.release = "r", .namespace = "ns"});
    assert_string_equal(in(v, "Chart/Name")->text.at, "c");
    assert_string_equal(in(v, "Chart/APIVersion")->text.at, "");
    assert_string_equal(in(v, "Chart/Keywords")->list.items[0]->text.at, "k");
    assert_int_equal(in(v, "Chart/Maintainers")->list.count, 0);
    assert_true(in(v, "Chart/IsRoot")->boolean);
    assert_true(go_is_struct(in(v, "Chart")));
    assert_false(
        go_is_struct(in(of(&(struct cli){.release = "r", .namespace = "n", .helm4 = true}), "Chart")));
}

static void a_dependency_sees_its_own_values_and_is_no_root(void **state)
{
    (void)state;
    const struct value *v = of(&(struct cli){.release = "r", .namespace = "ns"});
    assert_int_equal(in(v, "Subcharts/s/Values/b")->integer, 2);
    assert_false(in(v, "Subcharts/s/Chart/IsRoot")->boolean);
    assert_ptr_equal(in(v, "Subcharts/s/Release"), in(v, "Release"));
    assert_int_equal(in(v, "Files")->map->count, 1);
}

static void api_versions_of_the_command_line_are_added(void **state)
{
    struct value *more = json_value("[\"cilium.io/v2\"]");
    (void)state;
    const struct value *v = in(of(&(struct cli){.release = "r", .namespace = "n", .api_versions = more}),
                               "Capabilities/APIVersions");
    bool core = false, added = false;
    for (size_t i = 0; i < v->list.count; i++) {
        core |= strcmp(v->list.items[i]->text.at, "v1") == 0;
        added |= strcmp(v->list.items[i]->text.at, "cilium.io/v2") == 0;
    }
    assert_true(core && added);
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(the_release_is_as_the_command_line_says),
        test(a_chart_has_the_fields_of_gos_struct_absent_ones_empty),
        test(a_dependency_sees_its_own_values_and_is_no_root),
        test(api_versions_of_the_command_line_are_added),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
