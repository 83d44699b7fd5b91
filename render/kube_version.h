/* kube_version.h: the version of the cluster that manifests are for. */
#pragma once

#include "render/fault.h"

/* "v1.37.0": what --kube-version says, as Kubernetes reads it, without a suffix; for NULL and "" the one of
 * Helm's own. -1: f has Helm's words. */
MUST_CHECK int kube_version_read(const char *given, struct arena *a, const char **out, struct fault *f);

/* What .Capabilities.KubeVersion.Version is: version as read; in Helm 4 with what stands behind the patch. */
const char *kube_version_shown(const char *given, const char *version, bool helm4, struct arena *a);
