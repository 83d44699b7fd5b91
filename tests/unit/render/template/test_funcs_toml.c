/* Values written as TOML and read from it, held against Helm's results. */
#include <stdlib.h>

#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

#define CHECK(table)                                                                                         \
    (void)state;                                                                                             \
    template_case_check(table, sizeof table / sizeof *table)

static const struct template_case written[] = {
    {"{{ toToml (list (toDate \"2006-01-02\" \"2020-01-02\")) }} {{ toToml (dict \"a\" (list (dict \"t\" "
     "(toDate \"2006-01-02 "
     "-0700\" \"2020-01-02 +0100\")))) }}",
     "[2020-01-02T00:00:00Z] [[a]]\n  t = 2020-01-02T00:00:00+01:00\n"},
    {"{{ toToml .Values }}", "toml: cannot encode array with nil element"},
    {"{{ toToml .Values.m }}", "b = true\n\n[x]\n  q = \"z\"\n"},
    {"{{ toToml .Values.l }}", "toml: cannot encode array with nil element"},
    {"{{ toToml nil }}",
     "! 1:3 <toToml nil>: error calling toToml: reflect: call of reflect.Value.Type on zero Value"},
    {"{{ toToml 5 }}", "5"},
    {"{{ toToml \"a\" }}", "\"a\""},
    {"{{ toToml true }}", "true"},
    {"{{ toToml 1.5 }}", "1.5"},
    {"{{ toToml (list) }}", "[]"},
    {"{{ toToml (list 1 2) }}", "[1, 2]"},
    {"{{ toToml (list (dict \"a\" 1)) }}", "toml: top-level values must be Go maps or structs"},
    {"{{ toToml (dict) }}", ""},
    {"{{ toToml (dict \"a\" 1 \"b\" \"x\" \"c\" true \"d\" 1.5 \"e\" 1.0 \"f\" 1000000.0 \"g\" 1e21 \"h\" "
     "1e-7 \"i\" 100000.0) }}",
     "a = 1\nb = \"x\"\nc = true\nd = 1.5\ne = 1.0\nf = 1e+06\ng = 1e+21\nh = 1e-07\ni = 100000.0\n"},
    {"{{ toToml (dict \"a\" nil \"b\" 1) }}", "b = 1\n"},
    {"{{ toToml (dict \"a\" (list) \"b\" (dict)) }}", "a = []\n\n[b]\n"},
    {"{{ toToml (dict \"a\" (list 1 2 \"x\" 1.5 true)) }}", "a = [1, 2, \"x\", 1.5, true]\n"},
    {"{{ toToml (dict \"a\" (list 1 nil)) }}", "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"a\" (list (list 1 2) (list \"x\"))) }}", "a = [[1, 2], [\"x\"]]\n"},
    {"{{ toToml (dict \"a\" (list (list nil))) }}", "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"a\" (dict \"b\" (dict \"c\" 1))) }}", "[a]\n  [a.b]\n    c = 1\n"},
    {"{{ toToml (dict \"z\" 1 \"a\" (dict \"b\" 1) \"m\" (list (dict \"x\" 1) (dict \"y\" 2))) }}",
     "z = 1\n\n[a]\n  b = 1\n\n[[m]]\n  x = 1\n\n[[m]]\n  y = 2\n"},
    {"{{ toToml (dict \"a\" (list (dict \"b\" (list (dict \"c\" 1))))) }}",
     "[[a]]\n\n  [[a.b]]\n    c = 1\n"},
    {"{{ toToml (dict \"a\" (list 1 (dict \"b\" 1 \"c\" (dict \"d\" 2)))) }}",
     "a = [1, {b = 1, c = {d = 2}}]\n"},
    {"{{ toToml (dict \"a\" (list 1 (dict \"b\" nil \"c\" 1))) }}", "a = [1, {c = 1}]\n"},
    {"{{ toToml (dict \"a\" (list 1 (dict \"b\" 1 \"c\" nil))) }}", "a = [1, {b = 1, }]\n"},
    {"{{ toToml (dict \"a\" (list 1 (dict \"b\" nil \"c\" (dict \"x\" nil)))) }}", "a = [1, {c = {}}]\n"},
    {"{{ toToml (dict \"a\" (list 1 (dict \"b\" 1 \"c\" (list (dict \"q\" 1)) \"d\" 2))) }}",
     "a = [1, {b = 1, d = 2, c = [{q = 1}]}]\n"},
    {"{{ toToml (dict \"\" 1) }}", "\"\" = 1\n"},
    {"{{ toToml (dict \"a.b\" 1 \"c d\" 2 \"\303\251\" 3 \"_-9\" 4 \"q\\\"x\" 5) }}",
     "_-9 = 4\n\"a.b\" = 1\n\"c d\" = 2\n\"q\\\"x\" = 5\n\"\303\251\" = 3\n"},
    {"{{ toToml (dict \"a\" (dict \"b.c\" (dict \"\" 1))) }}", "[a]\n  [a.\"b.c\"]\n    \"\" = 1\n"},
    {"{{ toToml (dict \"s\" \"a\\\"b\\\\c\\n\\t\\r\\b\\f\\x01\\x7f\\x00\303\251\360\237\230\200\") }}",
     "s = \"a\\\"b\\\\c\\n\\t\\r\\b\\f\\u0001\\u007f\\u0000\303\251\360\237\230\200\"\n"},
    {"{{ toToml (dict \"n\" (float64 \"NaN\") \"i\" (float64 \"Inf\") \"j\" (float64 \"-Inf\")) }}",
     "i = inf\nj = -inf\nn = nan\n"},
    {"{{ toToml (dict \"a\" (int64 5) \"b\" (int 7) \"c\" -3) }}", "a = 5\nb = 7\nc = -3\n"},
    {"{{ toToml (dict \"a\" (splitList \",\" \"x,y\")) }}", "a = [\"x\", \"y\"]\n"},
    {"{{ toToml (dict \"a\" (until 3)) }}", "a = [0, 1, 2]\n"},
    {"{{ toToml (list nil) }}", "toml: cannot encode array with nil element"},
    {"{{ toToml (list (dict) nil) }}", "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"a\" (list (dict) (dict))) }}", "[[a]]\n\n[[a]]\n"},
    {"{{ toToml (dict \"a\" (list (dict \"x\" nil))) }}", "[[a]]\n"},
    {"{{ toToml (list (list (dict \"a\" 1))) }}", "[[{a = 1}]]"},
    {"{{ toToml (dict \"a\" (list (list (dict \"a\" 1 \"b\" (dict \"c\" 2))))) }}",
     "a = [[{a = 1, b = {c = 2}}]]\n"},
    {"{{ toToml (dict \"a\" 1 \"b\" (dict \"c\" (list (dict \"d\" 1) (dict \"d\" 2)) \"e\" 5)) }}",
     "a = 1\n\n[b]\n  e = 5\n\n  [[b.c]]\n    d = 1\n\n  [[b.c]]\n    d = 2\n"},
    {"{{ toToml (dict \"a\" (dict) \"b\" (dict)) }}", "[a]\n\n[b]\n"},
    {"{{ toToml (dict \"a\" (dict \"x\" (dict)) \"b\" 1) }}", "b = 1\n\n[a]\n  [a.x]\n"},
    {"{{ toToml .Values.z }}",
     "! 1:3 <toToml .Values.z>: error calling toToml: reflect: call of reflect.Value.Type on zero Value"},
    {"{{ toToml .Values.nope }}",
     "! 1:3 <toToml .Values.nope>: error calling toToml: reflect: call of reflect.Value.Type on zero Value"},
    {"{{ toToml (dict \"a\" (list \"x\" (list))) }}", "a = [\"x\", []]\n"},
    {"{{ toToml (dict \"x\" (concat)) }}", ""},
    {"{{ toToml (dict \"x\" (regexFindAll \"z\" \"a\" 0)) }}", ""},
    {"{{ toToml (dict \"a\" (split \",\" \"x,y\")) }}", "[a]\n  _0 = \"x\"\n  _1 = \"y\"\n"},
    {"{{ toToml (fromYaml \"a: [1, {b: c}]\\nd: {e: [f]}\") }}",
     "a = [1.0, {b = \"c\"}]\n\n[d]\n  e = [\"f\"]\n"},
    {"{{ toToml (dict \"a\" (dict \"b\" (list (dict \"c\" (dict \"d\" (list (dict \"e\" 1))))))) }}",
     "[a]\n\n  [[a.b]]\n    [a.b.c]\n\n      [[a.b.c.d]]\n        e = 1\n"},
    {"{{ toToml (list 1 (dict \"a\" 1)) }}", "[1, {a = 1}]"},
    {"{{ toToml (list \"a\" (list)) }}", "[\"a\", []]"},
    {"{{ toToml }}", "! 1:3 <toToml>: wrong number of args for toToml: want 1 got 0"},
    {"{{ toToml 1 2 }}", "! 1:3 <toToml>: wrong number of args for toToml: want 1 got 2"},
    {"{{ toToml (dict \"q\\\"w\" false \"\\u2028\" (dict ) \"\\\\\" \"\\u2028\") }}",
     "\"\\\\\" = \"\342\200\250\"\n\"q\\\"w\" = false\n\n[\"\342\200\250\"]\n"},
    {"{{ toToml (dict \"\\x7f\" (dict ) \"true\" (dict \"x.y\" \"1\" \"\\\\\" \"a\")) }}",
     "[true]\n  \"\\\\\" = \"a\"\n  \"x.y\" = \"1\"\n\n[\"\\u007f\"]\n"},
    {"{{ toToml (dict \"\\x00\" -5 \"a b\" nil \"-\" (dict \"a b\" 1000000 \"\303\251\" (dict \"\\u2028\" "
     "nil \"a\" \"a b\") \"_9\" \"\\n\")) }}",
     "\"\\u0000\" = -5\n\n[-]\n  _9 = \"\\n\"\n  \"a b\" = 1000000\n  [-.\"\303\251\"]\n    a = \"a b\"\n"},
    {"{{ toToml (list (dict \"-\" (list .Values.nums \"q\\\"w\") \"q\\\"w\" (list \"\\x00\")) (dict "
     "\"\\x7f\" (dict \"\" (list \"x.y\" 1e6 true) \"x.y\" 5e-324) \"a b\" \"\\\\\" \"_9\" 1.5 \"true\" "
     "\"\\\\\")) }}",
     "toml: top-level values must be Go maps or structs"},
    {"{{ toToml (dict \"a b\" \"\303\251\" \"\\u2028\" \"a\" \"\\n\" nil \"a\" 1000000000000000000) }}",
     "a = 1000000000000000000\n\"a b\" = \"\303\251\"\n\"\342\200\250\" = \"a\"\n"},
    {"{{ toToml (dict \"true\" \"\\u2028\" \"x.y\" (dict \"\\xff\" -5 \"x.y\" 1) \"\\n\" (list (dict ))) }}",
     "true = \"\342\200\250\"\n\n[[\"\\n\"]]\n\n[\"x.y\"]\n  \"x.y\" = 1\n  \"\377\" = -5\n"},
    {"{{ toToml (dict \"a b\" \"\\\\\" \"true\" 1000000000000000000 \"a\" true \"\303\251\" (list "
     "1000000000000000000 \"\" -5)) }}",
     "a = true\n\"a b\" = \"\\\\\"\ntrue = 1000000000000000000\n\"\303\251\" = [1000000000000000000, \"\", "
     "-5]\n"},
    {"{{ toToml (list (dict \"\\x00\" (dict \"\\\\\" 1000000 \"\\xff\" (list \"\\x00\"))) 1) }}",
     "[{\"\\u0000\" = {\"\\\\\" = 1000000, \"\377\" = [\"\\u0000\"]}}, 1]"},
    {"{{ toToml (list (list true (dict \"true\" nil \"\\u2028\" 1) \"_9\") -5) }}",
     "[[true, {\"\342\200\250\" = 1}, \"_9\"], -5]"},
    {"{{ toToml (dict \"1\" \"1\" \"\" (list .Values.f 0 (list nil nil (dict ))) \"a b\" 1000000000000000000 "
     "\"\\xff\" (list 5e-324 \"-\")) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"\\x00\" 1000000 \"-\" (dict \"a\" .Values.nums) \"-\" 1) }}",
     "\"\\u0000\" = 1000000\n- = 1\n"},
    {"{{ toToml (list (list nil) (dict \"\\x00\" \"\360\237\230\200\" \"\360\237\230\200\" \"\" \"\\x7f\" "
     "(list 123456789.125 (dict \"q\\\"w\" -5 \"\360\237\230\200\" \"_9\")) \"\\\\\" (dict \"q\\\"w\" 1.5 "
     "\"\\\\\" \"true\" \"a\" false)) (dict )) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"-\" \"\\u2028\" \"\\u2028\" (dict \"-\" (list (list 1000000000000000000) \"q\\\"w\") "
     "\"q\\\"w\" \"-\" \"x.y\" 1000000 \"\360\237\230\200\" 1e-7)) }}",
     "- = \"\342\200\250\"\n\n[\"\342\200\250\"]\n  - = [[1000000000000000000], \"q\\\"w\"]\n  \"q\\\"w\" = "
     "\"-\"\n  \"x.y\" = 1000000\n  \"\360\237\230\200\" = 1e-07\n"},
    {"{{ toToml (dict \"\\n\" \"x.y\" \"q\\\"w\" false \"\" (dict \"-\" (list 0 \"\"))) }}",
     "\"\\n\" = \"x.y\"\n\"q\\\"w\" = false\n\n[\"\"]\n  - = [0, \"\"]\n"},
    {"{{ toToml (dict \"-\" (dict \"\" \"x.y\" \"a b\" 1 \"\\x7f\" (list ) \"\\xff\" (until 3)) \"_9\" true "
     "\"\\n\" \"\\n\") }}",
     "\"\\n\" = \"\\n\"\n_9 = true\n\n[-]\n  \"\" = \"x.y\"\n  \"a b\" = 1\n  \"\\u007f\" = []\n  \"\377\" = "
     "[0, 1, 2]\n"},
    {"{{ toToml (list (list (dict \"a b\" \"\\x7f\" \"\360\237\230\200\" 0 \"\\n\" (dict \"\\u2028\" \"a "
     "b\")) -0.0)) }}",
     "[[{\"a b\" = \"\\u007f\", \"\360\237\230\200\" = 0, \"\\n\" = {\"\342\200\250\" = \"a b\"}}, -0.0]]"},
    {"{{ toToml (list (list nil) (list \"\\x00\" \"q\\\"w\" 1000000000000000000)) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"a b\" (dict \"-\" false) \"x.y\" .Values.m \"\\x7f\" \"\\n\") }}",
     "\"\\u007f\" = \"\\n\"\n\n[\"a b\"]\n  - = false\n\n[\"x.y\"]\n  b = true\n  [\"x.y\".x]\n    q = "
     "\"z\"\n"},
    {"{{ toToml (dict \"\\n\" (dict \"\\\\\" (dict \"\\n\" 1e21) \"\\n\" (list )) \"\\n\" true "
     "\"\360\237\230\200\" \"a\") }}",
     "\"\\n\" = true\n\"\360\237\230\200\" = \"a\"\n"},
    {"{{ toToml (dict \"\303\251\" \"true\" \"_9\" (list 0.1 1 \"\\u2028\") \"_9\" 1000000 "
     "\"\360\237\230\200\" nil) }}",
     "_9 = 1000000\n\"\303\251\" = \"true\"\n"},
    {"{{ toToml (list (dict) (dict \"\360\237\230\200\" true \"a\" 1000000 \"a\" true)) }}",
     "toml: top-level values must be Go maps or structs"},
    {"{{ toToml (dict \"-\" (list 1e-7 true \"\\\\\") \"a b\" (dict \"\303\251\" (index .Values.l 0) "
     "\"q\\\"w\" nil \"a b\" (dict \"\\x00\" (list \"\360\237\230\200\" \"\\\\\"))) \"\303\251\" \"q\\\"w\") "
     "}}",
     "- = [1e-07, true, \"\\\\\"]\n\"\303\251\" = \"q\\\"w\"\n\n[\"a b\"]\n  \"\303\251\" = \"x\"\n  [\"a "
     "b\".\"a b\"]\n    \"\\u0000\" = [\"\360\237\230\200\", \"\\\\\"]\n"},
    {"{{ toToml (dict \"\\n\" (list (dict ) \"1\") \"_9\" (dict \"\\xff\" (dict ) \"x.y\" (dict \"\\n\" "
     "(list ) \"\303\251\" true \"a\" nil \"\\u2028\" 1e6) \"\\u2028\" \"-\") \"a\" 1000000000000000000) }}",
     "\"\\n\" = [{}, \"1\"]\na = 1000000000000000000\n\n[_9]\n  \"\342\200\250\" = \"-\"\n  [_9.\"x.y\"]\n   "
     " \"\\n\" = []\n    \"\303\251\" = true\n    \"\342\200\250\" = 1e+06\n  [_9.\"\377\"]\n"},
    {"{{ toToml (dict \"\\xff\" (dict \"x.y\" 5e-324 \"\303\251\" \"\") \"true\" true \"\\\\\" "
     "1000000000000000000) }}",
     "\"\\\\\" = 1000000000000000000\ntrue = true\n\n[\"\377\"]\n  \"x.y\" = 5e-324\n  \"\303\251\" = "
     "\"\"\n"},
    {"{{ toToml (dict \"true\" (list (list ) (list \"\\x7f\" 123456789.125 \"q\\\"w\") nil) "
     "\"\360\237\230\200\" 1000000 \"\\x00\" \"\\xff\") }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"\\xff\" (dict \"true\" (list ) \"_9\" \"true\" \"\\n\" (list) \"\\n\" \"a\") "
     "\"\303\251\" 1000000 \"\\xff\" (dict \"-\" \"\303\251\" \"\\n\" true \"q\\\"w\" \"q\\\"w\")) }}",
     "\"\303\251\" = 1000000\n\n[\"\377\"]\n  \"\\n\" = true\n  - = \"\303\251\"\n  \"q\\\"w\" = "
     "\"q\\\"w\"\n"},
    {"{{ toToml (dict \"\360\237\230\200\" nil \"\\xff\" (list) \"-\" \"\\n\" \"\360\237\230\200\" (list "
     "false)) }}",
     "- = \"\\n\"\n\"\360\237\230\200\" = [false]\n\"\377\" = []\n"},
    {"{{ toToml (dict \"\303\251\" \"\\x7f\" \"\\x00\" \"\360\237\230\200\" \"q\\\"w\" (list (list "
     "1000000000000000000 (list 5e-324 -5) (list )))) }}",
     "\"\\u0000\" = \"\360\237\230\200\"\n\"q\\\"w\" = [[1000000000000000000, [5e-324, -5], "
     "[]]]\n\"\303\251\" = \"\\u007f\"\n"},
    {"{{ toToml (dict \"\\n\" nil \"true\" \"\303\251\" \"\\\\\" -5 \"\\x7f\" (list 1000000000000000000)) }}",
     "\"\\\\\" = -5\ntrue = \"\303\251\"\n\"\\u007f\" = [1000000000000000000]\n"},
    {"{{ toToml (list (list \"a b\" 5e-324 (dict \"\360\237\230\200\" 1 \"_9\" (list ) \"\303\251\" (list "
     "nil) \"\\x7f\" (dict \"\\x00\" 1 \"\360\237\230\200\" nil \"\360\237\230\200\" (list) \"\303\251\" "
     "true))) \"\\\\\" 1000000000000000000) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"\\xff\" -5 \"\\x00\" (until 3) \"x.y\" \"true\" \"a\" (dict \"\303\251\" (dict ) "
     "\"a\" (list ))) }}",
     "\"\\u0000\" = [0, 1, 2]\n\"x.y\" = \"true\"\n\"\377\" = -5\n\n[a]\n  a = []\n  [a.\"\303\251\"]\n"},
    {"{{ toToml (dict \"\\n\" nil \"\\\\\" (dict ) \"\360\237\230\200\" (dict \"\\\\\" -5 \"\303\251\" "
     "\"true\" \"\\x00\" 1000000) \"\\x00\" (dict \"1\" nil \"x.y\" \"\360\237\230\200\" \"_9\" true)) }}",
     "[\"\\u0000\"]\n  _9 = true\n  \"x.y\" = \"\360\237\230\200\"\n\n[\"\\\\\"]\n\n[\"\360\237\230\200\"]\n "
     " \"\\u0000\" = 1000000\n  \"\\\\\" = -5\n  \"\303\251\" = \"true\"\n"},
    {"{{ toToml (dict \"\\x00\" \"\\xff\" \"\303\251\" (dict ) \"x.y\" (dict \"-\" 1000000)) }}",
     "\"\\u0000\" = \"\377\"\n\n[\"x.y\"]\n  - = 1000000\n\n[\"\303\251\"]\n"},
    {"{{ toToml (list (dict \"\303\251\" 0 \"\" (list -5 \"-\") \"\360\237\230\200\" 0) (splitList \",\" "
     "\"x,y\") \"x.y\") }}",
     "[{\"\" = [-5, \"-\"], \"\303\251\" = 0, \"\360\237\230\200\" = 0}, [\"x\", \"y\"], \"x.y\"]"},
    {"{{ toToml (dict \"1\" \"\\xff\" \"x.y\" (dict ) \"\\xff\" (dict \"a\" (list (dict \"true\" \"\\x00\" "
     "\"\\u2028\" 1000000 \"1\" \"1\" \"\360\237\230\200\" \"\\n\")))) }}",
     "1 = \"\377\"\n\n[\"x.y\"]\n\n[\"\377\"]\n\n  [[\"\377\".a]]\n    1 = \"1\"\n    true = \"\\u0000\"\n   "
     " \"\342\200\250\" = 1000000\n    \"\360\237\230\200\" = \"\\n\"\n"},
    {"{{ toToml (dict \"true\" (dict ) \"1\" (list 1e21 (list )) \"\360\237\230\200\" (dict \"\\u2028\" "
     "(list )) \"true\" true) }}",
     "1 = [1e+21, []]\ntrue = true\n\n[\"\360\237\230\200\"]\n  \"\342\200\250\" = []\n"},
    {"{{ toToml (list (dict \"a b\" 123456789.125 \"\360\237\230\200\" \"-\") true nil) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"-\" 1e-7 \"true\" 0.1 \"\\x7f\" -0.0 \"\\x00\" \"_9\") }}",
     "\"\\u0000\" = \"_9\"\n- = 1e-07\ntrue = 0.1\n\"\\u007f\" = -0.0\n"},
    {"{{ toToml (list \"q\\\"w\" (list ) (list -0.0 .Values.f 5e-324)) }}",
     "[\"q\\\"w\", [], [-0.0, 1.5, 5e-324]]"},
    {"{{ toToml (dict \"\\u2028\" (dict \"\\u2028\" (list -0.0 (dict ) (list \"q\\\"w\" false)) \"\\\\\" "
     "(list nil \"\\n\")) \"a b\" (list ) \"q\\\"w\" 1e-7) }}",
     "toml: cannot encode array with nil element"},
    {"{{ toToml (dict \"\\u2028\" nil \"a\" \"_9\" \"a\" (dict \"\\n\" (dict \"\\xff\" \"\\x7f\" \"\\x7f\" "
     "nil) \"a\" (list 1e-7)) \"q\\\"w\" (dict )) }}",
     "[a]\n  a = [1e-07]\n  [a.\"\\n\"]\n    \"\377\" = \"\\u007f\"\n\n[\"q\\\"w\"]\n"},
    {"{{ toToml (dict \"a\" \"\" \"\\u2028\" true \"\303\251\" \"\\x7f\" \"\\xff\" .Values.f) }}",
     "a = \"\"\n\"\303\251\" = \"\\u007f\"\n\"\342\200\250\" = true\n\"\377\" = 1.5\n"},
    {"{{ toToml (dict \"\\\\\" \"q\\\"w\" \"_9\" (dict) \"q\\\"w\" \"-\" \"\\\\\" (dict)) }}",
     "\"q\\\"w\" = \"-\"\n\n[\"\\\\\"]\n\n[_9]\n"},
    {"{{ toToml (dict \"a b\" 1000000000000000000 \"1\" \"a b\" \"\\x00\" nil \"a\" (list (until 3) true "
     "(list ))) }}",
     "1 = \"a b\"\na = [[0, 1, 2], true, []]\n\"a b\" = 1000000000000000000\n"},
    {"{{ toToml (dict \"\\x00\" 1e-7 \"x.y\" (list) \"\\x7f\" (dict \"_9\" 0.1 \"1\" .Values.m \"a\" (dict "
     "\"\\n\" (dict )) \"true\" (dict \"\\n\" (index .Values.l 0) \"true\" 1000000 \"\\x7f\" 0.1)) "
     "\"\\u2028\" 1000000) }}",
     "\"\\u0000\" = 1e-07\n\"x.y\" = []\n\"\342\200\250\" = 1000000\n\n[\"\\u007f\"]\n  _9 = 0.1\n  "
     "[\"\\u007f\".1]\n    b = true\n    [\"\\u007f\".1.x]\n      q = \"z\"\n  [\"\\u007f\".a]\n    "
     "[\"\\u007f\".a.\"\\n\"]\n  [\"\\u007f\".true]\n    \"\\n\" = \"x\"\n    true = 1000000\n    "
     "\"\\u007f\" = 0.1\n"},
    {"{{ toToml (semver \"1.2.3-a+b\") }}", "\"1.2.3-a+b\""},
    {"{{ toToml (dict \"v\" (semver \"v1.2.3\") \"l\" (list (semver \"1.2.3\"))) }}",
     "l = [\"1.2.3\"]\nv = \"1.2.3\"\n"}};

static void what_has_a_form_in_toml_is_written_and_else_the_fault_told(void **state)
{
    CHECK(written);
}

static const struct template_case refused[] = {
    {"{{ $d := dict }}{{ $_ := set $d \"a\" (list $d) }}{{ toToml $d }}",
     "! 1:51 <toToml $d>: error calling toToml: a value that holds itself, or is too large, has no form in "
     "TOML"},
    {"{{ $l := list 1 }}{{ range until 40 }}{{ $l = list $l $l }}{{ end }}{{ toToml $l }}",
     "! 1:71 <toToml $l>: error calling toToml: a value that holds itself, or is too large, has no form in "
     "TOML"},
};

static void what_would_never_end_is_refused(void **state)
{
    CHECK(refused);
}

static const struct template_case read[] = {
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ typeOf $x.a }} {{ kindOf $x.a }} {{ len $x.a }} "
     "{{ first $x.a }} {{ last $x.a }} {{ (index $x.a 1).b }} {{ range $x.a }}{{ .b }}{{ typeOf . }}{{ end "
     "}} {{ typeOf (index $x.a 0) }}",
     "[]map[string]interface {} slice 2 map[b:1] map[b:2] 2 1map[string]interface {}2map[string]interface {} "
     "map[string]interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ rest $x.a | typeOf }} {{ append $x.a 1 }} {{ "
     "prepend $x.a 1 }} {{ concat $x.a (list 1) }} {{ reverse $x.a | typeOf }} {{ uniq $x.a | typeOf }} {{ "
     "has (dict \"b\" (int64 1)) $x.a }} {{ slice $x.a 1 | typeOf }} {{ chunk 1 $x.a | typeOf }} {{ initial "
     "$x.a | typeOf}} {{ without $x.a 1 | typeOf }} {{ compact $x.a | typeOf }}",
     "[]interface {} [map[b:1] map[b:2] 1] [1 map[b:1] map[b:2]] [map[b:1] map[b:2] 1] []interface {} "
     "[]interface {} true []map[string]interface {} [][]interface {} []interface {} []interface {} "
     "[]interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ index $x.a 0 \"b\" }} {{ index $x.a 0 \"nope\" }} "
     "{{ (index $x.a 0).nope }} {{ join \",\" $x.a }} {{ sortAlpha $x.a }} {{ toStrings $x.a }}",
     "1   map[b:1],map[b:2] [map[b:1] map[b:2]] [map[b:1] map[b:2]]"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ $x.a.b }}",
     "! 1:50 <$x.a.b>: can't evaluate field b in type interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ (index $x.a 0).b.c }}",
     "! 1:60 <0>: can't evaluate field c in type interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ (index $x.a 0).nope.c }}",
     "! 1:60 <0>: nil pointer evaluating interface {}.c"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ range $x.a }}{{ .nope.c }}{{ end }}",
     "! 1:69 <.nope.c>: nil pointer evaluating interface {}.c"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ pluck \"b\" $x.a }}",
     "! 1:60 <$x.a>: wrong type for value; expected map[string]interface {}; got []map[string]interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ index $x.a 5 }}",
     "! 1:48 <index $x.a 5>: error calling index: index out of range: 5"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ eq $x.a $x.a }}",
     "! 1:48 <eq $x.a $x.a>: error calling eq: non-comparable type [map[b:%!s(int64=1)] "
     "map[b:%!s(int64=2)]]: []map[string]interface {}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ printf \"%v %d %s %q %T %#v\" $x.a $x.a $x.a $x.a "
     "$x.a $x.a }}",
     "[map[b:1] map[b:2]] [map[%!d(string=b):1] map[%!d(string=b):2]] [map[b:%!s(int64=1)] "
     "map[b:%!s(int64=2)]] [map[\"b\":'\\x01'] map[\"b\":'\\x02']] []map[string]interface {} "
     "[]map[string]interface {}{map[string]interface {}{\"b\":1}, map[string]interface {}{\"b\":2}}"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ dig \"a\" 5 $x }} {{ get $x \"a\" }} {{ pick $x "
     "\"a\" }} {{ omit $x \"a\" }} {{ hasKey $x \"a\" }} {{ set (index $x.a 0) \"z\" 5 }} {{ $x }}",
     "[map[b:1] map[b:2]] [map[b:1] map[b:2]] map[a:[map[b:1] map[b:2]]] map[] true map[b:1 z:5] "
     "map[a:[map[b:1 z:5] map[b:2]]]"},
    {"{{ (fromToml \"a=[1,2]\").a | typeOf }} {{ (fromToml \"a=1\").a | typeOf }} {{ (fromToml \"a=1.0\").a "
     "| typeOf }} {{ (fromToml \"a=1979-05-27\").a | typeOf }}{{ (fromToml \"a=1979-05-27\").a.Year }} {{ "
     "(fromToml \"a=1979-05-27\").a.Format \"Jan\" }} {{ date \"2006\" (fromToml \"a=1979-05-27\").a }} {{ "
     "dateModify \"1h\" (fromToml \"a=1979-05-27\").a }} {{ unixEpoch (fromToml \"a=1979-05-27\").a }}",
     "[]interface {} int64 float64 time.Time1979 May 1979 1979-05-27 01:00:00 +0000 date-local 296611200"},
    {"{{ eq (fromToml \"a=1979-05-27\").a (fromToml \"a=1979-05-27\").a }} {{ eq (fromToml "
     "\"a=1979-05-27T00:00:00\").a (fromToml \"a=1979-05-27\").a }} {{ eq (fromToml "
     "\"a=1979-05-27T00:00:00Z\").a (fromToml \"a=1979-05-27T00:00:00Z\").a }} {{ deepEqual (fromToml "
     "\"a=1979-05-27\").a (fromToml \"a=1979-05-27\").a }}",
     "true false true true"},
    {"{{ fromToml \"\" }} {{ fromToml \"x\" }} {{ (fromToml \"x\").Error }} {{ fromToml \"a=1\" | toJson }} "
     "{{ fromToml \"a=1\\nb=[1\" | toJson }}",
     "map[] map[Error:toml: line 1: unexpected EOF; expected key separator '='] toml: line 1: unexpected "
     "EOF; expected key separator '=' {\"a\":1} {\"Error\":\"toml: line 2 (last key \\\"b\\\"): expected a "
     "comma (',') or array terminator (']'), but got end of file\"}"},
    {"{{ fromToml 5 }}", "! 1:12 <5>: expected string; found 5"},
    {"{{ fromToml nil }}", "! 1:12 <nil>: cannot assign nil to string"},
    {"{{ fromToml }}", "! 1:3 <fromToml>: wrong number of args for fromToml: want 1 got 0"},
    {"{{ toToml (list (toDate \"2006-01-02\" \"2020-01-02\")) }} {{ toToml (toDate \"2006-01-02\" "
     "\"2020-01-02\") }} {{ toToml (dict \"a\" (list (dict \"t\" (toDate \"2006-01-02 -0700\" \"2020-01-02 "
     "+0100\")))) }}",
     "[2020-01-02T00:00:00Z] 2020-01-02T00:00:00Z [[a]]\n  t = 2020-01-02T00:00:00+01:00\n"},
    {"{{ toToml (fromToml "
     "\"a=1979-05-27\\nb=1979-05-27T07:32:00.5\\nc=07:32:00\\nd=1979-05-27T07:32:00Z\\ne=-nan\\nf=[1.0]\\n[["
     "g]]\\nh=[{i=1}]\") }}",
     "a = 1979-05-27\nb = 1979-05-27T07:32:00.5\nc = 07:32:00\nd = 1979-05-27T07:32:00Z\ne = -nan\nf = "
     "[1.0]\n\n[[g]]\n\n  [[g.h]]\n    i = 1\n"},
    {"{{ $x := fromToml \"[[a]]\\nb=1\\n[[a]]\\nb=2\" }}{{ typeOf (deepCopy $x).a }} {{ mergeOverwrite $x "
     "(dict \"a\" (list 1) \"c\" 2) | toJson }}",
     "[]map[string]interface {} {\"a\":[1],\"c\":2}"},
};

static void what_is_read_is_what_helm_reads(void **state)
{
    CHECK(read);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(what_is_read_is_what_helm_reads),
        CASE_TEST(what_has_a_form_in_toml_is_written_and_else_the_fault_told),
        CASE_TEST(what_would_never_end_is_refused),
    };
    return setenv("TZ", "UTC", 1) || cmocka_run_group_tests(tests, NULL, NULL);
}
