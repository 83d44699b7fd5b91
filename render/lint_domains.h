/* lint_domains.h: what may leave: allowDomains, allowDomainsPorts and allowCIDR.
 * An entry of allowDomains is read three times: by Cilium's DNS proxy as a matchPattern, on port 443 as the
 * server name of TLS (SNI: the same, but letter by letter; older versions take a star as a leading "*."
 * only), on port 80 as the Host (any case, '*' is one character or more of one label). Entries on which the
 * three differ are told. */
#pragma once

#include "render/lint_report.h"
#include "render/release.h"

void lint_domains(const struct release *r, struct lint_report *to);
