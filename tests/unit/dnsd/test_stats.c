#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "dnsd/stats.h"

static char text[STATS_TEXT_MAX];

static void has(const char *line)
{
    if (!strstr(text, line))
        fail_msg("no \"%s\" in:\n%s", line, text);
}

static void what_came_is_answered_dropped_or_in_flight(void **state)
{
    (void)state;
    struct stats *s = stats_new();
    for (int i = 0; i < 9; i++)
        stats_received(s, i % 2);
    stats_answered(s, OUTCOME_MAPPED, 1);
    stats_answered(s, OUTCOME_MAPPED, 28);
    stats_answered(s, OUTCOME_DENIED, 65280);
    stats_dropped(s, DROP_NO_QUERY);
    stats_dropped(s, DROP_FLOOD);
    stats_dropped(s, DROP_FLOOD);
    for (int i = 0; i < 4; i++)
        stats_waits(s);
    stats_waits_no_more(s);
    assert_int_equal(stats_in_flight(s), 3);
    size_t len = stats_line(s, text);
    assert_int_equal(len, strlen(text));
    has("stats: received=9 answered=3 dropped=3 in_flight=3 mapped=2 denied=1 log_dropped=0 resident_bytes=");
    len = stats_prometheus(s, text);
    assert_int_equal(len, strlen(text));
    has("\ndnsd_received_total{proto=\"udp\"} 5\n");
    has("\ndnsd_received_total{proto=\"tcp\"} 4\n");
    has("\ndnsd_queries_total{outcome=\"mapped\",type=\"A\"} 1\n");
    has("\ndnsd_queries_total{outcome=\"mapped\",type=\"AAAA\"} 1\n");
    has("\ndnsd_queries_total{outcome=\"denied\",type=\"other\"} 1\n");
    has("\ndnsd_dropped_total{reason=\"no_query\"} 1\n");
    has("\ndnsd_dropped_total{reason=\"flood\"} 2\n");
    has("\ndnsd_in_flight 3\n");
    stats_free(s);
}

static void latencies_fall_into_their_buckets(void **state)
{
    (void)state;
    struct stats *s = stats_new();
    stats_upstream(s, 250);
    stats_upstream(s, 251);
    stats_upstream(s, 5000000);
    stats_upstream(s, 5000001);
    stats_prometheus(s, text);
    has("_bucket{le=\"0.00025\"} 1\n");
    has("_bucket{le=\"0.0005\"} 2\n");
    has("_bucket{le=\"2.5\"} 2\n");
    has("_bucket{le=\"5\"} 3\n");
    has("_bucket{le=\"+Inf\"} 4\n");
    has("_seconds_count 4\n");
    has("_seconds_sum 10.000502\n");
    stats_free(s);
}

static void every_outcome_and_type_at_its_largest_fits(void **state)
{
    (void)state;
    struct stats *s = stats_new();
    for (unsigned o = 0; o < OUTCOME_COUNT; o++)
        for (unsigned type = 0; type < 300; type++)
            stats_answered(s, (enum outcome)o, (uint16_t)type);
    assert_true(stats_prometheus(s, text) < STATS_TEXT_MAX - 4096);
    has("\ndnsd_build_info{version=\"" AGENT_ENV_VERSION "\"} 1\n");
    stats_free(s);
}

static void resident_memory_is_known(void **state)
{
    (void)state;
    struct stats *s = stats_new();
    unsigned long octets = 0;
    stats_prometheus(s, text);
    const char *at = strstr(text, "\nprocess_resident_memory_bytes ");
    assert_non_null(at);
    assert_int_equal(sscanf(at, "\nprocess_resident_memory_bytes %lu", &octets), 1);
    assert_true(octets > 100000);
    stats_free(s);
}

static void each_outcome_has_a_name_and_failures_a_note(void **state)
{
    (void)state;
    for (unsigned o = 0; o < OUTCOME_COUNT; o++)
        assert_non_null(outcome_name((enum outcome)o));
    assert_null(outcome_note(OUTCOME_RELAYED));
    assert_string_equal(outcome_note(OUTCOME_DENIED), "denied");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_came_is_answered_dropped_or_in_flight),
        cmocka_unit_test(latencies_fall_into_their_buckets),
        cmocka_unit_test(every_outcome_and_type_at_its_largest_fits),
        cmocka_unit_test(resident_memory_is_known),
        cmocka_unit_test(each_outcome_has_a_name_and_failures_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
