/* Constants as templates write them; what is meant was asked of Go's text/template. */
#include "render/template/constant.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_type.h"

static struct arena arena;

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 1024 * 1024);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static const char *read(const char *s, struct value **out)
{
    return constant_number(s, strlen(s), &arena, out);
}

static void integers_are_of_any_base(void **state)
{
    static const struct {
        const char *text;
        int64_t meant;
    } rows[] = {{"0", 0},
                {"-3", -3},
                {"+3", 3},
                {"0x1F", 31},
                {"0X1f", 31},
                {"0b11", 3},
                {"0o17", 15},
                {"017", 15},
                {"1_000", 1000},
                {"0x_F", 15},
                {"-0x10", -16},
                {"9223372036854775807", INT64_MAX},
                {"-9223372036854775808", INT64_MIN}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value *v = NULL;
        assert_null(read(rows[i].text, &v));
        assert_non_null(v);
        assert_int_equal(v->kind, VALUE_INT);
        assert_int_equal(v->form, FORM_INT);
        assert_true(v->integer == rows[i].meant);
    }
}

static void fractions_and_exponents_make_floats(void **state)
{
    static const struct {
        const char *text;
        double meant;
    } rows[] = {{"1.5", 1.5}, {".5", 0.5},   {"5.", 5},      {"1e3", 1000},   {"1E-3", 0.001},
                {"-0.0", 0},  {"0x1p4", 16}, {"0x1.8p1", 3}, {"1_0.5", 10.5}, {"1e308", 1e308}};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value *v = NULL;
        assert_null(read(rows[i].text, &v));
        assert_non_null(v);
        assert_int_equal(v->kind, VALUE_FLOAT);
        assert_true(v->number == rows[i].meant);
    }
}

static void what_fits_no_int_is_told(void **state)
{
    struct value *v;
    (void)state;
    assert_null(read("9223372036854775808", &v));
    assert_null(v);
    assert_null(read("18446744073709551615", &v));
    assert_null(v);
    assert_string_equal(read("18446744073709551616", &v), "integer overflow: \"18446744073709551616\"");
    assert_string_equal(read("08", &v), "integer overflow: \"08\""); /* Go's words: it reads it as a float */
}

static void what_is_no_number_is_told(void **state)
{
    static const char *const rows[] = {"",    "+",  ".",     "0x",    "1__0", "1_",  "_1",
                                       "0b2", "1e", "0x1.8", "1e400", "0o8",  "1_.5"};
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct value *v;
        const char *wrong = read(rows[i], &v);
        if (!wrong || !strstr(wrong, "illegal number syntax: \""))
            fail_msg("of \"%s\" is said: %s", rows[i], wrong ? wrong : "it is one");
    }
}

static void characters_are_their_rune(void **state)
{
    static const struct {
        const char *text;
        int64_t rune;
    } good[] = {{"'a'", 'a'}, {"'\\n'", '\n'}, {"'\xc3\xa9'", 0xe9}, {"'\\u00e9'", 0xe9}, {"'\\''", '\''}};
    static const char *const bad[][2] = {{"''", "invalid syntax"},
                                         {"'ab'", "malformed character constant: 'ab'"},
                                         {"'a\\q'", "malformed character constant: 'a\\q'"},
                                         {"'\\q'", "invalid syntax"},
                                         {"'", "invalid syntax"}};
    struct value *v;
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        assert_null(constant_character(good[i].text, strlen(good[i].text), &arena, &v));
        assert_int_equal(v->integer, good[i].rune);
    }
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_string_equal(constant_character(bad[i][0], strlen(bad[i][0]), &arena, &v), bad[i][1]);
}

static void underscores_stand_between_digits(void **state)
{
    static const char *const good[] = {"", "1", "1_0", "0x_1", "0_7", "1_0.5_0"};
    static const char *const bad[] = {"_", "1_", "_1", "1__0", "0x_", "1_.5", "1._5", "a_1"};
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(constant_good_underscores(good[i], strlen(good[i])));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(constant_good_underscores(bad[i], strlen(bad[i])));
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(integers_are_of_any_base),  WITH_ARENA(fractions_and_exponents_make_floats),
        WITH_ARENA(what_fits_no_int_is_told),  WITH_ARENA(what_is_no_number_is_told),
        WITH_ARENA(characters_are_their_rune), WITH_ARENA(underscores_stand_between_digits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
