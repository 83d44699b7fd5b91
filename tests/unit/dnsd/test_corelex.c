#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>

#include "dnsd/corelex.h"

struct fixture {
    struct arena arena;
    struct diag err;
    struct corelex lex;
    char *octets; /* exactly as long as the text, so that a read past it is seen */
};

static struct fixture *over(const char *text, size_t len)
{
    struct fixture *f = calloc(1, sizeof *f);
    arena_init(&f->arena, 1024 * 1024);
    f->octets = malloc(len ? len : 1);
    memcpy(f->octets, text, len);
    corelex_init(&f->lex, "F", (struct bytes){.at = f->octets, .len = len}, &f->arena, &f->err);
    return f;
}

static void end(struct fixture *f)
{
    arena_clear(&f->arena);
    free(f->octets);
    free(f);
}

/* Lines as "LINE word|word{" or "LINE }", each ended by ';'. */
static void shows(const char *text, const char *expected)
{
    struct fixture *f = over(text, strlen(text));
    struct core_line l;
    char seen[1024] = "";
    for (corelex_line(&f->lex, &l); l.kind != CORE_END; corelex_line(&f->lex, &l)) {
        size_t len = strlen(seen);
        len += (size_t)snprintf(seen + len, sizeof seen - len, "%u ", l.where.line);
        for (unsigned i = 0; i < l.count; i++)
            len += (size_t)snprintf(seen + len, sizeof seen - len, "%s%s", i ? "|" : "", l.words[i].text);
        snprintf(seen + len, sizeof seen - len, "%s;", l.kind == CORE_CLOSE ? "}" : l.opens ? "{" : "");
    }
    assert_string_equal(seen, expected);
    assert_false(f->lex.failed);
    end(f);
}

static void complains(const char *text, size_t len, const char *words)
{
    struct fixture *f = over(text, len);
    struct core_line l;
    do
        corelex_line(&f->lex, &l);
    while (l.kind != CORE_END);
    assert_true(f->lex.failed);
    assert_non_null(strstr(f->err.text, words));
    end(f);
}

static void words_blocks_and_comments(void **state)
{
    (void)state;
    shows("", "");
    shows(" \r\n# only this", "");
    shows("a", "1 a;");
    shows(".:53 {\n  log # all\n\tbind 1 2\r\n}\n", "1 .:53{;2 log;3 bind|1|2;4 };");
    shows("f . x { m 1 }", "1 f|.|x{;1 m|1;1 };");
    shows("a#b c\nd", "1 a;2 d;");
    shows("a{ }b {", "1 a{|}b{;");
    shows("}\n}", "1 };2 };");
    shows("\xef\xbb\xbf"
          "a",
          "1 a;");
    shows("a\n{", "1 a;2 {;");
}

static void quotes(void **state)
{
    (void)state;
    shows("a \"b c\" d", "1 a|b c|d;");
    shows("\"a\\\"b\" \"c\\d\" \"\" e\"f", "1 a\"b|c\\d||e\"f;");
    shows("\"a # b\"", "1 a # b;");
    shows("a\\ b", "1 a\\|b;");
    complains("a \"b\nc", 6, "F:1:3: the quote");
    complains("a \"b\\", 5, "not closed");
}

static void the_environment_is_put_in_once(void **state)
{
    (void)state;
    setenv("CORELEX_A", "one two", 1);
    setenv("CORELEX_B", "{$CORELEX_A}", 1);
    unsetenv("CORELEX_NONE");
    shows("x{$CORELEX_A}y {%CORELEX_A%}", "1 xone twoy|one two;");
    shows("{$CORELEX_NONE}z {$} {$CORELEX_A {%%}", "1 z|{$}|{$CORELEX_A|{%%};");
    shows("{$CORELEX_B}", "1 {$CORELEX_A};");
    shows("{%CORELEX_B%}", "1 one two;");
}

static void bounds(void **state)
{
    (void)state;
    char text[CORELEX_WORD_MAX + 2];
    memset(text, 'x', sizeof text);
    struct fixture *f = over(text, CORELEX_WORD_MAX);
    struct core_line l;
    corelex_line(&f->lex, &l);
    assert_int_equal(strlen(l.words[0].text), CORELEX_WORD_MAX);
    assert_false(f->lex.failed);
    end(f);
    complains(text, CORELEX_WORD_MAX + 1, "longer than 4096");
    complains("a\0b", 3, "NUL");

    char words[2 * (CORELEX_WORDS_MAX + 1)];
    for (size_t i = 0; i < sizeof words; i++)
        words[i] = i % 2 ? ' ' : 'x';
    f = over(words, 2 * CORELEX_WORDS_MAX);
    corelex_line(&f->lex, &l);
    assert_int_equal(l.count, CORELEX_WORDS_MAX);
    assert_false(f->lex.failed);
    end(f);
    complains(words, sizeof words, "more than 64 words");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(words_blocks_and_comments), cmocka_unit_test(quotes),
                                       cmocka_unit_test(the_environment_is_put_in_once),
                                       cmocka_unit_test(bounds)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
