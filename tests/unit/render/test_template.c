/* The engine as a whole: a template and what Helm makes of it. Every output here was seen on the real Helm.
 */
#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/yaml_read.h"
#include "render/template/template.h"

enum { ROOM = 256 * 1024 * 1024 };

struct example {
    const char *text, *output;
};

static struct arena arena;
static struct fault fault;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, ROOM);
    fault_init(&fault, &arena);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static struct value *root_of(const char *yaml)
{
    const struct yaml_options options = {0};
    struct diag err = {0};
    struct value *values, *root = value_map(&arena);
    assert_int_equal(yaml_read(yaml, strlen(yaml), &options, &arena, &values, &err), 0);
    assert_int_equal(value_sets(&arena, root, "Values", values), 0);
    return root;
}

static const char *render(const char *text, const char *yaml)
{
    struct template_set *set = template_new(&arena, false);
    struct text out;
    fault_init(&fault, &arena);
    text_init(&out, &arena);
    text_adds(&out, "");
    if (template_parse(set, "c/templates/a.yaml", text, strlen(text), &fault) != 0 ||
        template_execute(set, "c/templates/a.yaml", root_of(yaml), &out, &fault) != 0)
        return fault.helm;
    return out.at;
}

static const char values[] = "a: 5\nbig: 1000000\ns: text\nl: [x, 1, null]\nm: {x: {q: z}, b: true}\n";

static void check(const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *got = render(examples[i].text, values);
        if (strcmp(got, examples[i].output) != 0)
            fail_msg("%s\n  wanted: %s\n  got:    %s", examples[i].text, examples[i].output, got);
    }
}

#define CHECK(...)                                                                                           \
    const struct example examples[] = {__VA_ARGS__};                                                         \
    (void)state;                                                                                             \
    check(examples, sizeof examples / sizeof *examples)

static void values_print_as_go_prints_them(void **state)
{
    CHECK({"{{ .Values.a }} {{ .Values.big }} {{ .Values.l }} {{ .Values.m }}",
           "5 1e+06 [x 1 <nil>] map[b:true x:map[q:z]]"},
          {"{{ .Values.nope }}|{{ .Nope }}|{{ print .Values.nope }}", "||<nil>"},
          {"{{ quote \"a\\\"b\" nil .Values.a }} {{ squote \"it's\" }}", "\"a\\\"b\" \"5\" 'it's'"},
          {"{{ printf \"%d %s %q\" 1.0 (list 1.0) 1.0 }}", "%!d(float64=1) [%!s(float64=1)] %!q(float64=1)"},
          {"{{ printf \"%v %v\" 1 }} {{ printf \"%v\" 1 2 }}", "1 %!v(MISSING) 1%!(EXTRA int=2)"},
          {"{{ printf \"%05d|%-4s|%x|%.2f|%t\" 42 \"ab\" \"hi\" 1.5 true }}", "00042|ab  |6869|1.50|true"},
          {"{{ print 1 2 \"a\" \"b\" 3 }}", "1 2ab3"},
          {"{{ 1.0 }} {{ 1e6 }} {{ 1_000 }} {{ 0x1F }} {{ 0b11 }} {{ 0o17 }} {{ 017 }} {{ 'a' }} {{-3}}",
           "1 1e+06 1000 31 3 15 15 97 -3"},
          {"a<no value>b", "ab"});
}

static void trim_markers_and_comments_swallow_white_space(void **state)
{
    CHECK({"1\n{{- /* c */}}\n2\n  {{- /* c */ -}}  \n 3\n{{/* own */}}\n4 {{- \"\" }}\n5", "1\n23\n\n4\n5"},
          {"a {{- \"b\" -}} c", "abc"}, {"{{ \"}}\" }}", "}}"}, {"{{ `{{ .x }}` }}", "{{ .x }}"});
}

static void blocks_choose_and_repeat(void **state)
{
    CHECK(
        {"{{ if .Values.nope }}1{{ else if .Values.a }}2{{ else }}3{{ end }}", "2"},
        {"{{ with .Values.m.x }}{{ .q }}{{ $.Values.a }}{{ end }}", "z5"},
        {"{{ with .Values.nope }}1{{ else with .Values.s }}{{ . }}{{ end }}", "text"},
        {"{{ range $i, $e := .Values.l }}{{ $i }}={{ $e }};{{ end }}", "0=x;1=1;2=;"},
        {"{{ range $k, $v := .Values.m }}{{ $k }} {{ end }}", "b x "},
        {"{{ range 3 }}{{ . }}{{ end }}{{ range .Values.nope }}{{ else }}none{{ end }}", "012none"},
        {"{{ range until 5 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . 3 }}{{ break }}{{ end }}{{ . "
         "}}{{ end }}",
         "02"},
        {"{{ $a := 1 }}{{ if true }}{{ $a = 2 }}{{ $b := 3 }}{{ end }}{{ $a }}", "2"},
        {"{{ define \"h\" }}<{{ . }}>{{ end }}{{ template \"h\" 1 }}{{ include \"h\" 2 | upper }}", "<1><2>"},
        {"{{ block \"b\" .Values.a }}[{{ . }}]{{ end }}", "[5]"},
        {"{{ tpl \"{{ .Values.s }}-{{ .Values.nope }}\" . }}", "text-"});
}

static void functions_do_as_sprig_does(void **state)
{
    CHECK({"{{ trunc 3 \"abcdef\" }} {{ trunc -3 \"abcdef\" }} {{ substr 0 -1 \"abc\" }}", "abc def abc"},
          {"{{ list 3 1 2 1 | uniq | toJson }} {{ has 1 (list 1) }} {{ has 1.0 (list 1) }}",
           "[3,1,2] true false"},
          {"{{ add 1.9 1.9 }} {{ div -7 2 }} {{ mod -7 2 }} {{ mul 1.0 1000000 }}", "2 -3 -1 1000000"},
          {"{{ int \"0777\" }} {{ int \"08\" }} {{ int \"0x10\" }} {{ int 1.9 }} {{ atoi \"08\" }}",
           "511 0 16 1 8"},
          {"{{ addf 0.1 0.2 }} {{ mulf 1.1 3 }} {{ round 2.5 0 }} {{ divf 1 3 }}",
           "0.3 3.3 3 0.3333333333333333"},
          {"{{ dict \"a\" | toJson }} {{ merge (dict \"a\" false) (dict \"a\" true) | toJson }}",
           "{\"a\":\"\"} {\"a\":true}"},
          {"{{ default \"d\" 0 }}{{ default \"d\" false }}{{ default \"d\" .Values.s }}", "ddtext"},
          {"{{ regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"${1}W\" }} {{ regexReplaceAll \"a(x*)b\" "
           "\"-ab-axxb-\" \"$1x\" }}",
           "-W-xxW- ---"},
          {"{{ regexMatch \"(\" \"a\" }} {{ regexMatch \"(?!a)\" \"b\" }}", "false false"},
          {"{{ semverCompare \">=1.29\" \"v1.36.0-gke.1\" }} {{ semverCompare \">=1.29-0\" \"v1.36.0-gke.1\" "
           "}}",
           "false true"},
          {"{{ (split \":\" \"a:b\")._1 }} {{ splitList \",\" \"\" | toJson }}", "b [\"\"]"},
          {"{{ b64enc \"hi\" }} {{ b64dec \"!!\" }}", "aGk= illegal base64 data at input byte 0"},
          {"{{ kindOf .Values.a }} {{ kindOf 1 }} {{ typeOf (add 1 1) }} {{ kindOf nil }}",
           "float64 int int64 invalid"},
          {"{{ toYaml .Values.m | nindent 2 }}", "\n  b: true\n  x:\n    q: z"},
          {"{{ sha256sum \"\" | trunc 8 }} {{ adler32sum \"a\" }}", "e3b0c442 6422626"},
          {"{{ eq .Values.nope nil }} {{ ne nil \"a\" }} {{ eq (int .Values.a) 1 5 }} {{ lt 1 2 }}",
           "true true true true"},
          {"{{ and 0 (fail \"x\") }} {{ or 1 (fail \"x\") }}", "0 1"},
          {"{{ upper \"\xc3\xa9\" }}{{ title \"hELLO wORLD\" }}", "\xc3\x89HELLO WORLD"});
}

static void faults_at_run_time_are_told_as_helm_does(void **state)
{
    CHECK({"x: {{ .Values.nope.y }}",
           "template: c/templates/a.yaml:1:13: executing \"c/templates/a.yaml\" at "
           "<.Values.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ $.Values.nope.y }}", "template: c/templates/a.yaml:1:4: executing \"c/templates/a.yaml\" at "
                                    "<$.Values.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ .Values.s.y }}", "template: c/templates/a.yaml:1:10: executing \"c/templates/a.yaml\" at "
                                "<.Values.s.y>: can't evaluate field y in type interface {}"},
          {"{{ eq .Values.a 1 }}",
           "template: c/templates/a.yaml:1:3: executing \"c/templates/a.yaml\" at <eq .Values.a "
           "1>: error calling eq: incompatible types for comparison: float64 and int"},
          {"{{ fail \"m: x\" }}", "execution error at (c/templates/a.yaml:1:3): m: x"},
          {"{{ required \"need a\" \"\" }}", "execution error at (c/templates/a.yaml:1:3): need a"},
          {"{{ upper 5.0 }}",
           "template: c/templates/a.yaml:1:9: executing \"c/templates/a.yaml\" at <5.0>: expected "
           "string; found 5.0"},
          {"{{ include \"nope\" . }}",
           "template: c/templates/a.yaml:1:3: executing \"c/templates/a.yaml\" at <include \"nope\" .>: "
           "error calling "
           "include: template: no template \"nope\" associated with template \"gotpl\""},
          {"{{ define \"h\" }}{{ include \"h\" . }}{{ end }}{{ define \"g\" }}{{ template \"g\" . }}{{ end "
           "}}{{ template \"g\" . }}",
           "template: c/templates/a.yaml:1:72: executing \"g\" at <{{template \"g\" .}}>: exceeded maximum "
           "template depth "
           "(100000)"});
}

static void faults_of_grammar_are_told_as_helm_does(void **state)
{
    CHECK({"{{ nope }}", "parse error at (c/templates/a.yaml:1): function \"nope\" not defined"},
          {"{{ .x", "parse error at (c/templates/a.yaml:1): unclosed action"},
          {"a\n{{ if .x }}\nb\n", "parse error at (c/templates/a.yaml:4): unexpected EOF"},
          {"{{ end }}", "parse error at (c/templates/a.yaml:1): unexpected {{end}}"},
          {"{{ else }}", "parse error at (c/templates/a.yaml:1): unexpected {{else}}"},
          {"{{ $y }}", "parse error at (c/templates/a.yaml:1): undefined variable \"$y\""},
          {"{{ \"a }}", "parse error at (c/templates/a.yaml:1): unterminated quoted string"},
          {"{{ 1a }}", "parse error at (c/templates/a.yaml:1): \"1a\""},
          {"{{ 3 - }}", "parse error at (c/templates/a.yaml:1): \"-\""},
          {"{{ /* x */ }}", "parse error at (c/templates/a.yaml:1): unexpected \"/\" in command"},
          {"{{ break }}", "parse error at (c/templates/a.yaml:1): {{break}} outside {{range}}"},
          {"{{ if .x }}{{ define \"h\" }}{{ end }}{{ end }}",
           "parse error at (c/templates/a.yaml:1): unexpected <define> in command"},
          {"{{ define \"h\" }}1{{ end }}{{ define \"h\" }}2{{ end }}",
           "parse error at (c/templates/a.yaml:1): multiple definition of template \"h\""},
          {"{{ nil }}", "template: c/templates/a.yaml:1:3: executing \"c/templates/a.yaml\" at <nil>: nil is "
                        "not a command"});
}

static void hostile_depth_ends_with_an_error(void **state)
{
    (void)state;
    struct text deep;
    text_init(&deep, &arena);
    text_adds(&deep, "{{ ");
    text_repeat(&deep, '(', 10000);
    assert_non_null(strstr(render(deep.at, "{}"), "nested more than 500 levels deep"));
    text_init(&deep, &arena);
    for (int i = 0; i < 10000; i++)
        text_adds(&deep, "{{ if 1 }}");
    assert_non_null(strstr(render(deep.at, "{}"), "nested more than 500 levels deep"));
}

/* The sanitizers' frames fill the stack's share before a thousand includes do; that ends well too. */
static void including_itself_for_ever_ends_at_a_limit(void **state)
{
    (void)state;
    const char *said = render("{{ define \"h\" }}{{ include \"h\" . }}{{ end }}{{ include \"h\" . }}", "{}");
    bool at_helms =
        strstr(said, "rendering template has a nested reference name: h: unable to execute template");
    bool at_ours = strstr(said, "exceeded maximum template depth (100000)");
#ifdef __SANITIZE_ADDRESS__
    assert_true(at_helms || at_ours);
#else
    size_t deep = 0;
    for (const char *at = said; (at = strstr(at, "error calling include")); at++)
        deep++;
    assert_true(at_helms && !at_ours);
    assert_int_equal(deep, 1002); /* as in Helm 3.22.0 */
#endif
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(values_print_as_go_prints_them, setup, teardown),
        cmocka_unit_test_setup_teardown(trim_markers_and_comments_swallow_white_space, setup, teardown),
        cmocka_unit_test_setup_teardown(blocks_choose_and_repeat, setup, teardown),
        cmocka_unit_test_setup_teardown(functions_do_as_sprig_does, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_at_run_time_are_told_as_helm_does, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_of_grammar_are_told_as_helm_does, setup, teardown),
        cmocka_unit_test_setup_teardown(hostile_depth_ends_with_an_error, setup, teardown),
        cmocka_unit_test_setup_teardown(including_itself_for_ever_ends_at_a_limit, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
