/* Sprig's functions on lists, and text/template's index, slice and len. Lists are never changed: each
 * function makes a new one. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "common/utf8.h"
#include "render/distinct.h"
#include "render/go_print.h"
#include "render/template/cast.h"
#include "render/template/func.h"
#include "render/value_equal.h"

enum { UNTIL_MAX = 1000000 };

static void push_all(struct call *c, struct value *list, const struct value *from)
{
    for (size_t i = 0; i < from->list.count; i++)
        call_push(c, list, from->list.items[i]);
}

static void list(struct call *c)
{
    struct value *l = call_list(c);
    for (size_t i = 0; i < c->count; i++)
        call_push(c, l, c->args[i]);
}

static void part(struct call *c, const struct value *of, size_t from, size_t to)
{
    struct value *l = call_list(c);
    for (size_t i = from; i < to; i++)
        call_push(c, l, of->list.items[i]);
}

/* What sprig leaves a nil slice when nothing is in it. */
static void nil_if_empty(struct call *c)
{
    if (!c->error && !c->result->list.count)
        c->result->form = FORM_NIL_LIST;
}

static bool not_nil(struct call *c, const struct value *v)
{
    if (v->kind == VALUE_NULL)
        call_fail(c, "runtime error: invalid memory address or nil pointer dereference");
    return v->kind != VALUE_NULL;
}

/* Whether the first argument is a list, or else the call fails; nil fails as a nil pointer does in Go. */
static bool takes_list(struct call *c, const char *verb)
{
    return not_nil(c, c->args[0]) && call_list_arg(c, c->args[0], verb);
}

static void first(struct call *c)
{
    if (takes_list(c, "find first") && c->args[0]->list.count)
        c->result = c->args[0]->list.items[0];
}

static void last(struct call *c)
{
    if (takes_list(c, "find last") && c->args[0]->list.count)
        c->result = c->args[0]->list.items[c->args[0]->list.count - 1];
}

static void rest(struct call *c)
{
    if (!takes_list(c, "find rest"))
        return;
    part(c, c->args[0], 1, c->args[0]->list.count);
    if (!c->args[0]->list.count)
        nil_if_empty(c);
}

static void initial(struct call *c)
{
    size_t count = c->args[0]->kind == VALUE_LIST ? c->args[0]->list.count : 0;
    if (!takes_list(c, "find initial"))
        return;
    part(c, c->args[0], 0, count ? count - 1 : 0);
    if (!count)
        nil_if_empty(c);
}

static void append(struct call *c)
{
    if (!takes_list(c, "push"))
        return;
    struct value *l = call_list(c);
    push_all(c, l, c->args[0]);
    call_push(c, l, c->args[1]);
}

static void prepend(struct call *c)
{
    if (!takes_list(c, "prepend"))
        return;
    struct value *l = call_list(c);
    call_push(c, l, c->args[1]);
    push_all(c, l, c->args[0]);
}

static void concat(struct call *c)
{
    struct value *l = value_list(c->arena);
    for (size_t i = 0; i < c->count; i++) {
        if (!not_nil(c, c->args[i]))
            return;
        if (c->args[i]->kind != VALUE_LIST) {
            call_fail(c, "Cannot concat type %s as list", go_kind_name(c->args[i]));
            return;
        }
        push_all(c, l, c->args[i]);
    }
    c->result = l;
    nil_if_empty(c);
}

static void reverse(struct call *c)
{
    if (!takes_list(c, "find reverse"))
        return;
    struct value *l = call_list(c);
    for (size_t i = c->args[0]->list.count; i-- > 0;)
        call_push(c, l, c->args[0]->list.items[i]);
}

static bool holds(const struct value *l, const struct value *item)
{
    for (size_t i = 0; i < l->list.count; i++)
        if (value_equal(l->list.items[i], item))
            return true;
    return false;
}

static void has(struct call *c)
{
    if (c->args[1]->kind == VALUE_NULL)
        call_bool(c, false);
    else if (call_list_arg(c, c->args[1], "find has"))
        call_bool(c, holds(c->args[1], c->args[0]));
}

static void uniq(struct call *c)
{
    if (!takes_list(c, "find uniq"))
        return;
    struct value *l = call_list(c);
    struct distinct seen;
    distinct_init(&seen, c->args[0]->list.count, value_equal, c->arena);
    for (size_t i = 0; i < c->args[0]->list.count; i++) {
        bool is_new;
        (void)distinct_add(&seen, c->args[0]->list.items[i], &is_new);
        if (is_new)
            call_push(c, l, c->args[0]->list.items[i]);
    }
}

static void without(struct call *c)
{
    if (!takes_list(c, "find without"))
        return;
    struct value *l = call_list(c);
    const struct value unwanted = {.kind = VALUE_LIST, .list = {c->args + 1, c->count - 1, c->count - 1}};
    for (size_t i = 0; i < c->args[0]->list.count; i++)
        if (!holds(&unwanted, c->args[0]->list.items[i]))
            call_push(c, l, c->args[0]->list.items[i]);
}

static void compact(struct call *c)
{
    if (!takes_list(c, "compact"))
        return;
    struct value *l = call_list(c);
    for (size_t i = 0; i < c->args[0]->list.count; i++)
        if (!call_is_empty(c->args[0]->list.items[i]))
            call_push(c, l, c->args[0]->list.items[i]);
}

static void chunk(struct call *c)
{
    int64_t size = c->args[0]->integer;
    const struct value *from = c->args[1];
    if (!not_nil(c, from))
        return;
    if (from->kind != VALUE_LIST) {
        call_fail(c, "Cannot chunk type %s", go_kind_name(from));
        return;
    }
    if (from->list.count == 1 && size < -1)
        size = 1; /* so sprig's arithmetic has it */
    /* as many pieces as sprig's arithmetic on doubles makes of a size that makes no sense */
    double pieces = floor(((double)from->list.count - 1) / (double)size) + 1;
    if (!(pieces >= 0 && pieces <= (double)from->list.count) || (size < 1 && pieces > 0)) {
        call_fail(c, "runtime error: makeslice: len out of range");
        return;
    }
    if (size < 1)
        from = call_list(c);
    struct value *l = value_list(c->arena), *piece = NULL;
    for (size_t i = 0; i < from->list.count; i++) {
        if (i % (size_t)size == 0) {
            piece = value_list(c->arena);
            call_push(c, l, piece);
        }
        call_push(c, piece, from->list.items[i]);
    }
    l->form = FORM_LISTS;
    c->result = l;
}

static int by_octets(const void *left, const void *right)
{
    const struct value *a = *(struct value *const *)left, *b = *(struct value *const *)right;
    size_t len = a->text.len < b->text.len ? a->text.len : b->text.len;
    int order = memcmp(a->text.at, b->text.at, len);
    return order ? order : (a->text.len > b->text.len) - (a->text.len < b->text.len);
}

/* A list of the items as text, nils left out; anything else is a list of itself, and a list of texts is there
 * already. */
static struct value *as_texts(struct call *c, struct value *v)
{
    if (v->kind == VALUE_LIST && (v->form == FORM_STRINGS || v->form == FORM_NIL_STRINGS))
        return v;
    struct value *l = value_list(c->arena);
    size_t count = v->kind == VALUE_LIST ? v->list.count : 1;
    l->form = FORM_STRINGS;
    for (size_t i = 0; i < count; i++) {
        const struct value *item = v->kind == VALUE_LIST ? v->list.items[i] : v;
        if (item->kind == VALUE_NULL)
            continue;
        struct text t = call_strval(c, item);
        call_push(c, l, value_borrow(c->arena, t.at, t.len));
    }
    return l;
}

/* In Helm too a list of texts is sorted where it stands, and whoever holds it, or a slice of it, sees it. */
static void sort_alpha(struct call *c)
{
    struct value *l = as_texts(c, c->args[0]);
    if (c->args[0]->kind == VALUE_NULL)
        call_push(c, l, value_text(c->arena, "<nil>", 5));
    if (l->list.count)
        qsort(l->list.items, l->list.count, sizeof *l->list.items, by_octets);
    c->result = l;
}

static void to_strings(struct call *c)
{
    c->result = as_texts(c, c->args[0]);
}

/* until, untilStep, seq's core: from start towards stop. */
static void count_up(struct call *c, int64_t from, int64_t to, int64_t step)
{
    struct value *l = call_list(c);
    l->form = FORM_INTS;
    if (step == 0 || (step > 0) != (to > from))
        return;
    uint64_t count = step > 0 ? ((uint64_t)to - (uint64_t)from + (uint64_t)step - 1) / (uint64_t)step
                              : ((uint64_t)from - (uint64_t)to + (uint64_t)-step - 1) / (uint64_t)-step;
    if (count > UNTIL_MAX) {
        call_fail(c, "a list of more than %d numbers", UNTIL_MAX);
        return;
    }
    for (uint64_t i = 0; i < count; i++) {
        struct value *number = value_int(c->arena, from + (int64_t)i * step);
        number->form = FORM_INT;
        call_push(c, l, number);
    }
}

static void until(struct call *c)
{
    int64_t to = c->args[0]->integer;
    count_up(c, 0, to, to < 0 ? -1 : 1);
}

static void until_step(struct call *c)
{
    count_up(c, c->args[0]->integer, c->args[1]->integer, c->args[2]->integer);
}

/* Text, not a list: "1 2 3". */
static void seq(struct call *c)
{
    int64_t from = 1, to = 0, step;
    if (c->count == 0 || c->count > 3) {
        call_texts(c, "");
        return;
    }
    to = c->args[c->count - 1]->integer;
    if (c->count > 1)
        from = c->args[0]->integer;
    step = c->count == 3 ? c->args[1]->integer : to < from ? -1 : 1;
    if (c->count == 3 && (step == 0 || (to < from) == (step > 0))) {
        call_texts(c, "");
        return;
    }
    count_up(c, from, to + (step < 0 ? -1 : 1), step);
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    for (size_t i = 0; !c->error && i < c->result->list.count; i++)
        text_printf(&t, i ? " %lld" : "%lld", (long long)c->result->list.items[i]->integer);
    call_take(c, &t);
}

static struct value *index_map(struct call *c, struct value *v, const struct value *key)
{
    if (key->kind != VALUE_STRING) {
        call_fail(c,
                  key->kind == VALUE_NULL ? "value is nil; should be of type string"
                                          : "value has type %s; should be string",
                  go_type_name(key));
        return NULL;
    }
    struct value *found = value_get(v, key->text.at, key->text.len);
    return found ? found : go_zero_item(v, c->arena);
}

static struct value *octet(struct call *c, char octet)
{
    struct value *v = value_int(c->arena, (unsigned char)octet);
    v->form = FORM_UINT8;
    return v;
}

/* One past the end passes Go's own check, and fails in reflect. */
static struct value *index_row(struct call *c, struct value *v, const struct value *key)
{
    int64_t count = (int64_t)(v->kind == VALUE_LIST ? v->list.count : v->text.len);
    if (key->kind != VALUE_INT)
        call_fail(c,
                  key->kind == VALUE_NULL ? "cannot index slice/array with nil"
                                          : "cannot index slice/array with type %s",
                  go_type_name(key));
    else if (key->integer == count)
        call_fail(c, "reflect: %s index out of range", v->kind == VALUE_LIST ? "slice" : "string");
    else if (key->integer < 0 || key->integer > count)
        call_fail(c, "index out of range: %lld", (long long)key->integer);
    else if (v->kind == VALUE_LIST)
        return v->list.items[key->integer];
    else
        return octet(c, v->text.at[key->integer]);
    return NULL;
}

/* The type behind a pointer. */
static const char *looked_through(const struct value *v)
{
    const char *type = go_type_name(v);
    return type + (*type == '*');
}

static struct value *index_one(struct call *c, struct value *v, const struct value *key)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: call_fail(c, "index of nil pointer"); return NULL;
    case VALUE_MAP:
        if (go_is_struct(v))
            break;
        return index_map(c, v, key);
    case VALUE_LIST:
    case VALUE_STRING: return index_row(c, v, key);
    default: break;
    }
    call_fail(c, "can't index item of type %s", looked_through(v));
    return NULL;
}

static void index_of(struct call *c)
{
    struct value *v = c->args[0];
    if (v->kind == VALUE_NULL) {
        call_fail(c, "index of untyped nil");
        return;
    }
    for (size_t i = 1; i < c->count && !c->error; i++) {
        v = index_one(c, v, c->args[i]);
        if (!v)
            v = value_null(c->arena);
    }
    c->result = v;
}

/* sprig's, which takes the place of text/template's. */
static void slice(struct call *c)
{
    const struct value *v = c->args[0];
    if (v->kind == VALUE_NULL) {
        call_fail(c, "runtime error: invalid memory address or nil pointer dereference");
        return;
    }
    if (v->kind != VALUE_LIST) {
        call_fail(c, "list should be type of slice or array but %s", go_kind_name(v));
        return;
    }
    int64_t count = (int64_t)v->list.count;
    int64_t from = c->count > 1 ? cast_int64(c->args[1]) : 0,
            to = c->count > 2 ? cast_int64(c->args[2]) : count;
    if (count == 0)
        return;
    if (from < 0 || to < from || to > count)
        call_fail(c, "reflect.Value.Slice: slice index out of bounds");
    else {
        call_list(c);
        c->result->list.items = v->list.items + from;
        c->result->list.count = c->result->list.room = (size_t)(to - from);
        c->result->form = v->form;
    }
}

static void len(struct call *c)
{
    const struct value *v = c->args[0];
    switch ((enum value_kind)v->kind) {
    case VALUE_STRING: call_int(c, (int64_t)v->text.len); break;
    case VALUE_LIST: call_int(c, (int64_t)v->list.count); break;
    case VALUE_MAP:
        if (go_is_struct(v))
            call_fail(c, "len of type %s", looked_through(v));
        else
            call_int(c, (int64_t)v->map->count);
        break;
    case VALUE_NULL:
        call_fail(c, v->form == FORM_BOXED ? "len of nil pointer"
                                           : "reflect: call of reflect.Value.Type on zero Value");
        break;
    default: call_fail(c, "len of type %s", go_type_name(v)); break;
    }
}

const struct func funcs_lists[] = {
    {"list", "a.", list},
    {"tuple", "a.", list},
    {"first", "L", first},
    {"mustFirst", "L", first},
    {"last", "L", last},
    {"mustLast", "L", last},
    {"rest", "L", rest},
    {"mustRest", "L", rest},
    {"initial", "L", initial},
    {"mustInitial", "L", initial},
    {"append", "La", append},
    {"mustAppend", "La", append},
    {"push", "La", append},
    {"mustPush", "La", append},
    {"prepend", "La", prepend},
    {"mustPrepend", "La", prepend},
    {"concat", "L.", concat},
    {"reverse", "L", reverse},
    {"mustReverse", "L", reverse},
    {"has", "aL", has},
    {"mustHas", "aL", has},
    {"uniq", "L", uniq},
    {"mustUniq", "L", uniq},
    {"without", "La.", without},
    {"mustWithout", "La.", without},
    {"compact", "L", compact},
    {"mustCompact", "L", compact},
    {"chunk", "iL", chunk},
    {"mustChunk", "iL", chunk},
    {"sortAlpha", "L", sort_alpha},
    {"toStrings", "L", to_strings},
    {"until", "i", until},
    {"untilStep", "iii", until_step},
    {"seq", "i.", seq},
    {"index", "vv.", index_of},
    {"slice", "La.", slice},
    {"mustSlice", "La.", slice},
    {"len", "v", len},
    {0},
};
