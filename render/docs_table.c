#include "render/docs_table.h"

#include <stdlib.h>
#include <string.h>

#include "common/value.h"
#include "render/docs_comment.h"
#include "render/helm_yaml.h"
#include "render/json.h"

struct row {
    const char *key, *type, *shown, *description, *section;
};

struct table {
    struct arena *arena;
    struct docs_lines lines;
    struct docs_comment *named; /* comments with a key */
    size_t named_count;
    struct row *rows;
    size_t count, room;
};

/* A value and where its comment may be. */
struct spot {
    const char *path;
    const struct value *value;
    unsigned line, column;
    bool is_item;
};

static const char *type_name(const struct value *v)
{
    static const char *const names[] = {
        [VALUE_NULL] = "string",   [VALUE_BOOL] = "bool", [VALUE_INT] = "int",    [VALUE_FLOAT] = "float",
        [VALUE_STRING] = "string", [VALUE_LIST] = "list", [VALUE_MAP] = "object",
    };
    return names[v->kind];
}

/* The value in a code span, whose fence is longer than any run of backticks within. */
static const char *show(const struct table *t, const struct value *v)
{
    struct text json, out;
    size_t run = 0, longest = 0;
    if (v->kind == VALUE_NULL)
        return "`nil`";
    text_init(&json, t->arena);
    text_init(&out, t->arena);
    if (json_write(v, JSON_RAW, &json) != 0)
        return "";
    for (size_t i = 0; i < json.len; i++) {
        run = json.at[i] == '`' ? run + 1 : 0;
        longest = run > longest ? run : longest;
    }
    text_repeat(&out, '`', longest + 1);
    text_add(&out, json.at, json.len);
    text_repeat(&out, '`', longest + 1);
    return out.at;
}

static const struct docs_comment *find_named(const struct table *t, const char *path)
{
    const struct docs_comment *found = NULL;
    for (size_t i = 0; i < t->named_count; i++)
        if (strcmp(t->named[i].key, path) == 0)
            found = &t->named[i];
    return found;
}

static const char *first_of(const char *a, const char *b)
{
    return *a ? a : b;
}

static void add_row(struct table *t, const struct spot *spot, const struct docs_comment *named,
                    const struct docs_comment *above)
{
    static const struct docs_comment none = {
        .key = "", .description = "", .type = "", .shown = "", .section = ""};
    const struct docs_comment *own = named ? named : &none;
    if (t->count == t->room) {
        size_t room = t->room ? 2 * t->room : 64;
        t->rows = arena_grow(t->arena, t->rows, t->room * sizeof *t->rows, room * sizeof *t->rows);
        t->room = room;
    }
    const char *shown = first_of(own->shown, above->shown);
    t->rows[t->count++] = (struct row){
        .key = spot->path,
        .type = first_of(first_of(own->type, above->type), type_name(spot->value)),
        .shown = *shown ? shown : show(t, spot->value),
        .description = first_of(own->description, above->description),
        .section = first_of(own->section, above->section),
    };
}

static const char *below(const struct table *t, const char *path, const char *key)
{
    const char *mark = strpbrk(key, ". ") ? "\"" : "";
    return arena_printf(t->arena, "%s%s%s%s%s", path, *path ? "." : "", mark, key, mark);
}

/* leaves: whether what has no description gets a row, for nothing above it has one. The depth is the
 * reader's, YAML_DEPTH_MAX. */
static void walk(struct table *t, const struct spot *spot, bool leaves)
{
    const struct value *v = spot->value;
    const struct docs_comment *named = find_named(t, spot->path);
    struct docs_comment above = docs_comment_above(&t->lines, spot->line, spot->column, spot->is_item);
    bool described = named || *above.description;
    size_t count = v->kind == VALUE_LIST ? v->list.count : v->kind == VALUE_MAP ? v->map->count : 0;
    if (above.ignored)
        return;
    if (*spot->path && (described || (leaves && !count))) {
        add_row(t, spot, named, &above);
        leaves = false;
    }
    for (size_t i = 0; i < count; i++) {
        struct spot next;
        if (v->kind == VALUE_LIST) {
            const struct value *item = v->list.items[i];
            next = (struct spot){arena_printf(t->arena, "%s[%zu]", spot->path, i), item, item->line,
                                 item->column, true};
        } else {
            const struct entry *e = &v->map->entries[i];
            next = (struct spot){below(t, spot->path, e->key), e->value, e->line, e->column, false};
        }
        walk(t, &next, leaves);
    }
}

static int by_key(const void *left, const void *right)
{
    const struct row *a = left, *b = right;
    return strcmp(a->key, b->key);
}

/* A cell: one line, and no column more. What is escaped already stays so. */
static void add_cell(struct text *to, const char *s)
{
    text_adds(to, " ");
    for (const char *c = s; *c; c++) {
        if (*c == '\n') {
            text_adds(to, "<br>");
            continue;
        }
        if (*c == '|' && (c == s || c[-1] != '\\'))
            text_addc(to, '\\');
        text_addc(to, *c);
    }
    text_adds(to, " |");
}

static void add_rows(const struct table *t, const char *section, struct text *to)
{
    text_adds(to, "| Key | Type | Default | Description |\n|-----|------|---------|-------------|");
    for (size_t i = 0; i < t->count; i++) {
        const struct row *row = &t->rows[i];
        if (section && strcmp(row->section, section) != 0)
            continue;
        text_adds(to, "\n|");
        add_cell(to, row->key);
        add_cell(to, row->type);
        add_cell(to, row->shown);
        add_cell(to, row->description);
    }
}

/* Sections in the order of their first rows, what has none at the end. */
static void add_sections(const struct table *t, struct text *to)
{
    bool others = false;
    for (size_t i = 0; i < t->count; i++) {
        const char *section = t->rows[i].section;
        bool told = !*section;
        others = others || told;
        for (size_t k = 0; k < i && !told; k++)
            told = strcmp(t->rows[k].section, section) == 0;
        if (told)
            continue;
        text_printf(to, "%s### %s\n\n", to->len ? "\n\n" : "", section);
        add_rows(t, section, to);
    }
    if (!others)
        return;
    text_printf(to, "%s### Other Values\n\n", to->len ? "\n\n" : "");
    add_rows(t, "", to);
}

static void read_named(struct table *t)
{
    struct docs_comment comment;
    size_t room = 0;
    for (size_t at = 0; docs_comment_next(&t->lines, &at, &comment);) {
        if (t->named_count == room) {
            t->named =
                arena_grow(t->arena, t->named, room * sizeof comment, (2 * room + 16) * sizeof comment);
            room = 2 * room + 16;
        }
        t->named[t->named_count++] = comment;
    }
}

int docs_table_write(struct bytes values, const char *file, struct arena *a, struct text *to, struct fault *f)
{
    struct table t = {.arena = a};
    struct value *read;
    struct text sections;
    bool in_sections = false;
    if (helm_yaml_read(values, file, true, "cannot load values.yaml: ", a, &read, f) != 0)
        return -1;
    if (read->kind != VALUE_MAP && read->kind != VALUE_NULL)
        return fault_set(f, "%s: values have to be a map; it is a %s", file, value_kind_name(read));
    docs_lines_init(&t.lines, values, a);
    read_named(&t);
    walk(&t, &(struct spot){.path = "", .value = read}, true);
    if (!t.count)
        return 0;
    qsort(t.rows, t.count, sizeof *t.rows, by_key);
    for (size_t i = 0; i < t.count; i++)
        in_sections = in_sections || *t.rows[i].section;
    if (!in_sections) {
        add_rows(&t, NULL, to);
        return 0;
    }
    text_init(&sections, a);
    add_sections(&t, &sections);
    text_add(to, sections.at, sections.len);
    return 0;
}
