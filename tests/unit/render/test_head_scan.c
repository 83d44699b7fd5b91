/* The quick look at a document's head, held against the YAML reader too: what it claims must be so. */
#include "render/head_scan.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "common/yaml_read.h"
#include "tests/unit/fresh_arena.h"

#define DEPLOYMENT                                                                                           \
    "apiVersion: apps/v1\nkind: Deployment\nmetadata:\n  name: web\n  annotations:\n    a.b/c: \"x\"\n"      \
    "spec:\n  replicas: 2\n  containers:\n  - name: a\n    args: []\n    env: {}\n  - name: b\n"

static bool scan(const char *text, struct head *head)
{
    return head_scan((struct bytes){.at = text, .len = strlen(text)}, head);
}

static void assert_kind(const char *text, const char *kind)
{
    struct head head;
    if (!scan(text, &head))
        fail_msg("no head is found in: %s", text);
    assert_int_equal(head.kind.len, strlen(kind));
    assert_memory_equal(head.kind.at, kind, head.kind.len);
}

static void assert_closer_look(const char *const *texts, size_t count)
{
    struct head head;
    for (size_t i = 0; i < count; i++)
        if (scan(texts[i], &head))
            fail_msg("taken without a closer look: %s", texts[i]);
}

static void the_kind_is_found_wherever_it_stands(void **state)
{
    (void)state;
    assert_kind("kind: Service", "Service");
    assert_kind("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n", "Pod");
    assert_kind("# note\n\nspec:\n  list:\n  - a\n  -   b: c\n      kind: Not\n  text: |\n    kind: Nor\n\n"
                "    : this\nkind: Pod   \n",
                "Pod");
    assert_kind("kind: A\nmetadata:\n  annotations:\n    x: y\nspec:\n- a: b\n- - d\n  - {}\n", "A");
    assert_kind("a: 1\n", "");
}

static void colons_and_hashes_within_a_word_are_of_the_word(void **state)
{
    (void)state;
    assert_kind("kind: Pod\nimage: host:5000/a:1#b\nlast: a:b:c\n", "Pod");
    assert_kind("kind: Pod\nargs:\n- a:b\n- /a#b#c\n", "Pod");
}

static void a_value_that_is_more_than_a_word_asks_for_a_closer_look(void **state)
{
    (void)state;
    const char *const texts[] = {"kind: Pod\na: b: c\n",
                                 "kind: Pod\na: b:\n",
                                 "kind: Pod\na: b:c d: e\n",
                                 "kind: Pod\na: b #c\n",
                                 "kind: Pod\na: b#c #\n",
                                 "kind: Pod\na: &x b\n",
                                 "kind: Pod\na: [b, c]\n",
                                 "kind: Pod\na: \"b\n",
                                 "kind: Pod\na: >\n  b\n",
                                 "a: {b: 1}\n",
                                 "a: .inf\n"};
    assert_closer_look(texts, sizeof texts / sizeof *texts);
}

static void an_octet_that_is_no_printable_ascii_asks_for_a_closer_look(void **state)
{
    (void)state;
    char text[] = "kind: Pod\na: bcd\n";
    for (int octet = 1; octet < 256; octet++) {
        struct head head;
        bool odd = (octet < 0x20 && octet != '\n') || octet >= 0x7f;
        text[14] = (char)octet;
        if (odd && scan(text, &head))
            fail_msg("octet %d is taken without a closer look", octet);
    }
    const char *const texts[] = {"kind: Pod\r\n",
                                 "kind: P\xc3\xb6"
                                 "d",
                                 "# \xc3\xb6\nkind: Pod\n", "a: |\n  \x7f\nkind: Pod\n"};
    assert_closer_look(texts, sizeof texts / sizeof *texts);
}

static void documents_hooks_and_odd_maps_ask_for_a_closer_look(void **state)
{
    (void)state;
    const char *const texts[] = {
        "",
        "a\n",
        "# nothing\n",
        "- a\n",
        "a: 1\n- b\n",
        "a: 1\n  b: 2\n",
        "a:\n    b: 1\n  c: 2\n",
        "a: |\n    x\n   y\n",
        "null: 1\n",
        "---\na: 1\n",
        "kind: Pod\n---\nkind: Job\n",
        "kind: Pod\n...\n",
        "Kind: Pod\n",
        "kind:\n",
        "kind: [A]\n",
        "kind: yes\n",
        "kind: true\n",
        "kind: Pod\nmetadata: {}\n",
        "kind: Pod\nmetadata:\n  annotations:\n    helm.sh/hook: test\n",
        " kind: Pod\nb: c\n",
    };
    assert_closer_look(texts, sizeof texts / sizeof *texts);
}

static void deep_nesting_ends_the_look(void **state)
{
    char text[4096] = "kind: A\n";
    size_t len = strlen(text);
    struct head head;
    (void)state;
    for (unsigned depth = 0; depth < 60; depth++) {
        memset(text + len, ' ', depth);
        len += depth;
        len += (size_t)sprintf(text + len, "a:\n");
    }
    assert_false(scan(text, &head));
}

static const struct value *annotations_of(const struct value *v)
{
    const struct value *metadata = value_gets(v, "metadata");
    return metadata && metadata->kind == VALUE_MAP ? value_gets(metadata, "annotations") : NULL;
}

static void expect_true_claim(const char *text, size_t len, const struct head *head)
{
    const struct yaml_options options = {.file = "t"};
    static struct diag err;
    struct value *v;
    err = (struct diag){0};
    if (yaml_read(text, len, &options, &arena, &v, &err) != 0 || v->kind != VALUE_MAP)
        fail_msg("a claim about what is no YAML map: %.*s", (int)len, text);
    const struct value *kind = value_gets(v, "kind"), *annotations = annotations_of(v);
    if ((kind ? kind->text.len : 0) != head->kind.len ||
        (kind && memcmp(kind->text.at, head->kind.at, head->kind.len) != 0))
        fail_msg("another kind: %.*s", (int)len, text);
    for (size_t i = 0; annotations && annotations->kind == VALUE_MAP && i < annotations->map->count; i++)
        if (strncmp(annotations->map->entries[i].key, "helm.sh/", 8) == 0)
            fail_msg("a hook: %.*s", (int)len, text);
}

/* The same numbers in each run: a failure is one that can be had again. */
static unsigned some(unsigned below)
{
    static uint64_t x = 1;
    x = x * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(x >> 33) % below;
}

static void whatever_is_changed_in_a_document_no_claim_is_false(void **state)
{
    static const char odd[] = "-:#'\"|>[]{}&*!%@`,? \n\tAx0~=<\\";
    unsigned claims = 0;
    (void)state;
    for (unsigned turn = 0; turn < 40000; turn++) {
        char text[] = DEPLOYMENT;
        size_t len = sizeof text - 1;
        struct head head;
        for (unsigned changes = 1 + some(3); changes; changes--)
            text[some((unsigned)len)] = odd[some(sizeof odd - 1)];
        if (head_scan((struct bytes){text, len}, &head)) {
            claims++;
            expect_true_claim(text, len, &head);
            arena_clear(&arena);
            arena_init(&arena, 64 * 1024 * 1024);
        }
    }
    assert_true(claims > 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kind_is_found_wherever_it_stands),
        cmocka_unit_test(colons_and_hashes_within_a_word_are_of_the_word),
        cmocka_unit_test(a_value_that_is_more_than_a_word_asks_for_a_closer_look),
        cmocka_unit_test(an_octet_that_is_no_printable_ascii_asks_for_a_closer_look),
        cmocka_unit_test(documents_hooks_and_odd_maps_ask_for_a_closer_look),
        cmocka_unit_test(deep_nesting_ends_the_look),
        cmocka_unit_test_setup_teardown(whatever_is_changed_in_a_document_no_claim_is_false, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
