/* Sprig's regular expressions, held against Go's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void a_match_is_found_or_not(void **state)
{
    CASES(
        {"{{ regexMatch \"^a+$\" \"aaa\" }}", "true"}, {"{{ regexMatch \"^a+$\" \"aab\" }}", "false"},
        {"{{ regexMatch \"\" \"\" }}", "true"}, {"{{ regexMatch \"a\" \"\" }}", "false"},
        {"{{ regexMatch \"(?i)ABC\" \"xabcx\" }}", "true"}, {"{{ regexMatch \"a.c\" \"a\\nc\" }}", "false"},
        {"{{ regexMatch \"(?s)a.c\" \"a\\nc\" }}", "true"}, {"{{ regexMatch \"^b\" \"a\\nb\" }}", "false"},
        {"{{ regexMatch \"(?m)^b$\" \"a\\nb\\nc\" }}", "true"}, {"{{ regexMatch \"a$\" \"a\\n\" }}", "false"},
        {"{{ regexMatch \"\\\\Aa\\\\z\" \"a\" }}", "true"},
        {"{{ regexMatch \"\303\251\" \"caf\303\251\" }}", "true"},
        {"{{ regexMatch \"^.$\" \"\303\251\" }}", "true"},
        {"{{ regexMatch \"\\\\p{Greek}\" \"\316\261\" }}", "true"},
        {"{{ regexMatch \"\\\\pL\" \"1\" }}", "false"}, {"{{ regexMatch \"[[:alpha:]]+\" \"ab\" }}", "true"},
        {"{{ regexMatch \"[^[:digit:]]\" \"5\" }}", "false"},
        {"{{ regexMatch \"\\\\d{3}\" \"12\" }}", "false"},
        {"{{ regexMatch \"\\\\w\" \"\303\251\" }}", "false"},
        {"{{ regexMatch \"\\\\bfoo\\\\b\" \"a foo b\" }}", "true"},
        {"{{ regexMatch \"\\\\Qa.b\\\\E\" \"axb\" }}", "false"},
        {"{{ regexMatch \"a{2,3}?\" \"aa\" }}", "true"}, {"{{ regexMatch \"[a-z&&[^b]]\" \"b\" }}", "false"},
        {"{{ regexMatch \"\\\\x41\\\\x{42}\" \"AB\" }}", "true"},
        {"{{ regexMatch \"(?P<n>a)\" \"a\" }}", "true"}, {"{{ regexMatch \"(?<n>a)\" \"a\" }}", "true"},
        {"{{ regexMatch \"(?:a|b)c\" \"bc\" }}", "true"}, {"{{ regexMatch \"a**\" \"a\" }}", "false"},
        {"{{ regexMatch \"x{1001}\" \"x\" }}", "false"}, {"{{ regexMatch \"\\\\d\" \"\331\243\" }}", "false"},
        {"{{ regexMatch \"(?i)k\" \"K\" }}", "true"});
}

static void what_is_no_pattern_of_Go_does_not_match(void **state)
{
    CASES({"{{ regexMatch \"(\" \"a\" }}", "false"}, {"{{ regexMatch \"(?!a)\" \"b\" }}", "false"},
          {"{{ regexMatch \"(?=a)\" \"a\" }}", "false"}, {"{{ regexMatch \"(?<=a)b\" \"ab\" }}", "false"},
          {"{{ regexMatch \"(a)\\\\1\" \"aa\" }}", "false"}, {"{{ regexMatch \"(?>a)\" \"a\" }}", "false"},
          {"{{ regexMatch \"\\\\g1\" \"a\" }}", "false"}, {"{{ regexMatch \"\\\\k<n>\" \"a\" }}", "false"},
          {"{{ regexMatch \"[\" \"[\" }}", "false"}, {"{{ regexMatch \"]\" \"]\" }}", "true"},
          {"{{ regexMatch \"[]a]\" \"]\" }}", "true"}, {"{{ regexMatch \"{\" \"{\" }}", "true"},
          {"{{ regexMatch \"a{1\" \"a{1\" }}", "true"}, {"{{ regexMatch \"a{,2}\" \"a{,2}\" }}", "true"},
          {"{{ regexMatch \"a{2,1}\" \"a\" }}", "false"}, {"{{ regexMatch \"[z-a]\" \"a\" }}", "false"},
          {"{{ regexMatch \"\\\\\" \"a\" }}", "false"}, {"{{ regexMatch \"*\" \"a\" }}", "false"},
          {"{{ regexMatch \"+a\" \"a\" }}", "false"}, {"{{ regexMatch \"?\" \"a\" }}", "false"},
          {"{{ regexMatch \"a|*\" \"a\" }}", "false"}, {"{{ regexMatch \")\" \")\" }}", "false"},
          {"{{ regexMatch \"\\\\p{Nope}\" \"a\" }}", "false"},
          {"{{ regexMatch \"[[:nope:]]\" \"a\" }}", "false"}, {"{{ regexMatch \"\\\\8\" \"8\" }}", "false"},
          {"{{ regexMatch \"\\\\y\" \"y\" }}", "false"}, {"{{ regexMatch \"\\\\_\" \"_\" }}", "true"},
          {"{{ regexMatch \"\\\\-\" \"-\" }}", "true"}, {"{{ regexMatch \"\\\\C\" \"a\" }}", "false"},
          {"{{ regexMatch \"(?P=n)\" \"a\" }}", "false"}, {"{{ regexMatch \"(?#c)a\" \"a\" }}", "false"},
          {"{{ regexMatch \"(?U)a+\" \"aa\" }}", "true"}, {"{{ regexMatch \"(?-s).+\" \"a\" }}", "true"},
          {"{{ regexMatch \"\\\\u0041\" \"A\" }}", "false"}, {"{{ regexMatch \"\\\\0\" \"\\x00\" }}", "true"},
          {"{{ regexMatch \"\\\\07\" \"\\x07\" }}", "true"}, {"{{ regexMatch \"\\\\012\" \"\\n\" }}", "true"},
          {"{{ regexMatch \"\\\\a\\\\f\\\\v\" \"\\a\\f\\v\" }}", "true"},
          {"{{ regexMatch \"\\\\L\" \"L\" }}", "false"});
}

static void must_says_why_a_pattern_is_none(void **state)
{
    CASES({"{{ mustRegexMatch \"^a\" \"ab\" }}", "true"},
          {"{{ mustRegexMatch \"*\" \"a\" }}",
           "! 1:3 <mustRegexMatch \"*\" \"a\">: error calling mustRegexMatch: "
           "error parsing regexp: missing argument to repetition operator: `*`"},
          {"{{ mustRegexMatch \"\\\\8\" \"a\" }}",
           "! 1:3 <mustRegexMatch \"\\\\8\" \"a\">: error calling mustRegexMatch: "
           "error parsing regexp: invalid escape sequence: `\\8`"});
}

static void matches_are_taken_out(void **state)
{
    CASES({"{{ regexFind \"a+\" \"baaab\" }}", "aaa"}, {"{{ regexFind \"x\" \"abc\" | quote }}", "\"\""},
          {"{{ regexFind \"\" \"abc\" | quote }}", "\"\""}, {"{{ mustRegexFind \"b.\" \"abc\" }}", "bc"},
          {"{{ regexFind \"a|ab\" \"ab\" }}", "a"}, {"{{ regexFind \"(a+)(b*)\" \"xaabb\" }}", "aabb"},
          {"{{ regexFindAll \"a\" \"banana\" -1 | toJson }}", "[\"a\",\"a\",\"a\"]"},
          {"{{ regexFindAll \"a\" \"banana\" 2 | toJson }}", "[\"a\",\"a\"]"},
          {"{{ regexFindAll \"a*\" \"baac\" -1 | toJson }}", "[\"\",\"aa\",\"\"]"},
          {"{{ regexFindAll \"\" \"\303\2511\" -1 | toJson }}", "[\"\",\"\",\"\"]"},
          {"{{ mustRegexFindAll \"a.\" \"abac\" -1 | toJson }}", "[\"ab\",\"ac\"]"},
          {"{{ regexFindAll \"a\" \"banana\" -1 | typeOf }}", "[]string"},
          {"{{ regexFindAll \"[0-9]+\" \"a1b22\" -1 | join \",\" }}", "1,22"},
          {"{{ regexFindAll \"a\" \"a\" \"1\" }}", "! 1:24 <\"1\">: expected integer; found \"1\""},
          {"{{ regexFindAll \"a\" \"a\" }}",
           "! 1:3 <regexFindAll>: wrong number of args for regexFindAll: want 3 "
           "got 2"});
}

static void matches_are_replaced(void **state)
{
    CASES({"{{ regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"${1}W\" }}", "-W-xxW-"},
          {"{{ regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"$1W\" }}", "---"},
          {"{{ regexReplaceAll \"a(x*)b\" \"-ab-axxb-\" \"$1\" }}", "--xx-"},
          {"{{ regexReplaceAll \"a\" \"banana\" \"$$\" }}", "b$n$n$"},
          {"{{ regexReplaceAll \"a\" \"banana\" \"$\" }}", "b$n$n$"},
          {"{{ regexReplaceAll \"a\" \"banana\" \"${\" }}", "b${n${n${"},
          {"{{ regexReplaceAll \"a\" \"banana\" \"${}\" }}", "b${}n${}n${}"},
          {"{{ regexReplaceAll \"a\" \"banana\" \"$0$0\" }}", "baanaanaa"},
          {"{{ regexReplaceAll \"(?P<n>a)\" \"ba\" \"<$n>\" }}", "b<a>"},
          {"{{ regexReplaceAll \"(?P<n>a)\" \"ba\" \"<${n}x>\" }}", "b<ax>"},
          {"{{ regexReplaceAll \"a\" \"ba\" \"$9\" }}", "b"},
          {"{{ regexReplaceAll \"\" \"abc\" \"-\" }}", "-a-b-c-"},
          {"{{ regexReplaceAll \"x*\" \"baxxc\" \"-\" }}", "-b-a-c-"},
          {"{{ regexReplaceAll \"x*\" \"\303\251\" \"-\" }}", "-\303\251-"},
          {"{{ regexReplaceAll \"a\" \"\" \"b\" | quote }}", "\"\""},
          {"{{ regexReplaceAll \"^\" \"abc\" \"-\" }}", "-abc"},
          {"{{ regexReplaceAll \"$\" \"abc\" \"-\" }}", "abc-"},
          {"{{ regexReplaceAll \"(a)|b\" \"ab\" \"[$1]\" }}", "[a][]"},
          {"{{ mustRegexReplaceAll \"a\" \"ba\" \"x\" }}", "bx"},
          {"{{ regexReplaceAllLiteral \"a(x*)b\" \"-ab-axxb-\" \"${1}\" }}", "-${1}-${1}-"},
          {"{{ mustRegexReplaceAllLiteral \"a\" \"ba\" \"$0\" }}", "b$0"},
          {"{{ regexReplaceAll \"[^a-z0-9-]+\" \"Hello World!\" \"-\" }}", "-ello-orld-"},
          {"{{ regexReplaceAll \"\\\\W+\" \"a b\\tc\" \"_\" }}", "a_b_c"},
          {"{{ regexReplaceAll \"a\" \"ba\" \"${1\" }}", "b${1"});
}

static void texts_are_split_at_matches(void **state)
{
    CASES({"{{ regexSplit \",\" \"a,b,c\" -1 | toJson }}", "[\"a\",\"b\",\"c\"]"},
          {"{{ regexSplit \",\" \"a,b,c\" 2 | toJson }}", "[\"a\",\"b,c\"]"},
          {"{{ regexSplit \",\" \"a,b,c\" 1 | toJson }}", "[\"a,b,c\"]"},
          {"{{ regexSplit \",\" \"\" -1 | toJson }}", "[\"\"]"},
          {"{{ regexSplit \",\" \"abc\" -1 | toJson }}", "[\"abc\"]"},
          {"{{ regexSplit \",\" \",a,\" -1 | toJson }}", "[\"\",\"a\",\"\"]"},
          {"{{ regexSplit \"\" \"abc\" 2 | toJson }}", "[\"a\",\"bc\"]"},
          {"{{ regexSplit \"z+\" \"pizza\" -1 | toJson }}", "[\"pi\",\"a\"]"},
          {"{{ mustRegexSplit \"\\\\s+\" \"a  b c\" -1 | toJson }}", "[\"a\",\"b\",\"c\"]"},
          {"{{ regexSplit \",\" \"a,b\" -1 | typeOf }}", "[]string"});
}

static void metacharacters_are_quoted(void **state)
{
    CASES({"{{ regexQuoteMeta \"a.b*c\" }}", "a\\.b\\*c"},
          {"{{ regexQuoteMeta \"\\\\.+*?()|[]{}^$-/#\" }}", "\\\\\\.\\+\\*\\?\\(\\)\\|\\[\\]\\{\\}\\^\\$-/#"},
          {"{{ regexQuoteMeta \"\" }}", ""}, {"{{ regexQuoteMeta \"\303\251\" }}", "\303\251"},
          {"{{ regexQuoteMeta nil }}", "! 1:18 <nil>: cannot assign nil to string"},
          {"{{ regexQuoteMeta }}", "! 1:3 <regexQuoteMeta>: wrong number of args "
                                   "for regexQuoteMeta: want 1 got 0"});
}

static void arguments_are_texts(void **state)
{
    CASES({"{{ regexMatch 1 \"a\" }}", "! 1:14 <1>: expected string; found 1"},
          {"{{ regexMatch \"a\" 1 }}", "! 1:18 <1>: expected string; found 1"},
          {"{{ regexMatch \"a\" nil }}", "! 1:18 <nil>: cannot assign nil to string"},
          {"{{ regexMatch \"a\" .Values.nope }}",
           "! 1:25 <.Values.nope>: wrong type for value; expected string; got "
           "interface {}"},
          {"{{ regexMatch \"a\" .Values.a }}",
           "! 1:25 <.Values.a>: wrong type for value; expected string; got "
           "float64"},
          {"{{ regexMatch \"a\" }}", "! 1:3 <regexMatch>: wrong number of args for regexMatch: want 2 got 1"},
          {"{{ regexMatch }}", "! 1:3 <regexMatch>: wrong number of args for regexMatch: want 2 got 0"},
          {"{{ regexFind \"a\" 5 }}", "! 1:17 <5>: expected string; found 5"},
          {"{{ regexReplaceAll \"a\" \"b\" }}",
           "! 1:3 <regexReplaceAll>: wrong number of args for regexReplaceAll: "
           "want 3 got 2"},
          {"{{ regexReplaceAll \"a\" \"b\" 5 }}", "! 1:27 <5>: expected string; found 5"},
          {"{{ regexSplit \"a\" \"b\" }}",
           "! 1:3 <regexSplit>: wrong number of args for regexSplit: want 3 got 2"},
          {"{{ regexSplit \"a\" \"b\" nil }}", "! 1:22 <nil>: cannot assign nil to int"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(a_match_is_found_or_not),
        CASE_TEST(what_is_no_pattern_of_Go_does_not_match),
        CASE_TEST(must_says_why_a_pattern_is_none),
        CASE_TEST(matches_are_taken_out),
        CASE_TEST(matches_are_replaced),
        CASE_TEST(texts_are_split_at_matches),
        CASE_TEST(metacharacters_are_quoted),
        CASE_TEST(arguments_are_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
