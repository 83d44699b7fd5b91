#include "tests/support/toml_case.h"

#include <stdlib.h>
#include <string.h>

#include "render/go_format.h"
#include "render/toml_read.h"
#include "tests/unit/cmocka_all.h"

enum { ROOM = 16 * 1024 * 1024 };

static struct arena arena;

int toml_case_begin(void **state)
{
    (void)state;
    arena_init(&arena, ROOM);
    return 0;
}

int toml_case_end(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static const char *shown(struct value *v)
{
    static const char type[] = "map[string]interface {}";
    struct text t;
    text_init(&t, &arena);
    go_printf("%#v", 3, &v, 1, &t);
    for (char *at; (at = strstr(t.at, type)) != NULL;)
        memmove(at + 3, at + sizeof type - 1, strlen(at + sizeof type - 1) + 1);
    return t.at;
}

const char *toml_case_read(const char *text, size_t len)
{
    struct value *v = NULL;
    struct bytes error = {NULL, 0};
    char *exact = malloc(len ? len : 1);
    assert_non_null(exact);
    memcpy(exact, text, len);
    int outcome = toml_read((struct bytes){exact, len}, 0, &arena, &v, &error);
    const char *told = outcome ? arena_printf(&arena, "! %.*s", (int)error.len, error.at) : shown(v);
    free(exact);
    return told;
}

void toml_case_check(const struct toml_case *cases, size_t count)
{
    size_t wrong = 0;
    for (size_t i = 0; i < count; i++) {
        const char *got = toml_case_read(cases[i].text, strlen(cases[i].text));
        if (strcmp(got, cases[i].wanted) == 0)
            continue;
        print_error("%s\n  wanted: %s\n  got:    %s\n", cases[i].text, cases[i].wanted, got);
        wrong++;
    }
    assert_int_equal(wrong, 0);
}
