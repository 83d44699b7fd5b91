/* Functions that Helm has and render will not call: what they give is another thing at every run, or needs
 * what render does not carry. Each says so under its own name, and what to do instead. */
#include "render/template/func.h"

static void random_text(struct call *c)
{
    call_fail(c,
              "not deterministic: every run would print another text; make it once, and give it as a value");
}

static void random_number(struct call *c)
{
    call_fail(c,
              "not deterministic: every run would print another number; choose one, and give it as a value");
}

static void salted(struct call *c)
{
    call_fail(c,
              "not deterministic: its salt is random; hash the password once, and give the hash as a value");
}

static void encrypted(struct call *c)
{
    call_fail(c,
              "not deterministic: its first block is random; encrypt once, and give the result as a value");
}

static void key(struct call *c)
{
    call_fail(c, "not deterministic: every run would make another key; make one once, such as with "
                 "\"openssl genpkey\", and give it as a value");
}

static void certificate(struct call *c)
{
    call_fail(c, "not deterministic: every run would make another certificate; make one once, such as with "
                 "\"openssl req -x509\", and give it as a value");
}

const struct func funcs_refused[] = {
    {"randAlpha", "i", random_text},
    {"randAlphaNum", "i", random_text},
    {"randAscii", "i", random_text},
    {"randBytes", "i", random_text},
    {"randNumeric", "i", random_text},
    {"shuffle", "s", random_text},
    {"uuidv4", "", random_text},
    {"randInt", "ii", random_number},
    {"bcrypt", "s", salted},
    {"htpasswd", "ss", salted},
    {"encryptAES", "ss", encrypted},
    {"genPrivateKey", "s", key},
    {"genCA", "si", certificate},
    {"genCAWithKey", "sis", certificate},
    {"genSelfSignedCert", "slli", certificate},
    {"genSelfSignedCertWithKey", "sllis", certificate},
    {"genSignedCert", "sllia", certificate},
    {"genSignedCertWithKey", "sllias", certificate},
    {0},
};
