#include "tests/unit/cmocka_all.h"

#include <stdio.h>
#include <string.h>

#include "dnsd/options.h"

enum { WORDS_MAX = 64 };

static struct options options;
static struct diag err;

/* The words behind the program's name, up to a NULL. */
static int read_words(const char *program, const char *const *words)
{
    static char copies[WORDS_MAX][64];
    char *argv[WORDS_MAX] = {0};
    int argc = 0;
    for (const char *word = program; word; word = words[argc++]) {
        (void)snprintf(copies[argc], sizeof copies[argc], "%s", word);
        argv[argc] = copies[argc];
    }
    err = (struct diag){0};
    return options_read(argc, argv, &options, &err);
}

#define read_line(...) read_words("/dnsd", (const char *const[]){__VA_ARGS__, NULL})

static void without_a_word_it_serves_the_default_file(void **state)
{
    (void)state;
    assert_int_equal(read_words("/dnsd", (const char *const[]){NULL}), 0);
    assert_int_equal(options.mode, MODE_SERVE);
    assert_string_equal(options.file, "/etc/dnsd/dnsd.yaml");
    assert_false(options.corefile);
}

static void called_coredns_only_the_default_file_is_another(void **state)
{
    (void)state;
    assert_int_equal(read_words("/usr/bin/coredns", (const char *const[]){NULL}), 0);
    assert_string_equal(options.file, "Corefile");
    assert_true(options.corefile);
    assert_int_equal(read_words("coredns", (const char *const[]){"-c", "x.yaml", NULL}), 0);
    assert_false(options.corefile);
    assert_int_equal(read_words("coredns-not", (const char *const[]){NULL}), 0);
    assert_false(options.corefile);
    assert_int_equal(options_read(0, (char *const[]){NULL}, &options, &err), 0);
}

static void each_mode_has_its_word(void **state)
{
    (void)state;
    assert_int_equal(read_line("--check", "-conf", "Core"), 0);
    assert_true(options.mode == MODE_CHECK && options.corefile);
    assert_string_equal(options.file, "Core");
    assert_int_equal(read_line("--explain", "nginx", "-c", "f"), 0);
    assert_int_equal(options.mode, MODE_EXPLAIN);
    assert_string_equal(options.explain[0], "nginx");
    assert_string_equal(options.explain[1], "A");
    assert_int_equal(read_line("--explain", "nginx", "TXT"), 0);
    assert_string_equal(options.explain[1], "TXT");
    assert_int_equal(read_line("--version"), 0);
    assert_int_equal(options.mode, MODE_VERSION);
    assert_int_equal(read_line("-h"), 0);
    assert_int_equal(options.mode, MODE_HELP);
}

static void a_probe_asks_the_usual_place_or_another(void **state)
{
    (void)state;
    char text[ADDRESS_TEXT_MAX];
    assert_int_equal(read_line("--probe"), 0);
    assert_int_equal(options.mode, MODE_PROBE);
    address_to_text(text, &options.probed.address);
    assert_string_equal(text, "127.0.0.1:53");
    assert_int_equal(read_line("--probe", "[::1]:5353"), 0);
    address_to_text(text, &options.probed.address);
    assert_string_equal(text, "[::1]:5353");
}

static void addresses_may_be_given_again_and_again_up_to_a_bound(void **state)
{
    (void)state;
    const char *words[WORDS_MAX] = {0};
    for (int i = 0; i < CONFIG_LISTEN_MAX; i++) {
        words[i * 2] = "--listen";
        words[i * 2 + 1] = "127.0.0.1:5353";
    }
    assert_int_equal(read_words("/dnsd", words), 0);
    assert_int_equal(options.listen_count, CONFIG_LISTEN_MAX);
    assert_string_equal(options.listen[0].where.file, "--listen");
    words[CONFIG_LISTEN_MAX * 2] = "--listen";
    words[CONFIG_LISTEN_MAX * 2 + 1] = "127.0.0.1";
    assert_int_equal(read_words("/dnsd", words), -1);
    assert_string_equal(err.text, "--listen: given more than 8 times\n");
}

static void what_cannot_be_read_is_told_in_one_line(void **state)
{
    (void)state;
    static const struct {
        const char *words[3], *said;
    } cases[] = {
        {{"-c"}, "-c wants a value; see dnsd --help\n"},
        {{"--listen"}, "--listen wants a value; see dnsd --help\n"},
        {{"--explain"}, "--explain wants a name; see dnsd --help\n"},
        {{"--explain", "-c"}, "--explain wants a name; see dnsd --help\n"},
        {{"--nonsense"}, "--nonsense: unknown option; see dnsd --help\n"},
        {{"word"}, "word: unknown option; see dnsd --help\n"},
        {{""}, ": unknown option; see dnsd --help\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(read_words("/dnsd", cases[i].words), -1);
        assert_string_equal(err.text, cases[i].said);
    }
    assert_int_equal(read_line("--upstream", "example.com"), -1);
    assert_non_null(strstr(err.text, "--upstream example.com: is no address: "));
}

static void the_help_names_every_option(void **state)
{
    (void)state;
    static const char *const all[] = {"-c FILE",    "-conf FILE", "--listen",
                                      "--upstream", "--check",    "--explain NAME [TYPE]",
                                      "--probe",    "--version",  "--help"};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        assert_non_null(strstr(options_help, all[i]));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(without_a_word_it_serves_the_default_file),
        cmocka_unit_test(called_coredns_only_the_default_file_is_another),
        cmocka_unit_test(each_mode_has_its_word),
        cmocka_unit_test(a_probe_asks_the_usual_place_or_another),
        cmocka_unit_test(addresses_may_be_given_again_and_again_up_to_a_bound),
        cmocka_unit_test(what_cannot_be_read_is_told_in_one_line),
        cmocka_unit_test(the_help_names_every_option),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
