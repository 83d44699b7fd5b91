/* Formats as Go's fmt works through them; what is wanted was printed by Helm 3.22. */
#include "render/go_format.h"

#include <string.h>

#include "render/go_type.h"
#include "tests/unit/render/arena_json.h"

/* A literal's int, where JSON gives an int64. */
static struct value *argument(struct value *v)
{
    if (v->kind == VALUE_INT)
        v->form = FORM_INT;
    return v;
}

/* arguments: a JSON list. */
static const char *formatted(const char *format, const char *arguments)
{
    struct text to;
    struct value *list = json_value(arguments);
    text_init(&to, &arena);
    for (size_t i = 0; i < list->list.count; i++)
        list->list.items[i] = argument(list->list.items[i]);
    go_printf(format, strlen(format), list->list.items, list->list.count, &to);
    return to.at;
}

static void expect(const char *format, const char *arguments, const char *wanted)
{
    const char *got = formatted(format, arguments);
    if (strcmp(got, wanted) != 0)
        fail_msg("printf %s %s\n  wanted: %s\n  got:    %s", format, arguments, wanted, got);
}

static void verbs_print_what_they_are_for(void **state)
{
    (void)state;
    expect("%v|%d|%s|%q", "[1, 2, \"x\", \"y\"]", "1|2|x|\"y\"");
    expect("%x|%X|%o|%b|%c", "[255, 255, 8, 5, 65]", "ff|FF|10|101|A");
    expect("%e|%g|%f", "[12345.678, 0.0001, 2.5]", "1.234568e+04|0.0001|2.500000");
    expect("%t|%t", "[true, false]", "true|false");
    expect("%x|% x", "[\"hi\", \"hi\"]", "6869|68 69");
    expect("%q|%U", "[65, 9731]", "'A'|U+2603");
    expect("%T|%T|%T", "[1, \"x\", 1.5]", "int|string|float64");
    expect("%v|%v|%v", "[1e6, 1e21, null]", "1e+06|1e+21|<nil>");
}

static void flags_widths_and_precisions_shape_it(void **state)
{
    (void)state;
    expect("%5d|%-5d|%05d|%+d", "[42, 42, 42, 42]", "   42|42   |00042|+42");
    expect("%5.2f|%-8.3f|%6.2f%%", "[3.14159, 2.5, 12.345]", " 3.14|2.500   | 12.35%");
    expect("%5s|%-5s|%.2s", "[\"ab\", \"ab\", \"abcdef\"]", "   ab|ab   |ab");
    expect("%*d|%.*f", "[5, 42, 2, 3.14159]", "   42|3.14");
    expect("%[2]d %[1]d", "[1, 2]", "2 1");
}

static void complaints_stand_in_the_text(void **state)
{
    (void)state;
    expect("%s", "[5]", "%!s(int=5)");
    expect("%d", "[\"x\"]", "%!d(string=x)");
    expect("%t", "[\"x\"]", "%!t(string=x)");
    expect("%s", "[null]", "%!s(<nil>)");
    expect("%d", "[]", "%!d(MISSING)");
    expect("%d", "[1, 2]", "1%!(EXTRA int=2)");
    expect("%z", "[1]", "%!z(int=1)");
    expect("%[5]d", "[1]", "%!d(BADINDEX)");
    expect("%s", "[[\"a\", 1.5]]", "[a %!s(float64=1.5)]");
    expect("%%|%5%|", "[]", "%|%|");
    expect("100%", "[]", "100%!(NOVERB)");
}

static void a_width_has_gos_bound(void **state)
{
    (void)state;
    assert_int_equal(strlen(formatted("%1000000d", "[1]")), 1000000);
    expect("%99999999d", "[1]", "%!(NOVERB)%!(EXTRA int=1)");
    expect("a %.99999999999999999999f %d", "[1.5, 2]", "a %!(NOVERB)%!(EXTRA float64=1.5, int=2)");
}

#define test(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(verbs_print_what_they_are_for),
        test(flags_widths_and_precisions_shape_it),
        test(complaints_stand_in_the_text),
        test(a_width_has_gos_bound),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
