/* Sprig's functions that ask for a value's type, or change it, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void types_and_kinds_have_names(void **state)
{
    CASES({"{{ kindOf .Values.a }}", "float64"}, {"{{ kindOf .Values.f }}", "float64"},
          {"{{ kindOf .Values.s }}", "string"}, {"{{ kindOf .Values.t }}", "bool"},
          {"{{ kindOf .Values.l }}", "slice"}, {"{{ kindOf .Values.m }}", "map"},
          {"{{ kindOf .Values.nope }}", "invalid"}, {"{{ kindOf .Values.z }}", "invalid"},
          {"{{ kindOf .Values }}", "map"}, {"{{ kindOf 1 }}", "int"}, {"{{ kindOf 1.0 }}", "float64"},
          {"{{ kindOf \"a\" }}", "string"}, {"{{ kindOf true }}", "bool"}, {"{{ kindOf nil }}", "invalid"},
          {"{{ kindOf (list) }}", "slice"}, {"{{ kindOf (dict) }}", "map"}, {"{{ kindOf (int 1) }}", "int"},
          {"{{ kindOf (int64 1) }}", "int64"}, {"{{ kindOf (add 1 1) }}", "int64"},
          {"{{ kindOf (splitList \",\" \"a\") }}", "slice"}, {"{{ kindOf (split \",\" \"a\") }}", "map"},
          {"{{ kindOf 'a' }}", "int"}, {"{{ kindOf (len \"a\") }}", "int"},
          {"{{ kindOf (float64 1) }}", "float64"}, {"{{ kindOf (.Files.GetBytes \"a.txt\") }}", "slice"},
          {"{{ kindOf .Files }}", "map"}, {"{{ kindOf .Capabilities.APIVersions }}", "slice"},
          {"{{ typeOf .Values.a }}", "float64"}, {"{{ typeOf .Values.f }}", "float64"},
          {"{{ typeOf .Values.s }}", "string"}, {"{{ typeOf .Values.t }}", "bool"},
          {"{{ typeOf .Values.l }}", "[]interface {}"}, {"{{ typeOf .Values.m }}", "map[string]interface {}"},
          {"{{ typeOf .Values.nope }}", "<nil>"}, {"{{ typeOf .Values.z }}", "<nil>"},
          {"{{ typeOf .Values }}", "chartutil.Values"}, {"{{ typeOf 1 }}", "int"},
          {"{{ typeOf 1.0 }}", "float64"}, {"{{ typeOf \"a\" }}", "string"}, {"{{ typeOf true }}", "bool"},
          {"{{ typeOf nil }}", "<nil>"}, {"{{ typeOf (list) }}", "[]interface {}"},
          {"{{ typeOf (dict) }}", "map[string]interface {}"}, {"{{ typeOf (int 1) }}", "int"},
          {"{{ typeOf (int64 1) }}", "int64"}, {"{{ typeOf (add 1 1) }}", "int64"},
          {"{{ typeOf (splitList \",\" \"a\") }}", "[]string"},
          {"{{ typeOf (split \",\" \"a\") }}", "map[string]string"}, {"{{ typeOf 'a' }}", "int"},
          {"{{ typeOf (len \"a\") }}", "int"}, {"{{ typeOf (float64 1) }}", "float64"},
          {"{{ typeOf (.Files.GetBytes \"a.txt\") }}", "[]uint8"}, {"{{ typeOf .Files }}", "engine.files"},
          {"{{ typeOf .Capabilities.APIVersions }}", "chartutil.VersionSet"},
          {"{{ kindOf }}", "! 1:3 <kindOf>: wrong number of args for kindOf: want 1 got 0"},
          {"{{ typeOf }}", "! 1:3 <typeOf>: wrong number of args for typeOf: want 1 got 0"},
          {"{{ kindOf 1 2 }}", "! 1:3 <kindOf>: wrong number of args for kindOf: want 1 got 2"});
}

static void types_and_kinds_are_asked_for(void **state)
{
    CASES({"{{ kindIs \"string\" \"a\" }}", "true"}, {"{{ kindIs \"int\" 1 }}", "true"},
          {"{{ kindIs \"int\" .Values.a }}", "false"}, {"{{ kindIs \"float64\" .Values.a }}", "true"},
          {"{{ kindIs \"map\" .Values.m }}", "true"}, {"{{ kindIs \"slice\" .Values.l }}", "true"},
          {"{{ kindIs \"invalid\" nil }}", "true"}, {"{{ kindIs \"bool\" true }}", "true"},
          {"{{ kindIs \"\" 1 }}", "false"}, {"{{ kindIs 1 1 }}", "! 1:10 <1>: expected string; found 1"},
          {"{{ kindIs nil 1 }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ kindIs \"int\" }}", "! 1:3 <kindIs>: wrong number of args for kindIs: want 2 got 1"},
          {"{{ typeIs \"string\" \"a\" }}", "true"},
          {"{{ typeIs \"map[string]interface {}\" .Values.m }}", "true"},
          {"{{ typeIs \"chartutil.Values\" .Values }}", "true"}, {"{{ typeIs \"int\" 1.0 }}", "false"},
          {"{{ typeIs nil nil }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ typeIs \"<nil>\" nil }}", "true"}, {"{{ typeIsLike \"string\" \"a\" }}", "true"},
          {"{{ typeIsLike \"*string\" \"a\" }}", "false"}, {"{{ typeIsLike \"int\" 1 }}", "true"},
          {"{{ typeIsLike \"*int\" 1 }}", "false"}, {"{{ typeIsLike \"\" 1 }}", "false"},
          {"{{ typeIsLike \"*\" 1 }}", "false"},
          {"{{ typeIsLike 1 1 }}", "! 1:14 <1>: expected string; found 1"},
          {"{{ kindIs \"Int\" 1 }}", "false"});
}

static void toString_shows_anything(void **state)
{
    CASES({"{{ toString .Values.a }}", "5"}, {"{{ toString .Values.f }}", "1.5"},
          {"{{ toString .Values.s }}", "text"}, {"{{ toString .Values.t }}", "true"},
          {"{{ toString .Values.l }}", "[x 1 <nil>]"}, {"{{ toString .Values.m }}", "map[b:true x:map[q:z]]"},
          {"{{ toString .Values.nope }}", "<nil>"}, {"{{ toString .Values.z }}", "<nil>"},
          {"{{ toString .Values }}", "map[a:5 big:1e+06 e: f:1.5 false:7 l:[x 1 <nil>] m:map[b:true "
                                     "x:map[q:z]] neg:-3 nums:[3 1 2] s:text t:true z:<nil>]"},
          {"{{ toString 1 }}", "1"}, {"{{ toString 1.0 }}", "1"}, {"{{ toString \"a\" }}", "a"},
          {"{{ toString true }}", "true"}, {"{{ toString nil }}", "<nil>"}, {"{{ toString (list) }}", "[]"},
          {"{{ toString (dict) }}", "map[]"}, {"{{ toString (int 1) }}", "1"},
          {"{{ toString (int64 1) }}", "1"}, {"{{ toString 1.5 }}", "1.5"}, {"{{ toString 1e6 }}", "1e+06"},
          {"{{ toString -0.0 }}", "-0"},
          {"{{ toString (list 1 nil \"a\" (dict \"k\" 1.5)) }}", "[1 <nil> a map[k:1.5]]"},
          {"{{ toString }}", "! 1:3 <toString>: wrong number of args for toString: want 1 got 0"},
          {"{{ toString 1 2 }}", "! 1:3 <toString>: wrong number of args for toString: want 1 got 2"},
          {"{{ toString (.Files.GetBytes \"a.txt\") }}", "A"}, {"{{ toString \"\" }}", ""});
}

static void int_reads_numbers_of_any_base(void **state)
{
    CASES({"{{ int .Values.a }}", "5"}, {"{{ int .Values.f }}", "1"}, {"{{ int .Values.s }}", "0"},
          {"{{ int .Values.t }}", "1"}, {"{{ int .Values.l }}", "0"}, {"{{ int .Values.m }}", "0"},
          {"{{ int .Values.nope }}", "0"}, {"{{ int .Values.z }}", "0"}, {"{{ int .Values }}", "0"},
          {"{{ int 1 }}", "1"}, {"{{ int 1.0 }}", "1"}, {"{{ int \"a\" }}", "0"}, {"{{ int true }}", "1"},
          {"{{ int nil }}", "0"}, {"{{ int (list) }}", "0"}, {"{{ int (dict) }}", "0"},
          {"{{ int (int 1) }}", "1"}, {"{{ int (int64 1) }}", "1"}, {"{{ int (add 1 1) }}", "2"},
          {"{{ int (splitList \",\" \"a\") }}", "0"}, {"{{ int (split \",\" \"a\") }}", "0"},
          {"{{ int \"7\" }}", "7"}, {"{{ int \"-7\" }}", "-7"}, {"{{ int \"+7\" }}", "7"},
          {"{{ int \"0777\" }}", "511"}, {"{{ int \"08\" }}", "0"}, {"{{ int \"0x10\" }}", "16"},
          {"{{ int \"0X1F\" }}", "31"}, {"{{ int \"0b11\" }}", "3"}, {"{{ int \"0o17\" }}", "15"},
          {"{{ int \"1_000\" }}", "1000"}, {"{{ int \"0x_1\" }}", "1"}, {"{{ int \"1.0\" }}", "1"},
          {"{{ int \"1.00\" }}", "1"}, {"{{ int \"1.9\" }}", "0"}, {"{{ int \"-1.0\" }}", "-1"},
          {"{{ int \".0\" }}", "0"}, {"{{ int \"1.\" }}", "0"}, {"{{ int \"\" }}", "0"},
          {"{{ int \" 1\" }}", "0"}, {"{{ int \"1 \" }}", "0"}, {"{{ int \"abc\" }}", "0"},
          {"{{ int \"1e3\" }}", "0"}, {"{{ int \"9223372036854775807\" }}", "9223372036854775807"},
          {"{{ int \"9223372036854775808\" }}", "0"},
          {"{{ int \"-9223372036854775808\" }}", "-9223372036854775808"},
          {"{{ int \"-9223372036854775809\" }}", "0"}, {"{{ int \"--1\" }}", "0"}, {"{{ int \"+\" }}", "0"},
          {"{{ int \"0x\" }}", "0"}, {"{{ int \"1.0x\" }}", "0"}, {"{{ int \"00\" }}", "0"},
          {"{{ int \"-0\" }}", "0"}, {"{{ int \"0.0\" }}", "0"}, {"{{ int \"1.0.0\" }}", "0"},
          {"{{ int 1.9 }}", "1"}, {"{{ int -1.9 }}", "-1"}, {"{{ int 1e30 }}", "-9223372036854775808"},
          {"{{ int -1e30 }}", "-9223372036854775808"}, {"{{ int 9.3e18 }}", "-9223372036854775808"},
          {"{{ int }}", "! 1:3 <int>: wrong number of args for int: want 1 got 0"},
          {"{{ int 1 2 }}", "! 1:3 <int>: wrong number of args for int: want 1 got 2"},
          {"{{ int64 \"0x10\" }}", "16"}, {"{{ int64 1.9 }}", "1"}, {"{{ int64 nil }}", "0"},
          {"{{ int64 true }}", "1"}, {"{{ int64 (list) }}", "0"},
          {"{{ int64 (float64 \"NaN\") }}", "-9223372036854775808"},
          {"{{ int64 (float64 \"Inf\") }}", "-9223372036854775808"},
          {"{{ int64 }}", "! 1:3 <int64>: wrong number of args for int64: want 1 got 0"});
}

static void float64_reads_numbers(void **state)
{
    CASES({"{{ float64 .Values.a }}", "5"}, {"{{ float64 .Values.f }}", "1.5"},
          {"{{ float64 .Values.s }}", "0"}, {"{{ float64 .Values.t }}", "1"},
          {"{{ float64 .Values.l }}", "0"}, {"{{ float64 .Values.m }}", "0"},
          {"{{ float64 .Values.nope }}", "0"}, {"{{ float64 .Values.z }}", "0"},
          {"{{ float64 .Values }}", "0"}, {"{{ float64 1 }}", "1"}, {"{{ float64 1.0 }}", "1"},
          {"{{ float64 \"a\" }}", "0"}, {"{{ float64 true }}", "1"}, {"{{ float64 nil }}", "0"},
          {"{{ float64 (list) }}", "0"}, {"{{ float64 (dict) }}", "0"}, {"{{ float64 (int 1) }}", "1"},
          {"{{ float64 (int64 1) }}", "1"}, {"{{ float64 \"1.5\" }}", "1.5"},
          {"{{ float64 \"-1.5\" }}", "-1.5"}, {"{{ float64 \"+1.5\" }}", "1.5"},
          {"{{ float64 \"1e3\" }}", "1000"}, {"{{ float64 \"1E3\" }}", "1000"},
          {"{{ float64 \".5\" }}", "0.5"}, {"{{ float64 \"5.\" }}", "5"}, {"{{ float64 \"0x10\" }}", "0"},
          {"{{ float64 \"0x1p4\" }}", "16"}, {"{{ float64 \"0x1p-2\" }}", "0.25"},
          {"{{ float64 \"1_000\" }}", "1000"}, {"{{ float64 \"0x_1p4\" }}", "16"},
          {"{{ float64 \"1e400\" }}", "0"}, {"{{ float64 \"-1e400\" }}", "0"},
          {"{{ float64 \"1e-400\" }}", "0"}, {"{{ float64 \"\" }}", "0"}, {"{{ float64 \"abc\" }}", "0"},
          {"{{ float64 \" 1\" }}", "0"}, {"{{ float64 \"1 \" }}", "0"}, {"{{ float64 \"inf\" }}", "+Inf"},
          {"{{ float64 \"-Inf\" }}", "-Inf"}, {"{{ float64 \"+infinity\" }}", "+Inf"},
          {"{{ float64 \"nan\" }}", "NaN"}, {"{{ float64 \"NaN\" }}", "NaN"}, {"{{ float64 \"-nan\" }}", "0"},
          {"{{ float64 \"infinit\" }}", "0"}, {"{{ float64 \"1.5.5\" }}", "0"},
          {"{{ float64 \"00.5\" }}", "0.5"}, {"{{ float64 \"4.9e-324\" }}", "5e-324"},
          {"{{ float64 \"1e\" }}", "0"}, {"{{ float64 \"-\" }}", "0"}, {"{{ float64 \"e5\" }}", "0"},
          {"{{ float64 }}", "! 1:3 <float64>: wrong number of args for float64: want 1 got 0"},
          {"{{ float64 1 2 }}", "! 1:3 <float64>: wrong number of args for float64: want 1 got 2"});
}

static void atoi_reads_decimal_alone(void **state)
{
    CASES({"{{ atoi \"7\" }}", "7"}, {"{{ atoi \"-7\" }}", "-7"}, {"{{ atoi \"+7\" }}", "7"},
          {"{{ atoi \"08\" }}", "8"}, {"{{ atoi \"0x10\" }}", "0"}, {"{{ atoi \"1.0\" }}", "0"},
          {"{{ atoi \"\" }}", "0"}, {"{{ atoi \" 7\" }}", "0"}, {"{{ atoi \"7 \" }}", "0"},
          {"{{ atoi \"\\t7\" }}", "0"}, {"{{ atoi \"\\n7\" }}", "0"}, {"{{ atoi \"\\v7\" }}", "0"},
          {"{{ atoi \"9223372036854775807\" }}", "9223372036854775807"},
          {"{{ atoi \"9223372036854775808\" }}", "9223372036854775807"},
          {"{{ atoi \"-9223372036854775808\" }}", "-9223372036854775808"},
          {"{{ atoi \"-9223372036854775809\" }}", "-9223372036854775808"}, {"{{ atoi \"abc\" }}", "0"},
          {"{{ atoi \"7a\" }}", "0"}, {"{{ atoi \"+\" }}", "0"}, {"{{ atoi \"-\" }}", "0"},
          {"{{ atoi \"1_000\" }}", "0"}, {"{{ atoi \"\331\243\" }}", "0"},
          {"{{ atoi 7 }}", "! 1:8 <7>: expected string; found 7"},
          {"{{ atoi nil }}", "! 1:8 <nil>: cannot assign nil to string"},
          {"{{ atoi .Values.a }}", "! 1:15 <.Values.a>: wrong type for value; expected string; got float64"},
          {"{{ atoi .Values.n }}",
           "! 1:15 <.Values.n>: wrong type for value; expected string; got interface {}"},
          {"{{ atoi }}", "! 1:3 <atoi>: wrong number of args for atoi: want 1 got 0"},
          {"{{ atoi \"7\" | typeOf }}", "int"});
}

static void toDecimal_reads_octal(void **state)
{
    CASES({"{{ toDecimal \"777\" }}", "511"}, {"{{ toDecimal \"0777\" }}", "511"},
          {"{{ toDecimal \"8\" }}", "0"}, {"{{ toDecimal \"-7\" }}", "-7"}, {"{{ toDecimal \"+7\" }}", "7"},
          {"{{ toDecimal \"\" }}", "0"}, {"{{ toDecimal \" 7\" }}", "0"}, {"{{ toDecimal \"7 \" }}", "0"},
          {"{{ toDecimal \"0o17\" }}", "0"}, {"{{ toDecimal \"0x1\" }}", "0"},
          {"{{ toDecimal \"777777777777777777777\" }}", "9223372036854775807"},
          {"{{ toDecimal \"-1000000000000000000000\" }}", "-9223372036854775808"},
          {"{{ toDecimal \"-1000000000000000000001\" }}", "0"}, {"{{ toDecimal \"1_0\" }}", "0"},
          {"{{ toDecimal \"abc\" }}", "0"}, {"{{ toDecimal \"1000000000000000000000\" }}", "0"},
          {"{{ toDecimal 777 }}", "511"}, {"{{ toDecimal .Values.a }}", "5"}, {"{{ toDecimal nil }}", "0"},
          {"{{ toDecimal 7.0 }}", "7"}, {"{{ toDecimal true }}", "0"},
          {"{{ toDecimal }}", "! 1:3 <toDecimal>: wrong number of args for toDecimal: want 1 got 0"},
          {"{{ toDecimal \"7\" | typeOf }}", "int64"});
}

static void deepEqual_compares_all_the_way(void **state)
{
    CASES({"{{ deepEqual 1 1 }}", "true"}, {"{{ deepEqual 1 1.0 }}", "false"},
          {"{{ deepEqual 1 (int64 1) }}", "false"}, {"{{ deepEqual \"a\" \"a\" }}", "true"},
          {"{{ deepEqual nil nil }}", "true"}, {"{{ deepEqual nil 1 }}", "false"},
          {"{{ deepEqual nil (list) }}", "false"}, {"{{ deepEqual (list 1 2) (list 1 2) }}", "true"},
          {"{{ deepEqual (list 1 2) (list 2 1) }}", "false"},
          {"{{ deepEqual (list 1) (list 1 2) }}", "false"},
          {"{{ deepEqual (dict \"a\" (list 1)) (dict \"a\" (list 1)) }}", "true"},
          {"{{ deepEqual (dict \"a\" 1) (dict \"b\" 1) }}", "false"},
          {"{{ deepEqual (dict) (list) }}", "false"}, {"{{ deepEqual .Values.m .Values.m }}", "true"},
          {"{{ deepEqual (splitList \",\" \"a\") (list \"a\") }}", "false"},
          {"{{ deepEqual .Values.m (deepCopy .Values.m) }}", "true"},
          {"{{ deepEqual 1 }}", "! 1:3 <deepEqual>: wrong number of args for deepEqual: want 2 got 1"},
          {"{{ deepEqual }}", "! 1:3 <deepEqual>: wrong number of args for deepEqual: want 2 got 0"},
          {"{{ deepEqual (float64 \"NaN\") (float64 \"NaN\") }}", "false"},
          {"{{ deepEqual \"a\" \"b\" }}", "false"}, {"{{ deepEqual true true }}", "true"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(types_and_kinds_have_names), CASE_TEST(types_and_kinds_are_asked_for),
        CASE_TEST(toString_shows_anything),    CASE_TEST(int_reads_numbers_of_any_base),
        CASE_TEST(float64_reads_numbers),      CASE_TEST(atoi_reads_decimal_alone),
        CASE_TEST(toDecimal_reads_octal),      CASE_TEST(deepEqual_compares_all_the_way),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
