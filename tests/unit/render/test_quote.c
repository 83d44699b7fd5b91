#include "tests/unit/cmocka_all.h"

#include "render/quote.h"
#include "tests/unit/render/arena_json.h"

/* Wanted: what Go's strconv.Quote gives. */
static void text_is_quoted_as_go_does(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"", "\"\""},
        {"plain text", "\"plain text\""},
        {"say \"hi\"", "\"say \\\"hi\\\"\""},
        {"back\\slash", "\"back\\\\slash\""},
        {"'`$%", "\"'`$%\""},
        {"\a\b\f\n\r\t\v", "\"\\a\\b\\f\\n\\r\\t\\v\""},
        {"\x01\x1b\x7f", "\"\\x01\\x1b\\x7f\""},
        {"\xc3\xa4\xe2\x82\xac", "\"\xc3\xa4\xe2\x82\xac\""},
        {"\xf0\x9f\x98\x80", "\"\xf0\x9f\x98\x80\""},
        {"\xc2\x85", "\"\\u0085\""},
        {"\xc2\xa0", "\"\\u00a0\""},
        {"\xe2\x80\xa8", "\"\\u2028\""},
        {"\xef\xbb\xbf", "\"\\ufeff\""},
        {"\xf4\x8f\xbf\xbf", "\"\\U0010ffff\""},
        {"\xef\xbf\xbd", "\"\xef\xbf\xbd\""},
        {"\xff", "\"\\xff\""},
        {"a\xe2\x82", "\"a\\xe2\\x82\""},
        {"\xc0\x80", "\"\\xc0\\x80\""},
        {"\xed\xa0\x80", "\"\\xed\\xa0\\x80\""},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(quote_go(&arena, cases[i].text, strlen(cases[i].text)), cases[i].wanted);
}

static void only_the_octets_of_the_length_count(void **state)
{
    (void)state;
    assert_string_equal(quote_go(&arena, "a\0b\x80", 3), "\"a\\x00b\"");
    assert_string_equal(quote_go(&arena, "\xe2\x82\xac", 2), "\"\\xe2\\x82\"");
}

static void it_is_added_to_what_is_there(void **state)
{
    struct text to;
    (void)state;
    text_init(&to, &arena);
    text_adds(&to, "got ");
    quote_write("x", 1, &to);
    assert_string_equal(to.at, "got \"x\"");
    assert_int_equal(to.len, 7);
}

static void a_full_arena_gives_the_empty_text(void **state)
{
    static char big[4096];
    struct arena small = {0};
    (void)state;
    arena_init(&small, 64);
    memset(big, 'x', sizeof big);
    assert_string_equal(quote_go(&small, big, sizeof big), "");
    arena_clear(&small);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(text_is_quoted_as_go_does, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_octets_of_the_length_count, setup, teardown),
        cmocka_unit_test_setup_teardown(it_is_added_to_what_is_there, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_gives_the_empty_text, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
