#include "dnsd/pending.h"

#include <string.h>

#include "dnsd/give_back.h"
#include "tests/unit/cmocka_all.h"

enum { COUNT = 16, RESERVED = COUNT / PENDING_RESERVE_PART };

static struct pending_pool pool;
static struct pending *held[COUNT];
static const struct rule rule;

static int open_pool(void **state)
{
    (void)state;
    struct diag err = {0};
    return pending_pool_open(&pool, COUNT, &err);
}

static int close_pool(void **state)
{
    (void)state;
    pending_pool_close(&pool);
    return 0;
}

static struct pending *keep_in(struct pending_pool *in, const struct rule *of)
{
    uint8_t qname[] = "\1a\4test";
    const struct client from = {.generation = 7};
    const struct request r = {.qname = qname, .qname_len = sizeof qname, .id = 3};
    struct pending *p = pending_keep(in, &from, &r, 40, of, 5);
    memset(qname, 'x', sizeof qname);
    return p;
}

static struct pending *keep(const struct rule *of)
{
    return keep_in(&pool, of);
}

static void a_question_is_kept_whole(void **state)
{
    (void)state;
    const struct pending *p = keep(&rule);
    assert_memory_equal(p->request.qname, "\1a\4test", sizeof "\1a\4test");
    assert_int_equal(p->request.id, 3);
    assert_int_equal(p->client.generation, 7);
    assert_ptr_equal(p->rule, &rule);
    assert_int_equal(p->came_us, 5);
    assert_int_equal(p->query_len, 40);
    assert_false(p->logged || p->looking_up || p->answered);
}

static void the_last_places_are_for_names_of_the_release(void **state)
{
    (void)state;
    for (unsigned i = 0; i < COUNT - RESERVED; i++) {
        assert_false(pending_pool_is_full(&pool));
        assert_non_null(keep(NULL));
    }
    assert_true(pending_pool_is_full(&pool));
    assert_null(keep(NULL));
    for (unsigned i = 0; i < RESERVED; i++)
        assert_non_null(keep(&rule));
    assert_null(keep(&rule));
    assert_int_equal(pool.waiting, COUNT);
}

static void a_place_that_was_left_is_taken_again(void **state)
{
    (void)state;
    struct pending *first = keep(NULL), *second = keep(NULL);
    pending_release(&pool, first);
    assert_int_equal(pool.waiting, 1);
    assert_ptr_equal(keep(NULL), first);
    pending_release(&pool, second);
    pending_release(&pool, first);
    assert_int_equal(pool.waiting, 0);
    assert_int_equal(pool.free_count, COUNT);
}

static void a_lookup_holds_the_place_of_one_who_waits_no_more(void **state)
{
    (void)state;
    struct pending *p = keep(&rule);
    p->looking_up = true;
    pending_release(&pool, p);
    assert_int_equal(pool.waiting, 0);
    assert_int_equal(pool.free_count, COUNT - 1);
    p->looking_up = false;
    pending_release(&pool, p);
    assert_int_equal(pool.waiting, 0);
    assert_int_equal(pool.free_count, COUNT);
}

static void who_is_released_falls_due_no_more(void **state)
{
    (void)state;
    struct due_queue queue = {.delay_ms = 10};
    held[0] = keep(NULL);
    held[1] = keep(NULL);
    due_add(&queue, &held[0]->due, 100);
    due_add(&queue, &held[1]->due, 101);
    assert_null(pending_take_due(&queue, 109));
    pending_release(&pool, held[0]);
    assert_null(pending_take_due(&queue, 110));
    assert_ptr_equal(pending_take_due(&queue, 111), held[1]);
    assert_null(pending_take_due(&queue, UINT64_MAX));
}

static void after_many_the_pool_is_as_new(void **state)
{
    (void)state;
    static struct pending *many[2 * GIVE_BACK_MIN];
    struct pending_pool large;
    struct diag err = {0};
    assert_int_equal(pending_pool_open(&large, 4 * GIVE_BACK_MIN, &err), 0);
    for (unsigned i = 0; i < 2 * GIVE_BACK_MIN; i++)
        many[i] = keep_in(&large, NULL);
    assert_int_equal(large.touched, 2 * GIVE_BACK_MIN);
    for (unsigned i = 0; i < 2 * GIVE_BACK_MIN; i++)
        pending_release(&large, many[i]);
    assert_int_equal(large.touched, 0);
    assert_int_equal(large.free_count, 4 * GIVE_BACK_MIN);
    assert_ptr_equal(keep_in(&large, NULL), large.all);
    pending_pool_close(&large);
}

#define with_pool(test) cmocka_unit_test_setup_teardown(test, open_pool, close_pool)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_pool(a_question_is_kept_whole),
        with_pool(the_last_places_are_for_names_of_the_release),
        with_pool(a_place_that_was_left_is_taken_again),
        with_pool(a_lookup_holds_the_place_of_one_who_waits_no_more),
        with_pool(who_is_released_falls_due_no_more),
        with_pool(after_many_the_pool_is_as_new),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
