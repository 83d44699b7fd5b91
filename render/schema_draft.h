/* schema_draft.h: the drafts of JSON Schema that are known, each above those before it. */
#pragma once

#include "common/value.h"

enum schema_draft {
    SCHEMA_DRAFT_NONE,
    SCHEMA_DRAFT_4,
    SCHEMA_DRAFT_6,
    SCHEMA_DRAFT_7,
    SCHEMA_DRAFT_2019,
    SCHEMA_DRAFT_2020,
};

/* The draft that the schema says it is of; one that does not say is of the last. NONE: it names none that is
 * known. */
enum schema_draft schema_draft_of(const struct value *schema);

/* The draft's own schema, as messages name it. */
const char *schema_draft_url(enum schema_draft draft);
