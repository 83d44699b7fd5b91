/* Passwords derived, texts decrypted and certificates read, held against Helm's results. */
#include <string.h>

#include "common/base64.h"
#include "tests/support/certificates.h"
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"
#include "tests/unit/fresh_arena.h"

static void passwords_are_derived(void **state)
{
    CASES({"{{ derivePassword 1 \"long\" \"password\" \"user\" \"example.com\" }} {{ derivePassword 1 "
           "\"maximum\" \"password\" \"user\" \"example.com\" }} {{ derivePassword 2 \"medium\" \"password\" "
           "\"user\" \"example.com\" }} {{ derivePassword 3 \"short\" \"password\" \"user\" \"example.com\" "
           "}} {{ derivePassword 4 \"basic\" \"password\" \"user\" \"x\" }} {{ derivePassword 5 \"pin\" "
           "\"password\" \"user\" \"\" }}",
           "ZedaFaxcZaso9* pf4zS1LjCg&LjhsZ7T2~ Fov2-Jal Kiz0 TGM04zYq 9056"},
          {"{{ derivePassword 1 \"nope\" \"password\" \"user\" \"example.com\" }} {{ derivePassword 0 "
           "\"long\" \"\" \"\" \"\" }} {{ derivePassword 4294967297 \"long\" \"\303\251\" \"\\x00\" \"b\" }} "
           "{{ derivePassword 18446744073709551615 \"long\" \"a\" \"b\" \"c\" }}",
           "cannot find password template nope Rozi8;WilbQoyu Lupi8[GikaQovc TuzoFenuFaqi2~"},
          {"{{ derivePassword 1.0 \"pin\" \"a\" \"b\" \"c\" }} {{ derivePassword 'a' \"pin\" \"a\" \"b\" "
           "\"c\" }} {{ derivePassword 0x10 \"pin\" \"a\" \"b\" \"c\" }} {{ derivePassword 1_0 \"pin\" \"a\" "
           "\"b\" \"c\" }}",
           "9016 6344 5379 4962"},
          {"{{ derivePassword 18_446_744_073_709_551_615 \"pin\" \"a\" \"b\" \"c\" }} {{ derivePassword 1e19 "
           "\"pin\" \"a\" \"b\" \"c\" }} {{ derivePassword 0xffffffffffffffff \"pin\" \"a\" \"b\" \"c\" }}",
           "3483 5483 3483"},
          {"{{ derivePassword 1e20 \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <1e20>: expected unsigned integer; found 1e20"},
          {"{{ derivePassword -1 \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <-1>: expected unsigned integer; found -1"},
          {"{{ derivePassword -0 \"pin\" \"a\" \"b\" \"c\" }}", "8689"},
          {"{{ derivePassword 1.5 \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <1.5>: expected unsigned integer; found 1.5"},
          {"{{ derivePassword \"1\" \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <\"1\">: expected unsigned integer; found \"1\""},
          {"{{ derivePassword true \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <true>: expected unsigned integer; found true"},
          {"{{ derivePassword nil \"pin\" \"a\" \"b\" \"c\" }}", "! 1:18 <nil>: cannot assign nil to uint32"},
          {"{{ derivePassword (int 1) \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:23 <1>: wrong type for value; expected uint32; got int"},
          {"{{ derivePassword (int64 1) \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:25 <1>: wrong type for value; expected uint32; got int64"},
          {"{{ derivePassword .Nope \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:18 <.Nope>: wrong type for value; expected uint32; got interface {}"},
          {"{{ $x := 1 }}{{ derivePassword $x \"pin\" \"a\" \"b\" \"c\" }}",
           "! 1:31 <$x>: wrong type for value; expected uint32; got int"},
          {"{{ derivePassword 1 \"pin\" \"a\" \"b\" 5 }}", "! 1:34 <5>: expected string; found 5"},
          {"{{ derivePassword 1 \"pin\" }}",
           "! 1:3 <derivePassword>: wrong number of args for derivePassword: want 5 got 2"},
          {"{{ \"c\" | derivePassword 1 \"pin\" \"a\" \"b\" }}", "9016"});
}

static void users_are_few_for_each_takes_its_time(void **state)
{
    CASES({"{{ range until 9 }}{{ $_ := derivePassword 1 \"pin\" \"a\" (print .) \"c\" }}{{ end }}",
           "! 1:65 <\"c\">: the templates take more than 20000000 "
           "steps; go "
           "through less, or render it in parts"},
          {"{{ range until 99 }}{{ $_ := derivePassword 1 \"pin\" \"a\" \"b\" (print .) }}{{ end }}", ""});
}

static void texts_are_decrypted(void **state)
{
    CASES(
        {"{{ decryptAES \"pw\" \"\" }}|{{ decryptAES \"\" \"\" }}", "|"},
        {"{{ decryptAES \"pw\" \"*\" }}",
         "! 1:3 <decryptAES \"pw\" \"*\">: error calling decryptAES: illegal base64 data at input byte 0"},
        {"{{ decryptAES \"pw\" \"YWJj\" }}",
         "! 1:3 <decryptAES \"pw\" \"YWJj\">: error calling decryptAES: runtime error: slice bounds out of "
         "range [:16] with capacity 3"},
        {"{{ decryptAES \"pw\" "
         "\"YWJj\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\" }}",
         "! 1:3 <decryptAES \"pw\" "
         "\"YWJj\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\\n\">: error calling "
         "decryptAES: runtime error: slice bounds out of range [16:3]"},
        {"{{ decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYWJj\" }}",
         "! 1:3 <decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYWJj\">: error calling decryptAES: crypto/cipher: "
         "input not full blocks"},
        {"{{ decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYQ==\" }}",
         "! 1:3 <decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYQ==\">: error calling decryptAES: runtime error: "
         "index out of range [-1]"},
        {"{{ decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWI=\" }}",
         "! 1:3 <decryptAES \"pw\" \"YWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWJjYWI=\">: error calling "
         "decryptAES: runtime error: slice bounds out of range [:-229]"},
        {"{{ decryptAES \"pw\" \"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\" }}",
         "! 1:3 <decryptAES \"pw\" \"MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=\">: error calling "
         "decryptAES: runtime error: slice bounds out of range [:-210]"},
        {"{{ decryptAES \"pw\" \"YWJjYWJjYWJjYWI\" }}",
         "! 1:3 <decryptAES \"pw\" \"YWJjYWJjYWJjYWI\">: error calling decryptAES: illegal base64 data at "
         "input byte 12"},
        {"{{ decryptAES \"secretkey\" \"MDEyMzQ1Njc4OWFiY2RlZkytjKYrhHCd2pW6LIu3KTs=\" }}", "plaintext"},
        {"{{ decryptAES \"secretkey\" \"MDEyMzQ1Njc4OWFiY2RlZlSbJ1ksRuK7PSXk/eJFOus=\" }}|", "|"},
        {"{{ decryptAES \"a very long password, longer than thirty-two octets\" "
         "\"MDEyMzQ1Njc4OWFiY2RlZqp0NZkigYFnE5y+hjipqQ2zE+Ky63yHoyQ0kZvlBiijLsGdJVen0UKGRAr/"
         "prwLwSRfVkLW6mH77N85O1wIsuP+16zfoZWWlEuAxRiSTB4r90hHWIaFvID4T3JGZm0mHkptFUu2lgvkfI0TmGFquB4=\" }}",
         "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
         "x"},
        {"{{ decryptAES \"k\" \"MDEyMzQ1Njc4OWFiY2RlZkXSm0jMD/fstGG3NpcSnNs=\" }}",
         "! 1:3 <decryptAES \"k\" \"MDEyMzQ1Njc4OWFiY2RlZkXSm0jMD/fstGG3NpcSnNs=\">: error calling "
         "decryptAES: runtime error: slice bounds out of range [:-16]"},
        {"{{ decryptAES \"k\" \"MDEyMzQ1Njc4OWFiY2RlZgGeBgBjJZ5hfctp56oBkOk=\" | quote }}",
         "\"xxxxxxxxxxxxxxx\\x00\""},
        {"{{ decryptAES \"k\" \"MDEyMzQ1Njc4OWFiY2RlZmYvPH5euIEQcIQvgMqh3pOzfuzeAf9+J1g3/D+MNzis\" }}",
         "! 1:3 <decryptAES \"k\" \"MDEyMzQ1Njc4OWFiY2RlZmYvPH5euIEQcIQvgMqh3pOzfuzeAf9+J1g3/D+MNzis\">: "
         "error calling decryptAES: runtime error: slice bounds out of range [:-1]"});
}

static const char *in_base64(const char *s)
{
    struct text t;
    text_init(&t, &arena);
    base64_write(s, strlen(s), &t);
    return t.at;
}

static const char *built(const char *certificate, const char *key, const char *shown)
{
    return template_case_render(arena_printf(&arena, "{{ $x := buildCustomCert \"%s\" \"%s\" }}{{ %s }}",
                                             in_base64(certificate), in_base64(key), shown));
}

static void a_certificate_and_its_key_are_one_object(void **state)
{
    (void)state;
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_PKCS8, "$x.Cert"), TEST_CERTIFICATE);
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_EC, "$x.Key"), TEST_KEY_EC);
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_EC, "typeOf $x"), "sprig.certificate");
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_EC, "kindOf $x"), "struct");
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_EC, "eq $x $x"), "true");
    assert_string_equal(built(TEST_CERTIFICATE, TEST_KEY_EC, "keys (fromJson (toJson $x)) | sortAlpha"),
                        "[Cert Key]");
}

static const char *complaint(const char *certificate, const char *key)
{
    static const char before[] = "error calling buildCustomCert: ";
    const char *error = strstr(built(certificate, key, "$x"), before);
    return error ? error + sizeof before - 1 : "none";
}

static void what_is_wrong_with_either_is_told(void **state)
{
    (void)state;
    assert_string_equal(complaint("x", "x"), "unable to decode certificate");
    assert_string_equal(complaint("-----BEGIN A-----\neA==\n-----END A-----\n", "x"),
                        "error parsing certificate: decodedCert.Bytes: x509: malformed certificate");
    assert_string_equal(complaint(TEST_CERTIFICATE, "x"), "error parsing private key: no PEM data in input");
    assert_string_equal(complaint(TEST_CERTIFICATE, TEST_CERTIFICATE),
                        "error parsing private key: no private key data in PEM block of type CERTIFICATE");
    CASES({"{{ buildCustomCert \"*\" \"\" }}", "! 1:3 <buildCustomCert \"*\" \"\">: error calling "
                                               "buildCustomCert: unable to decode base64 certificate"},
          {"{{ buildCustomCert \"\" \"*\" }}", "! 1:3 <buildCustomCert \"\" \"*\">: error calling "
                                               "buildCustomCert: unable to decode base64 private key"});
}

static int begin(void **state)
{
    return setup(state) || template_case_begin(state);
}

static int end(void **state)
{
    return teardown(state) || template_case_end(state);
}

#define in_arenas(test) cmocka_unit_test_setup_teardown(test, begin, end)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arenas(passwords_are_derived),
        in_arenas(users_are_few_for_each_takes_its_time),
        in_arenas(texts_are_decrypted),
        in_arenas(a_certificate_and_its_key_are_one_object),
        in_arenas(what_is_wrong_with_either_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
