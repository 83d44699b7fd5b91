#include "render/compose_health.h"

#include <string.h>

#include "render/compose_container.h"
#include "render/compose_form.h"
#include "render/compose_units.h"
#include "render/compose_words.h"

enum { USUAL_INTERVAL_S = 30, USUAL_TIMEOUT_S = 30, USUAL_RETRIES = 3, RETRIES_MOST = 1000000 };

static const char *const known[] = {"test",         "interval",       "timeout", "retries",
                                    "start_period", "start_interval", "disable", NULL};

/* The list that a shell runs, as Docker does. */
static struct value *shell_command(struct service *s, const char *script)
{
    struct arena *a = s->file->arena;
    struct value *words = value_list(a);
    const char *literal = words_literal(a, script);
    value_push(a, words, value_text(a, "/bin/sh", 7));
    value_push(a, words, value_text(a, "-c", 2));
    value_push(a, words, value_text(a, literal, strlen(literal)));
    return words;
}

/* [CMD, PROGRAM, ...], [CMD-SHELL, SCRIPT], [NONE]; *none: there is to be no probe. NULL: none, or
 * complained. */
static struct value *listed_command(struct service *s, const struct value *v, const char *what, bool *none)
{
    struct value *words;
    if (form_texts(&s->file->notes, v, what, &words) != 0)
        return NULL;
    const struct value *first = words->list.count ? words->list.items[0] : NULL;
    *none = first && value_is(first, "NONE") && words->list.count == 1;
    if (*none)
        return NULL;
    if (first && value_is(first, "CMD-SHELL") && words->list.count == 2)
        return shell_command(s, words->list.items[1]->text.at);
    if (first && value_is(first, "CMD") && words->list.count > 1) {
        struct value *rest = value_list(s->file->arena);
        for (size_t i = 1; i < words->list.count; i++) {
            const char *word = words_literal(s->file->arena, words->list.items[i]->text.at);
            value_push(s->file->arena, rest, form_placed(s->file->arena, word, words->list.items[i]));
        }
        return rest;
    }
    note_fault(&s->file->notes, value_place(v),
               "%s: a list is [CMD, PROGRAM, ARGUMENT...], [CMD-SHELL, \"SCRIPT\"] or [NONE]", what);
    return NULL;
}

static struct value *command(struct service *s, const struct value *v, const char *what, bool *none)
{
    *none = false;
    if (v->kind == VALUE_LIST)
        return listed_command(s, v, what, none);
    const char *script = form_text(&s->file->notes, v, what);
    *none = script && (!*script || strcmp(script, "NONE") == 0);
    return script && !*none ? shell_command(s, script) : NULL;
}

/* Sets key to the duration in whole seconds; Docker's 0 is the default, which is set too unless it is 0. */
static void put_seconds(struct service *s, const struct value *health, const char *what, const char *from,
                        const char *key, uint64_t usual_s, struct value *probe)
{
    const struct value *v = value_gets(health, from);
    struct notes *n = &s->file->notes;
    uint64_t ns = 0;
    const char *text = v && v->kind != VALUE_NULL ? form_text(n, v, what) : "0s";
    if (!text)
        return;
    if (strcmp(text, "0") != 0 && !units_duration(text, &ns)) {
        note_fault(n, value_place(v), "%s.%s: %s is no duration; write it like 30s or 1m30s, below 10 years",
                   what, from, text);
        return;
    }
    uint64_t seconds = (ns + 999999999) / 1000000000;
    if (ns % 1000000000)
        note_warning(n, value_place(v), "%s.%s: %s is rounded up to %llus: Kubernetes counts in seconds",
                     what, from, text, (unsigned long long)seconds);
    if (seconds || usual_s)
        put_number(s->file, probe, key, (double)(seconds ? seconds : usual_s));
}

static void put_probe(struct service *s, const struct value *v, const char *what, struct value *words)
{
    struct value *probe = value_map(s->file->arena), *exec = value_map(s->file->arena);
    const struct value *retries = value_gets(v, "retries");
    long long count = 0;
    if (retries && retries->kind != VALUE_NULL &&
        form_whole(&s->file->notes, retries, arena_printf(s->file->arena, "%s.retries", what), 0,
                   RETRIES_MOST, &count) != 0)
        return;
    put(s->file, exec, "command", words);
    put(s->file, probe, "exec", exec);
    put_number(s->file, probe, "failureThreshold", (double)(count ? count : USUAL_RETRIES) + 1);
    put_seconds(s, v, what, "interval", "periodSeconds", USUAL_INTERVAL_S, probe);
    put_seconds(s, v, what, "timeout", "timeoutSeconds", USUAL_TIMEOUT_S, probe);
    put_seconds(s, v, what, "start_period", "initialDelaySeconds", 0, probe);
    put(s->file, s->out, "readinessProbe", probe);
}

void health_convert(struct service *s, const struct value *v, const char *what)
{
    struct notes *n = &s->file->notes;
    bool off = false, none;
    if (form_is_nothing(v) || form_map(n, v, what) != 0 || form_keys(n, v, known, what) != 0)
        return;
    const struct value *disable = value_gets(v, "disable"), *test = value_gets(v, "test"),
                       *start_interval = value_gets(v, "start_interval");
    if (start_interval && !form_is_nothing(start_interval))
        note_warning(n, value_place(start_interval),
                     "%s.start_interval is left out: Kubernetes asks every interval from the start", what);
    if ((disable && form_bool(n, disable, arena_printf(n->arena, "%s.disable", what), &off) != 0) || off)
        return;
    if (!test || test->kind == VALUE_NULL) {
        note_fault(
            n, value_place(v),
            "%s: test is missing; Kubernetes does not know the HEALTHCHECK of an image, so write its command "
            "here",
            what);
        return;
    }
    struct value *words = command(s, test, arena_printf(n->arena, "%s.test", what), &none);
    if (words)
        put_probe(s, v, what, words);
}
