#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/names.h"

static const uint8_t *wire(const char *text)
{
    static uint8_t names[64][DNAME_MAX];
    static unsigned next;
    size_t len;
    uint8_t *to = names[next++ % 64];
    assert_null(dname_from_text(text, strlen(text), to, &len));
    return to;
}

static int find(const struct rule *rules, const struct names *n, const char *name)
{
    const struct rule *r = names_find(n, wire(name));
    return r ? (int)(r - rules) : -1;
}

static void exact_beats_wildcard_and_the_longest_wildcard_wins(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1 << 20);
    const struct rule rules[] = {
        {.name = wire("nginx")},
        {.name = wire("a.test"), .wildcard = true},
        {.name = wire("b.a.test"), .wildcard = true},
        {.name = wire("c.b.a.test")},
        {.name = wire("a.test")},
    };
    const struct names *n = names_new(rules, 5, &a);
    assert_non_null(n);
    assert_int_equal(find(rules, n, "NGINX"), 0);
    assert_int_equal(find(rules, n, "x.nginx"), -1);
    assert_int_equal(find(rules, n, "x.a.test"), 1);
    assert_int_equal(find(rules, n, "x.y.a.test"), 1);
    assert_int_equal(find(rules, n, "b.a.test"), 1);
    assert_int_equal(find(rules, n, "x.B.a.test"), 2);
    assert_int_equal(find(rules, n, "c.b.A.test"), 3);
    assert_int_equal(find(rules, n, "x.c.b.a.test"), 2);
    assert_int_equal(find(rules, n, "a.test"), 4);
    assert_int_equal(find(rules, n, "test"), -1);
    assert_int_equal(find(rules, n, "."), -1);
    arena_clear(&a);
}

static void a_wildcard_of_the_root_takes_every_name_but_the_root(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 1 << 20);
    const struct rule rules[] = {{.name = wire("."), .wildcard = true}};
    const struct names *n = names_new(rules, 1, &a);
    assert_int_equal(find(rules, n, "x.y"), 0);
    assert_int_equal(find(rules, n, "."), -1);
    arena_clear(&a);
}

static void of_three_thousand_names_each_is_found(void **state)
{
    (void)state;
    enum { COUNT = 3000 };
    static struct rule rules[COUNT];
    static uint8_t names[COUNT][DNAME_MAX];
    struct arena a;
    arena_init(&a, 1 << 20);
    for (int i = 0; i < COUNT; i++) {
        char text[32];
        size_t len;
        snprintf(text, sizeof text, "service-%d", i);
        assert_null(dname_from_text(text, strlen(text), names[i], &len));
        rules[i].name = names[i];
    }
    const struct names *n = names_new(rules, COUNT, &a);
    for (int i = 0; i < COUNT; i++)
        assert_ptr_equal(names_find(n, names[i]), &rules[i]);
    assert_null(names_find(n, wire("service-3000")));
    arena_clear(&a);
}

static void a_full_arena_is_told_and_no_names_are_fine(void **state)
{
    (void)state;
    struct arena a;
    arena_init(&a, 16);
    assert_null(names_new(NULL, 0, &a));
    arena_clear(&a);
    arena_init(&a, 1 << 20);
    const struct names *n = names_new(NULL, 0, &a);
    assert_null(names_find(n, wire("nginx")));
    arena_clear(&a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_beats_wildcard_and_the_longest_wildcard_wins),
        cmocka_unit_test(a_wildcard_of_the_root_takes_every_name_but_the_root),
        cmocka_unit_test(of_three_thousand_names_each_is_found),
        cmocka_unit_test(a_full_arena_is_told_and_no_names_are_fine),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
