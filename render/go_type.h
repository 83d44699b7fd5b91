/* go_type.h: which Go type a value has in Helm's engine. It shows in messages, in kindOf and typeOf, and in
 * what compares with what. kind tells it for most; form refines it. */
#pragma once

#include "common/value.h"

/* struct value's form, as render uses it. */
enum go_form {
    FORM_PLAIN,        /* VALUE_INT: int64; VALUE_LIST: []interface {}; VALUE_MAP: map[string]interface {} */
    FORM_INT,          /* VALUE_INT: int, as literals and lengths are */
    FORM_STRINGS,      /* VALUE_LIST: []string */
    FORM_STRING_MAP,   /* VALUE_MAP: map[string]string */
    FORM_BYTES,        /* VALUE_STRING: []uint8 */
    FORM_VALUES,       /* VALUE_MAP: chartutil.Values */
    FORM_CHART,        /* VALUE_MAP: .Chart, a struct that embeds Metadata */
    FORM_FILES,        /* VALUE_MAP: .Files, path -> content, with its methods */
    FORM_VERSIONS,     /* VALUE_LIST: .Capabilities.APIVersions, with Has */
    FORM_KUBE_VERSION, /* VALUE_MAP: a struct that prints as its Version */
    FORM_SEMVER,       /* VALUE_MAP: a struct that prints as its numbers; Go holds a pointer to it */
    FORM_INTS,         /* VALUE_LIST: []int */
    FORM_LISTS,        /* VALUE_LIST: [][]interface {} */
    FORM_NIL_LIST,     /* VALUE_LIST: []interface {}(nil), empty, and null in JSON */
    FORM_BOXED,        /* VALUE_NULL: a field that is not there: an interface that holds nothing */
    FORM_TIME,         /* VALUE_MAP: a time.Time, a struct */
    FORM_NIL_STRINGS,  /* VALUE_LIST: []string(nil), the same */
    FORM_NIL_STRING_MAP, /* VALUE_MAP: map[string]string(nil), the same */
    FORM_METADATA, /* VALUE_MAP: structs, as go_fields.h has them; Go holds pointers to the next three */
    FORM_MAINTAINER,
    FORM_DEPENDENCY,
    FORM_CAPABILITIES,
    FORM_BUILD_INFO,
    FORM_KUBE_VERSION4, /* VALUE_MAP: as Helm 4 has it */
    FORM_SEMVER_STRUCT, /* VALUE_MAP: a FORM_SEMVER that Go holds no pointer to */
    FORM_VALUES4,       /* as those without the 4; Helm 4 has other names for them, and more in the last */
    FORM_VERSIONS4,
    FORM_CAPABILITIES4,
    FORM_BUILD_INFO4,
    FORM_UINT64,      /* VALUE_INT: uint64 */
    FORM_UINT8,       /* VALUE_INT: uint8 */
    FORM_MAINTAINERS, /* VALUE_LIST: of pointers to such; an empty one is nil */
    FORM_DEPENDENCIES,
    FORM_MAPS,        /* VALUE_LIST: []map[string]interface {}, as TOML's arrays of tables are */
    FORM_CERTIFICATE, /* VALUE_MAP: a struct of Cert and Key, as buildCustomCert gives it */
    FORM_DURATION,    /* VALUE_INT: a time.Duration, in nanoseconds */
    FORM_NIL_MAP,     /* VALUE_MAP: map[string]interface {}(nil), the same; nothing is put into it */
    FORM_NIL_BYTES,   /* VALUE_STRING: []byte(nil), empty, and null in JSON */
};

/* "string", "float64", "map[string]interface {}" ...; of NULL or a null "<nil>". */
const char *go_type_name(const struct value *v);

/* "string", "float64", "map", "slice" ...; of NULL or a null "invalid". */
const char *go_kind_name(const struct value *v);

/* v's form, as it is where Helm 3 and 4 differ in nothing but the name. */
enum go_form go_shared_form(const struct value *v);

/* A map[string]interface {}, or what Go takes for one: chartutil.Values. */
bool go_is_map(const struct value *v);

/* A struct: its unknown fields are errors, and nothing ranges over it. */
bool go_is_struct(const struct value *v);

/* Octets: []byte. */
bool go_is_bytes(const struct value *v);

/* The version that semver gives, or a struct of it. */
bool go_is_version(const struct value *v);

/* Nothing, or a null. */
bool go_is_untyped_nil(const struct value *v);

/* A slice or map that Go never made: empty, but null in JSON. */
bool go_is_nil(const struct value *v);

/* Octets as the list that Go has them for; anything else is given back as it is. */
MUST_CHECK struct value *go_list_of_bytes(struct value *v, struct arena *a);

/* What Go gives for a key that such a map has not; NULL: nil. */
struct value *go_zero_item(const struct value *map, struct arena *a);

/* Whether Go's templates take it for true: not nil, false, zero or empty. */
bool go_is_true(const struct value *v);
