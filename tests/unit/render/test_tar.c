#include "render/tar.h"

#include "tests/unit/fresh_arena.h"
#include "tests/unit/render/tar_made.h"

static struct fault fault;
static struct tar reader;
static struct tar_entry entry;

static int start(void **state)
{
    tar_len = 0;
    int status = setup(state);
    fault_init(&fault, &arena);
    return status;
}

/* len octets of the archive, at the end of their own memory. */
static void read_from(size_t len)
{
    reader = (struct tar){.arena = &arena, .left = {arena_copy(&arena, tar, len), len}};
    fault_init(&fault, &arena);
}

static void expect(const char *name, char type, const char *data)
{
    assert_int_equal(tar_next(&reader, &entry, &fault), 1);
    assert_string_equal(entry.name, name);
    assert_int_equal(entry.type, type);
    assert_int_equal(entry.data.len, strlen(data));
    assert_memory_equal(entry.data.at, data, strlen(data));
}

static void expect_end(void)
{
    assert_int_equal(tar_next(&reader, &entry, &fault), 0);
}

static void expect_fault(const char *words)
{
    assert_int_equal(tar_next(&reader, &entry, &fault), -1);
    assert_string_equal(fault.helm, words);
}

static void read_all(void)
{
    memset(tar + tar_len, 0, 1024);
    read_from(tar_len + 1024);
}

static void entries_come_in_order_up_to_two_empty_blocks(void **state)
{
    (void)state;
    tar_put("c/", '5', "");
    tar_put("c/a", '0', "some text");
    tar_put("old/", '\0', "");
    tar_put("old", '\0', "x");
    tar_put("link", '2', "");
    read_all();
    expect("c/", '5', "");
    expect("c/a", '0', "some text");
    expect("old/", '5', "");
    expect("old", '0', "x");
    expect("link", '2', "");
    expect_end();
}

static void an_archive_may_end_where_an_entry_does(void **state)
{
    (void)state;
    tar_put("a", '0', "x");
    read_from(tar_len);
    expect("a", '0', "x");
    expect_end();
    memset(tar + tar_len, 0, 512);
    read_from(tar_len + 512);
    expect("a", '0', "x");
    expect_end();
}

static void what_is_cut_short_is_told_where_it_is_missed(void **state)
{
    (void)state;
    tar_put("a", '0', "x");
    tar_put("b", '0', "yz");
    read_from(tar_len - 600);
    expect("a", '0', "x");
    expect_fault("unexpected EOF");
    read_from(512 + 512 + 512 + 1);
    expect("a", '0', "x");
    expect_fault("unexpected EOF");
    read_from(1024);
    reader.cut_short = "gzip: invalid checksum";
    expect("a", '0', "x");
    expect_fault("gzip: invalid checksum");
}

static void a_wrong_header_is_told(void **state)
{
    (void)state;
    tar_put("a", '0', "x")[0] = 'b'; /* and its sum is a's */
    read_all();
    expect_fault("archive/tar: invalid tar header");
    tar_len = 0;
    char *header = tar_put("a", '0', "x");
    memcpy(header + 100, "0009", 4); /* the mode, in octal */
    tar_sum(header);
    read_all();
    expect_fault("archive/tar: invalid tar header");
    tar_len = 0;
    memset(tar, 0, 512);
    tar_len = 512;
    tar_put("a", '0', "x"); /* behind one empty block */
    read_all();
    expect_fault("archive/tar: invalid tar header");
}

static void long_names_have_entries_of_their_own(void **state)
{
    (void)state;
    tar_put("x", 'x', "19 path=c/from-pax\n13 x=comment\n");
    tar_put("c/short", '0', "1");
    tar_put("x", 'L', "c/from-gnu");
    tar_put("x", 'K', "where a link leads");
    tar_put("c/short", '0', "2");
    memcpy(tar_put("name", '0', "3") + 345, "prefix", 6);
    tar_sum(tar + tar_len - 1024);
    tar_put("c/short", '0', "4");
    read_all();
    expect("c/from-pax", '0', "1");
    expect("c/from-gnu", '0', "2");
    expect("prefix/name", '0', "3");
    expect("c/short", '0', "4");
    expect_end();
}

static void a_pax_size_counts(void **state)
{
    (void)state;
    tar_put("x", 'x', "9 size=3\n20 mtime=12345.5000\n");
    tar_put("a", '0', "12345");
    read_all();
    expect("a", '0', "123");
    expect_end();
}

static void records_that_are_none_are_told(void **state)
{
    static const char *const bad[] = {
        "path=x\n",    "99 path=x\n",   "9 path=x", "7 path\n", "x path=x\n",     "10 mtime=x\n",
        "9 size=x\n",  "11 size=0x1\n", "5 =x\n",   "1 \n",     "13 mtime=1.x\n", "22 size=99999999999999\n",
        "10 size=-1\n"};
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        tar_len = 0;
        tar_put("x", 'x', bad[i]);
        tar_put("a", '0', "x");
        read_all();
        assert_int_equal(tar_next(&reader, &entry, &fault), -1);
    }
}

static void what_holds_for_all_is_an_entry(void **state)
{
    (void)state;
    tar_put("x", 'g', "19 path=c/from-pax\n");
    tar_put("a", '0', "1");
    read_all();
    assert_int_equal(tar_next(&reader, &entry, &fault), 1);
    assert_int_equal(entry.type, 'g');
    expect("a", '0', "1");
}

static void large_numbers_are_octets(void **state)
{
    (void)state;
    char *header = tar_put("a", '0', "123");
    memcpy(header + 124, "\x80\0\0\0\0\0\0\0\0\0\0\3", 12);
    tar_sum(header);
    read_all();
    expect("a", '0', "123");
    memset(header + 124, 0xff, 12); /* -1 */
    tar_sum(header);
    read_all();
    expect_fault("archive/tar: invalid tar header");
    memcpy(header + 124, "\x80\0\0\1\0\0\0\0\0\0\0\3", 12); /* more than 64 bits */
    tar_sum(header);
    read_all();
    expect_fault("archive/tar: invalid tar header");
}

static void a_link_has_no_data_whatever_it_says(void **state)
{
    (void)state;
    char *header = tar_put("a", '2', "");
    memcpy(header + 124, "00000000005", 11);
    tar_sum(header);
    tar_put("b", '0', "1");
    read_all();
    expect("a", '2', "");
    assert_int_equal(entry.said_len, 5);
    expect("b", '0', "1");
}

static void a_sparse_file_is_refused(void **state)
{
    (void)state;
    tar_put("a", 'S', "");
    read_all();
    assert_int_equal(tar_next(&reader, &entry, &fault), -1);
    tar_len = 0;
    tar_put("x", 'x', "22 GNU.sparse.major=1\n");
    tar_put("a", '0', "x");
    read_all();
    assert_int_equal(tar_next(&reader, &entry, &fault), -1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(entries_come_in_order_up_to_two_empty_blocks, start, teardown),
        cmocka_unit_test_setup_teardown(an_archive_may_end_where_an_entry_does, start, teardown),
        cmocka_unit_test_setup_teardown(what_is_cut_short_is_told_where_it_is_missed, start, teardown),
        cmocka_unit_test_setup_teardown(a_wrong_header_is_told, start, teardown),
        cmocka_unit_test_setup_teardown(long_names_have_entries_of_their_own, start, teardown),
        cmocka_unit_test_setup_teardown(a_pax_size_counts, start, teardown),
        cmocka_unit_test_setup_teardown(records_that_are_none_are_told, start, teardown),
        cmocka_unit_test_setup_teardown(what_holds_for_all_is_an_entry, start, teardown),
        cmocka_unit_test_setup_teardown(large_numbers_are_octets, start, teardown),
        cmocka_unit_test_setup_teardown(a_link_has_no_data_whatever_it_says, start, teardown),
        cmocka_unit_test_setup_teardown(a_sparse_file_is_refused, start, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
