/* Command lines, a word a line: read, or told what is wrong. */
#include "tests/fuzz/fuzz.h"

#include "dnsd/options.h"

enum { WORDS_MAX = 40 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    static struct diag err;
    static char program[] = "dnsd";
    char *words[WORDS_MAX + 1] = {program}, *text = malloc(len + 1), *rest = text, *word;
    int count = 1;
    struct options o;
    fuzz_want(text != NULL);
    memcpy(text, data, len);
    text[len] = '\0';
    while (count < WORDS_MAX && (word = strsep(&rest, "\n")) != NULL)
        words[count++] = word;
    err = (struct diag){0};
    if (options_read(count, words, &o, &err) == 0)
        fuzz_want(err.count == 0 && o.listen_count <= CONFIG_LISTEN_MAX &&
                  o.server_count <= CONFIG_SERVERS_MAX);
    else
        fuzz_want(err.count > 0);
    free(text);
    return 0;
}
