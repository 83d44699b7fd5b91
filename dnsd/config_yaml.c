/* The YAML configuration -> struct config. Every fault is told with its place, then the whole file is
 * refused. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/file.h"
#include "common/pattern.h"
#include "common/yaml_read.h"
#include "dnsd/config.h"

struct reader {
    struct config *c;
    struct diag *err;
    const char *fullname, *namespace, *cluster_domain; /* never NULL: a bad one hides no other fault */
    bool has_fullname, has_namespace;
    const char *key; /* being read, for complaints */
    uint32_t
        *seen; /* rules by the hash of their name: index + 1, 0 is free; a power of two, at most half full */
    uint32_t seen_mask;
    bool failed;
};

/* A key that is understood, and what reads its value; the table ends with a NULL name. */
struct key {
    const char *name;
    void (*read)(struct reader *r, const struct value *v);
};

/* A complaint about the value of the key that is being read. */
#define WRONG(r, v, format, ...)                                                                             \
    ((r)->failed = true, (void)diag_at((r)->err, value_place(v), "%s: " format, (r)->key, ##__VA_ARGS__))

static struct place entry_place(const struct entry *e)
{
    return (struct place){.file = e->file, .line = e->line, .column = e->column};
}

static void list_keys(const struct key *keys, char *to, size_t room)
{
    size_t len = 0;
    to[0] = '\0';
    for (; keys->name && len < room; keys++) {
        int wrote = snprintf(to + len, room - len, "%s%s", len ? ", " : "", keys->name);
        len += wrote > 0 ? (size_t)wrote : 0;
    }
}

static int by_place(const void *left, const void *right)
{
    const struct entry *a = left, *b = right;
    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

/* The entries as the file has them: complaints come in its order, and of two services that claim one name the
 * later is at fault. NULL, and a complaint: no memory. */
static const struct entry *in_order(struct reader *r, const struct value *map)
{
    struct entry *entries = arena_alloc_many(&r->c->arena, map->map.count + 1, sizeof *entries);
    if (!entries) {
        WRONG(r, map, "no memory for so many");
        return NULL;
    }
    if (map->map.count) /* of none there may be no entries either */
        memcpy(entries, map->map.entries, map->map.count * sizeof *entries);
    qsort(entries, map->map.count, sizeof *entries, by_place);
    return entries;
}

static void read_map(struct reader *r, const struct value *v, const struct key *keys)
{
    char known[512];
    list_keys(keys, known, sizeof known);
    if (v->kind != VALUE_MAP) {
        WRONG(r, v, "a map is wanted here (%s), not a %s", known, value_kind_name(v));
        return;
    }
    const struct entry *entries = in_order(r, v);
    for (size_t i = 0; entries && i < v->map.count; i++) {
        const struct entry *e = &entries[i];
        const struct key *k = keys;
        while (k->name && strcmp(k->name, e->key) != 0)
            k++;
        if (k->name) {
            r->key = k->name;
            k->read(r, e->value);
            continue;
        }
        r->failed = true;
        (void)diag_at(r->err, entry_place(e), "unknown key \"%s\"; known here: %s", e->key, known);
    }
}

/* NULL, and a complaint, if it is no text, or one with a NUL. */
static const char *read_text(struct reader *r, const struct value *v)
{
    if (v->kind == VALUE_STRING && strlen(v->text.at) == v->text.len)
        return v->text.at;
    WRONG(r, v, "a text is wanted here, not a %s; put quotes around it", value_kind_name(v));
    return NULL;
}

static void read_bool(struct reader *r, const struct value *v, bool *out)
{
    if (v->kind == VALUE_BOOL)
        *out = v->boolean;
    else
        WRONG(r, v, "true or false is wanted here, not a %s", value_kind_name(v));
}

static void read_number(struct reader *r, const struct value *v, unsigned least, unsigned most, unsigned *out)
{
    if (v->kind == VALUE_FLOAT && v->number == floor(v->number) && v->number >= least && v->number <= most)
        *out = (unsigned)v->number;
    else
        WRONG(r, v, "a whole number from %u to %u is wanted here", least, most);
}

/* One of the words; its index goes to *out. */
static void read_word(struct reader *r, const struct value *v, const char *const *words, unsigned *out)
{
    char known[128];
    size_t len = 0;
    for (unsigned i = 0; words[i]; i++) {
        if (value_is(v, words[i])) {
            *out = i;
            return;
        }
        int wrote = snprintf(known + len, sizeof known - len, "%s%s", i ? ", " : "", words[i]);
        len += wrote > 0 ? (size_t)wrote : 0;
    }
    if (v->kind == VALUE_STRING)
        WRONG(r, v, "\"%s\" is none of these: %s", v->text.at, known);
    else
        WRONG(r, v, "one of these is wanted here: %s", known);
}

static void each_item(struct reader *r, const struct value *v, unsigned most,
                      void (*each)(struct reader *r, const struct value *item))
{
    if (v->kind != VALUE_LIST)
        WRONG(r, v, "a list is wanted here, not a %s", value_kind_name(v));
    else if (v->list.count > most)
        WRONG(r, v, "more than %u entries", most);
    else
        for (size_t i = 0; i < v->list.count; i++)
            each(r, v->list.items[i]);
}

static bool read_address(struct reader *r, const struct value *v, uint16_t port, struct placed_address *out)
{
    const char *text = read_text(r, v);
    const char *wrong = text ? address_from_text(text, strlen(text), port, &out->address) : NULL;
    out->where = value_place(v);
    if (wrong)
        WRONG(r, v, "\"%s\" is no address: %s", text, wrong);
    return text && !wrong;
}

/* Top level */

/* What the chart's schema demands of records too: more would be a domain name, but a slip of the pen. */
static const char *check_letters(const char *text)
{
    static const char allowed[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.";
    size_t len = strspn(text, allowed);
    if (text[len] == '*')
        return "'*' may only stand for the first part, as in *.example.com";
    return text[len] ? "only letters, digits, '-', '_' and '.' may stand in one" : NULL;
}

/* A part of the names in the cluster: a label, or with may_have_dots several. *out stays when it is none. */
static void read_part(struct reader *r, const struct value *v, bool may_have_dots, const char **out)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    const char *text = read_text(r, v);
    const char *wrong = text ? check_letters(text) : NULL;
    if (text && !wrong)
        wrong = dname_from_text(text, strlen(text), name, &len);
    if (text && !wrong && !may_have_dots && strchr(text, '.'))
        wrong = "it is one part, without dots";
    if (wrong)
        WRONG(r, v, "\"%s\" cannot be part of a domain name: %s", text, wrong);
    else if (text)
        *out = text;
}

static void read_fullname(struct reader *r, const struct value *v)
{
    r->has_fullname = true;
    read_part(r, v, false, &r->fullname);
}

static void read_namespace(struct reader *r, const struct value *v)
{
    r->has_namespace = true;
    r->c->policy.own_zone_where = value_place(v);
    read_part(r, v, false, &r->namespace);
}

static void read_cluster_domain(struct reader *r, const struct value *v)
{
    read_part(r, v, true, &r->cluster_domain);
}

static void read_listen_item(struct reader *r, const struct value *v)
{
    if (read_address(r, v, 53, &r->c->listen[r->c->listen_count]))
        r->c->listen_count++;
}

static void read_listen(struct reader *r, const struct value *v)
{
    r->c->listen_count = 0;
    each_item(r, v, CONFIG_LISTEN_MAX, read_listen_item);
}

static void read_allow_non_loopback(struct reader *r, const struct value *v)
{
    read_bool(r, v, &r->c->allow_non_loopback);
}

static void read_reverse(struct reader *r, const struct value *v)
{
    read_bool(r, v, &r->c->reverse);
    r->c->reverse_where = value_place(v);
}

static void read_metrics(struct reader *r, const struct value *v)
{
    if (!value_is(v, ""))
        (void)read_address(r, v, 9153, &r->c->metrics);
}

/* upstream */

static void read_resolv_conf(struct reader *r, const struct value *v)
{
    r->c->upstream.resolv_conf = (struct placed_text){.text = read_text(r, v), .where = value_place(v)};
}

static void read_server(struct reader *r, const struct value *v)
{
    if (read_address(r, v, 53, &r->c->upstream.servers[r->c->upstream.server_count]))
        r->c->upstream.server_count++;
}

static void read_servers(struct reader *r, const struct value *v)
{
    each_item(r, v, CONFIG_SERVERS_MAX, read_server);
}

/* FIRST-LAST */
static void read_source_ports(struct reader *r, const struct value *v)
{
    const char *text = read_text(r, v);
    unsigned long first, last = 0;
    char *end;
    if (!text)
        return;
    first = strtoul(text, &end, 10);
    bool whole = *text >= '0' && *text <= '9' && *end == '-' && end[1] >= '0' && end[1] <= '9';
    if (whole)
        last = strtoul(end + 1, &end, 10);
    if (!whole || *end || first < 1024 || last > 65535 || last < first ||
        last - first + 1 < CONFIG_PORTS_MIN) {
        WRONG(r, v, "\"%s\" is no range of ports such as 16000-29999, from 1024 on, of %d at least", text,
              CONFIG_PORTS_MIN);
        return;
    }
    r->c->upstream.port_first = (uint16_t)first;
    r->c->upstream.port_last = (uint16_t)last;
}

static void read_max_concurrent(struct reader *r, const struct value *v)
{
    read_number(r, v, CONFIG_CONCURRENT_MIN, CONFIG_CONCURRENT_MAX, &r->c->upstream.max_concurrent);
    r->c->upstream.max_concurrent_where = value_place(v);
}

static void read_upstream(struct reader *r, const struct value *v)
{
    static const struct key keys[] = {{"resolvConf", read_resolv_conf},
                                      {"servers", read_servers},
                                      {"sourcePorts", read_source_ports},
                                      {"maxConcurrent", read_max_concurrent},
                                      {0}};
    read_map(r, v, keys);
}

/* policy */

static void read_mode(struct reader *r, const struct value *v)
{
    static const char *const words[] = {"off", "log", "enforce", NULL};
    unsigned word = r->c->policy.mode;
    if (v->kind == VALUE_BOOL && !v->boolean)
        word = POLICY_OFF; /* a bare off is false in YAML 1.1 */
    else
        read_word(r, v, words, &word);
    r->c->policy.mode = (enum policy_mode)word;
}

static void read_deny(struct reader *r, const struct value *v)
{
    static const char *const words[] = {"nxdomain", "refused", NULL};
    unsigned word = r->c->policy.deny;
    read_word(r, v, words, &word);
    r->c->policy.deny = (enum policy_deny)word;
}

static void read_allow_item(struct reader *r, const struct value *v)
{
    struct pattern pattern;
    const char *text = read_text(r, v);
    const char *wrong = text ? pattern_read(text, strlen(text), &pattern) : NULL;
    if (wrong)
        WRONG(r, v, "\"%s\" is no pattern for names: %s", text, wrong);
    else if (text)
        r->c->policy.allow[r->c->policy.allow_count++] =
            (struct placed_text){.text = text, .where = value_place(v)};
}

static void read_allow(struct reader *r, const struct value *v)
{
    size_t count = v->kind == VALUE_LIST ? v->list.count : 0;
    r->c->policy.allow = arena_alloc_many(&r->c->arena, count, sizeof *r->c->policy.allow);
    r->c->policy.allow_count = 0;
    if (r->c->policy.allow)
        each_item(r, v, CONFIG_ALLOW_MAX, read_allow_item);
}

static void read_reason(struct reader *r, const struct value *v)
{
    const char *text = read_text(r, v);
    if (text && strlen(text) > CONFIG_REASON_MAX)
        WRONG(r, v, "longer than %d octets", CONFIG_REASON_MAX);
    else if (text)
        config_set_reason(r->c, text);
}

static void read_policy(struct reader *r, const struct value *v)
{
    static const struct key keys[] = {
        {"mode", read_mode}, {"deny", read_deny}, {"allow", read_allow}, {"reason", read_reason}, {0}};
    r->c->policy.mode = POLICY_ENFORCE;
    r->c->policy.where = value_place(v);
    read_map(r, v, keys);
}

/* log */

static void read_queries(struct reader *r, const struct value *v)
{
    read_bool(r, v, &r->c->log.queries);
}

static void read_format(struct reader *r, const struct value *v)
{
    static const char *const words[] = {"coredns", "json", NULL};
    unsigned word = r->c->log.format;
    read_word(r, v, words, &word);
    r->c->log.format = (enum log_format)word;
}

static void read_log(struct reader *r, const struct value *v)
{
    static const struct key keys[] = {{"queries", read_queries}, {"format", read_format}, {0}};
    read_map(r, v, keys);
}

/* services, read last: their targets are made of the other keys */

static const uint8_t *copy_name(struct reader *r, const uint8_t *name, size_t len)
{
    return (const uint8_t *)arena_copy(&r->c->arena, (const char *)name, len);
}

static bool same_rule(const struct rule *a, const uint8_t *name, bool wildcard)
{
    return a->wildcard == wildcard && dname_equal(a->name, name);
}

/* One name, or "*.name", that leads to target. */
static void add_rule(struct reader *r, const char *text, const uint8_t *target, const char *service,
                     struct place where)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    bool wildcard = strncmp(text, "*.", 2) == 0;
    const char *plain = text + (wildcard ? 2 : 0), *wrong = check_letters(plain);
    if (!wrong)
        wrong = dname_from_text(plain, strlen(plain), name, &len);
    if (wrong) {
        r->failed = true;
        (void)diag_at(r->err, where, "\"%s\" is no domain name: %s", text, wrong);
        return;
    }
    dname_lower(name, name);
    uint32_t at = dname_hash(name, 0) & r->seen_mask;
    for (; r->seen[at]; at = (at + 1) & r->seen_mask) {
        const struct rule *other = &r->c->rules[r->seen[at] - 1];
        if (!same_rule(other, name, wildcard))
            continue;
        if (strcmp(other->service, service) == 0)
            return; /* a service may say its own name once more */
        r->failed = true;
        (void)diag_at(r->err, where,
                      "\"%s\" is a name of service %s already (line %u); give it to one of the two", text,
                      other->service, other->where.line);
        return;
    }
    r->seen[at] = r->c->rule_count + 1;
    r->c->rules[r->c->rule_count++] = (struct rule){.name = copy_name(r, name, len),
                                                    .target = target,
                                                    .service = service,
                                                    .wildcard = wildcard,
                                                    .where = where};
}

static const uint8_t *read_target(struct reader *r, const struct entry *e, const char *own)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    const char *text = arena_printf(&r->c->arena, "%s.%s.svc.%s", own, r->namespace, r->cluster_domain);
    const char *wrong = text ? dname_from_text(text, strlen(text), name, &len) : "no memory";
    if (wrong) {
        r->failed = true;
        (void)diag_at(r->err, entry_place(e),
                      "service \"%s\" would be looked up as %s, which is no domain name: %s", e->key,
                      text ? text : "?", wrong);
        return NULL;
    }
    dname_lower(name, name);
    return copy_name(r, name, len);
}

static void read_records(struct reader *r, const struct value *list, const uint8_t *target,
                         const char *service)
{
    if (list->kind != VALUE_LIST) {
        WRONG(r, list, "a list of names is wanted here, not a %s", value_kind_name(list));
        return;
    }
    for (size_t i = 0; i < list->list.count; i++) {
        const char *text = read_text(r, list->list.items[i]);
        if (text)
            add_rule(r, text, target, service, value_place(list->list.items[i]));
    }
}

static void read_service(struct reader *r, const struct entry *e)
{
    const char *own = arena_printf(&r->c->arena, "%s-%s", r->fullname, e->key);
    if (strlen(e->key) != e->key_len || strchr(e->key, '.') || check_letters(e->key)) {
        r->failed = true;
        (void)diag_at(r->err, entry_place(e), "\"%s\" is no name of a service; use a-z, 0-9 and '-'", e->key);
        return;
    }
    const uint8_t *target = own ? read_target(r, e, own) : NULL;
    if (!target)
        return;
    add_rule(r, e->key, target, e->key, entry_place(e));
    add_rule(r, own, target, e->key, entry_place(e));
    if (e->value->kind == VALUE_NULL)
        return;
    if (e->value->kind != VALUE_MAP) {
        WRONG(r, e->value, "a map is wanted here (additionalDnsRecords), not a %s",
              value_kind_name(e->value));
        return;
    }
    for (size_t i = 0; i < e->value->map.count; i++) {
        const struct entry *key = &e->value->map.entries[i];
        if (strcmp(key->key, "additionalDnsRecords") == 0) {
            read_records(r, key->value, target, e->key);
            continue;
        }
        r->failed = true;
        (void)diag_at(r->err, entry_place(key), "unknown key \"%s\"; known here: additionalDnsRecords",
                      key->key);
    }
}

static size_t count_rules(const struct value *services)
{
    size_t count = 0;
    for (size_t i = 0; i < services->map.count; i++) {
        const struct value *service = services->map.entries[i].value;
        const struct value *records =
            service->kind == VALUE_MAP ? value_gets(service, "additionalDnsRecords") : NULL;
        count += 2 + (records && records->kind == VALUE_LIST ? records->list.count : 0);
    }
    return count;
}

static void read_services(struct reader *r, const struct value *v)
{
    if (v->kind != VALUE_MAP) {
        WRONG(r, v, "a map of services is wanted here, not a %s", value_kind_name(v));
        return;
    }
    if (v->map.count == 0)
        return;
    if (!r->has_fullname || !r->has_namespace)
        WRONG(r, v, "services need %s, to know what they are called in the cluster",
              r->has_fullname ? "namespace" : "fullname");
    size_t count = count_rules(v);
    if (count > CONFIG_RULES_MAX) {
        WRONG(r, v, "more than %d names", CONFIG_RULES_MAX);
        return;
    }
    size_t room = 8;
    while (room < 2 * count)
        room *= 2;
    r->c->rules = arena_alloc_many(&r->c->arena, count, sizeof *r->c->rules);
    r->seen = arena_alloc_many(&r->c->arena, room, sizeof *r->seen);
    r->seen_mask = (uint32_t)room - 1;
    const struct entry *services = in_order(r, v);
    if (!r->c->rules || !r->seen) {
        WRONG(r, v, "no memory for so many");
        return;
    }
    for (size_t i = 0; services && i < v->map.count; i++)
        read_service(r, &services[i]);
}

static void skip(struct reader *r, const struct value *v)
{
    (void)r;
    (void)v;
}

static void read_all(struct reader *r, const struct value *root)
{
    static const struct key keys[] = {{"fullname", read_fullname},
                                      {"namespace", read_namespace},
                                      {"clusterDomain", read_cluster_domain},
                                      {"services", skip},
                                      {"listen", read_listen},
                                      {"allowNonLoopback", read_allow_non_loopback},
                                      {"upstream", read_upstream},
                                      {"policy", read_policy},
                                      {"reverse", read_reverse},
                                      {"log", read_log},
                                      {"metrics", read_metrics},
                                      {0}};
    read_map(r, root, keys);
    const struct value *services = root->kind == VALUE_MAP ? value_gets(root, "services") : NULL;
    r->key = "services";
    if (services)
        read_services(r, services);
    if (r->has_namespace)
        r->c->policy.own_zone = arena_printf(&r->c->arena, "%s.svc.%s", r->namespace, r->cluster_domain);
}

/* NULL, and a complaint: there is none, or a second one, of which nothing would be heard. */
static const struct value *only_document(const char *file, const struct value *documents, struct diag *err)
{
    size_t count = documents->list.count;
    if (count > 1)
        (void)diag_at(err, value_place(documents->list.items[1]),
                      "one document is wanted, and it ended above");
    else if (count == 0 || documents->list.items[0]->kind == VALUE_NULL)
        (void)diag_at(err, (struct place){.file = file},
                      "is empty; fullname, namespace and services are wanted in it");
    else
        return documents->list.items[0];
    return NULL;
}

int config_read_yaml(const char *file, struct config *out, struct diag *err)
{
    struct reader r = {.key = file,
                       .c = out,
                       .err = err,
                       .fullname = "fullname",
                       .namespace = "namespace",
                       .cluster_domain = "cluster.local"};
    struct yaml_options options = {.refuse_duplicates = true, .keys_as_written = true, .all_documents = true};
    struct bytes text;
    struct value *root;
    const char *wrong = NULL;
    config_defaults(out);
    out->file = options.file = arena_copy(&out->arena, file, strlen(file));
    wrong = address_from_text("127.0.0.1:53", 12, 53, &out->listen[0].address);
    out->listen[0].where = (struct place){.file = out->file};
    out->listen_count = 1;
    if (!out->file)
        (void)diag_say(err, "no memory");
    bool good = !wrong && out->file && file_read(file, CONFIG_FILE_MAX, &out->arena, &text, err) == 0 &&
                yaml_read(text.at, text.len, &options, &out->arena, &root, err) == 0;
    const struct value *only = good ? only_document(file, root, err) : NULL;
    if (only)
        read_all(&r, only);
    if (only && !r.failed)
        return 0;
    if (only && out->listen_count)
        r.failed |= config_settle(out, err) != 0; /* so that its complaints are not kept for the next time */
    config_free(out);
    *out = (struct config){0};
    return -1;
}
