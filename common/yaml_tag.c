#include "common/yaml_tag.h"

#include <ctype.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "common/base64.h"
#include "common/text.h"
#include "common/utf8.h"
#include "common/yaml_scalar.h"

static const char *short_tag(const char *tag, char *to, size_t room)
{
    static const char prefix[] = "tag:yaml.org,2002:";
    if (strncmp(tag, prefix, sizeof prefix - 1) != 0)
        return tag;
    snprintf(to, room, "!!%s", tag + sizeof prefix - 1);
    return to;
}

static const char *type_tag(enum yaml_type type)
{
    switch (type) {
    case YAML_TYPE_STRING: return "!!str";
    case YAML_TYPE_NULL: return "!!null";
    case YAML_TYPE_BOOL: return "!!bool";
    case YAML_TYPE_INT:
    case YAML_TYPE_UINT: return "!!int";
    case YAML_TYPE_FLOAT: return "!!float";
    case YAML_TYPE_DATE: return "!!timestamp";
    }
    return "";
}

static bool is_resolvable(const char *tag)
{
    static const char *const known[] = {"!!bool", "!!int", "!!float", "!!null", "!!timestamp"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(tag, known[i]) == 0)
            return true;
    return false;
}

/* What the text of a scalar is under its tag, or without one. A tag that does not fit is a fault. */
static struct yaml_scalar resolve(struct yaml_state *s, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    struct yaml_scalar string = {.type = YAML_TYPE_STRING};
    char room[64];
    if (!event->data.scalar.tag) {
        struct yaml_scalar is = event->data.scalar.plain_implicit ? yaml_scalar_read(text, len) : string;
        bool other_word = is.type == YAML_TYPE_BOOL && tolower(text[0]) != 't' && tolower(text[0]) != 'f';
        return s->options->only_true_false && other_word ? string : is;
    }
    const char *tag = short_tag((const char *)event->data.scalar.tag, room, sizeof room);
    if (!is_resolvable(tag))
        return string;
    struct yaml_scalar is = yaml_scalar_read(text, len);
    bool whole = is.type == YAML_TYPE_INT || is.type == YAML_TYPE_UINT;
    bool date = is.type == YAML_TYPE_DATE && strcmp(tag, "!!timestamp") != 0; /* none but under its own tag */
    const char *found = date ? "!!str" : type_tag(is.type);
    if (strcmp(tag, found) != 0 && !(whole && strcmp(tag, "!!float") == 0))
        yaml_state_later(s, YAML_STAGE_DECODE, event->start_mark, "yaml: cannot decode %s `%.*s` as a %s",
                         found, (int)(len < YAML_SHOWN_MAX ? len : YAML_SHOWN_MAX), text, tag);
    return is;
}

static struct value *binary(struct yaml_state *s, const yaml_event_t *event)
{
    char *bytes = arena_alloc(s->arena, event->data.scalar.length + 1);
    struct text clean;
    size_t len = 0;
    if (!bytes)
        return NULL;
    if (base64_read((const char *)event->data.scalar.value, event->data.scalar.length, bytes, &len) != 0)
        yaml_state_later(s, YAML_STAGE_DECODE, event->start_mark,
                         "yaml: !!binary value contains invalid base64 data");
    text_init(&clean, s->arena);
    utf8_clean(bytes, len, &clean);
    return clean.failed ? NULL : value_borrow(s->arena, clean.at, clean.len);
}

static struct value *number(struct yaml_state *s, struct yaml_scalar is, const yaml_event_t *event,
                            bool is_key)
{
    switch (is.type) {
    case YAML_TYPE_INT:
        if (s->options->keep_integers)
            return value_int(s->arena, is.integer);
        return value_float(s->arena, (double)is.integer);
    case YAML_TYPE_UINT: return value_float(s->arena, (double)is.large);
    default: break;
    }
    if (!isfinite(is.number) && !is_key)
        yaml_state_later(s, YAML_STAGE_JSON, event->start_mark, "json: unsupported value: %s",
                         isnan(is.number) ? "NaN"
                         : is.number > 0  ? "+Inf"
                                          : "-Inf");
    return value_float(s->arena, is.number);
}

struct value *yaml_tag_scalar(struct yaml_state *s, const yaml_event_t *event, bool is_key)
{
    const char *tag = (const char *)event->data.scalar.tag;
    if (tag && strcmp(tag, "tag:yaml.org,2002:binary") == 0)
        return binary(s, event);
    struct yaml_scalar is = resolve(s, event);
    switch (is.type) {
    case YAML_TYPE_NULL: return value_null(s->arena);
    case YAML_TYPE_BOOL: return value_bool(s->arena, is.boolean);
    case YAML_TYPE_INT:
    case YAML_TYPE_UINT:
    case YAML_TYPE_FLOAT: return number(s, is, event, is_key);
    case YAML_TYPE_STRING:
    case YAML_TYPE_DATE: break;
    }
    return value_text(s->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
}

int yaml_tag_check(struct yaml_state *s, const yaml_event_t *event)
{
    const yaml_char_t *tag = NULL;
    char problem[YAML_SHOWN_MAX];
    if (event->type == YAML_SCALAR_EVENT)
        tag = event->data.scalar.tag;
    else if (event->type == YAML_SEQUENCE_START_EVENT)
        tag = event->data.sequence_start.tag;
    else if (event->type == YAML_MAPPING_START_EVENT)
        tag = event->data.mapping_start.tag;
    if (!tag || !s->options->refuse_tags || strncmp((const char *)tag, "tag:yaml.org,2002:", 18) == 0)
        return 0;
    snprintf(problem, sizeof problem, "the tag %s is not understood; write the value without it", tag);
    return yaml_state_stop(s, event->start_mark, problem);
}
