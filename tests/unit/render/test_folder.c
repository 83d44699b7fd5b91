/* A chart's files: of a folder that the test makes, and those built in. */
#include "render/folder.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/unit/fresh_arena.h"

static struct fault fault;
static const struct chart_options helm3;
static struct chart_files files;
static char top[] = "/tmp/agent-env-folder-XXXXXX";

static int make_top(void **state)
{
    memcpy(top + sizeof top - 7, "XXXXXX", 6);
    return setup(state) == 0 && mkdtemp(top) ? 0 : -1;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *walk)
{
    (void)st;
    (void)flag;
    (void)walk;
    return remove(path);
}

static int remove_top(void **state)
{
    (void)nftw(top, remove_one, 20, FTW_DEPTH | FTW_PHYS);
    return teardown(state);
}

static const char *at(const char *name)
{
    return arena_printf(&arena, "%s/%s", top, name);
}

static void put_octets(const char *name, const char *octets, size_t len)
{
    FILE *f = fopen(at(name), "w");
    assert_non_null(f);
    assert_int_equal(fwrite(octets, 1, len, f), len);
    assert_int_equal(fclose(f), 0);
}

static void put(const char *name, const char *text)
{
    put_octets(name, text, strlen(text));
}

static int read_it(void)
{
    fault_init(&fault, &arena);
    return folder_read(top, &helm3, &arena, &files, &fault);
}

static void expect_names(const char *const *names, size_t count)
{
    if (read_it() != 0)
        fail_msg("%s", fault.helm);
    assert_int_equal(files.count, count);
    for (size_t i = 0; i < count; i++)
        assert_string_equal(files.items[i].name, names[i]);
}

#define NAMES(...)                                                                                           \
    expect_names((const char *const[]){__VA_ARGS__},                                                         \
                 sizeof((const char *const[]){__VA_ARGS__}) / sizeof(char *))

static void files_come_folder_by_folder_in_octet_order_and_without_a_bom(void **state)
{
    (void)state;
    mkdir(at("b"), 0755);
    put("b/z", "1");
    put("b/A", "\xef\xbb\xbftext");
    put("a.yaml", "2");
    put("Z", "");
    NAMES("Z", "a.yaml", "b/A", "b/z");
    assert_int_equal(files.items[2].data.len, 4);
    assert_memory_equal(files.items[2].data.at, "text", 4);
    assert_string_equal(files.items[2].path, at("b/A"));
}

static void what_helmignore_names_is_left_out_and_templates_never_are_by_their_dots(void **state)
{
    (void)state;
    mkdir(at("out"), 0755);
    put("out/x", "");
    put("keep", "");
    put("a.bak", "");
    put(".helmignore", "out/\n*.bak\n");
    NAMES(".helmignore", "keep");
}

static void links_are_followed_and_one_that_leads_nowhere_is_a_fault(void **state)
{
    (void)state;
    put("real", "x");
    assert_int_equal(symlink("real", at("link")), 0);
    NAMES("link", "real");
    assert_int_equal(symlink("nothing", at("lost")), 0);
    assert_int_equal(read_it(), -1);
    assert_string_equal(
        fault.helm, arena_printf(&arena, "error evaluating symlink %s: lstat %s: no such file or directory",
                                 at("lost"), at("nothing")));
}

static const char *warned_of_links(bool helm4)
{
    struct text warnings;
    text_init(&warnings, &arena);
    text_adds(&warnings, "");
    const struct chart_options options = {.helm4 = helm4, .warnings = &warnings};
    fault_init(&fault, &arena);
    assert_int_equal(folder_read(top, &options, &arena, &files, &fault), 0);
    return warnings.at;
}

static void links_are_warned_of(void **state)
{
    (void)state;
    put("real", "x");
    assert_int_equal(symlink("real", at("link")), 0);
    assert_string_equal(
        warned_of_links(false),
        arena_printf(&arena,
                     "walk.go:75: found symbolic link in path: %s resolves to %s. Contents of linked "
                     "file included and used\n",
                     at("link"), at("real")));
    assert_string_equal(
        warned_of_links(true),
        arena_printf(&arena,
                     "level=INFO msg=\"found symbolic link in path. Contents of linked file included "
                     "and used\" path=%s resolved=%s\n",
                     at("link"), at("real")));
}

static void paths_are_told_from_the_root_on(void **state)
{
    (void)state;
    char *here = getcwd(NULL, 0);
    assert_string_equal(folder_full_path("/a//b/../c/", &arena), "/a/c");
    assert_string_equal(folder_full_path("./x", &arena), arena_printf(&arena, "%s/x", here));
    free(here);
}

static void a_link_to_its_own_folder_ends_at_the_bound(void **state)
{
    (void)state;
    assert_int_equal(symlink(".", at("round")), 0);
    assert_int_equal(read_it(), -1);
    assert_non_null(strstr(fault.helm, "too many levels of symbolic links"));
}

static void a_link_to_itself_is_told(void **state)
{
    (void)state;
    assert_int_equal(symlink("self", at("self")), 0);
    assert_int_equal(read_it(), -1);
    assert_string_equal(
        fault.helm,
        arena_printf(&arena, "error evaluating symlink %s: EvalSymlinks: too many links", at("self")));
}

static void what_is_no_regular_file_is_refused_and_not_waited_for(void **state)
{
    (void)state;
    assert_int_equal(mkfifo(at("pipe"), 0600), 0);
    assert_int_equal(read_it(), -1);
    assert_non_null(strstr(fault.helm, "cannot load irregular file "));
}

static void a_file_too_large_is_refused_by_name(void **state)
{
    (void)state;
    put("large", "");
    assert_int_equal(truncate(at("large"), FOLDER_FILE_MAX), 0);
    assert_int_equal(read_it(), 0);
    assert_int_equal(truncate(at("large"), FOLDER_FILE_MAX + 1), 0);
    assert_int_equal(read_it(), -1);
    assert_string_equal(fault.helm,
                        arena_printf(&arena, "chart file \"large\" is larger than the maximum file size %d",
                                     FOLDER_FILE_MAX));
}

static void a_folder_that_is_not_there_is_a_fault(void **state)
{
    (void)state;
    fault_init(&fault, &arena);
    assert_int_equal(folder_read(at("nowhere"), &helm3, &arena, &files, &fault), -1);
    assert_non_null(strstr(fault.helm, "nowhere: no such file or directory"));
}

static void slashes_behind_the_folder_are_of_no_account(void **state)
{
    (void)state;
    put("x", "");
    fault_init(&fault, &arena);
    assert_int_equal(folder_read(arena_printf(&arena, "%s//", top), &helm3, &arena, &files, &fault), 0);
    assert_string_equal(files.items[0].name, "x");
}

static void the_chart_built_in_is_whole(void **state)
{
    bool metadata = false, templates = false;
    (void)state;
    fault_init(&fault, &arena);
    assert_int_equal(folder_builtin(&arena, &files, &fault), 0);
    for (size_t i = 0; i < files.count; i++) {
        metadata |= strcmp(files.items[i].name, "Chart.yaml") == 0 && files.items[i].data.len;
        templates |= strncmp(files.items[i].name, "templates/", 10) == 0;
        assert_ptr_equal(strstr(files.items[i].path, "(built-in chart)/"), files.items[i].path);
    }
    assert_true(metadata && templates);
}

#define test(name) cmocka_unit_test_setup_teardown(name, make_top, remove_top)

int main(void)
{
    const struct CMUnitTest tests[] = {
        test(files_come_folder_by_folder_in_octet_order_and_without_a_bom),
        test(what_helmignore_names_is_left_out_and_templates_never_are_by_their_dots),
        test(links_are_followed_and_one_that_leads_nowhere_is_a_fault),
        test(links_are_warned_of),
        test(paths_are_told_from_the_root_on),
        test(a_link_to_itself_is_told),
        test(a_link_to_its_own_folder_ends_at_the_bound),
        test(what_is_no_regular_file_is_refused_and_not_waited_for),
        test(a_file_too_large_is_refused_by_name),
        test(a_folder_that_is_not_there_is_a_fault),
        test(slashes_behind_the_folder_are_of_no_account),
        test(the_chart_built_in_is_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
