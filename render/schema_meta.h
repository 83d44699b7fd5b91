/* schema_meta.h: what each draft of JSON Schema wants of a schema's own keywords, and the check of a schema
 * against that, which Helm's library makes before any value is looked at. What a draft does not know may be
 * anything. An $id that is no URL, and a $schema that is not the whole text's, Helm refuses in other words.
 * For schema.c and schema_*.c alone. */
#pragma once

#include "common/bytes.h"
#include "common/value.h"
#include "render/fault.h"
#include "render/schema_draft.h"

/* Where a keyword's value has schemas: it is one, or its items are, or its entries. */
enum schema_meta_holds { SCHEMA_META_ONE = 1, SCHEMA_META_LIST = 2, SCHEMA_META_MAP = 4 };

/* Bits of enum schema_meta_holds, as the draft has it; 0: none. */
unsigned schema_meta_holds(enum schema_draft draft, const char *keyword, size_t len);

/* A draft's own schema; made once for as many checks as there are. */
struct schema_meta;
struct schema_meta *schema_meta_new(enum schema_draft draft, struct arena *a);

/* Whether v, which is nested no deeper than SCHEMA_DEPTH_MAX schemas and stands at pointer of the text at
 * url, is a schema. -1: it is none, and f has all that Helm tells of it. */
MUST_CHECK int schema_meta_check(const struct schema_meta *meta, const struct value *v, const char *url,
                                 const char *pointer, struct fault *f);
