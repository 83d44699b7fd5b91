#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/toml_text.h"
#include "tests/unit/fresh_arena.h"

static const char *written(void (*write)(const char *, size_t, struct text *), const char *s, size_t len)
{
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "");
    write(s, len, &t);
    return t.at;
}

static void keys_are_bare_where_they_may_be(void **state)
{
    (void)state;
    assert_string_equal(written(toml_key_write, "a-B_9", 5), "a-B_9");
    assert_string_equal(written(toml_key_write, "", 0), "\"\"");
    assert_string_equal(written(toml_key_write, "a.b", 3), "\"a.b\"");
    assert_string_equal(written(toml_key_write, "a\0b", 3), "\"a\\u0000b\"");
}

static void texts_are_escaped_as_far_as_need_be(void **state)
{
    (void)state;
    static const char text[] = "\"\\\b\t\n\f\r\1\177\303\251";
    assert_string_equal(written(toml_text_write, text, sizeof text - 1),
                        "\"\\\"\\\\\\b\\t\\n\\f\\r\\u0001\\u007f\303\251\"");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(keys_are_bare_where_they_may_be),
        in_arena(texts_are_escaped_as_far_as_need_be),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
