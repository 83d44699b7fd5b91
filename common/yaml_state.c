#include "common/yaml_state.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

int yaml_state_init(struct yaml_state *s, struct bytes text, const struct yaml_options *options,
                    bool *may_differ, struct arena *a, struct diag *err)
{
    *s = (struct yaml_state){
        .options = options, .arena = a, .err = err, .text = text, .may_differ = may_differ};
    if (!yaml_parser_initialize(&s->parser))
        return yaml_state_no_room(s);
    yaml_parser_set_input_string(&s->parser, (const unsigned char *)text.at, text.len);
    return 0;
}

void yaml_state_clear(struct yaml_state *s)
{
    yaml_parser_delete(&s->parser);
}

struct place yaml_state_place(const struct yaml_state *s, yaml_mark_t mark)
{
    return (struct place){.file = s->options->file,
                          .line = s->options->lines_before + (unsigned)mark.line + 1,
                          .column = (unsigned)mark.column + 1};
}

void yaml_state_put_place(const struct yaml_state *s, struct value *v, yaml_mark_t mark)
{
    struct place where = yaml_state_place(s, mark);
    v->file = where.file;
    v->line = where.line;
    v->column = where.column;
}

void yaml_state_later(struct yaml_state *s, enum yaml_stage stage, yaml_mark_t mark, const char *format, ...)
{
    if (s->fault_stage && s->fault_stage <= stage)
        return;
    va_list args;
    va_start(args, format);
    vsnprintf(s->fault, sizeof s->fault, format, args);
    va_end(args);
    s->fault_stage = stage;
    s->fault_place = yaml_state_place(s, mark);
}

int yaml_state_stop(struct yaml_state *s, yaml_mark_t mark, const char *problem)
{
    return diag_at(s->err, yaml_state_place(s, mark), "%s%s", s->options->helm_words ? "yaml: " : "",
                   problem);
}

int yaml_state_no_room(struct yaml_state *s)
{
    return diag_at(s->err, (struct place){.file = s->options->file}, "too large: no memory left for it");
}

/* The reader of octets tells an offset only. */
static yaml_mark_t mark_at(const struct yaml_state *s, size_t offset)
{
    yaml_mark_t mark = {0};
    for (size_t i = 0; i < offset && i < s->text.len; i++) {
        unsigned char c = (unsigned char)s->text.at[i];
        if (c == '\n') {
            mark.line++;
            mark.column = 0;
        } else if ((c & 0xc0) != 0x80) {
            mark.column++;
        }
    }
    return mark;
}

/* Go's line for a syntax error: none for the first, and counted from 0 unless the scanner found it. */
static size_t go_line(const yaml_parser_t *p)
{
    if (p->problem_mark.line)
        return p->problem_mark.line + (p->error == YAML_SCANNER_ERROR);
    return p->context_mark.line;
}

static int syntax_error(struct yaml_state *s)
{
    const yaml_parser_t *p = &s->parser;
    if (p->error == YAML_MEMORY_ERROR)
        return yaml_state_no_room(s);
    if (s->may_differ && yaml_dialect_may_differ(p)) {
        *s->may_differ = true;
        return -1;
    }
    yaml_mark_t mark = p->error == YAML_READER_ERROR ? mark_at(s, p->problem_offset) : p->problem_mark;
    const char *problem = p->problem ? p->problem : "unknown problem parsing YAML content";
    struct place where = yaml_state_place(s, mark);
    size_t line = go_line(p);
    if (!s->options->helm_words && p->context)
        return diag_at(s->err, where, "%s %s that starts at line %zu", problem, p->context,
                       p->context_mark.line + 1);
    if (!s->options->helm_words)
        return diag_at(s->err, where, "%s", problem);
    if (line)
        return diag_at(s->err, where, "yaml: line %zu: %s", line, problem);
    return diag_at(s->err, where, "yaml: %s", problem);
}

/* What Go refuses, where libyaml does not. */
static int check_dialect(struct yaml_state *s, const yaml_event_t *event)
{
    yaml_mark_t mark;
    bool in_scanner;
    const char *problem = yaml_dialect_refusal(&s->dialect, s->text, event, &mark, &in_scanner);
    if (problem && s->options->helm_words && mark.line)
        return diag_at(s->err, yaml_state_place(s, mark), "yaml: line %zu: %s", mark.line + in_scanner,
                       problem);
    return problem ? yaml_state_stop(s, mark, problem) : 0;
}

int yaml_state_next(struct yaml_state *s, yaml_event_t *event)
{
    if (!yaml_parser_parse(&s->parser, event))
        return syntax_error(s);
    if (!s->options->as_go || check_dialect(s, event) == 0)
        return 0;
    yaml_event_delete(event);
    return -1;
}

/* Of n nodes, how many may come from aliases, as Go's decoder has it: nearly all of a small text, few of a
 * large one. */
static double alias_share_max(size_t n)
{
    const double low = 400000, high = 4000000;
    if ((double)n <= low)
        return 0.99;
    return (double)n >= high ? 0.10 : 0.99 - 0.89 * ((double)n - low) / (high - low);
}

int yaml_state_count(struct yaml_state *s, yaml_mark_t mark, bool by_alias)
{
    s->nodes++;
    s->aliased += by_alias;
    if (s->aliased > 100 && s->nodes > 1000 &&
        (double)s->aliased / (double)s->nodes > alias_share_max(s->nodes))
        return yaml_state_stop(s, mark, "document contains excessive aliasing");
    if (s->nodes > YAML_NODES_MAX)
        return yaml_state_stop(s, mark, "document has more than 4000000 nodes");
    return 0;
}

/* A later twin of its key may have put an infinity out of the tree. */
static bool holds_infinity(const struct value *v)
{
    bool found = v->kind == VALUE_FLOAT && !isfinite(v->number);
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count && !found; i++)
        found = holds_infinity(v->list.items[i]);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count && !found; i++)
        found = holds_infinity(v->map->entries[i].value);
    return found;
}

int yaml_state_settle(struct yaml_state *s, const struct value *tree)
{
    if (!s->fault_stage || (s->fault_stage == YAML_STAGE_JSON && !holds_infinity(tree)))
        return 0;
    size_t prefix = !s->options->helm_words && strncmp(s->fault, "yaml: ", 6) == 0 ? 6 : 0;
    return diag_at(s->err, s->fault_place, "%s", s->fault + prefix);
}
