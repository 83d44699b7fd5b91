/* Files parsed and executed as a set, held against Helm's engine. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void a_file_becomes_text(void **state)
{
    CASES({"plain {{ 1 }}\n", "plain 1\n"}, {"{{ \"\" }}", ""},
          {"{{ .Values.s }}\n{{- .Values.a }}", "text5"});
}

static void no_value_is_taken_out_wherever_it_came_from(void **state)
{
    CASES({"a<no value>b{{ 1 }}", "ab1"}, {"{{ .Values.nope }}", ""}, {"{{ \"<no value>\" }}", ""},
          {"{{ \"<no\" }} value>", ""}, {"<no <no value>value>{{ 1 }}", "<no value>1"},
          {"{{ .Values.nope | toString }}", "<nil>"});
}

static void faults_of_grammar_are_shortened(void **state)
{
    CASES({"{{ nope }}", "! parse error at (c/templates/t:1): function \"nope\" not defined"},
          {"{{ .x", "! parse error at (c/templates/t:1): unclosed action"},
          {"{{ \"a: b\" . }}", "! 1:3 <\"a: b\">: can't give argument to non-function \"a: b\""},
          {"{{ 1a }}", "! parse error at (c/templates/t:1): \"1a\""},
          {"{{ \"x: y", "! parse error at (c/templates/t:1): unterminated quoted string"},
          {"\n{{ if .x }}", "! parse error at (c/templates/t:2): unexpected EOF"},
          {"{{ define \"h\" }}1{{ end }}{{ define \"h\" }}2{{ end }}",
           "! parse error at (c/templates/t:1): multiple definition of template "
           "\"h\""},
          {"{{ print | nil }}", "! parse error at (c/templates/t:1): non "
                                "executable command in pipeline stage 2"},
          {"{{ `a: b`.x }}", "! parse error at (c/templates/t:1): b`\""});
}

static void marked_messages_stand_alone(void **state)
{
    CASES({"{{ fail \"m\" }}", "! execution error at (c/templates/t:1:3): m"},
          {"{{ required \"r\" nil }}", "! execution error at (c/templates/t:1:3): r"},
          {"{{ fail \"a: b\" }}", "! execution error at (c/templates/t:1:3): a: b"},
          {"{{ fail \"\" }}", "! execution error at (c/templates/t:1:3): "},
          {"{{ tpl \"{{ fail \\\"t\\\" }}\" . }}", "! execution error at (c/templates/t:1:3): t"},
          {"{{ define \"h\" }}{{ fail \"in\" }}{{ end }}\n  {{ include \"h\" . }}",
           "! execution error at (c/templates/t:2:5): in"},
          {"{{ fail \"HELM_ERR_END\" }}", "! execution error at (c/templates/t:1:3): HELM_ERR_END"},
          {"{{ fail \"HELM_ERR_START\" }}",
           "! execution error at (c/templates/t:1:3): \">: error calling fail: "
           "HELM_ERR_STARTHELM_ERR_START"},
          {"{{ fail \"HELM_ERR_STARTxHELM_ERR_ENDy\" }}",
           "! execution error at (c/templates/t:1:3): xHELM_ERR_ENDy\">: error "
           "calling fail: HELM_ERR_STARTHELM_ERR_STARTxHELM_ERR_ENDy"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(a_file_becomes_text),
        CASE_TEST(no_value_is_taken_out_wherever_it_came_from),
        CASE_TEST(faults_of_grammar_are_shortened),
        CASE_TEST(marked_messages_stand_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
