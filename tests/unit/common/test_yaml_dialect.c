#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/yaml_dialect.h"

static struct arena arena;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 26);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static const char *mended(const char *text)
{
    struct bytes to = yaml_dialect_mend((struct bytes){text, strlen(text)}, &arena);
    return arena_copy(&arena, to.at, to.len);
}

static void an_escaped_apostrophe_loses_its_backslash(void **state)
{
    (void)state;
    assert_string_equal(mended("a: \"it\\'s\"\n"), "a: \"it's\"\n");
    assert_string_equal(mended("\xef\xbb\xbf# \xc3\xa9\r\na: \"\\\\\\'\\\"\\'\" # \"\\'\"\n"),
                        "\xef\xbb\xbf# \xc3\xa9\r\na: \"\\\\'\\\"'\" # \"\\'\"\n");
    assert_string_equal(mended("a: \"\\'\nb\\'\"\nc: '\\'\nd: \"\\'"), "a: \"'\nb'\"\nc: '\\'\nd: \"'");
    assert_string_equal(mended("a: \"\\q\\'\""), "a: \"\\q\\'\"");
}

static void a_colon_at_the_end_of_a_flow_scalar_is_quoted(void **state)
{
    (void)state;
    assert_string_equal(mended("[a:, it's:, {b::}, \xc3\xa9:[]]"),
                        "['a:', 'it''s:', {'b::'}, '\xc3\xa9:'[]]");
    assert_string_equal(mended("['a'b:]"), "['a' 'b:']");
    assert_string_equal(mended("[x?:, a:]"), "[x?:, a:]");
    assert_string_equal(mended("[a: , b:\n]"), "[a: , b:\n]");
}

static void what_is_fine_or_hopeless_stays(void **state)
{
    (void)state;
    assert_string_equal(mended("a: 1\n"), "a: 1\n");
    assert_string_equal(mended("a: \"\\"), "a: \"\\");
    assert_string_equal(mended("a: @"), "a: @");
    assert_string_equal(mended(""), "");
}

/* The first refusal of a text: "LINE:COLUMN: what", both from 0, "s" behind it if the scanner's. */
static const char *refusal(const char *text)
{
    struct yaml_dialect d = {0};
    const struct bytes all = {text, strlen(text)};
    yaml_parser_t p;
    yaml_event_t event;
    const char *what = NULL, *said = "none";
    yaml_mark_t where;
    bool more = true, in_scanner;
    assert_true(yaml_parser_initialize(&p));
    yaml_parser_set_input_string(&p, (const unsigned char *)text, strlen(text));
    while (more && !what && yaml_parser_parse(&p, &event)) {
        more = event.type != YAML_STREAM_END_EVENT;
        what = yaml_dialect_refusal(&d, all, &event, &where, &in_scanner);
        yaml_event_delete(&event);
    }
    if (what)
        said = arena_printf(&arena, "%zu:%zu: %s%s", where.line, where.column, what, in_scanner ? " s" : "");
    yaml_parser_delete(&p);
    return said;
}

static void a_question_mark_within_a_flow_is_refused(void **state)
{
    (void)state;
    assert_string_equal(refusal("a: [b, x?]"), "0:7: did not find expected ',' or ']'");
    assert_string_equal(refusal("a: {b: [c], d: x?y}"), "0:15: did not find expected ',' or '}'");
    assert_string_equal(refusal("a: [b: x?]"), "0:7: did not find expected ',' or ']'");
    assert_string_equal(refusal("a: [{b: c}]\nd: x?\ne: ['x?', \"y?\"]"), "none");
}

static void an_escaped_slash_is_refused(void **state)
{
    (void)state;
    assert_string_equal(refusal("a: \"\\/\""), "0:4: found unknown escape character s");
    assert_string_equal(refusal("\xef\xbb\xbf\xc3\xa9: \"x\"\nb: !!str \"\xc3\xa9\n \\/\""),
                        "2:1: found unknown escape character s");
    assert_string_equal(refusal("a: \"\\\\/\"\nb: '\\/'\nc: \\/\nd: \"x\" # \\/"), "none");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(an_escaped_apostrophe_loses_its_backslash, setup, teardown),
        cmocka_unit_test_setup_teardown(a_colon_at_the_end_of_a_flow_scalar_is_quoted, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_fine_or_hopeless_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(a_question_mark_within_a_flow_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(an_escaped_slash_is_refused, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
