/* Nodes as messages show them, held against Go's own printing. */
#include "render/template/parse.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 64 * 1024 * 1024);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, begin, end)

struct row {
    const char *template, *wanted; /* the tree as Go prints it, or the error */
};

static void check(const struct row *row)
{
    struct trees trees = {.arena = &arena};
    size_t len = strlen(row->template);
    const char *error = parse_template(&trees, "t", row->template, len);
    const struct tree *t = error ? NULL : trees_find(&trees, "t", 1);
    assert_string_equal(error ? error : t ? node_text(t->root, &arena) : "(none)", row->wanted);
}

#define ROWS(...)                                                                                            \
    static const struct row rows[] = {__VA_ARGS__};                                                          \
    (void)state;                                                                                             \
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)                                                  \
    check(&rows[i])

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
