#include "render/go_print.h"

#include "common/number.h"

static void print_number(double number, struct text *to)
{
    char digits[NUMBER_TEXT_MAX];
    text_add(to, digits, number_go(number, digits));
}

void go_print(const struct value *v, struct text *to)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(to, "<nil>"); break;
    case VALUE_BOOL: text_adds(to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(to, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT: print_number(v->number, to); break;
    case VALUE_STRING: text_add(to, v->text.at, v->text.len); break;
    case VALUE_LIST:
        text_addc(to, '[');
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? " " : "");
            go_print(v->list.items[i], to);
        }
        text_addc(to, ']');
        break;
    case VALUE_MAP:
        text_adds(to, "map[");
        for (size_t i = 0; i < v->map.count; i++) {
            text_adds(to, i ? " " : "");
            text_add(to, v->map.entries[i].key, v->map.entries[i].key_len);
            text_addc(to, ':');
            go_print(v->map.entries[i].value, to);
        }
        text_addc(to, ']');
        break;
    }
}

static void print_t(const struct value *v, struct text *to)
{
    static const char *const types[] = {"", "bool", "int64", "float64", "string"};
    if (v->kind == VALUE_BOOL) {
        go_print(v, to);
    } else if (v->kind == VALUE_NULL) {
        text_adds(to, "%!t(<nil>)");
    } else if (v->kind == VALUE_LIST) {
        text_addc(to, '[');
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? " " : "");
            print_t(v->list.items[i], to);
        }
        text_addc(to, ']');
    } else {
        text_printf(to, "%%!t(%s=", v->kind < VALUE_LIST ? types[v->kind] : "map[string]interface {}");
        go_print(v, to);
        text_addc(to, ')');
    }
}

const char *go_print_t(struct arena *a, const struct value *v)
{
    struct text t;
    text_init(&t, a);
    print_t(v, &t);
    return t.at;
}
