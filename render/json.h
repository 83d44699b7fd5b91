/* json.h: values as JSON, written and read as Go's encoding/json does. */
#pragma once

#include "common/diag.h"
#include "common/text.h"
#include "common/value.h"

enum json_style {
    JSON_ESCAPED, /* toJson: <, > and & as \u003c ..., no blanks */
    JSON_RAW,     /* toRawJson: those three as they are */
    JSON_PRETTY,  /* toPrettyJson: escaped, indented by two */
};

/* Bounds a text that is read; reaching it is an error. */
enum { JSON_DEPTH_MAX = 1000 };

/* Adds v, keys in octet order, U+2028 and U+2029 escaped, bad UTF-8 as \ufffd. -1, and nothing added, if it
 * holds an infinity or NaN, which JSON has not. A form of v means nothing here. */
MUST_CHECK int json_write(const struct value *v, enum json_style style, struct text *to);

struct json_options {
    const char *file;   /* for places, borrowed; NULL: none */
    bool keep_integers; /* an integer of 64 bits is a VALUE_INT; else every number is a double */
    bool stream;        /* only the first value is read, what stands behind it is left */
    size_t *taken;      /* NULL, or gets the number of octets read */
};

/* Reads text[0..len); each node knows its place. Of equal keys the last wins. -1: the message is Go's, such
 * as "invalid character 'x' looking for beginning of value" or "unexpected end of JSON input" (as a stream:
 * "EOF", "unexpected EOF"). */
MUST_CHECK int json_read(const char *text, size_t len, const struct json_options *options, struct arena *a,
                         struct value **out, struct diag *err);
