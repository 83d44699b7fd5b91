/* eq, ne, lt, le, gt, ge, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void basic_values_are_equal_by_kind_and_content(void **state)
{
    CASES(
        {"{{ eq 1 1 }}", "true"}, {"{{ eq 1 2 }}", "false"}, {"{{ eq 1 2 3 1 }}", "true"},
        {"{{ eq 1 2 3 }}", "false"}, {"{{ eq \"a\" \"a\" }}", "true"}, {"{{ eq \"a\" \"b\" \"a\" }}", "true"},
        {"{{ eq \"\" \"\" }}", "true"}, {"{{ eq 1.5 .Values.f }}", "true"}, {"{{ eq true true }}", "true"},
        {"{{ eq true false }}", "false"}, {"{{ eq nil nil }}", "true"}, {"{{ eq .Values.nope nil }}", "true"},
        {"{{ eq nil 1 }}", "false"}, {"{{ eq .Values.nope \"a\" }}", "false"},
        {"{{ eq 1 (int64 1) }}", "true"}, {"{{ eq (int64 2) 2 }}", "true"}, {"{{ eq 'a' 97 }}", "true"},
        {"{{ ne 1 2 }}", "true"}, {"{{ ne 1 1 }}", "false"}, {"{{ ne \"a\" \"b\" }}", "true"},
        {"{{ ne nil nil }}", "false"}, {"{{ ne nil \"a\" }}", "true"}, {"{{ ne .Values.z nil }}", "false"},
        {"{{ ne .Values.s \"text\" }}", "false"}, {"{{ eq .Values.e \"\" }}", "true"},
        {"{{ eq .Values.a 5.0 }}", "true"});
}

static void kinds_that_do_not_compare_are_told(void **state)
{
    CASES(
        {"{{ eq 1 \"1\" }}",
         "! 1:3 <eq 1 \"1\">: error calling eq: incompatible types for comparison: int and string"},
        {"{{ eq 1 1.0 }}",
         "! 1:3 <eq 1 1.0>: error calling eq: incompatible types for comparison: int and float64"},
        {"{{ eq .Values.a 5 }}",
         "! 1:3 <eq .Values.a 5>: error calling eq: incompatible types for comparison: float64 and int"},
        {"{{ eq .Values.a \"5\" }}", "! 1:3 <eq .Values.a \"5\">: error calling eq: incompatible types for "
                                     "comparison: float64 and string"},
        {"{{ eq true 1 }}",
         "! 1:3 <eq true 1>: error calling eq: incompatible types for comparison: bool and int"},
        {"{{ eq .Values.m .Values.m }}", "! 1:3 <eq .Values.m .Values.m>: error calling eq: non-comparable "
                                         "type map[b:%!s(bool=true) x:map[q:z]]: map[string]interface {}"},
        {"{{ eq .Values.l .Values.l }}", "! 1:3 <eq .Values.l .Values.l>: error calling eq: non-comparable "
                                         "type [x %!s(float64=1) <nil>]: []interface {}"},
        {"{{ eq (list) (splitList \",\" \"a\") }}",
         "! 1:3 <eq (list) (splitList \",\" \"a\")>: error calling eq: non-comparable type [a]: []string"},
        {"{{ eq (list) (list) }}",
         "! 1:3 <eq (list) (list)>: error calling eq: non-comparable type []: []interface {}"},
        {"{{ eq (dict) nil }}", "false"}, {"{{ eq nil (dict) }}", "false"},
        {"{{ eq nil (regexFindAll \"x\" \"a\" -1) }}", "true"},
        {"{{ ne (regexFindAll \"x\" \"a\" -1) nil }}", "false"},
        {"{{ eq 1 (list) }}",
         "! 1:3 <eq 1 (list)>: error calling eq: incompatible types for comparison: int and []interface {}"},
        {"{{ eq (list) 1 }}",
         "! 1:3 <eq (list) 1>: error calling eq: incompatible types for comparison: []interface {} and int"},
        {"{{ eq \"a\" .Values.m }}", "! 1:3 <eq \"a\" .Values.m>: error calling eq: incompatible types for "
                                     "comparison: string and map[string]interface {}"},
        {"{{ eq .Values.m \"a\" }}", "! 1:3 <eq .Values.m \"a\">: error calling eq: incompatible types for "
                                     "comparison: map[string]interface {} and string"},
        {"{{ ne .Values.m .Values.m }}", "! 1:3 <ne .Values.m .Values.m>: error calling ne: non-comparable "
                                         "type map[b:%!s(bool=true) x:map[q:z]]: map[string]interface {}"},
        {"{{ ne 1 \"1\" }}",
         "! 1:3 <ne 1 \"1\">: error calling ne: incompatible types for comparison: int and string"},
        {"{{ ne .Values.a 1 }}",
         "! 1:3 <ne .Values.a 1>: error calling ne: incompatible types for comparison: float64 and int"},
        {"{{ eq 1 2 \"1\" }}",
         "! 1:3 <eq 1 2 \"1\">: error calling eq: incompatible types for comparison: int and string"},
        {"{{ eq 1 1 \"1\" }}", "true"}, {"{{ eq 1 nil }}", "false"},
        {"{{ eq (dict \"a\" (list 1 \"b\")) (dict) }}",
         "! 1:3 <eq (dict \"a\" (list 1 \"b\")) (dict)>: error calling eq: non-comparable type map[]: "
         "map[string]interface {}"});
}

static void the_count_of_arguments_is_held_to(void **state)
{
    CASES({"{{ eq }}", "! 1:3 <eq>: wrong number of args for eq: want at least 1 got 0"},
          {"{{ eq 1 }}", "! 1:3 <eq 1>: error calling eq: missing argument for comparison"},
          {"{{ 1 | eq 1 }}", "true"}, {"{{ ne }}", "! 1:3 <ne>: wrong number of args for ne: want 2 got 0"},
          {"{{ ne 1 }}", "! 1:3 <ne>: wrong number of args for ne: want 2 got 1"},
          {"{{ ne 1 2 3 }}", "! 1:3 <ne>: wrong number of args for ne: want 2 got 3"},
          {"{{ lt 1 }}", "! 1:3 <lt>: wrong number of args for lt: want 2 got 1"},
          {"{{ lt 1 2 3 }}", "! 1:3 <lt>: wrong number of args for lt: want 2 got 3"},
          {"{{ ge }}", "! 1:3 <ge>: wrong number of args for ge: want 2 got 0"});
}

static void numbers_and_texts_have_an_order(void **state)
{
    CASES({"{{ lt 1 2 }}", "true"}, {"{{ lt 2 1 }}", "false"}, {"{{ lt 1 1 }}", "false"},
          {"{{ lt 1.5 2.5 }}", "true"}, {"{{ lt .Values.f 2.0 }}", "true"}, {"{{ lt \"a\" \"b\" }}", "true"},
          {"{{ lt \"b\" \"a\" }}", "false"}, {"{{ lt \"a\" \"ab\" }}", "true"},
          {"{{ lt \"\" \"a\" }}", "true"}, {"{{ lt \"Z\" \"a\" }}", "true"},
          {"{{ lt -1 (int64 1) }}", "true"}, {"{{ le 1 1 }}", "true"}, {"{{ le 2 1 }}", "false"},
          {"{{ le \"a\" \"a\" }}", "true"}, {"{{ le 1.5 1.5 }}", "true"}, {"{{ gt 2 1 }}", "true"},
          {"{{ gt 1 1 }}", "false"}, {"{{ gt \"b\" \"a\" }}", "true"}, {"{{ gt 2.5 1.5 }}", "true"},
          {"{{ ge 1 1 }}", "true"}, {"{{ ge 1 2 }}", "false"}, {"{{ ge \"a\" \"b\" }}", "false"},
          {"{{ ge 1.5 1.5 }}", "true"});
}

static void an_order_that_there_is_not_is_told(void **state)
{
    CASES(
        {"{{ lt .Values.a 5 }}",
         "! 1:3 <lt .Values.a 5>: error calling lt: incompatible types for comparison: float64 and int"},
        {"{{ lt 5 .Values.a }}",
         "! 1:3 <lt 5 .Values.a>: error calling lt: incompatible types for comparison: int and float64"},
        {"{{ lt 1 \"a\" }}",
         "! 1:3 <lt 1 \"a\">: error calling lt: incompatible types for comparison: int and string"},
        {"{{ lt nil 1 }}", "! 1:3 <lt nil 1>: error calling lt: invalid type for comparison"},
        {"{{ lt 1 nil }}", "! 1:3 <lt 1 nil>: error calling lt: invalid type for comparison"},
        {"{{ lt nil nil }}", "! 1:3 <lt nil nil>: error calling lt: invalid type for comparison"},
        {"{{ lt .Values.nope 1 }}",
         "! 1:3 <lt .Values.nope 1>: error calling lt: invalid type for comparison"},
        {"{{ lt true false }}", "! 1:3 <lt true false>: error calling lt: invalid type for comparison"},
        {"{{ le true true }}", "! 1:3 <le true true>: error calling le: invalid type for comparison"},
        {"{{ gt true false }}", "! 1:3 <gt true false>: error calling gt: invalid type for comparison"},
        {"{{ ge false true }}", "! 1:3 <ge false true>: error calling ge: invalid type for comparison"},
        {"{{ le nil 1 }}", "! 1:3 <le nil 1>: error calling le: invalid type for comparison"},
        {"{{ gt .Values.m 1 }}", "! 1:3 <gt .Values.m 1>: error calling gt: invalid type for comparison"},
        {"{{ gt 1 .Values.l }}", "! 1:3 <gt 1 .Values.l>: error calling gt: invalid type for comparison"},
        {"{{ ge (list) (list) }}", "! 1:3 <ge (list) (list)>: error calling ge: invalid type for comparison"},
        {"{{ le 1 \"a\" }}",
         "! 1:3 <le 1 \"a\">: error calling le: incompatible types for comparison: int and string"},
        {"{{ gt 1 \"a\" }}",
         "! 1:3 <gt 1 \"a\">: error calling gt: incompatible types for comparison: int and string"},
        {"{{ ge 1.5 1 }}",
         "! 1:3 <ge 1.5 1>: error calling ge: incompatible types for comparison: float64 and int"},
        {"{{ lt true 1 }}",
         "! 1:3 <lt true 1>: error calling lt: incompatible types for comparison: bool and int"},
        {"{{ le .Values.m .Values.m }}",
         "! 1:3 <le .Values.m .Values.m>: error calling le: invalid type for comparison"});
}

static void infinite_and_undefined_numbers_compare_as_floats(void **state)
{
    CASES({"{{ $n := float64 \"NaN\" }}{{ eq $n $n }} {{ lt $n 1.0 }} {{ le $n 1.0 }} {{ gt $n 1.0 }} {{ ge "
           "$n 1.0 }} {{ ne $n $n }}",
           "false false false true true true"},
          {"{{ lt (float64 \"-Inf\") (float64 \"Inf\") }}", "true"}, {"{{ eq 0.0 (mulf -1 0) }}", "true"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(basic_values_are_equal_by_kind_and_content),
        CASE_TEST(kinds_that_do_not_compare_are_told),
        CASE_TEST(the_count_of_arguments_is_held_to),
        CASE_TEST(numbers_and_texts_have_an_order),
        CASE_TEST(an_order_that_there_is_not_is_told),
        CASE_TEST(infinite_and_undefined_numbers_compare_as_floats),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
