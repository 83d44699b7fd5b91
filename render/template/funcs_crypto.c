/* What sprig does with keys and passwords that is the same at every run. */
#include <string.h>

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/sha.h>

#include "common/base64.h"
#include "render/certificate.h"
#include "render/go_type.h"
#include "render/template/eval.h"
#include "render/template/func.h"
#include "render/template/template.h"

enum { AES_BLOCK_LEN = 16, AES_KEY_LEN = 32 };

static struct bytes bytes_of(const struct value *v)
{
    return (struct bytes){v->text.at, v->text.len};
}

/* decryptAES: base64 of an initial block and what was encrypted with AES-256-CBC behind it */

/* The octets that end in how many of them are padding. What Go's slices do not take is a fault in their
 * words. */
static void take_unpadded(struct call *c, const unsigned char *plain, size_t len)
{
    size_t padding = len ? plain[len - 1] : 0;
    if (!len)
        call_fail(c, "runtime error: index out of range [-1]");
    else if (padding > len)
        call_fail(c, "runtime error: slice bounds out of range [:-%zu]", padding - len);
    else
        call_text(c, (const char *)plain, len - padding);
}

static bool decrypt(const unsigned char *key, const unsigned char *in, size_t len, unsigned char *out)
{
    int some, rest;
    EVP_CIPHER_CTX *cipher = EVP_CIPHER_CTX_new();
    bool done = cipher && len <= INT32_MAX && EVP_DecryptInit_ex(cipher, EVP_aes_256_cbc(), NULL, key, in) &&
                EVP_CIPHER_CTX_set_padding(cipher, 0) &&
                EVP_DecryptUpdate(cipher, out, &some, in + AES_BLOCK_LEN, (int)len) &&
                EVP_DecryptFinal_ex(cipher, out + some, &rest);
    EVP_CIPHER_CTX_free(cipher);
    return done;
}

static void decrypt_aes(struct call *c)
{
    struct bytes password = bytes_of(c->args[0]), text = bytes_of(c->args[1]);
    unsigned char key[AES_KEY_LEN] = {0}, *in = arena_alloc(c->arena, text.len + AES_BLOCK_LEN);
    size_t len, fault = base64_read(text.at, text.len, (char *)in, &len), room = text.len / 4 * 3;
    memcpy(key, password.at, password.len < sizeof key ? password.len : sizeof key);
    if (!text.len) {
        call_texts(c, "");
    } else if (fault) {
        call_fail(c, "illegal base64 data at input byte %zu", fault - 1);
    } else if (room < AES_BLOCK_LEN) {
        call_fail(c, "runtime error: slice bounds out of range [:%d] with capacity %zu", AES_BLOCK_LEN, room);
    } else if (len < AES_BLOCK_LEN) {
        call_fail(c, "runtime error: slice bounds out of range [%d:%zu]", AES_BLOCK_LEN, len);
    } else if (len % AES_BLOCK_LEN) {
        call_fail(c, "crypto/cipher: input not full blocks");
    } else {
        unsigned char *plain = arena_alloc(c->arena, len);
        if (decrypt(key, in, len - AES_BLOCK_LEN, plain))
            take_unpadded(c, plain, len - AES_BLOCK_LEN);
        else
            call_fail(c, "AES is not to be had");
    }
}

/* derivePassword: the Master Password algorithm */

static const char domain[] = "com.lyndir.masterpassword";

/* What a password of each kind may look like: a letter stands for one of its class. */
static const struct {
    const char *kind;
    const char *shapes[22];
} kinds[] = {
    {"maximum", {"anoxxxxxxxxxxxxxxxxx", "axxxxxxxxxxxxxxxxxno"}},
    {"long", {"CvcvnoCvcvCvcv", "CvcvCvcvnoCvcv", "CvcvCvcvCvcvno", "CvccnoCvcvCvcv", "CvccCvcvnoCvcv",
              "CvccCvcvCvcvno", "CvcvnoCvccCvcv", "CvcvCvccnoCvcv", "CvcvCvccCvcvno", "CvcvnoCvcvCvcc",
              "CvcvCvcvnoCvcc", "CvcvCvcvCvccno", "CvccnoCvccCvcv", "CvccCvccnoCvcv", "CvccCvccCvcvno",
              "CvcvnoCvccCvcc", "CvcvCvccnoCvcc", "CvcvCvccCvccno", "CvccnoCvcvCvcc", "CvccCvcvnoCvcc",
              "CvccCvcvCvccno"}},
    {"medium", {"CvcnoCvc", "CvcCvcno"}},
    {"short", {"Cvcn"}},
    {"basic", {"aaanaaan", "aannaaan", "aaannaaa"}},
    {"pin", {"nnnn"}},
};

enum {
    KINDS = sizeof kinds / sizeof *kinds,
    SCRYPT_N = 32768,
    SCRYPT_R = 8,
    SCRYPT_P = 2,
    SCRYPT_MEMORY_LEN = 34 * 1024 * 1024,  /* 128 N r and 128 r p, and a little */
    SCRYPT_STEPS = TEMPLATE_STEPS_MAX / 6, /* a tenth of a second */
};

static const char *class_of(char letter)
{
    switch (letter) {
    case 'V': return "AEIOU";
    case 'C': return "BCDFGHJKLMNPQRSTVWXYZ";
    case 'v': return "aeiou";
    case 'c': return "bcdfghjklmnpqrstvwxyz";
    case 'a': return "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz";
    case 'n': return "0123456789";
    case 'o': return "@&%?,=[]_:-+*$#!'^~;()/.";
    default: return "AEIOUaeiouBCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz0123456789!@#$%^&*()";
    }
}

static void add_number(struct text *to, uint32_t number)
{
    for (int shift = 24; shift >= 0; shift -= 8)
        text_addc(to, (char)(number >> shift & 0xff));
}

/* The domain and a name, its length before it. */
static struct text in_domain(struct call *c, struct bytes name)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, domain);
    add_number(&t, (uint32_t)name.len);
    text_add(&t, name.at, name.len);
    return t;
}

/* What the passwords of a user are derived from. It takes its time, so that the last one is kept. NULL: it
 * takes more memory than is left. */
static const unsigned char *master_key(struct call *c, struct bytes password, struct bytes user)
{
    unsigned char of[sizeof c->run->master.of];
    struct text salt = in_domain(c, user), whole = in_domain(c, password);
    text_add(&whole, salt.at, salt.len);
    SHA256((const unsigned char *)whole.at, whole.len, of);
    if (c->run->master.is_set && memcmp(of, c->run->master.of, sizeof of) == 0)
        return c->run->master.key;
    if (arena_left(c->arena) < SCRYPT_MEMORY_LEN)
        return NULL;
    c->run->steps += SCRYPT_STEPS;
    c->run->master.is_set =
        EVP_PBE_scrypt(password.at, password.len, (const unsigned char *)salt.at, salt.len, SCRYPT_N,
                       SCRYPT_R, SCRYPT_P, SCRYPT_MEMORY_LEN, c->run->master.key, sizeof c->run->master.key);
    memcpy(c->run->master.of, of, sizeof of);
    return c->run->master.is_set ? c->run->master.key : NULL;
}

static void take_password(struct call *c, const char *const *shapes, const unsigned char *seed)
{
    struct text t;
    size_t count = 0;
    do /* each kind has one */
        count++;
    while (shapes[count]);
    text_init(&t, c->arena);
    for (const char *letter = shapes[seed[0] % count]; *letter; letter++) {
        const char *class = class_of(*letter);
        text_addc(&t, class[*++seed % strlen(class)]);
    }
    call_take(c, &t);
}

static void derive_password(struct call *c)
{
    unsigned char seed[SHA256_DIGEST_LENGTH];
    const char *const *shapes = NULL;
    struct text message = in_domain(c, bytes_of(c->args[4]));
    for (int i = 0; i < KINDS && !shapes; i++)
        if (value_is(c->args[1], kinds[i].kind))
            shapes = kinds[i].shapes;
    if (!shapes) {
        struct text told;
        text_init(&told, c->arena);
        text_adds(&told, "cannot find password template ");
        text_add(&told, c->args[1]->text.at, c->args[1]->text.len);
        call_take(c, &told);
        return;
    }
    const unsigned char *key = master_key(c, bytes_of(c->args[2]), bytes_of(c->args[3]));
    add_number(&message, (uint32_t)c->args[0]->integer);
    if (key && HMAC(EVP_sha256(), key, sizeof c->run->master.key, (const unsigned char *)message.at,
                    message.len, seed, NULL))
        take_password(c, shapes, seed);
    else
        call_fail(c, "it takes 34 MB, and what the templates made so far has left less");
}

/* buildCustomCert */

static bool read_base64(struct call *c, struct bytes text, struct bytes *out)
{
    char *octets = arena_alloc(c->arena, text.len + 1);
    out->at = octets;
    return base64_read(text.at, text.len, octets, &out->len) == 0;
}

static const char *key_fault(struct call *c, struct bytes text)
{
    struct pem block;
    return pem_read(text, c->arena, &block) ? certificate_key_fault(&block, c->arena)
                                            : "no PEM data in input";
}

static void build_custom_cert(struct call *c)
{
    struct bytes certificate = {NULL, 0}, key = {NULL, 0};
    struct pem block;
    const char *fault = NULL;
    if (!read_base64(c, bytes_of(c->args[0]), &certificate))
        call_fail(c, "unable to decode base64 certificate");
    else if (!read_base64(c, bytes_of(c->args[1]), &key))
        call_fail(c, "unable to decode base64 private key");
    else if (!pem_read(certificate, c->arena, &block))
        call_fail(c, "unable to decode certificate");
    else if ((fault = certificate_fault(block.octets)) != NULL)
        call_fail(c, "error parsing certificate: decodedCert.Bytes: %s", fault);
    else if ((fault = key_fault(c, key)) != NULL)
        call_fail(c, "error parsing private key: %s", fault);
    if (c->error)
        return;
    c->result = value_map(c->arena);
    c->result->form = FORM_CERTIFICATE;
    call_set(c, c->result, "Cert", 4, value_text(c->arena, certificate.at, certificate.len));
    call_set(c, c->result, "Key", 3, value_text(c->arena, key.at, key.len));
}

const struct func funcs_crypto[] = {
    {"decryptAES", "ss", decrypt_aes},
    {"derivePassword", "ussss", derive_password},
    {"buildCustomCert", "ss", build_custom_cert},
    {0},
};
