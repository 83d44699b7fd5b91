/* include, tpl, required, default and their kin, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void and_and_or_stop_as_soon_as_they_know(void **state)
{
    CASES({"{{ and 1 2 }}", "2"}, {"{{ and 0 2 }}", "0"}, {"{{ and 1 0 (fail \"x\") }}", "0"},
          {"{{ and \"\" (fail \"x\") }}", ""}, {"{{ and 1 }}", "1"},
          {"{{ and }}", "! 1:3 <and>: wrong number of args for and: want at least 1 got 0"},
          {"{{ and nil 1 }}", ""}, {"{{ and 1 nil }}", ""}, {"{{ and (list) 1 }}", "[]"},
          {"{{ or 1 (fail \"x\") }}", "1"}, {"{{ or 0 \"\" 3 }}", "3"}, {"{{ or 0 \"\" nil }}", ""},
          {"{{ or \"\" 0 }}", "0"},
          {"{{ or }}", "! 1:3 <or>: wrong number of args for or: want at least 1 got 0"},
          {"{{ or nil }}", ""}, {"{{ 0 | or 5 }}", "5"}, {"{{ 5 | or 0 }}", "5"}, {"{{ 0 | and 5 }}", "0"},
          {"{{ and 1 (fail \"x\") }}", "! execution error at (c/templates/t:1:10): x"},
          {"{{ not 1 }}", "false"}, {"{{ not nil }}", "true"}, {"{{ not \"\" }}", "true"},
          {"{{ not (list) }}", "true"}, {"{{ not .Values.nope }}", "true"}, {"{{ not .Values.f }}", "false"},
          {"{{ not }}", "! 1:3 <not>: wrong number of args for not: want 1 got 0"},
          {"{{ not 1 2 }}", "! 1:3 <not>: wrong number of args for not: want 1 got 2"});
}

static void include_runs_a_template_and_keeps_its_text(void **state)
{
    CASES({"{{ define \"h\" }}<{{ . }}>{{ end }}{{ include \"h\" 1 }}", "<1>"},
          {"{{ define \"h\" }}\n a \n{{ end }}[{{ include \"h\" . }}]", "[\n a \n]"},
          {"{{ define \"h\" }}x{{ end }}{{ include \"h\" . | upper }}", "X"},
          {"{{ include \"nope\" . }}", "! 1:3 <include \"nope\" .>: error calling include: template: no "
                                       "template \"nope\" associated with template \"gotpl\""},
          {"{{ include \"nope\" }}", "! 1:3 <include>: wrong number of args for include: want 2 got 1"},
          {"{{ include }}", "! 1:3 <include>: wrong number of args for include: want 2 got 0"},
          {"{{ include 5 . }}", "! 1:11 <5>: expected string; found 5"},
          {"{{ include nil . }}", "! 1:11 <nil>: cannot assign nil to string"},
          {"{{ define \"h\" }}{{ .nope.y }}{{ end }}{{ include \"h\" . }}",
           "! 1:41 <include \"h\" .>: error calling include: template: c/templates/t:1:24: executing \"h\" "
           "at <.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ define \"h\" }}{{ end }}{{ include \"h\" nil }}", ""},
          {"{{ define \"h\" }}{{ .x }}{{ end }}{{ include \"h\" (dict \"x\" 1) }}", "1"},
          {"{{ define \"h\" }}{{ .x }}{{ end }}[{{ include \"h\" (dict) }}]", "[]"},
          {"{{ define \"h\" }}{{ . }}{{ end }}[{{ include \"h\" .Values.nope }}]", "[]"},
          {"{{ define \"h\" }}{{ if gt (int .) 0 }}{{ . }}{{ include \"h\" (sub . 1) }}{{ end }}{{ end }}{{ "
           "include \"h\" 3 }}",
           "321"});
}

static void tpl_runs_a_text_as_a_template(void **state)
{
    CASES({"{{ tpl \"{{ .Values.s }}\" . }}", "text"}, {"{{ tpl \"\" . }}", ""}, {"{{ tpl \"a\" nil }}", "a"},
          {"{{ tpl \"{{ .x }}\" (dict \"x\" 5) }}", "5"}, {"[{{ tpl \"{{ .Values.nope }}\" . }}]", "[]"},
          {"{{ define \"h\" }}H{{ end }}{{ tpl \"{{ include \\\"h\\\" . }}\" . }}", "H"},
          {"{{ tpl \"{{ define \\\"g\\\" }}G{{ end }}{{ template \\\"g\\\" }}\" . }}", "G"},
          {"{{ tpl \"{{ define \\\"g\\\" }}G{{ end }}\" . }}{{ include \"g\" . }}",
           "! 1:45 <include \"g\" .>: error calling include: template: no template \"g\" associated with "
           "template \"gotpl\""},
          {"{{ define \"g\" }}old{{ end }}{{ tpl \"{{ define \\\"g\\\" }}new{{ end }}{{ include \\\"g\\\" . "
           "}}\" . }}{{ include \"g\" . }}",
           "newold"},
          {"{{ tpl \"{{ .x \" . }}", "! 1:3 <tpl \"{{ .x \" .>: error calling tpl: cannot parse template "
                                     "\"{{ .x \": template: gotpl:1: unclosed action"},
          {"{{ tpl \"{{ nope }}\" . }}",
           "! 1:3 <tpl \"{{ nope }}\" .>: error calling tpl: cannot parse template \"{{ nope }}\": template: "
           "gotpl:1: function \"nope\" not defined"},
          {"{{ tpl \"{{ end }}\" . }}", "! 1:3 <tpl \"{{ end }}\" .>: error calling tpl: cannot parse "
                                        "template \"{{ end }}\": template: gotpl:1: unexpected {{end}}"},
          {"{{ tpl \"{{ .Values.nope.y }}\" . }}",
           "! 1:3 <tpl \"{{ .Values.nope.y }}\" .>: error calling tpl: error during tpl function execution "
           "for \"{{ .Values.nope.y }}\": template: gotpl:1:10: executing \"gotpl\" at <.Values.nope.y>: nil "
           "pointer evaluating interface {}.y"},
          {"{{ tpl \"{{ fail \\\"m\\\" }}\" . }}", "! execution error at (c/templates/t:1:3): m"},
          {"{{ tpl 5 . }}", "! 1:7 <5>: expected string; found 5"},
          {"{{ tpl nil . }}", "! 1:7 <nil>: cannot assign nil to string"},
          {"{{ tpl .Values.a . }}", "! 1:14 <.Values.a>: wrong type for value; expected string; got float64"},
          {"{{ tpl \"a\" }}", "! 1:3 <tpl>: wrong number of args for tpl: want 2 got 1"},
          {"{{ tpl }}", "! 1:3 <tpl>: wrong number of args for tpl: want 2 got 0"},
          {"{{ tpl \"{{ tpl \\\"{{ .Values.a }}\\\" . }}\" . }}", "5"},
          {"{{ tpl \"a<no value>b\" . }}", "ab"}, {"{{ tpl (toYaml .Values.m) . }}", "b: true\nx:\n  q: z"},
          {"{{ .Values.nope | tpl \"x\" }}", "x"}, {"{{ tpl \"{{ $x := 1 }}{{ $x }}\" . }}", "1"},
          {"{{ $x := 1 }}{{ tpl \"{{ $x }}\" . }}",
           "! 1:16 <tpl \"{{ $x }}\" .>: error calling tpl: cannot parse template \"{{ $x }}\": template: "
           "gotpl:1: undefined variable \"$x\""});
}

static void required_and_fail_tell_their_message_alone(void **state)
{
    CASES({"{{ required \"need\" .Values.s }}", "text"}, {"{{ required \"need\" 0 }}", "0"},
          {"{{ required \"need\" false }}", "false"}, {"{{ required \"need\" (list) }}", "[]"},
          {"{{ required \"need\" nil }}", "! execution error at (c/templates/t:1:3): need"},
          {"{{ required \"need\" \"\" }}", "! execution error at (c/templates/t:1:3): need"},
          {"{{ required \"need\" .Values.e }}", "! execution error at (c/templates/t:1:3): need"},
          {"{{ required \"need\" .Values.nope }}", "! execution error at (c/templates/t:1:3): need"},
          {"{{ .Values.z | required \"need\" }}", "! execution error at (c/templates/t:1:15): need"},
          {"{{ required \"a: b\" nil }}", "! execution error at (c/templates/t:1:3): a: b"},
          {"{{ required \"\" nil }}", "! execution error at (c/templates/t:1:3): "},
          {"{{ required \"two\\nlines\" nil }}", "! execution error at (c/templates/t:1:3): two\nlines"},
          {"{{ required 5 nil }}", "! 1:12 <5>: expected string; found 5"},
          {"{{ required nil 5 }}", "! 1:12 <nil>: cannot assign nil to string"},
          {"{{ required \"x\" }}", "! 1:3 <required>: wrong number of args for required: want 2 got 1"},
          {"{{ required }}", "! 1:3 <required>: wrong number of args for required: want 2 got 0"},
          {"{{ fail \"m\" }}", "! execution error at (c/templates/t:1:3): m"},
          {"{{ fail \"\" }}", "! execution error at (c/templates/t:1:3): "},
          {"{{ fail \"a: b: c\" }}", "! execution error at (c/templates/t:1:3): a: b: c"},
          {"{{ fail 5 }}", "! 1:8 <5>: expected string; found 5"},
          {"{{ fail nil }}", "! 1:8 <nil>: cannot assign nil to string"},
          {"{{ fail }}", "! 1:3 <fail>: wrong number of args for fail: want 1 got 0"},
          {"\n\n  {{ fail \"m\" }}", "! execution error at (c/templates/t:3:5): m"},
          {"{{ define \"h\" }}{{ fail \"in\" }}{{ end }}\n {{ include \"h\" . }}",
           "! execution error at (c/templates/t:2:4): in"},
          {"{{ define \"h\" }}{{ fail \"in\" }}{{ end }}\n {{ template \"h\" . }}",
           "! execution error at (c/templates/t:1:19): in"},
          {"{{ fail (printf \"%s %d\" \"x\" 5) }}", "! execution error at (c/templates/t:1:3): x 5"},
          {"{{ with 1 }}{{ required \"w\" nil }}{{ end }}", "! execution error at (c/templates/t:1:15): w"});
}

static void default_and_coalesce_pass_over_what_is_empty(void **state)
{
    CASES({"{{ default \"d\" 0 }}", "d"}, {"{{ default \"d\" 0.0 }}", "d"},
          {"{{ default \"d\" false }}", "d"}, {"{{ default \"d\" \"\" }}", "d"},
          {"{{ default \"d\" nil }}", "d"}, {"{{ default \"d\" .Values.nope }}", "d"},
          {"{{ default \"d\" (list) }}", "d"}, {"{{ default \"d\" (dict) }}", "d"},
          {"{{ default \"d\" 1 }}", "1"}, {"{{ default \"d\" \"x\" }}", "x"},
          {"{{ default \"d\" (list 1) }}", "[1]"}, {"{{ default \"d\" }}", "d"},
          {"{{ default }}", "! 1:3 <default>: wrong number of args for default: want at least 1 got 0"},
          {"{{ default nil \"x\" }}", "x"}, {"{{ default nil nil }}", ""},
          {"{{ .Values.nope | default 5 }}", "5"}, {"{{ .Values.a | default 6 }}", "5"},
          {"{{ default \"d\" \"x\" \"y\" }}", "x"}, {"{{ default \"d\" \"\" \"y\" }}", "d"},
          {"{{ coalesce 0 \"\" nil 3 4 }}", "3"}, {"{{ coalesce }}", ""}, {"{{ coalesce nil }}", ""},
          {"{{ coalesce 0 \"\" }}", ""}, {"{{ coalesce .Values.nope .Values.s }}", "text"},
          {"{{ coalesce (list) (dict \"a\" 1) }}", "map[a:1]"});
}

static void empty_all_any_and_ternary_decide(void **state)
{
    CASES({"{{ empty 0 }}", "true"}, {"{{ empty 1 }}", "false"}, {"{{ empty \"\" }}", "true"},
          {"{{ empty \"x\" }}", "false"}, {"{{ empty nil }}", "true"}, {"{{ empty .Values.nope }}", "true"},
          {"{{ empty (list) }}", "true"}, {"{{ empty (list 0) }}", "false"}, {"{{ empty (dict) }}", "true"},
          {"{{ empty (dict \"a\" nil) }}", "false"}, {"{{ empty false }}", "true"},
          {"{{ empty true }}", "false"}, {"{{ empty -1 }}", "false"}, {"{{ empty 0.1 }}", "false"},
          {"{{ empty }}", "! 1:3 <empty>: wrong number of args for empty: want 1 got 0"},
          {"{{ empty 1 2 }}", "! 1:3 <empty>: wrong number of args for empty: want 1 got 2"},
          {"{{ all 1 \"a\" true }}", "true"}, {"{{ all 1 0 }}", "false"}, {"{{ all }}", "true"},
          {"{{ all nil }}", "false"}, {"{{ any 0 \"\" 1 }}", "true"}, {"{{ any 0 \"\" }}", "false"},
          {"{{ any }}", "false"}, {"{{ ternary \"a\" \"b\" true }}", "a"},
          {"{{ ternary \"a\" \"b\" false }}", "b"}, {"{{ true | ternary \"a\" \"b\" }}", "a"},
          {"{{ ternary \"a\" \"b\" nil }}", "! 1:19 <nil>: cannot assign nil to bool"},
          {"{{ ternary \"a\" \"b\" .Values.nope }}",
           "! 1:26 <.Values.nope>: wrong type for value; expected bool; got interface {}"},
          {"{{ ternary \"a\" \"b\" .Values.t }}", "a"},
          {"{{ ternary \"a\" \"b\" 1 }}", "! 1:19 <1>: expected bool; found 1"},
          {"{{ ternary \"a\" \"b\" \"true\" }}", "! 1:19 <\"true\">: expected bool; found \"true\""},
          {"{{ ternary \"a\" \"b\" .Values.a }}",
           "! 1:26 <.Values.a>: wrong type for value; expected bool; got float64"},
          {"{{ ternary \"a\" \"b\" }}", "! 1:3 <ternary>: wrong number of args for ternary: want 3 got 2"},
          {"{{ ternary nil 1 true }}", ""}, {"{{ ternary nil 1 true | kindOf }}", "invalid"});
}

static void nothing_is_asked_of_a_cluster_or_the_network(void **state)
{
    CASES({"{{ lookup \"v1\" \"Pod\" \"ns\" \"n\" }}", "map[]"},
          {"{{ lookup \"v1\" \"Pod\" \"\" \"\" | toJson }}", "{}"},
          {"{{ (lookup \"v1\" \"Pod\" \"ns\" \"\").items }}", ""},
          {"{{ lookup \"v1\" \"Pod\" \"ns\" }}",
           "! 1:3 <lookup>: wrong number of args for lookup: want 4 got 3"},
          {"{{ lookup 1 2 3 4 }}", "! 1:10 <1>: expected string; found 1"},
          {"{{ lookup \"v1\" \"Pod\" \"ns\" nil }}", "! 1:26 <nil>: cannot assign nil to string"},
          {"{{ getHostByName \"localhost\" }}", ""},
          {"{{ getHostByName nil }}", "! 1:17 <nil>: cannot assign nil to string"},
          {"{{ getHostByName }}",
           "! 1:3 <getHostByName>: wrong number of args for getHostByName: want 1 got 0"});
}

static void hello_greets_and_nothing_can_be_called(void **state)
{
    CASES({"{{ hello }}", "Hello!"},
          {"{{ hello 1 }}", "! 1:3 <hello>: wrong number of args for hello: want 0 got 1"},
          {"{{ call nil }}", "! 1:3 <call nil>: error calling call: call of nil"},
          {"{{ call }}", "! 1:3 <call>: wrong number of args for call: want at least 1 got 0"},
          {"{{ call 1 }}", "! 1:3 <call 1>: error calling call: non-function 1 of type int"},
          {"{{ call \"x\" 1 }}",
           "! 1:3 <call \"x\" 1>: error calling call: non-function \"x\" of type string"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(and_and_or_stop_as_soon_as_they_know),
        CASE_TEST(include_runs_a_template_and_keeps_its_text),
        CASE_TEST(tpl_runs_a_text_as_a_template),
        CASE_TEST(required_and_fail_tell_their_message_alone),
        CASE_TEST(default_and_coalesce_pass_over_what_is_empty),
        CASE_TEST(empty_all_any_and_ternary_decide),
        CASE_TEST(nothing_is_asked_of_a_cluster_or_the_network),
        CASE_TEST(hello_greets_and_nothing_can_be_called),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
