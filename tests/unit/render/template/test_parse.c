/* Trees and complaints, held against Go's text/template/parse. */

#include <string.h>

#include "common/text.h"
#include "tests/unit/render/template/tree_rows.h"

static void blocks_are_closed(void **state)
{
    ROWS({"{{if .a}}x{{end}}", "{{if .a}}x{{end}}"},
         {"{{if .a}}x{{else}}y{{end}}", "{{if .a}}x{{else}}y{{end}}"},
         {"{{if .a}}x{{else if .b}}y{{else}}z{{end}}", "{{if .a}}x{{else}}{{if .b}}y{{else}}z{{end}}{{end}}"},
         {"{{with .a}}x{{else with .b}}y{{end}}", "{{with .a}}x{{else}}{{with .b}}y{{end}}{{end}}"},
         {"{{range .a}}{{break}}{{continue}}{{else}}x{{end}}",
          "{{range .a}}{{break}}{{continue}}{{else}}x{{end}}"},
         {"{{range $i, $v := .a}}{{$i}}{{end}}", "{{range $i, $v := .a}}{{$i}}{{end}}"},
         {"{{range $v := .a}}{{$v}}{{end}}", "{{range $v := .a}}{{$v}}{{end}}"},
         {"{{range $i, $v = .a}}{{end}}", "{{range $i, $v = .a}}{{end}}"},
         {"{{with $x := .a}}{{$x}}{{end}}", "{{with $x := .a}}{{$x}}{{end}}"},
         {"{{if $x := .a}}{{$x}}{{end}}", "{{if $x := .a}}{{$x}}{{end}}"},
         {"{{template \"x\"}}", "{{template \"x\"}}"},
         {"{{template \"x\" .a | print}}", "{{template \"x\" .a | print}}"},
         {"{{block \"b\" .}}x{{end}}", "{{template \"b\" .}}"}, {"{{define \"d\"}}x{{end}}y", "y"},
         {"{{if true}}{{if true}}{{end}}{{end}}", "{{if true}}{{if true}}{{end}}{{end}}"});
}

static void blocks_that_are_not_closed_are_told(void **state)
{
    ROWS({"{{if .a}}", "template: t:1: unexpected EOF"},
         {"{{if .a}}x{{else}}", "template: t:1: unexpected EOF"},
         {"{{if}}{{end}}", "template: t:1: missing value for if"},
         {"{{end}}", "template: t:1: unexpected {{end}}"}, {"{{else}}", "template: t:1: unexpected {{else}}"},
         {"{{range}}{{end}}", "template: t:1: missing value for range"},
         {"{{with}}{{end}}", "template: t:1: missing value for with"},
         {"{{if .a}}{{else}}{{else}}{{end}}", "template: t:1: expected end; found {{else}}"},
         {"{{if .a}}{{else with .b}}{{end}}{{end}}", "template: t:1: unexpected <with> in input"},
         {"{{with .a}}{{else if .b}}{{end}}", "template: t:1: unexpected <if> in input"},
         {"{{range .a}}{{else range .b}}{{end}}", "template: t:1: unexpected <range> in else"},
         {"{{break}}", "template: t:1: {{break}} outside {{range}}"},
         {"{{continue}}", "template: t:1: {{continue}} outside {{range}}"},
         {"{{range .a}}{{else}}{{break}}{{end}}", "template: t:1: {{break}} outside {{range}}"},
         {"{{range .a}}{{break 1}}{{end}}", "template: t:1: unexpected \"1\" in {{break}}"},
         {"{{if .a}}{{define \"d\"}}{{end}}{{end}}", "template: t:1: unexpected <define> in command"},
         {"{{define d}}{{end}}", "template: t:1: unexpected \"d\" in define clause"},
         {"{{define \"d\" .}}{{end}}", "template: t:1: unexpected <.> in define clause"},
         {"{{define \"d\"}}", "template: t:1: unexpected EOF"},
         {"{{define \"d\"}}{{else}}{{end}}", "template: t:1: unexpected {{else}} in define clause"},
         {"{{template}}", "template: t:1: unexpected \"}}\" in template clause"},
         {"{{template x}}", "template: t:1: unexpected \"x\" in template clause"},
         {"{{template \"x\" }", "template: t:1: unexpected \"}\" in template clause"},
         {"{{template \"x\" nil 1}}", "{{template \"x\" nil 1}}"},
         {"{{block \"b\"}}{{end}}", "template: t:1: missing value for block clause"},
         {"{{block b .}}{{end}}", "template: t:1: unexpected \"b\" in block clause"},
         {"{{end 1}}", "template: t:1: unexpected \"1\" in end"},
         {"{{else 1}}", "template: t:1: unexpected \"1\" in else"},
         {"{{if .a}}{{end x}}", "template: t:1: unexpected \"x\" in end"},
         {"{{range $a, $b, $c := .a}}{{end}}", "template: t:1: too many declarations in range"},
         {"{{range $a, 1 := .a}}{{end}}", "template: t:1: range can only initialize variables"},
         {"{{if $a, $b := .a}}{{end}}", "template: t:1: too many declarations in if"},
         {"a\nb\n{{if .a}}\n{{end", "template: t:4: unclosed action"},
         {"{{\n.a\n\"x\n}}", "template: t:3: unterminated quoted string in action started at t:1"},
         {"{{range .a}}{{define \"x\"}}{{break}}{{end}}{{end}}",
          "template: t:1: unexpected <define> in command"});
}

static void variables_end_with_their_block(void **state)
{
    ROWS({"{{if $x := 1}}{{end}}{{$x}}", "template: t:1: undefined variable \"$x\""},
         {"{{range $i := .a}}{{end}}{{$i}}", "template: t:1: undefined variable \"$i\""},
         {"{{with $x := 1}}{{else}}{{$x}}{{end}}", "{{with $x := 1}}{{else}}{{$x}}{{end}}"},
         {"{{$x := 1}}{{define \"d\"}}{{$x}}{{end}}", "template: t:1: undefined variable \"$x\""},
         {"{{define \"d\"}}{{$}}{{end}}x", "x"}, {"{{$x := $x}}", "{{$x := $x}}"},
         {"{{if true}}{{$y := 1}}{{end}}{{$y}}", "template: t:1: undefined variable \"$y\""},
         {"{{$x := 1}}{{if true}}{{$x}}{{end}}", "{{$x := 1}}{{if true}}{{$x}}{{end}}"});
}

static void definitions_are_added_by_name(void **state)
{
    (void)state;
    struct trees trees = {.arena = &arena};
    static const char text[] = "{{define \"d\"}}x{{end}}{{block \"b\" .}}y{{end}}z",
                      other[] = "{{define \"d\"}}new{{end}}";
    static const char twice[] = "{{define \"q\"}}1{{end}}{{define \"q\"}}2{{end}}";
    assert_null(parse_template(&trees, "t", text, sizeof text - 1));
    assert_string_equal(node_text(trees_find(&trees, "d", 1)->root, &arena), "x");
    assert_string_equal(node_text(trees_find(&trees, "b", 1)->root, &arena), "y");
    assert_null(parse_template(&trees, "o", other, sizeof other - 1));
    assert_string_equal(node_text(trees_find(&trees, "d", 1)->root, &arena), "new");
    assert_string_equal(parse_template(&trees, "w", twice, sizeof twice - 1),
                        "template: w:1: template: multiple definition of template \"q\"");
}

/* Blocks within each other, with a pipeline in the innermost. */
static const char *parse_nested(unsigned depth)
{
    struct trees trees = {.arena = &arena};
    struct text t;
    text_init(&t, &arena);
    for (unsigned i = 0; i < depth; i++)
        text_adds(&t, "{{if 1}}");
    for (unsigned i = 0; i < depth; i++)
        text_adds(&t, "{{end}}");
    return parse_template(&trees, "t", t.at, t.len);
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    assert_null(parse_nested(PARSE_DEPTH_MAX - 1));
    assert_string_equal(parse_nested(PARSE_DEPTH_MAX), "template: t:1: nested more than 500 levels deep");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(blocks_are_closed),
        WITH_ARENA(blocks_that_are_not_closed_are_told),
        WITH_ARENA(variables_end_with_their_block),
        WITH_ARENA(definitions_are_added_by_name),
        WITH_ARENA(nesting_is_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
