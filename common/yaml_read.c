#include "common/yaml_read.h"

#include <ctype.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "common/base64.h"
#include "common/number.h"
#include "common/text.h"
#include "common/utf8.h"
#include "common/yaml_dialect.h"
#include "common/yaml_scalar.h"

enum { ANCHOR_BUCKETS = 1024, SHOWN_MAX = 300 };

struct anchor {
    struct anchor *next;
    const char *name;
    size_t len;
    struct value *value; /* NULL: still being read */
};

/* What Go would find in later passes over a whole tree. It is told only if the text parses to its end, and
 * the earlier pass first. */
enum stage { STAGE_DECODE = 1, STAGE_CONVERT, STAGE_JSON };

struct reader {
    yaml_parser_t parser;
    const struct yaml_options *options;
    struct arena *arena;
    struct diag *err;
    const char *text;
    size_t text_len;
    struct anchor **anchors; /* ANCHOR_BUCKETS of them, once there is one */
    size_t nodes, aliased;   /* nodes made, and how many of them by aliases */
    bool in_key;             /* infinities are fine there */
    struct yaml_dialect dialect;
    bool *may_differ;       /* NULL, or what to set instead of telling a fault that may be none to Go */
    enum stage fault_stage; /* 0: none */
    struct place fault_place;
    char fault[DIAG_LINE_MAX];
};

static struct value *read_node(struct reader *r, yaml_event_t *event, unsigned depth);

static struct place place_of(const struct reader *r, yaml_mark_t mark)
{
    return (struct place){.file = r->options->file,
                          .line = r->options->lines_before + (unsigned)mark.line + 1,
                          .column = (unsigned)mark.column + 1};
}

static void put_place(const struct reader *r, struct value *v, yaml_mark_t mark)
{
    v->file = r->options->file;
    v->line = r->options->lines_before + (uint32_t)mark.line + 1;
    v->column = (uint32_t)mark.column + 1;
}

static void later(struct reader *r, enum stage stage, yaml_mark_t mark, const char *format, ...) PRINTF(4, 5);
static void later(struct reader *r, enum stage stage, yaml_mark_t mark, const char *format, ...)
{
    if (r->fault_stage && r->fault_stage <= stage)
        return;
    va_list args;
    va_start(args, format);
    vsnprintf(r->fault, sizeof r->fault, format, args);
    va_end(args);
    r->fault_stage = stage;
    r->fault_place = place_of(r, mark);
}

/* What cannot go on, in the words of Go's parser or our own. */
static int stop(struct reader *r, yaml_mark_t mark, const char *problem)
{
    return diag_at(r->err, place_of(r, mark), "%s%s", r->options->helm_words ? "yaml: " : "", problem);
}

static int no_room(struct reader *r)
{
    return diag_at(r->err, (struct place){.file = r->options->file}, "too large: no memory left for it");
}

/* The reader of octets tells an offset only. */
static yaml_mark_t mark_at(const struct reader *r, size_t offset)
{
    yaml_mark_t mark = {0};
    for (size_t i = 0; i < offset && i < r->text_len; i++) {
        unsigned char c = (unsigned char)r->text[i];
        if (c == '\n') {
            mark.line++;
            mark.column = 0;
        } else if ((c & 0xc0) != 0x80) {
            mark.column++;
        }
    }
    return mark;
}

/* Go's line for a syntax error: none for the first, and counted from 0 unless the scanner found it. */
static size_t go_line(const yaml_parser_t *p)
{
    if (p->problem_mark.line)
        return p->problem_mark.line + (p->error == YAML_SCANNER_ERROR);
    return p->context_mark.line;
}

static int syntax_error(struct reader *r)
{
    const yaml_parser_t *p = &r->parser;
    if (p->error == YAML_MEMORY_ERROR)
        return no_room(r);
    if (r->may_differ && yaml_dialect_may_differ(p)) {
        *r->may_differ = true;
        return -1;
    }
    yaml_mark_t mark = p->error == YAML_READER_ERROR ? mark_at(r, p->problem_offset) : p->problem_mark;
    const char *problem = p->problem ? p->problem : "unknown problem parsing YAML content";
    struct place where = place_of(r, mark);
    size_t line = go_line(p);
    if (!r->options->helm_words && p->context)
        return diag_at(r->err, where, "%s %s that starts at line %zu", problem, p->context,
                       p->context_mark.line + 1);
    if (!r->options->helm_words)
        return diag_at(r->err, where, "%s", problem);
    if (line)
        return diag_at(r->err, where, "yaml: line %zu: %s", line, problem);
    return diag_at(r->err, where, "yaml: %s", problem);
}

/* What Go refuses, where libyaml does not. */
static int check_dialect(struct reader *r, const yaml_event_t *event)
{
    yaml_mark_t mark;
    bool in_scanner;
    const char *problem = yaml_dialect_refusal(&r->dialect, event, &mark, &in_scanner);
    if (problem && r->options->helm_words && mark.line)
        return diag_at(r->err, place_of(r, mark), "yaml: line %zu: %s", mark.line + in_scanner, problem);
    return problem ? stop(r, mark, problem) : 0;
}

static int next_event(struct reader *r, yaml_event_t *event)
{
    if (!yaml_parser_parse(&r->parser, event))
        return syntax_error(r);
    if (!r->options->as_go || check_dialect(r, event) == 0)
        return 0;
    yaml_event_delete(event);
    return -1;
}

/* Of n nodes, how many may come from aliases, as Go's decoder has it: nearly all of a small text, few of a
 * large one. */
static double alias_share_max(size_t n)
{
    const double low = 400000, high = 4000000;
    if ((double)n <= low)
        return 0.99;
    return (double)n >= high ? 0.10 : 0.99 - 0.89 * ((double)n - low) / (high - low);
}

static int count_node(struct reader *r, yaml_mark_t mark, bool by_alias)
{
    r->nodes++;
    r->aliased += by_alias;
    if (r->aliased > 100 && r->nodes > 1000 &&
        (double)r->aliased / (double)r->nodes > alias_share_max(r->nodes))
        return stop(r, mark, "document contains excessive aliasing");
    if (r->nodes > YAML_NODES_MAX)
        return stop(r, mark, "document has more than 4000000 nodes");
    return 0;
}

static unsigned bucket_of(const char *name, size_t len)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)name[i]) * 16777619u;
    return hash % ANCHOR_BUCKETS;
}

/* Names what is about to be read; the caller gives the anchor its value. *out is NULL without a name. */
static int open_anchor(struct reader *r, const yaml_char_t *name, struct anchor **out)
{
    *out = NULL;
    if (!name)
        return 0;
    if (!r->anchors && !(r->anchors = arena_alloc_many(r->arena, ANCHOR_BUCKETS, sizeof *r->anchors)))
        return no_room(r);
    struct anchor *anchor = arena_alloc(r->arena, sizeof *anchor);
    size_t len = strlen((const char *)name);
    char *copy = arena_copy(r->arena, (const char *)name, len);
    if (!anchor || !copy)
        return no_room(r);
    unsigned bucket = bucket_of(copy, len);
    *anchor = (struct anchor){.next = r->anchors[bucket], .name = copy, .len = len};
    r->anchors[bucket] = anchor;
    *out = anchor;
    return 0;
}

static const struct anchor *find_anchor(const struct reader *r, const char *name)
{
    size_t len = strlen(name);
    const struct anchor *at = r->anchors ? r->anchors[bucket_of(name, len)] : NULL;
    while (at && (at->len != len || memcmp(at->name, name, len) != 0))
        at = at->next;
    return at;
}

static struct value *copy_aliased(struct reader *r, const struct value *v, yaml_mark_t mark, unsigned depth)
{
    if (count_node(r, mark, true) != 0)
        return NULL;
    if (depth > YAML_DEPTH_MAX) {
        stop(r, mark, "exceeded max depth of 1000");
        return NULL;
    }
    struct value *out = arena_alloc(r->arena, sizeof *out);
    if (!out)
        goto full;
    *out = *v;
    if (v->kind == VALUE_LIST) {
        out->list.items = NULL;
        out->list.count = out->list.room = 0;
        for (size_t i = 0; i < v->list.count; i++) {
            struct value *item = copy_aliased(r, v->list.items[i], mark, depth + 1);
            if (!item)
                return NULL;
            if (value_push(r->arena, out, item) != 0)
                goto full;
        }
    } else if (v->kind == VALUE_MAP) {
        out->map.entries = NULL;
        out->map.count = out->map.room = 0;
        for (size_t i = 0; i < v->map.count; i++) {
            struct entry e = v->map.entries[i];
            e.value = copy_aliased(r, e.value, mark, depth + 1);
            if (!e.value)
                return NULL;
            if (value_append(r->arena, out, e) != 0)
                goto full;
        }
    }
    return out;
full:
    no_room(r);
    return NULL;
}

static struct value *read_alias(struct reader *r, const yaml_event_t *event, unsigned depth)
{
    const char *name = (const char *)event->data.alias.anchor;
    const struct anchor *anchor = find_anchor(r, name);
    char problem[SHOWN_MAX];
    if (anchor && anchor->value)
        return copy_aliased(r, anchor->value, event->start_mark, depth);
    if (!anchor) {
        snprintf(problem, sizeof problem, "unknown anchor '%s' referenced", name);
        stop(r, event->start_mark, problem);
        return NULL;
    }
    later(r, STAGE_DECODE, event->start_mark, "yaml: anchor '%s' value contains itself", name);
    return value_null(r->arena);
}

static const char *short_tag(const char *tag, char *to, size_t room)
{
    static const char prefix[] = "tag:yaml.org,2002:";
    if (strncmp(tag, prefix, sizeof prefix - 1) != 0)
        return tag;
    snprintf(to, room, "!!%s", tag + sizeof prefix - 1);
    return to;
}

static const char *type_tag(enum yaml_type type)
{
    switch (type) {
    case YAML_TYPE_STRING: return "!!str";
    case YAML_TYPE_NULL: return "!!null";
    case YAML_TYPE_BOOL: return "!!bool";
    case YAML_TYPE_INT:
    case YAML_TYPE_UINT: return "!!int";
    case YAML_TYPE_FLOAT: return "!!float";
    case YAML_TYPE_DATE: return "!!timestamp";
    }
    return "";
}

static bool is_resolvable(const char *tag)
{
    static const char *const known[] = {"!!bool", "!!int", "!!float", "!!null", "!!timestamp"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(tag, known[i]) == 0)
            return true;
    return false;
}

/* What the text of a scalar is under its tag, or without one. A tag that does not fit is a fault. */
static struct yaml_scalar resolve(struct reader *r, const yaml_event_t *event)
{
    const char *text = (const char *)event->data.scalar.value;
    size_t len = event->data.scalar.length;
    struct yaml_scalar string = {.type = YAML_TYPE_STRING};
    char room[64];
    if (!event->data.scalar.tag) {
        struct yaml_scalar is = event->data.scalar.plain_implicit ? yaml_scalar_read(text, len) : string;
        bool other_word = is.type == YAML_TYPE_BOOL && tolower(text[0]) != 't' && tolower(text[0]) != 'f';
        return r->options->only_true_false && other_word ? string : is;
    }
    const char *tag = short_tag((const char *)event->data.scalar.tag, room, sizeof room);
    if (!is_resolvable(tag))
        return string;
    struct yaml_scalar is = yaml_scalar_read(text, len);
    bool whole = is.type == YAML_TYPE_INT || is.type == YAML_TYPE_UINT;
    bool date = is.type == YAML_TYPE_DATE && strcmp(tag, "!!timestamp") != 0; /* none but under its own tag */
    const char *found = date ? "!!str" : type_tag(is.type);
    if (strcmp(tag, found) != 0 && !(whole && strcmp(tag, "!!float") == 0))
        later(r, STAGE_DECODE, event->start_mark, "yaml: cannot decode %s `%.*s` as a %s", found,
              (int)(len < SHOWN_MAX ? len : SHOWN_MAX), text, tag);
    return is;
}

static struct value *binary(struct reader *r, const yaml_event_t *event)
{
    char *bytes = arena_alloc(r->arena, event->data.scalar.length + 1);
    struct text clean;
    size_t len = 0;
    if (!bytes)
        return NULL;
    if (base64_read((const char *)event->data.scalar.value, event->data.scalar.length, bytes, &len) != 0)
        later(r, STAGE_DECODE, event->start_mark, "yaml: !!binary value contains invalid base64 data");
    text_init(&clean, r->arena);
    utf8_clean(bytes, len, &clean);
    return clean.failed ? NULL : value_borrow(r->arena, clean.at, clean.len);
}

static struct value *number(struct reader *r, struct yaml_scalar is, const yaml_event_t *event)
{
    switch (is.type) {
    case YAML_TYPE_INT:
        if (r->options->keep_integers)
            return value_int(r->arena, is.integer);
        return value_float(r->arena, (double)is.integer);
    case YAML_TYPE_UINT: return value_float(r->arena, (double)is.large);
    default: break;
    }
    if (!isfinite(is.number) && !r->in_key)
        later(r, STAGE_JSON, event->start_mark, "json: unsupported value: %s",
              isnan(is.number) ? "NaN"
              : is.number > 0  ? "+Inf"
                               : "-Inf");
    return value_float(r->arena, is.number);
}

static struct value *make_scalar(struct reader *r, const yaml_event_t *event)
{
    const char *tag = (const char *)event->data.scalar.tag;
    if (tag && strcmp(tag, "tag:yaml.org,2002:binary") == 0)
        return binary(r, event);
    struct yaml_scalar is = resolve(r, event);
    switch (is.type) {
    case YAML_TYPE_NULL: return value_null(r->arena);
    case YAML_TYPE_BOOL: return value_bool(r->arena, is.boolean);
    case YAML_TYPE_INT:
    case YAML_TYPE_UINT:
    case YAML_TYPE_FLOAT: return number(r, is, event);
    case YAML_TYPE_STRING:
    case YAML_TYPE_DATE: break;
    }
    return value_text(r->arena, (const char *)event->data.scalar.value, event->data.scalar.length);
}

static struct value *read_scalar(struct reader *r, const yaml_event_t *event)
{
    struct value *v = make_scalar(r, event);
    struct anchor *anchor;
    if (!v)
        no_room(r);
    else
        put_place(r, v, event->start_mark);
    if (!v || open_anchor(r, event->data.scalar.anchor, &anchor) != 0)
        return NULL;
    if (anchor)
        anchor->value = v;
    return v;
}

static struct value *read_list(struct reader *r, const yaml_event_t *start, unsigned depth)
{
    struct value *list = value_list(r->arena);
    struct anchor *anchor;
    if (!list) {
        no_room(r);
        return NULL;
    }
    put_place(r, list, start->start_mark);
    if (open_anchor(r, start->data.sequence_start.anchor, &anchor) != 0)
        return NULL;
    for (;;) {
        yaml_event_t event;
        if (next_event(r, &event) != 0)
            return NULL;
        bool end = event.type == YAML_SEQUENCE_END_EVENT;
        struct value *item = end ? NULL : read_node(r, &event, depth + 1);
        yaml_event_delete(&event);
        if (end)
            break;
        if (!item)
            return NULL;
        if (value_push(r->arena, list, item) != 0) {
            no_room(r);
            return NULL;
        }
    }
    if (anchor)
        anchor->value = list;
    return list;
}

/* A node as Go would print its source, for messages about keys. */
static void go_syntax(const struct value *v, struct text *to)
{
    char digits[NUMBER_TEXT_MAX];
    if (to->len > SHOWN_MAX)
        return;
    switch ((enum value_kind)v->kind) {
    case VALUE_NULL: text_adds(to, "interface {}(nil)"); break;
    case VALUE_BOOL: text_adds(to, v->boolean ? "true" : "false"); break;
    case VALUE_INT: text_printf(to, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT: text_add(to, digits, number_json(isfinite(v->number) ? v->number : 0, digits)); break;
    case VALUE_STRING: text_printf(to, "\"%s\"", v->text.at); break;
    case VALUE_LIST:
        text_adds(to, "[]interface {}{");
        for (size_t i = 0; i < v->list.count; i++) {
            text_adds(to, i ? ", " : "");
            go_syntax(v->list.items[i], to);
        }
        text_adds(to, "}");
        break;
    case VALUE_MAP:
        text_adds(to, "map[interface {}]interface {}{");
        for (size_t i = 0; i < v->map.count; i++) {
            text_printf(to, "%s\"%s\":", i ? ", " : "", v->map.entries[i].key);
            go_syntax(v->map.entries[i].value, to);
        }
        text_adds(to, "}");
        break;
    }
}

static const char *shown(struct reader *r, const struct value *v)
{
    struct text out;
    text_init(&out, r->arena);
    go_syntax(v, &out);
    return out.failed ? "" : out.at;
}

/* What an alias means as a key: its number's own spelling is gone. */
static int key_of_value(struct reader *r, const struct value *v, yaml_mark_t mark, struct entry *out)
{
    char digits[NUMBER_TEXT_MAX];
    size_t len = 0;
    switch ((enum value_kind)v->kind) {
    case VALUE_STRING:
        out->key = v->text.at;
        out->key_len = v->text.len;
        return 0;
    case VALUE_BOOL: len = (size_t)sprintf(digits, "%s", v->boolean ? "true" : "false"); break;
    case VALUE_INT: len = (size_t)sprintf(digits, "%lld", (long long)v->integer); break;
    case VALUE_FLOAT:
        len = v->number == floor(v->number) && fabs(v->number) < 1e15 ? number_json(v->number, digits)
                                                                      : number_go32(v->number, digits);
        break;
    case VALUE_NULL: break; /* told with its value, by read_entry */
    case VALUE_LIST:
    case VALUE_MAP: later(r, STAGE_DECODE, mark, "yaml: invalid map key: %s", shown(r, v)); break;
    }
    out->key_len = len;
    out->key = arena_copy(r->arena, digits, len);
    return out->key ? 0 : no_room(r);
}

/* A number or word that is a key becomes text, a float with the digits of a single one. */
static int key_of_scalar(struct reader *r, const yaml_event_t *event, const struct value *v,
                         struct entry *out)
{
    const yaml_char_t *text = event->data.scalar.value;
    size_t len = event->data.scalar.length;
    char digits[NUMBER_TEXT_MAX];
    bool literal = event->data.scalar.tag && v->kind != VALUE_STRING ? false : r->options->keys_as_written;
    if (v->kind == VALUE_STRING)
        return key_of_value(r, v, event->start_mark, out);
    if (literal) {
        out->key = arena_copy(r->arena, (const char *)text, len);
        out->key_len = len;
        return out->key ? 0 : no_room(r);
    }
    struct yaml_scalar is = yaml_scalar_read((const char *)text, len);
    if (is.type == YAML_TYPE_INT)
        out->key_len = (size_t)sprintf(digits, "%lld", (long long)is.integer);
    else if (is.type == YAML_TYPE_UINT)
        later(r, STAGE_CONVERT, event->start_mark, "unsupported map key of type: uint64, key: 0x%llx",
              (unsigned long long)is.large);
    else if (is.type == YAML_TYPE_FLOAT && isfinite(is.number))
        out->key_len = number_go32(is.number, digits);
    else if (is.type == YAML_TYPE_FLOAT)
        out->key_len = (size_t)sprintf(digits, "%s",
                                       isnan(is.number) ? ".nan"
                                       : is.number > 0  ? ".inf"
                                                        : "-.inf");
    else
        return key_of_value(r, v, event->start_mark, out);
    out->key = arena_copy(r->arena, digits, out->key_len);
    return out->key ? 0 : no_room(r);
}

static bool is_merge(const yaml_event_t *event)
{
    const char *tag;
    if (event->type != YAML_SCALAR_EVENT || strcmp((const char *)event->data.scalar.value, "<<") != 0)
        return false;
    tag = (const char *)event->data.scalar.tag;
    return event->data.scalar.plain_implicit || (tag && strcmp(tag, "tag:yaml.org,2002:merge") == 0);
}

static int merge_map(struct reader *r, const struct value *from, struct value *to)
{
    for (size_t i = 0; i < from->map.count; i++)
        if (value_append(r->arena, to, from->map.entries[i]) != 0)
            return no_room(r);
    return 0;
}

/* <<: a map, or a list of maps of which the first wins; an alias may not mean a list. */
static int merge(struct reader *r, const struct value *from, bool by_alias, yaml_mark_t mark,
                 struct value *to)
{
    if (from->kind == VALUE_MAP)
        return merge_map(r, from, to);
    bool good = from->kind == VALUE_LIST && !by_alias;
    for (size_t i = good ? from->list.count : 0; good && i > 0; i--) {
        const struct value *item = from->list.items[i - 1];
        good = item->kind == VALUE_MAP;
        if (good && merge_map(r, item, to) != 0)
            return -1;
    }
    if (!good)
        later(r, STAGE_DECODE, mark, "yaml: map merge requires map or sequence of maps as the value");
    return 0;
}

/* The value of the entry whose key was just read. */
static struct value *read_entry_value(struct reader *r, yaml_mark_t *mark, bool *by_alias, unsigned depth)
{
    yaml_event_t event;
    if (next_event(r, &event) != 0)
        return NULL;
    *mark = event.start_mark;
    *by_alias = event.type == YAML_ALIAS_EVENT;
    struct value *v = read_node(r, &event, depth);
    yaml_event_delete(&event);
    return v;
}

static int read_key(struct reader *r, yaml_event_t *event, unsigned depth, struct entry *out, bool *is_null)
{
    r->in_key = event->type == YAML_SCALAR_EVENT;
    struct value *key = read_node(r, event, depth);
    r->in_key = false;
    if (!key)
        return -1;
    struct place where = place_of(r, event->start_mark);
    *out = (struct entry){.file = where.file, .line = where.line, .column = where.column};
    int status = event->type == YAML_SCALAR_EVENT ? key_of_scalar(r, event, key, out)
                                                  : key_of_value(r, key, event->start_mark, out);
    *is_null = key->kind == VALUE_NULL && out->key_len == 0;
    return status;
}

static int read_entry(struct reader *r, yaml_event_t *event, unsigned depth, struct value *map,
                      struct value *merged)
{
    struct entry entry;
    yaml_mark_t mark;
    bool null_key = false;
    bool by_alias, merging = is_merge(event);
    if (!merging && read_key(r, event, depth, &entry, &null_key) != 0)
        return -1;
    struct value *v = read_entry_value(r, &mark, &by_alias, depth);
    if (!v)
        return -1;
    if (merging)
        return merge(r, v, by_alias, mark, merged);
    if (null_key && !r->options->keys_as_written)
        later(r, STAGE_CONVERT, event->start_mark,
              "unsupported map key of type: %%!s(<nil>), key: <nil>, value: %s",
              v->kind == VALUE_NULL ? "<nil>" : shown(r, v));
    entry.value = v;
    return value_append(r->arena, map, entry) == 0 ? 0 : no_room(r);
}

static void complain_twice(void *arg, const struct entry *lost, const struct entry *kept)
{
    struct reader *r = arg;
    struct place where = {.file = kept->file, .line = kept->line, .column = kept->column};
    diag_at(r->err, where, "key \"%s\" is there already, at line %u", kept->key, lost->line);
}

/* A map's own keys beat merged ones, and none may come twice; reading goes on, to find all that do. */
static int close_strict(struct reader *r, struct value *map, const struct value *merged)
{
    if (value_sort(r->arena, map, complain_twice, r) != 0)
        return no_room(r);
    size_t own = map->map.count;
    struct value view = *map;
    for (size_t i = 0; i < merged->map.count; i++) {
        const struct entry *e = &merged->map.entries[i];
        view.map.entries = map->map.entries;
        view.map.count = own;
        if (!value_entry(&view, e->key, e->key_len) && value_append(r->arena, map, *e) != 0)
            return no_room(r);
    }
    if (value_sort(r->arena, map, NULL, NULL) != 0)
        return no_room(r);
    return 0;
}

static int read_entries(struct reader *r, unsigned depth, struct value *map)
{
    bool strict = r->options->refuse_duplicates;
    struct value aside = {.kind = VALUE_MAP};
    for (;;) {
        yaml_event_t event;
        if (next_event(r, &event) != 0)
            return -1;
        bool end = event.type == YAML_MAPPING_END_EVENT;
        int status = end ? 0 : read_entry(r, &event, depth + 1, map, strict ? &aside : map);
        yaml_event_delete(&event);
        if (status != 0)
            return -1;
        if (end)
            break;
    }
    if (strict)
        return close_strict(r, map, &aside);
    return value_sort(r->arena, map, NULL, NULL) == 0 ? 0 : no_room(r);
}

static struct value *read_map(struct reader *r, const yaml_event_t *start, unsigned depth)
{
    struct value *map = value_map(r->arena);
    struct anchor *anchor;
    if (!map) {
        no_room(r);
        return NULL;
    }
    put_place(r, map, start->start_mark);
    if (open_anchor(r, start->data.mapping_start.anchor, &anchor) != 0 || read_entries(r, depth, map) != 0)
        return NULL;
    if (anchor)
        anchor->value = map;
    return map;
}

/* A tag of somebody's own would be read over; it may mean a lot to whoever wrote it. */
static int check_tag(struct reader *r, const yaml_event_t *event)
{
    const yaml_char_t *tag = NULL;
    char problem[SHOWN_MAX];
    if (event->type == YAML_SCALAR_EVENT)
        tag = event->data.scalar.tag;
    else if (event->type == YAML_SEQUENCE_START_EVENT)
        tag = event->data.sequence_start.tag;
    else if (event->type == YAML_MAPPING_START_EVENT)
        tag = event->data.mapping_start.tag;
    if (!tag || !r->options->refuse_tags || strncmp((const char *)tag, "tag:yaml.org,2002:", 18) == 0)
        return 0;
    snprintf(problem, sizeof problem, "the tag %s is not understood; write the value without it", tag);
    return stop(r, event->start_mark, problem);
}

/* The node that begins with event, which stays the caller's. NULL: err is filled. */
static struct value *read_node(struct reader *r, yaml_event_t *event, unsigned depth)
{
    if (count_node(r, event->start_mark, false) != 0 || check_tag(r, event) != 0)
        return NULL;
    if (depth > YAML_DEPTH_MAX) {
        stop(r, event->start_mark, "exceeded max depth of 1000");
        return NULL;
    }
    switch (event->type) {
    case YAML_ALIAS_EVENT: return read_alias(r, event, depth);
    case YAML_SCALAR_EVENT: return read_scalar(r, event);
    case YAML_SEQUENCE_START_EVENT: return read_list(r, event, depth);
    case YAML_MAPPING_START_EVENT: return read_map(r, event, depth);
    default: stop(r, event->start_mark, "unexpected event"); return NULL;
    }
}

/* The next document; *out is NULL at the end of the stream. */
static int read_document(struct reader *r, struct value **out)
{
    yaml_event_t event;
    *out = NULL;
    if (next_event(r, &event) != 0)
        return -1;
    bool more = event.type == YAML_DOCUMENT_START_EVENT;
    yaml_event_delete(&event);
    if (!more)
        return 0;
    r->anchors = NULL;
    if (next_event(r, &event) != 0)
        return -1;
    *out = read_node(r, &event, 0);
    yaml_event_delete(&event);
    if (!*out || next_event(r, &event) != 0)
        return -1;
    yaml_event_delete(&event);
    return 0;
}

/* A later twin of its key may have put an infinity out of the tree. */
static bool holds_infinity(const struct value *v)
{
    bool found = v->kind == VALUE_FLOAT && !isfinite(v->number);
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count && !found; i++)
        found = holds_infinity(v->list.items[i]);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map.count && !found; i++)
        found = holds_infinity(v->map.entries[i].value);
    return found;
}

static int read_documents(struct reader *r, struct value **out)
{
    struct value *doc, *all = value_list(r->arena);
    if (!all)
        return no_room(r);
    do {
        if (read_document(r, &doc) != 0)
            return -1;
        if (doc && value_push(r->arena, all, doc) != 0)
            return no_room(r);
    } while (doc && r->options->all_documents);
    if (r->fault_stage && (r->fault_stage != STAGE_JSON || holds_infinity(all)))
        return diag_at(r->err, r->fault_place, "%s",
                       r->fault + (!r->options->helm_words && !strncmp(r->fault, "yaml: ", 6) ? 6 : 0));
    *out = all;
    return 0;
}

/* "%YAML 1.2" in front: Go's reader knows 1.1 alone, libyaml both. */
static bool is_of_later_version(const char *text, size_t len)
{
    static const char directive[] = "%YAML";
    const char *at = text + sizeof directive - 1, *end = text + len;
    if (len < sizeof directive || memcmp(text, directive, sizeof directive - 1) != 0)
        return false;
    while (at < end && (*at == ' ' || *at == '\t'))
        at++;
    return end - at > 2 && memcmp(at, "1.", 2) == 0 && at[2] >= '0' && at[2] <= '9' &&
           (at[2] != '1' || (end - at > 3 && at[3] >= '0' && at[3] <= '9'));
}

static int read_text(struct bytes text, const struct yaml_options *options, struct arena *a,
                     struct value **out, struct diag *err, bool *may_differ)
{
    struct reader r = {.options = options,
                       .arena = a,
                       .err = err,
                       .text = text.at,
                       .text_len = text.len,
                       .dialect.text = text,
                       .may_differ = may_differ};
    yaml_event_t event;
    struct value *all = NULL;
    unsigned before = err->count;
    if (options->helm_words && is_of_later_version(text.at, text.len))
        return stop(&r, (yaml_mark_t){0}, "found incompatible YAML document");
    if (!yaml_parser_initialize(&r.parser))
        return no_room(&r);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)text.at, text.len);
    int status = next_event(&r, &event); /* the start of the stream */
    if (status == 0) {
        yaml_event_delete(&event);
        status = read_documents(&r, &all);
    }
    yaml_parser_delete(&r.parser);
    if (status != 0 || !all || err->count != before)
        return -1;
    *out = options->all_documents ? all : all->list.count ? all->list.items[0] : value_null(a);
    return *out ? 0 : no_room(&r);
}

int yaml_read(const char *text, size_t len, const struct yaml_options *options, struct arena *a,
              struct value **out, struct diag *err)
{
    struct bytes all = {text, len};
    bool may_differ = false;
    int status = read_text(all, options, a, out, err, options->as_go ? &may_differ : NULL);
    return may_differ ? read_text(yaml_dialect_mend(all, a), options, a, out, err, NULL) : status;
}
