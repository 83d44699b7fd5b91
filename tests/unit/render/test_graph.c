#include "tests/unit/cmocka_all.h"

#include "render/graph.h"
#include "tests/unit/render/release_of.h"

static const char *graph(const char *values, const char *format)
{
    struct helm *h = prepared(values);
    struct text to;
    text_init(&to, &arena);
    text_adds(&to, "");
    return graph_write(h, format, &to) == 0 ? to.at : h->fault.helm;
}

static void says(const char *told, const char *words)
{
    if (!strstr(told, words))
        fail_msg("no \"%s\" in\n%s", words, told);
}

static unsigned count(const char *told, const char *words)
{
    unsigned n = 0;
    for (const char *at = told; (at = strstr(at, words)) != NULL; at += strlen(words))
        n++;
    return n;
}

static void nodes_of_a_frame_stand_in_a_square(void **state)
{
    (void)state;
    assert_int_equal(graph_rows(1), 1);
    assert_int_equal(graph_rows(4), 2);
    assert_int_equal(graph_rows(5), 3);
    assert_int_equal(graph_rows(30), 6);
}

static void services_that_all_reach_each_other_need_no_edges(void **state)
{
    (void)state;
    const char *told = graph("services: {a: {image: x}, b: {image: x}}", "mermaid");
    says(told, "all reach each other");
    assert_int_equal(count(told, "---"), 0);
    assert_int_equal(count(told, "-->"), 0);
    says(told, "Nothing outside may be reached");
}

static void a_service_on_two_networks_is_joined_to_both(void **state)
{
    (void)state;
    const char *told = graph("services: {a: {networks: [p]}, b: {networks: [p, q]}, c: {networks: [q]}}\n"
                             "networks: {p: , q: , r: }",
                             "mermaid");
    says(told, "f0 --- s1\n");
    says(told, "s1 --- f1\n");
    says(told, "on no network: reaches no service");
    assert_null(strstr(told, "network r"));
    told = graph("services: {b: {networks: [p, q]}}\nnetworks: {p: , q: }", NULL);
    says(told, "f0 -> s0");
    says(told, "s0 -> f1");
}

static void an_isolated_service_stands_apart(void **state)
{
    (void)state;
    const char *told =
        graph("services: {a: {networkIsolated: true, networks: [p]}}\nnetworks: {p: }", "mermaid");
    says(told, "subgraph isolated");
    says(told, "\"]:::isolated");
    assert_null(strstr(told, "network p"));
}

static void many_domains_are_counted(void **state)
{
    (void)state;
    says(graph("allowDomains: [a, b, c, d, e, f, g, h]", "mermaid"), "h\"]:::outside");
    says(graph("allowDomains: [a, b, c, d, e, f, g, h, i]", "mermaid"), "<br/>g<br/>and 2 more\"");
}

static void hostile_names_stay_text(void **state)
{
    (void)state;
    const char *values = "services: {'a\"]<b>&\\': {}, \"c\\nd`#;\": {}}";
    says(graph(values, "mermaid"), "<b>a#34;]#60;b#62;#38;\\</b>");
    says(graph(values, "mermaid"), "<b>c#10;d#96;#35;#59;</b>");
    says(graph(values, "dot"), "<b>a&#34;]&#60;b&#62;&#38;\\</b>");
}

static void another_format_is_refused(void **state)
{
    (void)state;
    assert_string_equal(graph("", "png"), "--format png: dot or mermaid is wanted");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(nodes_of_a_frame_stand_in_a_square, setup, teardown),
        cmocka_unit_test_setup_teardown(services_that_all_reach_each_other_need_no_edges, setup, teardown),
        cmocka_unit_test_setup_teardown(a_service_on_two_networks_is_joined_to_both, setup, teardown),
        cmocka_unit_test_setup_teardown(an_isolated_service_stands_apart, setup, teardown),
        cmocka_unit_test_setup_teardown(many_domains_are_counted, setup, teardown),
        cmocka_unit_test_setup_teardown(hostile_names_stay_text, setup, teardown),
        cmocka_unit_test_setup_teardown(another_format_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
