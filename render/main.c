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
#include "render/template/template.h"
#include "render/yaml_write.h"

/* All of a run stays within 64 MB, the program itself included: this is for what is read and worked with, and
 * for what templates print. */
enum { TOTAL_MB = 64, MEMORY_MAX = 54 * 1024 * 1024 };

/* The memory of a run. */
struct memory {
    struct arena work, output;
    struct helm helm; /* what is under way; zeroed: nothing yet */
};

/* Nothing was printed yet, and nothing needs to be put in order. */
static void out_of_memory(void *arg)
{
    const struct memory *m = arg;
    struct arena last;
    arena_init(&last, MEMORY_MAX);
    const struct template_set *set = m->helm.templates;
    const char *place = set ? template_place(set, &last) : NULL;
    if (place)
        dprintf(STDERR_FILENO,
                "Error: template: %s: rendering would need more than %d MB; make what stands there smaller, "
                "or render the services in several releases\n",
                place, TOTAL_MB);
    else
        dprintf(
            STDERR_FILENO,
            "Error: what the chart and its values ask for would need more than %d MB; make them smaller\n",
            TOTAL_MB);
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

static int run(const struct cli *cli, struct memory *m)
{
    struct text out;
    text_init(&out, &m->output);
    text_add(&out, "", 0);
    helm_init(&m->helm, cli, &m->work);
    int status = helm_prepare(&m->helm);
    if (status == 0 && cli->command == CLI_VALUES) {
        status = yaml_write(m->helm.values, YAML_TO, &out);
        if (status != 0)
            fault_set(&m->helm.fault,
                      "the values hold what YAML cannot say as Helm writes it: a DEL, or a key beyond "
                      "1024 characters");
        text_addc(&out, '\n');
    } else if (status == 0) {
        status = helm_render(&m->helm, &out);
    }
    fwrite(m->helm.warnings.at, 1, m->helm.warnings.len, stderr);
    bool shown = status == 0 || (cli->command == CLI_RENDER && cli->print.debug);
    int code = shown ? print(&out) : 0;
    return status == 0 ? code : complain(&m->helm.fault);
}

static int run_docs(const struct cli *cli, struct memory *m)
{
    struct text out;
    text_init(&out, &m->output);
    text_adds(&out, "");
    helm_init(&m->helm, cli, &m->work);
    return docs_write(&m->helm, &out) == 0 ? print(&out) : complain(&m->helm.fault);
}

/* Findings go to standard output, what they come to behind them. */
static int run_lint(const struct cli *cli, struct memory *m)
{
    struct text out, summary;
    text_init(&out, &m->output);
    text_adds(&out, "");
    text_init(&summary, &m->work);
    int code = lint_run(cli, &m->work, &out, &summary);
    code = print(&out) | code;
    fwrite(summary.at, 1, summary.len, stderr);
    return code;
}

/* What a tool says of the values once they are merged and found good. */
static int run_tool(const struct cli *cli, struct memory *m)
{
    struct text out;
    text_init(&out, &m->output);
    text_adds(&out, "");
    helm_init(&m->helm, cli, &m->work);
    int status = helm_prepare(&m->helm);
    if (status == 0)
        status = cli->command == CLI_GRAPH ? graph_write(&m->helm, cli->format, &out)
                                           : explain_write(&m->helm, cli->rest[0], &out);
    fwrite(m->helm.warnings.at, 1, m->helm.warnings.len, stderr);
    return status == 0 ? print(&out) : complain(&m->helm.fault);
}

static int write_values(const struct value *values, struct text *out, struct fault *f)
{
    if (yaml_write(values, YAML_PRETTY, out) != 0)
        return fault_set(f, "the values hold what YAML cannot say: a DEL, or a key beyond 1024 characters");
    text_addc(out, '\n');
    return 0;
}

/* What comes out is what the chart takes: it is rendered in either case, and printed in one. */
static int run_compose(struct cli *cli, struct memory *m)
{
    struct value *values, *merged = NULL;
    struct text out, manifests;
    text_init(&out, &m->output);
    text_adds(&out, "");
    text_init(&manifests, &m->output);
    text_adds(&manifests, "");
    helm_init(&m->helm, cli, &m->work);
    int status = compose_read(cli->rest[0], &m->work, &values, &m->helm.warnings, &m->helm.fault);
    if (status == 0) {
        cli->values.base = values;
        status = values_read(&cli->values, &m->work, &merged, &m->helm.fault);
    }
    if (status == 0)
        status = write_values(merged, &out, &m->helm.fault);
    if (status == 0) {
        cli->values = (struct values_options){.base = merged, .helm4 = cli->helm4};
        if (!cli->to_manifests)
            cli->print.output_dir = NULL;
        status = helm_prepare(&m->helm);
    }
    if (status == 0) {
        status = helm_render(&m->helm, &manifests);
    }
    fwrite(m->helm.warnings.at, 1, m->helm.warnings.len, stderr);
    return status == 0 ? print(cli->to_manifests ? &manifests : &out) : complain(&m->helm.fault);
}

static int start(int argc, char **argv, struct memory *m)
{
    struct cli cli;
    struct fault f;
    fault_init(&f, &m->work);
    if (cli_read(argc, argv, &m->work, &cli, &f) != 0 || helm_name(&cli, &m->work, &f) != 0)
        return complain(&f);
    fputs(cli.note ? cli.note : "", stderr);
    switch (cli.command) {
    case CLI_RENDER:
    case CLI_VALUES: return run(&cli, m);
    case CLI_LINT: return run_lint(&cli, m);
    case CLI_EXPLAIN:
    case CLI_GRAPH: return run_tool(&cli, m);
    case CLI_DOCS: return run_docs(&cli, m);
    case CLI_HELP: return fputs(cli_help, stdout) < 0;
    case CLI_VERSION: return puts("render " AGENT_ENV_VERSION) < 0;
    case CLI_COMPOSE: return run_compose(&cli, m);
    }
    return 1;
}

static void init(struct arena *a, const struct arena *partner, struct memory *m)
{
    arena_init_bulk(a, MEMORY_MAX);
    a->partner = partner;
    a->on_full = out_of_memory;
    a->on_full_arg = m;
}

int main(int argc, char **argv)
{
    struct memory m = {0};
    init(&m.work, &m.output, &m);
    init(&m.output, &m.work, &m);
    int code = start(argc, argv, &m);
    arena_clear(&m.work);
    arena_clear(&m.output);
    return code;
}
