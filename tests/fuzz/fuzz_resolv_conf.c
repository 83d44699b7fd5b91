/* A resolv.conf gives servers, each with an address that can be asked, or says what is wrong. */
#include "tests/fuzz/fuzz.h"

#include "dnsd/resolv_conf.h"
#include "tests/fuzz/fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static struct diag err;
    struct placed_address servers[CONFIG_SERVERS_MAX];
    struct arena a;
    unsigned count = 0;
    struct fuzz_file f = fuzz_file_open(data, len);
    err = (struct diag){0};
    fuzz_arena(&a);
    int status = resolv_conf_read(f.path, servers, &count, &a, &err);
    fuzz_want(status == 0 ? count > 0 && count <= CONFIG_SERVERS_MAX && err.count == 0 : err.count > 0);
    for (unsigned i = 0; status == 0 && i < count; i++) {
        char text[ADDRESS_TEXT_MAX];
        struct address again;
        size_t text_len = address_to_text(text, &servers[i].address);
        fuzz_want(address_from_text(text, text_len, 1, &again) == NULL);
        fuzz_want(address_equal(&again, &servers[i].address));
    }
    arena_clear(&a);
    fuzz_file_close(f);
    return 0;
}
