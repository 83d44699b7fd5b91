/* print, printf, println, and the escapers of text/template, held against Go's.
 */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void print_puts_blanks_between_what_are_no_texts(void **state)
{
    CASES({"{{ print }}", ""}, {"{{ print 1 2 \"a\" \"b\" 3 }}", "1 2ab3"}, {"{{ print \"a\" \"b\" }}", "ab"},
          {"{{ print 1 nil 2 }}", "1 <nil> 2"}, {"{{ print nil }}", "<nil>"},
          {"{{ print .Values.nope }}", "<nil>"},
          {"{{ print 1.5 true (list 1 nil) (dict \"a\" \"b\") }}", "1.5 true [1 <nil>] map[a:b]"},
          {"{{ print \"\" \"\" }}", ""}, {"{{ print .Values.big .Values.a }}", "1e+06 5"},
          {"{{ println }}", "\n"}, {"{{ println 1 2 \"a\" \"b\" }}", "1 2 a b\n"},
          {"{{ println nil }}", "<nil>\n"}, {"{{ println \"a\" }}", "a\n"},
          {"{{ println (list 1 \"a\") }}", "[1 a]\n"}, {"{{ print (printf \"%s\" \"x\") }}", "x"},
          {"{{ \"x\" | print 1 }}", "1x"}, {"{{ print (.Files.GetBytes \"a.txt\") }}", "[65]"});
}

static void verbs_show_values(void **state)
{
    CASES(
        {"{{ printf \"%v|\" 5 }}", "5|"}, {"{{ printf \"%v|\" -5 }}", "-5|"},
        {"{{ printf \"%v|\" 1.5 }}", "1.5|"}, {"{{ printf \"%v|\" \"ab\" }}", "ab|"},
        {"{{ printf \"%v|\" true }}", "true|"}, {"{{ printf \"%v|\" nil }}", "<nil>|"},
        {"{{ printf \"%v|\" (list 1 \"a\") }}", "[1 a]|"},
        {"{{ printf \"%v|\" (dict \"k\" 1) }}", "map[k:1]|"}, {"{{ printf \"%v|\" .Values.a }}", "5|"},
        {"{{ printf \"%d|\" 5 }}", "5|"}, {"{{ printf \"%d|\" -5 }}", "-5|"},
        {"{{ printf \"%d|\" 1.5 }}", "%!d(float64=1.5)|"}, {"{{ printf \"%d|\" \"ab\" }}", "%!d(string=ab)|"},
        {"{{ printf \"%d|\" true }}", "%!d(bool=true)|"}, {"{{ printf \"%d|\" nil }}", "%!d(<nil>)|"},
        {"{{ printf \"%d|\" (list 1 \"a\") }}", "[1 %!d(string=a)]|"},
        {"{{ printf \"%d|\" (dict \"k\" 1) }}", "map[%!d(string=k):1]|"},
        {"{{ printf \"%d|\" .Values.a }}", "%!d(float64=5)|"}, {"{{ printf \"%s|\" 5 }}", "%!s(int=5)|"},
        {"{{ printf \"%s|\" -5 }}", "%!s(int=-5)|"}, {"{{ printf \"%s|\" 1.5 }}", "%!s(float64=1.5)|"},
        {"{{ printf \"%s|\" \"ab\" }}", "ab|"}, {"{{ printf \"%s|\" true }}", "%!s(bool=true)|"},
        {"{{ printf \"%s|\" nil }}", "%!s(<nil>)|"},
        {"{{ printf \"%s|\" (list 1 \"a\") }}", "[%!s(int=1) a]|"},
        {"{{ printf \"%s|\" (dict \"k\" 1) }}", "map[k:%!s(int=1)]|"},
        {"{{ printf \"%s|\" .Values.a }}", "%!s(float64=5)|"}, {"{{ printf \"%q|\" 5 }}", "'\\x05'|"},
        {"{{ printf \"%q|\" -5 }}", "'\357\277\275'|"}, {"{{ printf \"%q|\" 1.5 }}", "%!q(float64=1.5)|"},
        {"{{ printf \"%q|\" \"ab\" }}", "\"ab\"|"}, {"{{ printf \"%q|\" true }}", "%!q(bool=true)|"},
        {"{{ printf \"%q|\" nil }}", "%!q(<nil>)|"},
        {"{{ printf \"%q|\" (list 1 \"a\") }}", "['\\x01' \"a\"]|"},
        {"{{ printf \"%q|\" (dict \"k\" 1) }}", "map[\"k\":'\\x01']|"},
        {"{{ printf \"%q|\" .Values.a }}", "%!q(float64=5)|"}, {"{{ printf \"%t|\" 5 }}", "%!t(int=5)|"},
        {"{{ printf \"%t|\" -5 }}", "%!t(int=-5)|"}, {"{{ printf \"%t|\" 1.5 }}", "%!t(float64=1.5)|"},
        {"{{ printf \"%t|\" \"ab\" }}", "%!t(string=ab)|"}, {"{{ printf \"%t|\" true }}", "true|"},
        {"{{ printf \"%t|\" nil }}", "%!t(<nil>)|"},
        {"{{ printf \"%t|\" (list 1 \"a\") }}", "[%!t(int=1) %!t(string=a)]|"},
        {"{{ printf \"%t|\" (dict \"k\" 1) }}", "map[%!t(string=k):%!t(int=1)]|"},
        {"{{ printf \"%t|\" .Values.a }}", "%!t(float64=5)|"}, {"{{ printf \"%x|\" 5 }}", "5|"},
        {"{{ printf \"%x|\" -5 }}", "-5|"}, {"{{ printf \"%x|\" \"ab\" }}", "6162|"},
        {"{{ printf \"%x|\" true }}", "%!x(bool=true)|"}, {"{{ printf \"%x|\" nil }}", "%!x(<nil>)|"},
        {"{{ printf \"%x|\" (list 1 \"a\") }}", "[1 61]|"},
        {"{{ printf \"%x|\" (dict \"k\" 1) }}", "map[6b:1]|"}, {"{{ printf \"%f|\" 5 }}", "%!f(int=5)|"},
        {"{{ printf \"%f|\" -5 }}", "%!f(int=-5)|"}, {"{{ printf \"%f|\" 1.5 }}", "1.500000|"},
        {"{{ printf \"%f|\" \"ab\" }}", "%!f(string=ab)|"}, {"{{ printf \"%f|\" true }}", "%!f(bool=true)|"},
        {"{{ printf \"%f|\" nil }}", "%!f(<nil>)|"},
        {"{{ printf \"%f|\" (list 1 \"a\") }}", "[%!f(int=1) %!f(string=a)]|"},
        {"{{ printf \"%f|\" (dict \"k\" 1) }}", "map[%!f(string=k):%!f(int=1)]|"},
        {"{{ printf \"%f|\" .Values.a }}", "5.000000|"}, {"{{ printf \"%c|\" 5 }}", "\005|"},
        {"{{ printf \"%c|\" -5 }}", "\357\277\275|"}, {"{{ printf \"%c|\" 1.5 }}", "%!c(float64=1.5)|"},
        {"{{ printf \"%c|\" \"ab\" }}", "%!c(string=ab)|"}, {"{{ printf \"%c|\" true }}", "%!c(bool=true)|"},
        {"{{ printf \"%c|\" nil }}", "%!c(<nil>)|"},
        {"{{ printf \"%c|\" (list 1 \"a\") }}", "[\001 %!c(string=a)]|"},
        {"{{ printf \"%c|\" (dict \"k\" 1) }}", "map[%!c(string=k):\001]|"},
        {"{{ printf \"%c|\" .Values.a }}", "%!c(float64=5)|"}, {"{{ printf \"%T|\" 5 }}", "int|"},
        {"{{ printf \"%T|\" -5 }}", "int|"}, {"{{ printf \"%T|\" 1.5 }}", "float64|"},
        {"{{ printf \"%T|\" \"ab\" }}", "string|"}, {"{{ printf \"%T|\" true }}", "bool|"},
        {"{{ printf \"%T|\" nil }}", "<nil>|"}, {"{{ printf \"%T|\" (list 1 \"a\") }}", "[]interface {}|"},
        {"{{ printf \"%T|\" (dict \"k\" 1) }}", "map[string]interface {}|"},
        {"{{ printf \"%T|\" .Values.a }}", "float64|"}, {"{{ printf \"%e|\" 5 }}", "%!e(int=5)|"},
        {"{{ printf \"%e|\" -5 }}", "%!e(int=-5)|"}, {"{{ printf \"%e|\" 1.5 }}", "1.500000e+00|"},
        {"{{ printf \"%e|\" \"ab\" }}", "%!e(string=ab)|"}, {"{{ printf \"%e|\" true }}", "%!e(bool=true)|"},
        {"{{ printf \"%e|\" nil }}", "%!e(<nil>)|"},
        {"{{ printf \"%e|\" (list 1 \"a\") }}", "[%!e(int=1) %!e(string=a)]|"},
        {"{{ printf \"%e|\" (dict \"k\" 1) }}", "map[%!e(string=k):%!e(int=1)]|"},
        {"{{ printf \"%e|\" .Values.a }}", "5.000000e+00|"}, {"{{ printf \"%g|\" 5 }}", "%!g(int=5)|"},
        {"{{ printf \"%g|\" -5 }}", "%!g(int=-5)|"}, {"{{ printf \"%g|\" 1.5 }}", "1.5|"},
        {"{{ printf \"%g|\" \"ab\" }}", "%!g(string=ab)|"}, {"{{ printf \"%g|\" true }}", "%!g(bool=true)|"},
        {"{{ printf \"%g|\" nil }}", "%!g(<nil>)|"},
        {"{{ printf \"%g|\" (list 1 \"a\") }}", "[%!g(int=1) %!g(string=a)]|"},
        {"{{ printf \"%g|\" (dict \"k\" 1) }}", "map[%!g(string=k):%!g(int=1)]|"},
        {"{{ printf \"%g|\" .Values.a }}", "5|"}, {"{{ printf \"%b|\" 5 }}", "101|"},
        {"{{ printf \"%b|\" -5 }}", "-101|"}, {"{{ printf \"%b|\" \"ab\" }}", "%!b(string=ab)|"},
        {"{{ printf \"%b|\" true }}", "%!b(bool=true)|"}, {"{{ printf \"%b|\" nil }}", "%!b(<nil>)|"},
        {"{{ printf \"%b|\" (list 1 \"a\") }}", "[1 %!b(string=a)]|"},
        {"{{ printf \"%b|\" (dict \"k\" 1) }}", "map[%!b(string=k):1]|"}, {"{{ printf \"%o|\" 5 }}", "5|"},
        {"{{ printf \"%o|\" -5 }}", "-5|"}, {"{{ printf \"%o|\" 1.5 }}", "%!o(float64=1.5)|"},
        {"{{ printf \"%o|\" \"ab\" }}", "%!o(string=ab)|"}, {"{{ printf \"%o|\" true }}", "%!o(bool=true)|"},
        {"{{ printf \"%o|\" nil }}", "%!o(<nil>)|"},
        {"{{ printf \"%o|\" (list 1 \"a\") }}", "[1 %!o(string=a)]|"},
        {"{{ printf \"%o|\" (dict \"k\" 1) }}", "map[%!o(string=k):1]|"},
        {"{{ printf \"%o|\" .Values.a }}", "%!o(float64=5)|"}, {"{{ printf \"%O|\" 5 }}", "0o5|"},
        {"{{ printf \"%O|\" -5 }}", "-0o5|"}, {"{{ printf \"%O|\" 1.5 }}", "%!O(float64=1.5)|"},
        {"{{ printf \"%O|\" \"ab\" }}", "%!O(string=ab)|"}, {"{{ printf \"%O|\" true }}", "%!O(bool=true)|"},
        {"{{ printf \"%O|\" nil }}", "%!O(<nil>)|"},
        {"{{ printf \"%O|\" (list 1 \"a\") }}", "[0o1 %!O(string=a)]|"},
        {"{{ printf \"%O|\" (dict \"k\" 1) }}", "map[%!O(string=k):0o1]|"},
        {"{{ printf \"%O|\" .Values.a }}", "%!O(float64=5)|"}, {"{{ printf \"%X|\" 5 }}", "5|"},
        {"{{ printf \"%X|\" -5 }}", "-5|"}, {"{{ printf \"%X|\" \"ab\" }}", "6162|"},
        {"{{ printf \"%X|\" true }}", "%!X(bool=true)|"}, {"{{ printf \"%X|\" nil }}", "%!X(<nil>)|"},
        {"{{ printf \"%X|\" (list 1 \"a\") }}", "[1 61]|"},
        {"{{ printf \"%X|\" (dict \"k\" 1) }}", "map[6B:1]|"}, {"{{ printf \"%U|\" 5 }}", "U+0005|"},
        {"{{ printf \"%U|\" 1.5 }}", "%!U(float64=1.5)|"}, {"{{ printf \"%U|\" \"ab\" }}", "%!U(string=ab)|"},
        {"{{ printf \"%U|\" true }}", "%!U(bool=true)|"}, {"{{ printf \"%U|\" nil }}", "%!U(<nil>)|"},
        {"{{ printf \"%U|\" (list 1 \"a\") }}", "[U+0001 %!U(string=a)]|"},
        {"{{ printf \"%U|\" (dict \"k\" 1) }}", "map[%!U(string=k):U+0001]|"},
        {"{{ printf \"%U|\" .Values.a }}", "%!U(float64=5)|"}, {"{{ printf \"%+v|\" 5 }}", "5|"},
        {"{{ printf \"%+v|\" -5 }}", "-5|"}, {"{{ printf \"%+v|\" 1.5 }}", "1.5|"},
        {"{{ printf \"%+v|\" \"ab\" }}", "ab|"}, {"{{ printf \"%+v|\" true }}", "true|"},
        {"{{ printf \"%+v|\" nil }}", "<nil>|"}, {"{{ printf \"%+v|\" (list 1 \"a\") }}", "[1 a]|"},
        {"{{ printf \"%+v|\" (dict \"k\" 1) }}", "map[k:1]|"}, {"{{ printf \"%+v|\" .Values.a }}", "5|"},
        {"{{ printf \"%#v|\" 5 }}", "5|"}, {"{{ printf \"%#v|\" -5 }}", "-5|"},
        {"{{ printf \"%#v|\" 1.5 }}", "1.5|"}, {"{{ printf \"%#v|\" true }}", "true|"},
        {"{{ printf \"%#v|\" nil }}", "<nil>|"}, {"{{ printf \"%#v|\" .Values.a }}", "5|"});
}

static void widths_flags_and_precisions_are_kept(void **state)
{
    CASES({"{{ printf \"%5d|%-5d|%05d|%+d|% d|%x|%#x\" 42 42 42 42 42 42 42 }}",
           "   42|42   |00042|+42| 42|2a|0x2a"},
          {"{{ printf \"%5s|%-5s|%.2s|%5.1s|%05s\" \"abc\" \"abc\" \"abc\" "
           "\"abc\" \"abc\" }}",
           "  abc|abc  |ab|    a|00abc"},
          {"{{ printf \"%8.2f|%-8.2f|%08.2f|%+.1f|%.0f\" 3.14159 3.14159 3.14159 "
           "3.14159 2.5 }}",
           "    3.14|3.14    |00003.14|+3.1|2"},
          {"{{ printf \"%*d|%-*d|%.*f\" 5 42 5 42 2 3.14159 }}", "   42|42   |3.14"},
          {"{{ printf \"%[2]d %[1]d\" 1 2 }}", "2 1"}, {"{{ printf \"%[3]d\" 1 }}", "%!d(BADINDEX)"},
          {"{{ printf \"%[x]d\" 1 }}", "%!d(BADINDEX)"}, {"{{ printf \"%[1]d %d\" 1 2 }}", "1 2"},
          {"{{ printf \"%x|%X|% x|%#x\" \"hi\" \"hi\" \"hi\" \"hi\" }}", "6869|6869|68 69|0x6869"},
          {"{{ printf \"%c %c %U\" 65 233 128512 }}", "A \303\251 U+1F600"},
          {"{{ printf \"%t %t\" true false }}", "true false"}, {"{{ printf \"%6.2f%%\" 99.5 }}", " 99.50%"},
          {"{{ printf \"%t\" 1 }}", "%!t(int=1)"},
          {"{{ printf \"%v %v\" .Values.l .Values.m }}", "[x 1 <nil>] map[b:true x:map[q:z]]"},
          {"{{ printf \"%d\" .Values.a }}", "%!d(float64=5)"}, {"{{ printf \"%.3v\" 3.14159 }}", "3.14"},
          {"{{ printf \"%10v|\" \"a\" }}", "         a|"},
          {"{{ printf \"%-10v|\" (list 1) }}", "[1         ]|"}, {"{{ printf \"%03d\" -5 }}", "-05"},
          {"{{ printf \"%+v\" (dict \"a\" 1) }}", "map[a:1]"}, {"{{ printf \"%5t|\" true }}", " true|"},
          {"{{ printf \"%s\" (list \"a\" \"b\") }}", "[a b]"}, {"{{ printf \"%d\" (list 1 2) }}", "[1 2]"},
          {"{{ printf \"%q\" (list \"a\" \"b\") }}", "[\"a\" \"b\"]"}, {"{{ printf \"%x\" -1 }}", "-1"},
          {"{{ printf \"%#o %O\" 8 8 }}", "010 0o10"}, {"{{ printf \"%5c|\" 65 }}", "    A|"},
          {"{{ printf \"%-5q|\" \"a\" }}", "\"a\"  |"},
          {"{{ printf \"%s\" (.Files.GetBytes \"a.txt\") }}", "A"});
}

static void wrong_formats_are_shown_in_the_text(void **state)
{
    CASES({"{{ printf \"%d\" }}", "%!d(MISSING)"}, {"{{ printf \"%d %d\" 1 }}", "1 %!d(MISSING)"},
          {"{{ printf \"%d\" 1 2 }}", "1%!(EXTRA int=2)"},
          {"{{ printf \"%d\" 1 \"a\" nil }}", "1%!(EXTRA string=a, <nil>)"},
          {"{{ printf \"%z\" 1 }}", "%!z(int=1)"}, {"{{ printf \"%\" 1 }}", "%!(NOVERB)%!(EXTRA int=1)"},
          {"{{ printf \"%\" }}", "%!(NOVERB)"}, {"{{ printf \"a%%b\" }}", "a%b"},
          {"{{ printf \"%!\" 1 }}", "%!!(int=1)"}, {"{{ printf \"%-\" }}", "%!(NOVERB)"},
          {"{{ printf \"%.2\" }}", "%!(NOVERB)"}, {"{{ printf \"%*d\" \"a\" 1 }}", "%!(BADWIDTH)1"},
          {"{{ printf \"\" }}", ""}, {"{{ printf \"\" 1 }}", "%!(EXTRA int=1)"},
          {"{{ printf \"%s\" nil }}", "%!s(<nil>)"}, {"{{ printf \"%d\" nil }}", "%!d(<nil>)"},
          {"{{ printf \"%v\" nil }}", "<nil>"}, {"{{ printf 5 }}", "! 1:10 <5>: expected string; found 5"},
          {"{{ printf nil }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ printf }}", "! 1:3 <printf>: wrong number of args for printf: "
                           "want at least 1 got 0"},
          {"{{ printf .Values.a 1 }}", "! 1:17 <.Values.a>: wrong type for "
                                       "value; expected string; got float64"},
          {"{{ printf \"%s %s\" \"a\" }}", "a %!s(MISSING)"}, {"{{ \"x\" | printf \"%s-%s\" \"y\" }}", "y-x"},
          {"{{ printf \"%\303\251\" 1 }}", "%!\303\251(int=1)"}, {"{{ printf \"%w\" 1 }}", "%!w(int=1)"},
          {"{{ printf \"%p\" 1 }}", "%!p(int=1)"});
}

static void texts_are_escaped_for_html_javascript_and_urls(void **state)
{
    CASES({"{{ html \"<a href=\\\"x\\\">&'\303\251</a>\" }}",
           "&lt;a href=&#34;x&#34;&gt;&amp;&#39;\303\251&lt;/a&gt;"},
          {"{{ html 1 2 }}", "1 2"}, {"{{ html }}", ""}, {"{{ html \"a\" \"b\" }}", "ab"},
          {"{{ html \"\\x00\" }}", "\357\277\275"}, {"{{ html (list \"<\") }}", "[&lt;]"},
          {"{{ \"<\" | html }}", "&lt;"}, {"{{ js 1 }}", "1"}, {"{{ js }}", ""},
          {"{{ js \"a\\tb\" }}", "a\\u0009b"},
          {"{{ urlquery \"a b&c=d/\303\251?~-_.\" }}", "a+b%26c%3Dd%2F%C3%A9%3F~-_."},
          {"{{ urlquery 1 2 }}", "1+2"}, {"{{ urlquery }}", ""}, {"{{ urlquery \"+%\" }}", "%2B%25"},
          {"{{ urlquery (list 1 \"a\") }}", "%5B1+a%5D"});
}

static void a_sharp_v_writes_go_syntax(void **state)
{
    CASES({"{{ printf \"%#v|\" \"a\\\"b\" }}", "\"a\\\"b\"|"},
          {"{{ printf \"%#v|\" (list) }}", "[]interface {}{}|"},
          {"{{ printf \"%#v|\" (rest (list)) }}", "[]interface {}(nil)|"},
          {"{{ printf \"%#v|\" (list \"\\u00e9\" 1 1.5 nil (list)) }}",
           "[]interface {}{\"\303\251\", 1, 1.5, interface {}(nil), []interface {}{}}|"},
          {"{{ printf \"%#v|\" (dict \"a\" 1 \"b\" (list \"x\")) }}",
           "map[string]interface {}{\"a\":1, \"b\":[]interface {}{\"x\"}}|"},
          {"{{ printf \"%#v|\" (splitList \",\" \"a,b\") }}", "[]string{\"a\", \"b\"}|"},
          {"{{ printf \"%#v|\" nil }}", "<nil>|"}, {"{{ printf \"%#v|\" 1.0 }}", "1|"},
          {"{{ printf \"%#v|\" -7 }}", "-7|"}, {"{{ printf \"%#5v|\" \"a\" }}", "  \"a\"|"},
          {"{{ printf \"%#w|\" (list 1) }}", "%!w([]interface {}=[]interface {}{1})|"},
          {"{{ printf \"%w|\" (dict \"k\" 1) }}", "%!w(map[string]interface {}=map[k:1])|"},
          {"{{ printf \"%.3T|\" 1.5 }}", "flo|"});
}

static void floats_have_gos_binary_hex_and_upper_case_forms(void **state)
{
    CASES({"{{ printf \"%b|\" 0.0 }}", "0p-1074|"}, {"{{ printf \"%b|\" 1.5 }}", "6755399441055744p-52|"},
          {"{{ printf \"%b|\" -1e20 }}", "-6103515625000000p+14|"}, {"{{ printf \"%x|\" 0.0 }}", "0x0p+00|"},
          {"{{ printf \"%x|\" 1.5 }}", "0x1.8p+00|"},
          {"{{ printf \"%x|\" -1e20 }}", "-0x1.5af1d78b58c4p+66|"}, {"{{ printf \"%X|\" 0.0 }}", "0X0P+00|"},
          {"{{ printf \"%X|\" 1.5 }}", "0X1.8P+00|"},
          {"{{ printf \"%X|\" -1e20 }}", "-0X1.5AF1D78B58C4P+66|"}, {"{{ printf \"%G|\" 0.0 }}", "0|"},
          {"{{ printf \"%G|\" 1.5 }}", "1.5|"}, {"{{ printf \"%G|\" -1e20 }}", "-1E+20|"},
          {"{{ printf \"%.3x|\" 1.5 }}", "0x1.800p+00|"}, {"{{ printf \"%.0x|\" 1.5 }}", "0x1p+01|"},
          {"{{ printf \"%+x|\" 1.5 }}", "+0x1.8p+00|"}, {"{{ printf \"%#g|\" 1.5 }}", "1.50000|"},
          {"{{ printf \"%#.3g|\" 1.5 }}", "1.50|"}, {"{{ printf \"%#e|\" 1.5 }}", "1.500000e+00|"},
          {"{{ printf \"%#.0f|\" 1.5 }}", "2.|"}, {"{{ printf \"%012.3g|\" 1.5 }}", "0000000001.5|"},
          {"{{ printf \"%+.1E|\" 1.5 }}", "+1.5E+00|"}, {"{{ printf \"%.0x|\" 1.99 }}", "0x1p+01|"},
          {"{{ printf \"%x|\" 5e-324 }}", "0x1p-1074|"}, {"{{ printf \"%b|\" 5e-324 }}", "1p-1074|"},
          {"{{ printf \"%G|\" 1e6 }}", "1E+06|"}, {"{{ printf \"%#x|\" 1.5 }}", "0x1.8000p+00|"},
          {"{{ printf \"%#.9x|\" 1.5 }}", "0x1.800000000p+00|"}, {"{{ printf \"%#v|\" 1e6 }}", "1e+06|"});
}

static void quotes_may_be_raw_or_ascii(void **state)
{
    CASES(
        {"{{ printf \"%#q|\" \"\\u00e9`\" }}", "\"\303\251`\"|"},
        {"{{ printf \"%#q|\" \"a\\tb\" }}", "`a\011b`|"}, {"{{ printf \"%#q|\" \"a\\nb\" }}", "\"a\\nb\"|"},
        {"{{ printf \"%#q|\" 39 }}", "'\\''|"}, {"{{ printf \"%#q|\" 34 }}", "'\"'|"},
        {"{{ printf \"%#q|\" 233 }}", "'\303\251'|"}, {"{{ printf \"%#q|\" 128512 }}", "'\360\237\230\200'|"},
        {"{{ printf \"%+q|\" \"\\u00e9`\" }}", "\"\\u00e9`\"|"},
        {"{{ printf \"%+q|\" \"a\\tb\" }}", "\"a\\tb\"|"}, {"{{ printf \"%+q|\" \"a\\nb\" }}", "\"a\\nb\"|"},
        {"{{ printf \"%+q|\" 39 }}", "'\\''|"}, {"{{ printf \"%+q|\" 34 }}", "'\"'|"},
        {"{{ printf \"%+q|\" 233 }}", "'\\u00e9'|"}, {"{{ printf \"%+q|\" 128512 }}", "'\\U0001f600'|"},
        {"{{ printf \"%q|\" \"\\u00e9`\" }}", "\"\303\251`\"|"},
        {"{{ printf \"%q|\" \"a\\tb\" }}", "\"a\\tb\"|"}, {"{{ printf \"%q|\" \"a\\nb\" }}", "\"a\\nb\"|"},
        {"{{ printf \"%q|\" 39 }}", "'\\''|"}, {"{{ printf \"%q|\" 34 }}", "'\"'|"},
        {"{{ printf \"%q|\" 233 }}", "'\303\251'|"}, {"{{ printf \"%q|\" 128512 }}", "'\360\237\230\200'|"},
        {"{{ printf \"%-8q|\" \"\\u00e9`\" }}", "\"\303\251`\"    |"},
        {"{{ printf \"%-8q|\" \"a\\tb\" }}", "\"a\\tb\"  |"},
        {"{{ printf \"%-8q|\" \"a\\nb\" }}", "\"a\\nb\"  |"}, {"{{ printf \"%-8q|\" 39 }}", "'\\''    |"},
        {"{{ printf \"%-8q|\" 34 }}", "'\"'     |"}, {"{{ printf \"%-8q|\" 233 }}", "'\303\251'     |"},
        {"{{ printf \"%-8q|\" 128512 }}", "'\360\237\230\200'     |"},
        {"{{ printf \"%#U|\" 65 }}", "U+0041 'A'|"}, {"{{ printf \"%U|\" -1 }}", "U+FFFFFFFFFFFFFFFF|"},
        {"{{ printf \"%.6U|\" 65 }}", "U+000041|"}, {"{{ printf \"%c|\" 55296 }}", "\357\277\275|"},
        {"{{ printf \"%+q|\" \"\\xff\\U0001F600\" }}", "\"\\xff\\U0001f600\"|"});
}

static void zeros_prefixes_and_precisions_of_integers(void **state)
{
    CASES({"{{ printf \"%#08x|\" 42 }}", "0x0000002a|"}, {"{{ printf \"%#08x|\" 0 }}", "0x00000000|"},
          {"{{ printf \"%#08x|\" -5 }}", "-0x0000005|"}, {"{{ printf \"%#o|\" 42 }}", "052|"},
          {"{{ printf \"%#o|\" 0 }}", "0|"}, {"{{ printf \"%#o|\" -5 }}", "-05|"},
          {"{{ printf \"%#b|\" 42 }}", "0b101010|"}, {"{{ printf \"%#b|\" 0 }}", "0b0|"},
          {"{{ printf \"%#b|\" -5 }}", "-0b101|"}, {"{{ printf \"%.5d|\" 42 }}", "00042|"},
          {"{{ printf \"%.5d|\" 0 }}", "00000|"}, {"{{ printf \"%.5d|\" -5 }}", "-00005|"},
          {"{{ printf \"%8.3d|\" 42 }}", "     042|"}, {"{{ printf \"%8.3d|\" 0 }}", "     000|"},
          {"{{ printf \"%8.3d|\" -5 }}", "    -005|"}, {"{{ printf \"%+08d|\" 42 }}", "+0000042|"},
          {"{{ printf \"%+08d|\" 0 }}", "+0000000|"}, {"{{ printf \"%+08d|\" -5 }}", "-0000005|"},
          {"{{ printf \"% 08d|\" 42 }}", " 0000042|"}, {"{{ printf \"% 08d|\" 0 }}", " 0000000|"},
          {"{{ printf \"% 08d|\" -5 }}", "-0000005|"}, {"{{ printf \"%-08d|\" 42 }}", "42      |"},
          {"{{ printf \"%-08d|\" 0 }}", "0       |"}, {"{{ printf \"%-08d|\" -5 }}", "-5      |"},
          {"{{ printf \"%5.0d|\" 42 }}", "   42|"}, {"{{ printf \"%5.0d|\" 0 }}", "     |"},
          {"{{ printf \"%5.0d|\" -5 }}", "   -5|"});
}

static void an_index_stands_before_a_star_or_a_verb_only(void **state)
{
    CASES({"{{ printf \"%[2]*[1]d|\" 5 4 }}", "   5|"}, {"{{ printf \"%[1]2d\" 5 }}", "%!d(BADINDEX)"},
          {"{{ printf \"%[1].2d\" 5 }}", "%!d(BADINDEX)"}, {"{{ printf \"%.[1]d\" 5 }}", "5"},
          {"{{ printf \"%.[2]*[1]f\" 1.5 2 }}", "1.50"}, {"{{ printf \"%[\" 5 }}", "%!(NOVERB)"},
          {"{{ printf \"%99999999d\" 5 }}", "%!(NOVERB)%!(EXTRA int=5)"},
          {"{{ printf \"%*d\" 9999999 5 }}", "%!(BADWIDTH)5"},
          {"{{ printf \"%1000001d\" 5 | len }}", "1000001"});
}

static void javascript_hides_what_cannot_be_printed(void **state)
{
    CASES({"{{ js \"a\\u00a0\\u00e9\\u2028\\xff\\x7f\\x01\" }}", "a\\u00A0\303\251\\u2028\377\177\\u0001"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(print_puts_blanks_between_what_are_no_texts),
        CASE_TEST(verbs_show_values),
        CASE_TEST(widths_flags_and_precisions_are_kept),
        CASE_TEST(wrong_formats_are_shown_in_the_text),
        CASE_TEST(a_sharp_v_writes_go_syntax),
        CASE_TEST(floats_have_gos_binary_hex_and_upper_case_forms),
        CASE_TEST(quotes_may_be_raw_or_ascii),
        CASE_TEST(zeros_prefixes_and_precisions_of_integers),
        CASE_TEST(an_index_stands_before_a_star_or_a_verb_only),
        CASE_TEST(javascript_hides_what_cannot_be_printed),
        CASE_TEST(texts_are_escaped_for_html_javascript_and_urls),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
