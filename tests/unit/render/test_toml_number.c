/* Numbers and times of TOML, held against Helm. */
#include "tests/support/toml_case.h"
#include "tests/unit/cmocka_all.h"

static const struct toml_case numbers[] = {
    {"a=0", "map{\"a\":0}"},
    {"a=-0", "map{\"a\":0}"},
    {"a=+5", "map{\"a\":5}"},
    {"a=1_000", "map{\"a\":1000}"},
    {"a=0x1F", "map{\"a\":31}"},
    {"a=0xdead_BEEF", "map{\"a\":3735928559}"},
    {"a=0b101", "map{\"a\":5}"},
    {"a=0b_1", "! toml: line 1 (last key \"a\"): not a binary number: '0b_'"},
    {"a=0o17", "map{\"a\":15}"},
    {"a=9223372036854775807", "map{\"a\":9223372036854775807}"},
    {"a=-9223372036854775808", "map{\"a\":-9223372036854775808}"},
    {"a=1.5", "map{\"a\":1.5}"},
    {"a=-0.0", "map{\"a\":-0}"},
    {"a=1e3", "map{\"a\":1000}"},
    {"a=1E+3", "map{\"a\":1000}"},
    {"a=1_0.5_0e1_0", "map{\"a\":1.05e+11}"},
    {"a=1e-400", "map{\"a\":0}"},
    {"a=inf", "map{\"a\":+Inf}"},
    {"a=-inf", "map{\"a\":-Inf}"},
    {"a=+inf", "map{\"a\":+Inf}"},
    {"a=nan", "map{\"a\":NaN}"},
    {"a=+nan", "map{\"a\":NaN}"},
};

static void numbers_are_read_in_all_their_forms(void **state)
{
    (void)state;
    toml_case_check(numbers, sizeof numbers / sizeof *numbers);
}

static const struct toml_case no_numbers[] = {
    {"a=1__0",
     "! toml: line 1 (last key \"a\"): Invalid integer \"1__0\": underscores must be surrounded by digits"},
    {"a=1_",
     "! toml: line 1 (last key \"a\"): Invalid integer \"1_\": underscores must be surrounded by digits"},
    {"a=_1", "! toml: line 1 (last key \"a\"): expected value but found '_' instead"},
    {"a=0x_1", "! toml: line 1 (last key \"a\"): not a hexadecimal number: '0x_'"},
    {"a=0xg", "! toml: line 1 (last key \"a\"): not a hexadecimal number: '0xg'"},
    {"a=0x", "! toml: line 1 (last key \"a\"): not a hexadecimal number: '0x\000'"},
    {"a=0b2", "! toml: line 1 (last key \"a\"): not a binary number: '0b2'"},
    {"a=0o8", "! toml: line 1 (last key \"a\"): not an octal number: '0o8'"},
    {"a=017", "! toml: line 1 (last key \"a\"): Invalid integer \"017\": cannot have leading zeroes"},
    {"a=00", "! toml: line 1 (last key \"a\"): Invalid integer \"00\": cannot have leading zeroes"},
    {"a=-01", "! toml: line 1 (last key \"a\"): Invalid integer \"-01\": cannot have leading zeroes"},
    {"a=+00", "! toml: line 1 (last key \"a\"): Invalid integer \"+00\": cannot have leading zeroes"},
    {"a=9223372036854775808",
     "! toml: line 1 (last key \"a\"): 9223372036854775808 is out of range for int64"},
    {"a=0xffffffffffffffff", "! toml: line 1 (last key \"a\"): 0xffffffffffffffff is out of range for int64"},
    {"a=1e", "! toml: line 1 (last key \"a\"): Invalid float value: \"1e\""},
    {"a=1e+",
     "! toml: line 1 (last key \"a\"): Invalid float \"1e+\": underscores must be surrounded by digits"},
    {"a=1.",
     "! toml: line 1 (last key \"a\"): Invalid float \"1.\": '.' must be followed by one or more digits"},
    {"a=1.e3",
     "! toml: line 1 (last key \"a\"): Invalid float \"1.e3\": '.' must be followed by one or more digits"},
    {"a=.5", "! toml: line 1 (last key \"a\"): floats must start with a digit, not '.'"},
    {"a=+.5", "! toml: line 1 (last key \"a\"): floats must start with a digit, not '.'"},
    {"a=1._5",
     "! toml: line 1 (last key \"a\"): Invalid float \"1._5\": underscores must be surrounded by digits"},
    {"a=1.2.3", "! toml: line 1 (last key \"a\"): Invalid float value: \"1.2.3\""},
    {"a=1e5.5", "! toml: line 1 (last key \"a\"): Invalid float value: \"1e5.5\""},
    {"a=01.5", "! toml: line 1 (last key \"a\"): Invalid float \"01.5\": cannot have leading zeroes"},
    {"a=-01.5", "! toml: line 1 (last key \"a\"): Invalid float \"-01.5\": cannot have leading zeroes"},
    {"a=1e400", "! toml: line 1 (last key \"a\"): 1e400 is out of range for float64"},
    {"a=-0x1", "! toml: line 1 (last key \"a\"): cannot use sign with non-decimal numbers: '-0x'"},
    {"a=+0b1", "! toml: line 1 (last key \"a\"): cannot use sign with non-decimal numbers: '+0b'"},
    {"a=+", "! toml: line 1 (last key \"a\"): expected a digit but got '\\x00'"},
    {"a=-x", "! toml: line 1 (last key \"a\"): expected a digit but got 'x'"},
    {"a=-i", "! toml: line 1 (last key \"a\"): invalid float: '-i'"},
    {"a=+na", "! toml: line 1 (last key \"a\"): invalid float: '+na'"},
    {"a=iaf", "! toml: line 1 (last key \"a\"): expected value but found \"af\" instead"},
    {"a=nnf", "! toml: line 1 (last key \"a\"): Invalid float value: \"nnf\""},
    {"a=ian",
     "! toml: line 1 (last key \"a\"): Invalid float \"ian\": underscores must be surrounded by digits"},
};

static void what_is_no_number_is_told(void **state)
{
    (void)state;
    toml_case_check(no_numbers, sizeof no_numbers / sizeof *no_numbers);
}

static const struct toml_case times[] = {
    {"a=1979-05-27T07:32:00Z", "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 0, time.UTC)}"},
    {"a=1979-05-27t07:32:00z", "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 0, time.UTC)}"},
    {"a=1979-05-27 07:32:00.5 # c",
     "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 500000000, time.Location(\"datetime-local\"))}"},
    {"a=1979-05-27T07:32:00+02:00",
     "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 0, time.Location(\"\"))}"},
    {"a=1979-05-27T00:32:00.999999-07:00",
     "map{\"a\":time.Date(1979, time.May, 27, 0, 32, 0, 999999000, time.Location(\"\"))}"},
    {"a=1979-05-27T07:32",
     "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 0, time.Location(\"datetime-local\"))}"},
    {"a=1979-05-27T07:32Z", "map{\"a\":time.Date(1979, time.May, 27, 7, 32, 0, 0, time.UTC)}"},
    {"a=1979-05-27", "map{\"a\":time.Date(1979, time.May, 27, 0, 0, 0, 0, time.Location(\"date-local\"))}"},
    {"a=07:32:00", "map{\"a\":time.Date(0, time.January, 1, 7, 32, 0, 0, time.Location(\"time-local\"))}"},
    {"a=07:32", "map{\"a\":time.Date(0, time.January, 1, 7, 32, 0, 0, time.Location(\"time-local\"))}"},
    {"a=07:32:00.1234567890123",
     "map{\"a\":time.Date(0, time.January, 1, 7, 32, 0, 123456789, time.Location(\"time-local\"))}"},
    {"a=0001-01-01", "map{\"a\":time.Date(1, time.January, 1, 0, 0, 0, 0, time.Location(\"date-local\"))}"},
};

static void times_are_read_with_an_offset_and_without(void **state)
{
    (void)state;
    toml_case_check(times, sizeof times / sizeof *times);
}

static const struct toml_case no_times[] = {
    {"a=7:32", "! toml: line 1 (last key \"a\"): invalid datetime: \"7:32\""},
    {"a=1979-5-27", "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-5-27\""},
    {"a=1979-13-27", "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-13-27\""},
    {"a=1979-02-30", "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-02-30\""},
    {"a=24:00:00", "! toml: line 1 (last key \"a\"): invalid datetime: \"24:00:00\""},
    {"a=1979-05-27T", "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-05-27T\""},
    {"a=1979-05-27T07:32:00Zz",
     "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-05-27T07:32:00ZZ\""},
    {"a=1979-05-27T07:32:00+0200",
     "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-05-27T07:32:00+0200\""},
    {"a=1-2", "! toml: line 1 (last key \"a\"): invalid datetime: \"1-2\""},
    {"a=1:2", "! toml: line 1 (last key \"a\"): invalid datetime: \"1:2\""},
    {"a=1979-05-27T1:02:03", "! toml: line 1 (last key \"a\"): invalid datetime: \"1979-05-27T1:02:03\""},
};

static void what_is_no_time_is_told(void **state)
{
    (void)state;
    toml_case_check(no_times, sizeof no_times / sizeof *no_times);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TOML_TEST(numbers_are_read_in_all_their_forms),
        TOML_TEST(what_is_no_number_is_told),
        TOML_TEST(times_are_read_with_an_offset_and_without),
        TOML_TEST(what_is_no_time_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
