/* What a Corefile comes to is whole and settles or not; what is refused is told. */
#include "tests/fuzz/fuzz.h"

#include "dnsd/corefile.h"
#include "dnsd/names.h"
#include "tests/fuzz/fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static struct diag err;
    struct config c;
    struct fuzz_file f = fuzz_file_open(data, len);
    err = (struct diag){0};
    if (corefile_read(f.path, &c, &err) == 0) {
        struct names *names = names_new(c.rules, c.rule_count, &c.arena);
        fuzz_want(names && c.listen_count > 0);
        fuzz_want(c.upstream.server_count > 0 || c.upstream.resolv_conf.text);
        for (unsigned i = 0; i < c.rule_count; i++)
            fuzz_want(names_find(names, c.rules[i].name) == &c.rules[i]);
        fuzz_want(config_settle(&c, &err) == 0 || err.count > 0);
        config_free(&c);
    } else {
        fuzz_want(err.count > 0);
    }
    fuzz_file_close(f);
    return 0;
}
