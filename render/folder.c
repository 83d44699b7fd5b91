#include "render/folder.h"

#include <ctype.h>
#include <dirent.h>
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "render/builtin.h"
#include "render/go_path.h"
#include "render/ignore.h"
#include "render/warn.h"

struct walk {
    struct arena *arena;
    struct chart_files *out;
    struct ignore ignore;
    struct fault *fault;
    const struct chart_options *options;
    const char *full; /* the chart folder's path from the root on, which Helm's messages have */
    size_t top_len;   /* of the chart folder's own path and its '/' */
};

void folder_add(struct arena *a, struct chart_files *files, struct chart_file file)
{
    if (files->count == files->room) {
        size_t room = files->room ? 2 * files->room : 64;
        files->items = arena_grow(a, files->items, files->room * sizeof file, room * sizeof file);
        files->room = room;
    }
    files->items[files->count++] = file;
}

static struct bytes without_bom(struct bytes data)
{
    if (data.len >= 3 && memcmp(data.at, "\xef\xbb\xbf", 3) == 0)
        return (struct bytes){.at = data.at + 3, .len = data.len - 3};
    return data;
}

/* path, which is in the chart folder, from the root on */
static const char *full_path(const struct walk *w, const char *path)
{
    return arena_printf(w->arena, "%s/%s", w->full, path + w->top_len);
}

static int add_file(struct walk *w, const char *path)
{
    size_t max = w->options->helm4 ? FOLDER_FILE_MAX_HELM4 : FOLDER_FILE_MAX;
    struct diag err = {0};
    struct chart_file file = {.name = path + w->top_len, .path = path};
    if (w->out->count == FOLDER_FILES_MAX)
        return fault_set(w->fault, "chart folder has more than %d files", FOLDER_FILES_MAX);
    if (file_read(path, max, w->arena, &file.data, &err) != 0) {
        const char *base = strrchr(path, '/');
        if (errno == EFBIG && !w->options->helm4)
            return fault_set(w->fault, "chart file \"%s\" is larger than the maximum file size %d", base + 1,
                             FOLDER_FILE_MAX);
        struct fault why;
        fault_init(&why, w->arena);
        fault_file(&why, full_path(w, path));
        return fault_set(w->fault, "error reading %s: %s", file.name, why.helm);
    }
    file.data = without_bom(file.data);
    folder_add(w->arena, w->out, file);
    return 0;
}

static int not_dots(const struct dirent *entry)
{
    return strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
}

static int by_octets(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int walk_folder(struct walk *w, const char *folder, unsigned depth);

/* What a link that leads nowhere is told as: the first name on its way that is not there. */
static int dead_link(struct walk *w, const char *full)
{
    char target[PATH_MAX];
    struct text way;
    struct stat st;
    int why = errno;
    ssize_t len = readlink(full, target, sizeof target);
    if (why == ELOOP || len < 0)
        return fault_set(w->fault, "error evaluating symlink %s: EvalSymlinks: too many links", full);
    text_init(&way, w->arena);
    if (*target != '/')
        text_add(&way, full, (size_t)(strrchr(full, '/') + 1 - full));
    text_add(&way, target, (size_t)len);
    const char *whole = arena_copy(w->arena, way.at, way.len);
    go_path_clean(whole, strlen(whole), &way);
    for (char *at = way.at; (at = strchr(at + 1, '/')); *at = '/') {
        *at = '\0';
        if (lstat(way.at, &st) != 0)
            break;
    }
    errno = lstat(way.at, &st) == 0 ? why : errno;
    const char *words = strerror(errno);
    return fault_set(w->fault, "error evaluating symlink %s: lstat %s: %c%s", full, way.at,
                     tolower((unsigned char)*words), words + 1);
}

/* Where the link leads; NULL, and errno, if nowhere. In two steps, for the folder's own path may have as many
 * links as the system follows. */
static char *resolve(struct walk *w, const char *path)
{
    const char *slash = strrchr(path, '/');
    char *folder = realpath(arena_copy(w->arena, path, (size_t)(slash - path)), NULL);
    char *resolved = folder ? realpath(arena_printf(w->arena, "%s%s", folder, slash), NULL) : NULL;
    int why = errno;
    free(folder);
    errno = why;
    return resolved;
}

/* Helm warns of each link, for it may lead out of the chart. */
static int follow_link(struct walk *w, const char *path)
{
    struct stat st;
    if (lstat(path, &st) != 0 || !S_ISLNK(st.st_mode))
        return 0;
    const char *full = full_path(w, path);
    char *resolved = resolve(w, path);
    if (!resolved)
        return dead_link(w, full);
    if (w->options->helm4)
        warn_slog(w->options->warnings, "INFO",
                  "found symbolic link in path. Contents of linked file included and used", "path", full,
                  "resolved", resolved, (const char *)NULL);
    else
        warn_log(w->options->warnings, false, "walk.go:75",
                 "found symbolic link in path: %s resolves to %s. Contents of linked file included and used",
                 full, resolved);
    free(resolved);
    return 0;
}

static int walk_entry(struct walk *w, const char *folder, const char *name, unsigned depth)
{
    const char *path = arena_printf(w->arena, "%s/%s", folder, name);
    struct stat st;
    if (follow_link(w, path) != 0)
        return -1;
    if (stat(path, &st) != 0)
        return fault_file(w->fault, full_path(w, path));
    if (ignore_has(&w->ignore, path + w->top_len, S_ISDIR(st.st_mode)))
        return 0;
    if (S_ISDIR(st.st_mode))
        return walk_folder(w, path, depth + 1);
    if (!S_ISREG(st.st_mode))
        return fault_set(w->fault, "cannot load irregular file %s as it has file mode type bits set",
                         full_path(w, path));
    return add_file(w, path);
}

static int walk_folder(struct walk *w, const char *folder, unsigned depth)
{
    struct dirent **entries;
    if (depth > FOLDER_DEPTH_MAX)
        return fault_set(w->fault, "%s: folders are nested deeper than %d", folder, FOLDER_DEPTH_MAX);
    int count = scandir(folder, &entries, not_dots, by_octets);
    if (count < 0)
        return fault_file(w->fault, depth ? full_path(w, folder) : w->full);
    int status = 0;
    for (int i = 0; i < count; i++) {
        if (status == 0)
            status = walk_entry(w, folder, entries[i]->d_name, depth);
        free(entries[i]);
    }
    free(entries);
    return status;
}

static int read_ignore(struct walk *w, const char *folder)
{
    struct bytes text = {0};
    struct diag err = {0};
    struct stat st;
    const char *path = arena_printf(w->arena, "%s/.helmignore", folder);
    if (stat(path, &st) == 0 && file_read(path, FOLDER_FILE_MAX, w->arena, &text, &err) != 0)
        return fault_file(w->fault, full_path(w, path));
    return ignore_read(text, w->arena, &w->ignore, w->fault);
}

const char *folder_full_path(const char *path, struct arena *a)
{
    struct text full;
    char here[PATH_MAX];
    text_init(&full, a);
    text_adds(&full, "");
    if (*path != '/' && getcwd(here, sizeof here))
        path = arena_printf(a, "%s/%s", here, path);
    go_path_clean(path, strlen(path), &full);
    return full.at;
}

int folder_read(const char *folder, const struct chart_options *options, struct arena *a,
                struct chart_files *out, struct fault *f)
{
    size_t len = strlen(folder);
    while (len > 1 && folder[len - 1] == '/')
        len--;
    char *top = arena_copy(a, folder, len);
    struct walk w = {.arena = a,
                     .out = out,
                     .fault = f,
                     .options = options,
                     .full = folder_full_path(top, a),
                     .top_len = len + 1};
    *out = (struct chart_files){0};
    return read_ignore(&w, top) == 0 ? walk_folder(&w, top, 0) : -1;
}

static struct bytes builtin_ignore(void)
{
    for (const struct builtin_file *file = builtin_files; file->name; file++)
        if (strcmp(file->name, ".helmignore") == 0)
            return (struct bytes){.at = (const char *)file->data, .len = file->len};
    return (struct bytes){0};
}

/* Whether the file or one of the folders it lies in is left out. */
static bool is_ignored(const struct ignore *ignore, struct arena *a, const char *name)
{
    for (const char *slash = strchr(name, '/'); slash; slash = strchr(slash + 1, '/'))
        if (ignore_has(ignore, arena_copy(a, name, (size_t)(slash - name)), true))
            return true;
    return ignore_has(ignore, name, false);
}

int folder_builtin(struct arena *a, struct chart_files *out, struct fault *f)
{
    struct ignore ignore;
    *out = (struct chart_files){0};
    if (ignore_read(builtin_ignore(), a, &ignore, f) != 0)
        return -1;
    for (const struct builtin_file *file = builtin_files; file->name; file++) {
        if (is_ignored(&ignore, a, file->name))
            continue;
        folder_add(a, out,
                   (struct chart_file){.name = file->name,
                                       .path = arena_printf(a, "(built-in chart)/%s", file->name),
                                       .data = {.at = (const char *)file->data, .len = file->len}});
    }
    return 0;
}
