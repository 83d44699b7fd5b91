#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "dnsd/local.h"

static struct local_answer answer;
static struct local_record record;

static bool find(const char *name, uint16_t type)
{
    const struct request r = {.qname = (const uint8_t *)name,
                              .qname_len = (uint16_t)dname_len((const uint8_t *)name),
                              .qtype = type,
                              .qclass = CLASS_IN};
    return local_find(&r, &answer, &record);
}

static void localhost_is_this_pod_in_any_case_and_below(void **state)
{
    (void)state;
    static const uint8_t v4[] = {127, 0, 0, 1}, v6[16] = {[15] = 1};
    static const char *const names[] = {"\x09localhost", "\x09LocalHost", "\1a\1b\x09localhost"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        assert_true(find(names[i], TYPE_A));
        assert_int_equal(answer.rcode, RCODE_NOERROR);
        assert_int_equal(answer.answer->data_len, sizeof v4);
        assert_memory_equal(answer.answer->data, v4, sizeof v4);
        assert_true(find(names[i], TYPE_AAAA));
        assert_int_equal(answer.answer->data_len, sizeof v6);
        assert_memory_equal(answer.answer->data, v6, sizeof v6);
    }
}

static void other_types_of_it_have_no_data_and_a_soa(void **state)
{
    (void)state;
    assert_true(find("\x09localhost", TYPE_ANY));
    assert_null(answer.answer);
    assert_int_equal(answer.rcode, RCODE_NOERROR);
    assert_non_null(answer.soa_name);
    assert_non_null(answer.soa_mname);
}

static void other_names_are_not_ours(void **state)
{
    (void)state;
    assert_false(find("\x0alocalhostx", TYPE_A));
    assert_false(find("\x09localhost\3com", TYPE_A));
    assert_false(find("", TYPE_A));
}

static void an_address_of_a_service_has_its_short_name(void **state)
{
    (void)state;
    uint8_t data[DNAME_MAX];
    struct request r = {.qtype = TYPE_PTR};
    local_reverse(&r, "nginx", &answer, &record, data);
    assert_int_equal(answer.answer->type, TYPE_PTR);
    assert_int_equal(answer.answer->data_len, sizeof "\5nginx");
    assert_memory_equal(answer.answer->data, "\5nginx", sizeof "\5nginx");
    r.qtype = TYPE_A;
    local_reverse(&r, "nginx", &answer, &record, data);
    assert_null(answer.answer);
    assert_int_equal(answer.rcode, RCODE_NOERROR);
    assert_non_null(answer.soa_name);
}

static void nobodys_address_does_not_exist(void **state)
{
    (void)state;
    const struct local_answer a = local_unknown_address();
    assert_int_equal(a.rcode, RCODE_NXDOMAIN);
    assert_non_null(a.soa_name);
    assert_int_equal(a.ede, EDE_NONE);
}

static void a_denial_says_as_much_as_the_policy_wants(void **state)
{
    (void)state;
    static struct config c;
    config_defaults(&c);
    struct local_answer a = local_denial(&c);
    assert_int_equal(a.rcode, RCODE_NXDOMAIN);
    assert_int_equal(a.ede, EDE_BLOCKED);
    assert_string_equal(a.ede_text, "not in allowDomains");
    assert_ptr_equal(a.soa_mname, c.policy.reason_name);
    config_set_reason(&c, "");
    a = local_denial(&c);
    assert_int_equal(a.ede, EDE_NONE);
    assert_null(a.ede_text);
    assert_ptr_equal(a.soa_mname, a.soa_name); /* nothing that tells a sandbox from an empty internet */
    c.policy.deny = DENY_REFUSED;
    a = local_denial(&c);
    assert_int_equal(a.rcode, RCODE_REFUSED);
    assert_null(a.soa_name);
    config_free(&c);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(localhost_is_this_pod_in_any_case_and_below),
        cmocka_unit_test(other_types_of_it_have_no_data_and_a_soa),
        cmocka_unit_test(other_names_are_not_ours),
        cmocka_unit_test(an_address_of_a_service_has_its_short_name),
        cmocka_unit_test(nobodys_address_does_not_exist),
        cmocka_unit_test(a_denial_says_as_much_as_the_policy_wants),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
