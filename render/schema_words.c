#include "render/schema_words.h"

#include <stdio.h>
#include <string.h>

#include "common/number.h"
#include "common/text.h"
#include "render/quote.h"

const char *schema_quote(struct arena *a, const char *s, size_t len)
{
    struct text out;
    text_init(&out, a);
    for (const char *c = quote_go(a, s, len); *c; c++) {
        if (c[0] == '\\' && c[1] == '"')
            continue;
        if (*c == '\'')
            text_addc(&out, '\\');
        text_addc(&out, *c);
    }
    out.at[0] = '\'';
    out.at[out.len - 1] = '\'';
    return out.at;
}

const char *schema_number(struct arena *a, double n)
{
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    char digits[NUMBER_TEXT_MAX];
    struct text out;
    text_init(&out, a);
    number_go(n, digits);
    const char *c = digits;
    if (*c == '-')
        text_addc(&out, *c++);
    size_t whole = strcspn(c, ".e");
    for (size_t i = 0; i < whole; i++) {
        if (i && (whole - i) % 3 == 0)
            text_addc(&out, ',');
        text_addc(&out, c[i]);
    }
    for (c += whole; *c && *c != 'e'; c++)
        text_addc(&out, *c);
    if (*c == 'e') {
        text_adds(&out, c[1] == '-' ? "×10⁻" : "×10");
        for (c += 2; *c; c++)
            text_adds(&out, raised[*c - '0']);
    }
    return out.at;
}

const char *schema_count(struct arena *a, size_t n)
{
    struct text out;
    char digits[32];
    int len = snprintf(digits, sizeof digits, "%zu", n);
    text_init(&out, a);
    for (int i = 0; i < len; i++) {
        if (i && (len - i) % 3 == 0)
            text_addc(&out, ',');
        text_addc(&out, digits[i]);
    }
    return out.at;
}

const char *schema_display(struct arena *a, const struct value *v)
{
    char digits[NUMBER_TEXT_MAX];
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: return "<nil>";
    case VALUE_BOOL: return v->boolean ? "true" : "false";
    case VALUE_INT: return arena_printf(a, "%lld", (long long)v->integer);
    case VALUE_FLOAT: return arena_copy(a, digits, number_json(v->number, digits));
    case VALUE_STRING: return schema_quote(a, v->text.at, v->text.len);
    case VALUE_LIST:
    case VALUE_MAP: break;
    }
    return "value";
}
