#include "common/yaml_read.h"

#include <string.h>

#include "common/yaml_anchor.h"
#include "common/yaml_key.h"
#include "common/yaml_merge.h"
#include "common/yaml_state.h"
#include "common/yaml_tag.h"

static struct value *read_node(struct yaml_state *s, yaml_event_t *event, unsigned depth);

/* Whether there may be one more node, and here. */
static int admit(struct yaml_state *s, const yaml_event_t *event, unsigned depth)
{
    if (yaml_state_count(s, event->start_mark, false) != 0 || yaml_tag_check(s, event) != 0)
        return -1;
    return depth > YAML_DEPTH_MAX ? yaml_state_stop(s, event->start_mark, "exceeded max depth of 1000") : 0;
}

static struct value *read_scalar(struct yaml_state *s, const yaml_event_t *event, bool is_key)
{
    struct value *v = yaml_tag_scalar(s, event, is_key);
    struct yaml_anchor *anchor;
    if (!v)
        yaml_state_no_room(s);
    else
        yaml_state_put_place(s, v, event->start_mark);
    if (!v || yaml_anchor_open(s, event->data.scalar.anchor, &anchor) != 0)
        return NULL;
    yaml_anchor_close(anchor, v);
    return v;
}

static struct value *read_list(struct yaml_state *s, const yaml_event_t *start, unsigned depth)
{
    struct value *list = value_list(s->arena);
    struct yaml_anchor *anchor;
    if (!list) {
        yaml_state_no_room(s);
        return NULL;
    }
    yaml_state_put_place(s, list, start->start_mark);
    if (yaml_anchor_open(s, start->data.sequence_start.anchor, &anchor) != 0)
        return NULL;
    for (;;) {
        yaml_event_t event;
        if (yaml_state_next(s, &event) != 0)
            return NULL;
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct value *item = end ? NULL : read_node(s, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            break;
        if (!item)
            return NULL;
        if (value_push(s->arena, list, item) != 0) {
            yaml_state_no_room(s);
            return NULL;
        }
    }
    yaml_anchor_close(anchor, list);
    return list;
}

/* The value of the entry whose key was just read. */
static struct value *read_entry_value(struct yaml_state *s, yaml_mark_t *mark, bool *by_alias, unsigned depth)
{
    yaml_event_t event;
    if (yaml_state_next(s, &event) != 0)
        return NULL;
    *mark = event.start_mark;
    *by_alias = event.type == YAML_ALIAS_EVENT;
    struct value *v = read_node(s, &event, depth);
    yaml_event_delete(&event);
    return v;
}

static struct value *read_key(struct yaml_state *s, yaml_event_t *event, unsigned depth)
{
    if (event->type != YAML_SCALAR_EVENT)
        return read_node(s, event, depth);
    return admit(s, event, depth) == 0 ? read_scalar(s, event, true) : NULL;
}

static int read_pair(struct yaml_state *s, yaml_event_t *event, unsigned depth, struct value *map)
{
    struct entry entry;
    yaml_mark_t mark;
    bool by_alias;
    const struct value *key = read_key(s, event, depth);
    if (!key || yaml_key_read(s, event, key, &entry) != 0 ||
        !(entry.value = read_entry_value(s, &mark, &by_alias, depth)))
        return -1;
    if (key->kind == VALUE_NULL && entry.key_len == 0 && !s->options->keys_as_written)
        yaml_key_refuse_null(s, event->start_mark, entry.value);
    return value_append(s->arena, map, entry) == 0 ? 0 : yaml_state_no_room(s);
}

static int read_merge(struct yaml_state *s, unsigned depth, struct value *merged)
{
    yaml_mark_t mark;
    bool by_alias;
    const struct value *v = read_entry_value(s, &mark, &by_alias, depth);
    return v ? yaml_merge_add(s, v, by_alias, mark, merged) : -1;
}

static void complain_twice(void *arg, const struct entry *lost, const struct entry *kept)
{
    struct yaml_state *s = arg;
    struct place where = {.file = kept->file, .line = kept->line, .column = kept->column};
    diag_at(s->err, where, "key \"%s\" is there already, at line %u", kept->key, lost->line);
}

/* The entries up to the map's end. */
static int read_pairs(struct yaml_state *s, unsigned depth, struct value *map, struct value *merged)
{
    for (;;) {
        yaml_event_t event;
        int status = 0;
        if (yaml_state_next(s, &event) != 0)
            return -1;
        bool end = event.type == YAML_MAPPING_END_EVENT;
        if (yaml_merge_is_key(&event))
            status = read_merge(s, depth, merged);
        else if (!end)
            status = read_pair(s, &event, depth, map);
        yaml_event_delete(&event);
        if (end || status != 0)
            return status;
    }
}

/* Where no key may come twice, a map's own keys beat merged ones; reading goes on, to find all that do. */
static int read_entries(struct yaml_state *s, unsigned depth, struct value *map)
{
    bool strict = s->options->refuse_duplicates;
    struct map lent = {0};
    struct value aside = {.kind = VALUE_MAP, .map = &lent};
    if (read_pairs(s, depth + 1, map, strict ? &aside : map) != 0)
        return -1;
    if (value_sort(s->arena, map, strict ? complain_twice : NULL, s) != 0)
        return yaml_state_no_room(s);
    return strict ? yaml_merge_beneath(s, &aside, map) : 0;
}

static struct value *read_map(struct yaml_state *s, const yaml_event_t *start, unsigned depth)
{
    struct value *map = value_map(s->arena);
    struct yaml_anchor *anchor;
    if (!map) {
        yaml_state_no_room(s);
        return NULL;
    }
    yaml_state_put_place(s, map, start->start_mark);
    if (yaml_anchor_open(s, start->data.mapping_start.anchor, &anchor) != 0 ||
        read_entries(s, depth, map) != 0)
        return NULL;
    yaml_anchor_close(anchor, map);
    return map;
}

/* The node that begins with event, which stays the caller's. NULL: err is filled. */
static struct value *read_node(struct yaml_state *s, yaml_event_t *event, unsigned depth)
{
    if (admit(s, event, depth) != 0)
        return NULL;
    switch (event->type) {
    case YAML_ALIAS_EVENT: return yaml_anchor_alias(s, event, depth);
    case YAML_SCALAR_EVENT: return read_scalar(s, event, false);
    case YAML_SEQUENCE_START_EVENT: return read_list(s, event, depth);
    case YAML_MAPPING_START_EVENT: return read_map(s, event, depth);
    default: yaml_state_stop(s, event->start_mark, "unexpected event"); return NULL;
    }
}

/* The next document; *out is NULL at the end of the stream. */
static int read_document(struct yaml_state *s, struct value **out)
{
    yaml_event_t event;
    *out = NULL;
    if (yaml_state_next(s, &event) != 0)
        return -1;
    bool more = event.type == YAML_DOCUMENT_START_EVENT;
    yaml_event_delete(&event);
    if (!more)
        return 0;
    s->anchors = NULL;
    if (yaml_state_next(s, &event) != 0)
        return -1;
    *out = read_node(s, &event, 0);
    yaml_event_delete(&event);
    if (!*out || yaml_state_next(s, &event) != 0)
        return -1;
    yaml_event_delete(&event);
    return 0;
}

static int read_documents(struct yaml_state *s, struct value **out)
{
    struct value *doc, *all = value_list(s->arena);
    if (!all)
        return yaml_state_no_room(s);
    do {
        if (read_document(s, &doc) != 0)
            return -1;
        if (doc && value_push(s->arena, all, doc) != 0)
            return yaml_state_no_room(s);
    } while (doc && s->options->all_documents);
    if (yaml_state_settle(s, all) != 0)
        return -1;
    *out = all;
    return 0;
}

/* "%YAML 1.2" in front: Go's reader knows 1.1 alone, libyaml both. */
static bool is_of_later_version(const char *text, size_t len)
{
    static const char directive[] = "%YAML";
    const char *at = text + sizeof directive - 1, *end = text + len;
    if (len < sizeof directive || memcmp(text, directive, sizeof directive - 1) != 0)
        return false;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return end - at > 2 && memcmp(at, "1.", 2) == 0 && at[2] >= '0' && at[2] <= '9' &&
           (at[2] != '1' || (end - at > 3 && at[3] >= '0' && at[3] <= '9'));
}

static int read_stream(struct yaml_state *s, struct value **out)
{
    yaml_event_t start;
    if (s->options->helm_words && is_of_later_version(s->text.at, s->text.len))
        return yaml_state_stop(s, (yaml_mark_t){0}, "found incompatible YAML document");
    if (yaml_state_next(s, &start) != 0)
        return -1;
    yaml_event_delete(&start);
    return read_documents(s, out);
}

static int read_text(struct bytes text, const struct yaml_options *options, bool *may_differ, struct arena *a,
                     struct value **out, struct diag *err)
{
    struct yaml_state s;
    struct value *all = NULL;
    unsigned before = err->count;
    if (yaml_state_init(&s, text, options, may_differ, a, err) != 0)
        return -1;
    int status = read_stream(&s, &all);
    yaml_state_clear(&s);
    if (status != 0 || !all || err->count != before)
        return -1;
    *out = options->all_documents ? all : all->list.count ? all->list.items[0] : value_null(a);
    return *out ? 0 : yaml_state_no_room(&s);
}

int yaml_read(const char *text, size_t len, const struct yaml_options *options, struct arena *a,
              struct value **out, struct diag *err)
{
    struct bytes all = {text, len};
    bool may_differ = false;
    int status = read_text(all, options, options->as_go ? &may_differ : NULL, a, out, err);
    return may_differ ? read_text(yaml_dialect_mend(all, a), options, NULL, a, out, err) : status;
}
