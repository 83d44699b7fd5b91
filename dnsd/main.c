/* dnsd: the DNS sidecar. */
#include <ares.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/check.h"
#include "dnsd/config.h"
#include "dnsd/confine.h"
#include "dnsd/corefile.h"
#include "dnsd/explain.h"
#include "dnsd/give_back.h"
#include "dnsd/options.h"
#include "dnsd/probe.h"
#include "dnsd/resolv_conf.h"
#include "dnsd/server.h"

/* Kubernetes shows what stands here as the reason a container ended. */
static const char termination_log[] = "/dev/termination-log";

static void override(struct config *c, const struct options *o)
{
    if (o->listen_count) {
        memcpy(c->listen, o->listen, sizeof o->listen);
        c->listen_count = o->listen_count;
    }
    if (o->server_count) {
        memcpy(c->upstream.servers, o->servers, sizeof o->servers);
        c->upstream.server_count = o->server_count;
    }
}

static enum exit_code find_upstream(struct config *c, struct diag *err)
{
    const char *path = c->upstream.resolv_conf.text ? c->upstream.resolv_conf.text : "/etc/resolv.conf";
    if (c->upstream.server_count == 0 &&
        resolv_conf_read(path, c->upstream.servers, &c->upstream.server_count, &c->arena, err) != 0)
        return EXIT_NO_UPSTREAM;
    const struct placed_address *self = config_upstream_is_self(c);
    if (!self)
        return EXIT_OK;
    char text[ADDRESS_TEXT_MAX];
    address_to_text(text, &self->address);
    (void)diag_at(
        err, self->where,
        "the upstream %s is dnsd itself, so that questions would go round for ever; name the cluster's DNS "
        "with upstream.servers or --upstream",
        text);
    return EXIT_UPSTREAM_IS_SELF;
}

static enum exit_code load(const void *options, struct config *c, struct diag *err)
{
    const struct options *o = options;
    if ((o->corefile ? corefile_read : config_read_yaml)(o->file, c, err) != 0)
        return EXIT_CONFIG;
    override(c, o);
    if (config_settle(c, err) != 0)
        return EXIT_CONFIG;
    return find_upstream(c, err);
}

static enum exit_code serve(const struct options *o, struct diag *err)
{
    const struct config_source source = {.load = load, .arg = o};
    struct server *s = NULL;
    give_back_pools();
    enum exit_code code = server_open(&source, &s, err);
    if (code == EXIT_OK) {
        confine(err); /* behind the bind: it drops what port 53 needs */
        diag_print(err, stderr, "dnsd");
        *err = (struct diag){0};
        give_back_start();
        code = server_run(s, err);
    }
    server_close(s);
    return code;
}

static enum exit_code explain(const struct options *o, struct diag *err)
{
    struct config c = {0};
    enum exit_code code = load(o, &c, err);
    if (code == EXIT_OK && explain_print(&c, o->explain[0], o->explain[1], stdout, err) != 0)
        code = EXIT_USAGE;
    config_free(&c);
    return code;
}

static enum exit_code check(const struct options *o, struct diag *err)
{
    struct config c = {0};
    enum exit_code code = load(o, &c, err);
    if (code == EXIT_OK)
        check_print(&c, stdout);
    config_free(&c);
    return code;
}

/* reasons: the termination log, or -1. */
static int finish(int reasons, const struct diag *err, enum exit_code code)
{
    diag_print(err, stderr, "dnsd");
    if (reasons >= 0 && code != EXIT_OK && write(reasons, err->text, err->len) < 0)
        perror(termination_log);
    return (int)code;
}

int main(int argc, char **argv)
{
    (void)close_range(STDERR_FILENO + 1, ~0u, 0); /* what the starter left open is none of ours */
    static struct diag err;                       /* large, and of use until the last line */
    int reasons = open(termination_log, O_WRONLY | O_CLOEXEC); /* confined, nothing is opened to be written */
    struct options o;
    if (options_read(argc, argv, &o, &err) != 0)
        return finish(o.mode == MODE_SERVE ? reasons : -1, &err, EXIT_USAGE);
    if (o.mode == MODE_VERSION)
        return puts("dnsd " AGENT_ENV_VERSION) < 0;
    if (o.mode == MODE_HELP)
        return fputs(options_help, stdout) < 0;
    if (o.mode == MODE_PROBE)
        return probe_run(&o.probed.address, stdout);
    if (o.mode == MODE_EXPLAIN)
        return finish(-1, &err, explain(&o, &err));
    if (o.mode == MODE_CHECK)
        return finish(-1, &err, check(&o, &err));
    if (ares_library_init(ARES_LIB_INIT_ALL) != ARES_SUCCESS)
        return EXIT_FAULT;
    enum exit_code code = serve(&o, &err);
    ares_library_cleanup();
    return finish(reasons, &err, code);
}
