#include "tests/unit/render/chart_dir.h"

static const char chart[] = "== Chart.yaml\n"
                            "apiVersion: v2\n"
                            "name: c\n"
                            "version: 1.0.0\n"
                            "== crds/x.yaml\n"
                            "kind: CRD\n"
                            "== crds/x.txt\n"
                            "no\n"
                            "== other/y.yaml\n"
                            "kind: Other\n"
                            "== templates/a.yaml\n"
                            "a: 1\n"
                            "---\n"
                            "a: 2\n"
                            "== templates/b.yaml\n"
                            "b: 1\n"
                            "== templates/h.yaml\n"
                            "kind: Job\n"
                            "metadata:\n"
                            "  name: h\n"
                            "  annotations:\n"
                            "    helm.sh/hook: pre-install\n"
                            "== templates/t.yaml\n"
                            "kind: Pod\n"
                            "metadata:\n"
                            "  name: t\n"
                            "  annotations:\n"
                            "    helm.sh/hook: test\n";

static const char *const only_b[] = {"templates/b.yaml"},
                         *const only_b_a[] = {"templates/b.yaml", "templates/a.yaml"},
                         *const only_any[] = {"templates/[ab].yaml"},
                         *const only_hook[] = {"templates/h.yaml"}, *const only_none[] = {"templates/z.yaml"};

/* What Helm 3 prints of the chart with these options. */
static const struct {
    struct manifest_options options;
    const char *output;
} cases[] = {
    {{0},
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"
     "---\n"
     "# Source: c/templates/t.yaml\n"
     "kind: Pod\n"
     "metadata:\n"
     "  name: t\n"
     "  annotations:\n"
     "    helm.sh/hook: test\n"
     "---\n"
     "# Source: c/templates/h.yaml\n"
     "kind: Job\n"
     "metadata:\n"
     "  name: h\n"
     "  annotations:\n"
     "    helm.sh/hook: pre-install\n"},
    {{.include_crds = true},
     "---\n"
     "# Source: c/crds/x.yaml\n"
     "kind: CRD\n"
     "\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"
     "---\n"
     "# Source: c/templates/t.yaml\n"
     "kind: Pod\n"
     "metadata:\n"
     "  name: t\n"
     "  annotations:\n"
     "    helm.sh/hook: test\n"
     "---\n"
     "# Source: c/templates/h.yaml\n"
     "kind: Job\n"
     "metadata:\n"
     "  name: h\n"
     "  annotations:\n"
     "    helm.sh/hook: pre-install\n"},
    {{.no_hooks = true},
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"},
    {{.skip_tests = true},
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"
     "---\n"
     "# Source: c/templates/h.yaml\n"
     "kind: Job\n"
     "metadata:\n"
     "  name: h\n"
     "  annotations:\n"
     "    helm.sh/hook: pre-install\n"},
    {{.show_only = only_b, .show_only_count = 1},
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"},
    {{.show_only = only_b_a, .show_only_count = 2},
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"},
    {{.show_only = only_any, .show_only_count = 1},
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 1\n"
     "---\n"
     "# Source: c/templates/a.yaml\n"
     "a: 2\n"
     "---\n"
     "# Source: c/templates/b.yaml\n"
     "b: 1\n"},
    {{.show_only = only_hook, .show_only_count = 1},
     "---\n"
     "# Source: c/templates/h.yaml\n"
     "kind: Job\n"
     "metadata:\n"
     "  name: h\n"
     "  annotations:\n"
     "    helm.sh/hook: pre-install\n"},
    {{.show_only = only_none, .show_only_count = 1},
     "Error: could not find template templates/z.yaml in chart"},
};

static const char *printed(const struct manifest_options *options)
{
    struct helm *h = helm_of(chart, "");
    struct manifests manifests;
    struct text to;
    text_init(&to, &arena);
    assert_int_equal(helm_prepare(h), 0);
    assert_int_equal(helm_manifests(h, &manifests), 0);
    return manifest_print(&manifests, h->chart, options, &to, &h->fault) == 0
               ? to.at
               : arena_printf(&arena, "Error: %s", h->fault.helm);
}

static void each_option_leaves_what_it_leaves_in_helm(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(printed(&cases[i].options), cases[i].output);
}

static const char *content(const char *path)
{
    static char octets[256];
    FILE *f = fopen(path, "r");
    if (!f)
        fail_msg("%s is not there", path);
    size_t len = f ? fread(octets, 1, sizeof octets - 1, f) : 0;
    octets[len] = '\0';
    if (f)
        assert_int_equal(fclose(f), 0);
    return octets;
}

static void files_are_written_anew_and_documents_of_one_stand_together(void **state)
{
    const char *folder = arena_printf(&arena, "%s/out/deep", chart_top);
    struct manifest_options options = {.output_dir = folder, .no_hooks = true};
    (void)state;
    for (int again = 0; again < 2; again++) {
        assert_string_equal(printed(&options), arena_printf(&arena,
                                                            "wrote %s/c/templates/a.yaml\n"
                                                            "wrote %s/c/templates/a.yaml\n"
                                                            "wrote %s/c/templates/b.yaml\n\n",
                                                            folder, folder, folder));
        assert_string_equal(content(arena_printf(&arena, "%s/c/templates/a.yaml", folder)),
                            "---\n# Source: c/templates/a.yaml\na: 1\n"
                            "---\n# Source: c/templates/a.yaml\na: 2\n");
    }
    options.release = "rel";
    options.include_crds = true;
    (void)printed(&options);
    assert_memory_equal(content(arena_printf(&arena, "%s/c/crds/x.yaml", folder)), "---\n# Source: c/crds/",
                        20);
    assert_string_equal(content(arena_printf(&arena, "%s/rel/c/templates/b.yaml", folder)),
                        "---\n# Source: c/templates/b.yaml\nb: 1\n");
}

static void what_is_no_yaml_is_shown_as_it_is(void **state)
{
    const struct rendered_file files[] = {{.path = "c/templates/NOTES.txt", .text = {"n", 1}},
                                          {.path = "c/templates/a.yaml", .text = {"a: b: c\n\n", 9}},
                                          {.path = "c/templates/b.yaml", .text = {" \n", 2}},
                                          {.path = "c/templates/c.yaml", .text = {"c: 1\n", 5}}};
    static const char *const patterns[] = {"templates/c.yaml", "templates/z.yaml"};
    struct manifest_options options = {.debug = true};
    struct text to;
    (void)state;
    text_init(&to, &arena);
    manifest_print_invalid(files, 4, &options, &to);
    assert_string_equal(to.at, "---\n# Source: c/templates/a.yaml\na: b: c\n\n\n"
                               "---\n# Source: c/templates/c.yaml\nc: 1\n");
    options.show_only = patterns;
    options.show_only_count = 1;
    text_cut(&to, 0);
    manifest_print_invalid(files, 4, &options, &to);
    assert_string_equal(to.at, "---\n# Source: c/templates/c.yaml\nc: 1\n");
    options.show_only_count = 2;
    text_cut(&to, 0);
    manifest_print_invalid(files, 4, &options, &to);
    assert_string_equal(to.at, "");
    manifest_print_invalid(NULL, 0, &(struct manifest_options){.debug = true}, &to);
    assert_string_equal(to.at, "\n");
}

static void a_folder_that_cannot_be_made_is_told(void **state)
{
    const struct manifest_options options = {.output_dir = "/dev/null/x"};
    (void)state;
    assert_memory_equal(printed(&options), "Error: ", 7);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(each_option_leaves_what_it_leaves_in_helm, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(files_are_written_anew_and_documents_of_one_stand_together,
                                        make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(what_is_no_yaml_is_shown_as_it_is, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be_made_is_told, make_charts, remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
