/* compose_extension.h: x-k8s, and x-inspect_k8s_sandbox, its older spelling: what Compose has no key for.
 * Their keys are the chart's in snake_case (allow_domains for allowDomains); what stands below them is the
 * chart's as it is. Texts stand for booleans where a variable gave them. */
#pragma once

#include "render/compose_file.h"

/* What a map, the file or a service of it, says under either spelling, in one map. Under both the same key is
 * a fault, as is an extension key that looks like one of ours but is not. what names the map. */
MUST_CHECK const struct value *extension_read(struct compose *c, const struct value *map, const char *what);

/* Puts the file's into c->values, a service's into s; resources are resources_convert's. */
void extension_convert_file(struct compose *c, const struct value *extension);
void extension_convert_service(struct service *s);
