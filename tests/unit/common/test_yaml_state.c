#include "common/yaml_state.h"

#include <math.h>

#include "tests/unit/common/yaml_shown.h"

static const struct yaml_options in_helm = {.file = "v.yaml", .helm_words = true};
static const struct yaml_options own = {.file = "d.yaml", .lines_before = 10};

static void begin(struct yaml_state *s, const char *text, const struct yaml_options *options)
{
    assert_int_equal(yaml_state_init(s, (struct bytes){text, strlen(text)}, options, NULL, &arena, &err), 0);
}

static void syntax_errors_have_go_words_and_a_place(void **state)
{
    (void)state;
    const struct {
        const char *yaml, *error;
    } cases[] = {
        {"a: b: c", "v.yaml:1:5: yaml: mapping values are not allowed in this context\n"},
        {"a: [", "v.yaml:2:1: yaml: line 1: did not find expected node content\n"},
        {"a: 1\n- b", "v.yaml:2:1: yaml: line 1: did not find expected key\n"},
        {"a: 1\nb\nc: 1", "v.yaml:3:1: yaml: line 3: could not find expected ':'\n"},
        {"a:\n\tb: 1", "v.yaml:2:1: yaml: line 2: found character that cannot start any token\n"},
        {"a: \"\\q\"", "v.yaml:1:5: yaml: found unknown escape character\n"},
        {"a:\n  \"x\n  \\/\"", "v.yaml:3:3: yaml: line 3: found unknown escape character\n"},
        {"a:\n  [x?]", "v.yaml:2:4: yaml: line 1: did not find expected ',' or ']'\n"},
        {"a: 1\nb: \xff", "v.yaml:2:4: yaml: invalid leading UTF-8 octet\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(helm(cases[i].yaml), cases[i].error);
    assert_string_equal(strict("a: 1\n- b"),
                        "d.yaml:2:1: did not find expected key while parsing a block mapping that starts at "
                        "line 1\n");
}

static void events_come_with_places_in_the_file(void **state)
{
    (void)state;
    const yaml_event_type_t types[] = {YAML_STREAM_START_EVENT, YAML_DOCUMENT_START_EVENT,
                                       YAML_SEQUENCE_START_EVENT, YAML_SCALAR_EVENT};
    struct yaml_state s;
    struct value v = {0};
    begin(&s, "\n- x", &own);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        yaml_event_t event;
        assert_int_equal(yaml_state_next(&s, &event), 0);
        assert_int_equal(event.type, types[i]);
        yaml_state_put_place(&s, &v, event.start_mark);
        yaml_event_delete(&event);
    }
    yaml_state_clear(&s);
    assert_string_equal(v.file, "d.yaml");
    assert_int_equal(v.line, 12);
    assert_int_equal(v.column, 3);
}

static void what_ends_the_reading_says_yaml_only_in_helms_words(void **state)
{
    (void)state;
    struct yaml_state s;
    begin(&s, "", &in_helm);
    assert_int_equal(yaml_state_stop(&s, (yaml_mark_t){.line = 1, .column = 2}, "no"), -1);
    yaml_state_clear(&s);
    begin(&s, "", &own);
    assert_int_equal(yaml_state_stop(&s, (yaml_mark_t){.line = 1, .column = 2}, "no"), -1);
    assert_int_equal(yaml_state_no_room(&s), -1);
    yaml_state_clear(&s);
    assert_string_equal(err.text,
                        "v.yaml:2:3: yaml: no\nd.yaml:12:3: no\nd.yaml: too large: no memory left for it\n");
}

static void the_earliest_of_the_later_passes_tells(void **state)
{
    (void)state;
    struct yaml_state s;
    const struct value tree = {.kind = VALUE_NULL};
    begin(&s, "", &own);
    assert_int_equal(yaml_state_settle(&s, &tree), 0);
    yaml_state_later(&s, YAML_STAGE_CONVERT, (yaml_mark_t){0}, "converted");
    yaml_state_later(&s, YAML_STAGE_DECODE, (yaml_mark_t){.line = 4}, "yaml: decoded %d", 1);
    yaml_state_later(&s, YAML_STAGE_DECODE, (yaml_mark_t){0}, "yaml: decoded %d", 2);
    yaml_state_later(&s, YAML_STAGE_JSON, (yaml_mark_t){0}, "written");
    assert_int_equal(err.count, 0);
    assert_int_equal(yaml_state_settle(&s, &tree), -1);
    yaml_state_clear(&s);
    assert_string_equal(err.text, "d.yaml:15:1: decoded 1\n");
}

static void what_json_cannot_say_is_told_if_the_tree_has_it(void **state)
{
    (void)state;
    struct yaml_state s;
    const struct value zero = {.kind = VALUE_FLOAT}, infinite = {.kind = VALUE_FLOAT, .number = INFINITY};
    begin(&s, "", &in_helm);
    yaml_state_later(&s, YAML_STAGE_JSON, (yaml_mark_t){0}, "json: unsupported value: +Inf");
    assert_int_equal(yaml_state_settle(&s, &zero), 0);
    assert_int_equal(yaml_state_settle(&s, &infinite), -1);
    yaml_state_clear(&s);
    assert_string_equal(helm("{a: .inf, a: 1}"), "{a:1}");
}

static unsigned count(struct yaml_state *s, unsigned most, bool by_alias)
{
    unsigned n = 0;
    while (n < most && yaml_state_count(s, (yaml_mark_t){0}, by_alias) == 0)
        n++;
    return n;
}

static void nodes_are_bounded(void **state)
{
    (void)state;
    struct yaml_state s;
    begin(&s, "", &in_helm);
    assert_int_equal(count(&s, YAML_NODES_MAX + 1, false), YAML_NODES_MAX);
    yaml_state_clear(&s);
    assert_string_equal(err.text, "v.yaml:1:1: yaml: document has more than 4000000 nodes\n");
}

static void nearly_all_of_a_small_text_may_come_from_aliases(void **state)
{
    (void)state;
    struct yaml_state s;
    begin(&s, "", &in_helm);
    assert_int_equal(count(&s, 100, false), 100);
    assert_int_equal(count(&s, 20000, true), 9900); /* of 10000 */
    yaml_state_clear(&s);
    assert_string_equal(err.text, "v.yaml:1:1: yaml: document contains excessive aliasing\n");
}

static void a_syntax_error_is_told_before_what_the_tree_would_show(void **state)
{
    (void)state;
    assert_string_equal(helm("a: !!int foo\nb: ]"),
                        "v.yaml:2:4: yaml: line 1: did not find expected node content\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(syntax_errors_have_go_words_and_a_place, setup, teardown),
        cmocka_unit_test_setup_teardown(events_come_with_places_in_the_file, setup, teardown),
        cmocka_unit_test_setup_teardown(what_ends_the_reading_says_yaml_only_in_helms_words, setup, teardown),
        cmocka_unit_test_setup_teardown(the_earliest_of_the_later_passes_tells, setup, teardown),
        cmocka_unit_test_setup_teardown(what_json_cannot_say_is_told_if_the_tree_has_it, setup, teardown),
        cmocka_unit_test_setup_teardown(nodes_are_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(nearly_all_of_a_small_text_may_come_from_aliases, setup, teardown),
        cmocka_unit_test_setup_teardown(a_syntax_error_is_told_before_what_the_tree_would_show, setup,
                                        teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
