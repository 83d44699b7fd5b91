/* What is read is written as YAML that reads as the same; a failing arena is only a complaint. */
#include "tests/fuzz/fuzz.h"

#include "common/yaml_read.h"
#include "render/head_scan.h"
#include "render/json.h"
#include "render/schema_node.h"
#include "render/yaml_write.h"

static void round_trip(struct value *v, enum yaml_style style, struct arena *a)
{
    const struct yaml_options options = {.helm_words = true, .as_go = true};
    struct diag err = {0};
    struct value *again;
    struct text first, second;
    text_init(&first, a);
    text_add(&first, "", 0);
    text_init(&second, a);
    text_add(&second, "", 0);
    if (yaml_write(v, style, &first) != 0)
        return;
    if (yaml_read(first.at, first.len, &options, a, &again, &err) != 0)
        return; /* go-yaml too writes some texts that it does not read: U+2028 in a key */
    if (memmem(first.at, first.len, "-0", 2))
        return; /* minus zero, as Go's YAML writes it, reads as an integer without a sign */
    if (yaml_write(again, style, &second) == 0 && schema_equal(v, again))
        fuzz_want(first.len == second.len && memcmp(first.at, second.at, first.len) == 0);
}

static void starve(const char *text, size_t len)
{
    const struct yaml_options options = {.refuse_duplicates = true, .all_documents = true};
    for (size_t limit = 64; limit < 16384; limit *= 2) {
        struct arena small;
        struct diag err = {0};
        struct value *v;
        arena_init(&small, limit);
        if (yaml_read(text, len, &options, &small, &v, &err) != 0)
            fuzz_want(err.count > 0);
        arena_clear(&small);
    }
}

/* The short way to a document's head must never know better than the long one. */
static void check_head(const char *text, size_t len, const struct value *v)
{
    struct head head;
    if (!head_scan((struct bytes){.at = text, .len = len}, &head))
        return;
    fuzz_want(v && v->kind == VALUE_MAP);
    const struct value *kind = value_gets(v, "kind");
    struct bytes found = head.kind;
    fuzz_want(found.len ? kind && kind->kind == VALUE_STRING && kind->text.len == found.len &&
                              memcmp(kind->text.at, found.at, found.len) == 0
                        : !kind);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t len)
{
    const struct yaml_options options = {.file = "fuzz.yaml", .helm_words = true, .as_go = true};
    struct diag err = {0};
    struct value *v = NULL;
    struct arena a;
    fuzz_arena(&a);
    char *text = arena_copy(&a, (const char *)data, len);
    if (yaml_read(text, len, &options, &a, &v, &err) == 0) {
        round_trip(v, YAML_TO, &a);
        round_trip(v, YAML_PRETTY, &a);
    } else {
        fuzz_want(err.count > 0);
        v = NULL;
    }
    check_head(text, len, v);
    arena_clear(&a);
    starve((const char *)data, len);
    return 0;
}
