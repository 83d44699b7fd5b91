#include "render/go_print.h"

#include "render/go_print_value.h"
#include "render/go_type.h"

static const struct go_verb plain = {.width = -1, .precision = -1, .verb = 'v'};
static const struct go_verb through = {.width = -1, .precision = -1, .verb = 'v', .looks_through = true};

void go_print(const struct value *v, struct text *to)
{
    go_print_value(&plain, v, to);
}

void go_print_operand(const struct value *v, struct text *to)
{
    if (!go_is_untyped_nil(v) && v->kind == VALUE_MAP && go_shared_form(v) == FORM_KUBE_VERSION)
        v = value_gets(v, "String");
    go_print_value(&through, v, to);
}

static bool is_text(const struct value *v)
{
    return !go_is_untyped_nil(v) && v->kind == VALUE_STRING && !go_is_bytes(v);
}

static void sprint(struct value *const *args, size_t count, const struct go_verb *verb, struct text *to)
{
    text_adds(to, "");
    for (size_t i = 0; i < count; i++) {
        if (i && !is_text(args[i]) && !is_text(args[i - 1]))
            text_addc(to, ' ');
        go_print_value(verb, args[i], to);
    }
}

void go_sprint(struct value *const *args, size_t count, struct text *to)
{
    sprint(args, count, &plain, to);
}

void go_sprint_through(struct value *const *args, size_t count, struct text *to)
{
    sprint(args, count, &through, to);
}

void go_sprintln(struct value *const *args, size_t count, struct text *to)
{
    for (size_t i = 0; i < count; i++) {
        if (i)
            text_addc(to, ' ');
        go_print(args[i], to);
    }
    text_addc(to, '\n');
}

const char *go_print_t(struct arena *a, const struct value *v)
{
    const struct go_verb d = {.width = -1, .precision = -1, .verb = 't'};
    struct text t;
    text_init(&t, a);
    go_print_value(&d, v, &t);
    return t.at;
}
