#include "render/compose_file.h"

#include <string.h>

const char *service_what(const struct service *s, const char *key)
{
    return arena_printf(s->file->arena, "services.%s.%s", s->name, key);
}

struct service *compose_service(const struct compose *c, const char *name)
{
    for (size_t i = 0; i < c->service_count; i++)
        if (strcmp(c->services[i].name, name) == 0)
            return &c->services[i];
    return NULL;
}

void put(const struct compose *c, struct value *map, const char *key, struct value *v)
{
    (void)value_sets(c->arena, map, key, v);
}

void put_text(const struct compose *c, struct value *map, const char *key, const char *text)
{
    put(c, map, key, value_text(c->arena, text, strlen(text)));
}

void put_number(const struct compose *c, struct value *map, const char *key, double number)
{
    put(c, map, key, value_float(c->arena, number));
}

void put_bool(const struct compose *c, struct value *map, const char *key, bool boolean)
{
    put(c, map, key, value_bool(c->arena, boolean));
}
