#include "render/schema_draft.h"

#include <string.h>

static const char *const urls[] = {
    [SCHEMA_DRAFT_4] = "http://json-schema.org/draft-04/schema#",
    [SCHEMA_DRAFT_6] = "http://json-schema.org/draft-06/schema#",
    [SCHEMA_DRAFT_7] = "http://json-schema.org/draft-07/schema#",
    [SCHEMA_DRAFT_2019] = "https://json-schema.org/draft/2019-09/schema#",
    [SCHEMA_DRAFT_2020] = "https://json-schema.org/draft/2020-12/schema#",
};

/* Where the name begins, without its scheme, and how long it is, without its fragment. */
static size_t name_of(const char *url, const char **name)
{
    const char *scheme_end = strstr(url, "://");
    *name = scheme_end ? scheme_end + 3 : "";
    return strcspn(*name, "#");
}

static bool is_name(const char *url, const char *name, size_t len)
{
    const char *other;
    return name_of(url, &other) == len && memcmp(other, name, len) == 0;
}

enum schema_draft schema_draft_of(const struct value *schema)
{
    const char *name, *url = value_gets_text(schema, "$schema", NULL);
    if (!url)
        return SCHEMA_DRAFT_2020;
    size_t len = name_of(url, &name);
    for (enum schema_draft draft = SCHEMA_DRAFT_4; draft <= SCHEMA_DRAFT_2020; draft++)
        if (is_name(urls[draft], name, len))
            return draft;
    return is_name("https://json-schema.org/schema", name, len) ? SCHEMA_DRAFT_2020 : SCHEMA_DRAFT_NONE;
}

const char *schema_draft_url(enum schema_draft draft)
{
    return urls[draft];
}
