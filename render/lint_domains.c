#include "render/lint_domains.h"

#include <arpa/inet.h>
#include <string.h>

#include "common/dname.h"
#include "render/domain.h"
#include "render/nearest.h"

static bool is_address(const char *s)
{
    struct in6_addr to;
    return inet_pton(AF_INET, s, &to) == 1 || inet_pton(AF_INET6, s, &to) == 1;
}

/* ADDRESS/LENGTH */
static bool is_block(struct arena *a, const char *s)
{
    struct in6_addr to;
    const char *slash = strchr(s, '/');
    if (!slash || !slash[1] || strlen(slash + 1) > 3 || strspn(slash + 1, "0123456789") != strlen(slash + 1))
        return false;
    unsigned bits = 0;
    for (const char *c = slash + 1; *c; c++)
        bits = 10 * bits + (unsigned)(*c - '0');
    const char *address = arena_copy(a, s, (size_t)(slash - s));
    return (inet_pton(AF_INET, address, &to) == 1 && bits <= 32) ||
           (inet_pton(AF_INET6, address, &to) == 1 && bits <= 128);
}

/* What no name can hold, and where it belongs. */
static bool check_form(const char *s, struct place where, struct lint_report *to)
{
    struct arena *a = to->arena;
    const char *scheme = strstr(s, "://"), *host = scheme ? scheme + 3 : s + strspn(s, "/");
    size_t len = strcspn(host, "/:");
    const char *name = arena_copy(a, host, len);
    if (scheme)
        lint_add(to, where, LINT_ERROR,
                 "allowDomains: %s has a scheme, and Cilium knows names only; write %s", s, name);
    else if (is_block(a, s))
        lint_add(to, where, LINT_ERROR, "allowDomains: %s is a block of addresses; write it in allowCIDR", s);
    else if (is_address(s))
        lint_add(to, where, LINT_ERROR,
                 "allowDomains: %s is an address, which has no name to look up; write %s/%s in allowCIDR", s,
                 s, strchr(s, ':') ? "128" : "32");
    else if (!len)
        return false; /* the schema says what a domain is */
    else if (host[len] == '/' || host != s)
        lint_add(to, where, LINT_ERROR, "allowDomains: %s has a path, and Cilium knows names only; write %s",
                 s, name);
    else if (host[len] == ':' && !(host[len + 1] >= '1' && host[len + 1] <= '9'))
        lint_add(to, where, LINT_ERROR, "allowDomains: %s ends in a colon; write %s", s, name);
    else if (host[len] == ':')
        lint_add(to, where, LINT_ERROR,
                 "allowDomains: %s has a port; write %s, and in allowDomainsPorts {port: %s, domain: %s} "
                 "unless it is 80 or 443",
                 s, name, arena_copy(a, host + len + 1, strspn(host + len + 1, "0123456789")), name);
    else
        return true;
    return false;
}

/* Labels of 1 to 63; a star counts as one character. */
static bool check_labels(const char *s, struct place where, struct lint_report *to)
{
    for (const char *label = s; *label;) {
        size_t len = strcspn(label, ".");
        if (len > LABEL_MAX) {
            lint_add(
                to, where, LINT_ERROR,
                "allowDomains: %s has a label of %zu characters, and a name's have 63 at most; shorten it", s,
                len);
            return false;
        }
        label += len + (label[len] == '.');
    }
    return true;
}

static bool is_let_out(const struct release *r, const char *name)
{
    for (size_t i = 0; i < r->pattern_count; i++)
        if (domain_lets_dns(r->patterns[i].text, name))
            return true;
    return false;
}

/* Where stars stand that the three readers take differently. */
static void check_stars(const struct release *r, const char *s, struct place where, struct lint_report *to)
{
    const char *rest = s + (strncmp(s, "*.", 2) == 0 ? 2 : 0);
    size_t deep = strspn(s, "*");
    if (strspn(s, "*.") == strlen(s))
        return;
    if (deep >= 2 && s[deep] == '.')
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s: DNS and port 443 let one label or more stand for %.*s (older versions of "
                 "Cilium one), "
                 "port 80 just one; write *%s, and *.*%s for two labels",
                 s, (int)deep, s, s + deep, s + deep);
    else if (deep == 1 && s[1] != '.')
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s also lets any%s out, and on port 80 not %s itself; write %s and *.%s", s,
                 s + 1, s + 1, s + 1, s + 1);
    else if (strchr(rest, '*'))
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s: a star may be nothing at all but on port 80, and older versions of "
                 "Cilium take one on port "
                 "443 as a leading *. only; name the domains, or write *.%s",
                 s, strrchr(rest, '*')[1] == '.' ? strrchr(rest, '*') + 2 : "and the rest");
    else if (rest != s && !is_let_out(r, rest))
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s does not let %s itself out; add %s if it is meant", s, rest, rest);
}

static void check_spelling(const char *s, struct place where, struct lint_report *to)
{
    size_t len = strlen(s);
    struct text lower;
    text_init(&lower, to->arena);
    for (const char *c = s; *c; c++)
        text_addc(&lower, *c >= 'A' && *c <= 'Z' ? (char)(*c + 32) : *c);
    if (strcmp(lower.at, s) != 0)
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s: DNS and port 80 take it in any case, port 443 as it is written; write %s",
                 s, lower.at);
    if (len > 1 && s[len - 1] == '.')
        lint_add(to, where, LINT_WARNING, "allowDomains: %s ends in a dot, which names need not; write %.*s",
                 s, (int)len - 1, s);
    if (!strchr(s, '.') && !strchr(s, '*'))
        lint_add(to, where, LINT_WARNING,
                 "allowDomains: %s is a single label, and no domain outside; write it whole, such as %s.com",
                 s, s);
}

/* A name of the release leads to its service, whatever is allowed. */
static void check_services(const struct release *r, const char *s, struct place where, struct lint_report *to)
{
    for (size_t i = 0; i < r->service_count; i++) {
        const struct release_service *service = &r->services[i];
        for (size_t k = 0; service->has_dns && k <= service->record_count; k++) {
            const char *name = k ? service->records[k - 1].text : service->name;
            if (strcmp(name, s) == 0)
                lint_add(to, where, LINT_WARNING,
                         "allowDomains: %s leads to the service %s, so that nothing outside is reached by "
                         "it; leave it out here or there",
                         s, service->name);
        }
    }
}

static void check_twice(const struct release *r, size_t at, struct lint_report *to)
{
    const struct release_pattern *p = &r->patterns[at];
    for (size_t i = 0; i < at; i++)
        if (strcmp(r->patterns[i].source, p->source) == 0 && strcasecmp(r->patterns[i].text, p->text) == 0) {
            lint_add(to, p->place, LINT_WARNING,
                     "allowDomains: %s is there already, on line %u; leave one out", p->text,
                     r->patterns[i].place.line);
            return;
        }
}

static bool is_there(const struct release *r, const char *domain)
{
    for (size_t i = 0; i < r->pattern_count; i++)
        if (strcmp(r->patterns[i].source, "allowDomains") == 0 && strcmp(r->patterns[i].text, domain) == 0)
            return true;
    return false;
}

static const char *nearest_domain(const struct release *r, const char *domain, struct arena *a)
{
    struct value *names = value_map(a);
    for (size_t i = 0; i < r->pattern_count; i++)
        if (strcmp(r->patterns[i].source, "allowDomains") == 0)
            (void)value_sets(a, names, r->patterns[i].text, value_null(a));
    return nearest_key(names, domain, strlen(domain));
}

static const char *port_text(const struct value *port)
{
    if (port && port->kind == VALUE_STRING)
        return port->text.at;
    return port && port->kind == VALUE_FLOAT && port->number == 443  ? "443"
           : port && port->kind == VALUE_FLOAT && port->number == 80 ? "80"
           : port && port->kind == VALUE_INT && port->integer == 443 ? "443"
           : port && port->kind == VALUE_INT && port->integer == 80  ? "80"
                                                                     : "";
}

static void check_port(const struct release *r, const struct value *entry, struct lint_report *to)
{
    const struct value *port = value_gets(entry, "port"), *domain = value_gets(entry, "domain");
    const char *number = port_text(port);
    bool is_web = strcmp(number, "80") == 0 || strcmp(number, "443") == 0;
    if (is_web && strcmp(release_text(entry, "protocol", "ANY"), "UDP") != 0)
        lint_add(to, value_place(port), LINT_ERROR,
                 "allowDomainsPorts: port %s %s would let a client past the check of the name it talks to, "
                 "which allowDomains makes "
                 "on 80 and 443; leave it out, or say protocol: UDP",
                 number, release_text(entry, "protocol", "ANY"));
    if (domain && domain->kind == VALUE_STRING && domain->text.len && !is_there(r, domain->text.at)) {
        const char *meant = nearest_domain(r, domain->text.at, to->arena);
        lint_add(to, value_place(domain), LINT_ERROR,
                 "allowDomainsPorts: %s is not in allowDomains; add it there%s%s%s", domain->text.at,
                 meant ? ", or did you mean " : "", meant ? meant : "", meant ? "?" : "");
    } else if (is_there(r, "*")) {
        lint_add(to, value_place(entry), LINT_WARNING,
                 "allowDomainsPorts: * in allowDomains opens every port already; leave it out here or there");
    } else if (!domain && r->pattern_count == 1) {
        lint_add(to, value_place(entry), LINT_WARNING,
                 "allowDomainsPorts: opens nothing, for allowDomains names no domain; add some there");
    }
}

void lint_domains(const struct release *r, struct lint_report *to)
{
    const struct value *ports = release_list(r->values, "allowDomainsPorts"),
                       *blocks = release_list(r->values, "allowCIDR");
    for (size_t i = 0; i < r->pattern_count; i++) {
        const struct release_pattern *p = &r->patterns[i];
        if (strcmp(p->source, "allowDomains") != 0 || !check_form(p->text, p->place, to) ||
            !check_labels(p->text, p->place, to))
            continue;
        check_stars(r, p->text, p->place, to);
        check_spelling(p->text, p->place, to);
        check_services(r, p->text, p->place, to);
        check_twice(r, i, to);
    }
    for (size_t i = 0; ports && i < ports->list.count; i++)
        if (ports->list.items[i]->kind == VALUE_MAP)
            check_port(r, ports->list.items[i], to);
    for (size_t i = 0; blocks && i < blocks->list.count; i++) {
        const struct value *block = blocks->list.items[i];
        if (block->kind == VALUE_STRING && !is_block(to->arena, block->text.at))
            lint_add(to, value_place(block), LINT_ERROR,
                     "allowCIDR: %s is no block of addresses; write it like 192.0.2.0/24 or 2001:db8::/32%s",
                     block->text.at, is_address(block->text.at) ? ", and /32 or /128 for a single one" : "");
    }
}
