/* What a TOML document may define again, held against Helm, which is laxer than the standard. */
#include "render/toml_tables.h"
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"

#include <string.h>

static const struct toml_case tables[] = {
    {"[a]\nb=1", "map{\"a\":map{\"b\":1}}"},
    {"[a.b]\nc=1\n[a]\nd=2", "map{\"a\":map{\"b\":map{\"c\":1}, \"d\":2}}"},
    {"[a]\n[a]", "! toml: line 2: Key 'a' has already been defined."},
    {"[a]\n[a.b]\n[a]", "! toml: line 3: Key 'a' has already been defined."},
    {"[a.b]\n[a]\n[a]", "! toml: line 3: Key 'a' has already been defined."},
    {"a=1\n[a]", "! toml: line 2: Key 'a' has already been defined."},
    {"a=1\n[a.b]", "! toml: line 2: Key 'a' was already created as a hash."},
    {"a=1\na=2", "! toml: line 2 (last key \"a\"): Key 'a' has already been defined."},
    {"a.b=1\na.c=2", "map{\"a\":map{\"b\":1, \"c\":2}}"},
    {"a.b=1\na.b=2", "! toml: line 2 (last key \"a.b\"): Key 'a.b' has already been defined."},
    {"a.b=1\na=2", "map{\"a\":map{\"b\":1}}"},
    {"a=1\na.b=2", "! toml: line 2 (last key \"a.b\"): Key 'a' has already been defined."},
    {"a=1\na.b.c=2", "! toml: line 2 (last key \"a.c\"): Key 'a' was already created as a hash."},
    {"[a]\nb.c=1\nb.d=2\n[a.b]", "! toml: line 4 (last key \"a\"): Key 'a.b' has already been defined."},
    {"[a.b.c]\n[a]\nb.d=1", "map{\"a\":map{\"b\":map{\"c\":map{}, \"d\":1}}}"},
    {"[[a]]\nb=1\n[[a]]\nc=2", "map{\"a\":[]map{map{\"b\":1}, map{\"c\":2}}}"},
    {"[[a]]\n[a.b]\nc=1\n[[a]]\n[a.b]\nc=2",
     "map{\"a\":[]map{map{\"b\":map{\"c\":1}}, map{\"b\":map{\"c\":2}}}}"},
    {"[[a]]\n[[a.b]]\n[[a.b]]\n[[a]]", "map{\"a\":[]map{map{\"b\":[]map{map{}, map{}}}, map{}}}"},
    {"[[a]]\n[a]", "! toml: line 2: Key 'a' has already been defined."},
    {"[a]\n[[a]]", "! toml: line 2: Key 'a' was already created and cannot be used as an array."},
    {"a=[]\n[[a]]", "! toml: line 2: Key 'a' was already created and cannot be used as an array."},
    {"a=[{b=1}]\n[[a]]", "! toml: line 2: Key 'a' was already created and cannot be used as an array."},
    {"a=[{b=1}]\n[a.c]", "! toml: line 2: Key 'a' was already created as a hash."},
    {"a={b=1}\n[a]", "! toml: line 2: Key 'a' has already been defined."},
    {"a={b=1}\n[a.c]\nd=1", "map{\"a\":map{\"b\":1, \"c\":map{\"d\":1}}}"},
    {"a={b=1}\na.c=1", "map{\"a\":map{\"b\":1, \"c\":1}}"},
    {"a={b=1,b=2}", "! toml: line 1 (last key \"a.b\"): Key 'a.b' has already been defined."},
    {"a={b.c=1,b.d=2}", "map{\"a\":map{\"b\":map{\"c\":1, \"d\":2}}}"},
    {"a={b=1,b.c=2}", "! toml: line 1 (last key \"a.b.c\"): Key 'a.b' has already been defined."},
    {"a=[{b.c=1},{b.c=2}]", "map{\"a\":[]interface {}{map{\"b\":map{\"c\":1}}, map{\"b\":map{\"c\":2}}}}"},
    {"a=[{b=1,b.c=2}]", "! toml: line 1 (last key \"a.b.c\"): Key 'a.b' has already been defined."},
    {"a=[[{b=1}],{c=[{d=1}]}]",
     "map{\"a\":[]interface {}{[]interface {}{map{\"b\":1}}, map{\"c\":[]interface {}{map{\"d\":1}}}}}"},
    {"a={b={c=1}}\n[a.b]\nd=1", "! toml: line 2 (last key \"a\"): Key 'a.b' has already been defined."},
    {"[[a.b]]\n[a]\nc=1", "map{\"a\":map{\"b\":[]map{map{}}, \"c\":1}}"},
    {"[a]\n[[b]]\n[b.a]", "map{\"a\":map{}, \"b\":[]map{map{\"a\":map{}}}}"},
    {"[\"\"]\n\"\"=[]\n\"\"=1",
     "! toml: line 3 (last key \"\\\"\\\"\"): Key '\"\".\"\"' has already been defined."},
    {"\"\"=[]\n\"\".a=1", "map{\"\":map{\"a\":1}}"},
    {"\"a.b\"=1\n\"a\".c=2\n[\"x y\".\"\\u0041\"]",
     "map{\"a\":map{\"c\":2}, \"a.b\":1, \"x y\":map{\"A\":map{}}}"},
    {"[a]\nb=1\n[c]\n[a]", "! toml: line 4: Key 'a' has already been defined."},
    {"[a]\n\"b c\"=[1,", "! toml: line 2 (last key \"a.b c\"): unexpected EOF; expected value"},
};

static void tables_are_defined_once_or_by_what_is_in_them(void **state)
{
    (void)state;
    toml_case_check(tables, sizeof tables / sizeof *tables);
}

/* A key of so many parts that open a table each, and one more. */
static const char *with_parents(int count)
{
    char text[2 * TOML_DEPTH_MAX + 16];
    size_t len = 0;
    for (int i = 0; i < count; i++, len += 2)
        strcpy(text + len, "a.");
    strcpy(text + len, "a=1");
    return toml_case_read(text, len + 3);
}

static void paths_are_bounded(void **state)
{
    (void)state;
    assert_int_equal(strncmp(with_parents(TOML_DEPTH_MAX), "map{\"a\":map{", 12), 0);
    assert_string_equal(with_parents(TOML_DEPTH_MAX + 1), "! not supported: TOML nested deeper than 1000");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(tables_are_defined_once_or_by_what_is_in_them),
        TOML_TEST(paths_are_bounded),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
