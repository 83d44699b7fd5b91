#include "dnsd/explain.h"

#include <string.h>

#include "dnsd/local.h"
#include "dnsd/message.h"
#include "dnsd/names.h"
#include "dnsd/policy.h"
#include "dnsd/reverse.h"
#include "dnsd/rrtype.h"

/* A question, and where what becomes of it is written to. */
struct explanation {
    const struct config *config;
    const struct request *request;
    char name[DNAME_TEXT_MAX], type[RRTYPE_TEXT_MAX];
    FILE *to;
};

static void say_place(const struct explanation *e, struct place where)
{
    if (where.line)
        fprintf(e->to, "decided by %s:%u\n", where.file, where.line);
    else if (where.file)
        fprintf(e->to, "decided by %s\n", where.file);
}

static void say_upstream(const struct explanation *e, const char *name)
{
    fprintf(e->to, "sent:      %s %s to", name, e->type);
    for (unsigned i = 0; i < e->config->upstream.server_count; i++) {
        char text[ADDRESS_TEXT_MAX];
        address_to_text(text, &e->config->upstream.servers[i].address);
        fprintf(e->to, " %s", text);
    }
    fprintf(e->to, "%s, from a port of %u-%u\n", e->config->upstream.force_tcp ? " over TCP" : "",
            e->config->upstream.port_first, e->config->upstream.port_last);
}

static void explain_rule(const struct explanation *e, const struct rule *rule)
{
    char own[DNAME_TEXT_MAX], target[DNAME_TEXT_MAX];
    dname_to_text(own, rule->name);
    dname_to_text(target, rule->target);
    fprintf(e->to, "rule:      %s%s is a name of the release, looked up as %s\n", rule->wildcard ? "*." : "",
            own, target);
    say_place(e, rule->where);
    say_upstream(e, target);
    fprintf(e->to, "client:    gets upstream's answer, with %s in the place of %s\n", e->name, target);
}

static void explain_local(const struct explanation *e, const struct local_answer *a)
{
    fprintf(e->to,
            "rule:      localhost and the names below it are this Pod (RFC 6761)\nsent:      nothing\n");
    fprintf(e->to, "client:    gets %s\n",
            !a->answer                  ? "no data"
            : a->answer->type == TYPE_A ? "127.0.0.1"
                                        : "::1");
}

/* A PTR question for a whole address: the services are looked up for it. */
static bool may_be_of_a_service(const struct explanation *e)
{
    uint8_t address[REVERSE_ADDRESS_MAX];
    return e->config->reverse && e->request->qtype == TYPE_PTR && reverse_address(e->request->qname, address);
}

static void explain_services(const struct explanation *e)
{
    if (!may_be_of_a_service(e))
        return;
    fprintf(e->to, "first:     if a service of the release has the address, the client gets its name\n");
    if (e->config->reverse_where.line)
        say_place(e, e->config->reverse_where);
    fprintf(e->to, "sent:      at most lookups of the services, to learn their addresses; and otherwise:\n");
}

static void explain_private(const struct explanation *e)
{
    fprintf(e->to, "rule:      a reverse name of a private address never leaves the Pod\n"
                   "sent:      nothing\nclient:    gets NXDOMAIN\n");
}

static void explain_denial(const struct explanation *e)
{
    const struct local_answer a = local_denial(e->config);
    fprintf(e->to, "sent:      nothing\nclient:    gets %s%s%s\n",
            a.rcode == RCODE_REFUSED && !reverse_is_name(e->request->qname) ? "REFUSED" : "NXDOMAIN",
            a.ede_text ? ", and if it sent EDNS, why: " : "", a.ede_text ? a.ede_text : "");
}

static void explain_policy(const struct explanation *e, const struct policy *p)
{
    struct placed_text decided;
    enum policy_verdict verdict = policy_check(p, e->request->qname, &decided);
    switch (verdict) {
    case POLICY_ALLOWED:
        if (decided.text)
            fprintf(e->to, "rule:      the entry \"%s\" of policy.allow lets it out\n", decided.text);
        else
            fprintf(e->to, "rule:      it is a name of the release's own namespace, %s\n",
                    e->config->policy.own_zone);
        break;
    case POLICY_OPEN: fprintf(e->to, "rule:      the policy is off\n"); break;
    case POLICY_LOGGED:
        fprintf(e->to, "rule:      no entry of policy.allow matches, but the policy only logs\n");
        break;
    case POLICY_DENIED: fprintf(e->to, "rule:      no entry of policy.allow matches\n"); break;
    }
    say_place(e, decided.where);
    if (verdict == POLICY_DENIED) {
        explain_denial(e);
        return;
    }
    say_upstream(e, e->name);
    fprintf(e->to, "client:    gets upstream's answer, octet for octet but for the ID\n");
}

static int explain(struct explanation *e, struct arena *a)
{
    struct local_answer here;
    struct local_record record;
    const struct names *names = names_new(e->config->rules, e->config->rule_count, a);
    const struct policy *policy = policy_new(e->config, a);
    if (!names || !policy)
        return -1;
    fprintf(e->to, "question:  %s %s\n", e->name, e->type);
    const struct rule *rule = names_find(names, e->request->qname);
    if (e->request->qtype == TYPE_AXFR || e->request->qtype == TYPE_IXFR)
        fprintf(e->to,
                "rule:      zone transfers are refused\nsent:      nothing\nclient:    gets REFUSED\n");
    else if (rule)
        explain_rule(e, rule);
    else if (local_find(e->request, &here, &record))
        explain_local(e, &here);
    else {
        explain_services(e);
        if (reverse_is_private(e->request->qname))
            explain_private(e);
        else
            explain_policy(e, policy);
    }
    return 0;
}

int explain_print(const struct config *c, const char *name, const char *type, FILE *to, struct diag *err)
{
    uint8_t qname[DNAME_MAX];
    size_t len;
    struct request r = {.qname = qname, .qclass = CLASS_IN};
    struct explanation e = {.config = c, .request = &r, .to = to};
    const char *wrong = dname_from_text(name, strlen(name), qname, &len);
    if (wrong)
        return diag_say(err, "\"%s\" is no domain name: %s", name, wrong);
    if (!rrtype_from_text(type, &r.qtype))
        return diag_say(err, "\"%s\" is no type of record; write A, AAAA, TXT or TYPE65280", type);
    r.qname_len = (uint16_t)len;
    dname_to_text(e.name, qname);
    rrtype_to_text(e.type, r.qtype);
    struct arena a = {0};
    arena_init(&a, CONFIG_ARENA_MAX);
    int status = explain(&e, &a);
    arena_clear(&a);
    return status == 0 ? 0 : diag_say(err, "no memory for the names of the configuration");
}
