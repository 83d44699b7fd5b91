/* --set and its kin: the first octet says which, the rest is the argument, applied twice. */
#include "tests/fuzz/fuzz.h"

#include "render/set.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static const enum set_kind kinds[] = {SET_TYPED, SET_STRING, SET_JSON, SET_LITERAL};
    struct arena a;
    struct fault f;
    if (len == 0)
        return 0;
    fuzz_arena(&a);
    fault_init(&f, &a);
    struct value *map = value_map(&a);
    const char *argument = arena_copy(&a, (const char *)data + 1, len - 1);
    for (int round = 0; round < 2; round++)
        if (set_apply(kinds[*data % 4], argument, *data % 8 > 3, map, &a, &f) != 0)
            fuzz_want(f.helm != NULL);
    arena_clear(&a);
    return 0;
}
