#include "render/template/lex.h"

#include <stdarg.h>
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/quote.h"
#include "render/template/unquote.h"

enum { SHOWN_MAX = 10 }; /* octets of a token that a complaint shows whole; of a longer one as many runes */

static const struct {
    const char *word;
    enum token_kind kind;
} keywords[] = {
    {"block", TOKEN_BLOCK},   {"break", TOKEN_BREAK},       {"continue", TOKEN_CONTINUE},
    {"define", TOKEN_DEFINE}, {"else", TOKEN_ELSE},         {"end", TOKEN_END},
    {"if", TOKEN_IF},         {"nil", TOKEN_NIL},           {"range", TOKEN_RANGE},
    {"with", TOKEN_WITH},     {"template", TOKEN_TEMPLATE}, {"true", TOKEN_BOOL},
    {"false", TOKEN_BOOL},
};

void lex_init(struct lexer *l, const char *text, size_t len, struct arena *a)
{
    *l = (struct lexer){.arena = a, .text = text, .len = len, .line = 1};
}

static bool is_space(int c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static int at(const struct lexer *l, size_t pos)
{
    return pos < l->len ? (unsigned char)l->text[pos] : -1;
}

static bool starts(const struct lexer *l, size_t pos, const char *what)
{
    size_t len = strlen(what);
    return pos <= l->len && len <= l->len - pos && memcmp(l->text + pos, what, len) == 0;
}

/* The rune at the position, and its length; -1 at the end. */
static int rune_at(const struct lexer *l, size_t pos, size_t *taken)
{
    *taken = 0;
    return pos < l->len ? (int)utf8_read(l->text + pos, l->len - pos, taken) : -1;
}

static bool is_word(int rune)
{
    return rune == '_' ||
           (rune >= 0 && (unicode_is_letter((uint32_t)rune) || unicode_is_digit((uint32_t)rune)));
}

static void count_lines(struct lexer *l, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        l->line += l->text[i] == '\n';
}

/* The token text[start..end), after which the lexer goes on at next. */
static struct token emit(struct lexer *l, enum token_kind kind, size_t start, size_t end, size_t next)
{
    struct token t = {
        .kind = kind, .at = l->text + start, .len = end - start, .pos = (uint32_t)start, .line = l->line};
    count_lines(l, start, next);
    l->pos = next;
    return t;
}

static struct token fail(struct lexer *l, size_t start, const char *message)
{
    l->failed = true;
    struct token t = {
        .kind = TOKEN_ERROR, .at = message, .len = strlen(message), .pos = (uint32_t)start, .line = l->line};
    return t;
}

static struct token fail_at_rune(struct lexer *l, size_t start, const char *what, size_t pos)
{
    size_t taken;
    uint32_t rune = (uint32_t)rune_at(l, pos, &taken);
    count_lines(l, start, pos);
    return fail(l, start, arena_printf(l->arena, "%s %s", what, unquote_show_rune(rune, l->arena)));
}

static bool left_trims(const struct lexer *l, size_t pos)
{
    return at(l, pos) == '-' && is_space(at(l, pos + 1));
}

/* Whether }} or " -}}" stands at pos; *trims says which. */
static bool at_right(const struct lexer *l, size_t pos, bool *trims)
{
    *trims = is_space(at(l, pos)) && starts(l, pos + 1, "-}}");
    return *trims || starts(l, pos, "}}");
}

static bool at_terminator(const struct lexer *l, size_t pos)
{
    int c = at(l, pos);
    return c < 0 || is_space(c) || strchr(".,|:)(", c) || starts(l, pos, "}}");
}

/* Skips what a trim marker swallows behind an action. */
static size_t skip_space(const struct lexer *l, size_t pos)
{
    while (is_space(at(l, pos)))
        pos++;
    return pos;
}

static size_t find(const struct lexer *l, size_t pos, const char *what)
{
    const char *found = pos < l->len ? memmem(l->text + pos, l->len - pos, what, strlen(what)) : NULL;
    return found ? (size_t)(found - l->text) : l->len;
}

static struct token lex_right(struct lexer *l)
{
    bool trims;
    size_t start = l->pos;
    at_right(l, l->pos, &trims);
    if (trims)
        start += 2;
    count_lines(l, l->pos, start);
    l->inside = false;
    return emit(l, TOKEN_RIGHT, start, start + 2, trims ? skip_space(l, start + 2) : start + 2);
}

/* COMMENT := "{{" ["-" space] "/" "*" anything "*" "/" [space "-"] "}}"; it leaves no token. */
static bool skip_comment(struct lexer *l, size_t body, struct token *error)
{
    bool trims;
    size_t end = find(l, body + 2, "*/");
    if (end == l->len) {
        *error = fail(l, body, "unclosed comment");
        return false;
    }
    end += 2;
    if (!at_right(l, end, &trims)) {
        *error = fail(l, body, "comment ends before closing delimiter");
        return false;
    }
    end += trims ? 4 : 2;
    if (trims)
        end = skip_space(l, end);
    count_lines(l, l->pos, end);
    l->pos = end;
    return true;
}

/* TEXT up to the next {{, less what its trim marker swallows; then the {{ itself. */
static struct token lex_outside(struct lexer *l)
{
    for (;;) {
        size_t start = l->pos, open = find(l, start, "{{"), end = open;
        bool trims = open < l->len && left_trims(l, open + 2);
        while (trims && end > start && is_space(at(l, end - 1)))
            end--;
        if (end > start)
            return emit(l, TOKEN_TEXT, start, end, open);
        count_lines(l, start, open);
        l->pos = open;
        if (open == l->len)
            return emit(l, TOKEN_EOF, open, open, open);
        size_t inner = open + (trims ? 4 : 2);
        struct token error;
        if (starts(l, inner, "/*")) {
            if (!skip_comment(l, inner, &error))
                return error;
            continue;
        }
        l->inside = true;
        l->paren_depth = 0;
        return emit(l, TOKEN_LEFT, open, open + 2, inner);
    }
}

static struct token lex_space(struct lexer *l)
{
    bool trims;
    size_t end = l->pos;
    while (is_space(at(l, end)) && !(at_right(l, end, &trims) && trims))
        end++;
    if (end == l->pos)
        return lex_right(l);
    return emit(l, TOKEN_SPACE, l->pos, end, end);
}

static struct token lex_word(struct lexer *l)
{
    size_t end = l->pos, taken;
    while (is_word(rune_at(l, end, &taken)))
        end += taken;
    if (!at_terminator(l, end))
        return fail_at_rune(l, l->pos, "bad character", end);
    size_t len = end - l->pos;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++)
        if (strlen(keywords[i].word) == len && memcmp(keywords[i].word, l->text + l->pos, len) == 0)
            return emit(l, keywords[i].kind, l->pos, end, end);
    return emit(l, TOKEN_IDENTIFIER, l->pos, end, end);
}

/* FIELD := "." word, VARIABLE := "$" [word]; a dot alone is the cursor. */
static struct token lex_field(struct lexer *l, enum token_kind kind)
{
    size_t end = l->pos + 1, taken;
    if (at_terminator(l, end))
        return emit(l, kind == TOKEN_FIELD ? TOKEN_DOT : kind, l->pos, end, end);
    while (is_word(rune_at(l, end, &taken)))
        end += taken;
    if (!at_terminator(l, end))
        return fail_at_rune(l, l->pos, "bad character", end);
    return emit(l, kind, l->pos, end, end);
}

/* A quoted constant: quote, then anything with \ before what would end it, on one line. */
static struct token lex_quoted(struct lexer *l, enum token_kind kind, const char *unterminated)
{
    int quote = at(l, l->pos);
    for (size_t i = l->pos + 1; at(l, i) >= 0 && at(l, i) != '\n'; i++) {
        if (at(l, i) == quote)
            return emit(l, kind, l->pos, i + 1, i + 1);
        if (at(l, i) == '\\' && at(l, i + 1) >= 0 && at(l, i + 1) != '\n')
            i++;
    }
    return fail(l, l->pos, unterminated);
}

static struct token lex_raw(struct lexer *l)
{
    size_t end = find(l, l->pos + 1, "`");
    if (end == l->len)
        return fail(l, l->pos, "unterminated raw quoted string");
    return emit(l, TOKEN_RAW_STRING, l->pos, end + 1, end + 1);
}

static size_t accept_run(const struct lexer *l, size_t pos, const char *digits)
{
    while (at(l, pos) > 0 && strchr(digits, at(l, pos)))
        pos++;
    return pos;
}

static size_t accept_one(const struct lexer *l, size_t pos, const char *which)
{
    return at(l, pos) > 0 && strchr(which, at(l, pos)) ? pos + 1 : pos;
}

/* NUMBER := [sign] [base] digits ["." digits] [exponent] ["i"]; false: a letter follows, taken as well. */
static bool scan_number(const struct lexer *l, size_t *pos)
{
    static const char decimal[] = "0123456789_", hexadecimal[] = "0123456789abcdefABCDEF_";
    const char *digits = decimal;
    size_t i = accept_one(l, *pos, "+-"), taken;
    if (at(l, i) == '0') {
        size_t base = accept_one(l, i + 1, "xXoObB");
        digits = base == i + 1 || !strchr("xX", at(l, i + 1)) ? decimal : hexadecimal;
        if (base > i + 1 && strchr("oO", at(l, i + 1)))
            digits = "01234567_";
        else if (base > i + 1 && strchr("bB", at(l, i + 1)))
            digits = "01_";
        i = base;
    }
    i = accept_run(l, i, digits);
    if (at(l, i) == '.')
        i = accept_run(l, i + 1, digits);
    size_t exponent = accept_one(l, i, digits == decimal ? "eE" : digits == hexadecimal ? "pP" : "");
    if (exponent > i)
        i = accept_run(l, accept_one(l, exponent, "+-"), decimal);
    i = accept_one(l, i, "i");
    bool whole = !is_word(rune_at(l, i, &taken));
    *pos = whole ? i : i + taken;
    return whole;
}

static struct token lex_number(struct lexer *l)
{
    size_t end = l->pos;
    bool complex_number = false;
    bool good = scan_number(l, &end);
    if (good && (at(l, end) == '+' || at(l, end) == '-')) {
        complex_number = true;
        good = scan_number(l, &end) && at(l, end - 1) == 'i';
    }
    if (!good)
        return fail(l, l->pos,
                    arena_printf(l->arena, "bad number syntax: %s",
                                 quote_go(l->arena, l->text + l->pos, end - l->pos)));
    return emit(l, complex_number ? TOKEN_COMPLEX : TOKEN_NUMBER, l->pos, end, end);
}

static struct token lex_paren(struct lexer *l, int c)
{
    if (c == ')' && l->paren_depth == 0)
        return fail(l, l->pos, "unexpected right paren");
    l->paren_depth += c == '(' ? 1 : -1u;
    return emit(l, c == '(' ? TOKEN_LEFT_PAREN : TOKEN_RIGHT_PAREN, l->pos, l->pos + 1, l->pos + 1);
}

static struct token lex_other(struct lexer *l)
{
    size_t taken;
    int rune = rune_at(l, l->pos, &taken);
    if (is_word(rune))
        return lex_word(l);
    if (rune > ' ' && rune < 0x7f)
        return emit(l, TOKEN_CHAR, l->pos, l->pos + 1, l->pos + 1);
    return fail_at_rune(l, l->pos, "unrecognized character in action:", l->pos);
}

static struct token lex_inside(struct lexer *l)
{
    bool trims;
    if (at_right(l, l->pos, &trims))
        return l->paren_depth == 0 ? lex_right(l) : fail(l, l->pos, "unclosed left paren");
    int c = at(l, l->pos), next = at(l, l->pos + 1);
    if (c < 0)
        return fail(l, l->pos, "unclosed action");
    if (is_space(c))
        return lex_space(l);
    switch (c) {
    case '=': return emit(l, TOKEN_ASSIGN, l->pos, l->pos + 1, l->pos + 1);
    case ':':
        if (next != '=')
            return fail(l, l->pos, "expected :=");
        return emit(l, TOKEN_DECLARE, l->pos, l->pos + 2, l->pos + 2);
    case '|': return emit(l, TOKEN_PIPE, l->pos, l->pos + 1, l->pos + 1);
    case '"': return lex_quoted(l, TOKEN_STRING, "unterminated quoted string");
    case '\'': return lex_quoted(l, TOKEN_CHARACTER, "unterminated character constant");
    case '`': return lex_raw(l);
    case '$': return lex_field(l, TOKEN_VARIABLE);
    case '.': /* at the end of the text it is a number to Go */
        return next < 0 || (next >= '0' && next <= '9') ? lex_number(l) : lex_field(l, TOKEN_FIELD);
    case '(':
    case ')': return lex_paren(l, c);
    default: return c == '+' || c == '-' || (c >= '0' && c <= '9') ? lex_number(l) : lex_other(l);
    }
}

struct token lex_next(struct lexer *l)
{
    if (l->failed)
        return emit(l, TOKEN_EOF, l->len, l->len, l->len);
    return l->inside ? lex_inside(l) : lex_outside(l);
}

const char *lex_describe(const struct token *t, struct arena *a)
{
    if (t->kind == TOKEN_EOF)
        return "EOF";
    if (t->kind == TOKEN_ERROR)
        return arena_copy(a, t->at, t->len);
    if (t->kind > TOKEN_KEYWORD)
        return arena_printf(a, "<%.*s>", (int)t->len, t->at);
    if (t->len <= SHOWN_MAX)
        return quote_go(a, t->at, t->len);
    size_t shown = 0, taken;
    for (unsigned runes = 0; runes < SHOWN_MAX && shown < t->len; runes++, shown += taken)
        (void)utf8_read(t->at + shown, t->len - shown, &taken);
    return arena_printf(a, "%s...", quote_go(a, t->at, shown));
}
