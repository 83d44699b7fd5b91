/* Sprig's arithmetic, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void whole_numbers_are_added_and_wrap_as_int64(void **state)
{
    CASES({"{{ add }}", "0"}, {"{{ add 1 }}", "1"}, {"{{ add 1 2 3 }}", "6"}, {"{{ add 1.9 1.9 }}", "2"},
          {"{{ add \"7\" \"0x10\" true nil }}", "24"},
          {"{{ add .Values.a .Values.f .Values.n .Values.nope }}", "6"},
          {"{{ add 9223372036854775807 1 }}", "-9223372036854775808"}, {"{{ add1 .Values.a }}", "6"},
          {"{{ add1 9223372036854775807 }}", "-9223372036854775808"},
          {"{{ add1 }}", "! 1:3 <add1>: wrong number of args for add1: want 1 got 0"},
          {"{{ add1 1 2 }}", "! 1:3 <add1>: wrong number of args for add1: want 1 got 2"},
          {"{{ sub 1 2 }}", "-1"}, {"{{ sub .Values.f 1 }}", "0"},
          {"{{ sub -9223372036854775808 1 }}", "9223372036854775807"},
          {"{{ sub 1 }}", "! 1:3 <sub>: wrong number of args for sub: want 2 got 1"}, {"{{ mul 3 4 }}", "12"},
          {"{{ mul 3 4 5 }}", "60"}, {"{{ mul 1.9 2 }}", "2"},
          {"{{ mul 4611686018427387904 2 }}", "-9223372036854775808"}, {"{{ mul 3 }}", "3"},
          {"{{ mul }}", "! 1:3 <mul>: wrong number of args for mul: want at least 1 got 0"},
          {"{{ add \"abc\" (list 1) (dict \"a\" 1) }}", "0"},
          {"{{ add \"1.0\" \"1.00\" \"1.5\" \"\" \" 1\" \"1e3\" }}", "2"});
}

static void division_is_cut_toward_zero_and_refuses_nought(void **state)
{
    CASES({"{{ div 7 2 }}", "3"}, {"{{ div -7 2 }}", "-3"}, {"{{ div 7 -2 }}", "-3"},
          {"{{ div 1 0 }}", "! 1:3 <div 1 0>: error calling div: runtime error: integer divide by zero"},
          {"{{ div 1 nil }}", "! 1:3 <div 1 nil>: error calling div: runtime error: integer divide by zero"},
          {"{{ div 1 }}", "! 1:3 <div>: wrong number of args for div: want 2 got 1"},
          {"{{ div -9223372036854775808 -1 }}", "-9223372036854775808"}, {"{{ mod 7 3 }}", "1"},
          {"{{ mod -7 3 }}", "-1"}, {"{{ mod 7 -3 }}", "1"},
          {"{{ mod 1 0 }}", "! 1:3 <mod 1 0>: error calling mod: runtime error: integer divide by zero"},
          {"{{ mod -9223372036854775808 -1 }}", "0"}, {"{{ mod 5.9 3.1 }}", "2"},
          {"{{ kindOf (div 4 2) }}", "int64"});
}

static void extremes_are_taken_of_any_number(void **state)
{
    CASES({"{{ max 1 2 3 }}", "3"}, {"{{ max 1 }}", "1"},
          {"{{ max }}", "! 1:3 <max>: wrong number of args for max: want at least 1 got 0"},
          {"{{ max -1 -2 }}", "-1"}, {"{{ max 1.9 1.1 }}", "1"}, {"{{ max \"10\" \"9\" }}", "10"},
          {"{{ biggest 3 2 }}", "3"}, {"{{ min 1 2 3 }}", "1"}, {"{{ min 5 \"2\" 3.7 }}", "2"},
          {"{{ min nil 1 }}", "0"},
          {"{{ min }}", "! 1:3 <min>: wrong number of args for min: want at least 1 got 0"},
          {"{{ maxf 1.5 2.5 2 }}", "2.5"}, {"{{ maxf 1 }}", "1"},
          {"{{ maxf }}", "! 1:3 <maxf>: wrong number of args for maxf: want at least 1 got 0"},
          {"{{ maxf \"1.5\" nil }}", "1.5"}, {"{{ minf 1.5 2.5 2 }}", "1.5"}, {"{{ minf -1 0 }}", "-1"},
          {"{{ minf \"x\" 1 }}", "0"},
          {"{{ minf }}", "! 1:3 <minf>: wrong number of args for minf: want at least 1 got 0"},
          {"{{ kindOf (maxf 1 2) }}", "float64"}, {"{{ kindOf (max 1 2) }}", "int64"});
}

static void rounding_goes_away_from_nought_at_the_half(void **state)
{
    CASES({"{{ floor 1.9 }}", "1"}, {"{{ floor -1.1 }}", "-2"}, {"{{ floor \"2.7\" }}", "2"},
          {"{{ floor nil }}", "0"}, {"{{ floor 123456789.9 }}", "1.23456789e+08"}, {"{{ ceil 1.1 }}", "2"},
          {"{{ ceil -1.9 }}", "-1"}, {"{{ ceil 5 }}", "5"}, {"{{ ceil \"x\" }}", "0"},
          {"{{ round 2.5 0 }}", "3"}, {"{{ round -2.5 0 }}", "-3"}, {"{{ round 123.5555 3 }}", "123.556"},
          {"{{ round 123.555 2 }}", "123.56"}, {"{{ round 123.5 -2 }}", "100"}, {"{{ round 1.25 1 }}", "1.3"},
          {"{{ round 0.5 0 0.6 }}", "0"}, {"{{ round 0.7 0 0.6 }}", "1"},
          {"{{ round \"3.14159\" 2 }}", "3.14"},
          {"{{ round 1 }}", "! 1:3 <round>: wrong number of args for round: want at least 2 got 1"},
          {"{{ round 1 2.5 }}", "! 1:11 <2.5>: expected integer; found 2.5"},
          {"{{ round 1 \"2\" }}", "! 1:11 <\"2\">: expected integer; found \"2\""},
          {"{{ round 1 .Values.a }}", "! 1:18 <.Values.a>: wrong type for value; expected int; got float64"},
          {"{{ round 1 nil }}", "! 1:11 <nil>: cannot assign nil to int"}, {"{{ round nil 2 }}", "0"},
          {"{{ floor }}", "! 1:3 <floor>: wrong number of args for floor: want 1 got 0"},
          {"{{ floor 1 2 }}", "! 1:3 <floor>: wrong number of args for floor: want 1 got 2"});
}

static void sums_of_decimals_are_decimal(void **state)
{
    CASES({"{{ addf }}", "0"}, {"{{ addf 1 }}", "1"}, {"{{ addf 0.1 0.2 }}", "0.3"},
          {"{{ addf \"1.5\" 1 .Values.f }}", "4"}, {"{{ addf nil true }}", "1"}, {"{{ add1f 1.5 }}", "2.5"},
          {"{{ add1f \"x\" }}", "1"},
          {"{{ add1f }}", "! 1:3 <add1f>: wrong number of args for add1f: want 1 got 0"},
          {"{{ subf 1.5 1 }}", "0.5"}, {"{{ subf 3 4 5 }}", "-6"}, {"{{ subf 0.3 0.1 }}", "0.2"},
          {"{{ subf 1 }}", "1"},
          {"{{ subf }}", "! 1:3 <subf>: wrong number of args for subf: want at least 1 got 0"},
          {"{{ mulf 1.1 3 }}", "3.3"}, {"{{ mulf 1.1 1.1 }}", "1.21"}, {"{{ mulf 2 }}", "2"},
          {"{{ mulf }}", "! 1:3 <mulf>: wrong number of args for mulf: want at least 1 got 0"},
          {"{{ divf 1 3 }}", "0.3333333333333333"}, {"{{ divf 10 4 2 }}", "1.25"},
          {"{{ divf 1 0 }}", "! 1:3 <divf 1 0>: error calling divf: decimal division by 0"},
          {"{{ divf 1 }}", "1"},
          {"{{ divf }}", "! 1:3 <divf>: wrong number of args for divf: want at least 1 got 0"},
          {"{{ kindOf (addf 1 2) }}", "float64"}, {"{{ addf 1e15 0.1 }}", "1.0000000000000001e+15"},
          {"{{ divf 1 3000 }}", "0.0003333333333333"}, {"{{ divf 2 3 7 }}", "0.0952380952380952"},
          {"{{ divf 123456 7 }}", "17636.571428571428"},
          {"{{ addf 123456789.123 0.001 }}", "1.23456789124e+08"}, {"{{ mulf 0.1 0.1 0.1 }}", "0.001"},
          {"{{ subf 1 0.9 }}", "0.1"}, {"{{ divf 1e-10 3 }}", "3.33333e-11"}, {"{{ add1f 0.1 }}", "1.1"},
          {"{{ mulf 3 1.1 }}", "3.3"}, {"{{ mulf 123456.789 1000 }}", "1.23456789e+08"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(whole_numbers_are_added_and_wrap_as_int64),
        CASE_TEST(division_is_cut_toward_zero_and_refuses_nought),
        CASE_TEST(extremes_are_taken_of_any_number),
        CASE_TEST(rounding_goes_away_from_nought_at_the_half),
        CASE_TEST(sums_of_decimals_are_decimal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
