#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "render/archive.h"
#include "tests/unit/render/tar_made.h"

static struct arena arena;
static struct fault fault;
static const struct chart_options helm3;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 26);
    fault_init(&fault, &arena);
    tar_len = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

/* The archive so far, packed, less cut octets at its end; read. */
static struct chart_files *unpack(size_t cut)
{
    static char packed[sizeof tar];
    struct chart_files *files = arena_alloc(&arena, sizeof *files);
    z_stream z = {0};
    memset(tar + tar_len, 0, 1024);
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (const Bytef *)tar;
    z.avail_in = (uInt)tar_len + 1024;
    z.next_out = (Bytef *)packed;
    z.avail_out = sizeof packed;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    struct bytes bytes = {.at = packed, .len = z.total_out - cut};
    deflateEnd(&z);
    return archive_read(bytes, "c.tgz", &helm3, &arena, files, &fault) == 0 ? files : NULL;
}

static void files_are_named_from_below_the_one_folder(void **state)
{
    (void)state;
    tar_put("c/", '5', "");
    tar_put("c/Chart.yaml", '0', "name: c\n");
    tar_put("c/templates/a.yaml", '\0',
            "\xef\xbb\xbf"
            "a: 1\n");
    tar_put("c/link", '2', "");
    const struct chart_files *files = unpack(0);
    assert_non_null(files);
    assert_int_equal(files->count, 3);
    assert_string_equal(files->items[0].name, "Chart.yaml");
    assert_string_equal(files->items[0].data.at, "name: c\n");
    assert_string_equal(files->items[1].name, "templates/a.yaml");
    assert_string_equal(files->items[1].data.at, "a: 1\n");
    assert_string_equal(files->items[1].path, "c.tgz!templates/a.yaml");
    assert_string_equal(files->items[2].name, "link");
    assert_int_equal(files->items[2].data.len, 0);
}

static void names_are_made_plain(void **state)
{
    (void)state;
    tar_put("c/./a//b/../d/", '0', "1");
    tar_put("../c/e", '0', "2");
    tar_put("c\\f\\g", '0', "3");
    tar_put("/c/h", '0', "4");
    const struct chart_files *files = unpack(0);
    assert_non_null(files);
    assert_string_equal(files->items[0].name, "a/d");
    assert_string_equal(files->items[1].name, "c/e");
    assert_string_equal(files->items[2].name, "f/g");
    assert_string_equal(files->items[3].name, "c/h");
}

static void expect_refusal(const char *name, const char *words)
{
    tar_len = 0;
    fault_init(&fault, &arena);
    tar_put(name, '0', "x");
    assert_null(unpack(0));
    assert_string_equal(fault.helm, words);
}

static void names_that_lead_out_are_refused(void **state)
{
    (void)state;
    expect_refusal("c/../../etc/x", "chart illegally references parent directory");
    expect_refusal("c/..x", "chart illegally references parent directory");
    expect_refusal("c//etc/x", "chart illegally contains absolute paths");
    expect_refusal("c/C:/x", "chart contains illegally named files");
    expect_refusal("Chart.yaml/x", "chart yaml not in base directory");
    expect_refusal("x", "chart illegally contains content outside the base directory: \"x\"");
    expect_refusal("c/a/..", "chart illegally contains content outside the base directory: \"c/a/..\"");
}

static void helm_3_bounds_each_file_and_helm_4_the_chart(void **state)
{
    static const struct chart_options helm4 = {.helm4 = true};
    static char large[2 * FOLDER_FILE_MAX];
    z_stream z = {0};
    struct chart_files files;
    char *packed = arena_alloc(&arena, 1 << 20);
    (void)state;
    char *header = tar_put("c/large", '0', "");
    snprintf(header + 124, 12, "%011o", FOLDER_FILE_MAX + 1u);
    tar_sum(header);
    memcpy(large, tar, 512);
    assert_int_equal(deflateInit2(&z, 1, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (const Bytef *)large;
    z.avail_in = sizeof large;
    z.next_out = (Bytef *)packed;
    z.avail_out = 1 << 20;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    const struct bytes bytes = {packed, z.total_out};
    deflateEnd(&z);
    assert_int_equal(archive_read(bytes, "c.tgz", &helm3, &arena, &files, &fault), -1);
    assert_string_equal(fault.helm,
                        "decompressed chart file \"c/large\" is larger than the maximum file size 5242880");
    assert_int_equal(archive_read(bytes, "c.tgz", &helm4, &arena, &files, &fault), 0);
    assert_int_equal(files.items[0].data.len, FOLDER_FILE_MAX + 1);
}

static void a_link_that_says_it_has_data_is_told(void **state)
{
    (void)state;
    char *header = tar_put("c/link", '2', "");
    memcpy(header + 124, "00000000005", 11);
    tar_sum(header);
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "decompressed chart is larger than the maximum file size 104857600");
}

static void an_archive_of_folders_only_is_told(void **state)
{
    (void)state;
    tar_put("c/", '5', "");
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "no files in chart archive");
}

static void an_archive_cut_short_is_told(void **state)
{
    (void)state;
    tar_put("c/Chart.yaml", '0', "name: c\n");
    assert_null(unpack(18));
    assert_string_equal(fault.helm, "unexpected EOF");
}

static void what_is_no_gzip_is_told(void **state)
{
    (void)state;
    struct chart_files files;
    struct bytes bytes = {.at = "not packed", .len = 10};
    assert_int_equal(archive_read(bytes, "c.tgz", &helm3, &arena, &files, &fault), -1);
    assert_string_equal(fault.helm, "gzip: invalid header");
}

static void a_size_beyond_the_archive_is_told(void **state)
{
    (void)state;
    tar_put("c/Chart.yaml", '0', "name: c\n");
    memcpy(tar + 124, "77777777777", 11);
    tar_sum(tar);
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "unexpected EOF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_named_from_below_the_one_folder, setup, teardown),
        cmocka_unit_test_setup_teardown(names_are_made_plain, setup, teardown),
        cmocka_unit_test_setup_teardown(names_that_lead_out_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(helm_3_bounds_each_file_and_helm_4_the_chart, setup, teardown),
        cmocka_unit_test_setup_teardown(a_link_that_says_it_has_data_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(an_archive_of_folders_only_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(an_archive_cut_short_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_gzip_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_size_beyond_the_archive_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
