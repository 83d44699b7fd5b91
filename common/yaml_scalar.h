/* yaml_scalar.h: what a plain scalar means, by the rules of Go's yaml v2 that Helm lives by.
 * YAML 1.1 booleans (y, no, On ...), nulls, integers in every Go base with underscores, floats, infinities,
 * dates. Base 60 is not read; yaml_scalar_is_base60 is for a writer that must quote it. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum yaml_type {
    YAML_TYPE_STRING,
    YAML_TYPE_NULL,
    YAML_TYPE_BOOL,
    YAML_TYPE_INT,  /* fits int64 */
    YAML_TYPE_UINT, /* above it, fits uint64 */
    YAML_TYPE_FLOAT,
    YAML_TYPE_DATE,
};

struct yaml_scalar {
    enum yaml_type type;
    union {
        bool boolean;
        int64_t integer;
        uint64_t large;
        double number;
    };
};

/* What s[0..len) is when nothing says otherwise. */
struct yaml_scalar yaml_scalar_read(const char *s, size_t len);

/* A number of base 60, as YAML 1.1 has them: 12:30, -1:2.5. */
bool yaml_scalar_is_base60(const char *s, size_t len);
