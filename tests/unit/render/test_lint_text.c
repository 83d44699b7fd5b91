#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/lint_text.h"
#include "tests/unit/fresh_arena.h"

static const char *lint(const char *text, bool helm4)
{
    const struct lint_source source = {.file = "v", .text = {text, strlen(text)}, .helm4 = helm4};
    struct lint_report report = {.arena = &arena};
    struct text to;
    size_t errors, warnings;
    text_init(&to, &arena);
    text_adds(&to, "");
    assert_true(lint_text(&source, &report) || strstr(text, "["));
    lint_print(&report, &to, &errors, &warnings);
    return to.at;
}

#define READS(place, word, number)                                                                           \
    "v:" place ": warning: a: Helm reads " word " as the number " number "; write " number ", or \"" word    \
    "\" in quotes if it is a text\n"

static void numbers_that_are_printed_otherwise_are_told(void **state)
{
    (void)state;
    assert_string_equal(lint("a: 1e6\n", false), READS("1:4", "1e6", "1000000"));
    assert_string_equal(lint("a: 0777\n", false), READS("1:4", "0777", "511"));
    assert_string_equal(lint("{a: 1_000}\n", false), READS("1:5", "1_000", "1000"));
    assert_string_equal(lint("a: 12345678901234567890", false),
                        READS("1:4", "12345678901234567890", "12345678901234567000"));
    assert_string_equal(lint("a: &x 1.10 # one\n", false), READS("1:4", "1.10", "1.1"));
    assert_non_null(strstr(lint("a: 1000000\n", false), "makes 1e+06 of it"));
    assert_string_equal(lint("a: 80\nb: 1.5\nc: '0777'\nd: \"1e6\"\ne: -1\nf: 12:30\n", false), "");
}

static void booleans_of_yaml_11_are_told(void **state)
{
    (void)state;
    assert_string_equal(lint("a: yes\n", false), "v:1:4: warning: a: YAML reads yes as the boolean true; "
                                                 "write true, or \"yes\" in quotes if it is a text\n");
    assert_string_equal(lint("{on: x}\n", false),
                        "v:1:2: warning: true: YAML reads the key on as true; write \"on\" in quotes\n");
    assert_string_equal(lint("a: true\nb: 'no'\nc: False\n", false), "");
}

static void keys_that_stand_twice_are_all_told(void **state)
{
    (void)state;
    assert_string_equal(lint("a: x\na: z\nb: {c: x, c: z}\n", false),
                        "v:2:1: warning: key \"a\" is there already, at line 1; Helm takes the last one\n"
                        "v:3:11: warning: key \"c\" is there already, at line 3; Helm takes the last one\n");
}

static void further_documents_are_read_by_helm_4_only(void **state)
{
    (void)state;
    assert_string_equal(lint("a: x\n---\nb: yes\n", false),
                        "v:3:1: warning: Helm 3 reads the first document of a file of values only, and Helm "
                        "4 all of them; make it "
                        "one\n");
    assert_non_null(strstr(lint("a: x\n---\nb: yes\n", true), "v:3:4: warning: b: YAML reads yes"));
}

static void columns_count_characters(void **state)
{
    (void)state;
    assert_string_equal(lint("{\"\xc3\xa9\": x, a: 010}\n", false), READS("1:13", "010", "8"));
    assert_string_equal(lint("\xef\xbb\xbf"
                             "a: 010\n",
                             false),
                        READS("1:4", "010", "8"));
}

static void what_is_no_yaml_is_an_error_with_its_place(void **state)
{
    (void)state;
    assert_memory_equal(lint("a: [\n", false), "v:2:1: error: did not find", 26);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(numbers_that_are_printed_otherwise_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(booleans_of_yaml_11_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_that_stand_twice_are_all_told, setup, teardown),
        cmocka_unit_test_setup_teardown(further_documents_are_read_by_helm_4_only, setup, teardown),
        cmocka_unit_test_setup_teardown(columns_count_characters, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_yaml_is_an_error_with_its_place, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
