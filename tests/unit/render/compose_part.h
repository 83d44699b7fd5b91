/* compose_part.h: a Compose file for one part of the converter, and what that part makes of it. */
#pragma once

#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "common/yaml_read.h"
#include "render/compose_file.h"
#include "render/compose_names.h"
#include "render/json.h"
#include "tests/unit/fresh_arena.h"

static struct compose compose;
static struct fault fault;
static struct text warnings;

/* The one document of text, whose file is c.yaml, as compose.c reads it. */
static inline struct value *yaml_of(const char *text)
{
    const struct yaml_options options = {.file = "c.yaml", .keep_integers = true, .only_true_false = true};
    static struct diag err;
    struct value *v = NULL;
    err = (struct diag){0};
    if (yaml_read(text, strlen(text), &options, &arena, &v, &err) != 0 || !v)
        fail_msg("%s: %s", text, err.text);
    return v;
}

/* Nothing said so far, and a file without anything. */
static inline void begin_empty(void)
{
    fault_init(&fault, &arena);
    text_init(&warnings, &arena);
    text_adds(&fault.more, "");
    text_adds(&warnings, "");
    compose = (struct compose){.arena = &arena, .folder = ""};
    notes_init(&compose.notes, &fault, &warnings, &arena);
    compose.volumes = value_map(&arena);
    compose.networks = value_map(&arena);
    compose.volume_names = value_map(&arena);
    compose.network_names = value_map(&arena);
    compose.all_services = value_map(&arena);
    compose.owners = value_map(&arena);
    compose.values = value_map(&arena);
    compose.variables.file = value_map(&arena);
}

/* Reads a file as far as names.c does: its services chosen, nothing converted. */
static inline void begin(const char *text)
{
    struct value *root = yaml_of(text);
    begin_empty();
    if (value_gets(root, "volumes"))
        compose.volumes = value_gets(root, "volumes");
    if (value_gets(root, "networks"))
        compose.networks = value_gets(root, "networks");
    if (value_gets(root, "services"))
        compose.all_services = value_gets(root, "services");
    names_choose_services(&compose);
    names_choose_others(&compose);
}

static inline const char *json_of(const struct value *v)
{
    struct text to;
    text_init(&to, &arena);
    assert_int_equal(json_write(v, JSON_RAW, &to), 0);
    return to.at;
}

/* All that was said, faults before warnings. */
static inline const char *said(void)
{
    return arena_printf(&arena, "%s%s", fault.more.at, warnings.at);
}

/* What a key of services.web becomes. */
struct compose_case {
    const char *in;   /* lines below it, at column 5 of line 3 */
    const char *out;  /* JSON; NULL: it is refused */
    const char *told; /* stands in what is said; NULL: nothing is */
};

/* Whether it is so; prints what is not. */
static inline bool is_case(const struct compose_case *c, const char *out)
{
    bool refused = compose.notes.faults != 0, good = refused == !c->out;
    good = good && (refused || strcmp(out, c->out) == 0);
    good = good && (c->told ? strstr(said(), c->told) != NULL : !*said());
    if (!good)
        print_error("%s\n  is  %s\n  and %s\n  not %s\n  and %s\n", c->in, refused ? "refused" : out, said(),
                    c->out ? c->out : "refused", c->told ? c->told : "nothing");
    return good;
}

/* Each case through convert, in a file with behind behind its services: another section, another service. */
static inline void check_cases(const struct compose_case *cases, size_t count, const char *behind,
                               void (*convert)(struct service *))
{
    bool good = true;
    for (size_t i = 0; i < count; i++) {
        begin(arena_printf(&arena, "services:\n  web:\n    %s\n%s", cases[i].in, behind));
        if (!compose.service_count)
            fail_msg("%s: %s", cases[i].in, said());
        convert(compose.services);
        good = is_case(&cases[i], json_of(compose.services->out)) && good;
    }
    assert_true(good);
}

#define COUNT(array)       (sizeof(array) / sizeof *(array))
#define with_compose(test) cmocka_unit_test_setup_teardown(test, setup, teardown)
