/* chart_dir.h: chart folders that a test writes, one for each case, and what render makes of them. */
#pragma once

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "render/helm.h"
#include "tests/unit/fresh_arena.h"

static char chart_top[] = "/tmp/agent-env-chart-XXXXXX";
static unsigned chart_count;

static inline int make_charts(void **state)
{
    memcpy(chart_top + sizeof chart_top - 7, "XXXXXX", 6);
    chart_count = 0;
    return setup(state) == 0 && mkdtemp(chart_top) ? 0 : -1;
}

static inline int remove_chart_file(const char *path, const struct stat *st, int flag, struct FTW *walk)
{
    (void)st;
    (void)flag;
    (void)walk;
    return remove(path);
}

static inline int remove_charts(void **state)
{
    (void)nftw(chart_top, remove_chart_file, 20, FTW_DEPTH | FTW_PHYS);
    return teardown(state);
}

static inline void write_chart_file(const char *folder, const char *name, const char *text, size_t len)
{
    char *path = arena_printf(&arena, "%s/%s", folder, name);
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = '\0';
        (void)mkdir(path, 0755);
        *slash = '/';
    }
    FILE *f = fopen(path, "w");
    assert_non_null(f);
    assert_int_equal(fwrite(text, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

/* Writes a new folder; "== NAME" begins each file. */
static inline const char *chart_folder(const char *files)
{
    const char *folder = arena_printf(&arena, "%s/%u", chart_top, chart_count++);
    for (const char *at = files; at && *at;) {
        assert_memory_equal(at, "== ", 3);
        const char *text = strchr(at, '\n') + 1, *next = strstr(text, "== ");
        write_chart_file(folder, arena_copy(&arena, at + 3, (size_t)(text - at) - 4), text,
                         next ? (size_t)(next - text) : strlen(text));
        at = next;
    }
    return folder;
}

/* Ready to be prepared: release r in the namespace default; the values have the file "v.yaml". */
static inline struct helm *helm_of(const char *files, const char *values)
{
    static const char *const names[] = {"v.yaml"};
    struct helm *h = arena_alloc(&arena, sizeof *h);
    struct bytes *texts = arena_alloc(&arena, sizeof *texts);
    struct cli *cli = arena_alloc(&arena, sizeof *cli);
    *texts = (struct bytes){values, strlen(values)};
    *cli = (struct cli){.release = "r",
                        .namespace = "default",
                        .chart = chart_folder(files),
                        .api_versions = value_list(&arena),
                        .values = {.files = names, .texts = texts, .file_count = 1}};
    helm_init(h, cli, &arena);
    return h;
}

struct chart_case {
    const char *situation, *files, *values;
    const char *output; /* of Helm 3's `helm template r CHART -f v.yaml`, less its hint at --debug */
};

static inline void chart_cases_hold(const struct chart_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct helm *h = helm_of(cases[i].files, cases[i].values);
        struct text to;
        text_init(&to, &arena);
        text_adds(&to, "");
        const char *output = helm_prepare(h) == 0 && helm_render(h, &to) == 0
                                 ? to.at
                                 : arena_printf(&arena, "Error: %s", h->fault.helm);
        size_t len = strlen(output);
        while (strncmp(output, "Error: ", 7) == 0 && len && output[len - 1] == '\n')
            len--;
        if (strlen(cases[i].output) != len || memcmp(output, cases[i].output, len) != 0)
            fail_msg("%s:\n%s\nnot\n%s", cases[i].situation, output, cases[i].output);
    }
}
