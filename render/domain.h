/* domain.h: the three ways in which an entry of allowDomains is read: see lint_domains.h. */
#pragma once

#include <stdbool.h>

/* Names are in lower case, without a last dot; patterns are as they are written. */

/* Cilium's DNS proxy, dnsd and toFQDNs: matchPattern. */
bool domain_lets_dns(const char *pattern, const char *name);

/* The server name of TLS: the pattern itself, or one label for a leading "*.". A capital in it never fits. */
bool domain_lets_sni(const char *pattern, const char *name);

/* The Host of HTTP: any case, a run of stars is one character or more of one label. */
bool domain_lets_host(const char *pattern, const char *name);
