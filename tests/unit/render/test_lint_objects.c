#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "render/lint_objects.h"
#include "tests/unit/fresh_arena.h"

static const char *lint(const char *const texts[2], const char *kind)
{
    struct document documents[2];
    struct manifests manifests = {.generic = {.items = documents}};
    struct lint_report report = {.arena = &arena};
    struct text to;
    size_t errors, warnings;
    for (size_t i = 0; i < 2 && texts[i]; i++)
        documents[manifests.generic.count++] = (struct document){
            .path = "c/templates/a.yaml", .text = {texts[i], strlen(texts[i])}, .kind = kind};
    text_init(&to, &arena);
    text_adds(&to, "");
    lint_objects(&manifests, &report);
    lint_print(&report, &to, &errors, &warnings);
    return to.at;
}

static const char *named(int len, const char *kind)
{
    char text[512];
    snprintf(text, sizeof text, "metadata: {name: %0*d-a}", len - 2, 0);
    return lint((const char *const[]){text, NULL}, kind);
}

static void names_end_where_the_cluster_says(void **state)
{
    (void)state;
    static const struct {
        const char *kind;
        int max;
    } cases[] = {{"StatefulSet", 52}, {"Service", 63}, {"ConfigMap", 253}, {"CiliumNetworkPolicy", 253}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char words[64];
        assert_string_equal(named(cases[i].max, cases[i].kind), "");
        snprintf(words, sizeof words, "its name has %d characters, and %d are the most", cases[i].max + 1,
                 cases[i].max);
        assert_non_null(strstr(named(cases[i].max + 1, cases[i].kind), words));
    }
}

static void one_object_stands_once(void **state)
{
    (void)state;
    assert_string_equal(
        lint((const char *const[]){"metadata: {name: a}", "metadata: {name: a}"}, "Service"),
        "c/templates/a.yaml: error: Service a is there twice, and a cluster takes the last one or none; "
        "rename what its name is made of\n");
    assert_string_equal(
        lint((const char *const[]){"metadata: {name: a}", "metadata: {name: a, namespace: b}"}, "Service"),
        "");
}

static void labels_are_short_texts(void **state)
{
    (void)state;
    assert_string_equal(lint((const char *const[]){"metadata: {name: a, labels: {x: 5}}", NULL}, "Pod"),
                        "c/templates/a.yaml: error: Pod a: the label x is a number; quote it\n");
    char text[256];
    snprintf(text, sizeof text, "metadata: {name: a, labels: {x: 'a%063d'}}", 0);
    assert_non_null(strstr(lint((const char *const[]){text, NULL}, "Pod"), "the label x has 64 characters"));
    snprintf(text, sizeof text, "metadata: {name: a, labels: {'b.c/a%063d': x}}", 0);
    assert_non_null(
        strstr(lint((const char *const[]){text, NULL}, "Pod"), "has 64 characters, and 63 are the most"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(names_end_where_the_cluster_says, setup, teardown),
        cmocka_unit_test_setup_teardown(one_object_stands_once, setup, teardown),
        cmocka_unit_test_setup_teardown(labels_are_short_texts, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
