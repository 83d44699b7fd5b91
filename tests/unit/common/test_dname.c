#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/dname.h"

struct name {
    uint8_t wire[DNAME_MAX];
    size_t len;
};

static struct name named(const char *text)
{
    struct name n;
    assert_null(dname_from_text(text, strlen(text), n.wire, &n.len));
    assert_int_equal(dname_len(n.wire), n.len);
    return n;
}

static const char *fault(const char *text)
{
    uint8_t wire[DNAME_MAX];
    size_t len;
    return dname_from_text(text, strlen(text), wire, &len);
}

/* The input stands at the end of its own memory, so that one octet too many is seen by the sanitizer. */
static size_t read_exact(const char *octets, size_t len)
{
    uint8_t *own = malloc(len ? len : 1);
    memcpy(own, octets, len);
    struct cursor c = cursor_over(own, len);
    size_t got = dname_read(&c);
    assert_int_equal(got == 0, c.failed);
    free(own);
    return got;
}

static void text_becomes_wire_and_back(void **state)
{
    (void)state;
    const char *cases[][2] = {
        {"Example.com", "Example.com."},
        {"a.b.c.", "a.b.c."},
        {".", "."},
        {"_dmarc.x_y", "_dmarc.x_y."},
        {"a\\.b.c", "a\\.b.c."},
        {"*.x", "*.x."},
        {"\\065", "A."},
        {"a\\000b", "a\\000b."},
        {"a b", "a\\032b."},
        {"\\\\", "\\\\."},
        {"\\255", "\\255."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[DNAME_TEXT_MAX];
        struct name n = named(cases[i][0]);
        assert_int_equal(dname_to_text(text, n.wire), strlen(cases[i][1]));
        assert_string_equal(text, cases[i][1]);
    }
}

static void text_that_is_no_name_is_refused_with_the_reason(void **state)
{
    (void)state;
    assert_string_equal(fault(""), "empty");
    assert_non_null(strstr(fault("a..b"), "dots"));
    assert_non_null(strstr(fault(".a"), "dots"));
    assert_non_null(strstr(fault(".."), "dots"));
    assert_non_null(strstr(fault("a\\25"), "digits"));
    assert_non_null(strstr(fault("a\\256"), "digits"));
    assert_non_null(strstr(fault("a\\"), "digits"));
}

static void labels_end_at_63_octets(void **state)
{
    (void)state;
    char text[80];
    memset(text, 'a', sizeof text);
    text[63] = '\0';
    assert_int_equal(named(text).len, 65);
    text[63] = 'a', text[64] = '\0';
    assert_non_null(strstr(fault(text), "63"));
}

/* Three labels of 63, one of last_len: 3 * 64 + last_len + 1 + 1 octets. */
static char *long_name(size_t last_len)
{
    static char text[300];
    memset(text, 'a', sizeof text);
    text[63] = text[127] = text[191] = '.';
    text[192 + last_len] = '\0';
    return text;
}

static void names_end_at_255_octets(void **state)
{
    (void)state;
    struct name n = named(long_name(61));
    assert_int_equal(n.len, 255);
    assert_int_equal(read_exact((char *)n.wire, n.len), 255);
    assert_non_null(strstr(fault(long_name(62)), "255"));
    char wire[256];
    memcpy(wire, n.wire, n.len);
    wire[192] = 62, wire[254] = 'a', wire[255] = 0;
    assert_int_equal(read_exact(wire, sizeof wire), 0);
}

static void the_longest_text_fits(void **state)
{
    (void)state;
    struct name n = named(long_name(61));
    for (uint8_t *label = n.wire; *label; label += *label + 1)
        memset(label + 1, 0xff, *label);
    char *text = malloc(DNAME_TEXT_MAX);
    size_t len = dname_to_text(text, n.wire);
    assert_int_equal(len, 250 * 4 + 4);
    assert_int_equal(strlen(text), len);
    free(text);
}

static void wire_cut_short_or_with_pointers_is_no_name(void **state)
{
    (void)state;
    assert_int_equal(read_exact("", 0), 0);
    assert_int_equal(read_exact("\1", 1), 0);
    assert_int_equal(read_exact("\1a", 2), 0);
    assert_int_equal(read_exact("\xc0\x0c", 2), 0);
    assert_int_equal(read_exact("\1a\xc0\x0c", 4), 0);
    assert_int_equal(read_exact("\x40", 1), 0);
    assert_int_equal(read_exact("\0", 1), 1);
    assert_int_equal(read_exact("\1a\0", 3), 3);
}

static void reading_stops_behind_the_root(void **state)
{
    (void)state;
    struct cursor c = cursor_over((const uint8_t *)"\1a\0xy", 5);
    assert_int_equal(dname_read(&c), 3);
    assert_int_equal(c.left, 2);
}

static void only_letters_compare_without_case(void **state)
{
    (void)state;
    assert_true(dname_equal(named("WWW.Example.COM").wire, named("www.eXAMPLE.com.").wire));
    assert_false(dname_equal(named("a.b").wire, named("a.c").wire));
    assert_false(dname_equal(named("a.b").wire, named("a.b.c").wire));
    assert_false(dname_equal(named("a[").wire, named("a{").wire));
    assert_false(dname_equal(named("a\\.b").wire, named("a.b").wire));
    assert_int_equal(dname_hash(named("A.b").wire, 7), dname_hash(named("a.B").wire, 7));
    assert_int_not_equal(dname_hash(named("a.b").wire, 7), dname_hash(named("a.c").wire, 7));
    assert_int_not_equal(dname_hash(named("a.b").wire, 7), dname_hash(named("a.b").wire, 8));
}

static void below_means_whole_labels(void **state)
{
    (void)state;
    struct name parent = named("Example.com");
    assert_true(dname_is_under(named("example.COM").wire, parent.wire));
    assert_true(dname_is_under(named("a.b.example.com").wire, parent.wire));
    assert_false(dname_is_under(named("xexample.com").wire, parent.wire));
    assert_false(dname_is_under(named("com").wire, parent.wire));
    assert_true(dname_is_under(named("com").wire, named(".").wire));
    /* a label that holds the octets of the parent's wire form */
    assert_false(dname_is_under(named("a\\007example\\003com").wire, parent.wire));
}

static void a_name_is_taken_apart_label_by_label(void **state)
{
    (void)state;
    struct name n = named("a.bc.d");
    assert_int_equal(dname_labels(n.wire), 3);
    assert_true(dname_equal(dname_parent(n.wire), named("bc.d").wire));
    assert_null(dname_parent(named(".").wire));
    uint8_t low[DNAME_MAX];
    assert_int_equal(dname_lower(low, named("A.Bc[Z").wire), 8);
    assert_memory_equal(low, "\1a\4bc[z", 8);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_becomes_wire_and_back),
        cmocka_unit_test(text_that_is_no_name_is_refused_with_the_reason),
        cmocka_unit_test(labels_end_at_63_octets),
        cmocka_unit_test(names_end_at_255_octets),
        cmocka_unit_test(the_longest_text_fits),
        cmocka_unit_test(wire_cut_short_or_with_pointers_is_no_name),
        cmocka_unit_test(reading_stops_behind_the_root),
        cmocka_unit_test(only_letters_compare_without_case),
        cmocka_unit_test(below_means_whole_labels),
        cmocka_unit_test(a_name_is_taken_apart_label_by_label),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
