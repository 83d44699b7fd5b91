#include "render/toml_string.h"

#include <string.h>

#include "common/utf8.h"

/* How many hexadecimal digits stand behind \x, \u or \U; 0: it is another letter. */
static int digits_behind(uint32_t letter)
{
    return letter == 'x' ? 2 : letter == 'u' ? 4 : letter == 'U' ? 8 : 0;
}

static bool is_hex(uint32_t rune)
{
    return rune < 0x80 && hex_digit((char)rune) >= 0;
}

/* Past what stands behind a backslash. from: where the string began, for the complaint. */
static void pass_escape(struct toml *t, const char *from)
{
    static const char *const numbers[] = {[2] = "two", [4] = "four", [8] = "eight"};
    uint32_t letter = toml_next(t);
    int digits = digits_behind(letter);
    for (int i = 0; i < digits && !toml_failed(t); i++)
        if (!is_hex(toml_next(t)))
            toml_fail(t, toml_line(t), "expected %s hexadecimal digits after '\\%c', but got %s instead",
                      numbers[digits], (int)letter, toml_quote(t, toml_since(t, from)));
    if (!digits && (letter == TOML_END || letter >= 0x80 || !strchr("ebtnfr\" \t\\", (int)letter)))
        toml_fail_rune(t, t->line - t->at_end, "invalid escape in string '\\", letter, "'");
}

/* \u0041 at s, as UTF-8; how many octets that were, or 0: it is no rune. */
static size_t write_escaped_rune(struct toml *t, const char *s, long line, struct text *to)
{
    char octets[UTF8_MAX];
    uint32_t rune = 0;
    int digits = digits_behind((unsigned char)s[1]);
    for (int i = 0; i < digits; i++)
        rune = rune << 4 | (uint32_t)hex_digit(s[2 + i]);
    if (rune > 0x10ffff || (rune >= 0xd800 && rune < 0xe000)) {
        toml_fail(t, line, "Escaped character '\\u%.*s' is not valid UTF-8.", digits, s + 2);
        return 0;
    }
    text_add(to, octets, utf8_write(rune, octets));
    return 2 + (size_t)digits;
}

/* How many octets a backslash at the end of a line takes with it: all white space up to the next sign; 0: it
 * does not stand at one. */
static size_t line_end_len(const char *s, size_t len)
{
    size_t i = 1;
    while (i < len && (toml_is_blank((unsigned char)s[i]) || toml_is_newline((unsigned char)s[i])))
        i++;
    return memchr(s, '\n', i) ? i : 0;
}

/* One escape at s[0..len), which pass_escape let pass; how many octets it takes. */
static size_t write_escape(struct toml *t, const char *s, size_t len, long line, struct text *to)
{
    static const char letters[] = "ebtnfr\"\\", meant[] = "\033\b\t\n\f\r\"\\";
    const char *letter = strchr(letters, s[1]);
    size_t folded = line_end_len(s, len);
    if (folded)
        return folded;
    if (digits_behind((unsigned char)s[1]))
        return write_escaped_rune(t, s, line, to);
    if (letter)
        text_addc(to, meant[letter - letters]);
    else
        toml_fail(t, line, "invalid escape: '\\%c'", s[1]);
    return 2;
}

static struct bytes without_escapes(struct toml *t, struct bytes raw, long line)
{
    struct text to;
    text_init(&to, t->arena);
    text_adds(&to, "");
    for (size_t at = 0; at < raw.len && !toml_failed(t);) {
        const char *backslash = memchr(raw.at + at, '\\', raw.len - at);
        size_t plain = backslash ? (size_t)(backslash - raw.at) - at : raw.len - at;
        text_add(&to, raw.at + at, plain);
        at += plain;
        if (backslash)
            at += write_escape(t, backslash, raw.len - at, line, &to);
    }
    return (struct bytes){to.at, to.len};
}

static struct bytes content(struct toml *t, struct bytes raw, char quote, long line)
{
    if (toml_failed(t))
        return (struct bytes){"", 0};
    if (quote == '"')
        return without_escapes(t, raw, line);
    return (struct bytes){arena_copy(t->arena, raw.at, raw.len), raw.len};
}

struct bytes toml_string(struct toml *t, char quote)
{
    const char *from = t->at;
    for (uint32_t rune = toml_next(t); rune != (unsigned char)quote && !toml_failed(t); rune = toml_next(t)) {
        if (rune == TOML_END)
            toml_fail(t, toml_line(t),
                      quote == '"' ? "unexpected EOF; expected '\"'" : "unexpected EOF; expected \"'\"");
        else if (toml_is_newline(rune))
            toml_fail(t, t->line - 1, "strings cannot contain newlines");
        else if (rune == '\\' && quote == '"')
            pass_escape(t, from);
    }
    struct bytes raw =
        toml_failed(t) ? (struct bytes){"", 0} : (struct bytes){from, (size_t)(t->at - from) - 1};
    return content(t, raw, quote, t->line);
}

/* Whether three quotes, the last just read, are too many: two may stand before the three that end the string.
 */
static bool is_sixth(struct bytes read, char quote)
{
    size_t run = 0;
    while (run < 5 && run < read.len && read.at[read.len - 1 - run] == quote)
        run++;
    bool escaped = quote == '"' && read.len > 5 && read.at[read.len - 6] == '\\';
    return run == 5 && !escaped;
}

/* A quote was read. Whether it is the first of three that end the string; then these are read too. */
static bool ends_here(struct toml *t, const char *from, char quote)
{
    if (!toml_accept(t, quote))
        return false;
    if (!toml_accept(t, quote)) {
        toml_back(t);
        return false;
    }
    if (toml_peek(t) != (unsigned char)quote)
        return true;
    if (is_sixth(toml_since(t, from), quote))
        toml_fail(t, toml_line(t), quote == '"' ? "unexpected '\"\"\"\"\"\"'" : "unexpected \"''''''\"");
    toml_back(t);
    toml_back(t);
    return false;
}

static struct bytes without_first_newline(struct bytes s)
{
    size_t newline = bytes_start_with(s, "\n") ? 1 : bytes_start_with(s, "\r\n") ? 2 : 0;
    return (struct bytes){s.at + newline, s.len - newline};
}

/* A backslash before a newline takes it away: it is not looked at further here. */
static void pass_long_escape(struct toml *t, const char *from)
{
    if (toml_is_newline(toml_next(t)))
        return;
    toml_back(t);
    pass_escape(t, from);
}

struct bytes toml_long_string(struct toml *t, char quote)
{
    const char *from = t->at;
    bool ended = false;
    while (!ended && !toml_failed(t)) {
        uint32_t rune = toml_next(t);
        if (rune == (unsigned char)quote)
            ended = ends_here(t, from, quote);
        else if (rune == '\\' && quote == '"')
            pass_long_escape(t, from);
        else if (rune == TOML_END)
            toml_fail(t, toml_line(t),
                      quote == '"' ? "unexpected EOF; expected '\"\"\"'"
                                   : "unexpected EOF; expected \"'''\"");
    }
    struct bytes raw =
        toml_failed(t) ? (struct bytes){"", 0} : (struct bytes){from, (size_t)(t->at - from) - 3};
    return content(t, without_first_newline(raw), quote, t->line);
}
