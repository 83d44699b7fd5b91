#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/yaml_emit.h"
#include "tests/unit/fresh_arena.h"

/* What Helm 3's toYaml and toYamlPretty give of (dict "k" TEXT). */
static const struct {
    const char *text, *yaml, *pretty;
} cases[] = {
    {"a", "k: a", "k: a"},
    {"a b", "k: a b", "k: a b"},
    {" a", "k: ' a'", "k: ' a'"},
    {"a ", "k: 'a '", "k: 'a '"},
    {"a: b", "k: 'a: b'", "k: 'a: b'"},
    {"a:b", "k: a:b", "k: a:b"},
    {"a #b", "k: 'a #b'", "k: 'a #b'"},
    {"a#b", "k: a#b", "k: a#b"},
    {"#a", "k: '#a'", "k: '#a'"},
    {"-", "k: '-'", "k: '-'"},
    {"- a", "k: '- a'", "k: '- a'"},
    {"-a", "k: -a", "k: -a"},
    {"? a", "k: '? a'", "k: '? a'"},
    {"?a", "k: ?a", "k: ?a"},
    {"@a", "k: '@a'", "k: '@a'"},
    {"%a", "k: '%a'", "k: '%a'"},
    {"`a", "k: '`a'", "k: '`a'"},
    {"&a", "k: '&a'", "k: '&a'"},
    {"*a", "k: '*a'", "k: '*a'"},
    {"!a", "k: '!a'", "k: '!a'"},
    {"|a", "k: '|a'", "k: '|a'"},
    {">a", "k: '>a'", "k: '>a'"},
    {"'a", "k: '''a'", "k: '''a'"},
    {"\"a", "k: '\"a'", "k: '\"a'"},
    {"[a", "k: '[a'", "k: '[a'"},
    {"{a", "k: '{a'", "k: '{a'"},
    {",a", "k: ',a'", "k: ',a'"},
    {"]a", "k: ']a'", "k: ']a'"},
    {"}a", "k: '}a'", "k: '}a'"},
    {"---", "k: '---'", "k: '---'"},
    {"...", "k: '...'", "k: '...'"},
    {"--- a", "k: '--- a'", "k: '--- a'"},
    {"...a", "k: '...a'", "k: '...a'"},
    {"a\tb", "k: \"a\\tb\"", "k: \"a\\tb\""},
    {"\ta", "k: \"\\ta\"", "k: \"\\ta\""},
    {"a\nb", "k: |-\n  a\n  b", "k: |-\n  a\n  b"},
    {"a\n", "k: |\n  a", "k: |\n  a"},
    {"a\n\n", "k: |+\n  a\n", "k: |+\n  a\n"},
    {"\na", "k: |2-\n\n  a", "k: |2-\n\n  a"},
    {" a\nb", "k: |2-\n   a\n  b", "k: |2-\n   a\n  b"},
    {"a \nb", "k: \"a \\nb\"", "k: \"a \\nb\""},
    {"a\n b", "k: |-\n  a\n   b", "k: |-\n  a\n   b"},
    {"a\nb ", "k: \"a\\nb \"", "k: \"a\\nb \""},
    {"a\342\200\250b", "k: 'a\342\200\250  b'", "k: 'a\342\200\250  b'"},
    {"\303\244", "k: \303\244", "k: \303\244"},
    {"\302\240", "k: \302\240", "k: \302\240"},
    {"\007", "k: \"\\a\"", "k: \"\\a\""},
    {"\033", "k: \"\\e\"", "k: \"\\e\""},
    {"\357\273\277a", "k: \"\\uFEFF\\x61\"", "k: \"\\uFEFF\\x61\""},
    {"a\357\273\277", "k: \"a\\uFEFF\"", "k: \"a\\uFEFF\""},
    {"a\\b", "k: a\\b", "k: a\\b"},
    {"a'b", "k: a'b", "k: a'b"},
    {"it's: x", "k: 'it''s: x'", "k: 'it''s: x'"},
    {"a\rb", "k: \"a\\rb\"", "k: \"a\\rb\""},
    {"a\r\nb", "k: \"a\\r\\nb\"", "k: \"a\\r\\nb\""},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "k: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "k: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"},
    {"x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x y",
     "k: x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x\n  x x x x x y",
     "k: x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x x y"},
    {"ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab "
     " ab  ab  ab  ab  c",
     "k: ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  "
     "ab  ab  ab  ab  ab  c",
     "k: ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  ab  "
     "ab  ab  ab  ab  ab  c"},
    {"xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: y z",
     "k: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:\n  y z'",
     "k: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx: y z'"},
    {"\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 z",
     "k: \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251\n  \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 z",
     "k: \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 \303\251 "
     "\303\251 \303\251 \303\251 \303\251 \303\251 \303\251 z"},
    {"a\nb b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b "
     "c",
     "k: |-\n  a\n  b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b "
     "b b b b b b c",
     "k: |-\n  a\n  b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b b "
     "b b b b b b c"},
};

static struct emitter emitter_to(struct text *to, bool pretty)
{
    text_init(to, &arena);
    text_adds(to, "");
    return (struct emitter){.to = to, .pretty = pretty, .whitespace = true, .indention = true};
}

/* The text from an allocation of exactly its size: reading on is seen. */
static const char *entry_of(const char *s, size_t len, bool pretty)
{
    struct text to;
    struct emitter e = emitter_to(&to, pretty);
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, s, len);
    emit_string(&e, "k", 1, true, true);
    emit_indicator(&e, ":", false, false);
    emit_string(&e, exact, len, true, false);
    free(exact);
    while (to.len && to.at[to.len - 1] == '\n')
        text_cut(&to, to.len - 1);
    return to.at;
}

static const char *less_breaks(const char *yaml)
{
    size_t len = strlen(yaml);
    while (len && yaml[len - 1] == '\n')
        len--;
    return arena_copy(&arena, yaml, len);
}

static void a_text_takes_the_style_it_takes_in_helm(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t len = strlen(cases[i].text);
        assert_string_equal(entry_of(cases[i].text, len, false), less_breaks(cases[i].yaml));
        assert_string_equal(entry_of(cases[i].text, len, true), less_breaks(cases[i].pretty));
    }
}

static void what_would_read_as_another_kind_is_quoted(void **state)
{
    struct text to;
    struct emitter e = emitter_to(&to, false);
    (void)state;
    emit_string(&e, "80", 2, false, false);
    assert_string_equal(to.at, "\"80\"");
}

static void a_key_is_no_block(void **state)
{
    struct text to;
    struct emitter e = emitter_to(&to, false);
    (void)state;
    emit_string(&e, "a\nb", 3, true, true);
    assert_string_equal(to.at, "\"a\\nb\"");
}

static void octets_that_are_no_utf8_do_not_lead_beyond_the_text(void **state)
{
    static const char *const bad[] = {"\xff", "a\xe2\x82", "\xf0\x9f\x98", "\x80 b", "a\n\xe2"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_non_null(entry_of(bad[i], strlen(bad[i]), false));
        assert_non_null(entry_of(bad[i], strlen(bad[i]), true));
    }
}

static void a_simple_key_has_128_octets_at_most_and_one_line(void **state)
{
    char key[129];
    (void)state;
    memset(key, 'k', sizeof key);
    assert_true(emit_is_simple_key("", 0));
    assert_true(emit_is_simple_key(key, 128));
    assert_false(emit_is_simple_key(key, 129));
    assert_false(emit_is_simple_key("a\nb", 3));
    assert_false(emit_is_simple_key("a\xe2\x80\xa8", 4));
}

static void an_indentation_takes_a_new_line_only_where_something_stands(void **state)
{
    struct text to;
    struct emitter e = emitter_to(&to, false);
    (void)state;
    e.indent = 2;
    emit_indent(&e);
    assert_string_equal(to.at, "  ");
    emit_indicator(&e, "-", true, true);
    assert_string_equal(to.at, "  -");
    e.indent = 4;
    emit_indent(&e);
    assert_string_equal(to.at, "  - ");
    emit_string(&e, "x", 1, true, false);
    e.indent = 2;
    emit_indent(&e);
    assert_string_equal(to.at, "  - x\n  ");
    e.indent = -1;
    emit_indent(&e);
    assert_int_equal(e.column, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_takes_the_style_it_takes_in_helm, setup, teardown),
        cmocka_unit_test_setup_teardown(what_would_read_as_another_kind_is_quoted, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_is_no_block, setup, teardown),
        cmocka_unit_test_setup_teardown(octets_that_are_no_utf8_do_not_lead_beyond_the_text, setup, teardown),
        cmocka_unit_test(a_simple_key_has_128_octets_at_most_and_one_line),
        cmocka_unit_test_setup_teardown(an_indentation_takes_a_new_line_only_where_something_stands, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
