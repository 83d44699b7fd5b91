/* domain.h: the three ways in which an entry of allowDomains is read: see lint_domains.h. */
#pragma once

#include <stdbool.h>

/* Names are in lower case, without a last dot; patterns are as they are written. */

/* Cilium's DNS proxy, dnsd and toFQDNs: matchPattern. */
bool domain_lets_dns(const char *pattern, const char *name);

/* The server name of TLS, as Cilium 1.20 has it: as DNS, but in the case in which it is written, since
 * nothing there makes the pattern lower while Envoy makes the name so. */
bool domain_lets_sni(const char *pattern, const char *name);

/* The same before server names had patterns: the name itself, or one label for a leading "*.". */
bool domain_lets_sni_before(const char *pattern, const char *name);

/* The Host of HTTP: any case, a run of stars is one character or more of one label. */
bool domain_lets_host(const char *pattern, const char *name);
