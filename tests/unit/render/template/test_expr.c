/* Fields, constants, arguments and pipelines, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void fields_are_looked_up_in_maps(void **state)
{
    CASES({"{{ .Values.a }}", "5"}, {"{{ .Values.m.x.q }}", "z"}, {"{{ .Values.nope }}", ""},
          {"{{ .Nope }}", ""},
          {"{{ .Values.nope.y }}", "! 1:10 <.Values.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ .Values.s.y }}", "! 1:10 <.Values.s.y>: can't evaluate field y in type interface {}"},
          {"{{ .Values.l.y }}", "! 1:10 <.Values.l.y>: can't evaluate field y in type interface {}"},
          {"{{ .Values.a.y.z }}", "! 1:10 <.Values.a.y.z>: can't evaluate field y in type interface {}"},
          {"{{ .Values.z.y }}", "! 1:10 <.Values.z.y>: nil pointer evaluating interface {}.y"},
          {"{{ (.Values.m).x.q }}", "z"},
          {"{{ (.Values.m).nope.y }}", "! 1:11 <.Values.m>: nil pointer evaluating interface {}.y"},
          {"{{ (dict \"a\" 1).a }}", "1"}, {"{{ $.Values.a }}", "5"},
          {"{{ $.Values.nope.y }}", "! 1:4 <$.Values.nope.y>: nil pointer evaluating interface {}.y"},
          {"{{ $x := .Values.nope }}{{ $x.y }}", ""}, {"{{ $x := .Values.m }}{{ $x.x.q }}", "z"},
          {"{{ (nil).a }}", "! 1:4 <nil>: nil is not a command"},
          {"{{ .Values.a 1 }}", "! 1:10 <.Values.a>: a is not a method but has arguments"},
          {"{{ 1 | .Values.a }}", "! 1:14 <.Values.a>: a is not a method but has arguments"},
          {"{{ $x := 1 }}{{ $x 1 }}", "! 1:16 <$x>: can't give argument to non-function $x"},
          {"{{ (1) 2 }}", "! 1:3 <(1) 2>: can't give argument to non-function 1"});
}

static void constants_are_given_to_parameters_of_their_kind(void **state)
{
    CASES(
        {"{{ upper 5 }}", "! 1:9 <5>: expected string; found 5"},
        {"{{ upper true }}", "! 1:9 <true>: expected string; found true"},
        {"{{ upper nil }}", "! 1:9 <nil>: cannot assign nil to string"}, {"{{ upper \"a\" }}", "A"},
        {"{{ repeat 2.0 \"a\" }}", "aa"},
        {"{{ repeat 2.5 \"a\" }}", "! 1:10 <2.5>: expected integer; found 2.5"},
        {"{{ repeat \"2\" \"a\" }}", "! 1:10 <\"2\">: expected integer; found \"2\""},
        {"{{ repeat true \"a\" }}", "! 1:10 <true>: expected integer; found true"},
        {"{{ ternary 1 2 \"x\" }}", "! 1:15 <\"x\">: expected bool; found \"x\""},
        {"{{ ternary 1 2 3 }}", "! 1:15 <3>: expected bool; found 3"},
        {"{{ ternary 1 2 nil }}", "! 1:15 <nil>: cannot assign nil to bool"},
        {"{{ get 5 \"a\" }}", "! 1:7 <5>: can't handle 5 for arg of type map[string]interface {}"},
        {"{{ get \"x\" \"a\" }}", "! 1:7 <\"x\">: can't handle \"x\" for arg of "
                                  "type map[string]interface {}"},
        {"{{ get nil \"a\" }}", ""}, {"{{ repeat 'a' \"\" }}", ""},
        {"{{ add 99999999999999999999 1 }}", "! parse error at (c/templates/t:1): \"99999999999999999999\""},
        {"{{ 9223372036854775808 }}", "! 1:3 <9223372036854775808>: 9223372036854775808 overflows int"},
        {"{{ -9223372036854775808 }}", "-9223372036854775808"},
        {"{{ print 0x7fffffffffffffff }}", "9223372036854775807"},
        {"{{ 1e400 }}", "! parse error at (c/templates/t:1): \"1e400\""});
}

static void pipelines_hand_on_the_last_value(void **state)
{
    CASES({"{{ \"a\" | upper | repeat 2 }}", "AA"}, {"{{ 1 | add 2 | mul 3 }}", "9"},
          {"{{ nil | upper }}", "! 1:3 <nil>: nil is not a command"},
          {"{{ .Values.nope | upper }}", "! 1:18 <upper>: invalid value; expected string"},
          {"{{ .Values.nope | default \"x\" | upper }}", "X"},
          {"{{ \"a\" | upper \"b\" }}", "! 1:9 <upper>: wrong number of args for upper: want 1 got 2"},
          {"{{ .Values.s | nope }}", "! parse error at (c/templates/t:1): function \"nope\" not defined"},
          {"{{ .Values.a | trunc 3 }}", "! 1:21 <3>: wrong type for value; expected string; got float64"},
          {"{{ nil }}", "! 1:3 <nil>: nil is not a command"},
          {"{{ nil | print }}", "! 1:3 <nil>: nil is not a command"}, {"{{ true | not }}", "false"},
          {"{{ $x := \"a\" | upper }}{{ $x }}", "A"},
          {"{{ print (nil | quote) }}", "! 1:10 <nil>: nil is not a command"});
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(fields_are_looked_up_in_maps),
        CASE_TEST(constants_are_given_to_parameters_of_their_kind),
        CASE_TEST(pipelines_hand_on_the_last_value),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
