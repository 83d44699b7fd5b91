#include "common/yaml_merge.h"

#include <string.h>

bool yaml_merge_is_key(const yaml_event_t *event)
{
    const char *tag;
    if (event->type != YAML_SCALAR_EVENT || strcmp((const char *)event->data.scalar.value, "<<") != 0)
        return false;
    tag = (const char *)event->data.scalar.tag;
    return event->data.scalar.plain_implicit || (tag && strcmp(tag, "tag:yaml.org,2002:merge") == 0);
}

static int add_map(struct yaml_state *s, const struct value *from, struct value *to)
{
    for (size_t i = 0; i < from->map->count; i++)
        if (value_append(s->arena, to, from->map->entries[i]) != 0)
            return yaml_state_no_room(s);
    return 0;
}

int yaml_merge_add(struct yaml_state *s, const struct value *from, bool by_alias, yaml_mark_t mark,
                   struct value *to)
{
    if (from->kind == VALUE_MAP)
        return add_map(s, from, to);
    bool good = from->kind == VALUE_LIST && !by_alias;
    for (size_t i = good ? from->list.count : 0; good && i > 0; i--) {
        const struct value *item = from->list.items[i - 1];
        good = item->kind == VALUE_MAP;
        if (good && add_map(s, item, to) != 0)
            return -1;
    }
    if (!good)
        yaml_state_later(s, YAML_STAGE_DECODE, mark,
                         "yaml: map merge requires map or sequence of maps as the value");
    return 0;
}

int yaml_merge_beneath(struct yaml_state *s, const struct value *merged, struct value *map)
{
    struct map own = {.count = map->map->count};
    const struct value first = {.kind = VALUE_MAP, .map = &own};
    for (size_t i = 0; i < merged->map->count; i++) {
        const struct entry *e = &merged->map->entries[i];
        own.entries = map->map->entries;
        if (!value_entry(&first, e->key, e->key_len) && value_append(s->arena, map, *e) != 0)
            return yaml_state_no_room(s);
    }
    return value_sort(s->arena, map, NULL, NULL) == 0 ? 0 : yaml_state_no_room(s);
}
