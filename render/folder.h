/* folder.h: the files of a chart: from a folder on disk, or those built into the program. */
#pragma once

#include "common/file.h"
#include "render/fault.h"

/* Bounds on a chart folder; reaching one is an error that names it. */
enum {
    FOLDER_FILE_MAX = 5 * 1024 * 1024, /* octets of one file: Helm's own bound */
    FOLDER_FILES_MAX = 10000,
    FOLDER_DEPTH_MAX = 40, /* folders in folders, links followed */
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

/* Reads what .helmignore leaves, links followed, a BOM at the start of a file left out. -1: f has Helm's
 * words. */
MUST_CHECK int folder_read(const char *folder, struct arena *a, struct chart_files *out, struct fault *f);

/* The chart that was built in; its paths begin with "(built-in chart)/". */
MUST_CHECK int folder_builtin(struct arena *a, struct chart_files *out, struct fault *f);

/* Adds one file. */
void folder_add(struct arena *a, struct chart_files *files, struct chart_file file);
