#include <string.h>

#include "render/schema.h"
#include "render/schema_problem.h"
#include "render/schema_words.h"

enum { PROBLEMS_TOLD_MAX = 50, VALUE_SHOWN_MAX = 60 };

/* What Helm prints. */
static void print(struct arena *a, const struct schema_problem *p, unsigned indent, struct text *to)
{
    bool hidden = p->kind == SCHEMA_REFERENCE && p->causes && !p->causes->next;
    if (!hidden) {
        text_repeat(to, ' ', 2 * (size_t)indent);
        text_printf(to, "- at %s: ", schema_quote(a, p->path, strlen(p->path)));
        text_add(to, p->message, strcspn(p->message, "\n"));
        text_addc(to, '\n');
    }
    for (const struct schema_problem *cause = p->causes; cause; cause = cause->next)
        print(a, cause, indent + !hidden, to);
}

/* The value as it was written, more or less, on one line. */
static void show_value(struct arena *a, const struct value *v, struct text *to)
{
    const char *shown = v->kind == VALUE_LIST  ? "a list"
                        : v->kind == VALUE_MAP ? "a map"
                                               : schema_display(a, v);
    size_t len = strlen(shown);
    text_add(to, shown, len < VALUE_SHOWN_MAX ? len : VALUE_SHOWN_MAX);
    text_adds(to, len < VALUE_SHOWN_MAX ? "" : "...");
}

static bool is_about(const struct schema_problem *p, const char *prefix)
{
    return strncmp(p->message, prefix, strlen(prefix)) == 0;
}

/* A branch of anyOf that is of another type is not the one that was meant, if there are others. */
static bool is_other_branch(const struct schema_problem *of, const struct schema_problem *cause)
{
    bool others = false;
    if (!is_about(of, "'anyOf'") && !is_about(of, "'oneOf'"))
        return false;
    for (const struct schema_problem *p = of->causes; p; p = p->next)
        others = others || !is_about(p, "got ") || strcmp(p->path, of->path) != 0;
    return others && is_about(cause, "got ") && strcmp(cause->path, of->path) == 0;
}

/* What the schema of a map's keys says. */
static const char *description_of_name(const struct schema_problem *p)
{
    const char *description = NULL;
    for (p = p->causes; p && !description; p = p->causes)
        description = value_gets_text(p->schema, "description", NULL);
    return description;
}

/* The innermost complaints are what a user can act on. above is what was said of the same value. */
static void tell(struct arena *a, const struct schema_problem *p, const char *above, schema_told *told,
                 void *arg)
{
    bool is_name = is_about(p, "invalid propertyName");
    const char *description =
        is_name ? description_of_name(p) : value_gets_text(p->schema, "description", above);
    for (const struct schema_problem *cause = is_name ? NULL : p->causes; cause; cause = cause->next)
        if (!is_other_branch(p, cause))
            tell(a, cause, strcmp(cause->path, p->path) == 0 ? description : NULL, told, arg);
    if (p->causes && !is_name)
        return;
    size_t len = strcspn(p->message, "\n");
    const struct schema_complaint complaint = {
        .path = p->path,
        .message = arena_copy(a, p->message, len),
        .where = p->key.file ? p->key : value_place(p->value),
        .value = p->value,
        .properties = is_about(p, "additional properties") ? value_gets(p->schema, "properties") : NULL,
        .meant = p->message[len] ? p->message + len + 1 : NULL,
        .description = description,
    };
    told(arg, &complaint);
}

/* What goes below Helm's own words. */
struct paragraphs {
    struct arena *arena;
    struct fault *more;
    unsigned told;
};

static void add_paragraph(void *arg, const struct schema_complaint *c)
{
    struct paragraphs *to = arg;
    struct text line;
    if (to->told++ >= PROBLEMS_TOLD_MAX)
        return;
    text_init(&line, to->arena);
    text_printf(&line, "%s: %s", *c->path ? c->path : "values", c->message);
    if (c->value->kind != VALUE_MAP && c->value->kind != VALUE_LIST) {
        text_adds(&line, "; it is ");
        show_value(to->arena, c->value, &line);
    }
    if (c->meant)
        text_printf(&line, "; did you mean '%s'?", c->meant);
    fault_more(to->more, c->where, "%s", line.at);
    if (c->description)
        fault_more(to->more, (struct place){0}, "    %s", c->description);
}

void schema_each(const struct schema *schema, const struct value *v, struct arena *a, schema_told *told,
                 void *arg)
{
    const struct schema_problem *p = schema_find(schema, v, a);
    if (p)
        tell(a, p, NULL, told, arg);
}

bool schema_check(const struct schema *schema, const struct value *v, struct arena *a, struct text *report,
                  struct fault *more)
{
    struct paragraphs paragraphs = {.arena = a, .more = more};
    const struct schema_problem *p = schema_find(schema, v, a);
    if (!p)
        return true;
    if (p->kind == SCHEMA_GROUP) {
        for (const struct schema_problem *cause = p->causes; cause; cause = cause->next)
            print(a, cause, 0, report);
    } else {
        print(a, p, 0, report);
    }
    tell(a, p, NULL, add_paragraph, &paragraphs);
    if (paragraphs.told > PROBLEMS_TOLD_MAX)
        fault_more(more, (struct place){0}, "and %u more", paragraphs.told - PROBLEMS_TOLD_MAX);
    return false;
}
