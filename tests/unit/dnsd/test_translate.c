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

/* Under a sanitizer this also shows that nothing is lost. */
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

/* To dnsd the answer is not whole; ldns goes on behind the name, and loses one of the TSIGs that it finds
 * there. */
static void a_signature_behind_a_name_that_leaves_its_record_is_not_understood(void **state)
{
    static const uint8_t x[] = "\1x\4test", answer[] = "\0\1\201\200\0\1\0\1\0\0\0\2\1x\4test\0\0\1\0\1"
                                                       "\0\0\2\0\1\0\0\0\0\0\1\3abc\0"
                                                       "\0\0\372\0\377\0\0\0\0\0\0"
                                                       "\0\0\372\0\377\0\0\0\0\0\0";
    const struct request r = {.qname = x, .qname_len = sizeof x, .qtype = TYPE_A, .qclass = CLASS_IN};
    uint8_t to[UDP_SIZE_MIN];
    (void)state;
    assert_int_equal(translate_answer(answer, sizeof answer - 1, x, &r, to, sizeof to), 0);
}

/* The same two octets, where they mean something else. */
static void an_address_with_a_250_in_it_is_understood(void **state)
{
    (void)state;
    static const char *const answers[] = {"fn-web.ns.svc.cluster.local. 5 IN A 10.0.250.4", NULL};
    struct translated t = translate("web.", false, answers, NULL);
    assert_record(ldns_pkt_answer(t.packet), 0, "web.\t5\tIN\tA\t10.0.250.4");
    ldns_pkt_free(t.packet);
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
        cmocka_unit_test(a_signature_behind_a_name_that_leaves_its_record_is_not_understood),
        cmocka_unit_test(an_address_with_a_250_in_it_is_understood),
        cmocka_unit_test(a_name_that_would_grow_too_long_stays_as_it_is),
        cmocka_unit_test(a_long_answer_comes_whole),
        cmocka_unit_test(rubbish_is_not_understood),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
