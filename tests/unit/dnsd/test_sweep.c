/* Sweeps, with lookups that the test answers. */
#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "dnsd/sweep.h"

enum {
    FRESH_MS = 1000,
    LEARNED_MAX = 256, /* addresses of one answer */
    RECORD_LEN = 2 + 10 + 4,
    WIRE_MAX = 8192,
};

static struct {
    struct {
        const uint8_t *target;
        uint16_t type;
        lookup_done *done;
        void *arg;
    } lookups[SWEEP_LOOKUPS_MAX + 1];
    unsigned count;
    bool answer_at_once;
} asked;

void lookup_start(struct lookup *l, const struct request *r, const uint8_t *target, bool tcp,
                  lookup_done *done, void *arg)
{
    (void)l;
    assert_false(tcp);
    assert_ptr_equal(r->qname, target);
    assert_int_equal(r->qname_len, dname_len(target));
    assert_int_equal(r->qclass, CLASS_IN);
    assert_true(r->rd);
    assert_true(asked.count <= SWEEP_LOOKUPS_MAX);
    asked.lookups[asked.count].target = target;
    asked.lookups[asked.count].type = r->qtype;
    asked.lookups[asked.count].done = done;
    asked.lookups[asked.count++].arg = arg;
    if (asked.answer_at_once)
        done(arg, NULL, 0, LOOKUP_SILENT);
}

static const uint8_t api[] = "\3api\4test", db[] = "\2db\4test";

static struct rule rules[] = {
    {.name = (const uint8_t *)"\1a", .target = api, .service = "api"},
    {.name = (const uint8_t *)"\1b", .target = api, .service = "api"},
    {.name = (const uint8_t *)"\1c", .target = (const uint8_t *)"\5other\4test"},
    {.name = (const uint8_t *)"\1d", .target = db, .service = "db"},
};

struct fixture {
    struct config config;
    struct arena arena;
    struct reverse *reverse;
    struct sweep *sweep;
    unsigned ends[2]; /* of IPv4, of IPv6 */
};

static void on_end(void *arg, bool v6)
{
    ((struct fixture *)arg)->ends[v6]++;
}

static int open_sweep(void **state)
{
    static struct fixture f;
    memset(&f, 0, sizeof f);
    memset(&asked, 0, sizeof asked);
    f.config.rules = rules;
    f.config.rule_count = sizeof rules / sizeof *rules;
    arena_init(&f.arena, 1 << 20);
    f.reverse = reverse_new(&f.arena);
    assert_non_null(f.reverse);
    f.sweep = sweep_new(&f.config, NULL, f.reverse, &f.arena, on_end, &f);
    assert_non_null(f.sweep);
    *state = &f;
    return 0;
}

static int close_sweep(void **state)
{
    struct fixture *f = *state;
    arena_clear(&f->arena);
    return 0;
}

static void octets_of(unsigned i, uint8_t to[4])
{
    const uint8_t octets[4] = {10, 1, (uint8_t)(i >> 8), (uint8_t)i};
    memcpy(to, octets, sizeof octets);
}

/* An answer with count addresses, 10.1.0.0 and on; gives its length. */
static size_t answer_of(unsigned count, uint8_t rcode, uint8_t to[WIRE_MAX])
{
    static const uint8_t question[] = {1, 'q', 0, 0, TYPE_A, 0, CLASS_IN};
    static const uint8_t record[] = {0xc0, HEADER_LEN, 0, TYPE_A, 0, CLASS_IN, 0, 0, 0, 5, 0, 4};
    size_t len = HEADER_LEN;
    memset(to, 0, HEADER_LEN);
    to[2] = 0x80;
    to[3] = rcode;
    to[5] = 1;
    to[6] = (uint8_t)(count >> 8);
    to[7] = (uint8_t)count;
    memcpy(to + len, question, sizeof question);
    len += sizeof question;
    for (unsigned i = 0; i < count; i++, len += RECORD_LEN) {
        assert_true(len + RECORD_LEN <= WIRE_MAX);
        memcpy(to + len, record, sizeof record);
        octets_of(i, to + len + sizeof record);
    }
    return len;
}

static const char *service_at(const struct fixture *f, unsigned i)
{
    uint8_t octets[4];
    octets_of(i, octets);
    return reverse_find(f->reverse, octets, sizeof octets);
}

static void answer(unsigned lookup, const uint8_t *wire, size_t len)
{
    asked.lookups[lookup].done(asked.lookups[lookup].arg, wire, len, LOOKUP_SILENT);
}

static void each_service_is_asked_for_once_and_by_its_target(void **state)
{
    struct fixture *f = *state;
    assert_true(sweep_start(f->sweep, false, 0));
    assert_true(sweep_start(f->sweep, true, 0));
    assert_int_equal(asked.count, 4);
    for (unsigned i = 0; i < 4; i++) {
        assert_ptr_equal(asked.lookups[i].target, i % 2 ? db : api);
        assert_int_equal(asked.lookups[i].type, i < 2 ? TYPE_A : TYPE_AAAA);
    }
}

static void the_last_answer_ends_it_once_and_what_was_answered_is_known(void **state)
{
    struct fixture *f = *state;
    uint8_t wire[WIRE_MAX];
    assert_true(sweep_start(f->sweep, false, 0));
    answer(1, wire, answer_of(2, RCODE_NOERROR, wire));
    assert_int_equal(f->ends[0], 0);
    answer(0, NULL, 0);
    assert_int_equal(f->ends[0], 1);
    assert_int_equal(f->ends[1], 0);
    assert_string_equal(service_at(f, 0), "db");
    assert_string_equal(service_at(f, 1), "db");
    assert_null(service_at(f, 2));
}

static void who_comes_meanwhile_joins(void **state)
{
    struct fixture *f = *state;
    assert_true(sweep_start(f->sweep, false, 0));
    assert_true(sweep_start(f->sweep, false, 10 * FRESH_MS));
    assert_int_equal(asked.count, 2);
    answer(0, NULL, 0);
    answer(1, NULL, 0);
    assert_int_equal(f->ends[0], 1);
}

static void there_is_one_sweep_a_second_for_each_kind_of_address(void **state)
{
    struct fixture *f = *state;
    asked.answer_at_once = true;
    assert_true(sweep_start(f->sweep, false, 5000));
    assert_false(sweep_start(f->sweep, false, 5000 + FRESH_MS - 1));
    assert_int_equal(asked.count, 2);
    assert_true(sweep_start(f->sweep, true, 5000 + FRESH_MS - 1));
    assert_true(sweep_start(f->sweep, false, 5000 + FRESH_MS));
    assert_int_equal(asked.count, 6);
}

static void lookups_answered_at_once_end_it_once_before_the_start_returns(void **state)
{
    struct fixture *f = *state;
    asked.answer_at_once = true;
    assert_true(sweep_start(f->sweep, true, 0));
    assert_int_equal(f->ends[1], 1);
    assert_int_equal(f->ends[0], 0);
}

static void without_services_there_is_nothing_to_sweep(void **state)
{
    struct fixture *f = *state;
    f->config.rules = &rules[2];
    f->config.rule_count = 1;
    struct sweep *s = sweep_new(&f->config, NULL, f->reverse, &f->arena, on_end, f);
    assert_false(sweep_start(s, false, 0));
    assert_int_equal(asked.count + f->ends[0], 0);
}

static void no_more_services_are_swept_than_the_bound(void **state)
{
    struct fixture *f = *state;
    static struct rule many[SWEEP_SERVICES_MAX + 1];
    static uint8_t targets[SWEEP_SERVICES_MAX + 1][2];
    for (unsigned i = 0; i <= SWEEP_SERVICES_MAX; i++)
        many[i] = (struct rule){.name = targets[i], .target = targets[i], .service = "many"};
    f->config.rules = many;
    for (unsigned count = SWEEP_SERVICES_MAX; count <= SWEEP_SERVICES_MAX + 1; count++) {
        f->config.rule_count = count;
        struct sweep *s = sweep_new(&f->config, NULL, f->reverse, &f->arena, on_end, f);
        asked.count = 0;
        assert_true(sweep_start(s, false, 0));
        assert_true(sweep_start(s, true, 0));
        assert_int_equal(asked.count, SWEEP_LOOKUPS_MAX);
    }
}

static void a_full_arena_has_no_room_for_one(void **state)
{
    struct fixture *f = *state;
    struct arena small;
    arena_init(&small, 64);
    assert_null(sweep_new(&f->config, NULL, f->reverse, &small, on_end, f));
    arena_clear(&small);
}

static void of_one_answer_so_many_addresses_are_learned_and_no_more(void **state)
{
    struct fixture *f = *state;
    uint8_t wire[WIRE_MAX];
    sweep_learn(f->reverse, &rules[0], TYPE_A, wire, answer_of(LEARNED_MAX, RCODE_NOERROR, wire));
    assert_string_equal(service_at(f, LEARNED_MAX - 1), "api");
    sweep_learn(f->reverse, &rules[0], TYPE_A, wire, answer_of(LEARNED_MAX + 1, RCODE_NOERROR, wire));
    assert_string_equal(service_at(f, LEARNED_MAX - 1), "api");
    assert_null(service_at(f, LEARNED_MAX));
}

static void longer_addresses_are_learned_too(void **state)
{
    static const uint8_t address[16] = {0xfd, 0, [15] = 7};
    struct fixture *f = *state;
    uint8_t wire[UDP_SIZE_MIN];
    const struct request r = {.qname = api, .qname_len = sizeof api, .qtype = TYPE_AAAA, .qclass = CLASS_IN};
    const struct local_record record = {.type = TYPE_AAAA, .data = address, .data_len = sizeof address};
    const struct local_answer a = {.answer = &record, .ede = EDE_NONE};
    sweep_learn(f->reverse, &rules[0], TYPE_AAAA, wire, message_answer(&r, &a, wire, sizeof wire));
    assert_string_equal(reverse_find(f->reverse, address, sizeof address), "api");
}

static void errors_other_types_and_rules_without_service_teach_nothing(void **state)
{
    struct fixture *f = *state;
    uint8_t wire[WIRE_MAX];
    sweep_learn(f->reverse, &rules[0], TYPE_A, wire, answer_of(1, RCODE_NXDOMAIN, wire));
    sweep_learn(f->reverse, &rules[2], TYPE_A, wire, answer_of(1, RCODE_NOERROR, wire));
    sweep_learn(f->reverse, &rules[0], TYPE_PTR, wire, answer_of(1, RCODE_NOERROR, wire));
    sweep_learn(f->reverse, &rules[0], TYPE_AAAA, wire, answer_of(1, RCODE_NOERROR, wire));
    assert_null(service_at(f, 0));
    sweep_learn(f->reverse, &rules[0], TYPE_A, wire, answer_of(1, RCODE_NOERROR, wire));
    assert_string_equal(service_at(f, 0), "api");
}

#define with_sweep(test) cmocka_unit_test_setup_teardown(test, open_sweep, close_sweep)

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_sweep(each_service_is_asked_for_once_and_by_its_target),
        with_sweep(the_last_answer_ends_it_once_and_what_was_answered_is_known),
        with_sweep(who_comes_meanwhile_joins),
        with_sweep(there_is_one_sweep_a_second_for_each_kind_of_address),
        with_sweep(lookups_answered_at_once_end_it_once_before_the_start_returns),
        with_sweep(without_services_there_is_nothing_to_sweep),
        with_sweep(no_more_services_are_swept_than_the_bound),
        with_sweep(a_full_arena_has_no_room_for_one),
        with_sweep(of_one_answer_so_many_addresses_are_learned_and_no_more),
        with_sweep(longer_addresses_are_learned_too),
        with_sweep(errors_other_types_and_rules_without_service_teach_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
