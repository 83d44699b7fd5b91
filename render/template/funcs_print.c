/* print, printf, println, and the escapers of text/template. */
#include <string.h>

#include "common/unicode.h"
#include "common/utf8.h"
#include "render/go_format.h"
#include "render/go_print.h"
#include "render/template/func.h"

static void print(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    go_sprint(c->args, c->count, &t);
    call_take(c, &t);
}

static void print_line(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    go_sprintln(c->args, c->count, &t);
    call_take(c, &t);
}

static void print_format(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    go_printf(c->args[0]->text.at, c->args[0]->text.len, c->args + 1, c->count - 1, &t);
    call_take(c, &t);
}

/* The arguments as print has them; one string as it is; nil as an action prints it. */
static struct text joined(struct call *c)
{
    struct text t;
    struct value *none = value_text(c->arena, "<no value>", 10);
    text_init(&t, c->arena);
    for (size_t i = 0; i < c->count; i++)
        if (c->args[i]->kind == VALUE_NULL)
            c->args[i] = none;
    go_sprint_through(c->args, c->count, &t);
    return t;
}

static void html(struct call *c)
{
    struct text from = joined(c), to;
    text_init(&to, c->arena);
    text_adds(&to, "");
    for (size_t i = 0; i < from.len; i++) {
        switch (from.at[i]) {
        case '\0': text_adds(&to, "\xef\xbf\xbd"); break;
        case '"': text_adds(&to, "&#34;"); break;
        case '\'': text_adds(&to, "&#39;"); break;
        case '&': text_adds(&to, "&amp;"); break;
        case '<': text_adds(&to, "&lt;"); break;
        case '>': text_adds(&to, "&gt;"); break;
        default: text_addc(&to, from.at[i]); break;
        }
    }
    call_take(c, &to);
}

static bool is_hidden(const char *s, size_t len, uint32_t *rune, size_t *taken)
{
    *rune = utf8_read(s, len, taken);
    return !unicode_is_print(*rune) && !(*rune == UTF8_BAD && *taken == 1);
}

static void js(struct call *c)
{
    uint32_t rune;
    size_t taken;
    static const char special[] = "\\'\"<>&=";
    static const char *const escapes[] = {"\\\\", "\\'", "\\\"", "\\u003C", "\\u003E", "\\u0026", "\\u003D"};
    struct text from = joined(c), to;
    text_init(&to, c->arena);
    text_adds(&to, "");
    for (size_t i = 0; i < from.len; i += taken) {
        unsigned char octet = (unsigned char)from.at[i];
        bool hidden = is_hidden(from.at + i, from.len - i, &rune, &taken);
        const char *found = octet ? strchr(special, octet) : NULL;
        if (found)
            text_adds(&to, escapes[found - special]);
        else if (hidden && octet != 0x7f)
            text_printf(&to, "\\u%04X", (unsigned)rune);
        else
            text_add(&to, from.at + i, taken);
    }
    call_take(c, &to);
}

static void urlquery(struct call *c)
{
    struct text from = joined(c), to;
    text_init(&to, c->arena);
    text_adds(&to, "");
    for (size_t i = 0; i < from.len; i++) {
        unsigned char octet = (unsigned char)from.at[i];
        bool plain = (octet >= '0' && octet <= '9') || ((octet | 0x20) >= 'a' && (octet | 0x20) <= 'z');
        if (plain || (octet && strchr("-_.~", octet)))
            text_addc(&to, from.at[i]);
        else if (octet == ' ')
            text_addc(&to, '+');
        else
            text_printf(&to, "%%%02X", octet);
    }
    call_take(c, &to);
}

const struct func funcs_print[] = {
    {"print", "a.", print},
    {"println", "a.", print_line},
    {"printf", "sa.", print_format},
    {"html", "a.", html},
    {"js", "a.", js},
    {"urlquery", "a.", urlquery},
    {0},
};
