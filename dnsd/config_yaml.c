/* The YAML configuration -> struct config. Every fault is told with its place, then the whole file is
 * refused. */
#include <stdlib.h>
#include <string.h>

#include "common/file.h"
#include "common/pattern.h"
#include "common/yaml_read.h"
#include "dnsd/config_reader.h"
#include "dnsd/config_services.h"

static bool read_address(struct config_reader *r, const struct value *v, uint16_t port,
                         struct placed_address *out)
{
    const char *text = config_reader_text(r, v);
    const char *wrong = text ? address_from_text(text, strlen(text), port, &out->address) : NULL;
    out->where = value_place(v);
    if (wrong)
        config_reader_wrong(r, v, "\"%s\" is no address: %s", text, wrong);
    return text && !wrong;
}

/* Top level */

/* A part of the names in the cluster: a label, or with may_have_dots several. *out stays when it is none. */
static void read_part(struct config_reader *r, const struct value *v, bool may_have_dots, const char **out)
{
    uint8_t name[DNAME_MAX];
    size_t len;
    const char *text = config_reader_text(r, v);
    const char *wrong = text ? config_reader_name(text, name, &len) : NULL;
    if (text && !wrong && !may_have_dots && strchr(text, '.'))
        wrong = "it is one part, without dots";
    if (wrong)
        config_reader_wrong(r, v, "\"%s\" cannot be part of a domain name: %s", text, wrong);
    else if (text)
        *out = text;
}

static void read_fullname(struct config_reader *r, const struct value *v)
{
    r->has_fullname = true;
    read_part(r, v, false, &r->fullname);
}

static void read_namespace(struct config_reader *r, const struct value *v)
{
    r->has_namespace = true;
    r->c->policy.own_zone_where = value_place(v);
    read_part(r, v, false, &r->namespace);
}

static void read_cluster_domain(struct config_reader *r, const struct value *v)
{
    read_part(r, v, true, &r->cluster_domain);
}

static void read_listen_item(struct config_reader *r, const struct value *v)
{
    if (read_address(r, v, 53, &r->c->listen[r->c->listen_count]))
        r->c->listen_count++;
}

static void read_listen(struct config_reader *r, const struct value *v)
{
    r->c->listen_count = 0;
    config_reader_each(r, v, CONFIG_LISTEN_MAX, read_listen_item);
}

static void read_allow_non_loopback(struct config_reader *r, const struct value *v)
{
    config_reader_bool(r, v, &r->c->allow_non_loopback);
}

static void read_reverse(struct config_reader *r, const struct value *v)
{
    config_reader_bool(r, v, &r->c->reverse);
    r->c->reverse_where = value_place(v);
}

static void read_metrics(struct config_reader *r, const struct value *v)
{
    if (!value_is(v, ""))
        (void)read_address(r, v, 9153, &r->c->metrics);
}

/* upstream */

static void read_resolv_conf(struct config_reader *r, const struct value *v)
{
    r->c->upstream.resolv_conf =
        (struct placed_text){.text = config_reader_text(r, v), .where = value_place(v)};
}

static void read_server(struct config_reader *r, const struct value *v)
{
    if (read_address(r, v, 53, &r->c->upstream.servers[r->c->upstream.server_count]))
        r->c->upstream.server_count++;
}

static void read_servers(struct config_reader *r, const struct value *v)
{
    config_reader_each(r, v, CONFIG_SERVERS_MAX, read_server);
}

/* FIRST-LAST */
static void read_source_ports(struct config_reader *r, const struct value *v)
{
    const char *text = config_reader_text(r, v);
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
        config_reader_wrong(r, v,
                            "\"%s\" is no range of ports such as 16000-29999, from 1024 on, of %d at least",
                            text, CONFIG_PORTS_MIN);
        return;
    }
    r->c->upstream.port_first = (uint16_t)first;
    r->c->upstream.port_last = (uint16_t)last;
}

static void read_max_concurrent(struct config_reader *r, const struct value *v)
{
    config_reader_number(r, v, CONFIG_CONCURRENT_MIN, CONFIG_CONCURRENT_MAX, &r->c->upstream.max_concurrent);
    r->c->upstream.max_concurrent_where = value_place(v);
}

static void read_upstream(struct config_reader *r, const struct value *v)
{
    static const struct config_key keys[] = {{"resolvConf", read_resolv_conf},
                                             {"servers", read_servers},
                                             {"sourcePorts", read_source_ports},
                                             {"maxConcurrent", read_max_concurrent},
                                             {0}};
    config_reader_map(r, v, keys);
}

/* policy */

static void read_mode(struct config_reader *r, const struct value *v)
{
    static const char *const words[] = {"off", "log", "enforce", NULL};
    unsigned word = r->c->policy.mode;
    if (v->kind == VALUE_BOOL && !v->boolean)
        word = POLICY_OFF; /* a bare off is false in YAML 1.1 */
    else
        config_reader_word(r, v, words, &word);
    r->c->policy.mode = (enum policy_mode)word;
}

static void read_deny(struct config_reader *r, const struct value *v)
{
    static const char *const words[] = {"nxdomain", "refused", NULL};
    unsigned word = r->c->policy.deny;
    config_reader_word(r, v, words, &word);
    r->c->policy.deny = (enum policy_deny)word;
}

static void read_allow_item(struct config_reader *r, const struct value *v)
{
    struct pattern pattern;
    const char *text = config_reader_text(r, v);
    const char *wrong = text ? pattern_read(text, strlen(text), &pattern) : NULL;
    if (wrong)
        config_reader_wrong(r, v, "\"%s\" is no pattern for names: %s", text, wrong);
    else if (text)
        r->c->policy.allow[r->c->policy.allow_count++] =
            (struct placed_text){.text = text, .where = value_place(v)};
}

static void read_allow(struct config_reader *r, const struct value *v)
{
    size_t count = v->kind == VALUE_LIST ? v->list.count : 0;
    r->c->policy.allow = arena_alloc_many(&r->c->arena, count, sizeof *r->c->policy.allow);
    r->c->policy.allow_count = 0;
    if (r->c->policy.allow)
        config_reader_each(r, v, CONFIG_ALLOW_MAX, read_allow_item);
}

static void read_reason(struct config_reader *r, const struct value *v)
{
    const char *text = config_reader_text(r, v);
    if (text && strlen(text) > CONFIG_REASON_MAX)
        config_reader_wrong(r, v, "longer than %d octets", CONFIG_REASON_MAX);
    else if (text)
        config_set_reason(r->c, text);
}

static void read_policy(struct config_reader *r, const struct value *v)
{
    static const struct config_key keys[] = {
        {"mode", read_mode}, {"deny", read_deny}, {"allow", read_allow}, {"reason", read_reason}, {0}};
    r->c->policy.mode = POLICY_ENFORCE;
    r->c->policy.where = value_place(v);
    config_reader_map(r, v, keys);
}

/* log */

static void read_queries(struct config_reader *r, const struct value *v)
{
    config_reader_bool(r, v, &r->c->log.queries);
}

static void read_format(struct config_reader *r, const struct value *v)
{
    static const char *const words[] = {"coredns", "json", NULL};
    unsigned word = r->c->log.format;
    config_reader_word(r, v, words, &word);
    r->c->log.format = (enum log_format)word;
}

static void read_log(struct config_reader *r, const struct value *v)
{
    static const struct config_key keys[] = {{"queries", read_queries}, {"format", read_format}, {0}};
    config_reader_map(r, v, keys);
}

/* Read by read_all. */
static void skip(struct config_reader *r, const struct value *v)
{
    (void)r;
    (void)v;
}

static void read_all(struct config_reader *r, const struct value *root)
{
    static const struct config_key keys[] = {{"fullname", read_fullname},
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
    config_reader_map(r, root, keys);
    /* last: their targets are made of the other keys */
    const struct value *services = root->kind == VALUE_MAP ? value_gets(root, "services") : NULL;
    r->key = "services";
    if (services)
        config_services_read(r, services);
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
    struct config_reader r = {.key = file,
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
