#include "dnsd/query_reverse.h"

#include "dnsd/local.h"
#include "dnsd/query_answer.h"
#include "dnsd/query_upstream.h"

/* Whose address it is, as far as is known; NULL: nobody's, or switched off. */
static const char *find_service(const struct queries *q, const struct request *r)
{
    uint8_t address[REVERSE_ADDRESS_MAX];
    size_t len = q->reverse ? reverse_address(r->qname, address) : 0;
    return len ? reverse_find(q->reverse, address, len) : NULL;
}

/* Nothing is left to wait for. */
static void end_of_sweep(struct pending *p)
{
    struct local_record record;
    uint8_t data[DNAME_MAX];
    struct local_answer a = local_unknown_address();
    const char *service = find_service(p->of, &p->request);
    if (service) {
        local_reverse(&p->request, service, &a, &record, data);
    } else if (!reverse_is_private(p->request.qname)) {
        query_upstream_relay_kept(p);
        return;
    }
    query_answer_own(p, &a, OUTCOME_REVERSE);
}

static void end_due(struct queries *q, bool v6, uint64_t now_ms)
{
    struct pending *p;
    for (unsigned i = 0; i < 2; i++)
        while ((p = pending_take_due(&q->sweeping[v6][i], now_ms)) != NULL)
            end_of_sweep(p);
}

static void on_swept(void *arg, bool v6)
{
    end_due(arg, v6, UINT64_MAX);
}

void query_reverse_end_late(struct queries *q, uint64_t now_ms)
{
    end_due(q, false, now_ms);
    end_due(q, true, now_ms);
}

/* Waits for the services to be looked up, for an address that none is known to have: whatever its range, it
 * may be a Pod's. false: there is no need, or no room. */
static bool wait_for_sweep(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    uint8_t address[REVERSE_ADDRESS_MAX];
    size_t address_len = q->reverse && r->qtype == TYPE_PTR ? reverse_address(r->qname, address) : 0;
    struct pending *p = address_len ? query_state_keep(q, from, r, len, NULL) : NULL;
    if (!p)
        return false;
    bool leaves = !reverse_is_private(r->qname) && policy_check(q->policy, r->qname, NULL) != POLICY_DENIED;
    uint64_t now_ms = p->came_us / 1000;
    bool v6 = address_len == 16;
    due_add(&q->sweeping[v6][leaves], &p->due, now_ms);
    query_state_set_timer(q, now_ms);
    if (!sweep_start(q->sweep, v6, now_ms)) {
        due_remove(&p->due);
        end_of_sweep(p);
    }
    return true;
}

bool query_reverse_serve(struct queries *q, const struct client *from, const struct request *r, size_t len)
{
    struct local_answer a = local_unknown_address();
    struct local_record record;
    uint8_t data[DNAME_MAX];
    if (!reverse_is_name(r->qname))
        return false;
    const char *service = find_service(q, r);
    if (service)
        local_reverse(r, service, &a, &record, data);
    else if (wait_for_sweep(q, from, r, len))
        return true;
    else if (!reverse_is_private(r->qname))
        return false;
    query_answer_here(q, from, r, len, &a, OUTCOME_REVERSE);
    return true;
}

int query_reverse_open(struct queries *q, struct diag *err)
{
    for (unsigned v6 = 0; v6 < 2; v6++) {
        q->sweeping[v6][false].delay_ms = QUERY_STAYS_PATIENCE_MS;
        q->sweeping[v6][true].delay_ms = QUERY_LEAVES_PATIENCE_MS;
    }
    if (!q->config->reverse)
        return 0;
    q->reverse = reverse_new(&q->arena);
    if (q->reverse)
        q->sweep = sweep_new(q->config, q->lookup, q->reverse, &q->arena, on_swept, q);
    return q->sweep ? 0 : diag_say(err, "no memory for the names of addresses");
}

void query_reverse_close(struct queries *q)
{
    struct pending *p;
    for (unsigned i = 0; i < 4; i++)
        while ((p = pending_take_due(&q->sweeping[i / 2][i % 2], UINT64_MAX)) != NULL)
            query_answer_silence(p, true);
}
