#include "tests/unit/cmocka_all.h"

#include "render/uri.h"
#include "tests/unit/render/arena_json.h"

/* The behaviour is RFC 3986 section 5.2's; the base has every part. */
static void a_reference_is_seen_from_its_base(void **state)
{
    static const char base[] = "http://h.example/d/e/f;p?q";
    static const struct {
        const char *ref, *wanted;
    } cases[] = {
        {"", "http://h.example/d/e/f;p?q"},
        {"#frag", "http://h.example/d/e/f;p?q"},
        {"x", "http://h.example/d/e/x"},
        {"./x", "http://h.example/d/e/x"},
        {"x/", "http://h.example/d/e/x/"},
        {"x#f?g", "http://h.example/d/e/x"},
        {"?y", "http://h.example/d/e/f;p?y"},
        {"?", "http://h.example/d/e/f;p?"},
        {"x?y/../z", "http://h.example/d/e/x?y/../z"},
        {"/x", "http://h.example/x"},
        {"//other/x", "http://other/x"},
        {"//other", "http://other"},
        {"urn:x:y", "urn:x:y"},
        {"https://o/a/../b", "https://o/b"},
        {".", "http://h.example/d/e/"},
        {"..", "http://h.example/d/"},
        {"../x", "http://h.example/d/x"},
        {"../../x", "http://h.example/x"},
        {"../../../../x", "http://h.example/x"},
        {"/./x/../y", "http://h.example/y"},
        {"x..", "http://h.example/d/e/x.."},
        {"..x", "http://h.example/d/e/..x"},
        {"x/./y/..", "http://h.example/d/e/x/"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *got = uri_resolve(&arena, base, cases[i].ref);
        if (strcmp(got, cases[i].wanted) != 0)
            fail_msg("%s: %s, not %s", cases[i].ref, got, cases[i].wanted);
    }
}

static void a_base_may_lack_parts(void **state)
{
    (void)state;
    assert_string_equal(uri_resolve(&arena, "http://h", "x"), "http://h/x");
    assert_string_equal(uri_resolve(&arena, "", "x#y"), "x");
    assert_string_equal(uri_resolve(&arena, "", ""), "");
    assert_string_equal(uri_resolve(&arena, "file:///a/b.json", "c.json"), "file:///a/c.json");
    assert_string_equal(uri_resolve(&arena, "http://h/a#old", "#new"), "http://h/a");
}

static void a_fragment_is_decoded(void **state)
{
    static const struct {
        const char *ref, *wanted;
    } cases[] = {
        {"", ""},          {"x", ""},
        {"x#", ""},        {"#/a/b", "/a/b"},
        {"#a%20b", "a b"}, {"#%c3%A4", "\xc3\xa4"},
        {"#100%", "100%"}, {"#%4", "%4"},
        {"#%4g", "%4g"},   {"#%gg%41", "%ggA"},
        {"#a#b", "a#b"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(uri_fragment(&arena, cases[i].ref), cases[i].wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_reference_is_seen_from_its_base, setup, teardown),
        cmocka_unit_test_setup_teardown(a_base_may_lack_parts, setup, teardown),
        cmocka_unit_test_setup_teardown(a_fragment_is_decoded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
