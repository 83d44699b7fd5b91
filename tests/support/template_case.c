#include "tests/support/template_case.h"

#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "common/yaml_read.h"
#include "render/go_type.h"
#include "render/template/template.h"

enum { ROOM = 256 * 1024 * 1024 };

static struct arena arena;

const char template_case_values[] =
    "a: 5\nbig: 1000000\nneg: -3\nf: 1.5\ns: text\ne: \"\"\nt: true\nz: null\nn: \"7\"\n"
    "l: [x, 1, null]\nnums: [3, 1, 2]\nm: {x: {q: z}, b: true}\n";

static const char *const files[][2] = {
    {"a.txt", "A"}, {"conf/b.txt", "B\n\nlast\n"}, {"conf/c.ini", "k=v"}, {"conf/deep/d.txt", ""}};

int template_case_begin(void **state)
{
    (void)state;
    arena_init(&arena, ROOM);
    return 0;
}

int template_case_end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static struct value *shaped(struct value *v, enum go_form form)
{
    v->form = (uint8_t)form;
    return v;
}

static struct value *word(const char *s)
{
    return value_text(&arena, s, strlen(s));
}

static void set(struct value *map, const char *key, struct value *v)
{
    assert_int_equal(value_sets(&arena, map, key, v), 0);
}

static struct value *root(void)
{
    static const char *const versions[] = {"v1", "apps/v1", "cilium.io/v2"};
    const struct yaml_options options = {0};
    struct diag err = {0};
    struct value *values, *dot = value_map(&arena), *capabilities = value_map(&arena);
    struct value *file_map = value_map(&arena), *list = value_list(&arena);
    assert_int_equal(
        yaml_read(template_case_values, strlen(template_case_values), &options, &arena, &values, &err), 0);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        set(file_map, files[i][0], word(files[i][1]));
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        assert_int_equal(value_push(&arena, list, word(versions[i])), 0);
    set(dot, "Values", shaped(values, FORM_VALUES));
    set(dot, "Files", shaped(file_map, FORM_FILES));
    set(capabilities, "APIVersions", shaped(list, FORM_VERSIONS));
    set(dot, "Capabilities", shaped(capabilities, FORM_CAPABILITIES));
    return shaped(dot, FORM_VALUES);
}

/* "template: c/templates/t:1:3: executing "c/templates/t" at <x>: y" as "! 1:3 <x>: y". */
static const char *shorten(const char *error)
{
    static const char start[] = "template: c/templates/t:", middle[] = ": executing \"c/templates/t\" at ";
    const char *where = error + sizeof start - 1;
    const char *rest = strncmp(error, start, sizeof start - 1) == 0 ? strstr(where, middle) : NULL;
    if (!rest)
        return arena_printf(&arena, "! %s", error);
    return arena_printf(&arena, "! %.*s %s", (int)(rest - where), where, rest + sizeof middle - 1);
}

/* The same of Helm 4's lines: "c/templates/t:1:3", "executing "c/templates/t" at <x>:", "y". */
static const char *shorten4(const char *error)
{
    static const char start[] = "c/templates/t:", middle[] = "\n  executing \"c/templates/t\" at ",
                      end[] = ":\n    ";
    const char *where = error + sizeof start - 1;
    const char *at = strncmp(error, start, sizeof start - 1) == 0 ? strstr(where, middle) : NULL;
    const char *what = at ? at + sizeof middle - 1 : NULL, *said = at ? strstr(what, end) : NULL;
    if (!said)
        return shorten(error);
    return arena_printf(&arena, "! %.*s %.*s: %s", (int)(at - where), where, (int)(said - what), what,
                        said + sizeof end - 1);
}

static const char *render(const char *text, bool helm4)
{
    struct template_set *set = template_new(&arena, helm4);
    struct fault fault;
    struct text out;
    fault_init(&fault, &arena);
    text_init(&out, &arena);
    text_adds(&out, "");
    if (template_parse(set, "c/templates/t", text, strlen(text), &fault) != 0 ||
        template_execute(set, "c/templates/t", root(), &out, &fault) != 0)
        return helm4 ? shorten4(fault.helm) : shorten(fault.helm);
    return out.at;
}

const char *template_case_render(const char *text)
{
    return render(text, false);
}

static void check(const struct template_case *cases, size_t count, bool helm4)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const char *got = render(cases[i].text, helm4);
        if (strcmp(got, cases[i].wanted) == 0)
            continue;
        print_error("%s\n  wanted: %s\n  got:    %s\n", cases[i].text, cases[i].wanted, got);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}

void template_case_check(const struct template_case *cases, size_t count)
{
    check(cases, count, false);
}

void template_case_check4(const struct template_case *cases, size_t count)
{
    check(cases, count, true);
}
