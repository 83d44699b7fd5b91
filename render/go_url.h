/* go_url.h: URLs as Go's net/url takes them apart and puts them together. */
#pragma once

#include "common/attributes.h"
#include "common/bytes.h"
#include "common/text.h"

/* What is not there is empty. Percent signs are decoded but in query and opaque. */
struct go_url {
    struct bytes scheme, opaque, host, path, query, fragment;
    struct bytes username, password;
    bool has_user, has_password;
};

/* Reads all of text; the parts live in a, or are borrowed from text. NULL, or Go's complaint:
 * parse "%zz": invalid URL escape "%zz". Only what it says of a bad address in brackets is shorter than Go's.
 */
const char *go_url_read(struct bytes text, struct arena *a, struct go_url *out);

void go_url_write(const struct go_url *u, struct text *to);

/* "user:password", with percent signs. */
void go_url_write_user(const struct go_url *u, struct text *to);

/* The host without its port and brackets. */
struct bytes go_url_hostname(const struct go_url *u);
