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

static const struct template_case views[] = {
    {"{{ $_ := set .Values.AsMap.m \"k\" 2 }}{{ .Values.m.k }} {{ .Values.AsMap.m.k }}", "2 2"},
    {"{{ $v := .Values.AsMap }}{{ $_ := unset .Values \"a\" }}{{ toJson .Values }}",
     "{\"big\":1000000,\"e\":\"\",\"f\":1.5,\"false\":\"7\",\"l\":[\"x\",1,null],\"m\":{\"b\":true,\"x\":{"
     "\"q\":\"z\"}},\"neg\":-3,\"nums\":[3,1,2],\"s\":\"text\",\"t\":true,\"z\":null}"},
    {"{{ $v := .Values.AsMap }}{{ $_ := set .Values \"aa\" 1 }}{{ toJson .Values }} {{ $v.a }}",
     "{\"a\":5,\"aa\":1,\"big\":1000000,\"e\":\"\",\"f\":1.5,\"false\":\"7\",\"l\":[\"x\",1,null],\"m\":{"
     "\"b\":true,\"x\":{\"q\":\"z\"}},\"neg\":-3,\"nums\":[3,1,2],\"s\":\"text\",\"t\":true,\"z\":null} 5"},
    {"{{ $c := deepCopy .Values.AsMap }}{{ $_ := set $c \"a\" 1 }}{{ $c.a }} {{ .Values.a }} {{ typeOf $c }}",
     "1 5 map[string]interface {}"},
    {"{{ typeOf (deepCopy (.Values.Table \"m\")) }} {{ (.Values.Table \"m\").Table \"x\" }}",
     "chartutil.Values map[q:z]"},
    {"{{ merge (dict \"a\" 1) .Values.AsMap | toJson }}",
     "{\"a\":1,\"big\":1000000,\"e\":\"\",\"f\":1.5,\"false\":\"7\",\"l\":[\"x\",1,null],\"m\":{\"b\":true,"
     "\"x\":{\"q\":\"z\"}},\"neg\":-3,\"nums\":[3,1,2],\"s\":\"text\",\"t\":true}"},
    {"{{ $m := merge (dict) (.Values.Table \"m\") }}{{ $_ := set $m \"k\" 3 }}{{ toJson $m }} {{ toJson "
     ".Values.m }}",
     "{\"b\":true,\"k\":3,\"x\":{\"q\":\"z\"}} {\"b\":true,\"x\":{\"q\":\"z\"}}"}};

static void the_same_map_under_another_type_keeps_its_entries_and_its_copy_is_free(void **state)
{
    (void)state;
    template_case_check(views, sizeof views / sizeof *views);
}

/* Helm changes .Values then. */
static void a_map_under_another_type_stays_the_same_map(void **state)
{
    CASES({"{{ $_ := set .Values.AsMap \"n\" 1 }}{{ .Values.n }}", "1"},
          {"{{ $_ := unset (.Values.Table \"m\") \"b\" }}{{ .Values.m }}", "map[x:map[q:z]]"},
          {"{{ $_ := merge .Values.AsMap (dict \"n\" 2) }}{{ .Values.n }}", "2"},
          {"{{ typeOf .Values.AsMap }}, {{ typeOf (set .Values \"n\" 1) }}, {{ typeOf .Values }}",
           "map[string]interface {}, map[string]interface {}, chartutil.Values"},
          {"{{ range $i := until 3 }}{{ $_ := set $.Values.AsMap (toString $i) (list $i) }}{{ end }}{{ index "
           ".Values \"0\" }}{{ index .Values \"2\" }}",
           "[0][2]"});
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(values_are_found_by_path_or_the_fault_is_told),
        CASE_TEST(the_same_map_under_another_type_keeps_its_entries_and_its_copy_is_free),
        CASE_TEST(a_map_under_another_type_stays_the_same_map),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
