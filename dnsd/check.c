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

void check_print(const struct config *c, FILE *to)
{
    static const char *const modes[] = {"off", "log", "enforce"}, *const denials[] = {"nxdomain", "refused"};
    print_addresses("listen", c->listen, c->listen_count, to);
    print_addresses("upstream", c->upstream.servers, c->upstream.server_count, to);
    fprintf(to, "source ports %u-%u, at most %u queries at a time\n", c->upstream.port_first,
            c->upstream.port_last, c->upstream.max_concurrent);
    fprintf(to, "policy %s, deny with %s\n", modes[c->policy.mode], denials[c->policy.deny]);
    for (unsigned i = 0; i < c->policy.allow_count; i++)
        fprintf(to, "allow %s (%s:%u)\n", c->policy.allow[i].text, c->policy.allow[i].where.file,
                c->policy.allow[i].where.line);
    for (unsigned i = 0; i < c->rule_count; i++)
        print_rule(&c->rules[i], to);
}
