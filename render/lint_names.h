/* lint_names.h: names that only a cluster would refuse: what the names of objects come to against their
 * limits, and two services that claim one DNS record. */
#pragma once

#include "render/lint_report.h"
#include "render/release.h"

enum {
    NAME_STATEFULSET_MAX =
        52,                /* its Pods carry it in controller-revision-hash, with 11 characters more, of 63 */
    NAME_SERVICE_MAX = 63, /* RFC 1035 label */
    NAME_LABEL_MAX = 63,   /* a label's value */
    NAME_OBJECT_MAX = 253, /* any other object's name */
};

void lint_names(const struct release *r, struct lint_report *to);
