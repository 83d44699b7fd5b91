/* The look for a loop, with a relay that keeps what it is given. */
#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/dname.h"
#include "dnsd/loop.h"

static struct {
    uint8_t name[DNAME_MAX];
    uint16_t type;
    bool refuse;
} asked;

bool relay_start(struct relay *r, const struct request *q, struct relay_way way, struct waiter *w)
{
    (void)r;
    (void)way;
    (void)w;
    memcpy(asked.name, q->qname, q->qname_len);
    asked.type = q->qtype;
    return !asked.refuse;
}

static bool comes(struct loop *l, const uint8_t *name, uint16_t type)
{
    const struct request r = {.qname = name, .qname_len = (uint16_t)dname_len(name), .qtype = type};
    return loop_is_probe(l, &r);
}

static void only_the_question_that_was_sent_is_a_loop(void **state)
{
    (void)state;
    struct random random = {0};
    struct loop l = {0};
    uint8_t first[DNAME_MAX], upper[DNAME_MAX];
    assert_false(comes(&l, (const uint8_t *)"", 13));
    loop_probe(&l, NULL, &random);
    memcpy(first, asked.name, sizeof first);
    assert_int_equal(dname_len(first), LOOP_NAME_LEN);
    assert_false(comes(&l, (const uint8_t *)"\5other", asked.type));
    assert_false(comes(&l, first, 1));
    assert_false(l.found);
    memcpy(upper, first, sizeof upper);
    for (unsigned i = 1; i < LOOP_NAME_LEN - 1; i++)
        upper[i] = upper[i] >= 'a' ? (uint8_t)(upper[i] - 32) : upper[i];
    assert_true(comes(&l, upper, asked.type));
    assert_true(l.found);
    loop_probe(&l, NULL, &random);
    assert_false(l.found);
    assert_memory_not_equal(first, asked.name, LOOP_NAME_LEN);
    assert_false(comes(&l, first, asked.type));
}

static void one_that_could_not_be_sent_finds_nothing(void **state)
{
    (void)state;
    struct random random = {0};
    struct loop l = {0};
    asked.refuse = true;
    loop_probe(&l, NULL, &random);
    assert_false(comes(&l, asked.name, asked.type));
    asked.refuse = false;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_the_question_that_was_sent_is_a_loop),
        cmocka_unit_test(one_that_could_not_be_sent_finds_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
