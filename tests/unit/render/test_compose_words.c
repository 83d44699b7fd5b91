#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "render/compose_words.h"
#include "render/json.h"
#include "tests/unit/fresh_arena.h"

/* The words as JSON, or what is wrong. */
static const char *split(const char *text)
{
    struct value *list = value_list(&arena);
    struct text out;
    const char *wrong = words_split(text, &arena, list);
    if (wrong)
        return wrong;
    text_init(&out, &arena);
    assert_int_equal(json_write(list, JSON_RAW, &out), 0);
    return out.at;
}

static void blanks_part_words_and_quotes_join_them(void **state)
{
    (void)state;
    assert_string_equal(split("  a\tb\nc  "), "[\"a\",\"b\",\"c\"]");
    assert_string_equal(split("a'b c'd\" e\"f"), "[\"ab cd ef\"]");
    assert_string_equal(split("\"\" ''"), "[\"\",\"\"]");
    assert_string_equal(split(""), "[]");
    assert_string_equal(split(" \n"), "[]");
}

static void a_backslash_means_what_it_does_in_a_shell(void **state)
{
    (void)state;
    assert_string_equal(split("a\\ b \\\" \\x"), "[\"a b\",\"\\\"\",\"x\"]");
    assert_string_equal(split("\"\\d \\$ \\\\ \\\"\""), "[\"\\\\d $ \\\\ \\\"\"]");
    assert_string_equal(split("'\\'"), "[\"\\\\\"]");
    assert_string_equal(split("a \\\n b"), "[\"a\",\"b\"]");
    assert_string_equal(split("\"a\\\nb\""), "[\"ab\"]");
}

static void what_never_ends_is_told(void **state)
{
    (void)state;
    assert_non_null(strstr(split("a 'b"), "a ' has no other"));
    assert_non_null(strstr(split("a \"b\\\""), "a \" has no other"));
    assert_non_null(strstr(split("a\\"), "nothing stands behind"));
}

static void what_only_a_shell_understands_is_refused_outside_quotes(void **state)
{
    (void)state;
    for (const char *c = "|&;<>()`"; *c; c++) {
        assert_non_null(strstr(split(arena_printf(&arena, "a %c b", *c)), "no shell runs it"));
        assert_string_equal(split(arena_printf(&arena, "'%c'", *c)), arena_printf(&arena, "[\"%c\"]", *c));
    }
    assert_string_equal(split("$HOME #no # comment"), "[\"$HOME\",\"#no\",\"#\",\"comment\"]");
}

/* Source of the rule: Kubernetes' expansion of $(NAME), in which $$ is one $. */
static const char *expanded(const char *text)
{
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "");
    for (; *text; text++) {
        assert_false(text[0] == '$' && text[1] == '(');
        text_addc(&out, *text);
        if (text[0] == '$' && text[1] == '$')
            text++;
    }
    return out.at;
}

static void kubernetes_reads_a_literal_as_it_was(void **state)
{
    (void)state;
    const char *const texts[] = {"",      "plain",  "$HOME", "$(HOME)", "$$",   "$$$",     "a$$b",
                                 "$$(A)", "$$$(A)", "$",     "${A}",    "$$$$", "$(A)$$$", "$x$(y)$$z"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_string_equal(expanded(words_literal(&arena, texts[i])), texts[i]);
    assert_string_equal(words_literal(&arena, "$HOME"), "$HOME");
    assert_string_equal(words_literal(&arena, "$(A)"), "$$(A)");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(blanks_part_words_and_quotes_join_them, setup, teardown),
        cmocka_unit_test_setup_teardown(a_backslash_means_what_it_does_in_a_shell, setup, teardown),
        cmocka_unit_test_setup_teardown(what_never_ends_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(what_only_a_shell_understands_is_refused_outside_quotes, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(kubernetes_reads_a_literal_as_it_was, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
