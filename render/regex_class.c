#include "render/regex_class.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

enum { ASCII = 128, NAME_MAX_LEN = 64 };

/* Two letters outside of ASCII have their other case in it. */
enum { LONG_S = 0x17f, KELVIN = 0x212a };

static const struct ascii_class {
    const char *name, *ranges; /* first and last of each */
} perl[] = {{"d", "09"}, {"s", "\t\n\f\r  "}, {"w", "09AZaz__"}, {0}}, posix[] = {{"alnum", "09AZaz"},
                                                                                  {"alpha", "AZaz"},
                                                                                  {"ascii", NULL},
                                                                                  {"blank", "\t\t  "},
                                                                                  {"cntrl", "\1\x1f\x7f\x7f"},
                                                                                  {"digit", "09"},
                                                                                  {"graph", "!~"},
                                                                                  {"lower", "az"},
                                                                                  {"print", " ~"},
                                                                                  {"punct", "!/:@[`{~"},
                                                                                  {"space", "\t\r  "},
                                                                                  {"upper", "AZ"},
                                                                                  {"word", "09AZaz__"},
                                                                                  {"xdigit", "09AFaf"},
                                                                                  {0}};

static void put_range(struct regex_reader *r, uint32_t low, uint32_t high)
{
    if (low != high && regex_is_surrogate(low))
        low = REGEX_SURROGATE_LAST + 1;
    if (low != high && regex_is_surrogate(high))
        high = REGEX_SURROGATE_FIRST - 1;
    if (low > high)
        return;
    regex_put(r, low);
    if (low < high) {
        text_addc(&r->out, '-');
        regex_put(r, high);
    }
}

/* Without case, all that is an S is one. */
static void fill(bool has[ASCII], const char *ranges, bool fold)
{
    memset(has, !ranges, ASCII * sizeof *has);
    has[0] = !ranges || *ranges == '\1'; /* the control characters begin with NUL */
    for (; ranges && *ranges; ranges += 2)
        for (char c = ranges[0]; c <= ranges[1]; c++)
            has[(unsigned char)c] = true;
    for (int c = 'a'; fold && c <= 'z'; c++)
        has[c] = has[toupper(c)] = has[c] || has[toupper(c)];
}

static void put_ascii(struct regex_reader *r, const char *ranges, bool negated)
{
    bool has[ASCII];
    fill(has, ranges, r->fold);
    for (uint32_t c = 0; c < ASCII; c++) {
        uint32_t low = c;
        if (has[c] == negated)
            continue;
        while (c + 1 < ASCII && has[c + 1] != negated)
            c++;
        put_range(r, low, c);
    }
    if (!negated)
        return;
    uint32_t from = ASCII;
    if (r->fold && has['s']) {
        put_range(r, from, LONG_S - 1);
        from = LONG_S + 1;
    }
    if (r->fold && has['k']) {
        put_range(r, from, KELVIN - 1);
        from = KELVIN + 1;
    }
    put_range(r, from, 0x10ffff);
}

/* Go's loose spelling of a name: a capital first, no blanks, dashes and underlines. false: too long to be
 * any. */
static bool loosen(const char *s, size_t len, char to[NAME_MAX_LEN])
{
    size_t count = 0;
    for (size_t i = 0; i < len; i++) {
        if (s[i] == '_' || s[i] == '-' || s[i] == ' ')
            continue;
        if (count + 1 == NAME_MAX_LEN)
            return false;
        to[count] = (char)(i ? tolower((unsigned char)s[i]) : toupper((unsigned char)s[i]));
        count++;
    }
    to[count] = '\0';
    return count > 0;
}

static bool is_category(const char *name)
{
    static const char all[] =
        " C Cc Cf Cn Co Cs L Ll Lm Lo Lt Lu M Mc Me Mn N Nd Nl No P Pc Pd Pe Pf Pi Po Ps S Sc Sk Sm So "
        "Z Zl Zp Zs ";
    char spaced[5];
    return strlen(name) <= 2 && snprintf(spaced, sizeof spaced, " %s ", name) > 0 && strstr(all, spaced);
}

/* Unicode's long names of categories. */
static const char *short_category(const char *name)
{
    static const char *const names[][2] = {{"Other", "C"},
                                           {"Control", "Cc"},
                                           {"Cntrl", "Cc"},
                                           {"Format", "Cf"},
                                           {"Unassigned", "Cn"},
                                           {"Privateuse", "Co"},
                                           {"Surrogate", "Cs"},
                                           {"Letter", "L"},
                                           {"Casedletter", "L&"},
                                           {"Lowercaseletter", "Ll"},
                                           {"Modifierletter", "Lm"},
                                           {"Otherletter", "Lo"},
                                           {"Titlecaseletter", "Lt"},
                                           {"Uppercaseletter", "Lu"},
                                           {"Mark", "M"},
                                           {"Combiningmark", "M"},
                                           {"Spacingmark", "Mc"},
                                           {"Enclosingmark", "Me"},
                                           {"Nonspacingmark", "Mn"},
                                           {"Number", "N"},
                                           {"Decimalnumber", "Nd"},
                                           {"Digit", "Nd"},
                                           {"Letternumber", "Nl"},
                                           {"Othernumber", "No"},
                                           {"Punctuation", "P"},
                                           {"Punct", "P"},
                                           {"Connectorpunctuation", "Pc"},
                                           {"Dashpunctuation", "Pd"},
                                           {"Closepunctuation", "Pe"},
                                           {"Finalpunctuation", "Pf"},
                                           {"Initialpunctuation", "Pi"},
                                           {"Otherpunctuation", "Po"},
                                           {"Openpunctuation", "Ps"},
                                           {"Symbol", "S"},
                                           {"Currencysymbol", "Sc"},
                                           {"Modifiersymbol", "Sk"},
                                           {"Mathsymbol", "Sm"},
                                           {"Othersymbol", "So"},
                                           {"Separator", "Z"},
                                           {"Lineseparator", "Zl"},
                                           {"Paragraphseparator", "Zp"},
                                           {"Spaceseparator", "Zs"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i][0], name) == 0)
            return names[i][1];
    return NULL;
}

/* Whether PCRE2 knows a script of that name. */
static bool is_script(const char *name)
{
    char pattern[NAME_MAX_LEN + 8];
    int code;
    PCRE2_SIZE offset;
    size_t len = (size_t)snprintf(pattern, sizeof pattern, "\\p{sc:%s}", name);
    if (strspn(name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != strlen(name))
        return false;
    pcre2_code *made = pcre2_compile((PCRE2_SPTR)pattern, len, PCRE2_UTF, &code, &offset, NULL);
    pcre2_code_free(made);
    return made != NULL;
}

/* Without case, capitals and small letters are one. */
static void put_category(struct regex_reader *r, const char *name, bool negated)
{
    bool cased = strcmp(name, "Lu") == 0 || strcmp(name, "Ll") == 0 || strcmp(name, "Lt") == 0;
    text_printf(&r->out, "\\%c{%s}", negated ? 'P' : 'p', r->fold && cased ? "L&" : name);
}

static bool put_property(struct regex_reader *r, const char *s, size_t len, bool negated)
{
    char name[NAME_MAX_LEN];
    if (!loosen(s, len, name))
        return false;
    const char *category = strcmp(name, "Lc") == 0 ? "L&" : is_category(name) ? name : short_category(name);
    if (strcmp(name, "Ascii") == 0)
        put_ascii(r, NULL, negated);
    else if (strcmp(name, "Any") == 0 || category)
        put_category(r, category ? category : name, negated);
    else if (strcmp(name, "Assigned") == 0)
        put_category(r, "Cn", !negated);
    else if (is_script(name))
        text_printf(&r->out, "\\%c{sc:%s}", negated ? 'P' : 'p', name);
    else
        return false;
    return true;
}

/* \pL, \p{Greek}, \P{^Lu} */
static int read_property(struct regex_reader *r)
{
    static const char bad[] = "invalid character class range";
    const char *from = r->at;
    bool negated = from[1] == 'P';
    uint32_t rune;
    r->at += 2;
    const char *name = r->at;
    if (r->at == r->end)
        return regex_refuse(r, bad, from, r->end);
    if (regex_take(r, &rune) != 0)
        return -1;
    size_t len = (size_t)(r->at - name);
    if (rune == '{') {
        const char *close = memchr(name, '}', (size_t)(r->end - name));
        if (!close)
            return regex_refuse(r, bad, from, r->end);
        r->at = close + 1;
        len = (size_t)(close - ++name);
    }
    if (len && *name == '^') {
        negated = !negated;
        name++;
        len--;
    }
    return put_property(r, name, len, negated) ? 1 : regex_refuse(r, bad, from, r->at);
}

/* What is a class by itself, in brackets or not: as regex_class_escape, but without brackets of its own. */
static int read_escape(struct regex_reader *r)
{
    if (r->end - r->at < 2 || *r->at != '\\')
        return 0;
    if (r->at[1] == 'p' || r->at[1] == 'P')
        return read_property(r);
    for (const struct ascii_class *c = perl; c->name; c++)
        if (tolower((unsigned char)r->at[1]) == *c->name) {
            put_ascii(r, c->ranges, r->at[1] != *c->name);
            r->at += 2;
            return 1;
        }
    return 0;
}

/* [:alpha:], [:^alpha:] */
static int read_named(struct regex_reader *r)
{
    const char *close = r->end - r->at > 2 && r->at[0] == '[' && r->at[1] == ':'
                            ? memmem(r->at + 2, (size_t)(r->end - r->at - 2), ":]", 2)
                            : NULL;
    if (!close)
        return 0;
    bool negated = r->at[2] == '^';
    const char *name = r->at + 2 + negated;
    for (const struct ascii_class *c = posix; c->name; c++)
        if (name <= close && strlen(c->name) == (size_t)(close - name) &&
            memcmp(name, c->name, strlen(c->name)) == 0) {
            put_ascii(r, c->ranges, negated);
            r->at = close + 2;
            return 1;
        }
    return regex_refuse(r, "invalid character class range", r->at, close + 2);
}

static int take_member(struct regex_reader *r, const char *class, uint32_t *rune)
{
    if (r->at == r->end)
        return regex_refuse(r, "missing closing ]", class, r->end);
    return *r->at == '\\' ? regex_take_escape(r, rune) : regex_take(r, rune);
}

/* a or a-z */
static int read_members(struct regex_reader *r, const char *class)
{
    const char *from = r->at;
    uint32_t low = 0, high;
    if (take_member(r, class, &low) != 0)
        return -1;
    high = low;
    if (r->end - r->at >= 2 && r->at[0] == '-' && r->at[1] != ']') {
        r->at++;
        if (take_member(r, class, &high) != 0)
            return -1;
        if (high < low)
            return regex_refuse(r, "invalid character class range", from, r->at);
    }
    put_range(r, low, high);
    return 0;
}

int regex_class(struct regex_reader *r)
{
    const char *from = r->at++;
    regex_put_fold(r);
    text_addc(&r->out, '[');
    size_t start = r->out.len;
    bool negated = *r->at == '^';
    r->at += negated;
    text_adds(&r->out, negated ? "^" : "");
    for (bool first = true; r->at == r->end || *r->at != ']' || first; first = false) {
        int found = read_named(r);
        if (found == 0)
            found = read_escape(r);
        if (found < 0 || (found == 0 && read_members(r, from) != 0))
            return -1;
    }
    r->at++;
    if (r->out.len == start + negated) { /* nothing but surrogates */
        text_cut(&r->out, start);
        text_adds(&r->out, negated ? "\\x{0}-\\x{10ffff}" : "^\\x{0}-\\x{10ffff}");
    }
    text_addc(&r->out, ']');
    return 0;
}

int regex_class_escape(struct regex_reader *r)
{
    size_t mark = r->out.len;
    bool fold = r->wrote_fold;
    regex_put_fold(r);
    text_addc(&r->out, '[');
    int found = read_escape(r);
    if (found > 0) {
        text_addc(&r->out, ']');
    } else {
        text_cut(&r->out, mark);
        r->wrote_fold = fold;
    }
    return found;
}
