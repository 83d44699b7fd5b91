/* Sprig's functions on words, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void what_is_no_word_is_refused(void **state)
{
    CASES(
        {"{{ swapcase 5 }}", "! 1:12 <5>: expected string; found 5"},
        {"{{ swapcase nil }}", "! 1:12 <nil>: cannot assign nil to string"},
        {"{{ swapcase .Values.nope }}", "! 1:19 <.Values.nope>: wrong type for value; expected string; got "
                                        "interface {}"},
        {"{{ swapcase .Values.a }}", "! 1:19 <.Values.a>: wrong type for "
                                     "value; expected string; got float64"},
        {"{{ swapcase  }}", "! 1:3 <swapcase>: wrong number of args for swapcase: want 1 got 0"},
        {"{{ snakecase 5 }}", "! 1:13 <5>: expected string; found 5"},
        {"{{ snakecase nil }}", "! 1:13 <nil>: cannot assign nil to string"},
        {"{{ snakecase .Values.nope }}", "! 1:20 <.Values.nope>: wrong type for value; expected string; got "
                                         "interface {}"},
        {"{{ snakecase .Values.a }}", "! 1:20 <.Values.a>: wrong type for "
                                      "value; expected string; got float64"},
        {"{{ snakecase  }}", "! 1:3 <snakecase>: wrong number of args for snakecase: want 1 got 0"},
        {"{{ kebabcase 5 }}", "! 1:13 <5>: expected string; found 5"},
        {"{{ kebabcase nil }}", "! 1:13 <nil>: cannot assign nil to string"},
        {"{{ kebabcase .Values.nope }}", "! 1:20 <.Values.nope>: wrong type for value; expected string; got "
                                         "interface {}"},
        {"{{ kebabcase .Values.a }}", "! 1:20 <.Values.a>: wrong type for "
                                      "value; expected string; got float64"},
        {"{{ kebabcase  }}", "! 1:3 <kebabcase>: wrong number of args for kebabcase: want 1 got 0"},
        {"{{ camelcase 5 }}", "! 1:13 <5>: expected string; found 5"},
        {"{{ camelcase nil }}", "! 1:13 <nil>: cannot assign nil to string"},
        {"{{ camelcase .Values.nope }}", "! 1:20 <.Values.nope>: wrong type for value; expected string; got "
                                         "interface {}"},
        {"{{ camelcase .Values.a }}", "! 1:20 <.Values.a>: wrong type for "
                                      "value; expected string; got float64"},
        {"{{ camelcase  }}", "! 1:3 <camelcase>: wrong number of args for camelcase: want 1 got 0"},
        {"{{ nospace 5 }}", "! 1:11 <5>: expected string; found 5"},
        {"{{ nospace nil }}", "! 1:11 <nil>: cannot assign nil to string"},
        {"{{ nospace .Values.nope }}", "! 1:18 <.Values.nope>: wrong type for value; expected string; got "
                                       "interface {}"},
        {"{{ nospace .Values.a }}", "! 1:18 <.Values.a>: wrong type for value; "
                                    "expected string; got float64"},
        {"{{ nospace  }}", "! 1:3 <nospace>: wrong number of args for nospace: want 1 got 0"});
}

static void words_are_joined_in_a_style(void **state)
{
    CASES(
        {"{{ snakecase \"\" }}", ""}, {"{{ snakecase \"HelloWorld\" }}", "hello_world"},
        {"{{ snakecase \"helloWorld\" }}", "hello_world"}, {"{{ snakecase \"hello_world\" }}", "hello_world"},
        {"{{ snakecase \"hello world\" }}", "hello_world"},
        {"{{ snakecase \"hello-world\" }}", "hello_world"}, {"{{ snakecase \"HTTPServer\" }}", "http_server"},
        {"{{ snakecase \"http_server\" }}", "http_server"}, {"{{ snakecase \"FirstName\" }}", "first_name"},
        {"{{ snakecase \"NoHTTPS\" }}", "no_https"}, {"{{ snakecase \"GO_PATH\" }}", "go_path"},
        {"{{ snakecase \"GO PATH\" }}", "go_path"}, {"{{ snakecase \"GO-PATH\" }}", "go_path"},
        {"{{ snakecase \"has_digit2\" }}", "has_digit2"}, {"{{ snakecase \"A\" }}", "a"},
        {"{{ snakecase \"AB\" }}", "ab"}, {"{{ snakecase \"ABc\" }}", "a_bc"},
        {"{{ snakecase \"aB\" }}", "a_b"}, {"{{ snakecase \"a\" }}", "a"}, {"{{ snakecase \"_a\" }}", "_a"},
        {"{{ snakecase \"a_\" }}", "a_"}, {"{{ snakecase \"_\" }}", "_"},
        {"{{ snakecase \"a__b\" }}", "a__b"}, {"{{ snakecase \"__init__\" }}", "__init__"},
        {"{{ snakecase \"1a\" }}", "1a"}, {"{{ snakecase \"a1B\" }}", "a1_b"},
        {"{{ snakecase \"A1\" }}", "a1"}, {"{{ snakecase \"Ab1Cd\" }}", "ab1_cd"},
        {"{{ snakecase \"\303\251A\" }}", "\303\251_a"}, {"{{ snakecase \"no--dash\" }}", "no__dash"},
        {"{{ snakecase \"x y\" }}", "x_y"}, {"{{ snakecase \"ID\" }}", "id"},
        {"{{ snakecase \"userID\" }}", "user_id"},
        {"{{ snakecase \"\303\251\303\240B\" }}", "\303\251\303\240_b"},
        {"{{ snakecase \"a b  c\" }}", "a_b__c"}, {"{{ snakecase \"UTF8String\" }}", "utf8_string"},
        {"{{ kebabcase \"\" }}", ""}, {"{{ kebabcase \"HelloWorld\" }}", "hello-world"},
        {"{{ kebabcase \"helloWorld\" }}", "hello-world"}, {"{{ kebabcase \"hello_world\" }}", "hello-world"},
        {"{{ kebabcase \"hello world\" }}", "hello-world"},
        {"{{ kebabcase \"hello-world\" }}", "hello-world"}, {"{{ kebabcase \"HTTPServer\" }}", "http-server"},
        {"{{ kebabcase \"http_server\" }}", "http-server"}, {"{{ kebabcase \"FirstName\" }}", "first-name"},
        {"{{ kebabcase \"NoHTTPS\" }}", "no-https"}, {"{{ kebabcase \"GO_PATH\" }}", "go-path"},
        {"{{ kebabcase \"GO PATH\" }}", "go-path"}, {"{{ kebabcase \"GO-PATH\" }}", "go-path"},
        {"{{ kebabcase \"has_digit2\" }}", "has-digit2"}, {"{{ kebabcase \"A\" }}", "a"},
        {"{{ kebabcase \"AB\" }}", "ab"}, {"{{ kebabcase \"ABc\" }}", "a-bc"},
        {"{{ kebabcase \"aB\" }}", "a-b"}, {"{{ kebabcase \"a\" }}", "a"}, {"{{ kebabcase \"_a\" }}", "-a"},
        {"{{ kebabcase \"a_\" }}", "a-"}, {"{{ kebabcase \"_\" }}", "-"},
        {"{{ kebabcase \"a__b\" }}", "a--b"}, {"{{ kebabcase \"__init__\" }}", "--init--"},
        {"{{ kebabcase \"1a\" }}", "1a"}, {"{{ kebabcase \"a1B\" }}", "a1-b"},
        {"{{ kebabcase \"A1\" }}", "a1"}, {"{{ kebabcase \"Ab1Cd\" }}", "ab1-cd"},
        {"{{ kebabcase \"\303\251A\" }}", "\303\251-a"}, {"{{ kebabcase \"no--dash\" }}", "no--dash"},
        {"{{ kebabcase \"x y\" }}", "x-y"}, {"{{ kebabcase \"ID\" }}", "id"},
        {"{{ kebabcase \"userID\" }}", "user-id"},
        {"{{ kebabcase \"\303\251\303\240B\" }}", "\303\251\303\240-b"},
        {"{{ kebabcase \"a b  c\" }}", "a-b--c"}, {"{{ kebabcase \"UTF8String\" }}", "utf8-string"},
        {"{{ camelcase \"\" }}", ""}, {"{{ camelcase \"HelloWorld\" }}", "HelloWorld"},
        {"{{ camelcase \"helloWorld\" }}", "HelloWorld"}, {"{{ camelcase \"hello_world\" }}", "HelloWorld"},
        {"{{ camelcase \"hello world\" }}", "HelloWorld"}, {"{{ camelcase \"hello-world\" }}", "HelloWorld"},
        {"{{ camelcase \"http_server\" }}", "HttpServer"}, {"{{ camelcase \"FirstName\" }}", "FirstName"},
        {"{{ camelcase \"NoHTTPS\" }}", "NoHTTPS"}, {"{{ camelcase \"has_digit2\" }}", "HasDigit2"},
        {"{{ camelcase \"A\" }}", "A"}, {"{{ camelcase \"aB\" }}", "AB"}, {"{{ camelcase \"a\" }}", "A"},
        {"{{ camelcase \"1a\" }}", "1a"}, {"{{ camelcase \"a1B\" }}", "A1B"},
        {"{{ camelcase \"A1\" }}", "A1"}, {"{{ camelcase \"Ab1Cd\" }}", "Ab1Cd"},
        {"{{ camelcase \"\303\211\" }}", "\303\211"}, {"{{ camelcase \"x y\" }}", "XY"},
        {"{{ camelcase \"userID\" }}", "UserID"});
}

static void initials_and_blanks(void **state)
{
    CASES({"{{ initials \"First Try\" }}", "FT"}, {"{{ initials \"a  b\\tc\\nd\" }}", "abcd"},
          {"{{ initials \"\" }}", ""}, {"{{ initials \" x\" }}", "x"}, {"{{ initials \"a-b\" }}", "a"},
          {"{{ nospace \" a\\tb \" }}", "ab"}, {"{{ nospace \"\" }}", ""},
          {"{{ nospace \"\\v\\f\\r\" }}", ""}, {"{{ cat }}", ""}, {"{{ cat \"a\" \"b\" }}", "a b"},
          {"{{ cat \"a\" nil 1 }}", "a 1"}, {"{{ cat nil }}", ""},
          {"{{ cat 1 true 1.5 (list 1) }}", "1 true 1.5 [1]"}, {"{{ cat \"\"  \"a\" \"\" }}", " a "},
          {"{{ cat \"\" \"\" }}", " "}, {"{{ cat \"%s\" \"a\" }}", "%s a"});
}

static void beyond_ascii_and_plain_words_they_are_as_odd_as_in_helm(void **state)
{
    CASES(
        {"{{ camelcase \"_\" }}", "__"}, {"{{ camelcase \"__\" }}", "___"},
        {"{{ camelcase \"___\" }}", "____"}, {"{{ camelcase \"-\" }}", "--"},
        {"{{ camelcase \"_-\" }}", "_--"}, {"{{ camelcase \" \" }}", "  "}, {"{{ camelcase \"_a\" }}", "_A"},
        {"{{ camelcase \"a_\" }}", "A_"}, {"{{ camelcase \"a__\" }}", "A__"},
        {"{{ title \"\341\203\220 \341\203\277 \341\203\220\" }}", "\341\203\220 \341\203\277 \341\203\220"},
        {"{{ title \"\307\211x \307\214x \307\263x \341\276\200x \341\276\263x\" }}",
         "\307\210x \307\213x \307\262x \341\276\210x \341\276\274x"},
        {"{{ title \"\303\274ber \303\244lter\" }}", "\303\234ber \303\204lter"},
        {"{{ title \"\307\206abc \307\206\" }}", "\307\205abc \307\205"},
        {"{{ title \"o'neil mc-donald\" }}", "O'Neil Mc-Donald"},
        {"{{ title \"a_b c.d e:f\" }}", "A_b C.D E:F"}, {"{{ title \"123abc\" }}", "123abc"},
        {"{{ title \"\303\237tra\303\237e\" }}", "\303\237tra\303\237e"},
        {"{{ untitle \"\303\234BER \303\204lter\" }}", "\303\274BER \303\244lter"},
        {"{{ untitle \"\307\204abc\" }}", "\307\206abc"}, {"{{ untitle \"O'Neil-Smith\" }}", "o'Neil-Smith"},
        {"{{ untitle \"  A  B\" }}", "  a  b"},
        {"{{ swapcase \"\303\234ber \303\204LTER \303\237 \307\205\" }}",
         "\303\274BER \303\244lter \303\237 \307\206"},
        {"{{ swapcase \"\304\260\304\261\" }}", "iI"}, {"{{ swapcase \"\305\277K\" }}", "Sk"},
        {"{{ initials \"\303\274ber \303\244lter\" }}", "\303\203\303\203"},
        {"{{ initials \"  a  bc  \" }}", "ab"}, {"{{ initials \"First Try\" }}", "FT"},
        {"{{ initials \"a-b c_d\" }}", "ac"}, {"{{ initials \"\" }}", ""},
        {"{{ initials \"\346\227\245\346\234\254 \350\252\236\" }}", "\303\246\303\250"},
        {"{{ nospace \"a b\\tc\\nd\" }}", "abcd"}, {"{{ nospace \" \" }}", ""},
        {"{{ nospace \"abc\" }}", "abc"}, {"{{ snakecase \"HTTPServerID42x\" }}", "http_server_id_42x"},
        {"{{ snakecase \"a.b:c\" }}", "a.b:c"}, {"{{ snakecase \"foo.Bar\" }}", "foo.bar"},
        {"{{ snakecase \"Foo__Bar--Baz\" }}", "foo__bar__baz"},
        {"{{ snakecase \"\303\200\303\251\303\216\" }}", "\303\240\303\251_\303\256"},
        {"{{ snakecase \"\346\227\245\346\234\254Go\350\252\236\" }}",
         "\346\227\245\346\234\254_go_\350\252\236"},
        {"{{ snakecase \"v2Beta1API\" }}", "v2_beta1_api"},
        {"{{ snakecase \"1HTTP2Server3\" }}", "1_http2_server3"},
        {"{{ snakecase \"a1b2C3D4\" }}", "a_1b2_c3_d4"}, {"{{ snakecase \"-a-\" }}", "_a_"},
        {"{{ snakecase \"A-B_C D\" }}", "a_b_c_d"}, {"{{ snakecase \"a#B$c%D\" }}", "a#b_$_c%d"},
        {"{{ snakecase \"HTTP2\" }}", "http2"}, {"{{ snakecase \"x86_64Arch\" }}", "x86_64_arch"},
        {"{{ kebabcase \"HTTPServerID42x\" }}", "http-server-id-42x"},
        {"{{ kebabcase \"first_name\" }}", "first-name"},
        {"{{ kebabcase \"Foo__Bar--Baz\" }}", "foo--bar--baz"}, {"{{ kebabcase \"a.B:c\" }}", "a.b:c"},
        {"{{ kebabcase \"v2Beta1API\" }}", "v2-beta1-api"}, {"{{ kebabcase \"\" }}", ""},
        {"{{ kebabcase \"\303\200\303\251\303\216\" }}", "\303\240\303\251-\303\256"},
        {"{{ camelcase \"http_server_id\" }}", "HttpServerId"}, {"{{ camelcase \"__init__\" }}", "__Init__"},
        {"{{ camelcase \"a-b.c:d e\" }}", "AB.c:dE"}, {"{{ camelcase \"ABC_DEF\" }}", "AbcDef"},
        {"{{ camelcase \"ABC def\" }}", "AbcDef"},
        {"{{ camelcase \"\303\274ber_\303\244lter\" }}", "\303\234ber\303\204lter"},
        {"{{ camelcase \"_\" }}", "__"}, {"{{ camelcase \"a1_b2\" }}", "A1B2"},
        {"{{ camelcase \"FOO_BAR_baz\" }}", "FooBarBaz"},
        {"{{ camelcase \"\346\227\245\346\234\254_go\" }}", "\346\227\245\346\234\254Go"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(what_is_no_word_is_refused),
        CASE_TEST(words_are_joined_in_a_style),
        CASE_TEST(initials_and_blanks),
        CASE_TEST(beyond_ascii_and_plain_words_they_are_as_odd_as_in_helm),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
