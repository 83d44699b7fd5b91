/* What is not called: each name says so, and what to do instead. */
#include <string.h>

#include "render/template/func.h"
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void what_is_random_is_refused_by_name(void **state)
{
    CASES({"{{ randAlphaNum 5 }}",
           "! 1:3 <randAlphaNum 5>: error calling randAlphaNum: not deterministic: every run would print "
           "another text; make it once, and give it as a value"},
          {"{{ randInt 1 9 }}",
           "! 1:3 <randInt 1 9>: error calling randInt: not deterministic: every run would "
           "print another number; choose one, and give it as a value"},
          {"{{ uuidv4 }}",
           "! 1:3 <uuidv4>: error calling uuidv4: not deterministic: every run would print another "
           "text; make it once, and give it as a value"},
          {"{{ htpasswd \"a\" \"b\" }}",
           "! 1:3 <htpasswd \"a\" \"b\">: error calling htpasswd: not deterministic: its "
           "salt is random; hash the password once, and give the hash as a value"},
          {"{{ (genCA \"x\" 1).Cert }}",
           "! 1:4 <genCA \"x\" 1>: error calling genCA: not deterministic: every run would make another "
           "certificate; make one once, such as with \"openssl req -x509\", and give it as a value"},
          {"{{ if false }}{{ uuidv4 }}{{ end }}", ""},
          {"{{ randAlpha }}", "! 1:3 <randAlpha>: wrong number of args for "
                              "randAlpha: want 1 got 0"});
}

static void every_refusal_says_why_and_what_instead(void **state)
{
    (void)state;
    for (const struct func *f = funcs_refused; f->name; f++) {
        struct arena arena = {0};
        struct call c = {.arena = &arena};
        arena_init(&arena, 4096);
        f->call(&c);
        assert_non_null(c.error);
        assert_true(strncmp(c.error, "not deterministic: ", 19) == 0 ||
                    strncmp(c.error, "not supported: ", 15) == 0);
        assert_non_null(strstr(c.error, " as "));
        arena_clear(&arena);
    }
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(what_is_random_is_refused_by_name),
        cmocka_unit_test(every_refusal_says_why_and_what_instead),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
