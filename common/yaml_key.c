#include "common/yaml_key.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/number.h"
#include "common/text.h"
#include "common/yaml_scalar.h"

/* A node as Go would print its source, for messages about keys. */
static void go_syntax(const struct value *v, struct text *to)
{
    char digits[NUMBER_TEXT_MAX];
    if (to->len > YAML_SHOWN_MAX)
        return;
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(to, "interface {}(nil)"); break;
    case VALUE_BOOL: text_adds(to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(to, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT: text_add(to, digits, number_json(isfinite(v->number) ? v->number : 0, digits)); break;
    case VALUE_STRING: text_printf(to, "\"%s\"", v->text.at); break;
    case VALUE_LIST:
        text_adds(to, "[]interface {}{");
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? ", " : "");
            go_syntax(v->list.items[i], to);
        }
        text_adds(to, "}");
        break;
    case VALUE_MAP:
        text_adds(to, "map[interface {}]interface {}{");
        for (size_t i = 0; i < v->map->count; i++) {
            text_printf(to, "%s\"%s\":", i ? ", " : "", v->map->entries[i].key);
            go_syntax(v->map->entries[i].value, to);
        }
        text_adds(to, "}");
        break;
    }
}

static const char *shown(struct yaml_state *s, const struct value *v)
{
    struct text out;
    text_init(&out, s->arena);
    go_syntax(v, &out);
    return out.failed ? "" : out.at;
}

/* What an alias means as a key: its number's own spelling is gone. */
static int key_of_value(struct yaml_state *s, const struct value *v, yaml_mark_t mark, struct entry *out)
{
    char digits[NUMBER_TEXT_MAX];
    size_t len = 0;
    switch ((enum value_kind)v->kind) {
    case VALUE_STRING:
        out->key = v->text.at;
        out->key_len = v->text.len;
        return 0;
    case VALUE_BOOL: len = (size_t)sprintf(digits, "%s", v->boolean ? "true" : "false"); break;
    case VALUE_INT: len = (size_t)sprintf(digits, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT:
        len = v->number == floor(v->number) && fabs(v->number) < 1e15 ? number_json(v->number, digits)
                                                                      : number_go32(v->number, digits);
        break;
    case VALUE_NULL: break; /* told with its value, by yaml_key_refuse_null */
    case VALUE_LIST:
    case VALUE_MAP:
        yaml_state_later(s, YAML_STAGE_DECODE, mark, "yaml: invalid map key: %s", shown(s, v));
        break;
    }
    out->key_len = len;
    out->key = arena_copy(s->arena, digits, len);
    return out->key ? 0 : yaml_state_no_room(s);
}

/* A number or word that is a key becomes text, a float with the digits of a single one. */
static int key_of_scalar(struct yaml_state *s, const yaml_event_t *event, const struct value *v,
                         struct entry *out)
{
    const yaml_char_t *text = event->data.scalar.value;
    size_t len = event->data.scalar.length;
    char digits[NUMBER_TEXT_MAX];
    bool literal = event->data.scalar.tag && v->kind != VALUE_STRING ? false : s->options->keys_as_written;
    if (v->kind == VALUE_STRING)
        return key_of_value(s, v, event->start_mark, out);
    if (literal) {
        out->key = arena_copy(s->arena, (const char *)text, len);
        out->key_len = len;
        return out->key ? 0 : yaml_state_no_room(s);
    }
    struct yaml_scalar is = yaml_scalar_read((const char *)text, len);
    if (is.type == YAML_TYPE_INT)
        out->key_len = (size_t)sprintf(digits, "%lld", (long long)is.integer);
    else if (is.type == YAML_TYPE_UINT)
        yaml_state_later(s, YAML_STAGE_CONVERT, event->start_mark,
                         "unsupported map key of type: uint64, key: 0x%llx", (unsigned long long)is.large);
    else if (is.type == YAML_TYPE_FLOAT && isfinite(is.number))
        out->key_len = number_go32(is.number, digits);
    else if (is.type == YAML_TYPE_FLOAT)
        out->key_len = (size_t)sprintf(digits, "%s",
                                       isnan(is.number) ? ".nan"
                                       : is.number > 0  ? ".inf"
                                                        : "-.inf");
    else
        return key_of_value(s, v, event->start_mark, out);
    out->key = arena_copy(s->arena, digits, out->key_len);
    return out->key ? 0 : yaml_state_no_room(s);
}

int yaml_key_read(struct yaml_state *s, const yaml_event_t *event, const struct value *key, struct entry *out)
{
    struct place where = yaml_state_place(s, event->start_mark);
    *out = (struct entry){.file = where.file, .line = where.line, .column = where.column};
    return event->type == YAML_SCALAR_EVENT ? key_of_scalar(s, event, key, out)
                                            : key_of_value(s, key, event->start_mark, out);
}

void yaml_key_refuse_null(struct yaml_state *s, yaml_mark_t mark, const struct value *v)
{
    yaml_state_later(s, YAML_STAGE_CONVERT, mark,
                     "unsupported map key of type: %%!s(<nil>), key: <nil>, value: %s",
                     v->kind == VALUE_NULL ? "<nil>" : shown(s, v));
}
