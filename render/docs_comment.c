#include "render/docs_comment.h"

#include <string.h>

#include "common/text.h"

void docs_lines_init(struct docs_lines *lines, struct bytes text, struct arena *a)
{
    size_t count = 1;
    for (size_t i = 0; i < text.len; i++)
        count += text.at[i] == '\n';
    *lines = (struct docs_lines){.arena = a, .items = arena_alloc_many(a, count, sizeof *lines->items)};
    for (size_t start = 0; start < text.len; lines->count++) {
        const char *end = memchr(text.at + start, '\n', text.len - start);
        size_t len = end ? (size_t)(end - text.at) - start : text.len - start;
        bool carriage = len && text.at[start + len - 1] == '\r';
        lines->items[lines->count] = (struct bytes){.at = text.at + start, .len = len - carriage};
        start += len + 1;
    }
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static struct bytes trim(struct bytes line)
{
    while (line.len && is_blank(*line.at)) {
        line.at++;
        line.len--;
    }
    return line;
}

/* What stands behind '#', if the line is a comment. */
static bool is_comment(struct bytes line, struct bytes *text)
{
    line = trim(line);
    if (!line.len || *line.at != '#')
        return false;
    *text = (struct bytes){.at = line.at + 1, .len = line.len - 1};
    return true;
}

/* '-- ' behind blanks: the description of the value below. */
static bool takes_dashes(struct bytes *text)
{
    struct bytes rest = trim(*text);
    if (rest.len == text->len || rest.len < 2 || memcmp(rest.at, "--", 2) != 0)
        return false;
    *text = trim((struct bytes){.at = rest.at + 2, .len = rest.len - 2});
    return true;
}

/* 'KEY -- ': false, and nothing changed, if there is none. */
static bool takes_key(struct bytes *text, struct bytes *key)
{
    for (size_t i = 1; i + 1 < text->len; i++) {
        if (!is_blank(text->at[i - 1]) || text->at[i] != '-' || text->at[i + 1] != '-')
            continue;
        *key = trim((struct bytes){.at = text->at, .len = i - 1});
        while (key->len && is_blank(key->at[key->len - 1]))
            key->len--;
        *text = trim((struct bytes){.at = text->at + i + 2, .len = text->len - i - 2});
        return key->len != 0;
    }
    return false;
}

/* ' @TAG -- ' and what stands behind it. */
static bool takes_tag(const struct docs_lines *lines, struct bytes text, const char *tag, const char **out)
{
    struct bytes rest = text, key;
    if (!takes_key(&rest, &key) || key.len != strlen(tag) || memcmp(key.at, tag, key.len) != 0)
        return false;
    *out = arena_copy(lines->arena, rest.at, rest.len);
    return true;
}

static bool contains(struct bytes text, const char *word)
{
    size_t len = strlen(word);
    for (size_t i = 0; i + len <= text.len; i++)
        if (memcmp(text.at + i, word, len) == 0)
            return true;
    return false;
}

/* '(type) ' at the start of a description */
static void take_type(const struct docs_lines *lines, struct bytes *text, struct docs_comment *out)
{
    const char *close = text->len && *text->at == '(' ? memchr(text->at, ')', text->len) : NULL;
    if (!close || close == text->at + 1)
        return;
    out->type = arena_copy(lines->arena, text->at + 1, (size_t)(close - text->at) - 1);
    *text = trim((struct bytes){.at = close + 1, .len = text->len - (size_t)(close + 1 - text->at)});
}

/* Reads lines [from, to), all of them comments, the first of which has the description's beginning. */
static void read_lines(const struct docs_lines *lines, size_t from, size_t to, struct bytes first,
                       struct docs_comment *out)
{
    struct text description;
    bool raw = false;
    text_init(&description, lines->arena);
    take_type(lines, &first, out);
    text_add(&description, first.at, first.len);
    for (size_t i = from + 1; i < to; i++) {
        struct bytes text = {0}, word;
        const char *notation = "";
        (void)is_comment(lines->items[i], &text);
        word = trim(text);
        if (!raw && word.len >= 4 && memcmp(word.at, "@raw", 4) == 0) {
            raw = true;
        } else if (takes_tag(lines, text, "@notationType", &notation)) {
            out->type = *out->type ? out->type : notation;
        } else if (!takes_tag(lines, text, "@default", &out->shown) &&
                   !takes_tag(lines, text, "@section", &out->section)) {
            size_t gap = text.len && is_blank(*text.at);
            text_addc(&description, raw ? '\n' : ' ');
            text_add(&description, text.at + gap, text.len - gap);
        }
    }
    out->description = description.at;
}

static const struct docs_comment nothing = {
    .key = "", .description = "", .type = "", .shown = "", .section = ""};

struct docs_comment docs_comment_above(const struct docs_lines *lines, unsigned line, unsigned column,
                                       bool is_item)
{
    struct docs_comment out = nothing;
    struct bytes text = {0}, first = {0};
    if (!line || line > lines->count || column > lines->items[line - 1].len)
        return out;
    struct bytes before = trim((struct bytes){.at = lines->items[line - 1].at, .len = column - 1});
    if (is_item ? before.len == 0 || *before.at != '-' ||
                      trim((struct bytes){.at = before.at + 1, .len = before.len - 1}).len != 0
                : before.len != 0)
        return out;
    size_t from = line - 1, begin = line;
    while (from && is_comment(lines->items[from - 1], &text)) {
        from--;
        out.ignored = out.ignored || contains(text, "@ignore");
        if (begin == line && takes_dashes(&text)) {
            begin = from;
            first = text;
        }
    }
    if (begin != line)
        read_lines(lines, begin, line - 1, first, &out);
    return out;
}

bool docs_comment_next(const struct docs_lines *lines, size_t *at, struct docs_comment *out)
{
    for (; *at < lines->count; ++*at) {
        struct bytes text, key, next;
        if (!is_comment(lines->items[*at], &text) || !takes_key(&text, &key) || *key.at == '@' ||
            *key.at == '-')
            continue;
        size_t from = (*at)++;
        while (*at < lines->count && is_comment(lines->items[*at], &next)) {
            struct bytes other = next, other_key;
            if (takes_dashes(&next) || (takes_key(&other, &other_key) && *other_key.at != '@'))
                break;
            ++*at;
        }
        *out = nothing;
        out->key = arena_copy(lines->arena, key.at, key.len);
        read_lines(lines, from, *at, text, out);
        return true;
    }
    return false;
}
