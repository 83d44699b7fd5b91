#include "render/archive.h"

#include <ctype.h>
#include <string.h>

#include "render/go_path.h"
#include "render/gunzip.h"
#include "render/quote.h"
#include "render/tar.h"

enum { HELM_MAX = 100 * 1024 * 1024 }; /* Helm's bound on a chart, for its words */

static bool names_a_drive(const char *name)
{
    return isalpha((unsigned char)name[0]) && name[1] == ':' && name[2] == '/';
}

/* What is below the one folder, by a name with '/' only; Windows may have put '\' there. NULL: f is told. */
static const char *inner_name(const char *full, struct arena *a, struct fault *f)
{
    struct text name;
    char *own = arena_copy(a, full, strlen(full));
    char delimiter = strchr(own, '\\') ? '\\' : '/';
    char *inner = strchr(own, delimiter);
    inner = inner ? inner + 1 : own + strlen(own);
    for (char *at = inner; *at; at++)
        *at = *at == delimiter ? '/' : *at;
    if (*inner == '/')
        return fault_set(f, "chart illegally contains absolute paths"), NULL;
    text_init(&name, a);
    text_adds(&name, "");
    go_path_clean(inner, strlen(inner), &name);
    if (strcmp(name.at, ".") == 0)
        return fault_set(f, "chart illegally contains content outside the base directory: %s",
                         quote_go(a, full, strlen(full))),
               NULL;
    if (strncmp(name.at, "..", 2) == 0)
        return fault_set(f, "chart illegally references parent directory"), NULL;
    if (names_a_drive(name.at))
        return fault_set(f, "chart contains illegally named files"), NULL;
    if (strncmp(full, "Chart.yaml", 10) == 0 && full[10] == delimiter)
        return fault_set(f, "chart yaml not in base directory"), NULL;
    return name.at;
}

static struct bytes without_bom(struct bytes data)
{
    bool bom = data.len >= 3 && memcmp(data.at, "\xef\xbb\xbf", 3) == 0;
    return bom ? (struct bytes){.at = data.at + 3, .len = data.len - 3} : data;
}

/* Links, pipes and devices are empty files to Helm, and are not to say that they have data. */
static int check_len(const struct tar_entry *entry, const struct chart_options *options, struct arena *a,
                     struct fault *f)
{
    if (entry->said_len > FOLDER_FILE_MAX && !options->helm4)
        return fault_set(f, "decompressed chart file %s is larger than the maximum file size %d",
                         quote_go(a, entry->name, strlen(entry->name)), FOLDER_FILE_MAX);
    if (entry->said_len > entry->data.len)
        return fault_set(f, "decompressed chart is larger than the maximum %s %d",
                         options->helm4 ? "size" : "file size", HELM_MAX);
    return 0;
}

static int add_file(const struct tar_entry *entry, const char *shown, struct arena *a,
                    struct chart_files *out, struct fault *f)
{
    const char *name = inner_name(entry->name, a, f);
    if (!name)
        return -1;
    if (out->count == FOLDER_FILES_MAX)
        return fault_set(f, "%s: has more than %d files", shown, FOLDER_FILES_MAX);
    struct bytes data = without_bom(entry->data);
    data.at = arena_copy(a, data.at, data.len);
    folder_add(
        a, out,
        (struct chart_file){.name = name, .path = arena_printf(a, "%s!%s", shown, name), .data = data});
    return 0;
}

int archive_read(struct bytes packed, const char *shown, const struct chart_options *options, struct arena *a,
                 struct chart_files *out, struct fault *f)
{
    struct text all;
    struct tar_entry entry;
    text_init(&all, a);
    text_add(&all, "", 0);
    *out = (struct chart_files){0};
    struct tar tar = {.arena = a, .cut_short = gunzip(packed, ARCHIVE_MAX, &all)};
    if (all.len > ARCHIVE_MAX)
        return fault_set(f, "%s: unpacks to more than %d octets", shown, ARCHIVE_MAX);
    tar.left = (struct bytes){.at = all.at, .len = all.len};
    int status = tar_next(&tar, &entry, f);
    for (; status > 0; status = tar_next(&tar, &entry, f)) {
        bool is_file = entry.type != '5' && entry.type != 'g';
        if (is_file && (check_len(&entry, options, a, f) != 0 || add_file(&entry, shown, a, out, f) != 0))
            return -1;
    }
    if (status == 0 && out->count == 0)
        return fault_set(f, "no files in chart archive");
    return status;
}
