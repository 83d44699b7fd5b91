/* The names of the template functions: those that Helm has, no other, and each in the table that users read.
 */
#include <stdio.h>
#include <string.h>

#include "render/template/func.h"
#include "tests/unit/cmocka_all.h"

enum { LINE_MAX_LEN = 1024, NAMES_MAX = 1000 };

struct helm_function {
    char *name, *helms, *type; /* helms: "3", "4" or "34"; type: Go's, or "text/template" */
};

/* A line of helm-functions.txt, taken apart in place. */
static struct helm_function function_in(char *line)
{
    struct helm_function f = {.name = strtok(line, "\t"), .helms = strtok(NULL, "\t")};
    f.type = strtok(NULL, "\n");
    assert_non_null(f.type);
    return f;
}

static FILE *open_list(void)
{
    FILE *list = fopen(SOURCE_DIR "/tests/data/helm-functions.txt", "re");
    assert_non_null(list);
    return list;
}

static char letter_of(const char *type)
{
    static const struct {
        const char *type;
        char letter;
    } letters[] = {{"string", 's'},         {"int", 'i'},      {"uint32", 'u'}, {"bool", 'b'},
                   {"float64", 'f'},        {"[]any", 'l'},    {"any", 'a'},    {"sprig.certificate", 'a'},
                   {"map[string]any", 'm'}, {"time.Time", 't'}};
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++)
        if (strcmp(letters[i].type, type) == 0)
            return letters[i].letter;
    fail_msg("no letter for %s", type);
    return 0;
}

/* "func(string, ...any) x" as parameters: "sa.". */
static void letters_of(char *type, char *to)
{
    char *start = strchr(type, '(') + 1, *end = strchr(start, ')');
    *end = 0;
    for (char *t = strtok(start, ", "); t; t = strtok(NULL, ", ")) {
        bool many = strncmp(t, "...", 3) == 0;
        *to++ = letter_of(t + (many ? 3 : 0));
        if (many)
            *to++ = '.';
    }
    *to = 0;
}

static void check_parameters(const struct helm_function *f, const char *params)
{
    char letters[LINE_MAX_LEN] = "";
    if (strcmp(f->type, "text/template") == 0)
        return;
    letters_of(f->type, letters);
    for (size_t i = 0; letters[i] && params[i]; i++)
        letters[i] = letters[i] == 'a' && strchr("vL", params[i]) ? params[i] : letters[i];
    if (strcmp(letters, params) != 0)
        fail_msg("%s takes %s in Helm, %s here", f->name, letters, params);
}

static void each_of_helms_functions_is_there_with_its_parameters(void **state)
{
    char line[LINE_MAX_LEN];
    size_t count = 0;
    FILE *list = open_list();
    (void)state;
    for (; fgets(line, sizeof line, list); count++) {
        struct helm_function f = function_in(line);
        const struct func *in4 = func_find(f.name, true), *in3 = func_find(f.name, false);
        if ((strcmp(f.helms, "4") == 0) == (in3 != NULL))
            fail_msg("%s of Helm %s: missing, or in the wrong Helm", f.name, f.helms);
        check_parameters(&f, in4 ? in4->params : "(missing)");
    }
    assert_int_equal(fclose(list), 0);
    assert_in_range(count, 200, NAMES_MAX);
}

static bool helm_has(const char *name)
{
    char line[LINE_MAX_LEN];
    bool found = false;
    FILE *list = open_list();
    while (!found && fgets(line, sizeof line, list))
        found = strcmp(function_in(line).name, name) == 0;
    assert_int_equal(fclose(list), 0);
    return found;
}

static void there_is_no_function_that_helm_has_not(void **state)
{
    bool helm4_only;
    (void)state;
    for (size_t i = 0; func_at(i, &helm4_only); i++)
        if (!helm_has(func_at(i, &helm4_only)->name))
            fail_msg("Helm has no %s", func_at(i, &helm4_only)->name);
}

static bool stands_in(const struct func *f, const char *name)
{
    while (f->name && strcmp(f->name, name) != 0)
        f++;
    return f->name;
}

static bool is_refused(const char *name)
{
    return stands_in(funcs_refused, name);
}

/* A row of functions.md, "| `name` | ... |", is held against what there is. */
static void check_row(const char row[static LINE_MAX_LEN])
{
    char name[LINE_MAX_LEN];
    bool helm4_only = strstr(row, "Helm 4") != NULL;
    memcpy(name, row + 3, sizeof name - 3);
    name[strcspn(name, "`")] = 0;
    if (!func_find(name, true) || helm4_only == (func_find(name, false) != NULL))
        fail_msg("functions.md has %s, which is not there so", name);
    if (is_refused(name) != (strstr(row, "refused:") != NULL))
        fail_msg("functions.md is wrong about whether %s is refused", name);
}

static void the_table_for_users_has_each_once(void **state)
{
    char line[LINE_MAX_LEN];
    size_t rows = 0, functions = 0;
    bool helm4_only;
    char before[LINE_MAX_LEN] = "";
    FILE *table = fopen(SOURCE_DIR "/render/functions.md", "re");
    (void)state;
    assert_non_null(table);
    while (fgets(line, sizeof line, table)) {
        if (strncmp(line, "| `", 3) != 0)
            continue;
        check_row(line);
        line[strcspn(line + 3, "`") + 3] = 0;
        if (strcmp(before, line) >= 0)
            fail_msg("functions.md: %s stands twice, or not in its order", line + 3);
        memcpy(before, line, sizeof before);
        rows++;
    }
    assert_int_equal(fclose(table), 0);
    while (func_at(functions, &helm4_only))
        functions++;
    assert_int_equal(rows, functions);
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_of_helms_functions_is_there_with_its_parameters),
        cmocka_unit_test(there_is_no_function_that_helm_has_not),
        cmocka_unit_test(the_table_for_users_has_each_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
