#include "render/helm_yaml.h"

#include <string.h>

#include "common/utf8.h"
#include "render/split.h"
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
    const struct yaml_options options = {
        .file = file, .keep_integers = keep_integers, .helm_words = true, .as_go = true};
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

/* Where the document that begins at from ends, and the next begins: "---" at the start of a line separates.
 */
static int find_separator(struct bytes text, size_t from, size_t *end, size_t *next, const char *prefix,
                          struct fault *f)
{
    *end = *next = text.len;
    for (size_t at = from; at < text.len;) {
        const char *newline = memchr(text.at + at, '\n', text.len - at);
        size_t stop = newline ? (size_t)(newline - text.at) : text.len;
        if (stop - at >= 3 && memcmp(text.at + at, "---", 3) == 0) {
            struct bytes rest = split_trim((struct bytes){.at = text.at + at + 3, .len = stop - at - 3});
            if (rest.len && *rest.at != '#')
                return fault_set(f, "%serror reading yaml document: invalid Yaml document separator: %.*s",
                                 prefix, (int)rest.len, rest.at);
            *end = at;
            *next = newline ? stop + 1 : text.len;
            if (at > from)
                return 0;
            from = *next; /* nothing before it */
            *end = text.len;
        }
        at = stop + 1;
    }
    return 0;
}

/* Helm 4 ends the last line: a block that stands there ends in a newline too. */
static struct bytes whole_lines(struct bytes text, struct arena *a)
{
    if (!text.len || text.at[text.len - 1] == '\n')
        return text;
    struct text whole;
    text_init(&whole, a);
    text_reserve(&whole, text.len + 1);
    text_add(&whole, text.at, text.len);
    text_addc(&whole, '\n');
    return (struct bytes){whole.at, whole.len};
}

/* Helm 4: every document of the file, one over the other. */
static int read_every_document(struct bytes text, struct yaml_options options, const char *prefix,
                               struct arena *a, struct value **out, struct fault *f)
{
    const char *before = arena_printf(a, "%scannot unmarshal yaml document: ", prefix);
    *out = value_map(a);
    text = whole_lines(text, a);
    for (size_t from = 0, end, next; from < text.len; from = next) {
        struct diag err = {0};
        struct value *read;
        if (find_separator(text, from, &end, &next, prefix, f) != 0)
            return -1;
        if (yaml_read(text.at + from, end - from, &options, a, &read, &err) != 0)
            return helm_yaml_fault(text, before, &err, f);
        if (want_map(&read, before, a, f) != 0)
            return -1;
        *out = values_merge(a, *out, read);
        for (size_t i = from; i < next; i++)
            options.lines_before += text.at[i] == '\n';
    }
    return 0;
}

int helm_yaml_values(struct bytes text, const char *file, bool every_document, const char *prefix,
                     struct arena *a, struct value **out, struct fault *f)
{
    const struct yaml_options options = {.file = file, .helm_words = true, .as_go = true};
    struct diag err = {0};
    if (every_document)
        return read_every_document(text, options, prefix, a, out, f);
    if (yaml_read(text.at, text.len, &options, a, out, &err) != 0)
        return helm_yaml_fault(text, prefix, &err, f);
    return want_map(out, prefix, a, f);
}
