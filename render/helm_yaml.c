#include "render/helm_yaml.h"

#include <string.h>

#include "common/utf8.h"
#include "render/values.h"

enum { LINES_AROUND = 3, LINE_SHOWN_MAX = 200 };

/* A line of text with its number, and ">" before the one that counts. */
static void show_line(struct fault *f, const char *from, size_t len, unsigned number, bool is_it)
{
    struct text clean;
    text_init(&clean, f->arena);
    text_add(&clean, "", 0);
    utf8_clean(from, len < LINE_SHOWN_MAX ? len : LINE_SHOWN_MAX, &clean);
    for (size_t i = 0; i < clean.len; i++)
        if ((unsigned char)clean.at[i] < 0x20 && clean.at[i] != '\t')
            clean.at[i] = '?';
    fault_more(f, (struct place){0}, "%s %5u | %s%s", is_it ? ">" : " ", number, clean.at,
               len > LINE_SHOWN_MAX ? " ..." : "");
}

static void show_around(struct fault *f, struct bytes text, unsigned line)
{
    unsigned number = 1;
    const char *at = text.at, *end = text.at + text.len;
    while (at < end && number <= line + LINES_AROUND) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        if (number + LINES_AROUND >= line)
            show_line(f, at, (size_t)(stop - at), number, number == line);
        at = stop + 1;
        number++;
    }
}

int helm_yaml_fault(struct bytes text, const char *prefix, const struct diag *err, struct fault *f)
{
    const char *message = err->text + err->first_at;
    int len = (int)strcspn(message, "\n");
    if (f->helm)
        return -1;
    fault_set(f, "%serror converting YAML to JSON: %.*s", prefix, len, message);
    if (err->first.line) {
        fault_more(f, err->first, "%.*s", len, message);
        show_around(f, text, err->first.line);
    }
    return -1;
}

int helm_yaml_read(struct bytes text, const char *file, bool keep_integers, const char *prefix,
                   struct arena *a, struct value **out, struct fault *f)
{
    const struct yaml_options options = {.file = file, .keep_integers = keep_integers, .helm_words = true};
    struct diag err = {0};
    if (yaml_read(text.at, text.len, &options, a, out, &err) != 0)
        return helm_yaml_fault(text, prefix, &err, f);
    return 0;
}

static const char *json_kind(const struct value *v)
{
    switch ((enum value_kind)v->kind) {
    case VALUE_BOOL: return "bool";
    case VALUE_INT:
    case VALUE_FLOAT: return "number";
    case VALUE_STRING: return "string";
    default: return "array";
    }
}

static int want_map(struct value **v, const char *prefix, struct arena *a, struct fault *f)
{
    if ((*v)->kind == VALUE_NULL) {
        struct value *map = value_map(a);
        map->file = (*v)->file;
        *v = map;
    }
    if ((*v)->kind == VALUE_MAP)
        return 0;
    fault_set(
        f,
        "%serror unmarshaling JSON: while decoding JSON: json: cannot unmarshal %s into Go value of type "
        "map[string]interface {}",
        prefix, json_kind(*v));
    fault_more(f, value_place(*v), "this is a %s; values are a map: key: value", value_kind_name(*v));
    return -1;
}

int helm_yaml_values(struct bytes text, const char *file, bool every_document, const char *prefix,
                     struct arena *a, struct value **out, struct fault *f)
{
    const struct yaml_options options = {.file = file, .helm_words = true, .all_documents = every_document};
    const char *before =
        every_document ? arena_printf(a, "%scannot unmarshal yaml document: ", prefix) : prefix;
    struct diag err = {0};
    struct value *read;
    if (yaml_read(text.at, text.len, &options, a, &read, &err) != 0)
        return helm_yaml_fault(text, before, &err, f);
    if (!every_document) {
        *out = read;
        return want_map(out, before, a, f);
    }
    *out = value_map(a);
    for (size_t i = 0; i < read->list.count; i++) {
        struct value *document = read->list.items[i];
        if (want_map(&document, before, a, f) != 0)
            return -1;
        *out = values_merge(a, *out, document);
    }
    return 0;
}
