#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "dnsd/message.h"

/* A message written as octets, cut to its exact length, so that the sanitizer sees one read too many. */
struct exact {
    uint8_t *at;
    size_t len;
};

static struct exact exact(const char *octets, size_t len)
{
    struct exact e = {.at = malloc(len ? len : 1), .len = len};
    memcpy(e.at, octets, len);
    return e;
}

#define MESSAGE(octets) exact((octets), sizeof(octets) - 1)

#define QUESTION     "\5nGiNx\0\0\1\0\1"
#define OPT(version) "\0\0\51\4\320\0" version "\200\0\0\0"

static enum verdict verdict_of(struct exact e, struct request *r)
{
    enum verdict v = message_parse(e.at, e.len, r);
    free(e.at);
    return v;
}

static void assert_reply(struct exact e, uint16_t rcode)
{
    struct request r;
    assert_int_equal(verdict_of(e, &r), VERDICT_REPLY);
    assert_int_equal(r.rcode, rcode);
}

static void a_plain_question_is_served(void **state)
{
    (void)state;
    struct request r;
    struct exact e = MESSAGE("\x12\x34\1\20\0\1\0\0\0\0\0\0" QUESTION);
    assert_int_equal(message_parse(e.at, e.len, &r), VERDICT_SERVE);
    assert_int_equal(r.id, 0x1234);
    assert_int_equal(r.qname_len, 7);
    assert_memory_equal(r.qname, "\5nGiNx", 7);
    assert_int_equal(r.qtype, TYPE_A);
    assert_true(r.rd && r.cd && !r.has_opt && !r.dnssec_ok);
    assert_int_equal(r.udp_size, 512);
    free(e.at);
}

static void an_opt_says_size_and_do(void **state)
{
    (void)state;
    struct request r;
    assert_int_equal(verdict_of(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION OPT("\0")), &r), VERDICT_SERVE);
    assert_true(r.has_opt && r.dnssec_ok);
    assert_int_equal(r.udp_size, 1232);
    struct exact small = MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION "\0\0\51\0\1\0\0\0\0\0\0");
    assert_int_equal(verdict_of(small, &r), VERDICT_SERVE);
    assert_int_equal(r.udp_size, 512);
}

static void responses_and_scraps_are_dropped(void **state)
{
    (void)state;
    struct request r;
    assert_int_equal(verdict_of(MESSAGE("\0\1\201\0\0\1\0\0\0\0\0\0" QUESTION), &r), VERDICT_DROP);
    assert_int_equal(verdict_of(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0"), &r), VERDICT_DROP);
    assert_int_equal(verdict_of(MESSAGE(""), &r), VERDICT_DROP);
}

static void malformed_queries_are_formerr(void **state)
{
    (void)state;
    assert_reply(MESSAGE("\0\1\1\0\0\0\0\0\0\0\0\0"), RCODE_FORMERR);                   /* no question */
    assert_reply(MESSAGE("\0\1\1\0\0\2\0\0\0\0\0\0" QUESTION QUESTION), RCODE_FORMERR); /* two */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0\5nGi"), RCODE_FORMERR);              /* cut */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0\300\14\0\1\0\1"), RCODE_FORMERR);    /* pointer */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0" QUESTION "x"), RCODE_FORMERR);      /* left over */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\1\0\0\0\0" QUESTION "\0\0\1\0\1\0\0\0\0\0\0"), RCODE_FORMERR);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\1\0\0" QUESTION "\0\0\1\0\1\0\0\0\0\0\0"), RCODE_FORMERR);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\2" QUESTION OPT("\0") OPT("\0")),
                 RCODE_FORMERR); /* two OPT */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION "\1a\0\0\51\4\320\0\0\0\0\0\0"), RCODE_FORMERR);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION "\0\0\51\4\320\0\0\0\0\0\4\0\12\0\1"),
                 RCODE_FORMERR); /* an option longer than the OPT */
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION), RCODE_FORMERR);
}

static void what_is_not_done_is_said(void **state)
{
    (void)state;
    assert_reply(MESSAGE("\0\1\50\0\0\1\0\0\0\0\0\0" QUESTION), RCODE_NOTIMP);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\1" QUESTION OPT("\1")), RCODE_BADVERS);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0\5nGiNx\0\0\1\0\3"), RCODE_REFUSED);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0\5nGiNx\0\0\374\0\1"), RCODE_REFUSED);
    assert_reply(MESSAGE("\0\1\1\0\0\1\0\0\0\0\0\0\5nGiNx\0\0\373\0\1"), RCODE_REFUSED);
}

static const struct request asked = {.qname = (const uint8_t *)"\5nGiNx",
                                     .qname_len = 7,
                                     .id = 0x1234,
                                     .qtype = 1,
                                     .qclass = 1,
                                     .rd = true,
                                     .udp_size = 512};

static void an_answer_of_our_own_is_what_was_asked_and_why(void **state)
{
    (void)state;
    uint8_t wire[512];
    struct request r = asked;
    const struct local_answer a = {.rcode = RCODE_NXDOMAIN, .ede = EDE_BLOCKED, .ede_text = "no"};
    assert_int_equal(message_answer(&r, &a, wire, sizeof wire), 23);
    assert_memory_equal(wire, "\x12\x34\201\203\0\1\0\0\0\0\0\0" QUESTION, 23);
    r.has_opt = r.dnssec_ok = true;
    assert_int_equal(message_answer(&r, &a, wire, sizeof wire), 23 + 11 + 8);
    assert_memory_equal(wire + 10, "\0\1" QUESTION "\0\0\51\4\320\0\0\200\0\0\10\0\17\0\4\0\17no", 32);
}

static void an_extended_rcode_stands_in_both_places(void **state)
{
    (void)state;
    uint8_t wire[512];
    struct request r = asked;
    r.has_opt = true;
    const struct local_answer a = {.rcode = RCODE_BADVERS, .ede = EDE_NONE};
    size_t len = message_answer(&r, &a, wire, sizeof wire);
    assert_int_equal(message_rcode(wire), 0);
    assert_int_equal(wire[len - 6], 1);
}

static void what_goes_upstream_holds_nothing_else_of_the_clients(void **state)
{
    (void)state;
    uint8_t wire[QUERY_LEN_MAX];
    struct request r = asked;
    assert_int_equal(message_query(&r, r.qname, 7, 4096, wire), 23);
    assert_memory_equal(wire, "\0\7\1\0\0\1\0\0\0\0\0\0" QUESTION, 23);
    r.has_opt = r.dnssec_ok = true;
    r.udp_size = 65535;
    assert_int_equal(message_query(&r, r.qname, 7, 4096, wire), 34);
    assert_memory_equal(wire + 10, "\0\1" QUESTION "\0\0\51\20\0\0\0\200\0\0\0", 24);
}

static void the_longest_query_fits(void **state)
{
    (void)state;
    uint8_t name[256];
    memset(name, 'a', sizeof name);
    name[0] = name[64] = name[128] = 63;
    name[192] = 61;
    name[254] = 0;
    struct request r = asked;
    r.has_opt = true;
    uint8_t *wire = malloc(QUERY_LEN_MAX);
    assert_int_equal(message_query(&r, name, 7, 4096, wire), QUERY_LEN_MAX);
    free(wire);
}

static bool is_answer(struct exact e)
{
    static const uint8_t query[] = "\0\7\1\0\0\1\0\0\0\0\0\0" QUESTION;
    bool yes = message_is_answer_to(e.at, e.len, query, sizeof query - 1);
    free(e.at);
    return yes;
}

static void only_the_answer_to_the_question_is_one(void **state)
{
    (void)state;
    assert_true(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0\0" QUESTION)));
    assert_true(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0\0\5NGINX\0\0\1\0\1")));
    assert_true(is_answer(MESSAGE("\0\7\201\205\0\0\0\0\0\0\0\0")));
    assert_false(is_answer(MESSAGE("\0\7\201\200\0\0\0\0\0\0\0\0")));
    assert_false(is_answer(MESSAGE("\0\10\201\200\0\1\0\0\0\0\0\0" QUESTION)));
    assert_false(is_answer(MESSAGE("\0\7\1\0\0\1\0\0\0\0\0\0" QUESTION)));
    assert_false(is_answer(MESSAGE("\0\7\251\0\0\1\0\0\0\0\0\0" QUESTION)));
    assert_false(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0\0\5nginy\0\0\1\0\1")));
    assert_false(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0\0\5nginx\0\0\2\0\1")));
    assert_false(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0\0\5ngi")));
    assert_false(is_answer(MESSAGE("\0\7\201\200\0\1\0\0\0\0\0")));
}

static void cutting_keeps_question_and_opt_and_sets_tc(void **state)
{
    (void)state;
    uint8_t wire[600] = "\0\7\201\200\0\1\0\1\0\0\0\1" QUESTION "\300\14\0\20\0\1\0\0\0\5\2\0";
    memcpy(wire + 35 + 512, OPT("\0"), 11);
    size_t len = 35 + 512 + 11;
    assert_int_equal(message_truncate(wire, len, len), len);
    assert_false(message_is_truncated(wire));
    assert_int_equal(message_truncate(wire, len, len - 1), 34);
    assert_memory_equal(wire, "\0\7\203\200\0\1\0\0\0\0\0\1" QUESTION OPT("\0"), 34);
}

static void cutting_what_is_no_message_leaves_a_header(void **state)
{
    (void)state;
    uint8_t wire[600] = "\0\7\201\200\0\1\0\1\0\0\0\1";
    memset(wire + 12, 0x3f, sizeof wire - 12);
    size_t len = message_truncate(wire, sizeof wire, 512);
    assert_in_range(len, HEADER_LEN, 512);
    assert_true(message_is_truncated(wire));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_question_is_served),
        cmocka_unit_test(an_opt_says_size_and_do),
        cmocka_unit_test(responses_and_scraps_are_dropped),
        cmocka_unit_test(malformed_queries_are_formerr),
        cmocka_unit_test(what_is_not_done_is_said),
        cmocka_unit_test(an_answer_of_our_own_is_what_was_asked_and_why),
        cmocka_unit_test(an_extended_rcode_stands_in_both_places),
        cmocka_unit_test(what_goes_upstream_holds_nothing_else_of_the_clients),
        cmocka_unit_test(the_longest_query_fits),
        cmocka_unit_test(only_the_answer_to_the_question_is_one),
        cmocka_unit_test(cutting_keeps_question_and_opt_and_sets_tc),
        cmocka_unit_test(cutting_what_is_no_message_leaves_a_header),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
