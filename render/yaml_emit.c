#include "render/yaml_emit.h"

#include <stdint.h>
#include <string.h>

#include "common/utf8.h"

enum { BEST_WIDTH = 80, BEST_INDENT = 2, SIMPLE_KEY_MAX = 128 };

enum style { PLAIN, SINGLE, DOUBLE, LITERAL };

/* What may be done with a string; s is all of it. */
struct analysis {
    bool multiline, plain_allowed, single_allowed, block_allowed;
};

static void put(struct emitter *e, char c)
{
    text_addc(e->to, c);
    e->column++;
}

static void put_break(struct emitter *e)
{
    text_addc(e->to, '\n');
    e->column = 0;
    if (e->pretty)
        e->indention = true;
}

static void put_rune(struct emitter *e, const char *s, size_t taken)
{
    text_add(e->to, s, taken);
    e->column++;
}

static bool is_break(uint32_t rune)
{
    return rune == '\n' || rune == '\r' || rune == 0x85 || rune == 0x2028 || rune == 0x2029;
}

/* The newline, or one of the rarer breaks as it is. */
static void put_break_rune(struct emitter *e, uint32_t rune, const char *s, size_t taken)
{
    if (rune == '\n') {
        put_break(e);
        return;
    }
    text_add(e->to, s, taken);
    e->column = 0;
}

/* What the emitters take for printable: nothing beyond U+FFFF, and no BOM. */
static bool is_printable(uint32_t rune)
{
    if (rune < 0x7f)
        return rune >= 0x20 || rune == '\n';
    return rune >= 0xa0 && rune <= 0xfffd && rune != 0xfeff;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

void emit_indent(struct emitter *e)
{
    size_t indent = e->indent < 0 ? 0 : (size_t)e->indent;
    if (!e->indention || e->column > indent || (e->column == indent && !e->whitespace))
        put_break(e);
    if (e->column < indent) {
        text_repeat(e->to, ' ', indent - e->column);
        e->column = indent;
    }
    e->whitespace = true;
    e->indention = true;
}

void emit_indicator(struct emitter *e, const char *indicator, bool spaced, bool is_indention)
{
    if (spaced && !e->whitespace)
        put(e, ' ');
    for (; *indicator; indicator++)
        put(e, *indicator);
    e->whitespace = false;
    e->indention = e->indention && is_indention;
}

/* Whether a string may not be plain because of what stands at s[at], all of its octets being ASCII. */
static bool is_indicator(const char *s, size_t len, size_t at, bool after_blank)
{
    bool before_blank = at + 1 >= len || is_blank(s[at + 1]);
    if (at == 0 && s[0] && strchr("#,[]{}&*!|>'\"%@`", s[0]))
        return true;
    if (at == 0 && (s[0] == '?' || s[0] == '-') && before_blank)
        return true;
    return (s[at] == ':' && before_blank) || (s[at] == '#' && after_blank);
}

static bool is_marker(const char *s, size_t len)
{
    return len >= 3 && (memcmp(s, "---", 3) == 0 || memcmp(s, "...", 3) == 0);
}

static struct analysis analyse(const struct emitter *e, const char *s, size_t len)
{
    bool indicators = is_marker(s, len), special = false, tabs = false, breaks = false;
    bool space_break = false, break_space = false, after_space = false, after_break = false,
         after_blank = true;
    size_t taken;
    if (len == 0)
        return (struct analysis){.plain_allowed = true, .single_allowed = true};
    for (size_t at = 0; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        indicators = indicators || is_indicator(s, len, at, after_blank);
        if (rune == '\t' && e->pretty)
            tabs = true;
        else if (!is_printable(rune))
            special = true;
        bool is_a_break = is_break(rune);
        breaks = breaks || is_a_break;
        break_space = break_space || (rune == ' ' && after_break);
        space_break = space_break || (is_a_break && after_space);
        after_space = rune == ' ';
        after_break = is_a_break;
        after_blank = rune == ' ' || rune == '\t' || is_a_break || rune == 0;
    }
    size_t first_taken;
    uint32_t first = utf8_read(s, len, &first_taken);
    bool edges = first == ' ' || is_break(first) || after_space || after_break;
    bool never = space_break || special;
    return (struct analysis){
        .multiline = breaks,
        .plain_allowed = !(indicators || edges || break_space || never || tabs || breaks),
        .single_allowed = !(break_space || never || tabs),
        .block_allowed = !(after_space || never),
    };
}

static enum style choose(const struct analysis *can, bool newline, bool plain, bool simple_key)
{
    enum style style = newline ? LITERAL : plain ? PLAIN : DOUBLE;
    if (simple_key && can->multiline)
        style = DOUBLE;
    if (style == PLAIN && !can->plain_allowed)
        style = SINGLE;
    if (style == SINGLE && !can->single_allowed)
        style = DOUBLE;
    if (style == LITERAL && (!can->block_allowed || simple_key))
        style = DOUBLE;
    return style;
}

static bool is_full(const struct emitter *e)
{
    return !e->pretty && e->column > BEST_WIDTH;
}

static void write_plain(struct emitter *e, const char *s, size_t len, bool fold)
{
    bool after_space = false;
    size_t taken;
    if (!e->whitespace && (len || !e->pretty))
        put(e, ' ');
    for (size_t at = 0; at < len; at += taken) {
        utf8_read(s + at, len - at, &taken);
        bool space = s[at] == ' ';
        if (space && fold && !after_space && is_full(e) && s[at + 1] != ' ')
            emit_indent(e);
        else
            put_rune(e, s + at, taken);
        if (!space)
            e->indention = false;
        after_space = space;
    }
    if (len || !e->pretty)
        e->whitespace = false;
    e->indention = false;
}

static void write_single(struct emitter *e, const char *s, size_t len, bool fold)
{
    bool after_space = false, breaks = false;
    size_t taken;
    emit_indicator(e, "'", true, false);
    for (size_t at = 0; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        if (is_break(rune)) {
            if (!breaks && rune == '\n')
                put_break(e);
            put_break_rune(e, rune, s + at, taken);
            e->indention = true;
            breaks = true;
            continue;
        }
        bool space = rune == ' ';
        if (space && fold && !after_space && is_full(e) && at > 0 && at < len - 1 && s[at + 1] != ' ') {
            emit_indent(e);
        } else if (space) {
            put(e, ' ');
        } else {
            if (breaks)
                emit_indent(e);
            if (rune == '\'')
                put(e, '\'');
            put_rune(e, s + at, taken);
            e->indention = breaks = false;
        }
        after_space = space;
    }
    emit_indicator(e, "'", false, false);
}

static void write_escape(struct emitter *e, uint32_t rune)
{
    static const struct {
        uint32_t rune;
        char letter;
    } letters[] = {{0, '0'},     {7, 'a'},    {8, 'b'},    {9, 't'},      {10, 'n'},
                   {11, 'v'},    {12, 'f'},   {13, 'r'},   {0x1b, 'e'},   {'"', '"'},
                   {'\\', '\\'}, {0x85, 'N'}, {0xa0, '_'}, {0x2028, 'L'}, {0x2029, 'P'}};
    size_t before = e->to->len;
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        if (letters[i].rune == rune) {
            put(e, '\\');
            put(e, letters[i].letter);
            return;
        }
    }
    if (rune <= 0xff)
        text_printf(e->to, "\\x%02X", (unsigned)rune);
    else if (rune <= 0xffff)
        text_printf(e->to, "\\u%04X", (unsigned)rune);
    else
        text_printf(e->to, "\\U%08X", (unsigned)rune);
    e->column += e->to->len - before;
}

static void write_double(struct emitter *e, const char *s, size_t len, bool fold)
{
    /* go-yaml asks about the string's start where it means this place: a BOM there escapes everything */
    bool bom = len >= 3 && memcmp(s, "\xef\xbb\xbf", 3) == 0;
    bool after_space = false;
    size_t taken;
    emit_indicator(e, "\"", true, false);
    for (size_t at = 0; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        bool space = rune == ' ' && !bom;
        if (bom || !is_printable(rune) || is_break(rune) || rune == '"' || rune == '\\') {
            write_escape(e, rune);
        } else if (space && fold && !after_space && is_full(e) && at > 0 && at < len - 1) {
            emit_indent(e);
            if (s[at + 1] == ' ')
                put(e, '\\');
        } else {
            put_rune(e, s + at, taken);
        }
        after_space = space;
    }
    emit_indicator(e, "\"", false, false);
}

static size_t trailing_breaks(const char *s, size_t len)
{
    size_t count = 0;
    for (; len && count < 2; count++) {
        size_t at = len - 1, taken;
        while (at > 0 && ((unsigned char)s[at] & 0xc0) == 0x80)
            at--;
        if (!is_break(utf8_read(s + at, len - at, &taken)))
            break;
        len = at;
    }
    return count == 1 && len == 0 ? 2 : count;
}

static void write_literal(struct emitter *e, const char *s, size_t len)
{
    size_t taken;
    uint32_t first = utf8_read(s, len, &taken);
    emit_indicator(e, "|", true, false);
    if (first == ' ' || is_break(first))
        emit_indicator(e, "2", false, false);
    size_t ends = trailing_breaks(s, len);
    if (ends != 1)
        emit_indicator(e, ends ? "+" : "-", false, false);
    put_break(e);
    e->indention = e->whitespace = true;
    bool breaks = true;
    for (size_t at = 0; at < len; at += taken) {
        uint32_t rune = utf8_read(s + at, len - at, &taken);
        if (is_break(rune)) {
            put_break_rune(e, rune, s + at, taken);
            e->indention = breaks = true;
            continue;
        }
        if (breaks)
            emit_indent(e);
        put_rune(e, s + at, taken);
        e->indention = breaks = false;
    }
}

void emit_string(struct emitter *e, const char *s, size_t len, bool plain, bool simple_key)
{
    struct analysis can = analyse(e, s, len);
    bool newline = len && memchr(s, '\n', len);
    int outer = e->indent;
    e->indent = outer < 0 ? BEST_INDENT : outer + BEST_INDENT;
    switch (choose(&can, newline, plain, simple_key)) {
    case PLAIN: write_plain(e, s, len, !simple_key); break;
    case SINGLE: write_single(e, s, len, !simple_key); break;
    case DOUBLE: write_double(e, s, len, !simple_key); break;
    case LITERAL: write_literal(e, s, len); break;
    }
    e->indent = outer;
}

bool emit_is_simple_key(const char *s, size_t len)
{
    if (len > SIMPLE_KEY_MAX)
        return false;
    for (size_t at = 0, taken; at < len; at += taken)
        if (is_break(utf8_read(s + at, len - at, &taken)))
            return false;
    return true;
}
