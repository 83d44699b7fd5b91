/* semver and semverCompare, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void a_version_has_parts(void **state)
{
    CASES({"{{ (semver \"1.2.3\").Major }}", "1"}, {"{{ (semver \"1.2.3\").Minor }}", "2"},
          {"{{ (semver \"1.2.3\").Patch }}", "3"}, {"{{ (semver \"v1.2.3-rc.1+b5\").Prerelease }}", "rc.1"},
          {"{{ (semver \"v1.2.3-rc.1+b5\").Metadata }}", "b5"},
          {"{{ (semver \"v1.2.3\").Original }}", "v1.2.3"},
          {"{{ semver \"\" }}", "! 1:3 <semver \"\">: error calling semver: invalid semantic version"},
          {"{{ semver (repeat 257 \"1\") }}", "! 1:3 <semver (repeat 257 \"1\")>: error calling semver: "
                                              "version string is too long (max 256 bytes)"},
          {"{{ semver \"x\" }}", "! 1:3 <semver \"x\">: error calling semver: invalid semantic version"},
          {"{{ semver \"1.2.3.4\" }}", "! 1:3 <semver \"1.2.3.4\">: error calling "
                                       "semver: invalid semantic version"},
          {"{{ semver \"1.2.x\" }}", "! 1:3 <semver \"1.2.x\">: error calling "
                                     "semver: invalid semantic version"},
          {"{{ semver \"1.2.3-\" }}", "! 1:3 <semver \"1.2.3-\">: error calling "
                                      "semver: invalid semantic version"},
          {"{{ semver nil }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ semver 1.2 }}", "! 1:10 <1.2>: expected string; found 1.2"},
          {"{{ semver .Values.f }}", "! 1:17 <.Values.f>: wrong type for value; "
                                     "expected string; got float64"},
          {"{{ semver }}", "! 1:3 <semver>: wrong number of args for semver: want 1 got 0"},
          {"{{ semver \"1.2.3\" \"x\" }}", "! 1:3 <semver>: wrong number of args for semver: want 1 got 2"},
          {"{{ semver \" 1.2.3\" }}", "! 1:3 <semver \" 1.2.3\">: error calling "
                                      "semver: invalid semantic version"});
}

static void a_version_is_held_against_a_range(void **state)
{
    CASES(
        {"{{ semverCompare \">=1.29\" \"v1.36.0-gke.1\" }}", "false"},
        {"{{ semverCompare \">=1.29-0\" \"v1.36.0-gke.1\" }}", "true"},
        {"{{ semverCompare \"^1.2\" \"1.9.9\" }}", "true"},
        {"{{ semverCompare \"^1.2\" \"2.0.0\" }}", "false"},
        {"{{ semverCompare \"~1.2\" \"1.2.9\" }}", "true"},
        {"{{ semverCompare \"~1.2\" \"1.3.0\" }}", "false"},
        {"{{ semverCompare \"1.2.x\" \"1.2.7\" }}", "true"}, {"{{ semverCompare \"*\" \"0.0.1\" }}", "true"},
        {"{{ semverCompare \"1.2.3\" \"1.2.3\" }}", "true"},
        {"{{ semverCompare \"=1.2.3\" \"1.2.4\" }}", "false"},
        {"{{ semverCompare \"!=1.2.3\" \"1.2.4\" }}", "true"},
        {"{{ semverCompare \">1 <2\" \"1.5.0\" }}", "false"},
        {"{{ semverCompare \">1, <2\" \"2.5.0\" }}", "false"},
        {"{{ semverCompare \"<1 || >2\" \"2.5.0\" }}", "false"},
        {"{{ semverCompare \"1.2 - 1.4\" \"1.4.9\" }}", "true"},
        {"{{ semverCompare \"1.2 - 1.4\" \"1.5.0\" }}", "false"},
        {"{{ semverCompare \"^0.0.3\" \"0.0.4\" }}", "false"},
        {"{{ semverCompare \"^0.2\" \"0.2.9\" }}", "true"},
        {"{{ semverCompare \">=1.0.0-a\" \"1.0.0-b\" }}", "true"},
        {"{{ semverCompare \"~>2\" \"2.9.9\" }}", "true"}, {"{{ semverCompare \"=>1\" \"1.0.0\" }}", "true"},
        {"{{ semverCompare \">=v1.2\" \"1.2.0\" }}", "true"});
}

static void what_is_no_range_or_version_is_told(void **state)
{
    CASES({"{{ semverCompare \"1.2.3\" \"x\" }}",
           "! 1:3 <semverCompare \"1.2.3\" \"x\">: error calling semverCompare: "
           "invalid semantic version"},
          {"{{ semverCompare \"1.2.3\" \"\" }}",
           "! 1:3 <semverCompare \"1.2.3\" \"\">: error calling semverCompare: "
           "invalid semantic version"},
          {"{{ semverCompare nil \"1.2.3\" }}", "! 1:17 <nil>: cannot assign nil to string"},
          {"{{ semverCompare \"1\" nil }}", "! 1:21 <nil>: cannot assign nil to string"},
          {"{{ semverCompare 1 \"1.0.0\" }}", "! 1:17 <1>: expected string; found 1"},
          {"{{ semverCompare \"1\" 1.0 }}", "! 1:21 <1.0>: expected string; found 1.0"},
          {"{{ semverCompare \"1\" }}", "! 1:3 <semverCompare>: wrong number of "
                                        "args for semverCompare: want 2 got 1"},
          {"{{ semverCompare }}", "! 1:3 <semverCompare>: wrong number of args "
                                  "for semverCompare: want 2 got 0"},
          {"{{ semverCompare \"1\" .Values.nope }}",
           "! 1:28 <.Values.nope>: wrong type for value; expected string; got "
           "interface {}"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(a_version_has_parts),
        CASE_TEST(a_version_is_held_against_a_range),
        CASE_TEST(what_is_no_range_or_version_is_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
