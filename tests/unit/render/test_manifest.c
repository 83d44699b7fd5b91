#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/manifest.h"
#include "render/split.h"
#include "tests/unit/fresh_arena.h"

static const char *pieces(const char *text, bool helm4)
{
    struct splitter s;
    struct bytes piece;
    struct text out;
    text_init(&out, &arena);
    text_add(&out, "", 0);
    split_start(&s, (struct bytes){.at = text, .len = strlen(text)}, helm4);
    while (split_next(&s, &piece))
        text_printf(&out, "<%.*s>", (int)piece.len, piece.at);
    return out.at;
}

static void helm_3_trims_every_document(void **state)
{
    (void)state;
    assert_string_equal(pieces("---\na: 1\n---\nb: 2\n\n\n---\nc: 3\n", false), "<a: 1><b: 2><c: 3>");
    assert_string_equal(pieces("---\n---\n\n---\na: 1\n---\n---\n", false), "<---><a: 1><--->");
    assert_string_equal(pieces("a: 1\n--- # c\nb: 2\n---d: 4\n", false), "<a: 1><# c\nb: 2><d: 4>");
    assert_string_equal(pieces("a: |\n  x\n  ---\n  y\n", false), "<a: |\n  x\n  ---\n  y>");
    assert_string_equal(pieces(" \n\t\n", false), "");
}

static void helm_4_keeps_what_stands_behind_a_document(void **state)
{
    (void)state;
    assert_string_equal(pieces("---\na: 1\n---\nb: 2\n\n\n---\nc: 3\n", true),
                        "<a: 1\n><b: 2\n\n\n><c: 3\n>");
    assert_string_equal(pieces("---\n---\n\n---\na: 1\n---\n---\n", true), "<a: 1\n>");
}

static const char *printed(const struct rendered_file *files, size_t count,
                           const struct manifest_options *options)
{
    struct manifests manifests;
    struct chart chart = {0};
    struct text out, warnings;
    struct fault f;
    fault_init(&f, &arena);
    text_init(&out, &arena);
    text_init(&warnings, &arena);
    if (manifest_sort(files, count, options->helm4, &arena, &manifests, &warnings, &f) != 0 ||
        manifest_print(&manifests, &chart, options, &out, &f) != 0)
        return f.helm;
    return out.at;
}

#define FILE_OF(path, text)                                                                                  \
    {                                                                                                        \
        (path), {(text), sizeof(text) - 1}, {NULL, 0}, NULL                                                  \
    }

static void documents_come_by_kind_then_in_order_and_hooks_last(void **state)
{
    (void)state;
    const struct rendered_file files[] = {
        FILE_OF("c/templates/_p.tpl", "x"),
        FILE_OF("c/templates/a.yaml", "kind: Zed\n---\nkind: Service\nmetadata: {name: one}\n"),
        FILE_OF("c/templates/b.yaml", "kind: Job\nmetadata:\n  annotations: {helm.sh/hook: test}\n"),
        FILE_OF("c/templates/c.yaml", "kind: Service\nmetadata: {name: two}\n---\nkind: Abc\n"),
        FILE_OF("c/templates/NOTES.txt", "notes")};
    struct manifest_options options = {0};
    assert_string_equal(
        printed(files, 5, &options),
        "---\n# Source: c/templates/a.yaml\nkind: Service\nmetadata: {name: one}\n"
        "---\n# Source: c/templates/c.yaml\nkind: Service\nmetadata: {name: two}\n"
        "---\n# Source: c/templates/c.yaml\nkind: Abc\n"
        "---\n# Source: c/templates/a.yaml\nkind: Zed\n"
        "---\n# Source: c/templates/b.yaml\nkind: Job\nmetadata:\n  annotations: {helm.sh/hook: test}\n");
    options.skip_tests = true;
    assert_null(strstr(printed(files, 5, &options), "Job"));
    const char *only[] = {"templates/c*"};
    options.show_only = only;
    options.show_only_count = 1;
    assert_string_equal(printed(files, 5, &options),
                        "---\n# Source: c/templates/c.yaml\nkind: Service\nmetadata: {name: two}\n"
                        "---\n# Source: c/templates/c.yaml\nkind: Abc\n");
    only[0] = "templates/nope.yaml";
    assert_string_equal(printed(files, 5, &options), "could not find template templates/nope.yaml in chart");
}

static void a_document_must_be_a_map(void **state)
{
    (void)state;
    const struct manifest_options options = {0};
    const struct rendered_file list[] = {FILE_OF("c/templates/a.yaml", "- a\n")};
    assert_string_equal(
        printed(list, 1, &options),
        "YAML parse error on c/templates/a.yaml: error unmarshaling JSON: while decoding JSON: json: "
        "cannot unmarshal array into Go value of type releaseutil.SimpleHead");
    const struct rendered_file broken[] = {FILE_OF("c/templates/a.yaml", "a: 1\n- b\n")};
    assert_string_equal(
        printed(broken, 1, &options),
        "YAML parse error on c/templates/a.yaml: error converting YAML to JSON: yaml: line 1: did not "
        "find expected key");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(helm_3_trims_every_document, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_4_keeps_what_stands_behind_a_document, setup, teardown),
        cmocka_unit_test_setup_teardown(documents_come_by_kind_then_in_order_and_hooks_last, setup, teardown),
        cmocka_unit_test_setup_teardown(a_document_must_be_a_map, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
