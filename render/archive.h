/* archive.h: a packed chart: the files of a .tgz, as helm package and helm dependency update make them. */
#pragma once

#include "render/folder.h"

enum { ARCHIVE_MAX = 20 * 1024 * 1024 }; /* octets, unpacked */

/* Unpacks the files below the one folder that the archive holds; shown is its path, for messages. Names that
 * lead out of it are a fault, links are empty files, as in Helm. -1: f has Helm's words, or the bound. */
MUST_CHECK int archive_read(struct bytes packed, const char *shown, const struct chart_options *options,
                            struct arena *a, struct chart_files *out, struct fault *f);
