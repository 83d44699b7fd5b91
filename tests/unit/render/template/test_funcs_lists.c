/* Sprig's functions on lists, and index, slice, len, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void list_takes_anything(void **state)
{
    CASES({"{{ list }}", "[]"}, {"{{ list 1 nil \"a\" | toJson }}", "[1,null,\"a\"]"},
          {"{{ list | toJson }}", "[]"}, {"{{ tuple 1 2 | toJson }}", "[1,2]"},
          {"{{ list | typeOf }}", "[]interface {}"}, {"{{ list (list) (dict) | toJson }}", "[[],{}]"},
          {"{{ .Values.a | list 1 | toJson }}", "[1,5]"});
}

static void ends_of_a_list_are_found(void **state)
{
    CASES(
        {"{{ first .Values.l }}", "x"}, {"{{ first .Values.nums }}", "3"}, {"{{ first (list) }}", ""},
        {"{{ first nil }}", "! 1:3 <first nil>: error calling first: runtime error: invalid memory address "
                            "or nil pointer dereference"},
        {"{{ first .Values.nope }}", "! 1:3 <first .Values.nope>: error calling first: runtime error: "
                                     "invalid memory address or nil pointer dereference"},
        {"{{ first \"abc\" }}",
         "! 1:3 <first \"abc\">: error calling first: Cannot find first on type string"},
        {"{{ first 5 }}", "! 1:3 <first 5>: error calling first: Cannot find first on type int"},
        {"{{ first (dict) }}", "! 1:3 <first (dict)>: error calling first: Cannot find first on type map"},
        {"{{ first }}", "! 1:3 <first>: wrong number of args for first: want 1 got 0"},
        {"{{ first 1 2 }}", "! 1:3 <first>: wrong number of args for first: want 1 got 2"},
        {"{{ first (list nil) | kindOf }}", "invalid"},
        {"{{ first (split \":\" \"a:b\") }}",
         "! 1:3 <first (split \":\" \"a:b\")>: error calling first: Cannot find first on type map"},
        {"{{ first (splitList \":\" \"a:b\") }}", "a"}, {"{{ last .Values.l }}", ""},
        {"{{ last .Values.nums }}", "2"}, {"{{ last (list) }}", ""},
        {"{{ last nil }}", "! 1:3 <last nil>: error calling last: runtime error: invalid memory address or "
                           "nil pointer dereference"},
        {"{{ last .Values.nope }}", "! 1:3 <last .Values.nope>: error calling last: runtime error: invalid "
                                    "memory address or nil pointer dereference"},
        {"{{ last \"abc\" }}", "! 1:3 <last \"abc\">: error calling last: Cannot find last on type string"},
        {"{{ last 5 }}", "! 1:3 <last 5>: error calling last: Cannot find last on type int"},
        {"{{ last (dict) }}", "! 1:3 <last (dict)>: error calling last: Cannot find last on type map"},
        {"{{ last }}", "! 1:3 <last>: wrong number of args for last: want 1 got 0"},
        {"{{ last 1 2 }}", "! 1:3 <last>: wrong number of args for last: want 1 got 2"},
        {"{{ last (list nil) | kindOf }}", "invalid"},
        {"{{ last (split \":\" \"a:b\") }}",
         "! 1:3 <last (split \":\" \"a:b\")>: error calling last: Cannot find last on type map"},
        {"{{ last (splitList \":\" \"a:b\") }}", "b"}, {"{{ rest .Values.nums | toJson }}", "[1,2]"},
        {"{{ rest (list 1) | toJson }}", "[]"}, {"{{ rest (list) }}", "[]"},
        {"{{ rest nil }}", "! 1:3 <rest nil>: error calling rest: runtime error: invalid memory address or "
                           "nil pointer dereference"},
        {"{{ rest .Values.nope }}", "! 1:3 <rest .Values.nope>: error calling rest: runtime error: invalid "
                                    "memory address or nil pointer dereference"},
        {"{{ rest \"abc\" }}", "! 1:3 <rest \"abc\">: error calling rest: Cannot find rest on type string"},
        {"{{ rest .Values.m }}", "! 1:3 <rest .Values.m>: error calling rest: Cannot find rest on type map"},
        {"{{ rest }}", "! 1:3 <rest>: wrong number of args for rest: want 1 got 0"},
        {"{{ rest (list 1) | typeOf }}", "[]interface {}"}, {"{{ initial .Values.nums | toJson }}", "[3,1]"},
        {"{{ initial (list 1) | toJson }}", "[]"}, {"{{ initial (list) }}", "[]"},
        {"{{ initial nil }}", "! 1:3 <initial nil>: error calling initial: runtime error: invalid memory "
                              "address or nil pointer dereference"},
        {"{{ initial .Values.nope }}", "! 1:3 <initial .Values.nope>: error calling initial: runtime error: "
                                       "invalid memory address or nil pointer dereference"},
        {"{{ initial \"abc\" }}",
         "! 1:3 <initial \"abc\">: error calling initial: Cannot find initial on type string"},
        {"{{ initial .Values.m }}",
         "! 1:3 <initial .Values.m>: error calling initial: Cannot find initial on type map"},
        {"{{ initial }}", "! 1:3 <initial>: wrong number of args for initial: want 1 got 0"},
        {"{{ initial (list 1) | typeOf }}", "[]interface {}"}, {"{{ mustFirst .Values.nums }}", "3"},
        {"{{ mustFirst (list) }}", ""},
        {"{{ mustFirst nil }}", "! 1:3 <mustFirst nil>: error calling mustFirst: runtime error: invalid "
                                "memory address or nil pointer dereference"},
        {"{{ mustFirst \"a\" }}",
         "! 1:3 <mustFirst \"a\">: error calling mustFirst: Cannot find first on type string"},
        {"{{ mustLast .Values.nums }}", "2"},
        {"{{ mustLast 5 }}", "! 1:3 <mustLast 5>: error calling mustLast: Cannot find last on type int"},
        {"{{ mustRest .Values.nums }}", "[1 2]"},
        {"{{ mustRest nil }}", "! 1:3 <mustRest nil>: error calling mustRest: runtime error: invalid memory "
                               "address or nil pointer dereference"},
        {"{{ mustInitial .Values.nums }}", "[3 1]"},
        {"{{ mustInitial (dict) }}",
         "! 1:3 <mustInitial (dict)>: error calling mustInitial: Cannot find initial on type map"});
}

static void lists_grow_without_being_changed(void **state)
{
    CASES(
        {"{{ append .Values.nums 4 | toJson }}", "[3,1,2,4]"},
        {"{{ push .Values.nums 4 | toJson }}", "[3,1,2,4]"}, {"{{ append (list) nil | toJson }}", "[null]"},
        {"{{ append .Values.nums (list 1) | toJson }}", "[3,1,2,[1]]"},
        {"{{ append nil 1 }}", "! 1:3 <append nil 1>: error calling append: runtime error: invalid memory "
                               "address or nil pointer dereference"},
        {"{{ append .Values.nope 1 }}", "! 1:3 <append .Values.nope 1>: error calling append: runtime error: "
                                        "invalid memory address or nil pointer dereference"},
        {"{{ append \"a\" 1 }}", "! 1:3 <append \"a\" 1>: error calling append: Cannot push on type string"},
        {"{{ append 5 1 }}", "! 1:3 <append 5 1>: error calling append: Cannot push on type int"},
        {"{{ append (dict) 1 }}", "! 1:3 <append (dict) 1>: error calling append: Cannot push on type map"},
        {"{{ append (list) }}", "! 1:3 <append>: wrong number of args for append: want 2 got 1"},
        {"{{ mustAppend (list 1) 2 }}", "[1 2]"},
        {"{{ mustAppend nil 1 }}", "! 1:3 <mustAppend nil 1>: error calling mustAppend: runtime error: "
                                   "invalid memory address or nil pointer dereference"},
        {"{{ mustPush (list 1) 2 }}", "[1 2]"},
        {"{{ push \"a\" 1 }}", "! 1:3 <push \"a\" 1>: error calling push: Cannot push on type string"},
        {"{{ mustPush 5 1 }}", "! 1:3 <mustPush 5 1>: error calling mustPush: Cannot push on type int"},
        {"{{ $a := list 1 }}{{ $b := append $a 2 }}{{ $c := append $a 3 }}{{ toJson $a }}{{ toJson $b }}{{ "
         "toJson $c }}",
         "[1][1,2][1,3]"},
        {"{{ prepend .Values.nums 4 | toJson }}", "[4,3,1,2]"},
        {"{{ prepend (list) nil | toJson }}", "[null]"},
        {"{{ prepend nil 1 }}", "! 1:3 <prepend nil 1>: error calling prepend: runtime error: invalid memory "
                                "address or nil pointer dereference"},
        {"{{ prepend \"a\" 1 }}",
         "! 1:3 <prepend \"a\" 1>: error calling prepend: Cannot prepend on type string"},
        {"{{ prepend (dict) 1 }}",
         "! 1:3 <prepend (dict) 1>: error calling prepend: Cannot prepend on type map"},
        {"{{ prepend (list) }}", "! 1:3 <prepend>: wrong number of args for prepend: want 2 got 1"},
        {"{{ mustPrepend (list 1) 0 }}", "[0 1]"},
        {"{{ mustPrepend 5 1 }}",
         "! 1:3 <mustPrepend 5 1>: error calling mustPrepend: Cannot prepend on type int"},
        {"{{ concat .Values.nums (list 4) | toJson }}", "[3,1,2,4]"}, {"{{ concat }}", "[]"},
        {"{{ concat (list) }}", "[]"}, {"{{ concat (list) | kindOf }}", "slice"},
        {"{{ concat (list 1) nil }}", "! 1:3 <concat (list 1) nil>: error calling concat: runtime error: "
                                      "invalid memory address or nil pointer dereference"},
        {"{{ concat nil }}", "! 1:3 <concat nil>: error calling concat: runtime error: invalid memory "
                             "address or nil pointer dereference"},
        {"{{ concat \"a\" }}",
         "! 1:3 <concat \"a\">: error calling concat: Cannot concat type string as list"},
        {"{{ concat (list) 5 }}",
         "! 1:3 <concat (list) 5>: error calling concat: Cannot concat type int as list"},
        {"{{ concat (dict) }}",
         "! 1:3 <concat (dict)>: error calling concat: Cannot concat type map as list"},
        {"{{ concat (splitList \",\" \"a,b\") (list 1) | toJson }}", "[\"a\",\"b\",1]"},
        {"{{ append (splitList \",\" \"a,b\") \"c\" | typeOf }}", "[]interface {}"},
        {"{{ concat (list 1) (list) (list 2 (list 3)) | toJson }}", "[1,2,[3]]"});
}

static void reverse_uniq_without_and_compact_make_new_lists(void **state)
{
    CASES({"{{ reverse .Values.nums | toJson }}", "[2,1,3]"}, {"{{ reverse (list) | toJson }}", "[]"},
          {"{{ reverse nil }}", "! 1:3 <reverse nil>: error calling reverse: runtime error: invalid memory "
                                "address or nil pointer dereference"},
          {"{{ reverse \"abc\" }}",
           "! 1:3 <reverse \"abc\">: error calling reverse: Cannot find reverse on type string"},
          {"{{ reverse (dict) }}",
           "! 1:3 <reverse (dict)>: error calling reverse: Cannot find reverse on type map"},
          {"{{ reverse }}", "! 1:3 <reverse>: wrong number of args for reverse: want 1 got 0"},
          {"{{ mustReverse (list 1 2) | toJson }}", "[2,1]"},
          {"{{ mustReverse 5 }}",
           "! 1:3 <mustReverse 5>: error calling mustReverse: Cannot find reverse on type int"},
          {"{{ uniq (list 3 1 2 1 3) | toJson }}", "[3,1,2]"},
          {"{{ uniq (list 1 1.0 \"1\" true true) | toJson }}", "[1,1,\"1\",true]"},
          {"{{ uniq (list (list 1) (list 1) (dict) (dict)) | toJson }}", "[[1],{}]"},
          {"{{ uniq (list nil nil) | toJson }}", "[null]"}, {"{{ uniq (list) | toJson }}", "[]"},
          {"{{ uniq nil }}", "! 1:3 <uniq nil>: error calling uniq: runtime error: invalid memory address or "
                             "nil pointer dereference"},
          {"{{ uniq \"aa\" }}", "! 1:3 <uniq \"aa\">: error calling uniq: Cannot find uniq on type string"},
          {"{{ uniq }}", "! 1:3 <uniq>: wrong number of args for uniq: want 1 got 0"},
          {"{{ mustUniq (list 1 1) }}", "[1]"},
          {"{{ mustUniq 5 }}", "! 1:3 <mustUniq 5>: error calling mustUniq: Cannot find uniq on type int"},
          {"{{ uniq (list \"a\" \"A\") | toJson }}", "[\"a\",\"A\"]"},
          {"{{ without .Values.nums 1 | toJson }}", "[3,1,2]"},
          {"{{ without .Values.nums 1.0 | toJson }}", "[3,2]"},
          {"{{ without (list 1 2 3) 1 3 | toJson }}", "[2]"},
          {"{{ without (list 1 nil) nil | toJson }}", "[1]"}, {"{{ without (list 1) | toJson }}", "[1]"},
          {"{{ without (list) 1 | toJson }}", "[]"},
          {"{{ without nil 1 }}", "! 1:3 <without nil 1>: error calling without: runtime error: invalid "
                                  "memory address or nil pointer dereference"},
          {"{{ without \"abc\" \"a\" }}",
           "! 1:3 <without \"abc\" \"a\">: error calling without: Cannot find without on type string"},
          {"{{ without }}", "! 1:3 <without>: wrong number of args for without: want at least 1 got 0"},
          {"{{ mustWithout (list 1 2) 2 }}", "[1]"},
          {"{{ mustWithout 5 1 }}",
           "! 1:3 <mustWithout 5 1>: error calling mustWithout: Cannot find without on type int"},
          {"{{ without (list (list 1)) (list 1) | toJson }}", "[]"},
          {"{{ compact (list 0 1 \"\" \"a\" nil false true (list) (dict) 0.0) | toJson }}", "[1,\"a\",true]"},
          {"{{ compact (list) | toJson }}", "[]"},
          {"{{ compact nil }}", "! 1:3 <compact nil>: error calling compact: runtime error: invalid memory "
                                "address or nil pointer dereference"},
          {"{{ compact \"a\" }}",
           "! 1:3 <compact \"a\">: error calling compact: Cannot compact on type string"},
          {"{{ compact }}", "! 1:3 <compact>: wrong number of args for compact: want 1 got 0"},
          {"{{ mustCompact (list 0 1) }}", "[1]"},
          {"{{ mustCompact 5 }}",
           "! 1:3 <mustCompact 5>: error calling mustCompact: Cannot compact on type int"});
}

static void has_finds_equal_items(void **state)
{
    CASES({"{{ has 1 (list 1 2) }}", "true"}, {"{{ has 3 (list 1 2) }}", "false"},
          {"{{ has 1 .Values.l }}", "false"}, {"{{ has 1.0 .Values.l }}", "true"},
          {"{{ has \"x\" .Values.l }}", "true"}, {"{{ has nil .Values.l }}", "true"},
          {"{{ has nil (list 1) }}", "false"}, {"{{ has 1 nil }}", "false"},
          {"{{ has 1 .Values.nope }}", "false"},
          {"{{ has 1 \"abc\" }}", "! 1:3 <has 1 \"abc\">: error calling has: Cannot find has on type string"},
          {"{{ has \"a\" (dict) }}",
           "! 1:3 <has \"a\" (dict)>: error calling has: Cannot find has on type map"},
          {"{{ has (list 1) (list (list 1)) }}", "true"},
          {"{{ has (dict \"a\" 1) (list (dict \"a\" 1)) }}", "true"},
          {"{{ has }}", "! 1:3 <has>: wrong number of args for has: want 2 got 0"},
          {"{{ has 1 }}", "! 1:3 <has>: wrong number of args for has: want 2 got 1"},
          {"{{ mustHas 1 (list 1) }}", "true"},
          {"{{ mustHas 1 5 }}", "! 1:3 <mustHas 1 5>: error calling mustHas: Cannot find has on type int"},
          {"{{ mustHas 1 nil }}", "false"}, {"{{ has \"a\" (splitList \",\" \"a,b\") }}", "true"},
          {"{{ has 1 (list (int64 1)) }}", "false"},
          {"{{ \"x\" | has .Values.l }}",
           "! 1:9 <has .Values.l>: error calling has: Cannot find has on type string"});
}

static void chunk_cuts_into_pieces(void **state)
{
    CASES({"{{ chunk 2 (list 1 2 3 4 5) | toJson }}", "[[1,2],[3,4],[5]]"},
          {"{{ chunk 5 (list 1) | toJson }}", "[[1]]"}, {"{{ chunk 1 (list 1 2) | toJson }}", "[[1],[2]]"},
          {"{{ chunk 2 (list) | toJson }}", "[]"},
          {"{{ chunk 0 (list 1) }}",
           "! 1:3 <chunk 0 (list 1)>: error calling chunk: runtime error: makeslice: len out of range"},
          {"{{ chunk -1 (list 1) }}",
           "! 1:3 <chunk -1 (list 1)>: error calling chunk: runtime error: makeslice: len out of range"},
          {"{{ chunk 2 nil }}", "! 1:3 <chunk 2 nil>: error calling chunk: runtime error: invalid memory "
                                "address or nil pointer dereference"},
          {"{{ chunk 2 \"ab\" }}", "! 1:3 <chunk 2 \"ab\">: error calling chunk: Cannot chunk type string"},
          {"{{ chunk 2 5 }}", "! 1:3 <chunk 2 5>: error calling chunk: Cannot chunk type int"},
          {"{{ chunk \"2\" (list 1) }}", "! 1:9 <\"2\">: expected integer; found \"2\""},
          {"{{ chunk 2 }}", "! 1:3 <chunk>: wrong number of args for chunk: want 2 got 1"},
          {"{{ chunk nil (list 1) }}", "! 1:9 <nil>: cannot assign nil to int"},
          {"{{ mustChunk 2 (list 1 2 3) | toJson }}", "[[1,2],[3]]"},
          {"{{ mustChunk 2 5 }}", "! 1:3 <mustChunk 2 5>: error calling mustChunk: Cannot chunk type int"},
          {"{{ chunk 0 (list) }}",
           "! 1:3 <chunk 0 (list)>: error calling chunk: runtime error: makeslice: len out of range"},
          {"{{ chunk 0 5 }}", "! 1:3 <chunk 0 5>: error calling chunk: Cannot chunk type int"});
}

static void sortAlpha_and_toStrings_make_texts(void **state)
{
    CASES({"{{ sortAlpha .Values.nums | toJson }}", "[\"1\",\"2\",\"3\"]"},
          {"{{ sortAlpha (list \"b\" \"a\" \"B\" \"\") | toJson }}", "[\"\",\"B\",\"a\",\"b\"]"},
          {"{{ sortAlpha (list 10 9 1.5 true nil) | toJson }}", "[\"1.5\",\"10\",\"9\",\"true\"]"},
          {"{{ sortAlpha nil | toJson }}", "[\"\\u003cnil\\u003e\"]"},
          {"{{ sortAlpha \"b\" | toJson }}", "[\"b\"]"}, {"{{ sortAlpha 5 | toJson }}", "[\"5\"]"},
          {"{{ sortAlpha (list) | toJson }}", "[]"},
          {"{{ sortAlpha }}", "! 1:3 <sortAlpha>: wrong number of args for sortAlpha: want 1 got 0"},
          {"{{ sortAlpha (list \"\303\251\" \"z\") | toJson }}", "[\"z\",\"\303\251\"]"},
          {"{{ sortAlpha (list \"a\" \"ab\" \"a\") | typeOf }}", "[]string"},
          {"{{ toStrings (list 1 nil \"a\" true 1.5) | toJson }}", "[\"1\",\"a\",\"true\",\"1.5\"]"},
          {"{{ toStrings nil | toJson }}", "[]"}, {"{{ toStrings 5 | toJson }}", "[\"5\"]"},
          {"{{ toStrings \"a\" | toJson }}", "[\"a\"]"}, {"{{ toStrings (list) | toJson }}", "[]"},
          {"{{ toStrings (list (list 1) (dict \"a\" 1)) | toJson }}", "[\"[1]\",\"map[a:1]\"]"},
          {"{{ toStrings }}", "! 1:3 <toStrings>: wrong number of args for toStrings: want 1 got 0"},
          {"{{ sortAlpha (dict \"a\" 1) | toJson }}", "[\"map[a:1]\"]"},
          {"{{ $l := list \"b\" \"a\" }}{{ $_ := sortAlpha $l }}{{ toJson $l }}", "[\"b\",\"a\"]"});
}

static void until_and_seq_count(void **state)
{
    CASES({"{{ until 3 | toJson }}", "[0,1,2]"}, {"{{ until 0 | toJson }}", "[]"},
          {"{{ until -3 | toJson }}", "[0,-1,-2]"}, {"{{ until 1.0 | toJson }}", "[0]"},
          {"{{ until 1.5 }}", "! 1:9 <1.5>: expected integer; found 1.5"},
          {"{{ until \"3\" }}", "! 1:9 <\"3\">: expected integer; found \"3\""},
          {"{{ until .Values.a }}", "! 1:16 <.Values.a>: wrong type for value; expected int; got float64"},
          {"{{ until (int .Values.a) | toJson }}", "[0,1,2,3,4]"},
          {"{{ until }}", "! 1:3 <until>: wrong number of args for until: want 1 got 0"},
          {"{{ until 1 2 }}", "! 1:3 <until>: wrong number of args for until: want 1 got 2"},
          {"{{ untilStep 0 10 3 | toJson }}", "[0,3,6,9]"},
          {"{{ untilStep 10 0 -3 | toJson }}", "[10,7,4,1]"}, {"{{ untilStep 0 3 -1 | toJson }}", "[]"},
          {"{{ untilStep 3 0 1 | toJson }}", "[]"}, {"{{ untilStep 0 3 0 | toJson }}", "[]"},
          {"{{ untilStep 3 3 1 | toJson }}", "[]"},
          {"{{ untilStep 0 3 }}", "! 1:3 <untilStep>: wrong number of args for untilStep: want 3 got 2"},
          {"{{ untilStep 0 3 \"1\" }}", "! 1:17 <\"1\">: expected integer; found \"1\""},
          {"{{ untilStep -3 3 2 | toJson }}", "[-3,-1,1]"}, {"{{ untilStep 5 5 -1 | toJson }}", "[]"},
          {"{{ seq 4 -3 4 }}", ""}, {"{{ seq 5 }}", "1 2 3 4 5"}, {"{{ seq 0 }}", "1 0"},
          {"{{ seq -2 }}", "1 0 -1 -2"}, {"{{ seq 2 4 }}", "2 3 4"}, {"{{ seq 4 2 }}", "4 3 2"},
          {"{{ seq 3 3 }}", "3"}, {"{{ seq 0 2 10 }}", "0 2 4 6 8 10"}, {"{{ seq 10 -3 0 }}", "10 7 4 1"},
          {"{{ seq 0 -2 5 }}", ""}, {"{{ seq 5 2 0 }}", ""}, {"{{ seq 5 0 1 }}", ""}, {"{{ seq }}", ""},
          {"{{ seq 1 2 3 4 }}", ""}, {"{{ seq \"1\" }}", "! 1:7 <\"1\">: expected integer; found \"1\""},
          {"{{ seq nil }}", "! 1:7 <nil>: cannot assign nil to int"}, {"{{ seq 1 }}", "1"},
          {"{{ seq 1 0 5 }}", ""}, {"{{ seq 2 2 2 }}", "2"});
}

static void index_goes_into_lists_maps_and_texts(void **state)
{
    CASES(
        {"{{ index .Values.nums 0 }}", "3"},
        {"{{ index .Values.nums 3 }}",
         "! 1:3 <index .Values.nums 3>: error calling index: reflect: slice index out of range"},
        {"{{ index .Values.nums -1 }}",
         "! 1:3 <index .Values.nums -1>: error calling index: index out of range: -1"},
        {"{{ index .Values.nums 1.0 }}",
         "! 1:3 <index .Values.nums 1.0>: error calling index: cannot index slice/array with type float64"},
        {"{{ index .Values.nums \"0\" }}",
         "! 1:3 <index .Values.nums \"0\">: error calling index: cannot index slice/array with type string"},
        {"{{ index .Values.nums nil }}",
         "! 1:3 <index .Values.nums nil>: error calling index: cannot index slice/array with nil"},
        {"{{ index .Values.nums true }}",
         "! 1:3 <index .Values.nums true>: error calling index: cannot index slice/array with type bool"},
        {"{{ index .Values.nums .Values.a }}", "! 1:3 <index .Values.nums .Values.a>: error calling index: "
                                               "cannot index slice/array with type float64"},
        {"{{ index .Values.nums (int64 1) }}", "1"}, {"{{ index .Values.m \"x\" }}", "map[q:z]"},
        {"{{ index .Values.m \"x\" \"q\" }}", "z"}, {"{{ index .Values.m \"nope\" }}", ""},
        {"{{ index .Values.m \"nope\" \"y\" }}",
         "! 1:3 <index .Values.m \"nope\" \"y\">: error calling index: index of nil pointer"},
        {"{{ index .Values.m 1 }}",
         "! 1:3 <index .Values.m 1>: error calling index: value has type int; should be string"},
        {"{{ index .Values.m nil }}",
         "! 1:3 <index .Values.m nil>: error calling index: value is nil; should be of type string"},
        {"{{ index .Values.m true }}",
         "! 1:3 <index .Values.m true>: error calling index: value has type bool; should be string"},
        {"{{ index \"abc\" 1 }}", "98"},
        {"{{ index \"abc\" 3 }}",
         "! 1:3 <index \"abc\" 3>: error calling index: reflect: string index out of range"},
        {"{{ index \"\" 0 }}",
         "! 1:3 <index \"\" 0>: error calling index: reflect: string index out of range"},
        {"{{ index .Values.s \"a\" }}",
         "! 1:3 <index .Values.s \"a\">: error calling index: cannot index slice/array with type string"},
        {"{{ index nil 0 }}", "! 1:3 <index nil 0>: error calling index: index of untyped nil"},
        {"{{ index nil }}", "! 1:3 <index nil>: error calling index: index of untyped nil"},
        {"{{ index .Values.nope 0 }}",
         "! 1:3 <index .Values.nope 0>: error calling index: index of untyped nil"},
        {"{{ index .Values.nums }}", "[3 1 2]"},
        {"{{ index 5 0 }}", "! 1:3 <index 5 0>: error calling index: can't index item of type int"},
        {"{{ index 5 }}", "5"},
        {"{{ index true 0 }}", "! 1:3 <index true 0>: error calling index: can't index item of type bool"},
        {"{{ index 1.5 0 }}", "! 1:3 <index 1.5 0>: error calling index: can't index item of type float64"},
        {"{{ index }}", "! 1:3 <index>: wrong number of args for index: want at least 1 got 0"},
        {"{{ index (list (list 1 2)) 0 1 }}", "2"}, {"{{ index (list nil) 0 }}", ""},
        {"{{ index (list nil) 0 1 }}",
         "! 1:3 <index (list nil) 0 1>: error calling index: index of nil pointer"},
        {"{{ index .Values \"a\" }}", "5"},
        {"{{ index .Values.m \"x\" 0 }}",
         "! 1:3 <index .Values.m \"x\" 0>: error calling index: value has type int; should be string"},
        {"{{ index (dict \"a\" nil) \"a\" \"b\" }}",
         "! 1:3 <index (dict \"a\" nil) \"a\" \"b\">: error calling index: index of nil pointer"},
        {"{{ index .Values.l 2 | kindOf }}", "invalid"}, {"{{ index (splitList \",\" \"a,b\") 1 }}", "b"},
        {"{{ index (split \",\" \"a,b\") \"_1\" }}", "b"},
        {"{{ index (split \",\" \"a,b\") \"_9\" | quote }}", "\"\""},
        {"{{ index .Values.nums (index .Values.nums 1 | int) }}", "1"});
}

static void slice_cuts_a_list(void **state)
{
    CASES(
        {"{{ slice .Values.nums | toJson }}", "[3,1,2]"}, {"{{ slice .Values.nums 1 | toJson }}", "[1,2]"},
        {"{{ slice .Values.nums 1 2 | toJson }}", "[1]"},
        {"{{ slice .Values.nums 0 3 | toJson }}", "[3,1,2]"},
        {"{{ slice (list 1) 0 2 }}",
         "! 1:3 <slice (list 1) 0 2>: error calling slice: reflect.Value.Slice: slice index out of bounds"},
        {"{{ slice (list 1 2) 3 }}",
         "! 1:3 <slice (list 1 2) 3>: error calling slice: reflect.Value.Slice: slice index out of bounds"},
        {"{{ slice .Values.nums 2 1 }}", "! 1:3 <slice .Values.nums 2 1>: error calling slice: "
                                         "reflect.Value.Slice: slice index out of bounds"},
        {"{{ slice .Values.nums -1 }}", "! 1:3 <slice .Values.nums -1>: error calling slice: "
                                        "reflect.Value.Slice: slice index out of bounds"},
        {"{{ slice .Values.nums 4 }}",
         "! 1:3 <slice .Values.nums 4>: error calling slice: reflect.Value.Slice: slice index out of bounds"},
        {"{{ slice .Values.nums 3 | toJson }}", "[]"}, {"{{ slice .Values.nums 1.9 | toJson }}", "[1,2]"},
        {"{{ slice .Values.nums \"1\" | toJson }}", "[1,2]"},
        {"{{ slice .Values.nums nil | toJson }}", "[3,1,2]"},
        {"{{ slice .Values.nums 0 1 2 | toJson }}", "[3]"}, {"{{ slice (list) 0 5 | toJson }}", "null"},
        {"{{ slice (list) | toJson }}", "null"},
        {"{{ slice nil }}", "! 1:3 <slice nil>: error calling slice: runtime error: invalid memory address "
                            "or nil pointer dereference"},
        {"{{ slice .Values.nope 1 }}", "! 1:3 <slice .Values.nope 1>: error calling slice: runtime error: "
                                       "invalid memory address or nil pointer dereference"},
        {"{{ slice \"abc\" 1 }}",
         "! 1:3 <slice \"abc\" 1>: error calling slice: list should be type of slice or array but string"},
        {"{{ slice 5 }}",
         "! 1:3 <slice 5>: error calling slice: list should be type of slice or array but int"},
        {"{{ slice (dict) 1 }}",
         "! 1:3 <slice (dict) 1>: error calling slice: list should be type of slice or array but map"},
        {"{{ slice }}", "! 1:3 <slice>: wrong number of args for slice: want at least 1 got 0"},
        {"{{ mustSlice .Values.nums 1 | toJson }}", "[1,2]"},
        {"{{ mustSlice 5 1 }}",
         "! 1:3 <mustSlice 5 1>: error calling mustSlice: list should be type of slice or array but int"},
        {"{{ slice .Values.nums true | toJson }}", "[1,2]"},
        {"{{ slice .Values.nums \"x\" 1 | toJson }}", "[3]"},
        {"{{ slice .Values.nums 1 1 | toJson }}", "[]"});
}

static void len_counts(void **state)
{
    CASES({"{{ len .Values.nums }}", "3"}, {"{{ len .Values.m }}", "2"}, {"{{ len \"\303\251\" }}", "2"},
          {"{{ len \"\" }}", "0"}, {"{{ len (list) }}", "0"}, {"{{ len (dict) }}", "0"},
          {"{{ len .Values.nope }}", "! 1:3 <len .Values.nope>: error calling len: len of nil pointer"},
          {"{{ len 5 }}", "! 1:3 <len 5>: error calling len: len of type int"},
          {"{{ len 1.5 }}", "! 1:3 <len 1.5>: error calling len: len of type float64"},
          {"{{ len true }}", "! 1:3 <len true>: error calling len: len of type bool"},
          {"{{ len }}", "! 1:3 <len>: wrong number of args for len: want 1 got 0"},
          {"{{ len 1 2 }}", "! 1:3 <len>: wrong number of args for len: want 1 got 2"},
          {"{{ len .Values }}", "12"}, {"{{ len (split \",\" \"a,b\") }}", "2"},
          {"{{ len .Values.z }}", "! 1:3 <len .Values.z>: error calling len: len of nil pointer"},
          {"{{ len .Values.a }}", "! 1:3 <len .Values.a>: error calling len: len of type float64"},
          {"{{ len (list nil) | typeOf }}", "int"});
}

static const struct template_case odd[] = {
    {"{{ chunk -3 (list 1) }}", "[[1]]"},
    {"{{ chunk -1 (list 1) }}",
     "! 1:3 <chunk -1 (list 1)>: error calling chunk: runtime error: makeslice: len out of range"},
    {"{{ chunk -3 (list) }}",
     "! 1:3 <chunk -3 (list)>: error calling chunk: runtime error: makeslice: len out of range"},
    {"{{ chunk -3 (list 1 2 3) }}", "[]"},
    {"{{ chunk -2 (list 1 2 3 4) }}",
     "! 1:3 <chunk -2 (list 1 2 3 4)>: error calling chunk: runtime error: makeslice: len out of range"},
    {"{{ (split \",\" \"a,b\").x }}|{{ (split \",\" \"a,b\").x.y }}",
     "! 1:40 <\"a,b\">: can't evaluate field y in type string"},
    {"{{ $m := split \",\" \"a\" }}{{ $m._0 }}{{ $m._5 }}{{ with $m._5 }}x{{ else }}y{{ end }}{{ kindOf "
     "$m._5 }}",
     "aystring"},
    {"{{ (split \",\" \"a,b\")._1.c }}", "! 1:14 <\"a,b\">: can't evaluate field c in type string"}};

static void odd_sizes_and_missing_texts_are_as_in_helm(void **state)
{
    (void)state;
    template_case_check(odd, sizeof odd / sizeof *odd);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(odd_sizes_and_missing_texts_are_as_in_helm),
        CASE_TEST(list_takes_anything),
        CASE_TEST(ends_of_a_list_are_found),
        CASE_TEST(lists_grow_without_being_changed),
        CASE_TEST(reverse_uniq_without_and_compact_make_new_lists),
        CASE_TEST(has_finds_equal_items),
        CASE_TEST(chunk_cuts_into_pieces),
        CASE_TEST(sortAlpha_and_toStrings_make_texts),
        CASE_TEST(until_and_seq_count),
        CASE_TEST(index_goes_into_lists_maps_and_texts),
        CASE_TEST(slice_cuts_a_list),
        CASE_TEST(len_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
