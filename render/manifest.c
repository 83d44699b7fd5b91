#include "render/manifest.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "render/go_struct.h"
#include "render/head_scan.h"
#include "render/helm_yaml.h"
#include "render/quote.h"
#include "render/split.h"
#include "render/warn.h"

static const struct go_field meta_fields[] = {
    {"name", GO_STRING, NULL}, {"annotations", GO_STRING_MAP, NULL}, {0}};
static const struct go_struct meta = {"", meta_fields,
                                      "struct { Name string \"json:\\\"name\\\"\"; Annotations "
                                      "map[string]string \"json:\\\"annotations\\\"\" }"};
static const struct go_field head_fields[] = {
    {"apiVersion", GO_STRING, NULL}, {"kind", GO_STRING, NULL}, {"metadata", GO_STRUCT, &meta}, {0}};
static const struct go_struct head3 = {"SimpleHead", head_fields, NULL};

/* Kinds in the order in which they are installed; the two of webhooks only since Helm 4. */
static const char *const kinds[] = {
    "PriorityClass",
    "Namespace",
    "NetworkPolicy",
    "ResourceQuota",
    "LimitRange",
    "PodSecurityPolicy",
    "PodDisruptionBudget",
    "ServiceAccount",
    "Secret",
    "SecretList",
    "ConfigMap",
    "StorageClass",
    "PersistentVolume",
    "PersistentVolumeClaim",
    "CustomResourceDefinition",
    "ClusterRole",
    "ClusterRoleList",
    "ClusterRoleBinding",
    "ClusterRoleBindingList",
    "Role",
    "RoleList",
    "RoleBinding",
    "RoleBindingList",
    "Service",
    "DaemonSet",
    "Pod",
    "ReplicationController",
    "ReplicaSet",
    "Deployment",
    "HorizontalPodAutoscaler",
    "StatefulSet",
    "Job",
    "CronJob",
    "IngressClass",
    "Ingress",
    "APIService",
    "MutatingWebhookConfiguration",
    "ValidatingWebhookConfiguration",
};
enum { KINDS = sizeof kinds / sizeof *kinds, KINDS_HELM3 = KINDS - 2 };

struct sorter {
    bool helm4;
    struct arena *arena;
    struct manifests *out;
    struct text *warnings;
    struct fault *fault;
};

static void add_document(struct arena *a, struct documents *to, struct document document)
{
    if (to->count == to->room) {
        size_t room = to->room ? 2 * to->room : 32;
        to->items = arena_grow(a, to->items, to->room * sizeof document, room * sizeof document);
        to->room = room;
    }
    to->items[to->count++] = document;
}

/* The line of text that begins at *at, without blanks around it; *at moves behind it. */
static struct bytes next_line(const char **at, const char *end)
{
    const char *newline = memchr(*at, '\n', (size_t)(end - *at));
    const char *stop = newline ? newline : end;
    struct bytes line = {.at = *at, .len = (size_t)(stop - *at)};
    *at = newline ? newline + 1 : end;
    return split_trim(line);
}

/* The first line of the template that reads just so; 0: none does. */
static unsigned line_in_source(const struct rendered_file *file, struct bytes line)
{
    const char *at = file->source.at, *end = at + file->source.len;
    for (unsigned number = 1; at < end; number++) {
        struct bytes own = next_line(&at, end);
        if (own.len == line.len && memcmp(own.at, line.at, line.len) == 0)
            return number;
    }
    return 0;
}

/* Which line of the template gave the offending one: that line or the nearest above it that stands there as
 * it is, for what actions print stands nowhere. */
static void point_to_source(const struct sorter *s, const struct rendered_file *file, struct bytes text,
                            unsigned line)
{
    const char *at = text.at, *end = text.at + text.len;
    unsigned found = 0, found_at = 0;
    for (unsigned number = 1; file->source.at && at < end && number <= line; number++) {
        struct bytes own = next_line(&at, end);
        unsigned in_source = own.len ? line_in_source(file, own) : 0;
        if (in_source) {
            found = in_source;
            found_at = number;
        }
    }
    struct place where = {.file = file->source_path, .line = found};
    if (found && found_at == line)
        fault_more(s->fault, where, "the template's line");
    else if (found)
        fault_more(s->fault, where, "the template's line that gave line %u; what follows it was put in",
                   found_at);
}

/* What the head of a document says, in the scratch arena. */
static int read_head(const struct sorter *s, const struct rendered_file *file, struct bytes text,
                     struct arena *scratch, struct value **out)
{
    struct fault inner;
    struct value *raw;
    const char *prefix = arena_printf(s->arena, "YAML parse error on %s: ", file->path);
    const char *shown = arena_printf(s->arena, "%s (as rendered)", file->path);
    fault_init(&inner, s->arena);
    const struct yaml_options options = {
        .file = shown, .keep_integers = true, .helm_words = true, .as_go = true};
    struct diag err = {0};
    if (yaml_read(text.at, text.len, &options, scratch, &raw, &err) != 0) {
        helm_yaml_fault(text, prefix, &err, s->fault);
        point_to_source(s, file, text, err.first.line);
        return -1;
    }
    const char *whole = s->helm4 ? "util.SimpleHead" : "releaseutil.SimpleHead";
    if (go_struct_read(raw, &head3, whole, "", scratch, out, &inner) == 0)
        return 0;
    fault_set(s->fault, "%serror unmarshaling JSON: while decoding JSON: %s", prefix, inner.helm);
    text_add(&s->fault->more, inner.more.at, inner.more.len);
    return -1;
}

/* Whether one word of a hook annotation is known; what it says of tests. */
static bool is_event(const char *word, size_t len, bool *is_test)
{
    static const char *const events[] = {"pre-install", "post-install", "pre-delete",   "post-delete",
                                         "pre-upgrade", "post-upgrade", "pre-rollback", "post-rollback",
                                         "test",        "test-success"};
    for (size_t i = 0; i < sizeof events / sizeof *events; i++) {
        if (strlen(events[i]) == len && strncasecmp(events[i], word, len) == 0) {
            *is_test = *is_test || i >= 8;
            return true;
        }
    }
    return false;
}

static bool read_events(const char *annotation, bool *is_test)
{
    for (;;) {
        size_t len = strcspn(annotation, ",");
        struct bytes word = split_trim((struct bytes){.at = annotation, .len = len});
        if (!is_event(word.at, word.len, is_test))
            return false;
        if (!annotation[len])
            return true;
        annotation += len + 1;
    }
}

static int sort_by_head(const struct sorter *s, const struct rendered_file *file, struct bytes text,
                        struct arena *scratch)
{
    struct value *head;
    if (read_head(s, file, text, scratch, &head) != 0)
        return -1;
    const char *kind = value_gets_text(head, "kind", "");
    struct document document = {
        .path = file->path, .text = text, .kind = arena_copy(s->arena, kind, strlen(kind))};
    const struct value *metadata = value_gets(head, "metadata");
    const struct value *annotations = metadata ? value_gets(metadata, "annotations") : NULL;
    const struct value *hook = annotations ? value_gets(annotations, "helm.sh/hook") : NULL;
    if (!hook) {
        add_document(s->arena, &s->out->generic, document);
        return 0;
    }
    if (read_events(hook->text.at, &document.is_test)) {
        add_document(s->arena, &s->out->hooks, document);
        return 0;
    }
    if (s->helm4)
        warn_slog(s->warnings, "INFO", "skipping unknown hooks", "hookTypes", hook->text.at,
                  (const char *)NULL);
    else
        warn_log(s->warnings, false, "manifest_sorter.go:199", "info: skipping unknown hook: %s",
                 quote_go(s->arena, hook->text.at, hook->text.len));
    return 0;
}

/* A document's tree is many times its size, and gone once its head is known. */
static int sort_document(const struct sorter *s, const struct rendered_file *file, struct bytes text)
{
    struct arena scratch;
    struct head head;
    if (head_scan(text, &head)) {
        struct document document = {
            .path = file->path, .text = text, .kind = arena_copy(s->arena, head.kind.at, head.kind.len)};
        add_document(s->arena, &s->out->generic, document);
        return 0;
    }
    arena_init(&scratch, arena_left(s->arena));
    scratch.on_full = s->arena->on_full;
    scratch.on_full_arg = s->arena->on_full_arg;
    int status = sort_by_head(s, file, text, &scratch);
    arena_clear(&scratch);
    return status;
}

bool manifest_has_documents(const struct rendered_file *file)
{
    const char *slash = strrchr(file->path, '/'), *base = slash ? slash + 1 : file->path;
    size_t len = strlen(file->path);
    return *base != '_' && (len < 9 || strcmp(file->path + len - 9, "NOTES.txt") != 0);
}

static size_t rank(const char *kind, bool helm4)
{
    size_t count = helm4 ? KINDS : KINDS_HELM3;
    for (size_t i = 0; i < count; i++)
        if (strcmp(kinds[i], kind) == 0)
            return i;
    return count;
}

struct ranked {
    struct document document;
    size_t rank, at;
    bool known;
};

static int by_kind(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    int order = x->known ? 0 : strcmp(x->document.kind, y->document.kind);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void sort_by_kind(struct documents *documents, bool helm4, struct arena *a)
{
    size_t known = helm4 ? KINDS : KINDS_HELM3;
    struct ranked *ranked = arena_alloc_many(a, documents->count, sizeof *ranked);
    for (size_t i = 0; i < documents->count; i++) {
        size_t r = rank(documents->items[i].kind, helm4);
        ranked[i] = (struct ranked){documents->items[i], r, i, r < known};
    }
    if (documents->count)
        qsort(ranked, documents->count, sizeof *ranked, by_kind);
    for (size_t i = 0; i < documents->count; i++)
        documents->items[i] = ranked[i].document;
}

int manifest_sort(const struct rendered_file *files, size_t count, bool helm4, struct arena *a,
                  struct manifests *out, struct text *warnings, struct fault *f)
{
    *out = (struct manifests){0};
    struct sorter s = {.helm4 = helm4, .arena = a, .out = out, .warnings = warnings, .fault = f};
    for (size_t i = 0; i < count; i++) {
        struct splitter splitter;
        struct bytes text;
        if (!manifest_has_documents(&files[i]))
            continue;
        split_start(&splitter, files[i].text, helm4);
        while (split_next(&splitter, &text))
            if (sort_document(&s, &files[i], text) != 0)
                return -1;
    }
    sort_by_kind(&out->generic, helm4, a);
    sort_by_kind(&out->hooks, helm4, a);
    return 0;
}
