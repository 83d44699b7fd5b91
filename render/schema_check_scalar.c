#include <math.h>

#include "common/number.h"
#include "common/utf8.h"
#include "render/schema_run.h"
#include "render/schema_words.h"

static double as_number(const struct value *v)
{
    return v->kind == VALUE_INT ? (double)v->integer : v->number;
}

void schema_check_string(struct run *r)
{
    struct regex *pattern = r->node->pattern;
    if (r->node->min_length || r->node->max_length)
        schema_run_bounds(r, "Length", utf8_count(r->v->text.at, r->v->text.len), r->node->min_length,
                          r->node->max_length);
    if (!pattern || regex_match(pattern, r->v->text.at, r->v->text.len) == 1)
        return;
    const struct value *source = value_gets(r->node->source, "pattern");
    schema_run_complain(r, "%s does not match pattern %s",
                        schema_quote(r->c->arena, r->v->text.at, r->v->text.len),
                        schema_quote(r->c->arena, source->text.at, source->text.len));
}

/* A double as digits times a power of ten, exactly as it is printed. */
static void take_apart(double n, uint64_t *digits, int *exponent)
{
    char text[NUMBER_TEXT_MAX];
    *digits = 0;
    *exponent = 0;
    number_go(fabs(n), text);
    bool point = false;
    const char *c = text;
    for (; *c && *c != 'e'; c++) {
        if (*c == '.') {
            point = true;
            continue;
        }
        *digits = *digits * 10 + (uint64_t)(*c - '0');
        *exponent -= point;
    }
    if (*c == 'e') {
        int size = 0;
        for (const char *d = c + 2; *d; d++)
            size = size * 10 + (*d - '0');
        *exponent += c[1] == '-' ? -size : size;
    }
}

/* Whether a is a whole number of times b, as decimals: 0.3 is a multiple of 0.1. */
static bool is_multiple(double a, double b)
{
    uint64_t x, y;
    int ex, ey;
    take_apart(a, &x, &ex);
    take_apart(b, &y, &ey);
    if (x == 0 || y == 0)
        return x == 0;
    unsigned __int128 left = x, right = y;
    for (; ex > ey; ex--)
        left = left * 10 % right;
    for (; ey > ex && right <= left; ey--)
        right *= 10;
    return ey == ex && left % right == 0;
}

void schema_check_number(struct run *r)
{
    double n = as_number(r->v);
    const struct schema_node *s = r->node;
    if (s->minimum && n < s->minimum->number)
        schema_run_complain(r, "minimum: got %s, want %s", schema_number(r->c->arena, n),
                            schema_number(r->c->arena, s->minimum->number));
    if (s->maximum && n > s->maximum->number)
        schema_run_complain(r, "maximum: got %s, want %s", schema_number(r->c->arena, n),
                            schema_number(r->c->arena, s->maximum->number));
    if (s->above && n <= s->above->number)
        schema_run_complain(r, "exclusiveMinimum: got %s, want %s", schema_number(r->c->arena, n),
                            schema_number(r->c->arena, s->above->number));
    if (s->below && n >= s->below->number)
        schema_run_complain(r, "exclusiveMaximum: got %s, want %s", schema_number(r->c->arena, n),
                            schema_number(r->c->arena, s->below->number));
    if (s->multiple_of && !is_multiple(n, s->multiple_of->number))
        schema_run_complain(r, "multipleOf: got %s, want %s", schema_number(r->c->arena, n),
                            schema_number(r->c->arena, s->multiple_of->number));
}
