#include "tests/unit/render/graph_part.h"

static const char *drawn(const struct graph *g)
{
    struct text to;
    text_init(&to, &arena);
    graph_dot_write(g, &arena, &to);
    return to.at;
}

static void each_part_is_drawn(void **state)
{
    static struct graph_part part;
    const char *told = drawn(graph_part(&part));
    (void)state;
    says(told, "digraph release {\n");
    says(told, "  label=<<font point-size=\"11\">cap&#62;</font>>;\n");
    says(told, "labeljust=l; label=<<b>rel</b>>;\n");
    says(told, "    subgraph cluster_f0 {\n");
    says(told, "label=<network p>;\n");
    says(told, "      s0 [label=<<b>a&#60;b</b>>];\n");
    says(told, "      s1 [label=<<b>b</b><br/><font point-size=\"10\" color=\"#555555\">no name</font>>];\n");
    says(told, "      s0 -> s2 [style=invis];\n");
    says_not(told, "s1 -> ");
    says(told, "    f1 [shape=ellipse");
    says(told, "label=<network &#34;q&#34;>];\n");
    says(told, "    s4 [label=<<b>e</b>>, fillcolor=\"#fbeceb\", color=\"#c0392b\"];\n");
    says(told, "<font point-size=\"10\">&#160;&#160;*.x&#38;y</font><br align=\"left\"/>>];\n");
    assert_string_equal(told + strlen(told) - 3, "\n}\n");
}

/* The first network ends at the node that stands farthest right in its frame. */
static void a_bridge_joins_frames_and_names(void **state)
{
    static struct graph_part part;
    const char *told = drawn(graph_part(&part));
    (void)state;
    says(told, "    s2 -> s3 [dir=none, penwidth=2, color=\"#4a7fb0\", ltail=cluster_f0];\n");
    says(told, "    s3 -> f1 [dir=none, penwidth=2, color=\"#4a7fb0\"];\n");
}

static void the_way_out_begins_at_what_stands_farthest_right(void **state)
{
    static struct graph_part part;
    struct graph *g = graph_part(&part);
    (void)state;
    says(drawn(g), "  s2 -> outside [ltail=cluster_release");
    g->frame_count = 0;
    says(drawn(g), "  s3 -> outside [ltail=cluster_release");
    g->bridge_count = 0;
    says_not(drawn(g), "-> outside");
}

static void braces_are_closed_and_names_escaped_whatever_they_hold(void **state)
{
    static struct graph_part part;
    struct graph *g = graph_part(&part);
    (void)state;
    g->title = "</b>>];}\"&\n";
    const char *told = drawn(g);
    says(told, "<b>&#60;/b&#62;&#62;];}&#34;&#38;&#10;</b>");
    part.services[4].name = "x>];\n}";
    says(drawn(g), "<b>x&#62;];&#10;}</b>");
}

static void parts_that_are_not_there_leave_nothing(void **state)
{
    static struct graph_part part;
    struct graph *g = graph_part(&part);
    (void)state;
    *g = (struct graph){.release = &part.release, .title = "rel", .caption = ""};
    const char *told = drawn(g);
    says_not(told, "  label=<<font");
    says_not(told, "cluster_isolated");
    says_not(told, "outside");
    says_not(told, "cluster_f0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_part_is_drawn, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bridge_joins_frames_and_names, setup, teardown),
        cmocka_unit_test_setup_teardown(the_way_out_begins_at_what_stands_farthest_right, setup, teardown),
        cmocka_unit_test_setup_teardown(braces_are_closed_and_names_escaped_whatever_they_hold, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(parts_that_are_not_there_leave_nothing, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
