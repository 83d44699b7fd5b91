#include "render/warn.h"

#include <string.h>

#include "tests/unit/fresh_arena.h"

static struct text said;

static int start(void **state)
{
    int status = setup(state);
    text_init(&said, &arena);
    text_adds(&said, "");
    return status;
}

static void helm_3_names_the_line_of_its_source(void **state)
{
    (void)state;
    warn_log(&said, false, "x.go:7", "Warning: %s", "no \"table\"");
    assert_string_equal(said.at, "x.go:7: Warning: no \"table\"\n");
}

static void helm_4_makes_a_message_of_it(void **state)
{
    (void)state;
    warn_log(&said, true, "x.go:7", "Warning: %s", "no \"table\"");
    assert_string_equal(said.at, "level=INFO msg=\"Warning: no \\\"table\\\"\"\n");
}

static void values_are_quoted_where_they_need_it(void **state)
{
    (void)state;
    warn_slog(&said, "WARN", "short", "a", "s.x", "b", "", "c", "x y", "d", "x=y", "e", "x\\y",
              (const char *)NULL);
    warn_slog(&said, "WARN", "short", "f", "\xc3\xa9", "g", "\xff", "h", "\xc2\xa0", "i", "\x01",
              (const char *)NULL);
    assert_string_equal(said.at, "level=WARN msg=short a=s.x b=\"\" c=\"x y\" d=\"x=y\" e=x\\y\n"
                                 "level=WARN msg=short f=\xc3\xa9 g=\"\\xff\" h=\"\\u00a0\" i=\"\\x01\"\n");
}

static void a_warning_of_any_length_is_whole(void **state)
{
    static char word[5001];
    (void)state;
    memset(word, 'w', sizeof word - 1);
    warn_log(&said, false, "x.go:7", "%s", word);
    assert_int_equal(said.len, 5000 + sizeof "x.go:7: \n" - 1);
}

static void nobody_need_listen(void **state)
{
    (void)state;
    warn_log(NULL, false, "x.go:7", "x");
    warn_slog(NULL, "WARN", "x", (const char *)NULL);
    assert_int_equal(said.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(helm_3_names_the_line_of_its_source, start, teardown),
        cmocka_unit_test_setup_teardown(helm_4_makes_a_message_of_it, start, teardown),
        cmocka_unit_test_setup_teardown(values_are_quoted_where_they_need_it, start, teardown),
        cmocka_unit_test_setup_teardown(a_warning_of_any_length_is_whole, start, teardown),
        cmocka_unit_test_setup_teardown(nobody_need_listen, start, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
