/* yaml_write.h: values as YAML, as sigs.k8s.io/yaml (toYaml) and go-yaml v3 (toYamlPretty) write them. */
#pragma once

#include "common/text.h"
#include "common/value.h"

enum yaml_style {
    YAML_TO,     /* lists stand at their key's column; long lines are folded */
    YAML_PRETTY, /* lists are indented by two; nothing is folded */
};

/* Adds v, keys in the order that library gives them, with no newline at the end. -1, and nothing added, where
 * Go fails: infinity and NaN, a DEL in a string (toYaml turns that into an empty text). A form of v means
 * nothing here. */
MUST_CHECK int yaml_write(const struct value *v, enum yaml_style style, struct text *to);
