/* Executing templates: conditions, loops, templates in templates and their errors, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void conditions_choose(void **state)
{
    CASES({"{{ if 0 }}1{{ else }}2{{ end }}", "2"}, {"{{ if 1 }}1{{ else }}2{{ end }}", "1"},
          {"{{ if 0.0 }}1{{ else }}2{{ end }}", "2"}, {"{{ if \"\" }}1{{ else }}2{{ end }}", "2"},
          {"{{ if \"a\" }}1{{ else }}2{{ end }}", "1"},
          {"{{ if .Values.nope }}1{{ else if .Values.a }}2{{ end }}", "2"},
          {"{{ if .Values.nope.y }}1{{ end }}",
           "! 1:13 <.Values.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ with .Values.m.x }}{{ .q }}{{ $.Values.a }}{{ end }}", "z5"},
          {"{{ with .Values.nope }}1{{ else }}{{ .Values.a }}{{ end }}", "5"},
          {"{{ with $x := .Values.a }}{{ $x }}{{ . }}{{ end }}", "55"},
          {"{{ with .Values.nope }}1{{ else with .Values.s }}{{ . }}{{ end }}", "text"},
          {"{{ with nil }}{{ end }}", "! 1:8 <nil>: nil is not a command"},
          {"{{ if nil }}{{ end }}", "! 1:6 <nil>: nil is not a command"},
          {"{{ $x := 1 }}{{ if true }}{{ $x = 2 }}{{ $x := 3 }}{{ end }}{{ $x }}", "2"});
}

static void loops_repeat(void **state)
{
    CASES({"{{ range .Values.l }}[{{ . }}]{{ end }}", "[x][1][]"},
          {"{{ range $i, $v := .Values.l }}{{ $i }}={{ $v }};{{ end }}", "0=x;1=1;2=;"},
          {"{{ range $v := .Values.nums }}{{ $v }}{{ end }}", "312"},
          {"{{ range $k, $v := .Values.m }}{{ $k }}={{ $v }};{{ end }}", "b=true;x=map[q:z];"},
          {"{{ range .Values.nope }}1{{ else }}none{{ end }}", "none"},
          {"{{ range (list) }}1{{ else }}none{{ end }}", "none"}, {"{{ range 3 }}{{ . }}{{ end }}", "012"},
          {"{{ range $i := 2 }}{{ $i }}{{ end }}", "01"}, {"{{ range 0 }}1{{ else }}none{{ end }}", "none"},
          {"{{ range -1 }}1{{ else }}none{{ end }}", "none"},
          {"{{ range $i, $v := 3 }}{{ end }}",
           "! 1:19 <3>: can't use 3 to iterate over more than one variable"},
          {"{{ range .Values.a }}{{ end }}", "! 1:16 <.Values.a>: range can't iterate over 5"},
          {"{{ range .Values.s }}{{ end }}", "! 1:16 <.Values.s>: range can't iterate over text"},
          {"{{ range true }}{{ end }}", "! 1:9 <true>: range can't iterate over true"},
          {"{{ range .Values.f }}{{ end }}", "! 1:16 <.Values.f>: range can't iterate over 1.5"},
          {"{{ range until 5 }}{{ if eq . 1 }}{{ continue }}{{ end }}{{ if eq . "
           "3 }}{{ break }}{{ end }}{{ . }}{{ end }}",
           "02"},
          {"{{ range $i := until 3 }}{{ range until 3 }}{{ if eq . 1 }}{{ break "
           "}}{{ end }}{{ $i }}{{ . }} {{ end }}{{ end }}",
           "00 10 20 "},
          {"{{ $x := 0 }}{{ range .Values.nums }}{{ $x = add $x . }}{{ end }}{{ "
           "$x }}",
           "6"},
          {"{{ $i := 9 }}{{ $v := 9 }}{{ range $i, $v = .Values.nums }}{{ end "
           "}}{{ $i }}{{ $v }}",
           "22"},
          {"{{ range .Values.l }}{{ .y }}{{ end }}",
           "! 1:24 <.y>: can't evaluate field y in type interface {}"},
          {"{{ $d := dict \"a\" 1 }}{{ range $k, $_ := $d }}{{ $_ := set $d "
           "\"b\" 2 }}{{ $k }}{{ end }}",
           "a"},
          {"{{ range splitList \",\" \"a,b\" }}{{ upper . }}{{ end }}", "AB"},
          {"{{ range .Values.l }}{{ upper . }}{{ end }}",
           "! 1:30 <.>: wrong type for value; expected string; got float64"});
}

static void templates_call_templates(void **state)
{
    CASES({"{{ define \"h\" }}<{{ . }}>{{ end }}{{ template \"h\" 1 }}{{ template "
           "\"h\" }}",
           "<1><>"},
          {"{{ template \"nope\" . }}", "! 1:12 <{{template \"nope\" .}}>: template \"nope\" not defined"},
          {"{{ template \"nope\" }}", "! 1:12 <{{template \"nope\"}}>: template \"nope\" not defined"},
          {"{{ define \"h\" }}{{ .Values.nope.y }}{{ end }}{{ template \"h\" . }}",
           "! template: c/templates/t:1:26: executing \"h\" at <.Values.nope.y>: "
           "nil pointer evaluating interface {}.y"},
          {"{{ block \"b\" .Values.a }}[{{ . }}]{{ end }}", "[5]"},
          {"{{ define \"h\" }}{{ $ }}{{ end }}{{ template \"h\" \"x\" }}", "x"},
          {"{{ define \"h\" }}{{ $x }}{{ end }}",
           "! parse error at (c/templates/t:1): undefined variable \"$x\""},
          {"{{ define \"h\" }}{{ template \"g\" . }}{{ end }}{{ define \"g\" }}{{ "
           "fail \"deep\" }}{{ end }}\n{{ template \"h\" . }}",
           "! execution error at (c/templates/t:1:64): deep"},
          {"{{ define \"h\" }}a{{ end }}{{ define \"h\" }} {{ end }}{{ template "
           "\"h\" }}",
           "a"},
          {"{{ template \"h\" .Values.nope.y }}{{ define \"h\" }}{{ end }}",
           "! 1:23 <.Values.nope.y>: nil pointer evaluating interface {}.y"});
}

static void errors_tell_their_place(void **state)
{
    CASES(
        {"a\nb {{ .Values.nope.y }}", "! 2:12 <.Values.nope.y>: nil pointer evaluating interface {}.y"},
        {"\303\251 {{ .Values.nope.y }}", "! 1:13 <.Values.nope.y>: nil pointer evaluating interface {}.y"},
        {"{{ printf \"%s\" (upper 5) }}", "! 1:22 <5>: expected string; found 5"},
        {"{{ list 1 (index .Values.nums 9) }}",
         "! 1:11 <index .Values.nums 9>: error calling index: index out of "
         "range: 9"},
        {"{{ .Values.nope | trunc 3 }}", "! 1:24 <3>: invalid value; expected string"},
        {"{{- /* x */ -}}\n\n{{ fail \"m\" }}", "! execution error at (c/templates/t:3:3): m"},
        {"{{ if (index .Values.nums 9) }}{{ end }}",
         "! 1:7 <index .Values.nums 9>: error calling index: index out of range: "
         "9"},
        {"{{ range (index .Values.nums 9) }}{{ end }}",
         "! 1:10 <index .Values.nums 9>: error calling index: index out of "
         "range: 9"},
        {"{{ $x := index .Values.nums 9 }}",
         "! 1:9 <index .Values.nums 9>: error calling index: index out of range: "
         "9"},
        {"{{ upper }}", "! 1:3 <upper>: wrong number of args for upper: want 1 got 0"},
        {"{{ upper \"a\" \"b\" }}", "! 1:3 <upper>: wrong number of args for upper: want 1 got 2"},
        {"{{ dict \"a\" .Values.nope.y }}", "! 1:19 <.Values.nope.y>: nil pointer evaluating interface {}.y"},
        {"{{ eq 1 (fail \"x\") }}", "! execution error at (c/templates/t:1:9): x"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(conditions_choose),
        CASE_TEST(loops_repeat),
        CASE_TEST(templates_call_templates),
        CASE_TEST(errors_tell_their_place),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
