#include "tests/unit/cmocka_all.h"

#include <errno.h>

#include "render/fault.h"
#include "tests/unit/render/arena_json.h"

static void the_first_fault_stays(void **state)
{
    struct fault f;
    (void)state;
    fault_init(&f, &arena);
    assert_null(f.helm);
    assert_int_equal(fault_set(&f, "%s: %d\n%s", "first", 1, "line two"), -1);
    assert_int_equal(fault_set(&f, "second"), -1);
    errno = ENOENT;
    assert_int_equal(fault_file(&f, "third"), -1);
    assert_string_equal(f.helm, "first: 1\nline two");
}

static void a_fault_may_be_of_any_length(void **state)
{
    static char big[100000];
    struct fault f;
    (void)state;
    memset(big, 'x', sizeof big - 1);
    fault_init(&f, &arena);
    fault_set(&f, "%s!", big);
    assert_int_equal(strlen(f.helm), sizeof big);
    assert_int_equal(f.helm[sizeof big - 1], '!');
}

static void a_full_arena_is_a_fault_too(void **state)
{
    static char big[4096];
    struct arena small = {0};
    struct fault f;
    (void)state;
    memset(big, 'x', sizeof big - 1);
    arena_init(&small, 64);
    fault_init(&f, &small);
    assert_int_equal(fault_set(&f, "%s", big), -1);
    assert_string_equal(f.helm, "no memory left");
    fault_more(&f, (struct place){0}, "%s", big);
    assert_true(f.more.failed);
    arena_clear(&small);
}

/* Go's words: errors.Error() of an *os.PathError. */
static void a_file_fails_in_words_of_go(void **state)
{
    static const struct {
        int why;
        const char *wanted;
    } cases[] = {
        {ENOENT, "open dir/p: no such file or directory"},
        {EACCES, "open dir/p: permission denied"},
        {EISDIR, "read dir/p: is a directory"},
        {ENOTDIR, "open dir/p: not a directory"},
        {EFBIG, "dir/p: longer than render takes"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct fault f;
        fault_init(&f, &arena);
        errno = cases[i].why;
        assert_int_equal(fault_file(&f, "dir/p"), -1);
        assert_string_equal(f.helm, cases[i].wanted);
    }
}

static void help_stands_behind_its_place(void **state)
{
    struct fault f;
    (void)state;
    fault_init(&f, &arena);
    fault_more(&f, (struct place){"v.yaml", 3, 7}, "use %s", "a");
    fault_more(&f, (struct place){"v.yaml", 3, 0}, "b");
    fault_more(&f, (struct place){"v.yaml", 0, 7}, "c");
    fault_more(&f, (struct place){NULL, 3, 7}, "d");
    assert_string_equal(f.more.at, "v.yaml:3:7: use a\nv.yaml:3: b\nv.yaml: c\nd\n");
    assert_null(f.helm);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_fault_stays, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fault_may_be_of_any_length, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_is_a_fault_too, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_fails_in_words_of_go, setup, teardown),
        cmocka_unit_test_setup_teardown(help_stands_behind_its_place, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
