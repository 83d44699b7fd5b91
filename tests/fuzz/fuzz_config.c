/* What a dnsd.yaml comes to is whole; what is refused is told. */
#include "tests/fuzz/fuzz.h"

#include "dnsd/config.h"
#include "dnsd/names.h"
#include "dnsd/policy.h"
#include "tests/fuzz/fuzz_file.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static struct diag err;
    struct config c;
    struct fuzz_file f = fuzz_file_open(data, len);
    err = (struct diag){0};
    if (config_read_yaml(f.path, &c, &err) == 0) {
        fuzz_want(names_new(c.rules, c.rule_count, &c.arena) && policy_new(&c, &c.arena));
        fuzz_want(config_settle(&c, &err) == 0 || err.count > 0);
        config_free(&c);
    } else {
        fuzz_want(err.count > 0);
    }
    fuzz_file_close(f);
    return 0;
}
