#include "tests/unit/render/graph_part.h"

static const char *drawn(const struct graph *g)
{
    struct text to;
    text_init(&to, &arena);
    graph_mermaid_write(g, &arena, &to);
    return to.at;
}

#define CLASSES                                                                                              \
    "  classDef isolated stroke:#c0392b,stroke-dasharray:4 3,fill:#fbeceb,color:#000\n"                      \
    "  classDef outside stroke:#c08a1e,fill:#fdf1d8,color:#000,text-align:left\n"                            \
    "  classDef network stroke:#4a7fb0,fill:#dbe9f6,color:#000\n"

static void each_part_is_drawn_once(void **state)
{
    static struct graph_part part;
    (void)state;
    assert_string_equal(drawn(graph_part(&part)),
                        "flowchart LR\n"
                        "  subgraph release [\"rel<br/><small>cap#62;</small>\"]\n"
                        "    subgraph f0 [\"network p\"]\n"
                        "      s0[\"<b>a#60;b</b>\"]\n"
                        "      s1[\"<b>b</b><br/><small>no name</small>\"]\n"
                        "      s2[\"<b>c</b>\"]\n"
                        "      s0 ~~~ s2\n"
                        "    end\n"
                        "    f1([\"network #34;q#34;\"]):::network\n"
                        "    s3[\"<b>d</b>\"]\n"
                        "    f0 --- s3\n"
                        "    s3 --- f1\n"
                        "  end\n"
                        "  subgraph isolated [\"isolated: reaches nobody, reached by nobody\"]\n"
                        "    s4[\"<b>e</b>\"]:::isolated\n"
                        "  end\n"
                        "  outside[\"<b>outside</b><br/>domains:<br/>#42;.x#38;y\"]:::outside\n"
                        "  release --> outside\n" CLASSES);
}

static void parts_that_are_not_there_leave_nothing(void **state)
{
    static struct graph_part part;
    struct graph *g = graph_part(&part);
    (void)state;
    *g = (struct graph){.release = &part.release, .title = "rel", .caption = ""};
    assert_string_equal(drawn(g), "flowchart LR\n  subgraph release [\"rel\"]\n  end\n" CLASSES);
}

static void what_has_a_meaning_in_mermaid_is_escaped(void **state)
{
    static struct graph_part part;
    struct graph *g = graph_part(&part);
    (void)state;
    g->title = "\"]&<>#`;*_\n\x01";
    says(drawn(g), "release [\"#34;]#38;#60;#62;#35;#96;#59;#42;#95;#10;#1;<br/>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_part_is_drawn_once, setup, teardown),
        cmocka_unit_test_setup_teardown(parts_that_are_not_there_leave_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(what_has_a_meaning_in_mermaid_is_escaped, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
