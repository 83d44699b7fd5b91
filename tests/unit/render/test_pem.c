/* Blocks of PEM, as Go's encoding/pem takes them. */
#include "render/pem.h"

#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

static const char *first(const char *text)
{
    struct pem block;
    if (!pem_read((struct bytes){text, strlen(text)}, &arena, &block))
        return "none";
    return arena_printf(&arena, "%.*s: %.*s", (int)block.type.len, block.type.at, (int)block.octets.len,
                        block.octets.at);
}

static void the_first_whole_block_counts(void **state)
{
    static const struct {
        const char *text, *wanted;
    } cases[] = {
        {"-----BEGIN A B-----\nYWJj\n-----END A B-----\n", "A B: abc"},
        {"-----BEGIN A-----\nYWJj\n-----END A-----", "A: abc"},
        {"hello\n-----BEGIN A-----\r\nYW\r\nJj\r\n-----END A-----\r\n", "A: abc"},
        {"-----BEGIN A----- \t\n Y W\tJj\n-----END A----- \n", "A: abc"},
        {"-----BEGIN A-----\nk: v\nl: w\n\nYWJj\n-----END A-----\n", "A: abc"},
        {"-----BEGIN A-----\n-----END A-----\n", "A: "},
        {"-----BEGIN A-----\n-----BEGIN A-----\nYWJj\n-----END A-----\n", "A: abc"},
        {"-----BEGIN A-----\nYWJj\n-----END B-----\n-----BEGIN C-----\nZA==\n-----END C-----\n", "C: d"},
        {"-----BEGIN A-----\n*\n-----END A-----\n-----BEGIN C-----\nZA==\n-----END C-----\n", "C: d"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(first(cases[i].text), cases[i].wanted);
}

static void what_is_no_block_is_none(void **state)
{
    static const char *const none[] = {
        "",
        "YWJj",
        "-----BEGIN A-----\nYWJj\n",
        "YWJj\n-----END A-----\n",
        "x-----BEGIN A-----\nYWJj\n-----END A-----\n",
        "-----BEGIN A----\nYWJj\n-----END A----\n",
        "-----BEGIN A-----\nYWJj\n-----END A-----x\n",
        "-----BEGIN A-----\nYWJj-----END A-----\n",
        "-----BEGIN A-----\nYWJ\n-----END A-----\n",
        "-----BEGIN A-----\nk: v\n-----END A-----\n",
        /* Its end was taken for a header: what comes behind is not looked at, as in Go. */
        "-----BEGIN A-----\n-----END :\n-----BEGIN C-----\nZA==\n-----END C-----\n",
    };
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        assert_string_equal(first(none[i]), "none");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(the_first_whole_block_counts),
        in_arena(what_is_no_block_is_none),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
