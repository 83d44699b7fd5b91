#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/head_scan.h"

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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_kind_is_found_wherever_it_stands),
        cmocka_unit_test(colons_and_hashes_within_a_word_are_of_the_word),
        cmocka_unit_test(a_value_that_is_more_than_a_word_asks_for_a_closer_look),
        cmocka_unit_test(an_octet_that_is_no_printable_ascii_asks_for_a_closer_look),
        cmocka_unit_test(documents_hooks_and_odd_maps_ask_for_a_closer_look),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
