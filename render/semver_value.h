/* semver_value.h: versions as values of templates: Go's semver.Version. */
#pragma once

#include "common/value.h"
#include "render/semver.h"

/* A struct of hidden fields, of the form FORM_SEMVER: what it prints as (1.2.0) under "", and the text that
 * it was read from, which v came of. NULL: arena full. */
MUST_CHECK struct value *semver_value(const struct semver *v, struct value *original, struct arena *a);

/* The version that v, a FORM_SEMVER or FORM_SEMVER_STRUCT, was made of; 0.0.0 of one without original. */
struct semver semver_value_read(const struct value *v);

/* The text that it was read from, as Go's Original gives it. */
struct value *semver_value_original(const struct value *v);
