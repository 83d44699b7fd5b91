#include "tests/unit/cmocka_all.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "dnsd/give_back.h"

enum { PAGE = 4096, PAGES = 64 };

/* Constants of the program's own, read, so that they are resident. */
static const uint8_t constants[PAGE * PAGES]
    __attribute__((aligned(PAGE))) = {[1] = 7, [PAGE * PAGES - 1] = 9};
static uint8_t variables[PAGE * PAGES] __attribute__((aligned(PAGE))) = {1};

static unsigned sum(void)
{
    unsigned all = 0;
    for (size_t i = 0; i < sizeof constants; i++)
        all += ((const volatile uint8_t *)constants)[i];
    return all;
}

static void what_is_dropped_comes_back_as_it_was(void **state)
{
    (void)state;
    assert_int_equal(sum(), 16);
    memset(variables, 5, sizeof variables);
    give_back_start();
    assert_int_equal(sum(), 16);
    for (size_t i = 0; i < sizeof variables; i++)
        assert_int_equal(variables[i], 5);
    give_back_start();
    assert_int_equal(sum(), 16);
}

/* glibc by itself would keep the first pool, and clear the room of it for the next. */
static void a_pool_that_follows_a_freed_one_costs_nothing_until_it_is_touched(void **state)
{
    (void)state;
    enum { POOL_PAGES = 256 };
    unsigned char resident[POOL_PAGES] = {0};
    give_back_pools();
    void *first = malloc((size_t)POOL_PAGES * PAGE), *volatile kept = first;
    assert_non_null(first);
    memset(first, 1, (size_t)POOL_PAGES * PAGE);
    free(kept);
    give_back_freed();
    uint8_t *second = calloc(POOL_PAGES, PAGE);
    assert_non_null(second);
    uint8_t *page = second + (PAGE - (uintptr_t)second % PAGE);
    assert_int_equal(mincore(page, (size_t)(POOL_PAGES - 2) * PAGE, resident), 0);
    unsigned count = 0;
    for (unsigned i = 0; i < POOL_PAGES - 2; i++)
        count += resident[i] & 1;
    assert_int_equal(count, 0);
    free(second);
}

static void a_pool_is_zeroed_but_for_pages_that_others_share(void **state)
{
    (void)state;
    enum { FIRST = 10, LAST = 8 * PAGE - 10 };
    uint8_t *all = mmap(NULL, (size_t)8 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    assert_true(all != MAP_FAILED);
    memset(all, 1, (size_t)8 * PAGE);
    give_back_pool(all + FIRST, LAST - FIRST);
    for (size_t i = 0; i < (size_t)8 * PAGE; i++)
        assert_int_equal(all[i], i < PAGE || i >= (size_t)7 * PAGE);
    give_back_pool(all + FIRST, PAGE);
    assert_int_equal(all[PAGE - 1], 1);
    munmap(all, (size_t)8 * PAGE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_dropped_comes_back_as_it_was),
        cmocka_unit_test(a_pool_is_zeroed_but_for_pages_that_others_share),
        cmocka_unit_test(a_pool_that_follows_a_freed_one_costs_nothing_until_it_is_touched),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
