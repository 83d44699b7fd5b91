#include "render/compose_environment.h"

#include <string.h>

#include "render/compose_dotenv.h"
#include "render/compose_form.h"
#include "render/compose_words.h"

/* From the folder of the Compose file, as Compose has it. */
static const char *path_of(const struct service *s, const char *name)
{
    if (*name == '/')
        return name;
    return arena_printf(s->file->arena, "%s%s", *s->file->folder ? s->file->folder : "./", name);
}

static void read_file(struct service *s, const struct value *v, const char *what,
                      struct dotenv_options options, struct value *env)
{
    const char *path = form_text(&s->file->notes, v, what);
    options.variables = &s->file->variables;
    options.where = value_place(v);
    if (path && !*path)
        note_fault(&s->file->notes, options.where, "%s: no file is named", what);
    else if (path)
        dotenv_read(path_of(s, path), &options, &s->file->notes, env);
}

/* path, required, format */
static void read_long_file(struct service *s, const struct value *v, const char *what, struct value *env)
{
    static const char *const known[] = {"path", "required", "format", NULL};
    struct notes *n = &s->file->notes;
    struct dotenv_options options = {0};
    const struct value *path = value_gets(v, "path"), *required = value_gets(v, "required"),
                       *format = value_gets(v, "format");
    bool needed = true;
    if (!path) {
        note_fault(n, value_place(v), "%s: path is missing", what);
        return;
    }
    if (form_keys(n, v, known, what) != 0)
        return;
    if (required && form_bool(n, required, what, &needed) != 0)
        return;
    if (format && !value_is(format, "raw"))
        note_fault(n, value_place(format), "%s: the one format is raw; leave it out for the usual", what);
    options.may_lack = !needed;
    options.raw = format && value_is(format, "raw");
    read_file(s, path, what, options, env);
}

static void read_files(struct service *s, const struct value *v, const char *what, struct value *env)
{
    size_t count = v->kind == VALUE_LIST ? v->list.count : v->kind != VALUE_NULL;
    for (size_t i = 0; i < count; i++) {
        const struct value *item = v->kind == VALUE_LIST ? v->list.items[i] : v;
        if (item->kind == VALUE_MAP)
            read_long_file(s, item, what, env);
        else
            read_file(s, item, what, (struct dotenv_options){0}, env);
    }
}

static void inherit(struct service *s, const char *key, const struct value *at, const char *what,
                    struct value *env)
{
    struct compose *c = s->file;
    const char *value = variables_get(&c->variables, key);
    if (value) {
        note_warning(&c->notes, value_place(at),
                     "%s: %s has no value here: it is taken from the environment of render, as Compose does",
                     what, key);
        put(c, env, key, form_placed(c->arena, value, at));
        return;
    }
    note_warning(
        &c->notes, value_place(at),
        "%s: %s has no value, and is not set where render runs: it is left out, as Compose does; write a "
        "value, be it empty",
        what, key);
    value_remove(env, key, strlen(key));
}

static void take_pair(struct service *s, const struct value *v, const char *what, struct value *env)
{
    const char *text = form_text(&s->file->notes, v, what);
    if (!text)
        return;
    size_t len = strcspn(text, "=");
    const char *key = arena_copy(s->file->arena, text, len);
    if (text[len])
        put(s->file, env, key, form_placed(s->file->arena, text + len + 1, v));
    else
        inherit(s, key, v, what, env);
}

static void refuse_name(struct service *s, const struct entry *e)
{
    note_fault(&s->file->notes, value_place(e->value),
               "%s: \"%s\" is no name of a variable: printable characters without = are",
               service_what(s, "environment"), e->key);
}

static void take_entry(struct service *s, const struct entry *e, const char *what, struct value *env)
{
    struct value at = *e->value;
    if (strlen(e->key) != e->key_len) {
        refuse_name(s, e); /* here, for env would have it cut at its NUL */
        return;
    }
    if (e->value->kind == VALUE_NULL) {
        at.line = e->line;
        at.column = e->column;
        inherit(s, e->key, &at, what, env);
        return;
    }
    const char *text =
        form_text(&s->file->notes, e->value, arena_printf(s->file->arena, "%s.%s", what, e->key));
    if (text)
        put(s->file, env, e->key, form_placed(s->file->arena, text, e->value));
}

static void read_environment(struct service *s, const struct value *v, const char *what, struct value *env)
{
    if (v->kind == VALUE_MAP)
        for (size_t i = 0; i < v->map->count; i++)
            take_entry(s, &v->map->entries[i], what, env);
    else if (v->kind == VALUE_LIST)
        for (size_t i = 0; i < v->list.count; i++)
            take_pair(s, v->list.items[i], what, env);
    else if (v->kind != VALUE_NULL)
        form_map(&s->file->notes, v, what);
}

/* What the schema asks of a name, told with the file's place. */
static bool is_name(const char *key, size_t len)
{
    if (len == 0 || strcmp(key, "true") == 0 || strcmp(key, "false") == 0)
        return false;
    for (size_t i = 0; i < len; i++)
        if (key[i] <= ' ' || key[i] > '~' || key[i] == '=')
            return false;
    return true;
}

void environment_convert(struct service *s)
{
    struct value *env = value_map(s->file->arena);
    const struct value *files = value_gets(s->in, "env_file"), *pairs = value_gets(s->in, "environment");
    if (files)
        read_files(s, files, service_what(s, "env_file"), env);
    if (pairs)
        read_environment(s, pairs, service_what(s, "environment"), env);
    for (size_t i = 0; i < env->map->count; i++) {
        struct entry *e = &env->map->entries[i];
        if (!is_name(e->key, e->key_len))
            refuse_name(s, e);
        e->value = form_placed(s->file->arena, words_literal(s->file->arena, e->value->text.at), e->value);
    }
    if (env->map->count)
        put(s->file, s->out, "env", env);
}
