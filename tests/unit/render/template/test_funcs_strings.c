/* Sprig's functions on strings, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void what_is_no_text_is_refused(void **state)
{
    CASES({"{{ trim 5 }}", "! 1:8 <5>: expected string; found 5"},
          {"{{ trim nil }}", "! 1:8 <nil>: cannot assign nil to string"},
          {"{{ trim .Values.nope }}", "! 1:15 <.Values.nope>: wrong type for "
                                      "value; expected string; got interface {}"},
          {"{{ trim .Values.a }}", "! 1:15 <.Values.a>: wrong type for value; "
                                   "expected string; got float64"},
          {"{{ trim  }}", "! 1:3 <trim>: wrong number of args for trim: want 1 got 0"},
          {"{{ upper 5 }}", "! 1:9 <5>: expected string; found 5"},
          {"{{ upper nil }}", "! 1:9 <nil>: cannot assign nil to string"},
          {"{{ upper .Values.nope }}", "! 1:16 <.Values.nope>: wrong type for "
                                       "value; expected string; got interface {}"},
          {"{{ upper .Values.a }}", "! 1:16 <.Values.a>: wrong type for value; "
                                    "expected string; got float64"},
          {"{{ upper  }}", "! 1:3 <upper>: wrong number of args for upper: want 1 got 0"},
          {"{{ lower 5 }}", "! 1:9 <5>: expected string; found 5"},
          {"{{ lower nil }}", "! 1:9 <nil>: cannot assign nil to string"},
          {"{{ lower .Values.nope }}", "! 1:16 <.Values.nope>: wrong type for "
                                       "value; expected string; got interface {}"},
          {"{{ lower .Values.a }}", "! 1:16 <.Values.a>: wrong type for value; "
                                    "expected string; got float64"},
          {"{{ lower  }}", "! 1:3 <lower>: wrong number of args for lower: want 1 got 0"},
          {"{{ title 5 }}", "! 1:9 <5>: expected string; found 5"},
          {"{{ title nil }}", "! 1:9 <nil>: cannot assign nil to string"},
          {"{{ title .Values.nope }}", "! 1:16 <.Values.nope>: wrong type for "
                                       "value; expected string; got interface {}"},
          {"{{ title .Values.a }}", "! 1:16 <.Values.a>: wrong type for value; "
                                    "expected string; got float64"},
          {"{{ title  }}", "! 1:3 <title>: wrong number of args for title: want 1 got 0"},
          {"{{ untitle 5 }}", "! 1:11 <5>: expected string; found 5"},
          {"{{ untitle nil }}", "! 1:11 <nil>: cannot assign nil to string"},
          {"{{ untitle .Values.nope }}", "! 1:18 <.Values.nope>: wrong type for value; expected string; got "
                                         "interface {}"},
          {"{{ untitle .Values.a }}", "! 1:18 <.Values.a>: wrong type for value; "
                                      "expected string; got float64"},
          {"{{ untitle  }}", "! 1:3 <untitle>: wrong number of args for untitle: want 1 got 0"},
          {"{{ initials 5 }}", "! 1:12 <5>: expected string; found 5"},
          {"{{ initials nil }}", "! 1:12 <nil>: cannot assign nil to string"},
          {"{{ initials .Values.nope }}", "! 1:19 <.Values.nope>: wrong type for value; expected string; got "
                                          "interface {}"},
          {"{{ initials .Values.a }}", "! 1:19 <.Values.a>: wrong type for value; "
                                       "expected string; got float64"},
          {"{{ initials  }}", "! 1:3 <initials>: wrong number of args for initials: want 1 got 0"});
}

static void every_argument_has_its_type(void **state)
{
    CASES({"{{ trimAll \"a\" }}", "! 1:3 <trimAll>: wrong number of args for trimAll: want 2 got 1"},
          {"{{ trimAll 1 \"a\" }}", "! 1:11 <1>: expected string; found 1"},
          {"{{ trimPrefix \"a\" nil }}", "! 1:18 <nil>: cannot assign nil to string"},
          {"{{ hasPrefix nil \"a\" }}", "! 1:13 <nil>: cannot assign nil to string"},
          {"{{ hasSuffix \"a\" 5 }}", "! 1:17 <5>: expected string; found 5"},
          {"{{ contains \"a\" }}", "! 1:3 <contains>: wrong number of args for contains: want 2 got 1"},
          {"{{ contains nil \"a\" }}", "! 1:12 <nil>: cannot assign nil to string"},
          {"{{ replace \"a\" \"b\" }}", "! 1:3 <replace>: wrong number of args for replace: want 3 got 2"},
          {"{{ replace \"a\" \"b\" 5 }}", "! 1:19 <5>: expected string; found 5"},
          {"{{ repeat \"a\" 2 }}", "! 1:10 <\"a\">: expected integer; found \"a\""},
          {"{{ repeat 2 5 }}", "! 1:12 <5>: expected string; found 5"},
          {"{{ repeat nil \"a\" }}", "! 1:10 <nil>: cannot assign nil to int"},
          {"{{ trunc \"a\" 1 }}", "! 1:9 <\"a\">: expected integer; found \"a\""},
          {"{{ trunc 1.5 \"a\" }}", "! 1:9 <1.5>: expected integer; found 1.5"},
          {"{{ trunc 1.0 \"abc\" }}", "a"},
          {"{{ trunc .Values.a \"abc\" }}",
           "! 1:16 <.Values.a>: wrong type for value; expected int; got float64"},
          {"{{ substr 0 1 }}", "! 1:3 <substr>: wrong number of args for substr: want 3 got 2"},
          {"{{ indent \"a\" \"b\" }}", "! 1:10 <\"a\">: expected integer; found \"a\""},
          {"{{ indent 2 nil }}", "! 1:12 <nil>: cannot assign nil to string"},
          {"{{ nindent 2 5 }}", "! 1:13 <5>: expected string; found 5"},
          {"{{ plural \"a\" \"b\" \"1\" }}", "! 1:18 <\"1\">: expected integer; found \"1\""},
          {"{{ plural \"a\" \"b\" nil }}", "! 1:18 <nil>: cannot assign nil to int"},
          {"{{ abbrev \"a\" \"b\" }}", "! 1:10 <\"a\">: expected integer; found \"a\""},
          {"{{ wrap nil \"a\" }}", "! 1:8 <nil>: cannot assign nil to int"},
          {"{{ wrapWith 1 \"a\" }}", "! 1:3 <wrapWith>: wrong number of args for wrapWith: want 3 got 2"},
          {"{{ splitList \"a\" nil }}", "! 1:17 <nil>: cannot assign nil to string"},
          {"{{ splitList 1 \"a\" }}", "! 1:13 <1>: expected string; found 1"},
          {"{{ split \"a\" 5 }}", "! 1:13 <5>: expected string; found 5"},
          {"{{ splitn \"a\" 1 }}", "! 1:3 <splitn>: wrong number of args for splitn: want 3 got 2"},
          {"{{ join 1 (list) }}", "! 1:8 <1>: expected string; found 1"},
          {"{{ join \",\" }}", "! 1:3 <join>: wrong number of args for join: want 2 got 1"},
          {"{{ .Values.nope | upper }}", "! 1:18 <upper>: invalid value; expected string"},
          {"{{ .Values.a | lower }}", "! 1:15 <lower>: wrong type for value; expected string; got float64"});
}

static void ends_are_trimmed(void **state)
{
    CASES({"{{ trim \" \\t\\n a b \\r\\v\\f\" }}", "a b"}, {"{{ trim \"\" }}", ""},
          {"{{ trim \"   \" }}", ""}, {"{{ trimAll \"$\" \"$5$\" }}", "5"},
          {"{{ trimAll \"ab\" \"abcba\" }}", "c"}, {"{{ trimAll \"\" \" a \" }}", " a "},
          {"{{ trimall \"x\" \"xax\" }}", "a"}, {"{{ trimAll \"\303\251\" \"\303\251a\303\251\" }}", "a"},
          {"{{ trimPrefix \"ab\" \"abab\" }}", "ab"}, {"{{ trimPrefix \"b\" \"ab\" }}", "ab"},
          {"{{ trimPrefix \"\" \"a\" }}", "a"}, {"{{ trimPrefix \"abc\" \"ab\" }}", "ab"},
          {"{{ trimSuffix \"b\" \"abb\" }}", "ab"}, {"{{ trimSuffix \"a\" \"ab\" }}", "ab"},
          {"{{ trimSuffix \"-\" \"a-\" }}", "a"}, {"{{ trimSuffix \"\" \"a\" }}", "a"},
          {"{{ trimSuffix \"abc\" \"bc\" }}", "bc"});
}

static void parts_are_looked_for(void **state)
{
    CASES({"{{ hasPrefix \"a\" \"abc\" }}", "true"}, {"{{ hasPrefix \"b\" \"abc\" }}", "false"},
          {"{{ hasPrefix \"\" \"abc\" }}", "true"}, {"{{ hasPrefix \"abcd\" \"abc\" }}", "false"},
          {"{{ hasSuffix \"c\" \"abc\" }}", "true"}, {"{{ hasSuffix \"b\" \"abc\" }}", "false"},
          {"{{ hasSuffix \"\" \"\" }}", "true"}, {"{{ contains \"b\" \"abc\" }}", "true"},
          {"{{ contains \"x\" \"abc\" }}", "false"}, {"{{ contains \"\" \"abc\" }}", "true"},
          {"{{ contains \"\" \"\" }}", "true"}, {"{{ contains \"abcd\" \"abc\" }}", "false"});
}

static void letters_change_their_case(void **state)
{
    CASES({"{{ upper \"a\303\251\303\237\357\254\2011\" }}", "A\303\211\303\237\357\254\2011"},
          {"{{ upper \"\" }}", ""}, {"{{ lower \"\" }}", ""},
          {"{{ upper \"\305\211\307\206\" }}", "\305\211\307\204"},
          {"{{ title \"hello world\" }}", "Hello World"}, {"{{ title \"hELLO wORLD\" }}", "HELLO WORLD"},
          {"{{ title \"1a b2c\" }}", "1a B2c"}, {"{{ title \"\" }}", ""},
          {"{{ title \"a\\tb\\nc\" }}", "A\tB\nC"}, {"{{ untitle \"Hello World\" }}", "hello world"},
          {"{{ untitle \"\" }}", ""}, {"{{ untitle \"HELLO-World A\" }}", "hELLO-World a"},
          {"{{ untitle \"A\\tB\" }}", "a\tb"}, {"{{ swapcase \"hello WORLD\" }}", "HELLO world"},
          {"{{ swapcase \"\" }}", ""}, {"{{ swapcase \"hello world\" }}", "HELLO WORLD"},
          {"{{ swapcase \"This Is\" }}", "tHIS iS"});
}

static void replace_replaces_all(void **state)
{
    CASES({"{{ replace \"a\" \"b\" \"banana\" }}", "bbnbnb"}, {"{{ replace \"a\" \"\" \"banana\" }}", "bnn"},
          {"{{ replace \"\" \"-\" \"a\303\251b\" }}", "-a-\303\251-b-"},
          {"{{ replace \"\" \"-\" \"\" }}", "-"}, {"{{ replace \"x\" \"y\" \"banana\" }}", "banana"},
          {"{{ replace \"an\" \"AN\" \"banana\" }}", "bANANa"},
          {"{{ replace \"aa\" \"b\" \"aaaaa\" }}", "bba"}, {"{{ replace \"a\" \"aa\" \"aa\" }}", "aaaa"},
          {"{{ replace \" \" \"-\" .Values.s }}", "text"}, {"{{ replace \"\" \"\" \"abc\" }}", "abc"});
}

static void repeat_indent_and_nindent_add(void **state)
{
    CASES({"{{ repeat 3 \"ab\" }}", "ababab"}, {"{{ repeat 0 \"ab\" }}", ""},
          {"{{ repeat -1 \"ab\" }}", "! 1:3 <repeat -1 \"ab\">: error calling "
                                     "repeat: strings: negative Repeat count"},
          {"{{ repeat 3 \"\" }}", ""}, {"{{ indent 2 \"a\\nb\" }}", "  a\n  b"},
          {"{{ indent 2 \"\" }}", "  "}, {"{{ indent 0 \"a\" }}", "a"},
          {"{{ indent -1 \"a\" }}", "! 1:3 <indent -1 \"a\">: error calling "
                                    "indent: strings: negative Repeat count"},
          {"{{ indent 2 \"a\\n\\nb\\n\" }}", "  a\n  \n  b\n  "}, {"{{ nindent 2 \"a\\nb\" }}", "\n  a\n  b"},
          {"{{ nindent 0 \"a\" }}", "\na"},
          {"{{ nindent -1 \"a\" }}", "! 1:3 <nindent -1 \"a\">: error calling "
                                     "nindent: strings: negative Repeat count"},
          {"{{ nindent 2 \"\" }}", "\n  "}, {"{{ indent 1 \"a\\r\\nb\" }}", " a\r\n b"});
}

static void trunc_and_substr_cut_octets(void **state)
{
    CASES(
        {"{{ trunc 3 \"abcdef\" }}", "abc"}, {"{{ trunc -3 \"abcdef\" }}", "def"},
        {"{{ trunc 0 \"abc\" }}", ""}, {"{{ trunc 10 \"abc\" }}", "abc"}, {"{{ trunc -10 \"abc\" }}", "abc"},
        {"{{ trunc 3 \"\303\251\303\251\" | quote }}", "\"\303\251\\xc3\""},
        {"{{ trunc -1 \"\303\251\" | quote }}", "\"\\xa9\""}, {"{{ trunc 3 \"\" }}", ""},
        {"{{ trunc -9223372036854775808 \"abc\" }}", "abc"}, {"{{ substr 0 2 \"abcdef\" }}", "ab"},
        {"{{ substr 2 4 \"abcdef\" }}", "cd"}, {"{{ substr 2 -1 \"abcdef\" }}", "cdef"},
        {"{{ substr -1 2 \"abcdef\" }}", "ab"}, {"{{ substr 0 10 \"abc\" }}", "abc"},
        {"{{ substr 4 10 \"abc\" }}", "! 1:3 <substr 4 10 \"abc\">: error calling substr: runtime error: "
                                      "slice bounds out of range [4:3]"},
        {"{{ substr 2 1 \"abc\" }}", "! 1:3 <substr 2 1 \"abc\">: error calling substr: runtime error: "
                                     "slice bounds out of range [2:1]"},
        {"{{ substr 0 0 \"abc\" }}", ""}, {"{{ substr 3 3 \"abc\" }}", ""}, {"{{ substr -5 0 \"abc\" }}", ""},
        {"{{ substr 4 -1 \"abc\" }}", "! 1:3 <substr 4 -1 \"abc\">: error calling substr: runtime error: "
                                      "slice bounds out of range [4:3]"},
        {"{{ substr 0 1 \"\" }}", ""}, {"{{ substr 0 1 \"\303\251\" | quote }}", "\"\\xc3\""});
}

static void quotes_are_put_around(void **state)
{
    CASES({"{{ quote \"a\" }}", "\"a\""}, {"{{ quote \"a\\\"b\\\\\" }}", "\"a\\\"b\\\\\""},
          {"{{ quote \"a\" nil \"b\" }}", "\"a\" \"b\""}, {"{{ quote }}", ""}, {"{{ quote nil }}", ""},
          {"{{ quote nil nil }}", ""}, {"{{ quote \"\" }}", "\"\""}, {"{{ quote \"\" \"\" }}", "\"\" \"\""},
          {"{{ quote 1 true 1.5 }}", "\"1\" \"true\" \"1.5\""}, {"{{ quote (list \"a\") }}", "\"[a]\""},
          {"{{ quote .Values.nope }}", ""}, {"{{ quote .Values.big }}", "\"1e+06\""},
          {"{{ squote \"a\" }}", "'a'"}, {"{{ squote \"it's\" }}", "'it's'"}, {"{{ squote nil }}", ""},
          {"{{ squote }}", ""}, {"{{ squote \"a\" 1 nil \"b\" }}", "'a' '1' 'b'"},
          {"{{ squote \"\" }}", "''"}, {"{{ squote \"\" \"\" }}", "'' ''"},
          {"{{ squote (dict \"a\" 1) }}", "'map[a:1]'"});
}

static void plural_and_abbrev_choose_and_cut(void **state)
{
    CASES({"{{ plural \"one\" \"many\" 1 }}", "one"}, {"{{ plural \"one\" \"many\" 0 }}", "many"},
          {"{{ plural \"one\" \"many\" 2 }}", "many"}, {"{{ plural \"one\" \"many\" -1 }}", "many"},
          {"{{ plural \"one\" \"many\" (len \"a\") }}", "one"}, {"{{ abbrev 5 \"hello world\" }}", "he..."},
          {"{{ abbrev 3 \"hello\" }}", "hello"}, {"{{ abbrev 4 \"hello\" }}", "h..."},
          {"{{ abbrev 5 \"hello\" }}", "hello"}, {"{{ abbrev 10 \"hello\" }}", "hello"},
          {"{{ abbrev 0 \"hello\" }}", "hello"}, {"{{ abbrev -1 \"hello\" }}", "hello"},
          {"{{ abbrev 6 \"\303\251\303\251\303\251\303\251\303\251\303\251\" | "
           "quote }}",
           "\"\303\251\\xc3...\""},
          {"{{ abbrev 5 \"\" }}", ""}, {"{{ abbrev 4 \"abcd\" }}", "abcd"},
          {"{{ abbrev 4 \"abcde\" }}", "a..."});
}

static void wrap_breaks_lines_at_blanks(void **state)
{
    CASES({"{{ wrap 5 \"Hello World\" }}", "Hello\nWorld"}, {"{{ wrap 80 \"short\" }}", "short"},
          {"{{ wrap 3 \"abcdef gh\" }}", "abcdef\ngh"}, {"{{ wrap 5 \"a b c d e f\" }}", "a b c\nd e f"},
          {"{{ wrap 0 \"ab cd\" }}", "ab\ncd"}, {"{{ wrap -1 \"ab cd\" }}", "ab\ncd"},
          {"{{ wrap 5 \"\" }}", ""}, {"{{ wrap 5 \"a\\nb c d e\" }}", "a\nb c\nd e"},
          {"{{ wrap 4 \"abcd efgh\" }}", "abcd\nefgh"}, {"{{ wrap 4 \"abcd  efgh\" }}", "abcd\nefgh"},
          {"{{ wrap 3 \"\303\251\303\251 \303\251\303\251\" }}", "\303\251\303\251\n\303\251\303\251"},
          {"{{ wrapWith 5 \"\\t\" \"Hello World\" }}", "Hello\tWorld"},
          {"{{ wrapWith 5 \"|\" \"a b c d e f\" }}", "a b c|d e f"});
}

static void texts_are_split_and_joined(void **state)
{
    CASES({"{{ splitList \",\" \"a,b,c\" | toJson }}", "[\"a\",\"b\",\"c\"]"},
          {"{{ splitList \",\" \"\" | toJson }}", "[\"\"]"},
          {"{{ splitList \"\" \"a\303\251b\" | toJson }}", "[\"a\",\"\303\251\",\"b\"]"},
          {"{{ splitList \"\" \"\" | toJson }}", "[]"},
          {"{{ splitList \",\" \"abc\" | toJson }}", "[\"abc\"]"},
          {"{{ splitList \",,\" \"a,,b,c\" | toJson }}", "[\"a\",\"b,c\"]"},
          {"{{ splitList \",\" \",a,\" | toJson }}", "[\"\",\"a\",\"\"]"},
          {"{{ split \",\" \"a,b\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"b\"}"},
          {"{{ split \",\" \"\" | toJson }}", "{\"_0\":\"\"}"},
          {"{{ split \"\" \"ab\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"b\"}"},
          {"{{ (split \",\" \"a,b\")._1 }}", "b"}, {"{{ (split \",\" \"a,b\")._5 }}", ""},
          {"{{ split \",\" \"a\" | typeOf }}", "map[string]string"},
          {"{{ splitn \",\" 2 \"a,b,c\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"b,c\"}"},
          {"{{ splitn \",\" 0 \"a,b\" | toJson }}", "{}"},
          {"{{ splitn \",\" -1 \"a,b,c\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"b\",\"_2\":\"c\"}"},
          {"{{ splitn \",\" 1 \"a,b\" | toJson }}", "{\"_0\":\"a,b\"}"},
          {"{{ splitn \",\" 9 \"a,b\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"b\"}"},
          {"{{ splitn \"\" 2 \"abc\" | toJson }}", "{\"_0\":\"a\",\"_1\":\"bc\"}"},
          {"{{ splitn \"\" 0 \"abc\" | toJson }}", "{}"},
          {"{{ splitn \"\" 3 \"\303\251\" | toJson }}", "{\"_0\":\"\303\251\"}"},
          {"{{ join \",\" (list 1 \"a\" true) }}", "1,a,true"}, {"{{ join \"\" (list \"a\" \"b\") }}", "ab"},
          {"{{ join \",\" (list) }}", ""}, {"{{ join \",\" (list 1 nil 2) }}", "1,2"},
          {"{{ join \",\" \"abc\" }}", "abc"}, {"{{ join \",\" 5 }}", "5"}, {"{{ join \",\" nil }}", ""},
          {"{{ join \",\" .Values.nope }}", ""}, {"{{ join \",\" (dict \"a\" 1) }}", "map[a:1]"},
          {"{{ join \",\" (splitList \"-\" \"a-b\") }}", "a,b"}, {"{{ join \",\" .Values.l }}", "x,1"},
          {"{{ join \",\" (list (list 1 2) \"x\") }}", "[1 2],x"}, {"{{ join \",\" (list \"\" \"\") }}", ","},
          {"{{ join \",\" true }}", "true"});
}

static void abbrevboth_keeps_what_is_behind_the_left_edge(void **state)
{
    CASES({"{{ abbrevboth -2 6 \"0123456789\" }}", "012..."},
          {"{{ abbrevboth -2 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth -1 4 \"0123456789\" }}", "0..."},
          {"{{ abbrevboth -1 8 \"0123456789\" }}", "01234..."},
          {"{{ abbrevboth -1 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 0 6 \"0123456789\" }}", "012..."},
          {"{{ abbrevboth 0 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 1 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 1 8 \"0123456789\" }}", "01234..."},
          {"{{ abbrevboth 1 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 2 6 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 2 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 3 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 3 8 \"0123456789\" }}", "01234..."},
          {"{{ abbrevboth 3 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 4 6 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 4 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 5 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 5 8 \"0123456789\" }}", "...56789"},
          {"{{ abbrevboth 5 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 6 6 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 6 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 7 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 7 8 \"0123456789\" }}", "...56789"},
          {"{{ abbrevboth 7 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 8 6 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 8 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 9 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 9 8 \"0123456789\" }}", "...56789"},
          {"{{ abbrevboth 9 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 10 6 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 10 10 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 11 4 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 11 8 \"0123456789\" }}", "...56789"},
          {"{{ abbrevboth 11 20 \"0123456789\" }}", "0123456789"},
          {"{{ abbrevboth 5 10 \"1234 5678 9123\" }}", "...5678..."},
          {"{{ abbrevboth 1 2 }}", "! 1:3 <abbrevboth>: wrong number of args for abbrevboth: want 3 got 2"},
          {"{{ abbrevboth 5 8 \"\" }}", ""}, {"{{ abbrevboth 99 8 \"0123456789abcdef\" }}", "...bcdef"},
          {"{{ abbrevboth \"a\" 8 \"x\" }}", "! 1:14 <\"a\">: expected integer; found \"a\""},
          {"{{ abbrevboth 6 9 "
           "\"\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303\251\303"
           "\251\" | quote }}",
           "\"...\303\251\\xc3...\""});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(what_is_no_text_is_refused),
        CASE_TEST(every_argument_has_its_type),
        CASE_TEST(ends_are_trimmed),
        CASE_TEST(parts_are_looked_for),
        CASE_TEST(letters_change_their_case),
        CASE_TEST(replace_replaces_all),
        CASE_TEST(repeat_indent_and_nindent_add),
        CASE_TEST(trunc_and_substr_cut_octets),
        CASE_TEST(quotes_are_put_around),
        CASE_TEST(plural_and_abbrev_choose_and_cut),
        CASE_TEST(wrap_breaks_lines_at_blanks),
        CASE_TEST(texts_are_split_and_joined),
        CASE_TEST(abbrevboth_keeps_what_is_behind_the_left_edge),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
