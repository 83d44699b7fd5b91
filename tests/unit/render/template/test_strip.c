/* What Helm takes out of its output. */
#include "render/template/strip.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

static struct arena arena;

static const char *stripped(const char *s)
{
    struct text t;
    arena_clear(&arena);
    text_init(&t, &arena);
    text_adds(&t, s);
    strip_no_value(&t);
    assert_int_equal(strlen(t.at), t.len);
    return t.at;
}

static void every_mark_goes(void **state)
{
    (void)state;
    assert_string_equal(stripped(""), "");
    assert_string_equal(stripped("abc"), "abc");
    assert_string_equal(stripped("<no value>"), "");
    assert_string_equal(stripped("a<no value>b<no value>c"), "abc");
    assert_string_equal(stripped("<no value><no value>x"), "x");
    assert_string_equal(stripped("x<no value"), "x<no value");
}

/* One pass, as Go's strings.ReplaceAll: what comes together only then stays. */
static void a_mark_that_comes_together_stays(void **state)
{
    (void)state;
    assert_string_equal(stripped("<no <no value>value>"), "<no value>");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_mark_goes),
        cmocka_unit_test(a_mark_that_comes_together_stays),
    };
    arena_init(&arena, 1024 * 1024);
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_clear(&arena);
    return failed;
}
