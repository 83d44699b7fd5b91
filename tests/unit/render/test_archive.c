#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "render/archive.h"

static struct arena arena;
static struct fault fault;
static char tar[64 * 1024];
static size_t tar_len;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 26);
    fault_init(&fault, &arena);
    memset(tar, 0, sizeof tar);
    tar_len = 0;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

static void put(const char *name, char type, const char *data)
{
    char *header = tar + tar_len;
    memcpy(header, name, strlen(name));
    snprintf(header + 124, 12, "%011o", (unsigned)strlen(data));
    header[156] = type;
    memcpy(header + 257, "ustar", 6);
    memcpy(header + 512, data, strlen(data));
    tar_len += 512 + (strlen(data) + 511) / 512 * 512;
}

/* The archive so far, packed, less cut octets at its end; read. */
static struct chart_files *unpack(size_t cut)
{
    static char packed[sizeof tar];
    struct chart_files *files = arena_alloc(&arena, sizeof *files);
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (const Bytef *)tar;
    z.avail_in = (uInt)tar_len + 1024;
    z.next_out = (Bytef *)packed;
    z.avail_out = sizeof packed;
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    struct bytes bytes = {.at = packed, .len = z.total_out - cut};
    deflateEnd(&z);
    return archive_read(bytes, "c.tgz", &arena, files, &fault) == 0 ? files : NULL;
}

static void files_are_named_from_below_the_one_folder(void **state)
{
    (void)state;
    put("c/", '5', "");
    put("c/Chart.yaml", '0', "name: c\n");
    put("c/templates/a.yaml", '\0',
        "\xef\xbb\xbf"
        "a: 1\n");
    put("c/link", '2', "");
    const struct chart_files *files = unpack(0);
    assert_non_null(files);
    assert_int_equal(files->count, 2);
    assert_string_equal(files->items[0].name, "Chart.yaml");
    assert_string_equal(files->items[0].data.at, "name: c\n");
    assert_string_equal(files->items[1].name, "templates/a.yaml");
    assert_string_equal(files->items[1].data.at, "a: 1\n");
    assert_string_equal(files->items[1].path, "c.tgz!templates/a.yaml");
}

static void long_names_come_in_entries_of_their_own(void **state)
{
    (void)state;
    put("x", 'x', "19 path=c/from-pax\n");
    put("c/short", '0', "1");
    put("x", 'L', "c/from-gnu");
    put("c/short", '0', "2");
    const struct chart_files *files = unpack(0);
    assert_non_null(files);
    assert_string_equal(files->items[0].name, "from-pax");
    assert_string_equal(files->items[1].name, "from-gnu");
}

static void names_that_lead_out_are_refused(void **state)
{
    (void)state;
    put("c/../../etc/x", '0', "x");
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "chart illegally references parent directory");
}

static void a_file_beside_the_folder_is_refused(void **state)
{
    (void)state;
    put("x", '0', "x");
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "chart illegally contains content outside the base directory");
}

static void an_archive_cut_short_is_told(void **state)
{
    (void)state;
    put("c/Chart.yaml", '0', "name: c\n");
    assert_null(unpack(12));
    assert_string_equal(fault.helm, "unexpected EOF");
}

static void what_is_no_gzip_is_told(void **state)
{
    (void)state;
    struct chart_files files;
    struct bytes bytes = {.at = "not packed", .len = 10};
    assert_int_equal(archive_read(bytes, "c.tgz", &arena, &files, &fault), -1);
    assert_string_equal(fault.helm, "gzip: invalid header");
}

static void a_size_beyond_the_archive_is_told(void **state)
{
    (void)state;
    put("c/Chart.yaml", '0', "name: c\n");
    memcpy(tar + 124, "77777777777", 11);
    assert_null(unpack(0));
    assert_string_equal(fault.helm, "unexpected EOF");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_are_named_from_below_the_one_folder, setup, teardown),
        cmocka_unit_test_setup_teardown(long_names_come_in_entries_of_their_own, setup, teardown),
        cmocka_unit_test_setup_teardown(names_that_lead_out_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_beside_the_folder_is_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(an_archive_cut_short_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_gzip_is_told, setup, teardown),
        cmocka_unit_test_setup_teardown(a_size_beyond_the_archive_is_told, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
