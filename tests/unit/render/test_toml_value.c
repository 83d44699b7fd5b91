/* Values of TOML, held against Helm. */
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"

static const struct toml_case values[] = {
    {"a=true\nb=false", "map{\"a\":true, \"b\":false}"},
    {"a=tru", "! toml: line 1 (last key \"a\"): expected value but found \"tru\" instead"},
    {"a=truex", "! toml: line 1 (last key \"a\"): expected value but found \"truex\" instead"},
    {"a=True", "! toml: line 1 (last key \"a\"): expected value but found \"True\" instead"},
    {"a=in", "! toml: line 1 (last key \"a\"): expected value but found \"n\" instead"},
    {"a=no", "! toml: line 1 (last key \"a\"): expected value but found \"no\" instead"},
    {"a=\303\251", "! toml: line 1 (last key \"a\"): expected value but found \"\303\251\" instead"},
    {"a=", "! toml: line 1 (last key \"a\"): unexpected EOF; expected value"},
    {"a=\n", "! toml: line 1 (last key \"a\"): expected value but found '\\n' instead"},
    {"a=\r\n", "! toml: line 1 (last key \"a\"): expected value but found '\\r' instead"},
    {"a= #", "! toml: line 1 (last key \"a\"): expected value but found '#' instead"},
    {"a=.", "! toml: line 1 (last key \"a\"): floats must start with a digit, not '.'"},
    {"a=@", "! toml: line 1 (last key \"a\"): expected value but found '@' instead"},
    {"a=]", "! toml: line 1 (last key \"a\"): expected value but found ']' instead"},
    {"a=[]", "map{\"a\":[]interface {}{}}"},
    {"a=[1,2,]", "map{\"a\":[]interface {}{1, 2}}"},
    {"a=[ # c\n 1, # d\n 2 # e\n]", "map{\"a\":[]interface {}{1, 2}}"},
    {"a=[,]", "! toml: line 1 (last key \"a\"): unexpected comma"},
    {"a=[1,,2]", "! toml: line 1 (last key \"a\"): unexpected comma"},
    {"a=[1 2]",
     "! toml: line 1 (last key \"a\"): expected a comma (',') or array terminator (']'), but got '2'"},
    {"a=[1", "! toml: line 1 (last key \"a\"): expected a comma (',') or array terminator (']'), but got end "
             "of file"},
    {"a=[", "! toml: line 1 (last key \"a\"): unexpected EOF; expected value"},
    {"a=[1,\n", "! toml: line 1 (last key \"a\"): unexpected EOF; expected value"},
    {"a=[1\n\n", "! toml: line 2 (last key \"a\"): expected a comma (',') or array terminator (']'), but got "
                 "end of file"},
    {"a={}", "map{\"a\":map{}}"},
    {"a={b=1,}", "map{\"a\":map{\"b\":1}}"},
    {"a={b=1, c=2}", "map{\"a\":map{\"b\":1, \"c\":2}}"},
    {"a={ # c\n b=1, # d\n c=2\n}", "map{\"a\":map{\"b\":1, \"c\":2}}"},
    {"a={,}", "! toml: line 1 (last key \"a\"): unexpected comma"},
    {"a={b=1,,}", "! toml: line 1 (last key \"a.b\"): unexpected comma"},
    {"a={b=1 c=2}", "! toml: line 1 (last key \"a.b\"): expected a comma or an inline table terminator '}', "
                    "but got 'c' instead"},
    {"a={b=1", "! toml: line 1 (last key \"a.b\"): expected a comma or an inline table terminator '}', but "
               "got end of file instead"},
    {"a={", "! toml: line 1 (last key \"a\"): unexpected '=': key name appears blank"},
    {"a={b", "! toml: line 1 (last key \"a\"): unexpected EOF; expected key separator '='"},
    {"a={b=1,\n", "! toml: line 2 (last key \"a.b\"): unexpected '=': key name appears blank"},
    {"a={b=1}x",
     "! toml: line 1: expected a top-level item to end with a newline, comment, or EOF, but got 'x' instead"},
    {"a=[{b=[{c={}}]}]", "map{\"a\":[]interface {}{map{\"b\":[]interface {}{map{\"c\":map{}}}}}}"},
    {"[a]\nb={c=1,d=", "! toml: line 2 (last key \"a.b.d\"): unexpected EOF; expected value"},
};

static void values_are_read_and_faults_told(void **state)
{
    (void)state;
    toml_case_check(values, sizeof values / sizeof *values);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(values_are_read_and_faults_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
