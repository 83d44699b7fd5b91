#include "tests/unit/cmocka_all.h"

#include <math.h>
#include <string.h>

#include "common/yaml_scalar.h"

static struct yaml_scalar read_text(const char *text)
{
    return yaml_scalar_read(text, strlen(text));
}

static void words_are_of_the_type_that_helm_takes_them_for(void **state)
{
    (void)state;
    static const struct {
        enum yaml_type type;
        const char *words[24];
    } cases[] = {
        {YAML_TYPE_STRING,
         {"a",    "yes!", "tRue", "yEs", "12:30", "1.2.3", "0x", "0xg", "1_a",     "_1", "--1",
          "nUll", "1e",   "e1",   "+",   "-",     ".",     "=",  "<<x", "2001-13", "0o8"}},
        {YAML_TYPE_NULL, {"", "~", "null", "Null", "NULL"}},
        {YAML_TYPE_BOOL,
         {"y", "Y", "n", "N", "yes", "Yes", "YES", "no", "true", "True", "TRUE", "false", "on", "On", "OFF"}},
        {YAML_TYPE_INT,
         {"0", "-1", "+1", "1_000", "0x1F", "0b101", "0o17", "017", "-0x10", "9223372036854775807"}},
        {YAML_TYPE_UINT, {"9223372036854775808", "18446744073709551615"}},
        {YAML_TYPE_FLOAT,
         {"1.5", "-1.", ".5", "1e3", "1E+06", ".inf", "-.Inf", "+.INF", ".nan", ".NaN",
          "18446744073709551616"}},
        {YAML_TYPE_DATE, {"2001-12-14", "2001-12-14T21:59:43Z", "2001-12-14 21:59:43.10"}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (size_t w = 0; w < 24 && cases[i].words[w]; w++)
            if (read_text(cases[i].words[w]).type != cases[i].type)
                fail_msg("%s is taken for type %d", cases[i].words[w], read_text(cases[i].words[w]).type);
}

static void values_are_read_in_every_base(void **state)
{
    (void)state;
    assert_int_equal(read_text("1_000").integer, 1000);
    assert_int_equal(read_text("0x1F").integer, 31);
    assert_int_equal(read_text("-0x10").integer, -16);
    assert_int_equal(read_text("017").integer, 15);
    assert_int_equal(read_text("0o17").integer, 15);
    assert_int_equal(read_text("0b101").integer, 5);
    assert_int_equal(read_text("-9223372036854775808").integer, INT64_MIN);
    assert_true(read_text("18446744073709551615").large == UINT64_MAX);
    assert_true(read_text("1e3").number == 1000.0);
    assert_true(isinf(read_text("-.inf").number) && read_text("-.inf").number < 0);
    assert_true(isnan(read_text(".nan").number));
    assert_true(read_text("Off").type == YAML_TYPE_BOOL && !read_text("Off").boolean);
    assert_true(read_text("on").boolean);
}

static void only_the_octets_given_count(void **state)
{
    (void)state;
    assert_int_equal(yaml_scalar_read("12x", 2).integer, 12);
    assert_int_equal(yaml_scalar_read("nullx", 4).type, YAML_TYPE_NULL);
    static const char zero[] = "1\0002";
    assert_int_equal(yaml_scalar_read(zero, 3).type, YAML_TYPE_STRING);
    char digits[4096];
    memset(digits, '9', sizeof digits);
    assert_int_equal(yaml_scalar_read(digits, sizeof digits).type, YAML_TYPE_STRING);
    assert_int_equal(yaml_scalar_read(digits, 300).type, YAML_TYPE_FLOAT);
}

static void numbers_of_base_60_are_known(void **state)
{
    (void)state;
    static const char *const yes[] = {"12:30", "-1:2.5", "+190:20:30", "1:59"}, *const no[] = {
                                                                                    "12:60", "12",   ":30",
                                                                                    "12:",   "a:30", "12:3a",
                                                                                    "1:2:",  ""};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        if (!yaml_scalar_is_base60(yes[i], strlen(yes[i])))
            fail_msg("%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        if (yaml_scalar_is_base60(no[i], strlen(no[i])))
            fail_msg("%s", no[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_are_of_the_type_that_helm_takes_them_for),
        cmocka_unit_test(values_are_read_in_every_base),
        cmocka_unit_test(only_the_octets_given_count),
        cmocka_unit_test(numbers_of_base_60_are_known),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
