#include "tests/unit/cmocka_all.h"

#include <ldns/ldns.h>
#include <stdlib.h>
#include <string.h>

#include "common/dname.h"
#include "dnsd/translate.h"

static const char target_text[] = "fn-web.ns.svc.cluster.local.";

struct translated {
    ldns_pkt *packet;
    uint8_t wire[4096];
    size_t len;
};

static const uint8_t *wire_name(const char *text)
{
    static uint8_t names[2][DNAME_MAX];
    static unsigned next;
    size_t len;
    uint8_t *to = names[next++ % 2];
    assert_null(dname_from_text(text, strlen(text), to, &len));
    return to;
}

static ldns_rr *record(const char *text)
{
    ldns_rr *rr = NULL;
    assert_int_equal(ldns_rr_new_frm_str(&rr, text, 0, NULL, NULL), LDNS_STATUS_OK);
    return rr;
}

/* What upstream says about the target, with these records, told to a client that asked for qname. */
static struct translated translate(const char *qname, bool has_opt, const char *const answers[],
                                   const char *authority)
{
    struct translated t = {0};
    const uint8_t *asked = wire_name(qname);
    const struct request r = {.qname = asked,
                              .qname_len = (uint16_t)dname_len(asked),
                              .id = 77,
                              .qtype = TYPE_A,
                              .qclass = CLASS_IN,
                              .rd = true,
                              .has_opt = has_opt,
                              .udp_size = 4096};
    ldns_pkt *up =
        ldns_pkt_query_new(ldns_dname_new_frm_str(target_text), LDNS_RR_TYPE_A, LDNS_RR_CLASS_IN, LDNS_QR);
    for (; answers && *answers; answers++)
        ldns_pkt_push_rr(up, LDNS_SECTION_ANSWER, record(*answers));
    if (authority)
        ldns_pkt_push_rr(up, LDNS_SECTION_AUTHORITY, record(authority));
    ldns_pkt_set_aa(up, true);
    ldns_pkt_set_edns_udp_size(up, 4096);
    uint8_t *wire = NULL;
    size_t len;
    assert_int_equal(ldns_pkt2wire(&wire, up, &len), LDNS_STATUS_OK);
    t.len = translate_answer(wire, len, wire_name(target_text), &r, t.wire, sizeof t.wire);
    assert_int_not_equal(t.len, 0);
    assert_int_equal(ldns_wire2pkt(&t.packet, t.wire, t.len), LDNS_STATUS_OK);
    free(wire);
    ldns_pkt_free(up);
    return t;
}

static void assert_record(const ldns_rr_list *list, size_t i, const char *want)
{
    char *text = ldns_rr2str(ldns_rr_list_rr(list, i));
    text[strlen(text) - 1] = '\0';
    assert_string_equal(text, want);
    free(text);
}

static void owners_come_back_as_the_client_spelled_them(void **state)
{
    (void)state;
    static const char *const answers[] = {"FN-web.ns.svc.cluster.local. 5 IN A 10.1.2.4",
                                          "fn-web.ns.svc.cluster.local. 7 IN A 10.1.2.5", NULL};
    struct translated t = translate("ExAmPle.COM", false, answers, NULL);
    ldns_rr_list *list = ldns_pkt_answer(t.packet);
    assert_int_equal(ldns_rr_list_rr_count(list), 2);
    assert_record(list, 0, "ExAmPle.COM.\t5\tIN\tA\t10.1.2.4");
    assert_record(list, 1, "ExAmPle.COM.\t7\tIN\tA\t10.1.2.5");
    assert_memory_equal(t.wire + HEADER_LEN, wire_name("ExAmPle.COM"), 13);
    assert_int_equal(ldns_pkt_id(t.packet), 77);
    assert_true(ldns_pkt_aa(t.packet) && ldns_pkt_rd(t.packet));
    ldns_pkt_free(t.packet);
}

static void names_at_and_below_the_target_in_data_too_and_no_others(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "fn-web.ns.svc.cluster.local. 5 IN SRV 0 10 80 pod-0.fn-web.ns.svc.cluster.local.",
        "fn-web.ns.svc.cluster.local. 5 IN MX 10 fn-web.ns.svc.cluster.local.",
        "fn-web.ns.svc.cluster.local. 5 IN MX 20 xfn-web.ns.svc.cluster.local.",
        "pod-0.fn-web.ns.svc.cluster.local. 5 IN A 10.1.2.4",
        "fn-web.ns.svc.cluster.local. 5 IN TXT \"fn-web.ns.svc.cluster.local.\"",
        NULL};
    struct translated t = translate("web", false, answers, NULL);
    ldns_rr_list *list = ldns_pkt_answer(t.packet);
    assert_record(list, 0, "web.\t5\tIN\tSRV\t0 10 80 pod-0.web.");
    assert_record(list, 1, "web.\t5\tIN\tMX\t10 web.");
    assert_record(list, 2, "web.\t5\tIN\tMX\t20 xfn-web.ns.svc.cluster.local.");
    assert_record(list, 3, "pod-0.web.\t5\tIN\tA\t10.1.2.4");
    assert_record(list, 4, "web.\t5\tIN\tTXT\t\"fn-web.ns.svc.cluster.local.\"");
    ldns_pkt_free(t.packet);
}

static void the_authority_of_no_data_stays(void **state)
{
    (void)state;
    struct translated t =
        translate("web", false, NULL, "ns.svc.cluster.local. 30 IN SOA a.dns. b.dns. 7 3600 600 86400 15");
    assert_int_equal(ldns_rr_list_rr_count(ldns_pkt_answer(t.packet)), 0);
    assert_record(ldns_pkt_authority(t.packet), 0,
                  "ns.svc.cluster.local.\t30\tIN\tSOA\ta.dns. b.dns. 7 3600 600 86400 15");
    ldns_pkt_free(t.packet);
}

static void an_opt_only_for_who_sent_one(void **state)
{
    (void)state;
    static const char *const answers[] = {"fn-web.ns.svc.cluster.local. 5 IN A 10.1.2.4", NULL};
    struct translated t = translate("web", true, answers, NULL);
    assert_true(ldns_pkt_edns(t.packet));
    ldns_pkt_free(t.packet);
    t = translate("web", false, answers, NULL);
    assert_false(ldns_pkt_edns(t.packet));
    assert_int_equal(ldns_pkt_arcount(t.packet), 0);
    ldns_pkt_free(t.packet);
}

static void an_opt_where_none_belongs_is_not_told_to_who_sent_none(void **state)
{
    static const uint8_t x[] = "\1x\4test", answer[] = "\0\1\201\200\0\1\0\1\0\0\0\0\1x\4test\0\0\1\0\1"
                                                       "\0\0\51\4\320\0\0\0\0\0\0";
    const struct request r = {.qname = x, .qname_len = sizeof x, .qtype = TYPE_A, .qclass = CLASS_IN};
    uint8_t to[UDP_SIZE_MIN];
    (void)state;
    assert_int_equal(translate_answer(answer, sizeof answer - 1, x, &r, to, sizeof to), 0);
}

static void a_signed_answer_is_not_understood(void **state)
{
    static const uint8_t x[] = "\1x\4test",
                         answer[] = "\0\1\201\200\0\1\0\0\0\0\0\2\1x\4test\0\0\1\0\1"
                                    "\0\0\372\0\377\0\0\0\0\0\21\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"
                                    "\0\0\372\0\377\0\0\0\0\0\21\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0";
    const struct request r = {.qname = x, .qname_len = sizeof x, .qtype = TYPE_A, .qclass = CLASS_IN};
    uint8_t to[UDP_SIZE_MIN];
    (void)state;
    assert_int_equal(translate_answer(answer, sizeof answer - 1, x, &r, to, sizeof to), 0);
}

static size_t translate_octets(const uint8_t *answer, size_t len, uint8_t to[UDP_SIZE_MIN], bool has_opt)
{
    static const uint8_t x[] = "\1x\4test", y[] = "\1Y";
    const struct request r = {
        .qname = y, .qname_len = sizeof y, .id = 7, .qtype = TYPE_A, .has_opt = has_opt};
    uint8_t *exact = malloc(len);
    memcpy(exact, answer, len);
    len = translate_answer(exact, len, x, &r, to, UDP_SIZE_MIN);
    free(exact);
    return len;
}

#define HEAD(counts)         "\0\1\201\220\0\1" counts "\1x\4test\0\0\1\0\1"
#define OCTETS(text)         (const uint8_t *)(text), sizeof(text) - 1
#define TRANSLATED(text, to) translate_octets(OCTETS(text), to, false)

/* Names to the end of their record and no further, pointers that lead back, one OPT in its place; in each of
 * these something else is wrong. */
static void what_is_wrong_is_not_understood(void **state)
{
    (void)state;
    uint8_t to[UDP_SIZE_MIN];
    assert_int_not_equal(TRANSLATED(HEAD("\0\1\0\0\0\0") "\300\14\0\2\0\1\0\0\0\5\0\2\300\14", to), 0);
    static const struct {
        const char *text;
        size_t len;
    } wrong[] = {
#define WRONG(text) {text, sizeof(text) - 1}
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\2\0\1\0\0\0\5\0\1\3abc\0"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\2\0\1\0\0\0\5\0\3\300\14\0"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\2\0\1\0\0\0\5\0\0"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\2\0\1\0\0\0\5\0\2\300\44"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\27\0\1\0\1\0\0\0\5\0\4\12\1\2\3"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\1\0\1\0\0\0\5\0\4\12\1\2"),
        WRONG(HEAD("\0\1\0\0\0\0") "\300\14\0\43\0\1\0\0\0\5\0\6\0\1\0\2\1S"),
        WRONG(HEAD("\0\2\0\0\0\0") "\300\14\0\1\0\1\0\0\0\5\0\4\12\1\2\3"),
        WRONG(HEAD("\0\0\0\1\0\0") "\0\0\51\4\320\0\0\0\0\0\0"),
        WRONG(HEAD("\0\0\0\0\0\1") "\300\14\0\51\4\320\0\0\0\0\0\0"),
        WRONG(HEAD("\0\0\0\0\0\2") "\0\0\51\4\320\0\0\0\0\0\0\0\0\51\4\320\0\0\0\0\0\0"),
        WRONG("\0\1\201\220\0\0\0\0\0\0\0\0"),
        WRONG("\0\1\201\220\0\2\0\0\0\0\0\0\1x\4test\0\0\1\0\1\1x\4test\0\0\1\0\1"),
        WRONG("\0\1\201\220\0\1\0\0\0\0\0"),
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        for (int has_opt = 0; has_opt < 2; has_opt++)
            if (translate_octets((const uint8_t *)wrong[i].text, wrong[i].len, to, has_opt != 0))
                fail_msg("number %zu is understood", i);
}

static void what_comes_out_is_whole_with_pointers_and_the_clients_words(void **state)
{
    (void)state;
    uint8_t to[UDP_SIZE_MIN];
    static const uint8_t want[] = "\0\7\200\200\0\1\0\2\0\0\0\1\1Y\0\0\1\0\1"
                                  "\300\14\0\5\0\1\0\0\0\5\0\4\1a\300\14"
                                  "\300\37\0\41\0\1\0\0\0\6\0\13\0\1\0\2\0\3\1a\1Y\0"
                                  "\2ns\0\0\1\0\1\0\0\0\7\0\4\12\1\2\3";
    size_t len = TRANSLATED(HEAD("\0\2\0\0\0\2") "\300\14\0\5\0\1\0\0\0\5\0\4\1a\300\14"
                                                 "\300\44\0\41\0\1\0\0\0\6\0\10\0\1\0\2\0\3\300\44"
                                                 "\0\0\51\4\320\0\0\0\0\0\0"
                                                 "\2ns\0\0\1\0\1\0\0\0\7\0\4\12\1\2\3",
                            to);
    assert_int_equal(len, sizeof want - 1);
    assert_memory_equal(to, want, len);
}

static void what_does_not_fit_is_not_told(void **state)
{
    (void)state;
    static const char *const answers[] = {
        "fn-web.ns.svc.cluster.local. 5 IN CNAME a.fn-web.ns.svc.cluster.local.",
        "a.fn-web.ns.svc.cluster.local. 5 IN A 10.1.2.3", NULL};
    struct translated t = translate("web", true, answers, "ns. 30 IN SOA a.dns. b.dns. 7 3600 600 86400 15");
    const struct request r = {
        .qname = (const uint8_t *)"\3web", .qname_len = 5, .qtype = TYPE_A, .has_opt = true};
    ldns_pkt_free(t.packet);
    for (size_t room = 0; room <= t.len; room++) {
        uint8_t *to = malloc(room + 1);
        size_t len = translate_answer(t.wire, t.len, (const uint8_t *)"\1x", &r, to, room);
        assert_int_equal(len, room < t.len ? 0 : t.len);
        free(to);
    }
}

static void names_of_every_type_that_has_some_are_told(void **state)
{
    (void)state;
#define T "fn-web.ns.svc.cluster.local."
    static const char *const pairs[][2] = {
        {"NS " T, "NS\tweb."},
        {"PTR a." T, "PTR\ta.web."},
        {"DNAME " T, "DNAME\tweb."},
        {"MINFO " T " x." T, "MINFO\tweb. x.web."},
        {"RP " T " " T, "RP\tweb. web."},
        {"AFSDB 1 " T, "AFSDB\t1 web."},
        {"RT 1 " T, "RT\t1 web."},
        {"KX 1 " T, "KX\t1 web."},
        {"PX 1 " T " " T, "PX\t1 web. web."},
        {"NAPTR 1 2 \"S\" \"SIP+D2U\" \"\" _sip._udp." T, "NAPTR\t1 2 \"S\" \"SIP+D2U\" \"\" _sip._udp.web."},
        {"SOA " T " r." T " 1 2 3 4 5", "SOA\tweb. r.web. 1 2 3 4 5"},
        {"NSEC a." T " A RRSIG", "NSEC\ta.web. A RRSIG "},
        {"RRSIG A 8 2 60 20300101000000 20200101000000 1 " T " AAAA",
         "RRSIG\tA 8 2 60 20300101000000 20200101000000 1 web. AAAA"},
        {"AAAA fd00::1", "AAAA\tfd00::1"},
        {"CAA 0 issue \"" T "\"", "CAA\t0 issue \"" T "\""},
    };
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        char text[256], want[256];
        snprintf(text, sizeof text, T " 5 IN %s", pairs[i][0]);
        snprintf(want, sizeof want, "web.\t5\tIN\t%s", pairs[i][1]);
        const char *const answers[] = {text, NULL};
        struct translated t = translate("web", false, answers, NULL);
        assert_record(ldns_pkt_answer(t.packet), 0, want);
        ldns_pkt_free(t.packet);
    }
}

static void a_name_that_would_grow_too_long_stays_as_it_is(void **state)
{
    (void)state;
    char qname[256], long_label[64];
    memset(long_label, 'q', 63);
    long_label[63] = '\0';
    snprintf(qname, sizeof qname, "%s.%s.%s.%.58s", long_label, long_label, long_label, long_label);
    static const char *const answers[] = {
        "fn-web.ns.svc.cluster.local. 5 IN CNAME pod-0.fn-web.ns.svc.cluster.local.", NULL};
    struct translated t = translate(qname, false, answers, NULL);
    char *data = ldns_rdf2str(ldns_rr_rdf(ldns_rr_list_rr(ldns_pkt_answer(t.packet), 0), 0));
    assert_string_equal(data, "pod-0.fn-web.ns.svc.cluster.local.");
    free(data);
    ldns_pkt_free(t.packet);
}

static void a_long_answer_comes_whole(void **state)
{
    enum { RECORDS = 200 };
    static char texts[RECORDS][80];
    const char *answers[RECORDS + 1] = {0};
    (void)state;
    for (unsigned i = 0; i < RECORDS; i++) {
        snprintf(texts[i], sizeof texts[i], "fn-web.ns.svc.cluster.local. 5 IN A 10.0.%u.1", i);
        answers[i] = texts[i];
    }
    struct translated t = translate("web.", true, answers, NULL);
    assert_true(t.len > 3000);
    assert_int_equal(ldns_rr_list_rr_count(ldns_pkt_answer(t.packet)), RECORDS);
    assert_record(ldns_pkt_answer(t.packet), RECORDS - 1, "web.\t5\tIN\tA\t10.0.199.1");
    ldns_pkt_free(t.packet);
}

static void rubbish_is_not_understood(void **state)
{
    (void)state;
    const uint8_t *asked = wire_name("web");
    const struct request r = {.qname = asked, .qname_len = 5, .qtype = TYPE_A, .qclass = CLASS_IN};
    uint8_t to[512], *wire = malloc(40);
    memset(wire, 0xff, 40);
    for (size_t len = 0; len <= 40; len++)
        assert_int_equal(translate_answer(wire, len, wire_name(target_text), &r, to, sizeof to), 0);
    free(wire);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(owners_come_back_as_the_client_spelled_them),
        cmocka_unit_test(names_at_and_below_the_target_in_data_too_and_no_others),
        cmocka_unit_test(the_authority_of_no_data_stays),
        cmocka_unit_test(an_opt_only_for_who_sent_one),
        cmocka_unit_test(an_opt_where_none_belongs_is_not_told_to_who_sent_none),
        cmocka_unit_test(a_signed_answer_is_not_understood),
        cmocka_unit_test(what_is_wrong_is_not_understood),
        cmocka_unit_test(what_comes_out_is_whole_with_pointers_and_the_clients_words),
        cmocka_unit_test(what_does_not_fit_is_not_told),
        cmocka_unit_test(names_of_every_type_that_has_some_are_told),
        cmocka_unit_test(a_name_that_would_grow_too_long_stays_as_it_is),
        cmocka_unit_test(a_long_answer_comes_whole),
        cmocka_unit_test(rubbish_is_not_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
