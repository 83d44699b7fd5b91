#include "render/certificate.h"

#include <limits.h>

#include <openssl/evp.h>
#include <openssl/x509.h>

/* Go knows four curves; libcrypto knows more. */
static bool has_known_curve(const EVP_PKEY *key)
{
    static const char *const known[] = {"secp224r1", "prime256v1", "secp384r1", "secp521r1"};
    char name[64] = "";
    bool found = !EVP_PKEY_is_a(key, "EC");
    if (!found && EVP_PKEY_get_group_name(key, name, sizeof name, NULL))
        for (size_t i = 0; i < sizeof known / sizeof *known && !found; i++)
            found = strcmp(name, known[i]) == 0;
    return found;
}

/* Go looks at the keys that it knows, and takes the others as they are. */
static bool has_good_key(const X509 *certificate)
{
    static const int known[] = {NID_rsaEncryption, NID_X9_62_id_ecPublicKey, NID_dsa, NID_ED25519,
                                NID_X25519};
    ASN1_OBJECT *algorithm;
    const EVP_PKEY *key = X509_get0_pubkey(certificate);
    if (key)
        return has_known_curve(key);
    if (!X509_PUBKEY_get0_param(&algorithm, NULL, NULL, NULL, X509_get_X509_PUBKEY(certificate)))
        return false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (OBJ_obj2nid(algorithm) == known[i])
            return false;
    return true;
}

const char *certificate_fault(struct bytes der)
{
    const unsigned char *at = (const unsigned char *)der.at;
    X509 *certificate = der.len <= LONG_MAX ? d2i_X509(NULL, &at, (long)der.len) : NULL;
    const char *fault = NULL;
    if (!certificate)
        fault = "x509: malformed certificate";
    else if (X509_get_version(certificate) > X509_VERSION_3)
        fault = "x509: invalid version";
    else if (ASN1_STRING_type(X509_get0_serialNumber(certificate)) == V_ASN1_NEG_INTEGER)
        fault = "x509: negative serial number";
    else if (!has_good_key(certificate))
        fault = "x509: malformed public key";
    else if (at != (const unsigned char *)der.at + der.len)
        fault = "x509: trailing data";
    X509_free(certificate);
    return fault;
}

/* What was read of a key. */
enum outcome { KEY_NONE, KEY_GOOD, KEY_CURVE_UNKNOWN, KEY_TRAILED };

static enum outcome judge(EVP_PKEY *key, bool trailed)
{
    enum outcome outcome = !key                   ? KEY_NONE
                           : trailed              ? KEY_TRAILED
                           : has_known_curve(key) ? KEY_GOOD
                                                  : KEY_CURVE_UNKNOWN;
    EVP_PKEY_free(key);
    return outcome;
}

static enum outcome read_pkcs8(struct bytes der)
{
    const unsigned char *at = (const unsigned char *)der.at;
    PKCS8_PRIV_KEY_INFO *info =
        der.len <= LONG_MAX ? d2i_PKCS8_PRIV_KEY_INFO(NULL, &at, (long)der.len) : NULL;
    EVP_PKEY *key = info ? EVP_PKCS82PKEY(info) : NULL;
    PKCS8_PRIV_KEY_INFO_free(info);
    return judge(key, false);
}

/* Of the three Go looks only behind an RSA key for what should not be there. */
static enum outcome read_own_form(int type, struct bytes der)
{
    const unsigned char *at = (const unsigned char *)der.at;
    EVP_PKEY *key = der.len <= LONG_MAX ? d2i_PrivateKey(type, NULL, &at, (long)der.len) : NULL;
    return judge(key, type == EVP_PKEY_RSA && at != (const unsigned char *)der.at + der.len);
}

/* The kinds of keys that have a form of their own. */
static const struct own_form {
    const char *name; /* of its block, before " PRIVATE KEY" */
    int type;
    const char *parser; /* Go's */
} own_forms[] = {
    {"RSA", EVP_PKEY_RSA, "ParsePKCS1PrivateKey"},
    {"EC", EVP_PKEY_EC, "ParseECPrivateKey"},
    {"DSA", EVP_PKEY_DSA, NULL},
};

enum { OWN_FORMS = sizeof own_forms / sizeof *own_forms };

static const char *instead(struct arena *a, const char *before, const char *parser)
{
    return arena_printf(a, "%s: x509: failed to parse private key (use %s instead for this key format)",
                        before, parser);
}

/* The form that der is in, of those that Go's complaint names; NULL: none of them. */
static const char *parser_for(struct bytes der)
{
    for (int i = 0; i < OWN_FORMS; i++)
        if (own_forms[i].parser && read_own_form(own_forms[i].type, der) != KEY_NONE)
            return own_forms[i].parser;
    return NULL;
}

static const char *pkcs8_fault(struct bytes der, struct arena *a)
{
    static const char before[] = "decoding PEM as PKCS#8";
    enum outcome outcome = read_pkcs8(der);
    const char *parser = outcome == KEY_NONE ? parser_for(der) : NULL;
    if (outcome == KEY_GOOD)
        return NULL;
    if (parser)
        return instead(a, before, parser);
    if (outcome == KEY_CURVE_UNKNOWN)
        return arena_printf(
            a, "%s: x509: failed to parse EC private key embedded in PKCS#8: x509: unknown elliptic curve",
            before);
    return arena_printf(a, "%s: x509: malformed private key", before);
}

static const char *own_form_fault(const struct own_form *form, struct bytes der, struct arena *a)
{
    const char *before = arena_printf(a, "parsing %s private key from PEM", form->name);
    enum outcome pkcs8 = read_pkcs8(der), outcome = pkcs8 ? KEY_NONE : read_own_form(form->type, der);
    const char *parser = pkcs8 ? "ParsePKCS8PrivateKey" : parser_for(der);
    switch (outcome) {
    case KEY_GOOD: return NULL;
    case KEY_CURVE_UNKNOWN: return arena_printf(a, "%s: x509: unknown elliptic curve", before);
    case KEY_TRAILED: return arena_printf(a, "%s: asn1: syntax error: trailing data", before);
    case KEY_NONE: break;
    }
    return form->parser && parser ? instead(a, before, parser)
                                  : arena_printf(a, "%s: x509: malformed private key", before);
}

const char *certificate_key_fault(const struct pem *block, struct arena *a)
{
    static const char end[] = " PRIVATE KEY";
    struct bytes type = block->type;
    int len = (int)type.len;
    if (type.len == sizeof end - 2 && memcmp(type.at, end + 1, type.len) == 0)
        return pkcs8_fault(block->octets, a);
    if (type.len < sizeof end - 1 || memcmp(type.at + type.len - (sizeof end - 1), end, sizeof end - 1) != 0)
        return arena_printf(a, "no private key data in PEM block of type %.*s", len, type.at);
    type.len -= sizeof end - 1;
    for (int i = 0; i < OWN_FORMS; i++)
        if (strlen(own_forms[i].name) == type.len && memcmp(own_forms[i].name, type.at, type.len) == 0)
            return own_form_fault(&own_forms[i], block->octets, a);
    return arena_printf(a, "invalid private key type %.*s", len, type.at);
}
