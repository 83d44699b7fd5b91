#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/coalesce.h"
#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static struct value *read(const char *json)
{
    const struct json_options options = {.keep_integers = true};
    static struct diag err;
    struct value *v;
    assert_int_equal(json_read(json, strlen(json), &options, &arena, &v, &err), 0);
    return v;
}

static struct chart *named(const char *name, const char *values)
{
    struct chart *chart = arena_alloc(&arena, sizeof *chart);
    chart->metadata = value_map(&arena);
    chart->values = read(values);
    value_sets(&arena, chart->metadata, "name", value_borrow(&arena, name, strlen(name)));
    return chart;
}

static struct text warnings;

static const char *laid(const char *defaults, const char *values, const char *sub, bool helm4)
{
    struct chart *chart = named("c", defaults), *child = named("sub", sub ? sub : "{}");
    struct value *out = read(values);
    struct text json;
    struct fault f;
    fault_init(&f, &arena);
    text_init(&json, &arena);
    text_init(&warnings, &arena);
    text_add(&warnings, "", 0);
    const struct coalescing c = {.arena = &arena, .warnings = &warnings, .helm4 = helm4};
    chart->dependencies = &child;
    chart->dependency_count = sub != NULL;
    child->parent = chart;
    if (coalesce(&c, chart, out, &f) != 0)
        return f.helm;
    assert_int_equal(json_write(out, JSON_ESCAPED, &json), 0);
    return json.at;
}

#define DEFAULTS "{\"a\":1,\"m\":{\"x\":1,\"w\":2,\"z\":{\"p\":1}},\"q\":null}"

static void a_null_deletes_a_default_only(void **state)
{
    (void)state;
    assert_string_equal(
        laid(DEFAULTS, "{\"a\":null,\"m\":{\"x\":null,\"new\":null},\"new\":null}", NULL, false),
        "{\"m\":{\"new\":null,\"w\":2,\"z\":{\"p\":1}},\"new\":null,\"q\":null}");
}

static void nulls_of_defaults_stay_until_helm_4(void **state)
{
    (void)state;
    assert_string_equal(laid("{\"a\":null,\"m\":{\"x\":null,\"l\":[null]}}", "{}", NULL, false),
                        "{\"a\":null,\"m\":{\"l\":[null],\"x\":null}}");
    assert_string_equal(laid("{\"a\":null,\"m\":{\"x\":null,\"l\":[null]}}", "{}", NULL, true),
                        "{\"m\":{\"l\":[null]}}");
}

static void kinds_that_do_not_fit_are_warned_of(void **state)
{
    (void)state;
    laid(DEFAULTS, "{\"m\":{\"z\":5}}", NULL, false);
    assert_string_equal(
        warnings.at,
        "coalesce.go:316: warning: cannot overwrite table with non table for c.m.z (map[p:1])\n");
    laid(DEFAULTS, "{\"a\":{\"b\":1}}", NULL, false);
    assert_string_equal(warnings.at, "coalesce.go:237: warning: skipped value for c.a: Not a table.\n");
    laid(DEFAULTS, "{\"m\":{\"x\":{\"k\":1}}}", NULL, true);
    assert_string_equal(
        warnings.at,
        "level=INFO msg=\"warning: destination for c.m.x is a table. Ignoring non-table value (1)\"\n");
    laid(DEFAULTS, "{\"m\":5}", NULL, false);
    assert_string_equal(warnings.at, "");
}

static void globals_reach_the_chart_below(void **state)
{
    (void)state;
    assert_string_equal(laid("{\"global\":{\"g\":1,\"t\":{\"a\":1}},\"sub\":{\"d\":2}}", "{}",
                             "{\"d\":1,\"e\":3,\"global\":{\"t\":{\"b\":2}}}", false),
                        "{\"global\":{\"g\":1,\"t\":{\"a\":1}},\"sub\":{\"d\":2,\"e\":3,\"global\":{\"g\":1,"
                        "\"t\":{\"a\":1,\"b\":2}}}}");
}

static void values_of_a_chart_below_must_be_a_map(void **state)
{
    (void)state;
    assert_string_equal(laid("{}", "{\"sub\":5}", "{}", false), "type mismatch on sub: %!t(int64=5)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_null_deletes_a_default_only, setup, teardown),
        cmocka_unit_test_setup_teardown(nulls_of_defaults_stay_until_helm_4, setup, teardown),
        cmocka_unit_test_setup_teardown(kinds_that_do_not_fit_are_warned_of, setup, teardown),
        cmocka_unit_test_setup_teardown(globals_reach_the_chart_below, setup, teardown),
        cmocka_unit_test_setup_teardown(values_of_a_chart_below_must_be_a_map, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
