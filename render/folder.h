/* folder.h: the files of a chart: from a folder on disk, or those built into the program. */
#pragma once

#include "common/file.h"
#include "render/fault.h"

/* Bounds on a chart folder; reaching one is an error that names it. */
enum {
    FOLDER_FILE_MAX = 5 * 1024 * 1024,        /* octets of one file: Helm 3's own bound */
    FOLDER_FILE_MAX_HELM4 = 20 * 1024 * 1024, /* Helm 4 bounds the chart as a whole, and by more */
    FOLDER_FILES_MAX = 10000,
    FOLDER_DEPTH_MAX = 200, /* folders in folders, links followed: the system follows 40 */
};

struct chart_file {
    const char *name; /* relative to the chart, with '/' */
    const char *path; /* for messages: as the user would open it */
    struct bytes data;
};

struct chart_files {
    struct chart_file *items; /* in the order of their names, folder by folder */
    size_t count, room;
};

struct chart_options {
    bool helm4;            /* read as Helm 4 does */
    struct text *warnings; /* gets lines for standard error; NULL: nobody wants them */
};

/* Reads what .helmignore leaves, links followed, and warned of, a BOM at the start of a file left out. -1: f
 * has Helm's words. */
MUST_CHECK int folder_read(const char *folder, const struct chart_options *options, struct arena *a,
                           struct chart_files *out, struct fault *f);

/* path from the root on, as Go's filepath.Abs gives it. */
const char *folder_full_path(const char *path, struct arena *a);

/* The chart that was built in; its paths begin with "(built-in chart)/". */
MUST_CHECK int folder_builtin(struct arena *a, struct chart_files *out, struct fault *f);

/* Adds one file. */
void folder_add(struct arena *a, struct chart_files *files, struct chart_file file);
