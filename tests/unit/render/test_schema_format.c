#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/schema_node.h"
#include "tests/unit/fresh_arena.h"

/* From an allocation of exactly that size: reading on is seen. */
static const char *why_not(const char *format, const char *s, size_t len)
{
    schema_format *named = schema_format_named(format);
    if (!named)
        fail_msg("%s is no format", format);
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, s, len);
    const char *why = named ? named(&arena, exact, len) : "no such format";
    free(exact);
    return why;
}

/* In the words of Helm 3, of a chart whose schema is of draft 7. */
static const struct {
    const char *format, *text, *why; /* NULL: it is */
} format_cases[] = {
    {"json-pointer", "", NULL},
    {"json-pointer", "/a~0b", NULL},
    {"json-pointer", "a", "not starting with /"},
    {"json-pointer", "/~", "~ must be followed by 0 or 1"},
    {"json-pointer", "/~2", "~ must be followed by 0 or 1"},
    {"relative-json-pointer", "0", NULL},
    {"relative-json-pointer", "1#", NULL},
    {"relative-json-pointer", "01", "starts with zero"},
    {"relative-json-pointer", "", "must start with non-negative integer"},
    {"relative-json-pointer", "1/a", NULL},
    {"relative-json-pointer", "1a", "not starting with /"},
    {"relative-json-pointer", "-1", "must start with non-negative integer"},
    {"uuid", "123e4567-e89b-12d3-a456-426614174000", NULL},
    {"uuid", "123e4567-e89b-12d3-a456", "must have 5 elements"},
    {"uuid", "123e4567-e89b-12d3-a45-426614174000", "element 4 must be 4 characters long"},
    {"uuid", "123e4567-e89b-12d3-a456-42661417400g", "non-hex character 'g'"},
    {"duration", "P1Y2M3DT4H5M6S", NULL},
    {"duration", "P2W", NULL},
    {"duration", "", "must start with P"},
    {"duration", "P", "nothing after P"},
    {"duration", "1Y", "must start with P"},
    {"duration", "PT", "no time elements"},
    {"duration", "P1", "missing unit"},
    {"duration", "P1S", "invalid unit 'S'"},
    {"duration", "P1D1Y", "unit 'Y' out of order"},
    {"duration", "PY", "missing number"},
    {"duration", "P1DT1H1M1M", "unit 'M' out of order"},
    {"duration", "PW", "no number in week"},
    {"duration", "P1Y1W", "invalid week"},
    {"duration", "PT1HT1M", "more than one T"},
    {"ipv4", "127.0.0.1", NULL},
    {"ipv4", "1.2.3", "expected four decimals"},
    {"ipv4", "256.1.1.1", "decimal must be between 0 and 255"},
    {"ipv4", "01.1.1.1", "leading zeros"},
    {"ipv4", "a.1.1.1", "strconv.Atoi: parsing \"a\": invalid syntax"},
    {"ipv4", "1.1.1.", "strconv.Atoi: parsing \"\": invalid syntax"},
    {"ipv4", "1.1.1.1.1", "expected four decimals"},
    {"ipv6", "::1", NULL},
    {"ipv6", "1", "missing colon"},
    {"ipv6", "fe80::1%eth0", "zone id is not a part of ipv6 address"},
    {"ipv6", "::ffff:1.2.3.4", NULL},
    {"hostname", "a.b", NULL},
    {"hostname", "a.b.", NULL},
    {"hostname", "", "label must be 1 to 63 characters long"},
    {"hostname", "-a", "label starts with hyphen"},
    {"hostname", "a-", "label ends with hyphen"},
    {"hostname", "a..b", "label must be 1 to 63 characters long"},
    {"hostname", "a_b", "invalid character '_'"},
    {"hostname", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
     "label must be 1 to 63 characters long"},
    {"hostname", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", NULL},
    {"email", "a@b.c", NULL},
    {"email", "a", "missing @"},
    {"email", "\"a b\"@c", NULL},
    {"email", "a@", "invalid domain: label must be 1 to 63 characters long"},
    {"email", "@b", NULL},
    {"email", "a@[127.0.0.1]", NULL},
    {"email", "a@[IPv6:::1]", NULL},
    {"email", "a@[x]", "invalid ipv4 address: expected four decimals"},
    {"email", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx@b",
     "local part more than 64 characters long"},
    {"email", "a b@c", "invalid character ' '"},
    {"date", "", "parsing time \"\" as \"2006-01-02\": cannot parse \"\" as \"2006\""},
    {"date", "2020", "parsing time \"2020\" as \"2006-01-02\": cannot parse \"\" as \"-\""},
    {"date", "2020-", "parsing time \"2020-\" as \"2006-01-02\": cannot parse \"\" as \"01\""},
    {"date", "2020x01-01", "parsing time \"2020x01-01\" as \"2006-01-02\": cannot parse \"x01-01\" as \"-\""},
    {"date", "2020-2-3", "parsing time \"2020-2-3\" as \"2006-01-02\": cannot parse \"2-3\" as \"01\""},
    {"date", "2020-02", "parsing time \"2020-02\" as \"2006-01-02\": cannot parse \"\" as \"-\""},
    {"date", "2020-02-", "parsing time \"2020-02-\" as \"2006-01-02\": cannot parse \"\" as \"02\""},
    {"date", "2020-02-3", "parsing time \"2020-02-3\" as \"2006-01-02\": cannot parse \"3\" as \"02\""},
    {"date", "2020-02-30x", "parsing time \"2020-02-30x\": extra text: \"x\""},
    {"date", "2020-00-01", "parsing time \"2020-00-01\": month out of range"},
    {"date", "2020-01-00", "parsing time \"2020-01-00\": day out of range"},
    {"date", "2020-13-1", "parsing time \"2020-13-1\": month out of range"},
    {"date", "20200101", "parsing time \"20200101\" as \"2006-01-02\": cannot parse \"0101\" as \"-\""},
    {"date", "2020-01-01x", "parsing time \"2020-01-01x\": extra text: \"x\""},
    {"date", "2020-02-29", NULL},
    {"date", "2019-02-29", "parsing time \"2019-02-29\": day out of range"},
    {"date", "2000-02-29", NULL},
    {"date", "1900-02-29", "parsing time \"1900-02-29\": day out of range"},
    {"date", "2020-04-31", "parsing time \"2020-04-31\": day out of range"},
    {"date", "x", "parsing time \"x\" as \"2006-01-02\": cannot parse \"x\" as \"2006\""},
    {"date", "2020-13-01", "parsing time \"2020-13-01\": month out of range"},
    {"time", "12:00:00Z", NULL},
    {"time", "12:00:00", "less than 9 characters long"},
    {"time", "24:00:00Z", "hour/min/sec out of range"},
    {"time", "12:00:00+01:00", NULL},
    {"time", "12:00:00.5Z", NULL},
    {"time", "23:59:60Z", NULL},
    {"time", "12:59:60Z", "invalid leap second"},
    {"time", "12:00:00+25:00", "hour/min in offset out of range"},
    {"date-time", "2020-01-01T00:00:00Z", NULL},
    {"date-time", "2020-01-01", "less than 20 characters long"},
    {"date-time", "2020-01-01 00:00:00Z", "11th character must be t or T"},
    {"date-time", "2020-01-01t00:00:00z", NULL},
    {"regex", "^a", NULL},
    {"regex", "(", "error parsing regexp: missing closing ): `(`"},
    {"regex", "[", "error parsing regexp: missing closing ]: `[`"},
    {"regex", "a{2,1}", "error parsing regexp: invalid repeat count: `{2,1}`"},
    {"uri", "http://a/b", NULL},
    {"uri", "a", "relative url"},
    {"uri", "http://[::1", "parse \"http://[::1\": missing ']' in host"},
    {"uri", "http://a b/", "parse \"http://a b/\": invalid character \" \" in host name"},
    {"uri", "%", "parse \"%\": invalid URL escape \"%\""},
    {"uri", "http://[", "parse \"http://[\": missing ']' in host"},
    {"uri", "http://u@[::1/", "parse \"http://u@[::1/\": missing ']' in host"},
    {"uri", "http://]", NULL},
    {"uri", "http://[::1]x", "parse \"http://[::1]x\": invalid port \"x\" after host"},
    {"uri", "http://[::1]:80/", NULL},
    {"uri", "http://[::1]:x/", "parse \"http://[::1]:x/\": invalid port \":x\" after host"},
    {"uri", "http://[::1]:", NULL},
    {"uri", "http://a?[", NULL},
    {"uri", "http://a]:80", NULL},
    {"uri", "http://a:b", "parse \"http://a:b\": invalid port \":b\" after host"},
    {"uri", "http://a:80:90/", "parse \"http://a:80:90/\": invalid port \":80:90\" after host"},
    {"uri", "http://a:/", NULL},
    {"uri", "http://u:p@a:80/", NULL},
    {"uri", "http://a b:x/", "parse \"http://a b:x/\": invalid port \":x\" after host"},
    {"uri", "http://a:8%30/", "parse \"http://a:8%30/\": invalid port \":8%30\" after host"},
    {"uri-reference", "a", NULL},
    {"uri-reference", "\\\\x", "contains \\"},
    {"uri-reference", "http://[::1", "parse \"http://[::1\": missing ']' in host"},
    {"uri-template", "http://a/{x}", NULL},
    {"uri-template", "a{", "no matching closing brace"},
    {"uri-template", "a}", "nested curly braces"},
    {"iri", "http://ä/", NULL},
    {"iri", "x", "relative url"},
    {"period", "2020-01-01T00:00:00Z/P1D", NULL},
    {"period", "x", "missing slash"},
    {"semver", "1.2.3", NULL},
    {"semver", "1.2", "versionCore must have 3 numbers separated by dot"},
    {"semver", "1.2.3-a.1+b", NULL},
    {"semver", "01.2.3", "major starts with zero"},
    {"semver", "v1.2.3", "major contains non-digit"},
    {"semver", "1.2.3-01", "pre-release numeric identifier starts with zero"},
};

static void each_format_says_why_a_text_is_not_of_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof format_cases / sizeof *format_cases; i++) {
        const char *why = why_not(format_cases[i].format, format_cases[i].text, strlen(format_cases[i].text));
        if (!why != !format_cases[i].why || (why && strcmp(why, format_cases[i].why) != 0))
            fail_msg("%s '%s': %s, not %s", format_cases[i].format, format_cases[i].text, why ? why : "good",
                     format_cases[i].why ? format_cases[i].why : "good");
    }
}

static void a_hosts_name_has_253_characters_at_most(void **state)
{
    char name[254];
    (void)state;
    memset(name, 'x', sizeof name);
    for (size_t i = 63; i < sizeof name; i += 64)
        name[i] = '.';
    assert_null(why_not("hostname", name, 253));
    assert_string_equal(why_not("hostname", name, 254), "more than 253 characters long");
}

static void a_nul_ends_no_text(void **state)
{
    static const struct {
        const char *format, *text;
        size_t len;
    } cases[] = {
        {"ipv4", "1.2.3.4\0", 8},     {"ipv6", "::1\0", 4},     {"hostname", "a\0b", 3},
        {"duration", "P1\0", 3},      {"email", "a@b\0", 4},    {"uuid", "\0\0\0\0", 4},
        {"date", "2020-01-01\0", 11}, {"semver", "1.2.3\0", 6}, {"time", "12:00:00Z\0", 10},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        if (!why_not(cases[i].format, cases[i].text, cases[i].len))
            fail_msg("%s with a NUL is good", cases[i].format);
}

static void an_unknown_format_is_none(void **state)
{
    (void)state;
    assert_null(schema_format_named("ipv5"));
    assert_null(schema_format_named(""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_format_says_why_a_text_is_not_of_it, setup, teardown),
        cmocka_unit_test_setup_teardown(a_hosts_name_has_253_characters_at_most, setup, teardown),
        cmocka_unit_test_setup_teardown(a_nul_ends_no_text, setup, teardown),
        cmocka_unit_test(an_unknown_format_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
