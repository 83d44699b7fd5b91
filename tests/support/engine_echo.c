/* engine_echo: render's own answers to the records that tests/oracles/engine3 answers with Helm's engine. */
#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "render/helm_yaml.h"
#include "render/objects.h"
#include "render/template/template.h"

enum { ARENA_MAX = 256 * 1024 * 1024 };

static const char chart_yaml[] = "name: c\nversion: 1.2.3\napiVersion: v2\n";

static void out_of_memory(void *arg)
{
    (void)arg;
    fputs("engine_echo: arena full\n", stderr);
    exit(1);
}

static struct bytes part(struct bytes *left)
{
    const char *nul = left->len ? memchr(left->at, '\0', left->len) : NULL;
    size_t len = nul ? (size_t)(nul - left->at) : left->len;
    struct bytes out = {.at = left->at, .len = len};
    left->at += nul ? len + 1 : len;
    left->len -= nul ? len + 1 : len;
    return out;
}

static int render(struct bytes record, bool helm4, struct arena *a, struct text *to, struct fault *f)
{
    struct value *values, *root;
    struct chart *chart;
    const struct bytes values_text = part(&record), main_text = part(&record), helpers = part(&record);
    struct chart_file items[] = {{"Chart.yaml", "Chart.yaml", {chart_yaml, sizeof chart_yaml - 1}},
                                 {"templates/_h.tpl", "templates/_h.tpl", helpers},
                                 {"templates/a.yaml", "templates/a.yaml", main_text}};
    const struct chart_files files = {.items = items, .count = sizeof items / sizeof *items};
    const struct chart_options options = {.helm4 = helm4};
    const struct cli cli = {.release = "r", .namespace = "default", .helm4 = helm4};
    if (helm_yaml_values(values_text, NULL, helm4, "", a, &values, f) != 0 ||
        chart_load(&files, &options, a, &chart, f) != 0 ||
        objects_make(chart, &cli, values, a, &root, f) != 0)
        return -1;
    struct value *template = value_map(a);
    (void)value_sets(a, template, "Name", value_borrow(a, "c/templates/a.yaml", 18));
    (void)value_sets(a, template, "BasePath", value_borrow(a, "c/templates", 11));
    (void)value_sets(a, root, "Template", template);
    struct template_set *set = template_new(a);
    if (template_parse(set, "c/templates/a.yaml", main_text.at, main_text.len, f) != 0 ||
        template_parse(set, "c/templates/_h.tpl", helpers.at, helpers.len, f) != 0)
        return -1;
    return template_execute(set, "c/templates/a.yaml", root, to, f);
}

/* One record answered. False: the input is at its end. */
static bool serve(struct arena *a)
{
    uint32_t len;
    int what = getchar();
    if (what == EOF || fread(&len, sizeof len, 1, stdin) != 1)
        return false;
    len = ntohl(len);
    char *at = arena_alloc(a, (size_t)len + 1);
    if (fread(at, 1, len, stdin) != len)
        return false;
    struct text reply;
    struct fault f;
    fault_init(&f, a);
    text_init(&reply, a);
    text_add(&reply, "", 0);
    if (render((struct bytes){.at = at, .len = len}, what == 'u', a, &reply, &f) != 0) {
        reply.len = 0;
        text_printf(&reply, "error: %s", f.helm);
    }
    uint32_t reply_len = htonl((uint32_t)reply.len);
    fwrite(&reply_len, sizeof reply_len, 1, stdout);
    fwrite(reply.at, 1, reply.len, stdout);
    fflush(stdout);
    return true;
}

int main(void)
{
    bool more = true;
    while (more) {
        struct arena arena;
        arena_init(&arena, ARENA_MAX);
        arena.on_full = out_of_memory;
        more = serve(&arena);
        arena_clear(&arena);
    }
    return 0;
}
