/* Spans of time as Helm 4.3.1 has them: read, counted, printed under every verb, compared, and their methods.
 */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static const struct template_case spans[] = {
    {"{{ mustToDuration \"1h\" }} {{ mustToDuration \" 5 \" }} {{ mustToDuration \"1e3\" }} {{ "
     "mustToDuration \"0x1p4\" }} {{ mustToDuration 1.5 }} {{ mustToDuration (mustToDuration \"2us\") }}",
     "1h0m0s 5s 16m40s 16s 1.5s 2\302\265s"},
    {"{{ mustToDuration 9223372036 }} {{ mustToDuration -9223372036 }} {{ mustToDuration "
     "9223372036.854775807 }}",
     "2562047h47m16s -2562047h47m16s -2562047h47m16.854775808s"},
    {"{{ mustToDuration 9223372037 }}", "! 1:3 <mustToDuration 9223372037>: error calling mustToDuration: "
                                        "duration seconds overflow: 9223372037"},
    {"{{ mustToDuration 9223372036.9 }}", "! 1:3 <mustToDuration 9223372036.9>: error calling "
                                          "mustToDuration: duration seconds overflow: 9.2233720369e+09"},
    {"{{ mustToDuration \"inf\" }}",
     "! 1:3 <mustToDuration \"inf\">: error calling mustToDuration: invalid duration seconds: +Inf"},
    {"{{ mustToDuration \"1e400\" }}",
     "! 1:3 <mustToDuration \"1e400\">: error calling mustToDuration: could not parse duration \"1e400\""},
    {"{{ mustToDuration \"  \" }}",
     "! 1:3 <mustToDuration \"  \">: error calling mustToDuration: empty duration"},
    {"{{ mustToDuration \"x\" }}",
     "! 1:3 <mustToDuration \"x\">: error calling mustToDuration: could not parse duration \"x\""},
    {"{{ mustToDuration nil }}",
     "! 1:3 <mustToDuration nil>: error calling mustToDuration: invalid duration"},
    {"{{ mustToDuration true }}",
     "! 1:3 <mustToDuration true>: error calling mustToDuration: unsupported duration type bool"},
    {"{{ mustToDuration (list) }}",
     "! 1:3 <mustToDuration (list)>: error calling mustToDuration: unsupported duration type []interface {}"},
    {"{{ durationNanoseconds \"1.5s\" }} {{ durationMicroseconds \"1.5s\" }} {{ durationMilliseconds "
     "\"1.5s\" }} {{ durationSeconds \"1.5s\" }} {{ durationSeconds 7 }} {{ durationMinutes \"1.5s\" }} {{ "
     "durationHours \"90m\" }} {{ durationDays \"36h\" }} {{ durationWeeks \"100h\" }} {{ durationSeconds "
     "\"x\" }}",
     "1500000000 1500000 1500 1.5 7 0.025 1.5 1.5 0.5952380952380952 0"},
    {"{{ durationRoundTo \"2h13m\" \"30m\" }} {{ durationRoundTo \"-2h15m\" \"30m\" }} {{ durationRoundTo "
     "\"2h13m\" \"x\" }} {{ durationRoundTo \"x\" \"1h\" }} {{ durationRoundTo \"2h13m\" \"-1h\" }} {{ "
     "durationRoundTo \"2562047h47m16s\" \"1000h\" }} {{ durationRoundTo \"-2562047h47m16s\" \"1000h\" }}",
     "2h0m0s -2h30m0s 2h13m0s 0s 2h13m0s 2562000h0m0s -2562000h0m0s"},
    {"{{ durationTruncateTo \"2h59m\" \"1h\" }} {{ durationTruncateTo \"-2h59m\" \"1h\" }} {{ "
     "durationTruncateTo 1 nil }}",
     "2h0m0s -2h0m0s 1s"},
    {"{{ printf \"%v %d %s %q %T %x %t %#v %5d %U\" (mustToDuration \"1h\") (mustToDuration \"1h\") "
     "(mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") "
     "(mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") }}",
     "1h0m0s 3600000000000 1h0m0s \"1h0m0s\" time.Duration 3168306d3073 %!t(time.Duration=3600000000000) "
     "3600000000000 3600000000000 U+34630B8A000"},
    {"{{ printf \"%+v|% x|%#q|%8v|%-8s|%08v|%.2s|%+d|%e|%w|%b\" (mustToDuration \"1h\") (mustToDuration "
     "\"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration "
     "\"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration \"1h\") (mustToDuration "
     "\"1h\") (mustToDuration \"1us\") }}",
     "1h0m0s|31 68 30 6d 30 73|`1h0m0s`|  1h0m0s|1h0m0s  "
     "|001h0m0s|1h|+3600000000000|%!e(time.Duration=3600000000000)|%!w(time.Duration=3600000000000)|"
     "1111101000"},
    {"{{ printf \"x\" (mustToDuration \"1h\") }} {{ printf \"%t\" (list (mustToDuration \"1h\")) }} {{ "
     "printf \"%#v %d\" (list (mustToDuration \"1h\")) (list (mustToDuration \"1us\")) }} {{ printf \"%*d\" "
     "(mustToDuration \"3ns\") 1 }}",
     "x%!(EXTRA time.Duration=1h0m0s) [%!t(time.Duration=3600000000000)] []interface {}{3600000000000} "
     "[1000]   1"},
    {"{{ print (mustToDuration \"1s\") (mustToDuration \"1s\") \"a\" (mustToDuration \"1s\") }} {{ quote "
     "(mustToDuration \"1s\") }} {{ list (mustToDuration \"1s\") }} {{ dict \"a\" (mustToDuration \"1s\") }} "
     "{{ join \",\" (list (mustToDuration \"1s\") 2) }}",
     "1s 1sa1s \"1s\" [1s] map[a:1s] 1s,2"},
    {"{{ toJson (dict \"a\" (mustToDuration \"1h\")) }} {{ toYaml (list (mustToDuration \"1h\")) }} {{ "
     "toYamlPretty (list (mustToDuration \"1h\")) }} {{ toToml (dict \"a\" (mustToDuration \"1h\")) }}",
     "{\"a\":3600000000000} - 3600000000000 - 1h0m0s a = \"1h0m0s\"\n"},
    {"{{ kindOf (mustToDuration \"1s\") }} {{ typeOf (mustToDuration \"1s\") }} {{ typeIs \"time.Duration\" "
     "(mustToDuration \"1s\") }} {{ kindIs \"int64\" (mustToDuration \"1s\") }}",
     "int64 time.Duration true true"},
    {"{{ eq (mustToDuration \"1s\") 1000000000 }} {{ eq (mustToDuration \"1s\") (mustToDuration \"1000ms\") "
     "}} {{ lt (mustToDuration \"1s\") (mustToDuration \"2s\") }} {{ deepEqual (mustToDuration \"1ns\") "
     "(int64 1) }} {{ has (mustToDuration \"1ns\") (list 1 (mustToDuration \"1ns\")) }}",
     "true true true false true"},
    {"{{ eq (mustToDuration \"1s\") \"1s\" }}",
     "! 1:3 <eq (mustToDuration \"1s\") \"1s\">: error calling eq: incompatible types for comparison: "
     "time.Duration and string"},
    {"{{ add (mustToDuration \"1h\") 1 }} {{ int (mustToDuration \"1h\") }} {{ float64 (mustToDuration "
     "\"1h\") }} {{ max -1 (mustToDuration \"1h\") }} {{ toDecimal (mustToDuration \"10ns\") }}",
     "1 0 0 0 0"},
    {"{{ div 2 (mustToDuration \"1s\") }}",
     "! 1:3 <div 2 (mustToDuration \"1s\")>: error calling div: runtime error: integer divide by zero"},
    {"{{ default \"x\" (mustToDuration \"0\") }} {{ empty (mustToDuration \"0\") }} {{ if mustToDuration "
     "\"1\" }}yes{{ end }}",
     "x true yes"},
    {"{{ index (list 1 2) (mustToDuration \"1ns\") }} {{ slice \"abc\" (mustToDuration \"1ns\") }} {{ "
     "duration (mustToDuration \"1h\") }} {{ durationRound (mustToDuration \"1h\") }}",
     "! 1:49 <slice \"abc\" (mustToDuration \"1ns\")>: error calling slice: list should be type of slice or "
     "array but string"},
    {"{{ until (mustToDuration \"3ns\") }}",
     "! 1:25 <\"3ns\">: wrong type for value; expected int; got time.Duration"},
    {"{{ b64enc (mustToDuration \"3ns\") }}",
     "! 1:26 <\"3ns\">: wrong type for value; expected string; got time.Duration"},
    {"{{ range mustToDuration \"3ns\" }}{{ typeOf . }} {{ . }} {{ end }}",
     "time.Duration 0s time.Duration 1ns time.Duration 2ns "},
    {"{{ range $i, $x := mustToDuration \"3ns\" }}{{ end }}",
     "! 1:34 <\"3ns\">: can't use 3ns to iterate over more than one variable"},
    {"{{ with mustToDuration \"-90m\" }}{{ .Hours }} {{ .Minutes }} {{ .Seconds }} {{ .Milliseconds }} {{ "
     ".Microseconds }} {{ .Nanoseconds }} {{ .String }} {{ .Abs }} {{ .Round 7 }} {{ .Truncate 3600000000000 "
     "}}{{ end }} {{ (mustToDuration \"-9223372036.854775808\").Abs }}",
     "-1.5 -90 -5400 -5400000 -5400000000 -5400000000000 -1h30m0s 1h30m0s -1h30m0.000000003s -1h0m0s "
     "2562047h47m16.854775807s"},
    {"{{ (mustToDuration \"1h\").Round (mustToDuration \"7m\") }} {{ (mustToDuration \"1h\").Round 2.0 }}",
     "1h3m0s 1h0m0s"},
    {"{{ (mustToDuration \"1h\").Round \"x\" }}", "! 1:31 <\"x\">: expected integer; found \"x\""},
    {"{{ (mustToDuration \"1h\").Round (int64 5) }}",
     "! 1:38 <5>: wrong type for value; expected time.Duration; got int64"},
    {"{{ (mustToDuration \"1h\").Round nil }}", "! 1:31 <nil>: cannot assign nil to time.Duration"},
    {"{{ (mustToDuration \"1h\").Round }}", "! 1:19 <\"1h\">: wrong number of args for Round: want 1 got 0"},
    {"{{ (mustToDuration \"1h\").Nope }}",
     "! 1:19 <\"1h\">: can't evaluate field Nope in type time.Duration"},
};

static void spans_are_what_helm_4_makes_of_them(void **state)
{
    (void)state;
    template_case_check4(spans, sizeof spans / sizeof *spans);
}

static void helm_3_has_no_spans(void **state)
{
    CASES({"{{ mustToDuration 1 }}",
           "! parse error at (c/templates/t:1): function \"mustToDuration\" not defined"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(spans_are_what_helm_4_makes_of_them),
        CASE_TEST(helm_3_has_no_spans),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
