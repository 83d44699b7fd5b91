#include "render/go_print.h"

#include "render/go_print_value.h"
#include "render/go_type.h"

static bool is_nil(const struct value *v)
{
    return !v || v->kind == VALUE_NULL;
}

void go_print(const struct value *v, struct text *to)
{
    const struct go_verb plain = {.width = -1, .precision = -1, .verb = 'v'};
    go_print_value(&plain, v, to);
}

void go_print_operand(const struct value *v, struct text *to)
{
    const struct go_verb plain = {.width = -1, .precision = -1, .verb = 'v', .looks_through = true};
    if (!is_nil(v) && v->kind == VALUE_MAP && go_shared_form(v) == FORM_KUBE_VERSION)
        v = value_gets(v, "String");
    go_print_value(&plain, v, to);
}

static bool is_text(const struct value *v)
{
    return !is_nil(v) && v->kind == VALUE_STRING && !go_is_bytes(v);
}

void go_sprint(struct value *const *args, size_t count, struct text *to)
{
    text_adds(to, "");
    for (size_t i = 0; i < count; i++) {
        if (i && !is_text(args[i]) && !is_text(args[i - 1]))
            text_addc(to, ' ');
        go_print(args[i], to);
    }
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
