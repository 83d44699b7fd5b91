/* Lookups, with a relay that keeps what it is given until the test answers. */
#include "tests/unit/cmocka_all.h"

#include <stdbool.h>
#include <stdlib.h>

#undef fail /* cmocka's macro, and a function there */
static bool no_memory;
#define calloc(count, len) (no_memory ? NULL : calloc(count, len))
/* Whole, so that memory can run out. NOLINTNEXTLINE(bugprone-suspicious-include) */
#include "dnsd/lookup.c"

enum { SENT_COUNT_MAX = 1100, BIG = 2000 };

/* What went to the relay, in that order. */
static struct {
    struct {
        struct request request;
        uint8_t name[DNAME_MAX];
        struct relay_way way;
        struct waiter *waiter; /* NULL: answered, or it left */
    } sent[SENT_COUNT_MAX];
    unsigned count, left;
    bool refuse;
} seen;

bool relay_start(struct relay *r, const struct request *q, struct relay_way way, struct waiter *w)
{
    assert_ptr_equal(r, &seen);
    if (seen.refuse)
        return false;
    assert_true(seen.count < SENT_COUNT_MAX);
    __typeof__(seen.sent[0]) *s = &seen.sent[seen.count++];
    s->request = *q;
    memcpy(s->name, q->qname, q->qname_len);
    s->request.qname = s->name;
    s->way = way;
    s->waiter = w;
    return true;
}

void relay_leave(struct waiter *w)
{
    for (unsigned i = 0; i < seen.count; i++)
        if (seen.sent[i].waiter == w) {
            seen.sent[i].waiter = NULL;
            seen.left++;
        }
}

/* Who asked. One that a test leaves waiting hears at the teardown. */
struct asker {
    struct lookup *lookup;
    uint8_t wire[MESSAGE_MAX];
    size_t len;
    unsigned heard;
    bool has_answer;
    enum lookup_fault why;
    struct asker *then; /* asks when this one has heard; NULL: nobody */
};

static const uint8_t api[] = "\3Api\4test\3svc", other[] = "\5other\4test";

static void start(struct asker *a, uint16_t type, bool tcp);

static void heard(void *arg, const uint8_t *wire, size_t len, enum lookup_fault why)
{
    struct asker *a = arg;
    a->heard++;
    a->has_answer = wire;
    a->why = why;
    a->len = len;
    if (wire)
        memcpy(a->wire, wire, len);
    if (a->then)
        start(a->then, TYPE_A, false);
}

static void start(struct asker *a, uint16_t type, bool tcp)
{
    /* Of the client's question nothing counts but the type and what the header asks for. */
    const struct request r = {
        .qname = other, .qname_len = sizeof other, .id = 7, .qtype = type, .qclass = CLASS_IN, .rd = true};
    lookup_start(a->lookup, &r, api, tcp, heard, a);
}

static int open_lookup(void **state)
{
    static struct asker a;
    static struct diag err;
    memset(&a, 0, sizeof a);
    memset(&seen, 0, sizeof seen);
    no_memory = false;
    *state = &a;
    return lookup_new((struct relay *)&seen, &a.lookup, &err);
}

static int close_lookup(void **state)
{
    lookup_free(((struct asker *)*state)->lookup);
    return 0;
}

/* The answer to what was sent as number i, as a server writes it; gives its length. */
static size_t answer_to(unsigned i, const struct local_answer *a, uint8_t to[MESSAGE_MAX])
{
    return message_answer(&seen.sent[i].request, a, to, MESSAGE_MAX);
}

static void hand(unsigned i, uint8_t *wire, size_t len, bool reached)
{
    struct waiter *w = seen.sent[i].waiter;
    assert_non_null(w);
    seen.sent[i].waiter = NULL;
    w->done(w, wire, len, reached);
}

static const uint8_t data[BIG] = {10, 1, 2, 3};
static const struct local_record record = {.type = TYPE_A, .ttl_s = 5, .data = data, .data_len = 4},
                                 big = {.type = 16, .ttl_s = 5, .data = data, .data_len = BIG};

static void hand_answer(unsigned i, const struct local_answer *a)
{
    static uint8_t wire[MESSAGE_MAX];
    hand(i, wire, answer_to(i, a, wire), true);
}

static void hand_record(unsigned i, const struct local_record *r)
{
    const struct local_answer a = {.answer = r, .ede = EDE_NONE};
    hand_answer(i, &a);
}

static void hand_rcode(unsigned i, uint16_t rcode)
{
    const struct local_answer a = {.rcode = rcode, .ede = EDE_NONE};
    hand_answer(i, &a);
}

static void the_target_is_asked_for_with_patience_and_a_size_of_our_own(void **state)
{
    static const uint16_t types[] = {TYPE_A, TYPE_AAAA, TYPE_ANY, 65280};
    for (unsigned i = 0; i < 8; i++) {
        bool tcp = i & 1;
        start(*state, types[i / 2], tcp);
        assert_int_equal(seen.count, i + 1);
        const struct request *r = &seen.sent[i].request;
        assert_memory_equal(r->qname, api, sizeof api);
        assert_int_equal(r->qname_len, sizeof api);
        assert_int_equal(r->qtype, types[i / 2]);
        assert_int_equal(r->qclass, CLASS_IN);
        assert_true(r->rd && r->has_opt);
        assert_int_equal(r->udp_size, EDNS_SIZE);
        assert_int_equal(seen.sent[i].way.tcp, tcp);
        assert_true(seen.sent[i].way.persistent && seen.sent[i].way.own);
    }
}

static void the_answer_comes_as_upstream_gave_it(void **state)
{
    static uint8_t wire[MESSAGE_MAX];
    struct asker *a = *state;
    const struct {
        const struct local_record *record;
        uint16_t rcode;
        bool tcp;
    } cases[] = {
        {&record, RCODE_NOERROR, false}, {NULL, RCODE_NOERROR, false}, {NULL, RCODE_NXDOMAIN, false},
        {NULL, RCODE_SERVFAIL, false},   {NULL, RCODE_REFUSED, false}, {NULL, RCODE_NOTIMP, false},
        {&big, RCODE_NOERROR, false},    {&big, RCODE_NOERROR, true},  {&record, RCODE_NXDOMAIN, true},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct local_answer told = {
            .rcode = cases[i].rcode, .answer = cases[i].record, .ede = EDE_NONE};
        start(a, TYPE_A, cases[i].tcp);
        size_t len = answer_to(i, &told, wire);
        hand_answer(i, &told);
        assert_int_equal(a->heard, i + 1);
        assert_true(a->has_answer);
        assert_int_equal(a->len, len);
        assert_memory_equal(a->wire + 2, wire + 2, len - 2);
    }
    assert_int_equal(seen.count, sizeof cases / sizeof *cases);
}

static void an_answer_that_came_back_cut_is_asked_for_over_tcp(void **state)
{
    struct asker *a = *state;
    const struct local_answer cut = {.truncated = true, .ede = EDE_NONE};
    start(a, TYPE_A, false);
    hand_answer(0, &cut);
    assert_int_equal(a->heard, 0);
    assert_int_equal(seen.count, 2);
    assert_true(seen.sent[1].way.tcp && seen.sent[1].way.persistent && seen.sent[1].way.own);
    assert_memory_equal(seen.sent[1].request.qname, api, sizeof api);
    hand_record(1, &big);
    assert_int_equal(a->heard, 1);
    assert_true(a->has_answer && a->len > BIG);
}

static void the_longest_message_comes_whole_over_tcp(void **state)
{
    static uint8_t longest[MESSAGE_MAX], wire[MESSAGE_MAX];
    struct asker *a = *state;
    struct local_record r = {.type = 16, .data = longest};
    start(a, TYPE_A, true);
    const struct local_answer bare = {.ede = EDE_NONE};
    size_t without = answer_to(0, &bare, wire);
    r.data_len = (uint16_t)(MESSAGE_MAX - without - 2 - 10); /* its owner is a pointer */
    for (size_t i = 0; i < r.data_len; i++)
        longest[i] = (uint8_t)i;
    const struct local_answer told = {.answer = &r, .ede = EDE_NONE};
    assert_int_equal(answer_to(0, &told, wire), MESSAGE_MAX);
    hand_answer(0, &told);
    assert_int_equal(a->len, MESSAGE_MAX);
    assert_memory_equal(a->wire + 2, wire + 2, MESSAGE_MAX - 2);
}

static void silence_and_nobody_there_are_told_apart(void **state)
{
    struct asker *a = *state;
    for (unsigned i = 0; i < 4; i++) {
        bool reached = i & 1;
        start(a, TYPE_A, i & 2);
        hand(i, NULL, 0, reached);
        assert_int_equal(a->heard, i + 1);
        assert_false(a->has_answer);
        assert_int_equal(a->why, reached ? LOOKUP_SILENT : LOOKUP_UNREACHABLE);
    }
    assert_int_equal(seen.count, 4);
}

static void octets_that_are_no_answer_to_it_are_malformed(void **state)
{
    static uint8_t wire[MESSAGE_MAX];
    struct asker *a = *state;
    const struct local_answer told = {.answer = &record, .ede = EDE_NONE};
    for (unsigned i = 0; i < 10; i++) {
        start(a, TYPE_A, i & 1);
        size_t len = answer_to(i, &told, wire);
        switch (i / 2) {
        case 0: wire[HEADER_LEN + 1] = 'x'; break;             /* another name */
        case 1: len = HEADER_LEN + 3; break;                   /* cut within the question */
        case 2: wire[HEADER_LEN] = 0xc0; break;                /* a name that points to itself */
        case 3: memset(wire + 4, 0xff, HEADER_LEN - 4); break; /* counts of what is not there */
        default: wire[HEADER_LEN + sizeof api + 1] = 99;       /* another type */
        }
        hand(i, wire, len, true);
        assert_int_equal(a->heard, i + 1);
        if (i / 2 == 3 && a->has_answer)
            continue; /* an older c-ares looks no further than the question; who reads on sees it */
        assert_false(a->has_answer);
        assert_int_equal(a->why, LOOKUP_MALFORMED);
    }
}

static void an_error_without_its_question_is_told_with_it(void **state)
{
    static const uint8_t rcodes[] = {RCODE_SERVFAIL, RCODE_NOTIMP, RCODE_REFUSED};
    struct asker *a = *state;
    for (unsigned i = 0; i < sizeof rcodes; i++) {
        uint8_t wire[HEADER_LEN] = {0, 0, 0x80, rcodes[i]};
        start(a, TYPE_A, false);
        hand(i, wire, sizeof wire, true);
        assert_int_equal(a->heard, i + 1);
        assert_true(a->has_answer);
        assert_int_equal(message_rcode(a->wire), rcodes[i]);
        assert_memory_equal(a->wire + HEADER_LEN, api, sizeof api);
    }
}

static void a_server_without_edns_is_asked_without_and_each_time_anew(void **state)
{
    struct asker *a = *state;
    for (unsigned i = 0; i < 4; i++) {
        uint8_t bare[HEADER_LEN] = {0, 0, 0x80, RCODE_FORMERR};
        bool tcp = i & 1;
        start(a, TYPE_A, tcp);
        assert_true(seen.sent[2 * i].request.has_opt);
        hand(2 * i, bare, sizeof bare, true);
        assert_int_equal(a->heard, i);
        assert_int_equal(seen.count, 2 * i + 2);
        assert_false(seen.sent[2 * i + 1].request.has_opt);
        assert_int_equal(seen.sent[2 * i + 1].way.tcp, tcp);
        hand_record(2 * i + 1, &record);
        assert_int_equal(a->heard, i + 1);
        assert_true(a->has_answer);
        assert_int_equal(message_rcode(a->wire), RCODE_NOERROR);
    }
}

static void a_formerr_of_a_server_that_knows_edns_is_the_answer_and_so_is_a_second_one(void **state)
{
    struct asker *a = *state;
    start(a, TYPE_A, false);
    hand_rcode(0, RCODE_FORMERR); /* with an OPT, as the question had one */
    assert_int_equal(a->heard, 1);
    assert_int_equal(seen.count, 1);
    for (unsigned i = 0; i < 2; i++) {
        uint8_t bare[HEADER_LEN] = {0, 0, 0x80, RCODE_FORMERR};
        if (i == 0)
            start(a, TYPE_A, false);
        hand(1 + i, bare, sizeof bare, true);
    }
    assert_int_equal(seen.count, 3);
    assert_int_equal(a->heard, 2);
    assert_true(a->has_answer);
    assert_int_equal(message_rcode(a->wire), RCODE_FORMERR);
    start(a, TYPE_A, false);
    hand_record(3, &big); /* nobody else is taken for one without EDNS */
    assert_int_equal(a->heard, 3);
    assert_int_equal(seen.count, 4);
}

static void without_room_or_memory_it_ends_at_once_and_not_as_upstreams_fault(void **state)
{
    struct asker *a = *state;
    seen.refuse = true;
    for (unsigned i = 0; i < 2; i++) {
        start(a, TYPE_A, i & 1);
        assert_int_equal(a->heard, i + 1);
        assert_false(a->has_answer);
        assert_int_equal(a->why, LOOKUP_SILENT);
    }
    seen.refuse = false;
    no_memory = true;
    start(a, TYPE_A, false);
    no_memory = false;
    assert_int_equal(a->heard, 3);
    assert_false(a->has_answer);
    assert_int_equal(a->why, LOOKUP_SILENT);
    start(a, TYPE_A, false);
    hand_record(0, &record);
    assert_true(a->has_answer);
}

static void without_memory_there_is_no_lookup(void **state)
{
    static struct diag err;
    struct lookup *l = NULL;
    (void)state;
    no_memory = true;
    assert_int_equal(lookup_new((struct relay *)&seen, &l, &err), -1);
    no_memory = false;
    assert_string_equal(err.text, "no memory\n");
    assert_null(l);
    lookup_free(NULL);
}

static void a_relay_without_room_for_the_second_way_ends_it_too(void **state)
{
    struct asker *a = *state;
    const struct local_answer cut = {.truncated = true, .ede = EDE_NONE};
    start(a, TYPE_A, false);
    seen.refuse = true;
    hand_answer(0, &cut);
    assert_int_equal(a->heard, 1);
    assert_false(a->has_answer);
    seen.refuse = false;
    uint8_t bare[HEADER_LEN] = {0, 0, 0x80, RCODE_FORMERR};
    start(a, TYPE_A, false);
    seen.refuse = true;
    hand(1, bare, sizeof bare, true);
    assert_int_equal(a->heard, 2);
    assert_true(a->has_answer);
    assert_int_equal(message_rcode(a->wire), RCODE_FORMERR);
}

static void who_hears_may_ask_again_at_once(void **state)
{
    static struct asker second;
    struct asker *a = *state;
    memset(&second, 0, sizeof second);
    second.lookup = a->lookup;
    a->then = &second;
    start(a, TYPE_A, false);
    hand_record(0, &record);
    assert_int_equal(seen.count, 2);
    assert_int_equal(second.heard, 0);
    hand_record(1, &record);
    assert_int_equal(second.heard, 1);
    assert_true(second.has_answer);
    assert_int_equal(a->heard, 1);
}

static void as_many_as_there_may_be_wait_and_each_hears_its_own(void **state)
{
    struct asker *first = *state;
    struct asker *all = calloc(SENT_COUNT_MAX, sizeof *all);
    assert_non_null(all);
    for (unsigned i = 0; i < SENT_COUNT_MAX; i++) {
        all[i].lookup = first->lookup;
        start(&all[i], (uint16_t)(1000 + i), i & 1);
    }
    for (unsigned i = SENT_COUNT_MAX; i-- > 0;)
        hand_rcode(i, i % 3 ? RCODE_NOERROR : RCODE_NXDOMAIN);
    for (unsigned i = 0; i < SENT_COUNT_MAX; i++) {
        const uint8_t type[] = {(uint8_t)((1000 + i) >> 8), (uint8_t)(1000 + i)};
        assert_int_equal(all[i].heard, 1);
        assert_true(all[i].has_answer);
        assert_int_equal(message_rcode(all[i].wire), i % 3 ? RCODE_NOERROR : RCODE_NXDOMAIN);
        assert_memory_equal(all[i].wire + HEADER_LEN + sizeof api, type, sizeof type);
    }
    free(all);
}

static void who_waits_at_the_end_hears_that_there_is_nothing_and_leaves_the_relay(void **state)
{
    static struct asker second;
    struct asker *a = *state;
    memset(&second, 0, sizeof second);
    second.lookup = a->lookup;
    start(a, TYPE_A, false);
    start(&second, TYPE_A, true);
    lookup_free(a->lookup);
    a->lookup = NULL;
    assert_int_equal(a->heard + second.heard, 2);
    assert_false(a->has_answer || second.has_answer);
    assert_int_equal(seen.left, 2);
}

#define with_lookup(test) cmocka_unit_test_setup_teardown(test, open_lookup, close_lookup)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_lookup(the_target_is_asked_for_with_patience_and_a_size_of_our_own),
        with_lookup(the_answer_comes_as_upstream_gave_it),
        with_lookup(an_answer_that_came_back_cut_is_asked_for_over_tcp),
        with_lookup(the_longest_message_comes_whole_over_tcp),
        with_lookup(silence_and_nobody_there_are_told_apart),
        with_lookup(octets_that_are_no_answer_to_it_are_malformed),
        with_lookup(an_error_without_its_question_is_told_with_it),
        with_lookup(a_server_without_edns_is_asked_without_and_each_time_anew),
        with_lookup(a_formerr_of_a_server_that_knows_edns_is_the_answer_and_so_is_a_second_one),
        with_lookup(without_room_or_memory_it_ends_at_once_and_not_as_upstreams_fault),
        with_lookup(without_memory_there_is_no_lookup),
        with_lookup(a_relay_without_room_for_the_second_way_ends_it_too),
        with_lookup(who_hears_may_ask_again_at_once),
        with_lookup(as_many_as_there_may_be_wait_and_each_hears_its_own),
        with_lookup(who_waits_at_the_end_hears_that_there_is_nothing_and_leaves_the_relay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
