#include "dnsd/corelex.h"

#include <stdlib.h>
#include <string.h>

struct buffer {
    char text[CORELEX_WORD_MAX + 1];
    size_t len;
    bool too_long;
};

void corelex_init(struct corelex *l, const char *file, struct bytes text, struct arena *a, struct diag *err)
{
    static const char mark[] = "\xef\xbb\xbf";
    *l = (struct corelex){.arena = a,
                          .err = err,
                          .file = file,
                          .at = text.at,
                          .end = text.at + text.len,
                          .line = 1,
                          .line_start = text.at};
    if (text.len >= 3 && memcmp(text.at, mark, 3) == 0)
        l->at += 3;
}

static struct place here(const struct corelex *l)
{
    return (struct place){.file = l->file, .line = l->line, .column = (unsigned)(l->at - l->line_start) + 1};
}

static void wrong(struct corelex *l, struct place where, const char *what)
{
    l->failed = true;
    (void)diag_at(l->err, where, "%s", what);
}

static void put(struct buffer *b, const char *s, size_t len)
{
    if (len > CORELEX_WORD_MAX - b->len) {
        b->too_long = true;
        return;
    }
    memcpy(b->text + b->len, s, len);
    b->len += len;
    b->text[b->len] = '\0';
}

static char take(struct corelex *l)
{
    char c = *l->at++;
    if (c == '\n') {
        l->line++;
        l->line_start = l->at;
    }
    return c;
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static void skip_comment(struct corelex *l)
{
    while (l->at < l->end && *l->at != '\n')
        l->at++;
}

static void skip_blanks(struct corelex *l)
{
    while (l->at < l->end && (is_blank(*l->at) || *l->at == '#')) {
        if (*l->at == '#')
            skip_comment(l);
        else
            (void)take(l);
    }
}

/* QUOTED := '"' (any but '"' | '\' '"')* '"' */
static void read_quoted(struct corelex *l, struct place where, struct buffer *b)
{
    (void)take(l);
    while (l->at < l->end && *l->at != '"') {
        if (*l->at == '\\' && l->at + 1 < l->end && l->at[1] == '"')
            l->at++;
        char c = take(l);
        put(b, &c, 1);
    }
    if (l->at == l->end)
        wrong(l, where, "the quote that begins here is not closed");
    else
        l->at++;
}

/* Carriage returns are nowhere part of a word. */
static void read_bare(struct corelex *l, struct buffer *b)
{
    for (; l->at < l->end && *l->at != '#' && (!is_blank(*l->at) || *l->at == '\r'); l->at++)
        if (*l->at != '\r')
            put(b, l->at, 1);
    if (l->at < l->end && *l->at == '#')
        skip_comment(l);
}

/* Puts the environment in for each OPEN NAME CLOSE; an empty NAME ends the search, as in CoreDNS. */
static void put_environment(struct buffer *b, const char *open, const char *close)
{
    struct buffer out = {0};
    const char *from = b->text, *begin, *end;
    char name[CORELEX_WORD_MAX + 1];
    while ((begin = strstr(from, open)) != NULL && (end = strstr(begin + 2, close)) != NULL &&
           end != begin + 2) {
        size_t name_len = (size_t)(end - begin) - 2;
        memcpy(name, begin + 2, name_len);
        name[name_len] = '\0';
        const char *value = getenv(name);
        put(&out, from, (size_t)(begin - from));
        put(&out, value ? value : "", value ? strlen(value) : 0);
        from = end + strlen(close);
    }
    put(&out, from, strlen(from));
    out.too_long |= b->too_long;
    *b = out;
}

/* The next word, or text NULL at the end. */
static struct word next_word(struct corelex *l)
{
    struct word w = l->ahead;
    struct buffer b = {0};
    l->ahead = (struct word){0};
    if (w.text)
        return w;
    skip_blanks(l);
    w.where = here(l);
    if (l->at == l->end)
        return w;
    if (*l->at == '"')
        read_quoted(l, w.where, &b);
    else
        read_bare(l, &b);
    if (memchr(b.text, 0, b.len))
        wrong(l, w.where, "a NUL has no place in a Corefile");
    put_environment(&b, "{%", "%}");
    put_environment(&b, "{$", "}");
    if (b.too_long)
        wrong(l, w.where, "a word longer than 4096 octets");
    w.text = arena_copy(l->arena, b.text, b.len);
    if (!w.text)
        wrong(l, w.where, "no memory for more of this file");
    return w;
}

static bool is(struct word w, const char *text)
{
    return strcmp(w.text, text) == 0;
}

void corelex_line(struct corelex *l, struct core_line *out)
{
    struct word w = next_word(l);
    out->where = w.where;
    out->count = 0;
    out->opens = false;
    out->kind = !w.text ? CORE_END : is(w, "}") ? CORE_CLOSE : CORE_WORDS;
    if (out->kind != CORE_WORDS)
        return;
    for (; w.text && w.where.line == out->where.line && !is(w, "{") && !is(w, "}"); w = next_word(l)) {
        if (out->count == CORELEX_WORDS_MAX)
            wrong(l, w.where, "more than 64 words on a line");
        if (out->count < CORELEX_WORDS_MAX)
            out->words[out->count] = w;
        out->count++;
    }
    if (out->count > CORELEX_WORDS_MAX)
        out->count = CORELEX_WORDS_MAX;
    out->opens = w.text && w.where.line == out->where.line && is(w, "{");
    if (!out->opens)
        l->ahead = w;
}
