#include "render/gunzip.h"

#include <string.h>
#define ZLIB_CONST
#include <zlib.h>

#include "tests/unit/fresh_arena.h"

enum { MAX = 1000 };

static char packed[4096];
static size_t packed_len;
static struct text out;

static int start(void **state)
{
    packed_len = 0;
    int status = setup(state);
    text_init(&out, &arena);
    text_adds(&out, "");
    return status;
}

static void pack(const char *plain, size_t len)
{
    z_stream z = {0};
    assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY), Z_OK);
    z.next_in = (const Bytef *)plain;
    z.avail_in = (uInt)len;
    z.next_out = (Bytef *)packed + packed_len;
    z.avail_out = (uInt)(sizeof packed - packed_len);
    assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
    packed_len += z.total_out;
    deflateEnd(&z);
}

/* At the end of its own memory, so that a reader beyond it is caught. */
static const char *unpack(size_t len)
{
    return gunzip((struct bytes){arena_copy(&arena, packed, len), len}, MAX, &out);
}

static void members_follow_one_another(void **state)
{
    (void)state;
    pack("one, ", 5);
    pack("", 0);
    pack("two", 3);
    assert_null(unpack(packed_len));
    assert_string_equal(out.at, "one, two");
}

static void what_is_wrong_comes_behind_what_was_right(void **state)
{
    (void)state;
    pack("one", 3);
    memcpy(packed + packed_len, "junk behind it", 14);
    assert_string_equal(unpack(packed_len + 14), "gzip: invalid header");
    assert_string_equal(out.at, "one");
    text_cut(&out, 0);
    assert_string_equal(unpack(packed_len + 4), "unexpected EOF");
    assert_string_equal(out.at, "one");
    text_cut(&out, 0);
    assert_string_equal(unpack(packed_len - 3), "unexpected EOF");
    assert_string_equal(out.at, "one");
}

static void a_sum_that_is_wrong_is_told(void **state)
{
    (void)state;
    pack("one", 3);
    packed[packed_len - 8] ^= 1;
    assert_string_equal(unpack(packed_len), "gzip: invalid checksum");
    packed[packed_len - 8] ^= 1;
    packed[packed_len - 1] ^= 1;
    assert_string_equal(unpack(packed_len), "gzip: invalid checksum");
}

static void what_is_no_gzip_is_told_by_how_much_there_is(void **state)
{
    (void)state;
    assert_string_equal(unpack(0), "EOF");
    memcpy(packed, "not packed", 10);
    assert_string_equal(unpack(9), "unexpected EOF");
    assert_string_equal(unpack(10), "gzip: invalid header");
}

static void data_that_no_one_packed_is_told(void **state)
{
    (void)state;
    pack("one", 3);
    packed[10] = '\x07'; /* a block of a kind that is not */
    assert_string_equal(unpack(packed_len), "flate: corrupt input");
}

static void one_octet_above_the_bound_ends_it(void **state)
{
    static char plain[MAX + 100];
    (void)state;
    pack(plain, MAX);
    assert_null(unpack(packed_len));
    assert_int_equal(out.len, MAX);
    packed_len = 0;
    text_cut(&out, 0);
    pack(plain, sizeof plain);
    assert_null(unpack(packed_len));
    assert_int_equal(out.len, MAX + 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(members_follow_one_another, start, teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_comes_behind_what_was_right, start, teardown),
        cmocka_unit_test_setup_teardown(a_sum_that_is_wrong_is_told, start, teardown),
        cmocka_unit_test_setup_teardown(what_is_no_gzip_is_told_by_how_much_there_is, start, teardown),
        cmocka_unit_test_setup_teardown(data_that_no_one_packed_is_told, start, teardown),
        cmocka_unit_test_setup_teardown(one_octet_above_the_bound_ends_it, start, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
