/* helm_yaml.h: YAML read on Helm's terms: as yaml_read, with Helm's words for what is wrong. */
#pragma once

#include "common/file.h"
#include "common/yaml_read.h"
#include "render/fault.h"

/* Reads the first document. -1: f has "PREFIXerror converting YAML to JSON: yaml: ...", and the place with
 * the lines around it. file is where text is from, for places; borrowed. */
MUST_CHECK int helm_yaml_read(struct bytes text, const char *file, bool keep_integers, const char *prefix,
                              struct arena *a, struct value **out, struct fault *f);

/* Says that err, yaml_read's, is wrong with text. */
int helm_yaml_fault(struct bytes text, const char *prefix, const struct diag *err, struct fault *f);

/* Reads a file of values: the first document, or with every_document all of them merged (Helm 4); nothing, or
 * a null, is an empty map. -1 also if it is no map. */
MUST_CHECK int helm_yaml_values(struct bytes text, const char *file, bool every_document, const char *prefix,
                                struct arena *a, struct value **out, struct fault *f);
