/* PATTERN newline NAME: a pattern without stars matches its own name and no other. */
#include "tests/fuzz/fuzz.h"

#include "common/dname.h"
#include "common/pattern.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    struct pattern p;
    uint8_t name[DNAME_MAX], own[DNAME_MAX];
    size_t name_len, own_len;
    const uint8_t *end = memchr(data, '\n', len);
    if (!end || pattern_read((const char *)data, (size_t)(end - data), &p) != NULL)
        return 0;
    const char *text = (const char *)end + 1;
    if (dname_from_text(text, len - (size_t)(end + 1 - data), name, &name_len) != NULL)
        return 0;
    bool matches = pattern_matches(&p, name);
    uint8_t lower[DNAME_MAX];
    dname_lower(lower, name);
    fuzz_want(pattern_matches(&p, lower) == matches);
    if (p.text[0] && p.text[strlen(p.text) - 1] == '.') /* two dots at the end, which no name has */
        fuzz_want(!matches);
    else if (pattern_is_name(&p) && dname_from_text(p.text, strlen(p.text), own, &own_len) == NULL)
        fuzz_want(matches == dname_equal(own, name));
    return 0;
}
