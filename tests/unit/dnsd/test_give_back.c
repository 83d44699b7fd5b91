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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_dropped_comes_back_as_it_was),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
