#include "render/docs.h"
#include "tests/unit/render/chart_dir.h"

static const char *docs(const char *files)
{
    struct helm *h = helm_of(files, "");
    struct text to;
    text_init(&to, &arena);
    return docs_write(h, &to) == 0 ? to.at : h->fault.helm;
}

#define CHART "== Chart.yaml\napiVersion: v2\nname: c\nversion: 1.0.0\n"

static void a_chart_without_a_layout_gets_the_plain_one(void **state)
{
    (void)state;
    assert_string_equal(docs(CHART), "# c\n\nVersion: `1.0.0`\n\n## Installing\n\n"
                                     "    helm install my-release . -f values.yaml\n"
                                     "    helm uninstall my-release\n");
}

static void each_part_of_chart_yaml_has_its_section(void **state)
{
    const char *told = docs(CHART "type: application\nappVersion: 2.0.0\ndescription: What.\n"
                                  "home: https://h.example\ndeprecated: true\nkubeVersion: \">=1.20.0\"\n"
                                  "sources: [https://s.example]\n"
                                  "maintainers:\n- name: M\n  email: m@example.org\n"
                                  "dependencies:\n- name: d\n  alias: e\n  version: 1.x.x\n"
                                  "  repository: https://r.example\n"
                                  "== values.yaml\n# -- How many.\ncount: 1\n");
    static const char *const parts[] = {
        "# c\n\n**This chart is deprecated",
        "Version: `1.0.0`, Type: `application`, App version: `2.0.0`\n",
        "\nWhat.\n",
        "\n**Homepage:** <https://h.example>\n",
        "\n## Maintainers\n\n| Name | Email | Url |\n| ---- | ------ | --- |\n| M | <m@example.org> |  |\n",
        "\n## Source Code\n\n* <https://s.example>\n",
        "\n## Requirements\n\nKubernetes: `>=1.20.0`\n\n| Repository | Name | Version |\n",
        "\n| https://r.example | e(d) | 1.x.x |\n",
        "\n## Values\n\n",
        "How many.",
    };
    const char *at = told;
    (void)state;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *part = strstr(at, parts[i]);
        if (!part)
            fail_msg("no \"%s\" where it should be in\n%s", parts[i], told);
        at = part ? part : at;
    }
}

static void the_charts_own_layout_counts(void **state)
{
    (void)state;
    assert_string_equal(
        docs(CHART "== README.md.gotmpl\n{{ template \"chart.header\" . }}! {{ .Version }}\n\n\n"),
        "# c! 1.0.0\n");
}

static void a_layout_that_is_ignored_in_packages_counts_too(void **state)
{
    (void)state;
    assert_string_equal(docs(CHART "== .helmignore\n*.gotmpl\n== README.md.gotmpl\nmine\n"), "mine\n");
}

static void a_layout_that_fails_is_told_with_its_place(void **state)
{
    (void)state;
    const char *told = docs(CHART "== README.md.gotmpl\nx {{ template \"chart.nope\" . }}\n");
    if (!strstr(told, "chart.nope"))
        fail_msg("%s", told);
    told = docs(CHART "== README.md.gotmpl\n{{ if }}\n");
    if (!strstr(told, "missing value for if"))
        fail_msg("%s", told);
}

static void nothing_points_to_pictures_elsewhere(void **state)
{
    (void)state;
    assert_null(strstr(docs(CHART "appVersion: 1\ntype: application\n"), "!["));
}

static void a_chart_that_cannot_be_loaded_is_told(void **state)
{
    (void)state;
    assert_string_equal(docs("== values.yaml\na: 1\n"), "Chart.yaml file is missing");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_chart_without_a_layout_gets_the_plain_one, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(each_part_of_chart_yaml_has_its_section, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(the_charts_own_layout_counts, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_layout_that_is_ignored_in_packages_counts_too, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(a_layout_that_fails_is_told_with_its_place, make_charts,
                                        remove_charts),
        cmocka_unit_test_setup_teardown(nothing_points_to_pictures_elsewhere, make_charts, remove_charts),
        cmocka_unit_test_setup_teardown(a_chart_that_cannot_be_loaded_is_told, make_charts, remove_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
