/* render: helm template in C. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "render/cli.h"
#include "render/compose.h"
#include "render/docs.h"
#include "render/explain.h"
#include "render/graph.h"
#include "render/helm.h"
#include "render/lint.h"
#include "render/yaml_write.h"

/* What reading may take, and what all may once the templates run: 1000 services need 130 MB. */
enum { READ_MAX = 64 * 1024 * 1024, RENDER_MAX = 256 * 1024 * 1024 };

/* Nothing was printed yet, and nothing needs to be put in order. */
static void out_of_memory(void *arg)
{
    const struct arena *a = arg;
    dprintf(STDERR_FILENO, "Error: %s would need more than %zu MB\n",
            a->limit_len == READ_MAX ? "reading the chart and its values" : "rendering", a->limit_len >> 20);
    _exit(1);
}

static int complain(const struct fault *f)
{
    fprintf(stderr, "Error: %s\n", f->helm ? f->helm : "unknown");
    if (f->while_rendering)
        fputs("\nUse --debug flag to render out invalid YAML\n", stderr);
    if (f->more.len)
        fwrite(f->more.at, 1, f->more.len, stderr);
    return 1;
}

/* All or nothing. */
static int print(const struct text *t)
{
    size_t done = 0;
    while (done < t->len) {
        ssize_t wrote = write(STDOUT_FILENO, t->at + done, t->len - done);
        if (wrote < 0) {
            perror("render: standard output");
            return 1;
        }
        done += (size_t)wrote;
    }
    return 0;
}

static int run(const struct cli *cli, struct arena *a)
{
    struct helm h;
    struct text out;
    text_init(&out, a);
    text_add(&out, "", 0);
    helm_init(&h, cli, a);
    int status = helm_prepare(&h);
    if (status == 0 && cli->command == CLI_VALUES) {
        status = yaml_write(h.values, YAML_TO, &out);
        if (status != 0)
            fault_set(&h.fault,
                      "the values hold what YAML cannot say as Helm writes it: a DEL, or a key beyond "
                      "1024 characters");
        text_addc(&out, '\n');
    } else if (status == 0) {
        a->limit_len = RENDER_MAX;
        status = helm_render(&h, &out);
    }
    fwrite(h.warnings.at, 1, h.warnings.len, stderr);
    return status == 0 ? print(&out) : complain(&h.fault);
}

static int run_docs(const struct cli *cli, struct arena *a)
{
    struct helm h;
    struct text out;
    text_init(&out, a);
    text_adds(&out, "");
    helm_init(&h, cli, a);
    return docs_write(&h, &out) == 0 ? print(&out) : complain(&h.fault);
}

/* Findings go to standard output, what they come to behind them. */
static int run_lint(const struct cli *cli, struct arena *a)
{
    struct text out, summary;
    text_init(&out, a);
    text_adds(&out, "");
    text_init(&summary, a);
    a->limit_len = RENDER_MAX;
    int code = lint_run(cli, a, &out, &summary);
    code = print(&out) | code;
    fwrite(summary.at, 1, summary.len, stderr);
    return code;
}

/* What a tool says of the values once they are merged and found good. */
static int run_tool(const struct cli *cli, struct arena *a)
{
    struct helm h;
    struct text out;
    text_init(&out, a);
    text_adds(&out, "");
    helm_init(&h, cli, a);
    int status = helm_prepare(&h);
    if (status == 0)
        status = cli->command == CLI_GRAPH ? graph_write(&h, cli->format, &out)
                                           : explain_write(&h, cli->rest[0], &out);
    fwrite(h.warnings.at, 1, h.warnings.len, stderr);
    return status == 0 ? print(&out) : complain(&h.fault);
}

static int write_values(const struct value *values, struct text *out, struct fault *f)
{
    if (yaml_write(values, YAML_PRETTY, out) != 0)
        return fault_set(f, "the values hold what YAML cannot say: a DEL, or a key beyond 1024 characters");
    text_addc(out, '\n');
    return 0;
}

/* What comes out is what the chart takes: it is rendered in either case, and printed in one. */
static int run_compose(struct cli *cli, struct arena *a)
{
    struct helm h;
    struct value *values, *merged = NULL;
    struct text out, manifests;
    text_init(&out, a);
    text_adds(&out, "");
    text_init(&manifests, a);
    text_adds(&manifests, "");
    helm_init(&h, cli, a);
    int status = compose_read(cli->rest[0], a, &values, &h.warnings, &h.fault);
    if (status == 0) {
        cli->values.base = values;
        status = values_read(&cli->values, a, &merged, &h.fault);
    }
    if (status == 0)
        status = write_values(merged, &out, &h.fault);
    if (status == 0) {
        cli->values = (struct values_options){.base = merged, .helm4 = cli->helm4};
        if (!cli->to_manifests)
            cli->print.output_dir = NULL;
        status = helm_prepare(&h);
    }
    if (status == 0) {
        a->limit_len = RENDER_MAX;
        status = helm_render(&h, &manifests);
    }
    fwrite(h.warnings.at, 1, h.warnings.len, stderr);
    return status == 0 ? print(cli->to_manifests ? &manifests : &out) : complain(&h.fault);
}

static int start(int argc, char **argv, struct arena *a)
{
    struct cli cli;
    struct fault f;
    fault_init(&f, a);
    if (cli_read(argc, argv, a, &cli, &f) != 0 || helm_name(&cli, a, &f) != 0)
        return complain(&f);
    fputs(cli.note ? cli.note : "", stderr);
    switch (cli.command) {
    case CLI_RENDER:
    case CLI_VALUES: return run(&cli, a);
    case CLI_LINT: return run_lint(&cli, a);
    case CLI_EXPLAIN:
    case CLI_GRAPH: return run_tool(&cli, a);
    case CLI_DOCS: return run_docs(&cli, a);
    case CLI_HELP: return fputs(cli_help, stdout) < 0;
    case CLI_VERSION: return puts("render " AGENT_ENV_VERSION) < 0;
    case CLI_COMPOSE: return run_compose(&cli, a);
    }
    return 1;
}

int main(int argc, char **argv)
{
    struct arena arena;
    arena_init_bulk(&arena, READ_MAX);
    arena.on_full = out_of_memory;
    arena.on_full_arg = &arena;
    int code = start(argc, argv, &arena);
    arena_clear(&arena);
    return code;
}
