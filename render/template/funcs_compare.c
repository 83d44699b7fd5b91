/* eq, ne, lt, le, gt, ge: text/template's rules for what compares with what. */
#include <string.h>

#include "render/go_format.h"
#include "render/go_print.h"
#include "render/template/func.h"
#include "render/value_equal.h"

enum basic { BASIC_NONE, BASIC_BOOL, BASIC_INT, BASIC_FLOAT, BASIC_STRING };

static enum basic basic(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return BASIC_BOOL;
    case VALUE_INT: return BASIC_INT;
    case VALUE_FLOAT: return BASIC_FLOAT;
    case VALUE_STRING: return go_is_bytes(v) ? BASIC_NONE : BASIC_STRING;
    default: return BASIC_NONE;
    }
}

static int compare_texts(const struct value *a, const struct value *b)
{
    size_t len = a->text.len < b->text.len ? a->text.len : b->text.len;
    int order = memcmp(a->text.at, b->text.at, len);
    return order ? order : (a->text.len > b->text.len) - (a->text.len < b->text.len);
}

static const char *shown_plain(struct call *c, const struct value *v)
{
    struct text t;
    text_init(&t, c->arena);
    go_print(v, &t);
    return t.at;
}

static const char *shown(struct call *c, struct value *v)
{
    struct text t;
    text_init(&t, c->arena);
    go_printf("%s", 2, &v, 1, &t);
    return t.at;
}

/* Two values of types that do not compare; of one kind they may still be nil both. */
static bool equal_others(struct call *c, struct value *a, struct value *b)
{
    if (strcmp(go_kind_name(a), go_kind_name(b)) != 0) {
        call_fail(c, "non-comparable types %s: %s, %s: %s", shown(c, a), go_type_name(a), go_type_name(b),
                  shown_plain(c, b));
        return false;
    }
    if (a->form == b->form && *go_type_name(a) == '*')
        return a == b;
    enum go_form form = go_shared_form(a);
    if (a->form == b->form && (form == FORM_KUBE_VERSION || form == FORM_BUILD_INFO || form == FORM_TIME ||
                               form == FORM_CERTIFICATE))
        return value_equal(a, b);
    if (go_is_nil(a) || go_is_nil(b))
        return go_is_nil(a) == go_is_nil(b);
    call_fail(c, "non-comparable type %s: %s", shown(c, b), go_type_name(b));
    return false;
}

static bool equal_basic(const struct value *a, const struct value *b)
{
    switch ((enum value_kind)a->kind) {
    case VALUE_BOOL: return a->boolean == b->boolean;
    case VALUE_INT: return a->integer == b->integer;
    case VALUE_FLOAT: return a->number == b->number;
    default: return compare_texts(a, b) == 0;
    }
}

/* false also when the call failed. */
static bool equal(struct call *c, struct value *a, struct value *b)
{
    bool a_nil = a->kind == VALUE_NULL, b_nil = b->kind == VALUE_NULL;
    enum basic left = basic(a), right = basic(b);
    if (a_nil || b_nil)
        return (a_nil || go_is_nil(a)) && (b_nil || go_is_nil(b));
    if (left != right) {
        call_fail(c, "incompatible types for comparison: %s and %s", go_type_name(a), go_type_name(b));
        return false;
    }
    if (left != BASIC_NONE)
        return equal_basic(a, b);
    return equal_others(c, a, b);
}

static void eq(struct call *c)
{
    bool yes = false;
    if (c->count == 1)
        call_fail(c, "missing argument for comparison");
    for (size_t i = 1; i < c->count && !yes && !c->error; i++)
        yes = equal(c, c->args[0], c->args[i]);
    call_bool(c, yes);
}

static void ne(struct call *c)
{
    call_bool(c, !equal(c, c->args[0], c->args[1]));
}

/* What text/template's lt does; false also when the call failed. */
static bool less(struct call *c)
{
    const struct value *a = c->args[0], *b = c->args[1];
    enum basic left = basic(a), right = basic(b);
    if (left == BASIC_NONE || right == BASIC_NONE)
        call_fail(c, "invalid type for comparison");
    else if (left != right)
        call_fail(c, "incompatible types for comparison: %s and %s", go_type_name(a), go_type_name(b));
    else if (left == BASIC_BOOL)
        call_fail(c, "invalid type for comparison");
    if (c->error)
        return false;
    if (left == BASIC_INT)
        return a->integer < b->integer;
    if (left == BASIC_FLOAT)
        return a->number < b->number;
    return compare_texts(a, b) < 0;
}

static bool less_or_equal(struct call *c)
{
    return less(c) || (!c->error && equal(c, c->args[0], c->args[1]));
}

static void lt(struct call *c)
{
    call_bool(c, less(c));
}

static void le(struct call *c)
{
    call_bool(c, less_or_equal(c));
}

/* The opposites of le and lt, also for what is not a number: as in Go. */
static void gt(struct call *c)
{
    call_bool(c, !less_or_equal(c));
}

static void ge(struct call *c)
{
    call_bool(c, !less(c));
}

const struct func funcs_compare[] = {
    {"eq", "vv.", eq},
    {"ne", "vv", ne},
    {"lt", "vv", lt},
    {"le", "vv", le},
    {"gt", "vv", gt},
    {"ge", "vv", ge},
    {0},
};
