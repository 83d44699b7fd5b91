#include "render/explain.h"

#include <arpa/inet.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "common/dname.h"
#include "render/domain.h"
#include "render/go_print.h"
#include "render/nearest.h"
#include "render/release.h"

struct explanation {
    const struct release *release;
    struct arena *arena;
    struct text *to;
    const char *name; /* lower case, without a last dot */
};

/* How a name leads to a service. */
struct mapping {
    const struct release_service *service;
    const char *record; /* "*.example.com"; NULL: its own name */
    struct place place;
};

static void add_place(struct explanation *x, struct place place)
{
    if (place.file && place.line)
        text_printf(x->to, "  [%s:%u:%u]", place.file, place.line, place.column);
    else if (place.file)
        text_printf(x->to, "  [%s]", place.file);
}

/* A line of a layer; its name stands at the first one only. */
static void line(struct explanation *x, const char *layer, struct place place, const char *format, ...)
    PRINTF(4, 5);
static void line(struct explanation *x, const char *layer, struct place place, const char *format, ...)
{
    char words[DIAG_LINE_MAX];
    va_list args;
    va_start(args, format);
    vsnprintf(words, sizeof words, format, args);
    va_end(args);
    text_printf(x->to, "%-12s%s", layer, words);
    add_place(x, place);
    text_addc(x->to, '\n');
}

static const char *target_of(const struct explanation *x, const struct release_service *s)
{
    return arena_printf(x->arena, "%s-%s.%s.svc.%s", x->release->fullname, s->name, x->release->namespace,
                        x->release->cluster_domain);
}

static bool is_below(const char *name, const char *parent)
{
    size_t len = strlen(name), tail = strlen(parent);
    return len > tail && name[len - tail - 1] == '.' && strcmp(name + len - tail, parent) == 0;
}

/* Exact names beat wildcards, longer wildcards shorter ones. */
static bool find_mapping(const struct explanation *x, struct mapping *out)
{
    const struct release *r = x->release;
    size_t longest = 0;
    *out = (struct mapping){0};
    for (size_t i = 0; i < r->service_count; i++) {
        const struct release_service *s = &r->services[i];
        const char *full = arena_printf(x->arena, "%s-%s", r->fullname, s->name);
        if (s->has_dns && (strcmp(x->name, s->name) == 0 || strcmp(x->name, full) == 0)) {
            *out = (struct mapping){s, NULL, s->place};
            return true;
        }
        for (size_t k = 0; s->has_dns && k < s->record_count; k++) {
            const char *record = s->records[k].text;
            size_t len = strlen(record);
            bool exact = strcmp(record, x->name) == 0;
            if (!exact && (strncmp(record, "*.", 2) != 0 || !is_below(x->name, record + 2) || len <= longest))
                continue;
            *out = (struct mapping){s, s->records[k].as_written, s->records[k].place};
            longest = exact ? DNAME_TEXT_MAX : len;
        }
    }
    return out->service != NULL;
}

/* The service whose target the name is, asked for in full. */
static const struct release_service *find_target(const struct explanation *x)
{
    for (size_t i = 0; i < x->release->service_count; i++)
        if (x->release->services[i].has_dns && strcmp(x->name, target_of(x, &x->release->services[i])) == 0)
            return &x->release->services[i];
    return NULL;
}

static struct place place_below(const struct value *map, const char *key)
{
    const struct value *v = map && map->kind == VALUE_MAP ? value_gets(map, key) : NULL;
    return v ? value_place(v) : (struct place){0};
}

/* What becomes of a packet, and the value that decides. */
struct outcome {
    const char *words;
    struct place place;
    const struct release_service *from;
    bool told;
};

static struct outcome judge(const struct explanation *x, const struct release_service *from,
                            const struct release_service *to)
{
    const struct release_service *cut = from->isolated ? from : to->isolated ? to : NULL;
    const char *by;
    if (cut)
        return (struct outcome){arena_printf(x->arena, "no, %s is isolated", cut->name),
                                place_below(cut->value, "networkIsolated"), from, false};
    if (!release_reaches(x->release, from, to, &by))
        return (struct outcome){"no, they share no network",
                                to->network_count ? to->networks[0].place : to->place, from, false};
    return (struct outcome){arena_printf(x->arena, "%s%s%s", release_ports(to, x->arena),
                                         by ? " through the network " : "", by ? by : ""),
                            place_below(to->value, "ports"), from, false};
}

/* Who reaches a service, those of one outcome on one line. */
static void tell_reach(struct explanation *x, const struct release_service *to)
{
    size_t count = x->release->service_count;
    struct outcome *outcomes = arena_alloc_many(x->arena, count, sizeof *outcomes);
    const char *layer = "reached by";
    for (size_t i = 0; i < count; i++)
        outcomes[i] = judge(x, &x->release->services[i], to);
    for (size_t i = 0; i < count; i++) {
        struct text names;
        text_init(&names, x->arena);
        for (size_t k = i; k < count; k++) {
            struct outcome *o = &outcomes[k];
            if (o->told || o->from == to || strcmp(o->words, outcomes[i].words) != 0)
                continue;
            o->told = true;
            text_printf(&names, "%s%s", names.len ? ", " : "", o->from->name);
        }
        if (!names.len)
            continue;
        line(x, layer, outcomes[i].place, "%s: %s", names.at, outcomes[i].words);
        layer = "";
    }
    if (count == 1)
        line(x, layer, (struct place){0}, "nobody else is there");
}

static void tell_mapped(struct explanation *x, const struct mapping *m)
{
    const char *target = target_of(x, m->service);
    if (m->record)
        line(x, "DNS", m->place, "dnsd: the record %s leads to the service %s", m->record, m->service->name);
    else
        line(x, "DNS", m->place, "dnsd: a name of the service %s", m->service->name);
    line(x, "", (struct place){0}, "looked up as %s", target);
    tell_reach(x, m->service);
}

/* Whether DNS lets the name out at all, and by which entries. */
static bool tell_dns(struct explanation *x)
{
    const struct release *r = x->release;
    const char *layer = "DNS";
    for (size_t i = 0; i < r->pattern_count; i++) {
        const struct release_pattern *p = &r->patterns[i];
        if (!domain_lets_dns(p->text, x->name))
            continue;
        line(x, layer, p->place, "allowed by %s%s", p->text,
             strcmp(p->source, "namespace") == 0       ? ", which every release may ask for"
             : strcmp(p->source, "allowEntities") == 0 ? ", for allowEntities has world or all"
                                                       : " in allowDomains");
        layer = "";
    }
    return !*layer;
}

/* What was meant, perhaps: an entry, or a service that has no name. */
static void tell_near(struct explanation *x)
{
    const struct release *r = x->release;
    struct value *names = value_map(x->arena);
    for (size_t i = 0; i < r->service_count; i++)
        if (strcmp(r->services[i].name, x->name) == 0) {
            line(x, "", r->services[i].place,
                 "there is a service %s, which nobody finds by name; give it dnsRecord: true", x->name);
            return;
        }
    for (size_t i = 0; i < r->pattern_count; i++) {
        const char *text = r->patterns[i].text;
        if (strncmp(text, "*.", 2) == 0 && strcmp(text + 2, x->name) == 0) {
            line(x, "", r->patterns[i].place, "%s does not let %s itself out; add %s to allowDomains", text,
                 x->name, x->name);
            return;
        }
        (void)value_sets(x->arena, names, text, value_null(x->arena));
    }
    for (size_t i = 0; i < r->service_count; i++)
        if (r->services[i].has_dns)
            (void)value_sets(x->arena, names, r->services[i].name, value_null(x->arena));
    for (size_t i = 0; i < r->service_count; i++)
        for (size_t k = 0; k < r->services[i].record_count; k++)
            (void)value_sets(x->arena, names, r->services[i].records[k].text, value_null(x->arena));
    const char *near = nearest_key(names, x->name, strlen(x->name));
    if (near)
        line(x, "", (struct place){0}, "did you mean %s? Else add %s to allowDomains", near, x->name);
    else
        line(x, "", (struct place){0}, "add %s to allowDomains to let it out", x->name);
}

static void tell_denied(struct explanation *x)
{
    const struct value *policy = release_map(release_map(x->release->values, "dnsd"), "policy");
    if (x->release->enforces)
        line(x, "DNS", place_below(policy, "deny"),
             "denied: nothing allows it; dnsd answers %s at once, and nothing leaves the Pod",
             strcmp(release_text(policy, "deny", "nxdomain"), "refused") == 0 ? "REFUSED" : "NXDOMAIN");
    else
        line(x, "DNS", place_below(policy, "mode"),
             "denied: nothing allows it; dnsd passes it on, and Cilium refuses it");
    tell_near(x);
}

static bool is_domain_entry(const struct release_pattern *p, const char *name)
{
    return strcmp(p->source, "allowDomains") == 0 && domain_lets_dns(p->text, name);
}

typedef bool reading(const char *pattern, const char *name);

/* One of the checks that Cilium makes on the way to a domain. */
static void tell_reading(struct explanation *x, const char *layer, const char *what, reading *lets)
{
    const struct release *r = x->release;
    for (size_t i = 0; i < r->pattern_count; i++)
        if (strcmp(r->patterns[i].source, "allowDomains") == 0 && lets(r->patterns[i].text, x->name)) {
            line(x, layer, r->patterns[i].place, "open: the %s %s fits %s%s", what, x->name,
                 r->patterns[i].text,
                 lets == domain_lets_sni && !domain_lets_sni_before(r->patterns[i].text, x->name)
                     ? ", but not for older versions of Cilium"
                     : "");
            return;
        }
    line(x, layer, (struct place){0}, "closed: no entry of allowDomains fits the %s %s; add %s", what,
         x->name, x->name);
}

/* Entries of allowDomainsPorts that hold for the name. */
static void tell_ports(struct explanation *x)
{
    const struct value *ports = release_list(x->release->values, "allowDomainsPorts");
    const char *layer = "other ports";
    for (size_t i = 0; ports && i < ports->list.count; i++) {
        const struct value *entry = ports->list.items[i],
                           *port = entry->kind == VALUE_MAP ? value_gets(entry, "port") : NULL;
        const char *domain = release_text(entry, "domain", NULL);
        struct text number;
        if (!port || (domain && !domain_lets_dns(domain, x->name)))
            continue;
        text_init(&number, x->arena);
        go_print(port, &number);
        line(x, layer, value_place(port), "open: %s/%s for %s", number.at,
             release_text(entry, "protocol", "ANY"), domain ? domain : "all of allowDomains");
        layer = "";
    }
    if (*layer)
        line(x, layer, (struct place){0}, "closed: no entry of allowDomainsPorts holds for it");
}

/* Entities and blocks let packets out whatever they are called. address: NULL, or the one that is asked for.
 */
static bool tell_addresses(struct explanation *x, const char *address);

static void tell_isolated(struct explanation *x)
{
    for (size_t i = 0; i < x->release->service_count; i++)
        if (x->release->services[i].isolated)
            line(x, "isolated", place_below(x->release->services[i].value, "networkIsolated"),
                 "%s resolves and reaches nothing at all", x->release->services[i].name);
}

static void tell_outside(struct explanation *x)
{
    bool is_domain = false, star = false;
    for (size_t i = 0; i < x->release->pattern_count; i++) {
        const struct release_pattern *p = &x->release->patterns[i];
        is_domain = is_domain || is_domain_entry(p, x->name);
        star = star || (strcmp(p->source, "allowDomains") == 0 && strcmp(p->text, "*") == 0);
    }
    line(x, "", (struct place){0}, "asked upstream, answered as upstream says");
    if (star) {
        line(x, "ports", (struct place){0}, "open: all of them, for allowDomains has *");
    } else if (is_domain) {
        tell_reading(x, "443/TCP", "TLS server name", domain_lets_sni);
        tell_reading(x, "80/TCP", "HTTP Host", domain_lets_host);
        tell_ports(x);
    }
    bool by_address = tell_addresses(x, NULL);
    if (!is_domain && !by_address)
        line(x, "ports", (struct place){0}, "closed otherwise: it can be looked up, not reached");
    tell_isolated(x);
}

static bool read_address(const char *s, uint8_t to[16], unsigned *bits)
{
    *bits = inet_pton(AF_INET, s, to) == 1 ? 32 : inet_pton(AF_INET6, s, to) == 1 ? 128 : 0;
    return *bits != 0;
}

static bool is_in_block(struct arena *a, const char *block, const char *address)
{
    uint8_t net[16], ip[16];
    unsigned net_bits, bits, length = 0;
    size_t slash = strcspn(block, "/");
    if (!block[slash] || !read_address(arena_copy(a, block, slash), net, &net_bits) ||
        !read_address(address, ip, &bits))
        return false;
    for (const char *c = block + slash + 1; *c >= '0' && *c <= '9' && length <= 128; c++)
        length = 10 * length + (unsigned)(*c - '0');
    if (net_bits != bits || length > bits)
        return false;
    for (unsigned i = 0; i < length; i++)
        if ((net[i / 8] ^ ip[i / 8]) & 0x80 >> i % 8)
            return false;
    return true;
}

static bool tell_addresses(struct explanation *x, const char *address)
{
    const struct value *entities = release_list(x->release->values, "allowEntities");
    const struct value *blocks = release_list(x->release->values, "allowCIDR");
    bool open = false;
    for (size_t i = 0; entities && i < entities->list.count; i++) {
        const struct value *v = entities->list.items[i];
        bool everywhere = value_is(v, "world") || value_is(v, "all");
        if (v->kind != VALUE_STRING || value_is(v, "none"))
            continue;
        line(x, "entity", value_place(v), "open: all ports of %s%s", v->text.at,
             everywhere ? "" : ", if its address belongs to that");
        open = open || everywhere;
    }
    for (size_t i = 0; blocks && i < blocks->list.count; i++) {
        const struct value *v = blocks->list.items[i];
        if (v->kind != VALUE_STRING || (address && !is_in_block(x->arena, v->text.at, address)))
            continue;
        line(x, "addresses", value_place(v), "open: all ports of %s%s", v->text.at,
             address ? "" : ", if its address lies there");
        open = open || address;
    }
    return open;
}

static void tell_address(struct explanation *x)
{
    line(x, "DNS", (struct place){0},
         "an address: nothing is looked up; asked for its name, dnsd knows services of the release only");
    if (!tell_addresses(x, x->name))
        line(x, "addresses", (struct place){0},
             "closed: no block of allowCIDR holds it, nor do allowEntities; add %s/%s to allowCIDR", x->name,
             strchr(x->name, ':') ? "128" : "32");
}

static const char *normal(struct arena *a, const char *name)
{
    size_t len = strlen(name);
    char *out = arena_copy(a, name, len > 1 && name[len - 1] == '.' ? len - 1 : len);
    for (char *c = out; *c; c++)
        *c = (char)(*c >= 'A' && *c <= 'Z' ? *c + 32 : *c);
    return out;
}

/* What becomes of a name that is one. */
static void tell_name(struct explanation *x)
{
    struct mapping mapping;
    const struct release_service *target = find_target(x);
    if (find_mapping(x, &mapping)) {
        tell_mapped(x, &mapping);
    } else if (target) {
        line(x, "DNS", target->place, "the service %s by its name in the cluster; asked upstream as it is",
             target->name);
        tell_reach(x, target);
    } else if (strcmp(x->name, "localhost") == 0 || is_below(x->name, "localhost")) {
        line(x, "DNS", (struct place){0}, "dnsd: the Pod itself, 127.0.0.1 and ::1 (RFC 6761)");
    } else if (is_below(x->name, "in-addr.arpa") || is_below(x->name, "ip6.arpa")) {
        line(x, "DNS", place_below(release_map(x->release->values, "dnsd"), "reverse"),
             "dnsd: the short name, if it is an address of one of the release's services; private addresses "
             "never leave");
        if (!tell_dns(x))
            line(x, "", (struct place){0}, "any other is denied: NXDOMAIN at once");
    } else if (tell_dns(x)) {
        tell_outside(x);
    } else {
        tell_denied(x);
    }
}

int explain_write(struct helm *h, const char *name, struct text *to)
{
    struct release r;
    uint8_t wire[DNAME_MAX], address[16];
    size_t len;
    unsigned bits;
    release_read(h, &r);
    if (!r.fullname || !r.service_count)
        return fault_set(
            &h->fault,
            "%s: this chart is not like agent-env: it has no services, or no template agentEnv.fullname",
            chart_name(h->chart));
    struct explanation x = {.release = &r, .arena = h->arena, .to = to, .name = normal(h->arena, name)};
    bool is_address = read_address(x.name, address, &bits);
    const char *wrong = is_address ? NULL : dname_from_text(x.name, strlen(x.name), wire, &len);
    if (strpbrk(x.name, "/@ *") || (!is_address && strchr(x.name, ':')))
        wrong = "it has a scheme, a port, a path or a star; name the host alone";
    if (wrong)
        return fault_set(&h->fault, "explain: %s is no domain name: %s", name, wrong);
    text_printf(to, "%s in the release %s\n", x.name, h->cli->release);
    if (is_address)
        tell_address(&x);
    else
        tell_name(&x);
    return 0;
}
