#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include <stdio.h>
#include <unistd.h>

#include "render/compose_dotenv.h"
#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static struct fault fault;
static struct text warnings;

/* What a file of that text holds, as JSON; or what is wrong. */
static const char *read_with(struct dotenv_options options, const char *text, size_t len)
{
    static const struct variables none;
    char path[] = "/tmp/dotenv-XXXXXX";
    struct value *map = value_map(&arena);
    struct notes notes;
    struct text out;
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, len), (ssize_t)len);
    close(fd);
    fault_init(&fault, &arena);
    text_init(&warnings, &arena);
    text_adds(&warnings, "");
    notes_init(&notes, &fault, &warnings, &arena);
    options.variables = &none;
    int status = dotenv_read(path, &options, &notes, map);
    unlink(path);
    if (status != 0)
        return fault.more.at + strlen(path);
    text_init(&out, &arena);
    assert_int_equal(json_write(map, JSON_RAW, &out), 0);
    return out.at;
}

static const char *entries(const char *text)
{
    return read_with((struct dotenv_options){0}, text, strlen(text));
}

static void lines_are_keys_and_values(void **state)
{
    (void)state;
    assert_string_equal(entries("A=1\n\n# no\n  export B = two words  # yes\nC=\nD=a#b"),
                        "{\"A\":\"1\",\"B\":\"two words\",\"C\":\"\",\"D\":\"a#b\"}");
    assert_string_equal(entries("A=1\r\nB=2\r\n"), "{\"A\":\"1\",\"B\":\"2\"}");
    assert_string_equal(entries("A=1\nA=2"), "{\"A\":\"2\"}");
    assert_string_equal(entries(""), "{}");
}

static void quotes_keep_what_is_in_them(void **state)
{
    (void)state;
    assert_string_equal(entries("A='$X # \"'\nB=\"a\\nb\\t\\\"\\$X\\\\ \\q\" # c"),
                        "{\"A\":\"$X # \\\"\",\"B\":\"a\\nb\\t\\\"$X\\\\ \\\\q\"}");
    assert_string_equal(entries("A='two\nlines'\nB=2"), "{\"A\":\"two\\nlines\",\"B\":\"2\"}");
}

static void variables_see_the_lines_above(void **state)
{
    (void)state;
    assert_string_equal(entries("A=1\nB=${A}2\nC=\"${B}3\""), "{\"A\":\"1\",\"B\":\"12\",\"C\":\"123\"}");
}

static void a_raw_file_is_taken_as_it_is(void **state)
{
    (void)state;
    const char *text = "A=\"$X\" # y\nB='";
    assert_string_equal(read_with((struct dotenv_options){.raw = true}, text, strlen(text)),
                        "{\"A\":\"\\\"$X\\\" # y\",\"B\":\"'\"}");
}

static void a_key_alone_is_inherited(void **state)
{
    (void)state;
    assert_int_equal(setenv("DOTENV_TEST_SET", "here", 1), 0);
    assert_string_equal(entries("DOTENV_TEST_SET\nDOTENV_TEST_UNSET\n"), "{\"DOTENV_TEST_SET\":\"here\"}");
    assert_int_equal(unsetenv("DOTENV_TEST_SET"), 0);
}

static void faults_have_their_line(void **state)
{
    (void)state;
    assert_string_equal(entries("A=1\nthis is none\n"), ":2:1: KEY=VALUE is wanted here\n");
    assert_string_equal(entries("=x"), ":1:1: KEY=VALUE is wanted here\n");
    assert_string_equal(entries("A='1\n2\n"), ":1:1: a ' has no other to end it\n");
    assert_string_equal(entries("A=\"x\" y"),
                        ":1:1: something stands behind the text in quotes; put it inside\n");
    assert_string_equal(entries("A=\"x\\"), ":1:1: a \" has no other to end it\n");
    assert_non_null(strstr(read_with((struct dotenv_options){0}, "A=\0b", 4), "holds a NUL"));
}

static void a_file_is_bounded(void **state)
{
    (void)state;
    char *text = arena_alloc(&arena, DOTENV_MAX + 1);
    memset(text, 'x', DOTENV_MAX + 1);
    text[0] = '#'; /* one line: strict checks of strings look at all that is left, for each line */
    assert_string_equal(read_with((struct dotenv_options){0}, text, DOTENV_MAX), "{}");
    read_with((struct dotenv_options){0}, text, DOTENV_MAX + 1);
    assert_non_null(strstr(fault.more.at, "longer than"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(lines_are_keys_and_values, setup, teardown),
        cmocka_unit_test_setup_teardown(quotes_keep_what_is_in_them, setup, teardown),
        cmocka_unit_test_setup_teardown(variables_see_the_lines_above, setup, teardown),
        cmocka_unit_test_setup_teardown(a_raw_file_is_taken_as_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(a_key_alone_is_inherited, setup, teardown),
        cmocka_unit_test_setup_teardown(faults_have_their_line, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
