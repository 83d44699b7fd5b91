/* Named templates: which body counts when a name has several. */
#include "render/template/trees.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

static struct arena arena;
static const struct source one = {.name = "one"}, two = {.name = "two"};

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 16 * 1024 * 1024);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static struct tree tree(const char *name, const char *text, const struct source *source)
{
    struct node *list = arena_alloc(&arena, sizeof *list), *body = arena_alloc(&arena, sizeof *body);
    assert_non_null(list);
    assert_non_null(body);
    body->kind = NODE_TEXT;
    body->text.at = text;
    body->text.len = strlen(text);
    list->kind = NODE_LIST;
    list->first = body;
    return (struct tree){.name = name, .name_len = strlen(name), .root = list, .source = source};
}

static const char *text_of(const struct trees *t, const char *name)
{
    const struct tree *found = trees_find(t, name, strlen(name));
    return found ? found->root->first->text.at : NULL;
}

static void names_are_found_whatever_their_order(void **state)
{
    static const char *const names[] = {"m", "a", "z", "ab", "", "aa", "b"};
    struct trees t = {.arena = &arena};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_true(trees_add(&t, tree(names[i], names[i], &one)));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_string_equal(text_of(&t, names[i]), names[i]);
    assert_null(text_of(&t, "c"));
    assert_null(text_of(&t, "abc"));
}

static void the_list_grows_past_its_first_room(void **state)
{
    struct trees t = {.arena = &arena};
    (void)state;
    for (int i = 999; i >= 0; i--) {
        char *name = arena_printf(&arena, "n%d", i);
        assert_non_null(name);
        assert_true(trees_add(&t, tree(name, name, &one)));
    }
    assert_int_equal(t.count, 1000);
    assert_string_equal(text_of(&t, "n0"), "n0");
    assert_string_equal(text_of(&t, "n999"), "n999");
}

static void a_later_file_replaces_unless_its_body_is_empty(void **state)
{
    struct trees t = {.arena = &arena};
    (void)state;
    assert_true(trees_add(&t, tree("h", "1", &one)));
    assert_true(trees_add(&t, tree("h", "2", &two)));
    assert_string_equal(text_of(&t, "h"), "2");
    assert_true(trees_add(&t, tree("h", " \t\r\n\v\f", &one)));
    assert_string_equal(text_of(&t, "h"), "2");
    assert_int_equal(t.count, 1);
}

static void one_file_gives_a_name_one_body(void **state)
{
    struct trees t = {.arena = &arena};
    (void)state;
    assert_true(trees_add(&t, tree("h", " ", &one)));
    assert_true(trees_add(&t, tree("h", "1", &one)));
    assert_string_equal(text_of(&t, "h"), "1");
    assert_false(trees_add(&t, tree("h", "2", &one)));
    assert_string_equal(text_of(&t, "h"), "1");
    assert_true(trees_add(&t, tree("h", " ", &one)));
    assert_string_equal(text_of(&t, "h"), "1");
}

static void a_copy_leaves_the_first_as_it_was(void **state)
{
    struct trees t = {.arena = &arena};
    (void)state;
    assert_true(trees_add(&t, tree("h", "1", &one)));
    struct trees copy = trees_copy(&t, &arena);
    assert_true(trees_add(&copy, tree("h", "2", &two)));
    assert_true(trees_add(&copy, tree("g", "3", &two)));
    assert_string_equal(text_of(&t, "h"), "1");
    assert_null(text_of(&t, "g"));
    assert_string_equal(text_of(&copy, "h"), "2");
    struct trees empty = {.arena = &arena}, other = trees_copy(&empty, &arena);
    assert_int_equal(other.count, 0);
}

#define WITH_ARENA(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        WITH_ARENA(names_are_found_whatever_their_order),
        WITH_ARENA(the_list_grows_past_its_first_room),
        WITH_ARENA(a_later_file_replaces_unless_its_body_is_empty),
        WITH_ARENA(one_file_gives_a_name_one_body),
        WITH_ARENA(a_copy_leaves_the_first_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
