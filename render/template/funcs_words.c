/* Sprig's functions on the words of a string, as goutils, xstrings and Go's strings.Title have them. */
#include <string.h>

#include "common/unicode.h"
#include "common/unicode_case.h"
#include "common/utf8.h"
#include "render/template/func.h"

/* A string being read rune by rune, and what is made of it. */
struct reader {
    const char *at, *end;
    struct text out;
};

static struct reader reader_of(struct call *c, size_t i)
{
    struct reader r = {.at = c->args[i]->text.at, .end = c->args[i]->text.at + c->args[i]->text.len};
    text_init(&r.out, c->arena);
    text_adds(&r.out, "");
    return r;
}

static uint32_t peek(const struct reader *r, size_t *taken)
{
    return utf8_read(r->at, (size_t)(r->end - r->at), taken);
}

static uint32_t next(struct reader *r)
{
    size_t taken;
    uint32_t rune = peek(r, &taken);
    r->at += taken;
    return rune;
}

static void add(struct reader *r, uint32_t rune)
{
    char octets[UTF8_MAX];
    text_add(&r->out, octets, utf8_write(rune, octets));
}

static bool is_upper(uint32_t rune)
{
    return unicode_is_letter(rune) && unicode_lower(rune) != rune;
}

static bool is_lower(uint32_t rune)
{
    return unicode_is_letter(rune) && unicode_upper(rune) != rune;
}

static bool is_separator(uint32_t rune)
{
    if (unicode_is_letter(rune) || unicode_is_digit(rune) || rune == '_')
        return false;
    return rune < 0x80 || unicode_is_space(rune);
}

static void title(struct call *c)
{
    struct reader r = reader_of(c, 0);
    for (uint32_t before = ' ', rune; r.at < r.end; before = rune) {
        rune = next(&r);
        add(&r, is_separator(before) ? unicode_title(rune) : rune);
    }
    call_take(c, &r.out);
}

static void untitle(struct call *c)
{
    struct reader r = reader_of(c, 0);
    bool begins = true;
    while (r.at < r.end) {
        uint32_t rune = next(&r);
        bool space = unicode_is_space(rune);
        add(&r, begins && !space ? unicode_lower(rune) : rune);
        begins = space;
    }
    call_take(c, &r.out);
}

/* goutils takes octets for runes here. */
static void initials(struct call *c)
{
    struct reader r = reader_of(c, 0);
    for (bool begins = true; r.at < r.end; r.at++) {
        unsigned char octet = (unsigned char)*r.at;
        bool space = unicode_is_space(octet);
        if (begins && !space)
            add(&r, octet);
        begins = space;
    }
    call_take(c, &r.out);
}

/* And here. */
static void nospace(struct call *c)
{
    struct reader r = reader_of(c, 0);
    bool any = false;
    for (; r.at < r.end; r.at++) {
        unsigned char octet = (unsigned char)*r.at;
        if (unicode_is_space(octet))
            any = true;
        else
            add(&r, octet);
    }
    if (any)
        call_take(c, &r.out);
    else
        c->result = c->args[0];
}

static void swapcase(struct call *c)
{
    struct reader r = reader_of(c, 0);
    while (r.at < r.end) {
        uint32_t rune = next(&r);
        add(&r, is_upper(rune) ? unicode_lower(rune) : is_lower(rune) ? unicode_upper(rune) : rune);
    }
    call_take(c, &r.out);
}

static bool is_connector(uint32_t rune)
{
    return rune == '-' || rune == '_' || unicode_is_space(rune);
}

/* xstrings.ToPascalCase: a connector goes, and what follows it is a capital. */
static void camelcase(struct call *c)
{
    struct reader r = reader_of(c, 0);
    uint32_t rune = 0, before;
    bool capital = false;
    while (r.at < r.end) {
        rune = next(&r);
        if (!is_connector(rune)) {
            capital = is_upper(rune);
            rune = unicode_upper(rune);
            break;
        }
        add(&r, rune);
    }
    while (r.at < r.end) {
        before = rune;
        rune = next(&r);
        if (is_connector(rune) && is_connector(before)) {
            add(&r, before);
        } else if (is_connector(before)) {
            capital = is_upper(rune);
            rune = unicode_upper(rune);
        } else {
            capital = capital && is_upper(rune);
            if (capital)
                rune = unicode_lower(rune);
            add(&r, before);
        }
    }
    if (c->args[0]->text.len)
        add(&r, rune);
    call_take(c, &r.out);
}

enum word_kind { WORD_NONE, WORD_NUMBER, WORD_UPPER, WORD_ALPHABET, WORD_CONNECTOR, WORD_PUNCT, WORD_OTHER };

struct word {
    enum word_kind kind;
    const char *at;
    size_t len;
};

static bool is_alphabet(uint32_t rune)
{
    bool chinese = (rune >= 0x3400 && rune <= 0x4d85) || (rune >= 0x4e00 && rune <= 0x9fcc) ||
                   (rune >= 0x20000 && rune <= 0x2b81d);
    return unicode_is_letter(rune) && !chinese;
}

static enum word_kind kind_of(uint32_t rune)
{
    if (is_connector(rune))
        return WORD_CONNECTOR;
    if (unicode_is_punct(rune))
        return WORD_PUNCT;
    if (is_upper(rune) && unicode_upper(rune) == rune) /* a title case letter is none */
        return WORD_UPPER;
    if (is_alphabet(rune))
        return WORD_ALPHABET;
    return unicode_is_number(rune) ? WORD_NUMBER : WORD_OTHER;
}

/* The next rune that is one, with the octets before it that are none, for they go where it goes. Before the
 * end these go where the last rune went. */
static uint32_t peek_valid(const struct reader *r, uint32_t last, size_t *taken)
{
    size_t len = (size_t)(r->end - r->at), size;
    for (*taken = 0; *taken < len; *taken += size) {
        uint32_t rune = utf8_read(r->at + *taken, len - *taken, &size);
        if (rune != UTF8_BAD) {
            *taken += size;
            return rune;
        }
    }
    return last;
}

/* Takes runes as long as they are of that kind; behind punctuation the connectors - and _ are punctuation. */
static void take(struct reader *r, enum word_kind kind, uint32_t rune)
{
    size_t taken;
    while (r->at < r->end) {
        rune = peek_valid(r, rune, &taken);
        if (kind == WORD_PUNCT ? !unicode_is_punct(rune) : kind_of(rune) != kind)
            break;
        r->at += taken;
    }
}

/* A word of capitals gives its last one away to the small letters that follow: HTTPStatus is HTTP, Status. */
static void take_capitals(struct reader *r, uint32_t first)
{
    size_t taken, last = 0;
    if (r->at == r->end)
        return;
    uint32_t rune = peek_valid(r, first, &taken);
    if (kind_of(rune) == WORD_ALPHABET)
        take(r, WORD_ALPHABET, rune);
    if (kind_of(rune) != WORD_UPPER)
        return;
    while (r->at < r->end && kind_of(rune = peek_valid(r, rune, &taken)) == WORD_UPPER) {
        r->at += taken;
        last = taken;
    }
    if (r->at < r->end && is_alphabet(rune))
        r->at -= last;
}

static struct word next_word(struct reader *r)
{
    struct word w = {.at = r->at};
    size_t taken;
    if (r->at == r->end)
        return w;
    uint32_t rune = peek_valid(r, UTF8_BAD, &taken);
    r->at += taken;
    if (rune != UTF8_BAD) {
        w.kind = kind_of(rune);
        if (w.kind == WORD_UPPER)
            take_capitals(r, rune);
        else
            take(r, w.kind, rune);
    }
    w.len = (size_t)(r->at - w.at);
    return w;
}

static void add_word(struct reader *r, struct word w, char connector)
{
    struct reader inner = {.at = w.at, .end = w.at + w.len};
    if (w.kind != WORD_UPPER && w.kind != WORD_CONNECTOR) {
        text_add(&r->out, w.at, w.len);
        return;
    }
    while (inner.at < inner.end) {
        uint32_t rune = next(&inner);
        add(r, is_connector(rune) ? (unsigned char)connector : unicode_lower(rune));
    }
}

/* Letters and numbers behind a number belong to it. */
static struct word take_tail(struct reader *r, struct word w, char connector)
{
    while (w.kind == WORD_ALPHABET || w.kind == WORD_NUMBER) {
        add_word(r, w, connector);
        w = next_word(r);
    }
    if (w.kind != WORD_NONE && w.kind != WORD_PUNCT && w.kind != WORD_CONNECTOR)
        text_addc(&r->out, connector);
    return w;
}

/* What stands behind a word of letters, w: a number may belong to it or start a word of its own. */
static struct word behind_letters(struct reader *r, struct word w, char connector)
{
    if (w.kind != WORD_NUMBER) {
        if (w.kind != WORD_CONNECTOR && w.kind != WORD_PUNCT)
            text_addc(&r->out, connector);
        return w;
    }
    if (r->at == r->end)
        return w;
    struct word number = w;
    w = next_word(r);
    if (w.kind == WORD_ALPHABET) {
        text_addc(&r->out, connector);
        add_word(r, number, connector);
        return take_tail(r, w, connector);
    }
    add_word(r, number, connector);
    if (w.kind != WORD_CONNECTOR && w.kind != WORD_PUNCT)
        text_addc(&r->out, connector);
    return w;
}

/* xstrings.ToSnakeCase and ToKebabCase */
static void lower_words(struct call *c, char connector)
{
    struct reader r = reader_of(c, 0);
    struct word w = next_word(&r);
    while (r.at < r.end) {
        struct word last = w;
        if (w.kind != WORD_CONNECTOR)
            add_word(&r, w, connector);
        w = next_word(&r);
        if (last.kind == WORD_NUMBER)
            w = take_tail(&r, w, connector);
        else if (last.kind == WORD_CONNECTOR)
            add_word(&r, last, connector);
        else if (last.kind != WORD_PUNCT)
            w = behind_letters(&r, w, connector);
    }
    add_word(&r, w, connector);
    call_take(c, &r.out);
}

static void snakecase(struct call *c)
{
    lower_words(c, '_');
}

static void kebabcase(struct call *c)
{
    lower_words(c, '-');
}

const struct func funcs_words[] = {
    {"title", "s", title},         {"untitle", "s", untitle},     {"initials", "s", initials},
    {"nospace", "s", nospace},     {"swapcase", "s", swapcase},   {"camelcase", "s", camelcase},
    {"snakecase", "s", snakecase}, {"kebabcase", "s", kebabcase}, {0},
};
