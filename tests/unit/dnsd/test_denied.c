#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/denied.h"

static char text[DENIED_TEXT_MAX];

static void add(struct denied *d, const char *name, uint16_t type, time_t now)
{
    uint8_t wire[DNAME_MAX];
    size_t len;
    assert_null(dname_from_text(name, strlen(name), wire, &len));
    denied_add(d, wire, type, now);
}

static void has(const char *words)
{
    if (!strstr(text, words))
        fail_msg("no \"%s\" in:\n%s", words, text);
}

static void the_most_frequent_comes_first_and_can_be_pasted(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    add(d, "files.example", 28, 0);
    add(d, "PyPI.org", 1, 0);
    add(d, "pypi.ORG", 1, 86400);
    add(d, "pypi.org", 28, 5);
    assert_int_equal(denied_total(d), 4);
    size_t len = denied_print(d, text);
    assert_int_equal(len, strlen(text));
    assert_string_equal(
        text,
        "denied: name=pypi.org. type=A count=2 first=1970-01-01T00:00:00Z last=1970-01-02T00:00:00Z\n"
        "denied: name=files.example. type=AAAA count=1 first=1970-01-01T00:00:00Z "
        "last=1970-01-01T00:00:00Z\n"
        "denied: name=pypi.org. type=AAAA count=1 first=1970-01-01T00:00:05Z last=1970-01-01T00:00:05Z\n"
        "allowDomains:\n  - \"pypi.org\"\n  - \"files.example\"\n");
    denied_free(d);
}

static void nothing_denied_prints_nothing(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    assert_int_equal(denied_print(d, text), 0);
    assert_string_equal(text, "");
    denied_free(d);
}

static void reverse_names_are_counted_apart(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    add(d, "1.0.0.10.in-addr.arpa", 12, 0);
    add(d, "1.IP6.ARPA", 12, 0);
    denied_print(d, text);
    assert_string_equal(text, "denied: and 2 reverse lookups\n");
    denied_free(d);
}

static void names_that_no_pattern_can_say_stay_out_of_the_block(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    add(d, "a\\010b.test", 1, 0);
    add(d, "*.test", 1, 0);
    add(d, ".", 2, 0);
    denied_print(d, text);
    has("name=a\\010b.test.");
    assert_null(strstr(text, "allowDomains"));
    add(d, "_x-1.test", 1, 0);
    denied_print(d, text);
    has("allowDomains:\n  - \"_x-1.test\"\n");
    denied_free(d);
}

static void a_full_table_keeps_what_is_frequent_and_counts_the_rest(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    char name[64];
    for (int i = 0; i < DENIED_MAX; i++) {
        snprintf(name, sizeof name, "n%d.test", i);
        add(d, name, 1, 0);
    }
    denied_print(d, text);
    assert_null(strstr(text, "more queries"));
    for (int i = 0; i < 60; i++)
        add(d, "often.test", 1, 0);
    denied_print(d, text);
    has("denied: and 1 more queries");
    has("denied: name=often.test. type=A count=60+ ");
    for (int i = 0; i < 10000; i++) {
        snprintf(name, sizeof name, "m%d.test", i);
        add(d, name, 1, 0);
    }
    denied_print(d, text);
    has("allowDomains:\n  - \"often.test\"\n");
    has("denied: and 10001 more queries"); /* 256 + 10000 names once, less the 255 that are still there */
    denied_free(d);
}

static void the_longest_names_fit_the_text(void **state)
{
    (void)state;
    struct denied *d = denied_new();
    uint8_t name[DNAME_MAX] = {0};
    for (unsigned at = 0, label = 63; at < 254; at += label + 1, label = at == 192 ? 61 : 63) {
        name[at] = (uint8_t)label;
        memset(name + at + 1, 0xff, label);
    }
    for (unsigned i = 0; i < DENIED_MAX; i++) {
        name[1] = (uint8_t)(i | 0x80);
        denied_add(d, name, (uint16_t)(60000 + i), 0);
    }
    size_t len = denied_print(d, text);
    assert_true(len < DENIED_TEXT_MAX);
    assert_int_equal(text[len - 1], '\n');
    denied_free(d);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_most_frequent_comes_first_and_can_be_pasted),
        cmocka_unit_test(nothing_denied_prints_nothing),
        cmocka_unit_test(reverse_names_are_counted_apart),
        cmocka_unit_test(names_that_no_pattern_can_say_stay_out_of_the_block),
        cmocka_unit_test(a_full_table_keeps_what_is_frequent_and_counts_the_rest),
        cmocka_unit_test(the_longest_names_fit_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
