/* Names in messages, read at the end of an exact allocation. */
#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "dnsd/compress.h"

/* Reads the name at `at` of a message; its length, or 0. *behind: where the next thing stands. */
static size_t read_at(const char *message, size_t len, size_t at, uint8_t to[DNAME_MAX], size_t *behind)
{
    uint8_t *wire = malloc(len);
    memcpy(wire, message, len);
    struct cursor c = cursor_over(wire + at, len - at);
    size_t name_len = compress_read(&c, wire, to);
    assert_true(c.failed == (name_len == 0));
    *behind = c.failed ? 0 : (size_t)(c.at - wire);
    free(wire);
    return name_len;
}

#define READ(text, at) read_at(text, sizeof(text) - 1, at, to, &behind)

static void pointers_are_followed_back(void **state)
{
    (void)state;
    uint8_t to[DNAME_MAX];
    size_t behind;
    assert_int_equal(READ("\1a\1b\0\1c\300\2\300\5zz", 9), 5);
    assert_memory_equal(to, "\1c\1b", 5);
    assert_int_equal(behind, 11);
    assert_int_equal(READ("\1a\1b\0\1c", 0), 5);
    assert_int_equal(behind, 5);
    assert_int_equal(READ("\0", 0), 1);
}

static void pointers_to_themselves_or_ahead_or_cut_short_are_none(void **state)
{
    (void)state;
    uint8_t to[DNAME_MAX];
    size_t behind;
    assert_int_equal(READ("\300\0", 0), 0);
    assert_int_equal(READ("\300\2\0", 0), 0);
    assert_int_equal(READ("\1a\300\0", 0), 0);
    assert_int_equal(READ("\300", 0), 0);
    assert_int_equal(READ("\1a", 0), 0);
    assert_int_equal(READ("\5a\0", 0), 0);
    assert_int_equal(READ("\3abc\300\0", 4), 0); /* what is pointed to ends where the pointer is */
    assert_int_equal(READ("\100a\0", 0), 0);
    assert_int_equal(READ("\200a\0", 0), 0);
    assert_int_equal(READ("\277a\0", 0), 0);
}

/* Four labels of so many octets each, the last one shorter by one, behind a pointer or not. */
static void the_longest_name_is_read_and_no_longer_one(void **state)
{
    (void)state;
    uint8_t to[DNAME_MAX];
    size_t behind;
    char wire[300] = {0};
    for (unsigned i = 0; i < 3; i++)
        wire[64 * i] = 63;
    wire[192] = 61;
    assert_int_equal(read_at(wire, 255, 0, to, &behind), DNAME_MAX);
    memcpy(wire + 255, "\1x\300\0", 4);
    assert_int_equal(read_at(wire, 259, 255, to, &behind), 0);
    wire[192] = 59;
    assert_int_equal(read_at(wire, 259, 255, to, &behind), DNAME_MAX);
}

enum { HEAD = 12 /* octets, where no name is */ };

static void a_name_that_stands_already_in_this_spelling_is_pointed_to(void **state)
{
    (void)state;
    uint8_t wire[64];
    struct written w = {.wire = wire, .room = sizeof wire, .len = HEAD};
    compress_name(&w, (const uint8_t *)"\1a\1a\1b");
    compress_name(&w, (const uint8_t *)"\1c\1a\1b");
    compress_name(&w, (const uint8_t *)"\1A\1b");
    compress_whole_name(&w, (const uint8_t *)"\1b");
    compress_name(&w, (const uint8_t *)"");
    static const uint8_t want[] = "\1a\1a\1b\0\1c\300\16\1A\300\20\1b\0\0";
    assert_false(w.full);
    assert_int_equal(w.len, HEAD + sizeof want - 1);
    assert_memory_equal(wire + HEAD, want, sizeof want - 1);
}

static void no_more_places_are_known_than_there_is_room_for(void **state)
{
    (void)state;
    uint8_t wire[4096];
    struct written w = {.wire = wire, .room = sizeof wire, .len = HEAD};
    for (uint8_t i = 0; i <= COMPRESS_NAMES; i++)
        compress_name(&w, (const uint8_t[]){1, (uint8_t)('A' + i), 0});
    for (uint8_t i = 0; i <= COMPRESS_NAMES; i++) {
        size_t before = w.len;
        compress_name(&w, (const uint8_t[]){1, (uint8_t)('A' + i), 0});
        assert_int_equal(w.len - before, i < COMPRESS_NAMES ? 2 : 3);
    }
}

static void what_lies_beyond_a_pointers_reach_is_not_pointed_to(void **state)
{
    (void)state;
    static uint8_t wire[0x4000 + 16];
    struct written w = {.wire = wire, .room = sizeof wire, .len = 0x4000 - 2};
    compress_name(&w, (const uint8_t *)"\1a\1b");
    compress_name(&w, (const uint8_t *)"\1a\1b");
    assert_int_equal(w.len, 0x4000 - 2 + 5 + 2);
    compress_name(&w, (const uint8_t *)"\1b");
    assert_int_equal(w.len, 0x4000 - 2 + 5 + 2 + 3);
}

static void what_does_not_fit_is_left_out_and_all_behind_it(void **state)
{
    (void)state;
    for (size_t room = HEAD; room < HEAD + 8; room++) {
        uint8_t *wire = malloc(room);
        struct written w = {.wire = wire, .room = room, .len = HEAD};
        compress_name(&w, (const uint8_t *)"\1a\1b");
        compress_name(&w, (const uint8_t *)"\1a\1b");
        assert_true(w.full == (room < HEAD + 7));
        assert_true(w.len <= room);
        compress_put_u16(&w, 7);
        assert_true(w.full);
        free(wire);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pointers_are_followed_back),
        cmocka_unit_test(pointers_to_themselves_or_ahead_or_cut_short_are_none),
        cmocka_unit_test(the_longest_name_is_read_and_no_longer_one),
        cmocka_unit_test(a_name_that_stands_already_in_this_spelling_is_pointed_to),
        cmocka_unit_test(no_more_places_are_known_than_there_is_room_for),
        cmocka_unit_test(what_lies_beyond_a_pointers_reach_is_not_pointed_to),
        cmocka_unit_test(what_does_not_fit_is_left_out_and_all_behind_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
