/* config.h: what dnsd is told to do, the same whether YAML (config.c) or a Corefile (corefile.c) said it.
 * A configuration is read whole, then never changed; a reload reads another one. Everything in it lies in its
 * arena. Each setting that decides about a query knows the place that set it, for --explain. */
#pragma once

#include <stdbool.h>
#include <stdint.h>

#include "common/arena.h"
#include "common/diag.h"
#include "common/dname.h"
#include "dnsd/address.h"

/* Bounds on what a file may say; each is checked by the readers, with a message that names it. */
enum {
    CONFIG_FILE_MAX = 8 * 1024 * 1024, /* octets of configuration */
    CONFIG_ARENA_MAX = 64 * 1024 * 1024,
    CONFIG_RULES_MAX = 65536,
    CONFIG_ALLOW_MAX = 4096,
    CONFIG_LISTEN_MAX = 8,
    CONFIG_SERVERS_MAX = 15, /* as CoreDNS's forward has it */
    CONFIG_CONCURRENT_MIN = 8,
    CONFIG_CONCURRENT_MAX = 10000,
    CONFIG_PORTS_MIN = 64,   /* source ports a range must have: fewer would be guessed too soon */
    CONFIG_REASON_MAX = 200, /* octets of the text in answers */
    CONFIG_REASON_NAME_MAX = 1 + LABEL_MAX + 6,
};

/* A name of the release and where its answers are found. */
struct rule {
    const uint8_t *name;   /* lower-case wire; of a wildcard what stands behind "*." */
    const uint8_t *target; /* lower-case wire: looked up in its place */
    const char *service; /* the short name answered for the target's addresses in reverse; NULL: not known */
    bool wildcard;       /* any name below name, not name itself */
    struct place where;
};

enum policy_mode { POLICY_OFF, POLICY_LOG, POLICY_ENFORCE };
enum policy_deny { DENY_NXDOMAIN, DENY_REFUSED };
enum log_format { LOG_COREDNS, LOG_JSON };

/* In which order servers are asked; the names are CoreDNS's. */
enum server_order { SERVERS_SEQUENTIAL, SERVERS_RANDOM, SERVERS_ROUND_ROBIN };

struct placed_address {
    struct address address;
    struct place where;
};

struct placed_text {
    const char *text; /* NULL: not set */
    struct place where;
};

struct config {
    struct arena arena;
    const char *file; /* the name places are given under */

    struct rule *rules; /* in the order of the file; the readers see that no name is there twice */
    unsigned rule_count;

    struct placed_address listen[CONFIG_LISTEN_MAX];
    unsigned listen_count;
    bool allow_non_loopback;

    struct {
        struct placed_text resolv_conf; /* read for servers when server_count is 0 */
        struct placed_address servers[CONFIG_SERVERS_MAX];
        unsigned server_count;
        uint16_t port_first, port_last; /* source ports, both ends included */
        unsigned max_concurrent;        /* queries in flight; an eighth of it is kept for the rules' names */
        struct place max_concurrent_where;
        enum server_order order;
        bool force_tcp;     /* every relayed query goes over TCP */
        bool prefer_udp;    /* even when the client came over TCP; an answer with TC still goes over TCP */
        unsigned max_fails; /* silent this often in a row: down, asked last; 0: never thought down */
        unsigned expire_ms; /* TCP connections to servers are kept this long for another question; 0: not */
        unsigned health_check_ms; /* between looks at a server that is down */
    } upstream;

    struct {
        enum policy_mode mode;
        enum policy_deny deny;
        struct placed_text *allow; /* Cilium match patterns, as written */
        unsigned allow_count;
        const char
            *own_zone; /* "NAMESPACE.svc.CLUSTERDOMAIN": names one label below it are allowed; or NULL */
        struct place own_zone_where;
        const char *reason; /* of EDE 15 and, as far as a label goes, the SOA; "": say nothing */
        uint8_t reason_name[CONFIG_REASON_NAME_MAX]; /* the SOA's: not-in-allowDomains.dnsd. */
        struct place where;
    } policy;

    bool reverse; /* PTR for the rules' own addresses; other private ranges never leave */
    struct place reverse_where;

    struct {
        bool queries; /* a line for each */
        bool errors;  /* a line for each that upstream gave no answer to, or that there was no room for */
        enum log_format format;
    } log;

    struct placed_address metrics, ready, health; /* HTTP; where.line 0 and no address: off */
    struct place loop;                            /* where a look for a loop is asked for; line 0: nowhere */
    unsigned reload_ms;                           /* the file is looked at this often; 0: only at SIGHUP */
};

/* What the readers start from: every default, and an empty arena of CONFIG_ARENA_MAX. */
void config_defaults(struct config *c);

/* Why names are denied; text is borrowed. The SOA says it in a label, with '-' for what is no letter or
 * digit. */
void config_set_reason(struct config *c, const char *text);

/* Reads a YAML configuration. -1: every problem is in err, each with its place; *out holds nothing then. */
MUST_CHECK int config_read_yaml(const char *file, struct config *out, struct diag *err);

/* What both languages must keep to, checked once the command line's listeners and servers are in: someone to
 * listen for, on loopback unless allowed; source ports enough. -1: each problem is in err. */
MUST_CHECK int config_settle(const struct config *c, struct diag *err);

/* A server that would be asked and is one of our own listeners, also one on every address of this host; NULL:
 * there is none. */
const struct placed_address *config_upstream_is_self(const struct config *c);

/* Gives back all of it. A zeroed configuration is fine. */
void config_free(struct config *c);
