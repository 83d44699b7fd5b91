/* certificate.h: whether octets are a certificate (X.509), or a private key, as Go's crypto/x509 reads them.
 * What is wrong within one is told in Go's words as far as libcrypto sees it; else as malformed. */
#pragma once

#include "common/attributes.h"
#include "render/pem.h"

/* NULL, or what is wrong: x509: malformed certificate. */
MUST_CHECK const char *certificate_fault(struct bytes der);

/* The same for the private key of a block, by its type: PRIVATE KEY (PKCS #8), or RSA, EC or DSA before that.
 */
MUST_CHECK const char *certificate_key_fault(const struct pem *block, struct arena *a);
