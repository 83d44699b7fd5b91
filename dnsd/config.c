#include "dnsd/config.h"

#include <string.h>

void config_defaults(struct config *c)
{
    *c = (struct config){
        .upstream = {.port_first = 16000,
                     .port_last = 29999,
                     .max_concurrent = 1000,
                     .expire_ms = 10000,
                     .max_fails = 2,
                     .health_check_ms = 500},
        .policy = {.mode = POLICY_OFF, .deny = DENY_NXDOMAIN},
        .reverse = true,
        .log = {.queries = true},
    };
    arena_init(&c->arena, CONFIG_ARENA_MAX);
    config_set_reason(c, "not in allowDomains");
}

void config_set_reason(struct config *c, const char *text)
{
    static const uint8_t end[] = "\4dnsd";
    uint8_t *label = c->policy.reason_name;
    uint8_t len = 0;
    c->policy.reason = text;
    for (; *text && len < LABEL_MAX; text++) {
        bool plain = (*text >= 'a' && *text <= 'z') || (*text >= 'A' && *text <= 'Z') ||
                     (*text >= '0' && *text <= '9');
        if (plain || (len && label[len] != '-'))
            label[++len] = plain ? (uint8_t)*text : '-';
    }
    while (len && label[len] == '-')
        len--;
    label[0] = len;
    memcpy(label + (len ? len + 1 : 0), end, sizeof end);
}

static bool is_repeated(const struct config *c, unsigned listener)
{
    for (unsigned i = 0; i < listener; i++)
        if (address_equal(&c->listen[i].address, &c->listen[listener].address))
            return true;
    return false;
}

static int check_listeners(const struct config *c, struct diag *err)
{
    int status = 0;
    if (c->listen_count == 0)
        return diag_at(err, (struct place){.file = c->file},
                       "nothing to listen on; name an address such as 127.0.0.1:53");
    for (unsigned i = 0; i < c->listen_count; i++) {
        char text[ADDRESS_TEXT_MAX];
        if (is_repeated(c, i)) {
            address_to_text(text, &c->listen[i].address);
            status = diag_at(err, c->listen[i].where, "%s is there twice; once is enough", text);
        }
        if (c->allow_non_loopback || address_is_loopback(&c->listen[i].address))
            continue;
        address_to_text(text, &c->listen[i].address);
        status = diag_at(
            err, c->listen[i].where,
            "%s is no loopback address, so others than this Pod could ask; use 127.0.0.1:53 or [::1]:53, "
            "or set allowNonLoopback: true",
            text);
    }
    return status;
}

int config_settle(const struct config *c, struct diag *err)
{
    int status = check_listeners(c, err);
    if (c->upstream.port_last < c->upstream.port_first ||
        c->upstream.port_last - c->upstream.port_first + 1 < CONFIG_PORTS_MIN)
        status = diag_at(err, (struct place){.file = c->file}, "sourcePorts: fewer than %d ports",
                         CONFIG_PORTS_MIN);
    return status;
}

const struct placed_address *config_upstream_is_self(const struct config *c)
{
    for (unsigned s = 0; s < c->upstream.server_count; s++)
        for (unsigned l = 0; l < c->listen_count; l++) {
            const struct address *server = &c->upstream.servers[s].address, *own = &c->listen[l].address;
            bool same_port = address_port(server) == address_port(own);
            bool any = same_port && address_is_any(own) && address_is_local(server);
            if (address_equal(server, own) || any)
                return &c->upstream.servers[s];
        }
    return NULL;
}

void config_free(struct config *c)
{
    arena_clear(&c->arena);
}
