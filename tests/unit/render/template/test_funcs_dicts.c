/* Sprig's functions on maps, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void dict_is_made_of_pairs(void **state)
{
    CASES({"{{ dict }}", "map[]"}, {"{{ dict \"a\" 1 | toJson }}", "{\"a\":1}"},
          {"{{ dict \"a\" | toJson }}", "{\"a\":\"\"}"},
          {"{{ dict \"b\" 1 \"a\" 2 \"b\" 3 | toJson }}", "{\"a\":2,\"b\":3}"},
          {"{{ dict 1 2 true 3 nil 4 1.5 5 | toJson }}",
           "{\"1\":2,\"1.5\":5,\"\\u003cnil\\u003e\":4,\"true\":3}"},
          {"{{ dict (list 1 2) 1 | toJson }}", "{\"[1 2]\":1}"},
          {"{{ dict \"a\" nil | toJson }}", "{\"a\":null}"},
          {"{{ dict \"a\" (dict \"b\" (list 1)) | toJson }}", "{\"a\":{\"b\":[1]}}"},
          {"{{ kindOf (dict) }}", "map"}, {"{{ typeOf (dict) }}", "map[string]interface {}"});
}

static void get_and_hasKey_look_up(void **state)
{
    CASES(
        {"{{ get .Values.m \"b\" }}", "true"}, {"{{ get .Values.m \"nope\" }}", ""},
        {"{{ get .Values.m \"nope\" | kindOf }}", "string"},
        {"{{ get (dict \"a\" nil) \"a\" | kindOf }}", "invalid"}, {"{{ get (dict) \"a\" }}", ""},
        {"{{ get .Values \"s\" }}", "text"},
        {"{{ get .Values.nope \"a\" }}",
         "! 1:14 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
        {"{{ get nil \"a\" }}", ""},
        {"{{ get .Values.l \"a\" }}",
         "! 1:14 <.Values.l>: wrong type for value; expected map[string]interface {}; got []interface {}"},
        {"{{ get .Values.s \"a\" }}",
         "! 1:14 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
        {"{{ get .Values.m 1 }}", "! 1:17 <1>: expected string; found 1"},
        {"{{ get .Values.m nil }}", "! 1:17 <nil>: cannot assign nil to string"},
        {"{{ get .Values.m }}", "! 1:3 <get>: wrong number of args for get: want 2 got 1"},
        {"{{ get }}", "! 1:3 <get>: wrong number of args for get: want 2 got 0"},
        {"{{ get .Values.m \"a\" \"b\" }}", "! 1:3 <get>: wrong number of args for get: want 2 got 3"},
        {"{{ hasKey .Values.m \"b\" }}", "true"}, {"{{ hasKey .Values.m \"nope\" }}", "false"},
        {"{{ hasKey (dict \"a\" nil) \"a\" }}", "true"}, {"{{ hasKey .Values \"z\" }}", "true"},
        {"{{ hasKey .Values.nope \"a\" }}",
         "! 1:17 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
        {"{{ hasKey nil \"a\" }}", "false"},
        {"{{ hasKey .Values.s \"a\" }}",
         "! 1:17 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
        {"{{ hasKey .Values.m .Values.a }}",
         "! 1:27 <.Values.a>: wrong type for value; expected string; got float64"},
        {"{{ hasKey .Values.m }}", "! 1:3 <hasKey>: wrong number of args for hasKey: want 2 got 1"},
        {"{{ get (split \":\" \"a:b\") \"_0\" }}",
         "! 1:18 <\"a:b\">: wrong type for value; expected map[string]interface {}; got map[string]string"});
}

static void set_and_unset_change_the_map_itself(void **state)
{
    CASES({"{{ $d := dict \"a\" 1 }}{{ $_ := set $d \"b\" 2 }}{{ toJson $d }}", "{\"a\":1,\"b\":2}"},
          {"{{ $d := dict \"a\" 1 }}{{ $_ := set $d \"a\" 2 }}{{ toJson $d }}", "{\"a\":2}"},
          {"{{ $d := dict \"a\" 1 \"b\" 2 }}{{ $_ := unset $d \"a\" }}{{ toJson $d }}", "{\"b\":2}"},
          {"{{ set (dict) \"a\" nil | toJson }}", "{\"a\":null}"},
          {"{{ unset (dict) \"a\" | toJson }}", "{}"},
          {"{{ $_ := set .Values \"new\" 1 }}{{ .Values.new }}", "1"},
          {"{{ $_ := unset .Values \"s\" }}[{{ .Values.s }}]", "[]"},
          {"{{ set nil \"a\" 1 }}",
           "! 1:3 <set nil \"a\" 1>: error calling set: assignment to entry in nil map"},
          {"{{ unset nil \"a\" }}", "map[]"},
          {"{{ set .Values.nope \"a\" 1 }}",
           "! 1:14 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ unset .Values.nope \"a\" }}",
           "! 1:16 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ set .Values.s \"a\" 1 }}",
           "! 1:14 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
          {"{{ set (dict) \"a\" }}", "! 1:3 <set>: wrong number of args for set: want 3 got 2"},
          {"{{ set (dict) 1 2 }}", "! 1:14 <1>: expected string; found 1"},
          {"{{ set (dict) }}", "! 1:3 <set>: wrong number of args for set: want 3 got 1"},
          {"{{ unset (dict) 1 }}", "! 1:16 <1>: expected string; found 1"},
          {"{{ unset (dict) }}", "! 1:3 <unset>: wrong number of args for unset: want 2 got 1"},
          {"{{ unset .Values.l \"a\" }}",
           "! 1:16 <.Values.l>: wrong type for value; expected map[string]interface {}; got []interface {}"},
          {"{{ $d := dict \"a\" 1 }}{{ $_ := set $d \"self\" (len $d) }}{{ toJson $d }}",
           "{\"a\":1,\"self\":1}"});
}

static void keys_and_values_list(void **state)
{
    CASES({"{{ keys (dict \"a\" 1) }}", "[a]"}, {"{{ keys (dict) }}", "[]"},
          {"{{ keys (dict \"b\" 1 \"a\" 2) | sortAlpha }}", "[a b]"},
          {"{{ keys (dict \"a\" 1) (dict \"a\" 2 \"b\" 3) | sortAlpha }}", "[a a b]"}, {"{{ keys }}", "[]"},
          {"{{ keys nil }}", "[]"},
          {"{{ keys .Values.nope }}",
           "! 1:15 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ keys .Values.l }}",
           "! 1:15 <.Values.l>: wrong type for value; expected map[string]interface {}; got []interface {}"},
          {"{{ keys .Values.m .Values.s }}",
           "! 1:25 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
          {"{{ keys (dict \"a\" 1) | typeOf }}", "[]string"}, {"{{ values (dict \"a\" 1) }}", "[1]"},
          {"{{ values (dict) }}", "[]"}, {"{{ values (dict \"a\" nil) | toJson }}", "[null]"},
          {"{{ values (dict \"a\" 1) | typeOf }}", "[]interface {}"}, {"{{ values nil }}", "[]"},
          {"{{ values .Values.nope }}",
           "! 1:17 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ values .Values.s }}",
           "! 1:17 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
          {"{{ values }}", "! 1:3 <values>: wrong number of args for values: want 1 got 0"},
          {"{{ values (dict) (dict) }}", "! 1:3 <values>: wrong number of args for values: want 1 got 2"},
          {"{{ keys .Values | len }}", "12"});
}

static void pick_omit_and_pluck_choose(void **state)
{
    CASES({"{{ pick (dict \"a\" 1 \"b\" 2 \"c\" 3) \"a\" \"c\" \"x\" | toJson }}", "{\"a\":1,\"c\":3}"},
          {"{{ pick (dict \"a\" 1) | toJson }}", "{}"}, {"{{ pick nil \"a\" | toJson }}", "{}"},
          {"{{ pick .Values.nope \"a\" }}",
           "! 1:15 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ pick .Values.s \"a\" }}",
           "! 1:15 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
          {"{{ pick (dict \"a\" 1) 1 }}", "! 1:21 <1>: expected string; found 1"},
          {"{{ pick }}", "! 1:3 <pick>: wrong number of args for pick: want at least 1 got 0"},
          {"{{ pick .Values \"a\" \"s\" | toJson }}", "{\"a\":5,\"s\":\"text\"}"},
          {"{{ omit (dict \"a\" 1 \"b\" 2 \"c\" 3) \"a\" \"c\" \"x\" | toJson }}", "{\"b\":2}"},
          {"{{ omit (dict \"a\" 1) | toJson }}", "{\"a\":1}"}, {"{{ omit nil \"a\" | toJson }}", "{}"},
          {"{{ omit .Values.l \"a\" }}",
           "! 1:15 <.Values.l>: wrong type for value; expected map[string]interface {}; got []interface {}"},
          {"{{ omit (dict \"a\" 1) nil }}", "! 1:21 <nil>: cannot assign nil to string"},
          {"{{ omit }}", "! 1:3 <omit>: wrong number of args for omit: want at least 1 got 0"},
          {"{{ pluck \"a\" (dict \"a\" 1) (dict \"b\" 2) (dict \"a\" 3) | toJson }}", "[1,3]"},
          {"{{ pluck \"a\" (dict \"a\" nil) | toJson }}", "[null]"}, {"{{ pluck \"a\" }}", "[]"},
          {"{{ pluck \"a\" (dict \"b\" 1) }}", "[]"}, {"{{ pluck \"a\" nil }}", "[]"},
          {"{{ pluck \"a\" .Values.nope }}",
           "! 1:20 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ pluck 1 (dict) }}", "! 1:9 <1>: expected string; found 1"},
          {"{{ pluck }}", "! 1:3 <pluck>: wrong number of args for pluck: want at least 1 got 0"});
}

static void merge_keeps_what_the_first_has(void **state)
{
    CASES({"{{ merge (dict \"a\" 1) (dict \"a\" 2 \"b\" 3) | toJson }}", "{\"a\":1,\"b\":3}"},
          {"{{ merge (dict \"a\" false) (dict \"a\" true) | toJson }}", "{\"a\":true}"},
          {"{{ merge (dict \"a\" \"\") (dict \"a\" \"x\") (dict \"a\" \"y\") | toJson }}", "{\"a\":\"x\"}"},
          {"{{ merge (dict \"m\" (dict \"x\" 1)) (dict \"m\" (dict \"x\" 2 \"y\" 3)) | toJson }}",
           "{\"m\":{\"x\":1,\"y\":3}}"},
          {"{{ merge (dict \"m\" 1) (dict \"m\" (dict \"x\" 2)) | toJson }}", "{\"m\":1}"},
          {"{{ merge (dict \"m\" (dict \"x\" 2)) (dict \"m\" 1) | toJson }}", "{\"m\":{\"x\":2}}"},
          {"{{ merge (dict \"a\" nil) (dict \"a\" 1) | toJson }}", "{\"a\":1}"},
          {"{{ merge (dict \"a\" 1) (dict \"a\" nil) | toJson }}", "{\"a\":1}"},
          {"{{ merge (dict) (dict \"a\" nil) | toJson }}", "{}"},
          {"{{ merge (dict \"a\" (list)) (dict \"a\" (list 1)) | toJson }}", "{\"a\":[1]}"},
          {"{{ merge (dict \"a\" (list 1)) (dict \"a\" (list 2)) | toJson }}", "{\"a\":[1]}"},
          {"{{ merge (dict \"m\" (dict)) (dict \"m\" (dict \"x\" 1)) | toJson }}", "{\"m\":{\"x\":1}}"},
          {"{{ $a := dict \"a\" 1 }}{{ $_ := merge $a (dict \"b\" 2) }}{{ toJson $a }}", "{\"a\":1,\"b\":2}"},
          {"{{ $b := dict \"m\" (dict \"x\" 1) }}{{ $a := merge (dict) $b }}{{ $_ := set $a.m \"x\" 9 }}{{ "
           "toJson $b }}",
           "{\"m\":{\"x\":9}}"},
          {"{{ merge (dict \"a\" 1) | toJson }}", "{\"a\":1}"},
          {"{{ merge }}", "! 1:3 <merge>: wrong number of args for merge: want at least 1 got 0"},
          {"{{ merge nil (dict \"a\" 1) | toJson }}", "{\"a\":1}"},
          {"{{ merge (dict \"a\" 1) nil | toJson }}", "{\"a\":1}"},
          {"{{ merge (dict \"a\" 1) .Values.nope }}",
           "! 1:29 <.Values.nope>: wrong type for value; expected map[string]interface {}; got interface {}"},
          {"{{ merge .Values.s (dict) }}",
           "! 1:16 <.Values.s>: wrong type for value; expected map[string]interface {}; got string"},
          {"{{ merge (dict) 1 }}", "! 1:16 <1>: can't handle 1 for arg of type map[string]interface {}"},
          {"{{ mustMerge (dict \"a\" 1) (dict \"b\" 2) | toJson }}", "{\"a\":1,\"b\":2}"},
          {"{{ mustMerge (dict \"a\" 1) | toJson }}", "{\"a\":1}"},
          {"{{ mustMerge nil (dict \"a\" 1) }}", "map[a:1]"});
}

static void mergeOverwrite_takes_what_the_last_has(void **state)
{
    CASES({"{{ mergeOverwrite (dict \"a\" 1) (dict \"a\" 2 \"b\" 3) | toJson }}", "{\"a\":2,\"b\":3}"},
          {"{{ mergeOverwrite (dict \"a\" true) (dict \"a\" false) | toJson }}", "{\"a\":false}"},
          {"{{ mergeOverwrite (dict \"a\" 1) (dict \"a\" nil) | toJson }}", "{\"a\":null}"},
          {"{{ mergeOverwrite (dict \"a\" 1) (dict \"a\" \"\") | toJson }}", "{\"a\":\"\"}"},
          {"{{ mergeOverwrite (dict \"a\" 1) (dict \"a\" 2) (dict \"a\" 3) | toJson }}", "{\"a\":3}"},
          {"{{ mergeOverwrite (dict \"m\" (dict \"x\" 1 \"z\" 1)) (dict \"m\" (dict \"x\" 2 \"y\" 3)) | "
           "toJson }}",
           "{\"m\":{\"x\":2,\"y\":3,\"z\":1}}"},
          {"{{ mergeOverwrite (dict \"m\" 1) (dict \"m\" (dict \"x\" 2)) | toJson }}", "{\"m\":{\"x\":2}}"},
          {"{{ mergeOverwrite (dict \"m\" (dict \"x\" 2)) (dict \"m\" 1) | toJson }}", "{\"m\":1}"},
          {"{{ mergeOverwrite (dict \"a\" (list 1)) (dict \"a\" (list 2 3)) | toJson }}", "{\"a\":[2,3]}"},
          {"{{ mergeOverwrite (dict \"a\" (list 1)) (dict \"a\" (list)) | toJson }}", "{\"a\":[]}"},
          {"{{ mergeOverwrite (dict \"m\" (dict \"x\" 1)) (dict \"m\" (dict)) | toJson }}",
           "{\"m\":{\"x\":1}}"},
          {"{{ mergeOverwrite (dict) (dict \"m\" (dict \"x\" 0)) (dict \"m\" (dict \"x\" 5)) | toJson }}",
           "{\"m\":{\"x\":5}}"},
          {"{{ mergeOverwrite nil (dict \"a\" 1) }}", "map[a:1]"},
          {"{{ mergeOverwrite (dict) \"x\" }}",
           "! 1:25 <\"x\">: can't handle \"x\" for arg of type map[string]interface {}"},
          {"{{ mergeOverwrite }}",
           "! 1:3 <mergeOverwrite>: wrong number of args for mergeOverwrite: want at least 1 got 0"},
          {"{{ mustMergeOverwrite (dict \"a\" 1) (dict \"a\" 2) | toJson }}", "{\"a\":2}"});
}

static void deepCopy_shares_nothing(void **state)
{
    CASES({"{{ $a := dict \"m\" (dict \"x\" 1) }}{{ $b := deepCopy $a }}{{ $_ := set $b.m \"x\" 2 }}{{ "
           "toJson $a }}{{ toJson $b }}",
           "{\"m\":{\"x\":1}}{\"m\":{\"x\":2}}"},
          {"{{ deepCopy (list 1 (list 2)) | toJson }}", "[1,[2]]"}, {"{{ deepCopy \"a\" }}", "a"},
          {"{{ deepCopy nil }}",
           "! 1:3 <deepCopy nil>: error calling deepCopy: reflect: call of reflect.Value.Type on zero Value"},
          {"{{ deepCopy 5 }}", "5"},
          {"{{ deepCopy }}", "! 1:3 <deepCopy>: wrong number of args for deepCopy: want 1 got 0"},
          {"{{ deepCopy 1 2 }}", "! 1:3 <deepCopy>: wrong number of args for deepCopy: want 1 got 2"},
          {"{{ mustDeepCopy (dict \"a\" 1) | toJson }}", "{\"a\":1}"},
          {"{{ mustDeepCopy nil }}", "! 1:3 <mustDeepCopy nil>: error calling mustDeepCopy: reflect: call of "
                                     "reflect.Value.Type on zero Value"},
          {"{{ deepCopy .Values.m | toJson }}", "{\"b\":true,\"x\":{\"q\":\"z\"}}"});
}

static void dig_goes_down_to_a_default(void **state)
{
    CASES(
        {"{{ dig \"x\" \"q\" \"no\" .Values.m }}", "z"}, {"{{ dig \"x\" \"nope\" \"no\" .Values.m }}", "no"},
        {"{{ dig \"nope\" \"q\" \"no\" .Values.m }}", "no"}, {"{{ dig \"b\" \"no\" .Values.m }}", "true"},
        {"{{ dig \"x\" \"no\" .Values.m | toJson }}", "{\"q\":\"z\"}"},
        {"{{ dig \"b\" \"q\" \"no\" .Values.m }}",
         "! 1:3 <dig \"b\" \"q\" \"no\" .Values.m>: error calling dig: interface conversion: interface {} is "
         "bool, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" (dict \"a\" nil) | toJson }}", "null"},
        {"{{ dig \"a\" \"b\" \"no\" (dict \"a\" nil) }}",
         "! 1:3 <dig \"a\" \"b\" \"no\" (dict \"a\" nil)>: error calling dig: interface conversion: "
         "interface {} is nil, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" nil }}", "! 1:3 <dig \"a\" \"no\" nil>: error calling dig: interface "
                                       "conversion: interface {} is nil, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" .Values.l }}",
         "! 1:3 <dig \"a\" \"no\" .Values.l>: error calling dig: interface conversion: interface {} is "
         "[]interface {}, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" .Values }}",
         "! 1:3 <dig \"a\" \"no\" .Values>: error calling dig: interface conversion: interface {} is "
         "chartutil.Values, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" \"x\" }}", "! 1:3 <dig \"a\" \"no\" \"x\">: error calling dig: interface "
                                         "conversion: interface {} is string, not map[string]interface {}"},
        {"{{ dig \"a\" \"no\" }}",
         "! 1:3 <dig \"a\" \"no\">: error calling dig: dig needs at least three arguments"},
        {"{{ dig \"a\" }}", "! 1:3 <dig \"a\">: error calling dig: dig needs at least three arguments"},
        {"{{ dig }}", "! 1:3 <dig>: error calling dig: dig needs at least three arguments"},
        {"{{ dig 1 \"no\" (dict) }}", "! 1:3 <dig 1 \"no\" (dict)>: error calling dig: interface conversion: "
                                      "interface {} is int, not string"},
        {"{{ dig \"s\" \"no\" (dict \"s\" \"\") }}", ""}, {"{{ dig \"a\" nil (dict) | kindOf }}", "invalid"});
}

/* Go's stack overflows here, and Helm with it. */
static void a_dict_that_holds_itself_is_refused(void **state)
{
    CASES({"{{ $d := dict }}{{ $_ := set $d \"a\" $d }}{{ deepCopy $d }}",
           "! 1:44 <deepCopy $d>: error calling deepCopy: a value that holds itself, or more than 2000 "
           "levels, cannot be copied"},
          {"{{ $d := dict }}{{ $_ := set $d \"a\" $d }}{{ merge $d $d }}",
           "! 1:44 <merge $d $d>: error calling merge: a dict that holds itself, or more than 2000 levels, "
           "cannot be merged"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(dict_is_made_of_pairs),
        CASE_TEST(get_and_hasKey_look_up),
        CASE_TEST(set_and_unset_change_the_map_itself),
        CASE_TEST(keys_and_values_list),
        CASE_TEST(pick_omit_and_pluck_choose),
        CASE_TEST(merge_keeps_what_the_first_has),
        CASE_TEST(mergeOverwrite_takes_what_the_last_has),
        CASE_TEST(deepCopy_shares_nothing),
        CASE_TEST(a_dict_that_holds_itself_is_refused),
        CASE_TEST(dig_goes_down_to_a_default),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
