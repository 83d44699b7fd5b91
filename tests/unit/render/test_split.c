#include "tests/unit/cmocka_all.h"

#include <stdlib.h>

#include "render/split.h"
#include "tests/unit/render/arena_json.h"

static struct bytes bytes_of(const char *text)
{
    return (struct bytes){.at = text, .len = strlen(text)};
}

/* Each document in brackets. */
static const char *documents(const char *text, bool helm4)
{
    struct splitter s;
    struct bytes piece;
    struct text out;
    text_init(&out, &arena);
    text_adds(&out, "");
    split_start(&s, bytes_of(text), helm4);
    while (split_next(&s, &piece)) {
        text_addc(&out, '[');
        text_add(&out, piece.at, piece.len);
        text_addc(&out, ']');
    }
    assert_false(split_next(&s, &piece));
    return out.at;
}

static void a_text_is_cut_at_its_dashes(void **state)
{
    static const struct {
        const char *text, *helm3, *helm4;
    } cases[] = {
        {"", "", ""},
        {" \n\t\n", "", ""},
        {"---", "", ""},
        {"---\n---\n---\n", "[---]", ""},
        {"a: 1", "[a: 1]", "[a: 1]"},
        {"\n a: 1\n\n", "[a: 1]", "[a: 1\n\n]"},
        {"a: 1\n---\nb: 2\n", "[a: 1][b: 2]", "[a: 1\n][b: 2\n]"},
        {"---\na: 1\n---\n\n---\nb: 2", "[a: 1][---\nb: 2]", "[a: 1\n][b: 2]"},
        {"a: 1\n--- # note\nb: 2", "[a: 1][# note\nb: 2]", "[a: 1\n][# note\nb: 2]"},
        {"a: ---\nb: 2", "[a: ---\nb: 2]", "[a: ---\nb: 2]"},
        {"a: |\n  ---\n  x", "[a: |\n  ---\n  x]", "[a: |\n  ---\n  x]"},
        {"a\n----\nb", "[a][-\nb]", "[a\n][-\nb]"},
        {"a\n--\nb", "[a\n--\nb]", "[a\n--\nb]"},
        {"a\r\n---\r\nb", "[a][b]", "[a\r\n][b]"},
        {"a\n---", "[a]", "[a\n]"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_string_equal(documents(cases[i].text, false), cases[i].helm3);
        assert_string_equal(documents(cases[i].text, true), cases[i].helm4);
    }
}

static void only_the_octets_of_the_length_are_read(void **state)
{
    struct splitter s;
    struct bytes piece;
    (void)state;
    for (size_t len = 0; len <= 6; len++) {
        char *exact = malloc(len ? len : 1);
        memcpy(exact, "a\n---b", len);
        split_start(&s, (struct bytes){.at = exact, .len = len}, false);
        size_t count = 0;
        while (split_next(&s, &piece))
            count++;
        assert_int_equal(count, len == 0 ? 0 : len == 6 ? 2 : 1);
        free(exact);
    }
}

/* White space is Unicode's, as in Go's strings.TrimSpace. */
static void white_space_of_any_kind_is_trimmed(void **state)
{
    static const struct {
        const char *text, *left, *both;
    } cases[] = {
        {"", "", ""},
        {" \t\r\n\v\f", "", ""},
        {" a b ", "a b ", "a b"},
        {"\xc2\xa0\xe2\x80\xa8x\xe3\x80\x80\xc2\x85", "x\xe3\x80\x80\xc2\x85", "x"},
        {"\xe2\x80\x8bx", "\xe2\x80\x8bx", "\xe2\x80\x8bx"},
        {"x\xa0", "x\xa0", "x\xa0"},
        {"x\xff\x20", "x\xff\x20", "x\xff"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bytes left = split_trim_left(bytes_of(cases[i].text)),
                     both = split_trim(bytes_of(cases[i].text));
        assert_string_equal(arena_copy(&arena, left.at, left.len), cases[i].left);
        assert_string_equal(arena_copy(&arena, both.at, both.len), cases[i].both);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_text_is_cut_at_its_dashes, setup, teardown),
        cmocka_unit_test_setup_teardown(only_the_octets_of_the_length_are_read, setup, teardown),
        cmocka_unit_test_setup_teardown(white_space_of_any_kind_is_trimmed, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
