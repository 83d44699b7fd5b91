/* Strings of TOML, held against Helm. */
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"

static const struct toml_case strings[] = {
    {"a=\"x\"", "map{\"a\":\"x\"}"},
    {"a='x\\n'", "map{\"a\":\"x\\\\n\"}"},
    {"a=\"\"", "map{\"a\":\"\"}"},
    {"a=''", "map{\"a\":\"\"}"},
    {"a=\"\\b\\t\\n\\f\\r\\e\\\"\\\\\"", "map{\"a\":\"\\b\\t\\n\\f\\r\\x1b\\\"\\\\\"}"},
    {"a=\"\\x41\\xe9\\u00e9\\U0001F600\"", "map{\"a\":\"A\303\251\303\251\360\237\230\200\"}"},
    {"a=\"\t\"", "map{\"a\":\"\\t\"}"},
    {"a=\"\"\"\"\"\"", "map{\"a\":\"\"}"},
    {"a=''''''", "map{\"a\":\"\"}"},
    {"a=\"\"\"x\"\"\"", "map{\"a\":\"x\"}"},
    {"a=\"\"\"\nx\ny\"\"\"", "map{\"a\":\"x\\ny\"}"},
    {"a=\"\"\"\r\nx\r\ny\"\"\"", "map{\"a\":\"x\\r\\ny\"}"},
    {"a=\"\"\"\n\nx\"\"\"", "map{\"a\":\"\\nx\"}"},
    {"a=\"\"\"a\\\n   b\"\"\"", "map{\"a\":\"ab\"}"},
    {"a=\"\"\"a\\  \n \n\t b\"\"\"", "map{\"a\":\"ab\"}"},
    {"a=\"\"\"a\\\\\n b\"\"\"", "map{\"a\":\"a\\\\\\n b\"}"},
    {"a=\"\"\"a\"\"b\"\"\"", "map{\"a\":\"a\\\"\\\"b\"}"},
    {"a=\"\"\"\"\"x\"\"\"", "map{\"a\":\"\\\"\\\"x\"}"},
    {"a=\"\"\"x\"\"\"\"", "map{\"a\":\"x\\\"\"}"},
    {"a=\"\"\"x\"\"\"\"\"", "map{\"a\":\"x\\\"\\\"\"}"},
    {"a=\"\"\"\\\"\"\"\"\"\"", "map{\"a\":\"\\\"\\\"\\\"\"}"},
    {"a='''x'''", "map{\"a\":\"x\"}"},
    {"a='''\nx\\'''", "map{\"a\":\"x\\\\\"}"},
    {"a='''x''''", "map{\"a\":\"x'\"}"},
    {"a='''x'''''", "map{\"a\":\"x''\"}"},
    {"a=\"\303\251\346\227\245\"", "map{\"a\":\"\303\251\346\227\245\"}"},
};

static void strings_are_read_on_one_line_and_on_many(void **state)
{
    (void)state;
    toml_case_check(strings, sizeof strings / sizeof *strings);
}

static const struct toml_case no_strings[] = {
    {"a=\"x", "! toml: line 1 (last key \"a\"): unexpected EOF; expected '\"'"},
    {"a='x", "! toml: line 1 (last key \"a\"): unexpected EOF; expected \"'\""},
    {"a=\"x\ny\"", "! toml: line 1 (last key \"a\"): strings cannot contain newlines"},
    {"a='x\ny'", "! toml: line 1 (last key \"a\"): strings cannot contain newlines"},
    {"a=\"x\r\ny\"", "! toml: line 0 (last key \"a\"): strings cannot contain newlines"},
    {"a=\"\\q\"", "! toml: line 1 (last key \"a\"): invalid escape in string '\\q'"},
    {"a=\"\\", "! toml: line 0 (last key \"a\"): invalid escape in string '\\\000'"},
    {"a=\"\\\303\251\"", "! toml: line 1 (last key \"a\"): invalid escape in string '\\\303\251'"},
    {"a=\"\\ x\"", "! toml: line 1 (last key \"a\"): invalid escape: '\\ '"},
    {"a=\"\\xg\"", "! toml: line 1 (last key \"a\"): expected two hexadecimal digits after '\\x', but got "
                   "\"\\\\xg\" instead"},
    {"a=\"x\\u12", "! toml: line 1 (last key \"a\"): expected four hexadecimal digits after '\\u', but got "
                   "\"x\\\\u12\" instead"},
    {"a=\"\\u12g4\"", "! toml: line 1 (last key \"a\"): expected four hexadecimal digits after '\\u', but "
                      "got \"\\\\u12g\" instead"},
    {"a=\"\\U0011000\"", "! toml: line 1 (last key \"a\"): expected eight hexadecimal digits after '\\U', "
                         "but got \"\\\\U0011000\\\"\" instead"},
    {"a=\"\\ud800\"", "! toml: line 1 (last key \"a\"): Escaped character '\\ud800' is not valid UTF-8."},
    {"a=\"\\U00110000\"",
     "! toml: line 1 (last key \"a\"): Escaped character '\\u00110000' is not valid UTF-8."},
    {"a=\"\\Uffffffff\"",
     "! toml: line 1 (last key \"a\"): Escaped character '\\uffffffff' is not valid UTF-8."},
    {"a=\"\"\"x", "! toml: line 1 (last key \"a\"): unexpected EOF; expected '\"\"\"'"},
    {"a=\"\"\"x\"", "! toml: line 1 (last key \"a\"): unexpected EOF; expected '\"\"\"'"},
    {"a=\"\"\"x\"\"", "! toml: line 1 (last key \"a\"): unexpected EOF; expected '\"\"\"'"},
    {"a='''x", "! toml: line 1 (last key \"a\"): unexpected EOF; expected \"'''\""},
    {"a=\"\"\"\\q\"\"\"", "! toml: line 1 (last key \"a\"): invalid escape in string '\\q'"},
    {"a=\"\"\"a\\ b\"\"\"", "! toml: line 1 (last key \"a\"): invalid escape: '\\ '"},
    {"a=\"\"\"\\", "! toml: line 0 (last key \"a\"): invalid escape in string '\\\000'"},
    {"a=\"\"\"x\"\"\"\"\"\"", "! toml: line 1 (last key \"a\"): unexpected '\"\"\"\"\"\"'"},
    {"a='''x''''''", "! toml: line 1 (last key \"a\"): unexpected \"''''''\""},
    {"a=\"\"\"\nx\n\\u12\"\"\"", "! toml: line 3 (last key \"a\"): expected four hexadecimal digits after "
                                 "'\\u', but got \"\\nx\\n\\\\u12\\\"\" instead"},
};

static void what_is_no_string_is_told(void **state)
{
    (void)state;
    toml_case_check(no_strings, sizeof no_strings / sizeof *no_strings);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(strings_are_read_on_one_line_and_on_many),
        TOML_TEST(what_is_no_string_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
