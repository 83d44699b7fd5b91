#include "dnsd/check.h"

static void print_addresses(const char *word, const struct placed_address *list, unsigned count, FILE *to)
{
    for (unsigned i = 0; i < count; i++) {
        char text[ADDRESS_TEXT_MAX];
        address_to_text(text, &list[i].address);
        fprintf(to, "%s %s\n", word, text);
    }
}

static void print_rule(const struct rule *r, FILE *to)
{
    char name[DNAME_TEXT_MAX], target[DNAME_TEXT_MAX];
    dname_to_text(name, r->name);
    dname_to_text(target, r->target);
    fprintf(to, "name %s%s -> %s (%s:%u)\n", r->wildcard ? "*." : "", name, target, r->where.file,
            r->where.line);
}

static const char *on(bool it)
{
    return it ? "on" : "off";
}

/* What only a Corefile can change is told when it does. */
static void print_forward(const struct config *c, FILE *to)
{
    static const char *const orders[] = {"sequential", "random", "round_robin"};
    fprintf(to, "servers %s, down after %u silences in a row, looked at again after %u ms%s%s\n",
            orders[c->upstream.order], c->upstream.max_fails, c->upstream.health_check_ms,
            c->upstream.force_tcp ? ", over TCP alone" : "",
            c->upstream.prefer_udp ? ", over UDP first" : "");
    fprintf(to, "TCP connections kept for %u ms\n", c->upstream.expire_ms);
    if (c->reload_ms)
        fprintf(to, "reload every %u ms\n", c->reload_ms);
    if (c->loop.line)
        fprintf(to, "loop looked for at the start\n");
}

static void print_page(const char *word, const struct placed_address *a, FILE *to)
{
    if (a->address.any.sa_family)
        print_addresses(word, a, 1, to);
}

void check_print(const struct config *c, FILE *to)
{
    static const char *const modes[] = {"off", "log", "enforce"}, *const denials[] = {"nxdomain", "refused"};
    print_addresses("listen", c->listen, c->listen_count, to);
    print_addresses("upstream", c->upstream.servers, c->upstream.server_count, to);
    fprintf(to, "source ports %u-%u, at most %u queries at a time\n", c->upstream.port_first,
            c->upstream.port_last, c->upstream.max_concurrent);
    print_forward(c, to);
    fprintf(to, "policy %s, deny with %s, reason \"%s\"\n", modes[c->policy.mode], denials[c->policy.deny],
            c->policy.reason);
    fprintf(to, "reverse %s\n", on(c->reverse));
    fprintf(to, "log queries %s, errors %s, format %s\n", on(c->log.queries), on(c->log.errors),
            c->log.format == LOG_JSON ? "json" : "coredns");
    print_page("metrics", &c->metrics, to);
    print_page("ready", &c->ready, to);
    print_page("health", &c->health, to);
    for (unsigned i = 0; i < c->policy.allow_count; i++)
        fprintf(to, "allow %s (%s:%u)\n", c->policy.allow[i].text, c->policy.allow[i].where.file,
                c->policy.allow[i].where.line);
    for (unsigned i = 0; i < c->rule_count; i++)
        print_rule(&c->rules[i], to);
}
