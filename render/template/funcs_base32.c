/* b32enc and b32dec: RFC 4648 6, as Go's encoding/base32 reads and writes it. */
#include <string.h>

#include "render/template/func.h"

enum { QUANTUM = 8, GROUP = 5 }; /* digits of 5 bits that make a group of octets */

static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

static void encode(struct call *c)
{
    const unsigned char *s = (const unsigned char *)c->args[0]->text.at;
    size_t len = c->args[0]->text.len;
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    for (size_t from = 0; from < len; from += GROUP) {
        size_t octets = len - from < GROUP ? len - from : GROUP, used = (octets * 8 + 4) / 5;
        uint64_t bits = 0;
        for (size_t i = 0; i < GROUP; i++)
            bits = bits << 8 | (i < octets ? s[from + i] : 0);
        for (size_t i = 0; i < used; i++)
            text_addc(&t, digits[bits >> (35 - 5 * i) & 31]);
        text_repeat(&t, '=', QUANTUM - used);
    }
    call_take(c, &t);
}

struct reader {
    const char *at; /* without its newlines */
    size_t len, pos;
    bool ended;   /* padding was met */
    size_t fault; /* where reading failed, counted from 1; 0: it did not */
};

static void fail_at(struct reader *r, size_t pos)
{
    r->fault = pos + 1;
}

/* Padding from the j-th digit on, whose first '=' has been taken. */
static void read_padding(struct reader *r, size_t j)
{
    size_t rest = r->len - r->pos;
    r->ended = true;
    if (rest + j < QUANTUM - 1) {
        fail_at(r, r->len);
        return;
    }
    for (size_t k = 0; k < QUANTUM - 1 - j; k++)
        if (k < rest && r->at[r->pos + k] != '=') {
            fail_at(r, r->pos + k - 1);
            return;
        }
    if (j == 3 || j == 6)
        fail_at(r, r->pos - 1);
}

/* The digits of one quantum into *bits; how many they are. */
static size_t read_quantum(struct reader *r, uint64_t *bits)
{
    size_t j = 0;
    while (j < QUANTUM && !r->fault) {
        if (r->pos == r->len) {
            fail_at(r, r->len - j);
            return j;
        }
        char in = r->at[r->pos++];
        const char *digit = in ? strchr(digits, in) : NULL;
        if (in == '=' && j >= 2 && r->len - r->pos < QUANTUM) {
            read_padding(r, j);
            return j;
        }
        if (digit)
            *bits |= (uint64_t)(digit - digits) << (35 - 5 * j++);
        else
            fail_at(r, r->pos - 1);
    }
    return j;
}

static struct reader without_newlines(const struct call *c)
{
    const struct value *v = c->args[0];
    char *kept = arena_alloc(c->arena, v->text.len + 1);
    struct reader r = {.at = kept};
    for (size_t i = 0; i < v->text.len; i++)
        if (v->text.at[i] != '\n' && v->text.at[i] != '\r')
            kept[r.len++] = v->text.at[i];
    return r;
}

/* A fault becomes the text, as in sprig. */
static void decode(struct call *c)
{
    struct reader r = without_newlines(c);
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    while (r.pos < r.len && !r.ended && !r.fault) {
        uint64_t bits = 0;
        size_t octets = read_quantum(&r, &bits) * 5 / 8;
        for (size_t i = 0; i < octets; i++)
            text_addc(&t, (char)(bits >> (32 - 8 * i)));
    }
    if (r.fault)
        call_texts(c, arena_printf(c->arena, "illegal base32 data at input byte %zu", r.fault - 1));
    else
        call_take(c, &t);
}

const struct func funcs_base32[] = {
    {"b32enc", "s", encode},
    {"b32dec", "s", decode},
    {0},
};
