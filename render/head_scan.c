#include "render/head_scan.h"

#include <stdbool.h>
#include <string.h>

#include "common/yaml_scalar.h"

enum { LEVELS_MAX = 40, KEY_MAX = 100 };

/* What a level holds. */
enum holds { MAP, LIST };

/* Where in the document we are, as far as the head goes. */
enum part { BODY, TOP, METADATA, ANNOTATIONS };

struct level {
    size_t indent;
    enum holds holds;
    enum part part;
};

struct scan {
    const char *at, *end; /* what is left of the text */
    struct level levels[LEVELS_MAX];
    size_t depth;
    bool pending;           /* the last line ended where a value may stand */
    enum part pending_part; /* of the map that would be that value */
    struct head *head;
};

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '-' || c == '.' || c == '/';
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

/* The line at s->at; false: it holds an octet that asks for a closer look. */
static bool take_line(struct scan *s, struct bytes *line)
{
    const char *newline = memchr(s->at, '\n', (size_t)(s->end - s->at));
    const char *stop = newline ? newline : s->end;
    bool odd = false;
    for (const char *c = s->at; c < stop; c++) /* to the end in any case: so it goes many octets at a time */
        odd |= (unsigned char)*c < 0x20 || (unsigned char)*c >= 0x7f;
    *line = (struct bytes){.at = s->at, .len = (size_t)(stop - s->at)};
    s->at = newline ? stop + 1 : stop;
    return !odd;
}

static size_t indent_of(struct bytes line)
{
    size_t n = 0;
    while (n < line.len && line.at[n] == ' ')
        n++;
    return n;
}

/* Text without blanks at its end. */
static struct bytes trim(struct bytes t)
{
    while (t.len && t.at[t.len - 1] == ' ')
        t.len--;
    return t;
}

/* A plain scalar that stays one: no mapping, no comment, nothing that JSON has not. */
static bool is_plain(struct bytes v)
{
    char c = v.at[0];
    if (!is_letter(c) && !(c >= '0' && c <= '9') && c != '/' && c != '(' && c != '$' && c != '<' &&
        c != '=' && !(c == '-' && v.len > 1 && is_letter(v.at[1])))
        return false;
    const char *end = v.at + v.len;
    for (const char *at = v.at; (at = memchr(at, ':', (size_t)(end - at))); at++)
        if (at + 1 == end || at[1] == ' ')
            return false;
    for (const char *at = v.at; (at = memchr(at, '#', (size_t)(end - at))); at++)
        if (at[-1] == ' ')
            return false;
    return true;
}

/* "..." or '...' that ends with the line, with the commonest escapes. */
static bool is_quoted(struct bytes v)
{
    char quote = v.at[0];
    if (v.len < 2 || v.at[v.len - 1] != quote)
        return false;
    for (size_t i = 1; i + 1 < v.len; i++) {
        if (v.at[i] == '\\' && quote == '"') {
            i++;
            if (i + 1 >= v.len || !strchr("\\\"nt", v.at[i]))
                return false;
        } else if (v.at[i] == quote) {
            i++;
            if (quote == '"' || i + 1 >= v.len || v.at[i] != quote)
                return false;
        }
    }
    return true;
}

static bool is_empty_collection(struct bytes v)
{
    return v.len == 2 && (memcmp(v.at, "{}", 2) == 0 || memcmp(v.at, "[]", 2) == 0);
}

static bool is_scalar(struct bytes v)
{
    return v.at[0] == '"' || v.at[0] == '\'' ? is_quoted(v) : is_plain(v);
}

/* | with its lines, which are deeper than indent. */
static bool skip_block(struct scan *s, struct bytes v, size_t indent)
{
    size_t inner = 0;
    if (v.len > 2 || (v.len == 2 && v.at[1] != '-' && v.at[1] != '+'))
        return false;
    while (s->at < s->end) {
        const char *before = s->at;
        struct bytes line;
        if (!take_line(s, &line))
            return false;
        size_t n = indent_of(line);
        if (n == line.len) {
            if (!inner && n)
                return false; /* blanks before the first line say something of the indentation */
            continue;
        }
        if (!inner)
            inner = n;
        if (n < inner || n <= indent) {
            s->at = before;
            break;
        }
    }
    return true;
}

static bool is(struct bytes t, const char *word)
{
    return t.len == strlen(word) && memcmp(t.at, word, t.len) == 0;
}

static bool is_nearly(struct bytes t, const char *word)
{
    return t.len == strlen(word) && strncasecmp(t.at, word, t.len) == 0;
}

/* What the value of a key may be, by where the key stands. False: a closer look is needed. */
static bool check_key(struct scan *s, enum part part, struct bytes key, struct bytes value)
{
    s->pending_part = BODY;
    if (part == TOP) {
        bool kind = is(key, "kind"), version = is(key, "apiVersion"), metadata = is(key, "metadata");
        if (!kind && !version && !metadata)
            return !is_nearly(key, "kind") && !is_nearly(key, "apiVersion") && !is_nearly(key, "metadata");
        if (metadata) {
            s->pending_part = METADATA;
            return value.len == 0;
        }
        if (!value.len || !is_letter(value.at[0]))
            return false;
        if (kind) {
            s->head->kind = value;
            return yaml_scalar_read(value.at, value.len).type == YAML_TYPE_STRING;
        }
        return true;
    }
    if (part == METADATA) {
        bool name = is(key, "name"), annotations = is(key, "annotations");
        if (!name && !annotations)
            return !is_nearly(key, "name") && !is_nearly(key, "annotations");
        if (annotations && !value.len)
            s->pending_part = ANNOTATIONS;
        return name ? value.len && value.at[0] != '{' && value.at[0] != '[' : !value.len || is(value, "{}");
    }
    if (part == ANNOTATIONS)
        return value.len && value.at[0] != '{' && value.at[0] != '[' &&
               (key.len < 8 || memcmp(key.at, "helm.sh/", 8) != 0);
    return true;
}

static bool push(struct scan *s, size_t indent, enum holds holds, enum part part)
{
    if (s->depth == LEVELS_MAX)
        return false;
    s->levels[s->depth++] = (struct level){indent, holds, part};
    s->pending = false;
    return true;
}

/* Makes the level on top the one at indent that holds such things; a value that was awaited may begin there.
 */
static bool settle(struct scan *s, size_t indent, enum holds holds)
{
    bool awaited = s->pending;
    size_t top = s->depth;
    while (top && s->levels[top - 1].indent > indent)
        top--;
    if (awaited && top == s->depth) {
        const struct level *here = top ? &s->levels[top - 1] : NULL;
        bool deeper = !here || here->indent < indent;
        if (deeper || (holds == LIST && here->holds == MAP && here->indent == indent))
            return push(s, indent, holds, s->pending_part);
    }
    if (top >= 2 && holds == MAP && s->levels[top - 1].indent == indent && s->levels[top - 1].holds == LIST &&
        s->levels[top - 2].indent == indent)
        top--; /* the list that stood at its key's own column is over */
    s->depth = top;
    s->pending = false;
    return top && s->levels[top - 1].indent == indent && s->levels[top - 1].holds == holds;
}

/* What stands behind "key:" or "-": nothing yet, a scalar, {} [] or a block. */
static bool read_value(struct scan *s, struct bytes v, size_t indent)
{
    s->pending = v.len == 0;
    if (!v.len || is_empty_collection(v))
        return true;
    if (v.at[0] == '|')
        return skip_block(s, v, indent);
    return is_scalar(v);
}

/* key: value, whose key begins at column. False also if this is no such thing; *is_entry tells. */
static bool read_entry(struct scan *s, struct bytes t, size_t column, bool *is_entry)
{
    size_t n = 0;
    *is_entry = false;
    if (!is_letter(t.at[0]))
        return false;
    while (n < t.len && is_word(t.at[n]))
        n++;
    if (n == t.len || t.at[n] != ':' || (n + 1 < t.len && t.at[n + 1] != ' '))
        return false;
    *is_entry = true;
    struct bytes key = {.at = t.at, .len = n}, value = {.at = t.at + n + 1, .len = t.len - n - 1};
    while (value.len && value.at[0] == ' ')
        value.at++, value.len--;
    if (n > KEY_MAX || is(key, "null") || is(key, "Null") || is(key, "NULL"))
        return false;
    if (!settle(s, column, MAP))
        return false;
    enum part part = s->levels[s->depth - 1].part;
    return check_key(s, part, key, value) && read_value(s, value, column);
}

/* One line that is neither empty nor a comment: dashes, then an entry or a scalar. */
static bool read_line(struct scan *s, struct bytes line, size_t column)
{
    struct bytes t = trim((struct bytes){.at = line.at + column, .len = line.len - column});
    bool is_entry, item = false;
    while (t.len && t.at[0] == '-' && (t.len == 1 || t.at[1] == ' ')) {
        if (!settle(s, column, LIST))
            return false;
        s->pending = item = true;
        s->pending_part = BODY;
        size_t skip = 1;
        while (skip < t.len && t.at[skip] == ' ')
            skip++;
        t.at += skip;
        t.len -= skip;
        column += skip;
    }
    if (!t.len)
        return item;
    if (read_entry(s, t, column, &is_entry))
        return true;
    if (is_entry || !item)
        return false;
    return read_value(s, t, s->levels[s->depth - 1].indent);
}

bool head_scan(struct bytes text, struct head *out)
{
    struct scan s = {.at = text.at, .end = text.at + text.len, .head = out};
    *out = (struct head){0};
    s.pending = true;
    s.pending_part = TOP;
    while (s.at < s.end) {
        struct bytes line;
        if (!take_line(&s, &line))
            return false;
        size_t column = indent_of(line);
        if (column == line.len || line.at[column] == '#')
            continue;
        if (column == 0 && line.len >= 3 &&
            (memcmp(line.at, "---", 3) == 0 || memcmp(line.at, "...", 3) == 0))
            return false;
        if (!read_line(&s, line, column))
            return false;
    }
    return s.depth && s.levels[0].holds == MAP && s.levels[0].indent == 0;
}
