#include "tests/unit/cmocka_all.h"

#include "dnsd/upstreams.h"

enum { SERVERS = 3, DRAWS = 600 };

static struct config config;
static struct upstreams all;
static struct random numbers;

static int fresh(void **state)
{
    (void)state;
    config_defaults(&config);
    config.upstream.server_count = SERVERS;
    config.upstream.max_fails = 2;
    all = (struct upstreams){.config = &config};
    return 0;
}

static void fail_times(unsigned server, unsigned times)
{
    while (times--)
        upstreams_failed(&all, server);
}

static void in_sequence_the_first_is_asked_and_then_the_next(void **state)
{
    (void)state;
    assert_int_equal(upstreams_first(&all, &numbers), 0);
    assert_int_equal(upstreams_after(&all, 0), 1);
    assert_int_equal(upstreams_after(&all, SERVERS - 1), 0);
    config.upstream.server_count = 1;
    assert_int_equal(upstreams_after(&all, 0), 0);
}

static void one_that_is_down_is_passed_over_until_it_answers(void **state)
{
    (void)state;
    fail_times(0, 1);
    assert_int_equal(upstreams_first(&all, &numbers), 0);
    fail_times(0, 1);
    assert_int_equal(upstreams_first(&all, &numbers), 1);
    assert_int_equal(upstreams_after(&all, 2), 1);
    upstreams_answered(&all, 0);
    assert_int_equal(upstreams_first(&all, &numbers), 0);
}

static void with_all_down_the_order_stays(void **state)
{
    (void)state;
    for (unsigned i = 0; i < SERVERS; i++)
        fail_times(i, 2);
    assert_int_equal(upstreams_first(&all, &numbers), 0);
    assert_int_equal(upstreams_after(&all, 0), 1);
}

static void without_a_bound_none_is_ever_down(void **state)
{
    (void)state;
    config.upstream.max_fails = 0;
    fail_times(0, 1000);
    assert_int_equal(upstreams_first(&all, &numbers), 0);
}

static void round_robin_gives_each_its_turn(void **state)
{
    (void)state;
    config.upstream.order = SERVERS_ROUND_ROBIN;
    for (unsigned i = 0; i < 2 * SERVERS; i++)
        assert_int_equal(upstreams_first(&all, &numbers), i % SERVERS);
}

static void at_random_each_is_drawn_about_as_often(void **state)
{
    (void)state;
    unsigned drawn[SERVERS] = {0};
    config.upstream.order = SERVERS_RANDOM;
    for (unsigned i = 0; i < DRAWS; i++)
        drawn[upstreams_first(&all, &numbers)]++;
    for (unsigned i = 0; i < SERVERS; i++)
        assert_in_range(drawn[i], DRAWS / SERVERS / 2, DRAWS / SERVERS * 2);
}

static void one_that_is_down_is_looked_at_now_and_then(void **state)
{
    (void)state;
    unsigned looked = SERVERS;
    uint64_t now_ms = 10000;
    assert_false(upstreams_look(&all, 0, now_ms, &looked));
    fail_times(1, 2);
    assert_false(upstreams_look(&all, 1, now_ms, &looked)); /* it is being asked anyway */
    assert_true(upstreams_look(&all, 0, now_ms, &looked));
    assert_int_equal(looked, 1);
    assert_false(upstreams_look(&all, 0, now_ms + config.upstream.health_check_ms - 1, &looked));
    assert_true(upstreams_look(&all, 0, now_ms + config.upstream.health_check_ms, &looked));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(in_sequence_the_first_is_asked_and_then_the_next, fresh),
        cmocka_unit_test_setup(one_that_is_down_is_passed_over_until_it_answers, fresh),
        cmocka_unit_test_setup(with_all_down_the_order_stays, fresh),
        cmocka_unit_test_setup(without_a_bound_none_is_ever_down, fresh),
        cmocka_unit_test_setup(round_robin_gives_each_its_turn, fresh),
        cmocka_unit_test_setup(at_random_each_is_drawn_about_as_often, fresh),
        cmocka_unit_test_setup(one_that_is_down_is_looked_at_now_and_then, fresh),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
