/* The probe, asking a server of the test's own in another thread. */
#include "tests/unit/cmocka_all.h"

#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "common/dname.h"
#include "dnsd/clock.h"
#include "dnsd/message.h"
#include "dnsd/probe.h"
#include "tests/unit/dnsd/printed.h"

/* What it does with each query it gets; 0: it is silent. */
struct server {
    struct address at;
    pthread_t thread;
    const char *plan; /* a letter for each query: a answer, i with a wrong ID, s silence */
    unsigned got;
    int fd;
};

static void *serve(void *arg)
{
    struct server *s = arg;
    for (const char *step = s->plan; *step; step++) {
        uint8_t wire[UDP_SIZE_MIN];
        struct request r;
        struct address from;
        socklen_t from_len = sizeof from;
        ssize_t len = recvfrom(s->fd, wire, sizeof wire, 0, &from.any, &from_len);
        if (len <= 0 || message_parse(wire, (size_t)len, &r) != VERDICT_SERVE)
            return NULL;
        s->got++;
        wire[2] |= 0x80;
        if (*step == 'i')
            message_set_id(wire, (uint16_t)(r.id + 1));
        if (*step != 's')
            (void)sendto(s->fd, wire, (size_t)len, 0, &from.any, from_len);
    }
    return NULL;
}

static void start(struct server *s, const char *plan)
{
    socklen_t len = sizeof s->at;
    *s = (struct server){.plan = plan, .fd = socket(AF_INET, SOCK_DGRAM, 0)};
    s->at.v4 = (struct sockaddr_in){.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    assert_int_equal(bind(s->fd, &s->at.any, address_len(&s->at)), 0);
    assert_int_equal(getsockname(s->fd, &s->at.any, &len), 0);
    assert_int_equal(pthread_create(&s->thread, NULL, serve, s), 0);
}

static void stop(struct server *s)
{
    assert_int_equal(pthread_join(s->thread, NULL), 0);
    close(s->fd);
}

static void one_that_answers_is_fine(void **state)
{
    (void)state;
    struct server s;
    struct printed p;
    start(&s, "a");
    printed_open(&p);
    assert_int_equal(probe_run(&s.at, p.to), 0);
    assert_non_null(strstr(printed_text(&p), " answers ("));
    stop(&s);
    printed_close(&p);
}

static void a_lost_packet_is_asked_again(void **state)
{
    (void)state;
    struct server s;
    struct printed p;
    start(&s, "sa");
    printed_open(&p);
    assert_int_equal(probe_run(&s.at, p.to), 0);
    assert_int_equal(s.got, 2);
    stop(&s);
    printed_close(&p);
}

static void silence_and_wrong_answers_fail_in_a_second_and_a_half(void **state)
{
    (void)state;
    struct server s;
    struct printed p;
    start(&s, "iss");
    printed_open(&p);
    uint64_t began_ms = clock_ms();
    assert_int_equal(probe_run(&s.at, p.to), 1);
    assert_in_range(clock_ms() - began_ms, 1499, 4000);
    assert_non_null(strstr(printed_text(&p), " does not answer: "));
    stop(&s);
    printed_close(&p);
}

static void nobody_there_is_told_at_once(void **state)
{
    (void)state;
    struct server s;
    struct printed p;
    start(&s, "");
    stop(&s);
    printed_open(&p);
    uint64_t began_ms = clock_ms();
    assert_int_equal(probe_run(&s.at, p.to), 1);
    assert_true(clock_ms() - began_ms < 1000);
    assert_non_null(strstr(printed_text(&p), "Connection refused\n"));
    printed_close(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(one_that_answers_is_fine),
        cmocka_unit_test(a_lost_packet_is_asked_again),
        cmocka_unit_test(silence_and_wrong_answers_fail_in_a_second_and_a_half),
        cmocka_unit_test(nobody_there_is_told_at_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
