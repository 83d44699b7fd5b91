/* metadata.h: Chart.yaml: its keys, and what Helm demands of them. */
#pragma once

#include "common/file.h"
#include "common/value.h"
#include "render/fault.h"

/* Reads Chart.yaml, is_root that of the chart which the others are in. -1: f has "cannot load Chart.yaml:
 * ...". */
MUST_CHECK int metadata_read(struct bytes text, const char *file, bool is_root, bool helm4, struct arena *a,
                             struct value **out, struct fault *f);

/* Reads requirements.yaml, of charts of the first version, into the same: dependencies over those there, the
 * first over the first. */
MUST_CHECK int metadata_add(struct bytes text, const char *file, bool helm4, struct arena *a,
                            struct value *metadata, struct fault *f);

/* Whether Chart.lock, or requirements.lock, can be read: nobody looks into it, but Helm stops at a broken
 * one. name is one of the two. */
MUST_CHECK int metadata_check_lock(struct bytes text, const char *file, const char *name, bool helm4,
                                   struct arena *a, struct fault *f);

/* What Helm checks after loading: "validation: chart.metadata.name is required" and so on. Blanks of all
 * kinds become blanks, unprintable runes go. */
MUST_CHECK int metadata_check(struct value *metadata, struct arena *a, struct fault *f);
