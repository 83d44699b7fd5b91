#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/text.h"
#include "common/yaml_read.h"

static struct arena arena;
static struct diag err;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 26);
    err = (struct diag){0};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

/* The tree in a spelling of the test's own, kinds told apart. */
static void show(const struct value *v, struct text *to)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(to, "null"); break;
    case VALUE_BOOL: text_adds(to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(to, "i%lld", (long long)v->integer); break;
    case VALUE_FLOAT: text_printf(to, "%.17g", v->number); break;
    case VALUE_STRING: text_printf(to, "'%s'", v->text.at); break;
    case VALUE_LIST:
        text_adds(to, "[");
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? "," : "");
            show(v->list.items[i], to);
        }
        text_adds(to, "]");
        break;
    case VALUE_MAP:
        text_adds(to, "{");
        for (size_t i = 0; i < v->map.count; i++) {
            text_printf(to, "%s%s:", i ? "," : "", v->map.entries[i].key);
            show(v->map.entries[i].value, to);
        }
        text_adds(to, "}");
        break;
    }
}

static const char *read_with(const struct yaml_options *options, const char *yaml, size_t len)
{
    struct value *v;
    struct text out;
    err = (struct diag){0};
    if (yaml_read(yaml, len, options, &arena, &v, &err) != 0)
        return err.text;
    assert_int_equal(err.count, 0);
    text_init(&out, &arena);
    show(v, &out);
    return out.at;
}

static const char *helm(const char *yaml)
{
    const struct yaml_options options = {.file = "v.yaml", .helm_words = true, .as_go = true};
    return read_with(&options, yaml, strlen(yaml));
}

static const char *strict(const char *yaml)
{
    const struct yaml_options options = {
        .file = "d.yaml", .refuse_duplicates = true, .keys_as_written = true};
    return read_with(&options, yaml, strlen(yaml));
}

static void scalars_mean_what_go_yaml_says(void **state)
{
    (void)state;
    assert_string_equal(
        helm("[80, 1e6, 0x1F, 0o17, 017, 0b11, 1_000, 1_000.5, 1__0, 1_, 0_1, 08, 00, -07, +1]"),
        "[80,1000000,31,15,15,3,1000,1000.5,10,1,1,8,0,-7,1]");
    assert_string_equal(helm("[0o8, _1, 1e, 0x, 1e400, 12:30, 2001-01-01, =, '1', nO]"),
                        "['0o8','_1','1e','0x','1e400','12:30','2001-01-01','=','1','nO']");
    assert_string_equal(helm("[.5_1, .5_, ._5, .5e1_0]"), "[0.51000000000000001,'.5_','._5',5000000000]");
    assert_string_equal(helm("[true, Yes, ON, y, no, Off, n, null, ~, '', ]"),
                        "[true,true,true,true,false,false,false,null,null,'']");
    assert_string_equal(helm("[!!str 5, !!binary aGk=, !foo bar, !!float 1]"), "['5','hi','bar',1]");
    assert_string_equal(helm("9007199254740993"), "9007199254740992");
}

static void keys_become_text(void **state)
{
    (void)state;
    assert_string_equal(helm("{1: a, 0x10: b, 1e3: c, 1000000.0: d, 12345678901: e, 1.5: f, yes: g, n: h}"),
                        "{1:'a',1.5:'f',1000:'c',12345678901:'e',16:'b',1e+06:'d',false:'h',true:'g'}");
    assert_string_equal(strict("{on: 1, 0x10: 2}"), "{0x10:2,on:1}");
}

static void merges_apply_in_order(void **state)
{
    (void)state;
    const char *base = "a: &a {p: 1, q: 2}\nb: &b {p: 3}\n";
    assert_string_equal(helm(arena_printf(&arena, "%sc: {<<: *a, p: 5}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:5,q:2}}");
    assert_string_equal(helm(arena_printf(&arena, "%sc: {p: 5, <<: *a}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:1,q:2}}");
    assert_string_equal(helm(arena_printf(&arena, "%sc: {<<: [*b, *a]}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:3,q:2}}");
    assert_string_equal(strict(arena_printf(&arena, "%sc: {p: 5, <<: *a}", base)),
                        "{a:{p:1,q:2},b:{p:3},c:{p:5,q:2}}");
}

static void duplicates_are_an_error_only_when_refused(void **state)
{
    (void)state;
    assert_string_equal(helm("a: 1\nb: 2\na: 3\n"), "{a:3,b:2}");
    assert_string_equal(strict("a: 1\nb: 2\na: 3\n"), "d.yaml:3:1: key \"a\" is there already, at line 1\n");
}

static void errors_have_go_words_and_a_place(void **state)
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
        {"c: *y", "v.yaml:1:4: yaml: unknown anchor 'y' referenced\n"},
        {"a: \"\\q\"", "v.yaml:1:5: yaml: found unknown escape character\n"},
        {"a: !!int foo", "v.yaml:1:4: yaml: cannot decode !!str `foo` as a !!int\n"},
        {"a: .inf", "v.yaml:1:4: json: unsupported value: +Inf\n"},
        {"null: d", "v.yaml:1:1: unsupported map key of type: %!s(<nil>), key: <nil>, value: \"d\"\n"},
        {"? [a, b]\n: c", "v.yaml:1:3: yaml: invalid map key: []interface {}{\"a\", \"b\"}\n"},
        {"a: 1\nb: \xff", "v.yaml:2:4: yaml: invalid leading UTF-8 octet\n"},
        {"a: &a [*a]", "v.yaml:1:8: yaml: anchor 'a' value contains itself\n"},
        {"a: !!int 2001-01-01", "v.yaml:1:4: yaml: cannot decode !!str `2001-01-01` as a !!int\n"},
        {"a: &a [{}]\nb: {<<: *a}",
         "v.yaml:2:9: yaml: map merge requires map or sequence of maps as the value\n"},
        {"a:\n  \"x\n  \\/\"", "v.yaml:3:3: yaml: line 3: found unknown escape character\n"},
        {"a:\n  [x?]", "v.yaml:2:4: yaml: line 1: did not find expected ',' or ']'\n"},
        {"a: {<<: 5}", "v.yaml:1:9: yaml: map merge requires map or sequence of maps as the value\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(helm(cases[i].yaml), cases[i].error);
    assert_string_equal(strict("a: 1\n- b"),
                        "d.yaml:2:1: did not find expected key while parsing a block mapping that starts at "
                        "line 1\n");
}

static void a_syntax_error_is_told_before_what_the_tree_would_show(void **state)
{
    (void)state;
    assert_string_equal(helm("a: !!int foo\nb: ]"),
                        "v.yaml:2:4: yaml: line 1: did not find expected node content\n");
}

static void what_go_takes_is_taken_where_asked(void **state)
{
    (void)state;
    const struct yaml_options other = {.file = "d.yaml"};
    assert_string_equal(helm("a: \"it\\'s\"\nb: [c:, 1e6:, {d:}]"), "{a:'it's',b:['c:','1e6:',{d::null}]}");
    assert_string_equal(helm("a: \"\\'\"\nb: \"\\q\""),
                        "v.yaml:2:5: yaml: line 2: found unknown escape character\n");
    assert_string_equal(read_with(&other, "a: [x?, \"\\/\"]", 13), "{a:['x?','/']}");
    assert_non_null(strstr(read_with(&other, "a: \"\\'\"", 7), "d.yaml:1:5: found unknown escape character"));
}

static void documents_after_the_first_are_read_on_demand(void **state)
{
    (void)state;
    const struct yaml_options all = {.all_documents = true};
    const char *yaml = "a: 1\n---\nb: 2\n";
    assert_string_equal(helm(yaml), "{a:1}");
    assert_string_equal(read_with(&all, yaml, strlen(yaml)), "[{a:1},{b:2}]");
    assert_string_equal(read_with(&all, "", 0), "[]");
    assert_string_equal(helm(""), "null");
    assert_string_equal(helm("# nothing\n"), "null");
}

static void every_node_knows_its_place(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "v.yaml", .keep_integers = true};
    const char *yaml = "a:\n  - x\n  - \xc3\xa9: 1\n";
    struct value *v;
    assert_int_equal(yaml_read(yaml, strlen(yaml), &options, &arena, &v, &err), 0);
    const struct value *list = value_gets(v, "a");
    assert_int_equal(list->line, 2);
    assert_int_equal(list->column, 3);
    const struct value *one = value_gets(list->list.items[1], "\xc3\xa9");
    assert_int_equal(one->kind, VALUE_INT);
    assert_int_equal(one->line, 3);
    assert_int_equal(one->column, 8);
    assert_int_equal(value_entry(v, "a", 1)->column, 1);
}

static const char *nested(unsigned depth)
{
    struct text t;
    text_init(&t, &arena);
    text_repeat(&t, '[', depth);
    text_repeat(&t, ']', depth);
    return t.at;
}

static void nesting_is_bounded(void **state)
{
    (void)state;
    assert_string_equal(strict(nested(YAML_DEPTH_MAX + 2)), "d.yaml:1:1002: exceeded max depth of 1000\n");
    assert_int_equal(*strict(nested(YAML_DEPTH_MAX + 1)), '[');
    assert_non_null(strstr(strict(nested(10000)), "exceeded max depth"));
}

static void aliases_do_not_multiply_without_end(void **state)
{
    (void)state;
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
        text_printf(&t, "a%d: &a%d [", i, i);
        for (int k = 0; k < 10; k++)
            text_printf(&t, "*a%d,", i - 1);
        text_adds(&t, "]\n");
    }
    assert_non_null(strstr(helm(t.at), "yaml: document contains excessive aliasing"));
}

static void a_full_arena_is_a_complaint(void **state)
{
    (void)state;
    struct arena small;
    struct value *v;
    const struct yaml_options options = {.file = "v.yaml"};
    for (size_t limit = 0; limit < 4000; limit += 16) {
        err = (struct diag){0};
        arena_init(&small, limit);
        const char *yaml = "a: &x [1, {b: c, d: e}]\n<<: {y: 1}\nz: *x\n? {1: 2}\n: !!binary aGk=\n";
        if (yaml_read(yaml, strlen(yaml), &options, &small, &v, &err) != 0)
            assert_int_equal(err.count, 1);
        arena_clear(&small);
    }
}

static void other_words_than_true_and_false_stay_texts_where_asked(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "d.yaml", .only_true_false = true};
    const char *yaml = "[yes, No, on, OFF, y, n, true, False, TRUE, ~, 0x10]";
    assert_string_equal(read_with(&options, yaml, strlen(yaml)),
                        "['yes','No','on','OFF','y','n',true,false,true,null,16]");
}

static void foreign_tags_are_refused_where_asked(void **state)
{
    (void)state;
    const struct yaml_options options = {.file = "d.yaml", .refuse_tags = true};
    const char *const wrong[] = {"a: !reset []", "a: !reset {}", "a: !override x", "a: ! x"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_non_null(strstr(read_with(&options, wrong[i], strlen(wrong[i])), "d.yaml:1:4: the tag !"));
    assert_string_equal(read_with(&options, "a: !!str 5", 10), "{a:'5'}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(scalars_mean_what_go_yaml_says, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_become_text, setup, teardown),
        cmocka_unit_test_setup_teardown(merges_apply_in_order, setup, teardown),
        cmocka_unit_test_setup_teardown(duplicates_are_an_error_only_when_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(errors_have_go_words_and_a_place, setup, teardown),
        cmocka_unit_test_setup_teardown(a_syntax_error_is_told_before_what_the_tree_would_show, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(what_go_takes_is_taken_where_asked, setup, teardown),
        cmocka_unit_test_setup_teardown(documents_after_the_first_are_read_on_demand, setup, teardown),
        cmocka_unit_test_setup_teardown(every_node_knows_its_place, setup, teardown),
        cmocka_unit_test_setup_teardown(nesting_is_bounded, setup, teardown),
        cmocka_unit_test_setup_teardown(aliases_do_not_multiply_without_end, setup, teardown),
        cmocka_unit_test_setup_teardown(a_full_arena_is_a_complaint, setup, teardown),
        cmocka_unit_test_setup_teardown(other_words_than_true_and_false_stay_texts_where_asked, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(foreign_tags_are_refused_where_asked, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
