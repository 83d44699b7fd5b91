#include "tests/unit/cmocka_all.h"

#include "render/schema_run.h"
#include "tests/unit/render/arena_json.h"

static struct checker checker;
static struct schema_node node;

static struct run run_of(const char *json)
{
    checker = (struct checker){.arena = &arena};
    node = (struct schema_node){.source = json_value("{}")};
    return (struct run){.c = &checker, .node = &node, .v = json_value(json), .path = "/p"};
}

static void a_complaint_knows_its_value_and_place(void **state)
{
    struct run r = run_of("5");
    (void)state;
    schema_run_complain(&r, "%d of %s", 1, "two");
    schema_run_complain(&r, "second");
    assert_int_equal(r.found.count, 2);
    assert_string_equal(r.found.first->message, "1 of two");
    assert_string_equal(r.found.first->path, "/p");
    assert_ptr_equal(r.found.first->value, r.v);
    assert_ptr_equal(r.found.first->schema, node.source);
    assert_string_equal(r.found.first->next->message, "second");
    assert_null(r.found.first->next->next);
}

static void a_complaint_longer_than_a_line_is_whole(void **state)
{
    struct run r = run_of("5");
    struct text said;
    (void)state;
    text_init(&said, &arena);
    text_repeat(&said, 'x', 3 * DIAG_LINE_MAX);
    schema_run_complain(&r, "%s", said.at);
    assert_string_equal(r.found.first->message, said.at);
}

static void where_nobody_reads_messages_they_are_counted_only(void **state)
{
    struct run r = run_of("5");
    (void)state;
    r.only_whether = true;
    schema_run_complain(&r, "%s", "words");
    assert_int_equal(r.found.count, 1);
    assert_string_equal(r.found.first->message, "");
}

static void no_problem_is_not_added(void **state)
{
    struct problems found = {0};
    (void)state;
    schema_run_add(&found, NULL);
    assert_int_equal(found.count, 0);
    assert_null(found.first);
}

/* RFC 6901 section 3 */
static void pointers_escape_tildes_and_slashes(void **state)
{
    struct run r = run_of("{}");
    (void)state;
    assert_string_equal(schema_run_below(&r, "a~b/c~1", 7), "/p/a~0b~1c~01");
    assert_string_equal(schema_run_below(&r, "", 0), "/p/");
    assert_string_equal(schema_run_below(&r, "abc", 2), "/p/ab");
}

static void a_bound_is_within_and_one_more_is_not(void **state)
{
    const struct value low = {.kind = VALUE_FLOAT, .number = 2}, high = {.kind = VALUE_FLOAT, .number = 4};
    static const struct {
        size_t got;
        const char *said;
    } cases[] = {{1, "minThings: got 1, want 2"}, {2, NULL}, {4, NULL}, {5, "maxThings: got 5, want 4"}};
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct run r = run_of("{}");
        schema_run_bounds(&r, "Things", cases[i].got, &low, &high);
        assert_int_equal(r.found.count, cases[i].said != NULL);
        if (cases[i].said)
            assert_string_equal(r.found.first->message, cases[i].said);
        r = run_of("{}");
        schema_run_bounds(&r, "Things", cases[i].got, NULL, NULL);
        assert_int_equal(r.found.count, 0);
    }
}

static const struct schema_node *asked;
static const struct value *asked_of;
static bool asked_whether;
static const struct unseen *asked_unseen;

static struct schema_problem *answer(struct checker *c, const struct schema_node *of, const struct value *v,
                                     const char *path, const struct scope *above, bool only_whether,
                                     struct unseen *unseen)
{
    struct schema_problem *p = arena_alloc(c->arena, sizeof *p);
    *p = (struct schema_problem){.path = path, .message = "inner"};
    asked = of;
    asked_of = v;
    asked_whether = only_whether;
    asked_unseen = unseen;
    assert_non_null(above);
    return p;
}

static void a_part_adds_what_it_finds_and_the_same_value_gives_it_back(void **state)
{
    struct run r = run_of("[7]");
    struct schema_node inner = {0};
    (void)state;
    checker.apply = answer;
    const struct schema_problem *p = schema_run_self(&r, &inner, true);
    assert_ptr_equal(asked, &inner);
    assert_ptr_equal(asked_of, r.v);
    assert_true(asked_whether);
    assert_ptr_equal(asked_unseen, &r.unseen);
    assert_string_equal(p->path, "/p");
    assert_int_equal(r.found.count, 0);
    schema_run_part(&r, &inner, r.v->list.items[0], "/p/0");
    assert_ptr_equal(asked_of, r.v->list.items[0]);
    assert_false(asked_whether);
    assert_null(asked_unseen);
    assert_int_equal(r.found.count, 1);
    assert_string_equal(r.found.first->path, "/p/0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_complaint_knows_its_value_and_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_complaint_longer_than_a_line_is_whole, setup, teardown),
        cmocka_unit_test_setup_teardown(where_nobody_reads_messages_they_are_counted_only, setup, teardown),
        cmocka_unit_test(no_problem_is_not_added),
        cmocka_unit_test_setup_teardown(pointers_escape_tildes_and_slashes, setup, teardown),
        cmocka_unit_test_setup_teardown(a_bound_is_within_and_one_more_is_not, setup, teardown),
        cmocka_unit_test_setup_teardown(a_part_adds_what_it_finds_and_the_same_value_gives_it_back, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
