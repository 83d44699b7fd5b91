/* Nodes as messages show them, held against Go's own printing. */
#include "tests/unit/render/template/tree_rows.h"

#include <string.h>

static void every_kind_of_node_prints_as_go_prints_it(void **state)
{
    ROWS({"text {{.}}", "text {{.}}"}, {"{{ .a.b }}", "{{.a.b}}"},
         {"{{$x:=1}}{{ $x.y.z }}", "{{$x := 1}}{{$x.y.z}}"}, {"{{ (list 1).a.b }}", "{{(list 1).a.b}}"},
         {"{{ ( .a | print ) }}", "{{(.a | print)}}"},
         {"{{ print  1   \"a\" `b` 'c' 0x1F 1_0 1.50 -3 }}", "{{print 1 \"a\" `b` 'c' 0x1F 1_0 1.50 -3}}"},
         {"{{ print true false nil }}", "{{print true false nil}}"}, {"{{ $x := .a }}", "{{$x := .a}}"},
         {"{{ $x := 1 }}{{ $x = 2 }}", "{{$x := 1}}{{$x = 2}}"},
         {"{{ print | not | upper }}", "{{print | not | upper}}"},
         {"{{if  .a }}x{{end}}", "{{if .a}}x{{end}}"},
         {"{{if .a}}x{{else if .b}}y{{end}}", "{{if .a}}x{{else}}{{if .b}}y{{end}}{{end}}"},
         {"{{range $i,$v := .a}}x{{else}}y{{end}}", "{{range $i, $v := .a}}x{{else}}y{{end}}"},
         {"{{range .a}}{{break}}{{ continue }}{{end}}", "{{range .a}}{{break}}{{continue}}{{end}}"},
         {"{{with  $x := .a}}x{{end}}", "{{with $x := .a}}x{{end}}"},
         {"{{template \"a\\\"b\"  .x }}", "{{template \"a\\\"b\" .x}}"},
         {"{{template `raw`}}", "{{template \"raw\"}}"},
         {"{{block \"b\" .}}x{{end}}", "{{template \"b\" .}}"}, {"a{{- /* c */ -}} b", "ab"},
         {"{{ eq (list 1 (list 2)) $ }}", "{{eq (list 1 (list 2)) $}}"},
         {"{{ \"\\n\\u00e9\" }}", "{{\"\\n\\u00e9\"}}"});
}

static void places_count_lines_from_one_and_columns_from_nought(void **state)
{
    (void)state;
    static const char text[] = "ab\n\xc3\xa9 c\n";
    const struct source source = {.name = "c/t", .text = text, .len = sizeof text - 1};
    struct node n = {.kind = NODE_DOT, .source = &source};
    assert_string_equal(node_place(&n, &arena), "c/t:1:0");
    n.pos = 2;
    assert_string_equal(node_place(&n, &arena), "c/t:1:2");
    n.pos = 3;
    assert_string_equal(node_place(&n, &arena), "c/t:2:0");
    n.pos = 6;
    assert_string_equal(node_place(&n, &arena), "c/t:2:3");
    n.pos = 1000;
    assert_string_equal(node_place(&n, &arena), "c/t:3:0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(every_kind_of_node_prints_as_go_prints_it),
        WITH_ARENA(places_count_lines_from_one_and_columns_from_nought),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
