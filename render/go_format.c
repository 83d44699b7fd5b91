#include "render/go_format.h"

#include <string.h>

#include "common/utf8.h"
#include "render/go_print.h"
#include "render/go_print_value.h"
#include "render/go_type.h"

enum { NUMBER_MAX = 1000000 };

/* A format being worked through. */
struct work {
    const char *at, *end;
    struct value *const *args;
    size_t count, used;
    bool reordered;
    bool behind_index; /* nothing but * or the verb may follow an index */
    struct text *to;
};

static void read_flags(struct work *w, struct go_verb *d)
{
    for (; w->at < w->end; w->at++) {
        switch (*w->at) {
        case '+': d->plus = true; break;
        case '-': d->minus = true; break;
        case '#': d->sharp = true; break;
        case ' ': d->space = true; break;
        case '0': d->zero = true; break;
        default: return;
        }
    }
}

/* "[3]" chooses the next argument. false: a bad one. */
static bool read_index(struct work *w)
{
    if (w->at == w->end || *w->at != '[')
        return true;
    w->reordered = true;
    size_t number = 0;
    const char *c = w->at + 1;
    for (; c < w->end && *c >= '0' && *c <= '9' && number <= NUMBER_MAX; c++)
        number = number * 10 + (size_t)(*c - '0');
    bool good = c < w->end && *c == ']' && number >= 1 && number <= w->count;
    const char *close = memchr(w->at, ']', (size_t)(w->end - w->at));
    w->at = close ? close + 1 : w->at + 1;
    w->behind_index = good;
    if (good)
        w->used = number - 1;
    return good;
}

/* A number, or * for an argument, which is no less than least. */
static int read_size(struct work *w, int least, const char *bad)
{
    if (w->at < w->end && *w->at == '*') {
        w->at++;
        w->behind_index = false;
        const struct value *v = w->used < w->count ? w->args[w->used++] : NULL;
        if (!v || v->kind != VALUE_INT || v->integer > NUMBER_MAX || v->integer < least) {
            text_adds(w->to, bad);
            return -1;
        }
        return (int)v->integer;
    }
    int number = -1;
    for (; w->at < w->end && *w->at >= '0' && *w->at <= '9'; w->at++) {
        if (number > NUMBER_MAX) {
            w->at = w->end; /* as Go: what is so long swallows the rest */
            return -1;
        }
        number = (number < 0 ? 0 : number) * 10 + (*w->at - '0');
    }
    return number;
}

/* Width and precision, each of which an index may precede. false: an index was bad, or stood before a number.
 */
static bool read_sizes(struct work *w, struct go_verb *d)
{
    w->behind_index = false;
    bool good = read_index(w);
    d->width = read_size(w, -NUMBER_MAX, "%!(BADWIDTH)");
    good = good && !(w->behind_index && d->width >= 0);
    if (d->width < -1) {
        d->minus = true;
        d->width = -d->width;
    }
    if (w->at < w->end && *w->at == '.') {
        w->at++;
        good = good && !w->behind_index;
        good = read_index(w) && good;
        bool starred = w->at < w->end && *w->at == '*';
        d->precision = read_size(w, 0, "%!(BADPREC)");
        if (d->precision < 0 && !starred)
            d->precision = 0;
    }
    if (!w->behind_index)
        good = read_index(w) && good;
    return good;
}

static void directive(struct work *w)
{
    struct go_verb d = {.width = -1, .precision = -1};
    read_flags(w, &d);
    bool good_index = read_sizes(w, &d);
    if (w->at == w->end) {
        text_adds(w->to, "%!(NOVERB)");
        return;
    }
    size_t taken;
    d.verb = utf8_read(w->at, (size_t)(w->end - w->at), &taken);
    const char *verb = w->at;
    w->at += taken;
    d.zero = d.zero && !d.minus;
    if (d.verb == 'v' || d.verb == 'w') { /* %+v asks for a struct's names, not for a sign */
        d.syntax = d.sharp;
        d.names = d.plus;
        d.plus = d.sharp = false;
    }
    if (d.verb == '%') {
        text_addc(w->to, '%');
    } else if (!good_index || w->used >= w->count) {
        text_adds(w->to, "%!");
        text_add(w->to, verb, taken);
        text_adds(w->to, good_index ? "(MISSING)" : "(BADINDEX)");
    } else {
        go_print_value(&d, w->args[w->used++], w->to);
    }
}

static void print_extra(struct work *w)
{
    text_adds(w->to, "%!(EXTRA ");
    for (size_t i = w->used; i < w->count; i++) {
        if (i > w->used)
            text_adds(w->to, ", ");
        if (w->args[i]->kind != VALUE_NULL) {
            text_adds(w->to, go_type_name(w->args[i]));
            text_addc(w->to, '=');
        }
        go_print(w->args[i], w->to);
    }
    text_addc(w->to, ')');
}

void go_printf(const char *format, size_t len, struct value *const *args, size_t count, struct text *to)
{
    struct work w = {.at = format, .end = format + len, .args = args, .count = count, .to = to};
    text_adds(to, "");
    while (w.at < w.end) {
        const char *percent = memchr(w.at, '%', (size_t)(w.end - w.at));
        const char *plain_end = percent ? percent : w.end;
        text_add(to, w.at, (size_t)(plain_end - w.at));
        w.at = plain_end;
        if (percent) {
            w.at++;
            directive(&w);
        }
    }
    if (!w.reordered && w.used < w.count)
        print_extra(&w);
}
