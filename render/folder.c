#include "render/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "render/builtin.h"
#include "render/ignore.h"

struct walk {
    struct arena *arena;
    struct chart_files *out;
    struct ignore ignore;
    struct fault *fault;
    size_t top_len; /* of the chart folder's own path and its '/' */
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

static int add_file(struct walk *w, const char *path)
{
    struct diag err = {0};
    struct chart_file file = {.name = path + w->top_len, .path = path};
    if (w->out->count == FOLDER_FILES_MAX)
        return fault_set(w->fault, "chart folder has more than %d files", FOLDER_FILES_MAX);
    if (file_read(path, FOLDER_FILE_MAX, w->arena, &file.data, &err) != 0) {
        const char *base = strrchr(path, '/');
        if (errno == EFBIG)
            return fault_set(w->fault, "chart file \"%s\" is larger than the maximum file size %d", base + 1,
                             FOLDER_FILE_MAX);
        struct fault why;
        fault_init(&why, w->arena);
        fault_file(&why, path);
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

static int walk_entry(struct walk *w, const char *folder, const char *name, unsigned depth)
{
    const char *path = arena_printf(w->arena, "%s/%s", folder, name);
    struct stat st;
    if (stat(path, &st) != 0)
        return fault_file(w->fault, path);
    if (ignore_has(&w->ignore, path + w->top_len, S_ISDIR(st.st_mode)))
        return 0;
    if (S_ISDIR(st.st_mode))
        return walk_folder(w, path, depth + 1);
    if (!S_ISREG(st.st_mode))
        return fault_set(w->fault, "cannot load irregular file %s as it has file mode type bits set", path);
    return add_file(w, path);
}

static int walk_folder(struct walk *w, const char *folder, unsigned depth)
{
    struct dirent **entries;
    if (depth > FOLDER_DEPTH_MAX)
        return fault_set(w->fault, "%s: folders are nested deeper than %d", folder, FOLDER_DEPTH_MAX);
    int count = scandir(folder, &entries, not_dots, by_octets);
    if (count < 0)
        return fault_file(w->fault, folder);
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
        return fault_file(w->fault, path);
    return ignore_read(text, w->arena, &w->ignore, w->fault);
}

int folder_read(const char *folder, struct arena *a, struct chart_files *out, struct fault *f)
{
    size_t len = strlen(folder);
    while (len > 1 && folder[len - 1] == '/')
        len--;
    char *top = arena_copy(a, folder, len);
    struct walk w = {.arena = a, .out = out, .fault = f, .top_len = len + 1};
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
