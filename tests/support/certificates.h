/* certificates.h: a certificate and keys made once for tests, with openssl req -x509 and openssl ecparam;
 * they protect nothing. */
#pragma once

#define TEST_CERTIFICATE                                                                                     \
    "-----BEGIN CERTIFICATE-----\n"                                                                          \
    "MIIBcDCCARWgAwIBAgIUJq0sOQaa5QpYNsLzsjlTBsBRxsMwCgYIKoZIzj0EAwIw\n"                                     \
    "DDEKMAgGA1UEAwwBeDAgFw0yNjExMjgxOTQ0NTdaGA8yMTI2MTEwNDE5NDQ1N1ow\n"                                     \
    "DDEKMAgGA1UEAwwBeDBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABDSxrfUJZCwc\n"                                     \
    "/HtctgIcC7DTgLLCsUe6BxLYFcEUYT847cgPSGkNbkLllKiSM77kMpqSbUDU0UjV\n"                                     \
    "7kJCkxnNIXujUzBRMB0GA1UdDgQWBBRTpIJfHj6Nc/dYruED7g2eNDe3yzAfBgNV\n"                                     \
    "HSMEGDAWgBRTpIJfHj6Nc/dYruED7g2eNDe3yzAPBgNVHRMBAf8EBTADAQH/MAoG\n"                                     \
    "CCqGSM49BAMCA0kAMEYCIQCYT7Aqq9S2gWSYIB7yD8Xdzwrjgxd60ZFOAH1RxacU\n"                                     \
    "6wIhAJjrOFSjEPGKpjRaz5fX3vhoD7InefKV1i+Kerv6ptlp\n"                                                     \
    "-----END CERTIFICATE-----\n"

/* The same key as PKCS #8, and in the form that EC keys have of their own. */
#define TEST_KEY_PKCS8                                                                                       \
    "-----BEGIN PRIVATE KEY-----\n"                                                                          \
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg1lmFzPGUl2Tpt/Pq\n"                                     \
    "b3qW4Ao9n77VrCv7PTBBng5fYxKhRANCAAQ0sa31CWQsHPx7XLYCHAuw04CywrFH\n"                                     \
    "ugcS2BXBFGE/OO3ID0hpDW5C5ZSokjO+5DKakm1A1NFI1e5CQpMZzSF7\n"                                             \
    "-----END PRIVATE KEY-----\n"

#define TEST_KEY_EC                                                                                          \
    "-----BEGIN EC PRIVATE KEY-----\n"                                                                       \
    "MHcCAQEEINZZhczxlJdk6bfz6m96luAKPZ++1awr+z0wQZ4OX2MSoAoGCCqGSM49\n"                                     \
    "AwEHoUQDQgAENLGt9QlkLBz8e1y2AhwLsNOAssKxR7oHEtgVwRRhPzjtyA9IaQ1u\n"                                     \
    "QuWUqJIzvuQympJtQNTRSNXuQkKTGc0hew==\n"                                                                 \
    "-----END EC PRIVATE KEY-----\n"

/* On the curve secp256k1. */
#define TEST_KEY_CURVE                                                                                       \
    "-----BEGIN EC PRIVATE KEY-----\n"                                                                       \
    "MHQCAQEEIMVMOKZx9YfesF1wDF+N9QnoXkVlthjKa0mZ38rdWjDQoAcGBSuBBAAK\n"                                     \
    "oUQDQgAEGN6i96mrw7M/U2H/OFg7ve16QMeXsCxHJR1PO0HLZHLWj/SePOIpkvX6\n"                                     \
    "H4Rc+V2ZwY/paz1ovXWmF8BRxzR3pA==\n"                                                                     \
    "-----END EC PRIVATE KEY-----\n"
