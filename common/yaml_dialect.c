#include "common/yaml_dialect.h"

#include <string.h>

#include "common/text.h"

/* Each mend reads the text once more, up to the next: no more octets than these in all, in about a second. */
enum { REREAD_MAX = 64 * 1024 * 1024, COPY_COST = 16 };

static const char bad_colon[] = "found unexpected ':'", bad_escape[] = "found unknown escape character";

/* Places in UTF-16 are none in its octets. */
static bool is_utf16(struct bytes text)
{
    return text.len > 1 && (memcmp(text.at, "\xff\xfe", 2) == 0 || memcmp(text.at, "\xfe\xff", 2) == 0);
}

/* The octet at which libyaml's character number index begins, from one known before it. */
static size_t offset_of(struct bytes text, size_t index, size_t at, size_t at_index)
{
    if (at == 0 && text.len > 2 && memcmp(text.at, "\xef\xbb\xbf", 3) == 0)
        at = 3; /* a byte order mark counts for nothing */
    for (; at_index < index && at < text.len; at_index++)
        do
            at++;
        while (at < text.len && ((unsigned char)text.at[at] & 0xc0) == 0x80);
    return at;
}

static void step(yaml_mark_t *mark, char c)
{
    if (c == '\n') {
        mark->line++;
        mark->column = 0;
    } else if (((unsigned char)c & 0xc0) != 0x80) {
        mark->column++;
    }
}

/* \/ in the double-quoted scalar of event; a tag or an anchor may stand before it. */
static bool holds_slash(struct yaml_dialect *d, struct bytes text, const yaml_event_t *event,
                        yaml_mark_t *where)
{
    bool inside = false;
    *where = event->start_mark;
    d->at = offset_of(text, where->index, d->at, d->index);
    d->index = where->index;
    for (size_t i = d->at; i + 1 < text.len; i++) {
        char c = text.at[i];
        if (c == '"' && inside)
            return false;
        inside = inside || c == '"';
        if (inside && c == '\\') {
            if (text.at[i + 1] == '/')
                return true;
            step(where, c);
            i++;
        }
        step(where, text.at[i]);
    }
    return false;
}

static bool may_hold_slash(struct yaml_dialect *d, struct bytes text)
{
    if (!d->slashes_sought)
        d->has_slashes = !is_utf16(text) && memmem(text.at, text.len, "\\/", 2);
    d->slashes_sought = true;
    return d->has_slashes;
}

static const char *scalar_refusal(struct yaml_dialect *d, struct bytes text, const yaml_event_t *event,
                                  yaml_mark_t *where, bool *in_scanner)
{
    yaml_scalar_style_t style = event->data.scalar.style;
    *in_scanner = style == YAML_DOUBLE_QUOTED_SCALAR_STYLE;
    if (*in_scanner)
        return may_hold_slash(d, text) && holds_slash(d, text, event, where) ? bad_escape : NULL;
    *where = event->start_mark;
    if (!d->flows || style != YAML_PLAIN_SCALAR_STYLE ||
        !memchr(event->data.scalar.value, '?', event->data.scalar.length))
        return NULL;
    return d->closers[(d->flows - 1) % sizeof d->closers] == ']' ? "did not find expected ',' or ']'"
                                                                 : "did not find expected ',' or '}'";
}

/* A map of one pair in a list has no braces: it begins with nothing, and ends as the list does. */
static void open_flow(struct yaml_dialect *d, const yaml_event_t *event, bool is_flow, char closer)
{
    bool bare = d->flows && event->start_mark.index == event->end_mark.index;
    if (is_flow)
        d->closers[d->flows % sizeof d->closers] =
            bare ? d->closers[(d->flows - 1) % sizeof d->closers] : closer;
    d->flows += is_flow;
}

const char *yaml_dialect_refusal(struct yaml_dialect *d, struct bytes text, const yaml_event_t *event,
                                 yaml_mark_t *where, bool *in_scanner)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT: return scalar_refusal(d, text, event, where, in_scanner);
    case YAML_SEQUENCE_START_EVENT:
        open_flow(d, event, event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE, ']');
        break;
    case YAML_MAPPING_START_EVENT:
        open_flow(d, event, event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, '}');
        break;
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT: d->flows -= d->flows > 0; break; /* in a flow there are but flows */
    default: break;
    }
    return NULL;
}

bool yaml_dialect_may_differ(const yaml_parser_t *failed)
{
    const char *problem = failed->problem ? failed->problem : "";
    return failed->error == YAML_SCANNER_ERROR &&
           (strcmp(problem, bad_colon) == 0 || strcmp(problem, bad_escape) == 0);
}

/* Puts the plain scalar text[from..at], a colon at its end, into quotes. */
static bool quote_scalar(struct bytes text, size_t from, size_t at, struct text *to)
{
    if (memchr(text.at + from, '?', at - from))
        return false; /* Go ends it there */
    text_add(to, text.at, from);
    text_adds(to, from && text.at[from - 1] == '\'' ? " '" : "'");
    for (size_t i = from; i <= at; i++) {
        if (text.at[i] == '\'')
            text_addc(to, '\'');
        text_addc(to, text.at[i]);
    }
    text_addc(to, '\'');
    text_add(to, text.at + at + 1, text.len - at - 1);
    return true;
}

/* Takes the backslashes away that stand before ' between at and the end of the double-quoted scalar. */
static bool drop_backslashes(struct bytes text, size_t at, struct text *to)
{
    if (at + 1 >= text.len || text.at[at + 1] != '\'')
        return false;
    text_add(to, text.at, at);
    while (at < text.len && text.at[at] != '"') {
        bool escape = text.at[at] == '\\' && at + 1 < text.len;
        if (escape && text.at[at + 1] != '\'')
            text_addc(to, text.at[at]);
        at += escape;
        text_addc(to, text.at[at++]);
    }
    text_add(to, text.at + at, text.len - at);
    return true;
}

/* Mends the first thing that libyaml's scanner stumbles at, *cost octets away. False: there is none, or no
 * remedy. */
static bool mend_one(struct bytes text, struct text *to, size_t *cost)
{
    yaml_parser_t p;
    yaml_token_t token;
    bool more = true, mended = false;
    if (!yaml_parser_initialize(&p))
        return false;
    yaml_parser_set_input_string(&p, (const unsigned char *)text.at, text.len);
    while (more && yaml_parser_scan(&p, &token)) {
        more = token.type != YAML_STREAM_END_TOKEN;
        yaml_token_delete(&token);
    }
    if (yaml_dialect_may_differ(&p)) {
        size_t from = offset_of(text, p.context_mark.index, 0, 0);
        size_t at = offset_of(text, p.problem_mark.index, from, p.context_mark.index);
        text_cut(to, 0);
        *cost += at + text.len / COPY_COST;
        mended = at < text.len &&
                 (text.at[at] == ':' ? quote_scalar(text, from, at, to) : drop_backslashes(text, at, to));
    }
    yaml_parser_delete(&p);
    return mended && !to->failed;
}

struct bytes yaml_dialect_mend(struct bytes text, struct arena *a)
{
    struct text rooms[2];
    size_t cost = 0;
    text_init(&rooms[0], a);
    text_init(&rooms[1], a);
    for (unsigned i = 0; !is_utf16(text) && cost < REREAD_MAX && mend_one(text, &rooms[i % 2], &cost); i++)
        text = (struct bytes){rooms[i % 2].at, rooms[i % 2].len};
    return text;
}
