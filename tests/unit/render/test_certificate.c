/* Certificates and keys as octets; what is wrong with them was told so by Helm too, but for "malformed
 * private key". */
#include "render/certificate.h"

#include "tests/support/certificates.h"
#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

static struct pem block_of(const char *text)
{
    struct pem block;
    assert_true(pem_read((struct bytes){text, strlen(text)}, &arena, &block));
    return block;
}

static void a_certificate_is_good_as_a_whole(void **state)
{
    (void)state;
    struct bytes der = block_of(TEST_CERTIFICATE).octets;
    assert_null(certificate_fault(der));
    assert_string_equal(certificate_fault((struct bytes){der.at, der.len - 1}),
                        "x509: malformed certificate");
    assert_string_equal(certificate_fault((struct bytes){"hello", 5}), "x509: malformed certificate");
    assert_string_equal(certificate_fault((struct bytes){"", 0}), "x509: malformed certificate");
    const char *longer = arena_copy(&arena, der.at, der.len); /* a NUL stands behind it */
    assert_string_equal(certificate_fault((struct bytes){longer, der.len + 1}), "x509: trailing data");
}

/* A point that is on no curve. */
static void the_key_in_a_certificate_must_be_one(void **state)
{
    (void)state;
    struct bytes der = block_of(TEST_CERTIFICATE).octets;
    char *broken = arena_copy(&arena, der.at, der.len);
    char *point = memmem(broken, der.len, "\x03\x42\x00\x04", 4);
    assert_non_null(point);
    point[4] ^= 1;
    assert_string_equal(certificate_fault((struct bytes){broken, der.len}), "x509: malformed public key");
}

static const char *fault_as(const char *text, const char *type)
{
    struct pem block = block_of(text);
    block.type = (struct bytes){type, strlen(type)};
    return certificate_key_fault(&block, &arena);
}

static void a_key_is_in_the_form_that_its_block_names(void **state)
{
    (void)state;
    assert_null(fault_as(TEST_KEY_PKCS8, "PRIVATE KEY"));
    assert_null(fault_as(TEST_KEY_EC, "EC PRIVATE KEY"));
    assert_string_equal(
        fault_as(TEST_KEY_EC, "PRIVATE KEY"),
        "decoding PEM as PKCS#8: x509: failed to parse private key (use ParseECPrivateKey instead for "
        "this key format)");
    assert_string_equal(fault_as(TEST_KEY_PKCS8, "RSA PRIVATE KEY"),
                        "parsing RSA private key from PEM: x509: failed to parse private key (use "
                        "ParsePKCS8PrivateKey instead for this key format)");
    assert_string_equal(fault_as(TEST_KEY_EC, "DSA PRIVATE KEY"),
                        "parsing DSA private key from PEM: x509: malformed private key");
    assert_string_equal(fault_as(TEST_KEY_CURVE, "EC PRIVATE KEY"),
                        "parsing EC private key from PEM: x509: unknown elliptic curve");
    assert_string_equal(fault_as(TEST_KEY_EC, "CERTIFICATE"),
                        "no private key data in PEM block of type CERTIFICATE");
    assert_string_equal(fault_as(TEST_KEY_EC, "X PRIVATE KEY"), "invalid private key type X PRIVATE KEY");
    assert_string_equal(fault_as(TEST_KEY_EC, " PRIVATE KEY"), "invalid private key type  PRIVATE KEY");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(a_certificate_is_good_as_a_whole),
        in_arena(the_key_in_a_certificate_must_be_one),
        in_arena(a_key_is_in_the_form_that_its_block_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
