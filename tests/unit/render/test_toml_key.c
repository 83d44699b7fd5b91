/* Keys of TOML, held against Helm. */
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"

static const struct toml_case keys[] = {
    {"a", "! toml: line 1: unexpected EOF; expected key separator '='"},
    {"a b=1", "! toml: line 1: expected '.' or '=', but got 'b' instead"},
    {"a\n=1", "! toml: line 1: expected '.' or '=', but got '\\n' instead"},
    {"=1", "! toml: line 1: unexpected '=': key name appears blank"},
    {".a=1", "! toml: line 1: unexpected '.': keys cannot start with a '.'"},
    {"a.=1", "! toml: line 1: unexpected '='"},
    {"a..b=1", "! toml: line 1: unexpected '.'"},
    {"$=1", "! toml: line 1: expected '.' or '=', but got '$' instead"},
    {"\303\251=1", "! toml: line 1: expected '.' or '=', but got '\303\251' instead"},
    {"'a'.\"b\" . c=1", "map{\"a\":map{\"b\":map{\"c\":1}}}"},
    {"[a b]", "! toml: line 1: expected '.' or ']' to end table name, but got 'b' instead"},
    {"[$]", "! toml: line 1: expected '.' or ']' to end table name, but got '$' instead"},
    {"[\"a]", "! toml: line 1: unexpected EOF; expected '\"'"},
    {"\"a\\tb\"=1", "map{\"a\\tb\":1}"},
    {"'a\\tb'=1", "map{\"a\\\\tb\":1}"},
    {"\"\"=1", "map{\"\":1}"},
    {"-_9=1", "map{\"-_9\":1}"},
    {"a . b\t. c =1", "map{\"a\":map{\"b\":map{\"c\":1}}}"},
    {"[a.\"b c\".d]", "map{\"a\":map{\"b c\":map{\"d\":map{}}}}"},
    {"a.\"b", "! toml: line 1: unexpected EOF; expected '\"'"},
};

static void keys_are_read_part_by_part(void **state)
{
    (void)state;
    toml_case_check(keys, sizeof keys / sizeof *keys);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(keys_are_read_part_by_part),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
