#include "render/compose_dotenv.h"

#include <ctype.h>
#include <errno.h>
#include <string.h>

#include "common/file.h"

struct dotenv {
    const char *path, *at;
    unsigned line;
    const struct dotenv_options *options;
    struct notes *notes;
    struct value *map;
};

static struct place here(const struct dotenv *d)
{
    return (struct place){.file = d->path, .line = d->line, .column = 1};
}

static void skip_blanks(struct dotenv *d)
{
    d->at += strspn(d->at, " \t\r");
}

static void skip_line(struct dotenv *d)
{
    d->at += strcspn(d->at, "\n");
    if (*d->at)
        d->at++;
    d->line++;
}

/* The rest of the line, less a comment behind a blank and blanks at its end. */
static void take_plain(struct dotenv *d, struct text *out)
{
    size_t len = strcspn(d->at, "\n");
    for (size_t i = 0; i < len && !d->options->raw; i++)
        if (d->at[i] == '#' && (i == 0 || isblank((unsigned char)d->at[i - 1])))
            len = i;
    while (len && (isblank((unsigned char)d->at[len - 1]) || d->at[len - 1] == '\r'))
        len--;
    text_add(out, d->at, len);
    d->at += len;
}

static void take_escape(struct dotenv *d, struct text *out)
{
    static const char from[] = "nrt\"\\", to[] = "\n\r\t\"\\";
    const char *found = *d->at ? strchr(from, *d->at) : NULL;
    if (found)
        text_addc(out, to[found - from]);
    else if (*d->at == '$')
        text_adds(out, "$$");
    else
        text_printf(out, "\\%c", *d->at);
    d->at += *d->at != 0;
}

static int take_quoted(struct dotenv *d, struct text *out)
{
    struct place start = here(d);
    char quote = *d->at++;
    while (*d->at && *d->at != quote) {
        char c = *d->at++;
        d->line += c == '\n';
        if (c == '\\' && quote == '"')
            take_escape(d, out);
        else
            text_addc(out, c);
    }
    if (!*d->at)
        return note_fault(d->notes, start, "a %c has no other to end it", quote);
    d->at++;
    skip_blanks(d);
    if (*d->at && *d->at != '\n' && *d->at != '#')
        return note_fault(d->notes, here(d), "something stands behind the text in quotes; put it inside");
    return 0;
}

static int take_value(struct dotenv *d, const char *key)
{
    const struct variables variables = {.before = d->options->variables, .file = d->map};
    struct text out;
    const struct place where = here(d);
    text_init(&out, d->notes->arena);
    text_add(&out, "", 0);
    skip_blanks(d);
    char quote = (*d->at == '\'' || *d->at == '"') && !d->options->raw ? *d->at : 0;
    if (!quote)
        take_plain(d, &out);
    else if (take_quoted(d, &out) != 0)
        return -1;
    const char *value = out.at;
    if (quote != '\'' && !d->options->raw)
        value = variables_expand(&variables, value, d->notes, where);
    if (!value)
        return -1;
    struct value *v = value_text(d->notes->arena, value, strlen(value));
    v->file = where.file;
    v->line = where.line;
    v->column = where.column;
    return value_sets(d->notes->arena, d->map, key, v);
}

static int take_line(struct dotenv *d)
{
    skip_blanks(d);
    if (!*d->at || *d->at == '\n' || *d->at == '#')
        return 0;
    if (strncmp(d->at, "export ", 7) == 0)
        d->at += 7 + strspn(d->at + 7, " \t");
    size_t len = strcspn(d->at, "= \t\r\n#'\"");
    const char *key = arena_copy(d->notes->arena, d->at, len);
    d->at += len;
    skip_blanks(d);
    if (len && *d->at == '=') {
        d->at++;
        return take_value(d, key);
    }
    if (!len || (*d->at && *d->at != '\n' && *d->at != '#'))
        return note_fault(d->notes, here(d), "KEY=VALUE is wanted here");
    const char *value = variables_get(d->options->variables, key);
    return value ? value_sets(d->notes->arena, d->map, key, value_text(d->notes->arena, value, strlen(value)))
                 : 0;
}

int dotenv_read(const char *path, const struct dotenv_options *options, struct notes *n, struct value *map)
{
    struct dotenv d = {.path = path, .line = 1, .options = options, .notes = n, .map = map};
    struct bytes text;
    struct diag err = {0};
    int status = 0;
    if (file_read(path, DOTENV_MAX, n->arena, &text, &err) != 0) {
        if (errno == ENOENT && options->may_lack)
            return 0;
        return note_fault(n, options->where, "%s: %.*s", path, (int)strcspn(err.text + err.first_at, "\n"),
                          err.text + err.first_at);
    }
    if (memchr(text.at, 0, text.len))
        return note_fault(n, (struct place){.file = path}, "holds a NUL: this is no file of KEY=VALUE lines");
    d.at = text.at;
    while (*d.at) {
        if (take_line(&d) != 0)
            status = -1;
        skip_line(&d);
    }
    return status;
}
