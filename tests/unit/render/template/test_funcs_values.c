/* The methods of .Values, held against Helm's results. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static const struct template_case methods[] = {
    {"{{ .Values.AsMap.a }} {{ typeOf .Values.AsMap }} {{ dig \"m\" \"x\" \"q\" \"none\" .Values.AsMap }}",
     "5 map[string]interface {} z"},
    {"{{ (.Values.Table \"m\").b }} {{ typeOf (.Values.Table \"m.x\") }}", "true chartutil.Values"},
    {"{{ .Values.Table \"m.nope\" }}",
     "! 1:10 <.Values.Table>: error calling Table: \"nope\" is not a table"},
    {"{{ .Values.Table \"a\" }}", "! 1:10 <.Values.Table>: error calling Table: \"a\" is not a table"},
    {"{{ .Values.Table \"\" }}", "! 1:10 <.Values.Table>: error calling Table: \"\" is not a table"},
    {"{{ .Values.PathValue \"m.x.q\" }} {{ .Values.PathValue \"a\" }}", "z 5"},
    {"{{ .Values.PathValue \"m.x\" }}",
     "! 1:10 <.Values.PathValue>: error calling PathValue: \"x\" is not a value"},
    {"{{ .Values.PathValue \"nope.x\" }}",
     "! 1:10 <.Values.PathValue>: error calling PathValue: \"x\" is not a value"},
    {"{{ .Values.PathValue \"\" }}",
     "! 1:10 <.Values.PathValue>: error calling PathValue: YAML path cannot be empty"},
    {"{{ .Values.PathValue \"z\" }}", ""},
    {"{{ .Values.PathValue 5 }}", "! 1:21 <5>: expected string; found 5"},
    {"{{ .Values.YAML }}",
     "a: 5\nbig: 1000000\ne: \"\"\nf: 1.5\n\"false\": \"7\"\nl:\n- x\n- 1\n- null\nm:\n  b: true\n  x:\n    "
     "q: z\nneg: -3\nnums:\n- 3\n- 1\n- 2\ns: text\nt: true\nz: null\n"},
    {"{{ .Values.AsMap 5 }}", "! 1:10 <.Values.AsMap>: wrong number of args for AsMap: want 0 got 1"},
    {"{{ $v := .Values.AsMap }}{{ get $v \"a\" }} {{ hasKey .Values.AsMap \"zz\" }}", "5 false"},
    {"{{ range $k, $v := .Values.AsMap }}{{ $k }} {{ end }}", "a big e f false l m neg nums s t z "}};

static void values_are_found_by_path_or_the_fault_is_told(void **state)
{
    (void)state;
    template_case_check(methods, sizeof methods / sizeof *methods);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(values_are_found_by_path_or_the_fault_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
