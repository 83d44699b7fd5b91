/* The methods of .Files and .Capabilities.APIVersions, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

#include <string.h>

static void a_file_is_got_by_its_path(void **state)
{
    CASES({"{{ .Files.Get \"a.txt\" }}", "A"},
          {"{{ .Files.Get \"conf/b.txt\" | quote }}", "\"B\\n\\nlast\\n\""},
          {"{{ .Files.Get \"conf/deep/d.txt\" | quote }}", "\"\""}, {"{{ .Files.Get \"nope\" }}", ""},
          {"{{ .Files.Get \"\" }}", ""}, {"{{ .Files.Get \"./a.txt\" }}", ""},
          {"{{ .Files.Get }}", "! 1:9 <.Files.Get>: wrong number of args for Get: want 1 got 0"},
          {"{{ .Files.Get 5 }}", "! 1:14 <5>: expected string; found 5"},
          {"{{ .Files.Get nil }}", "! 1:14 <nil>: cannot assign nil to string"},
          {"{{ .Files.Get .Values.nope }}",
           "! 1:21 <.Values.nope>: wrong type for value; expected string; got interface {}"},
          {"{{ .Files.Get \"a.txt\" \"b\" }}",
           "! 1:9 <.Files.Get>: wrong number of args for Get: want 1 got 2"},
          {"{{ .Files.GetBytes \"a.txt\" }}", "[65]"}, {"{{ .Files.GetBytes \"nope\" }}", "[]"},
          {"{{ .Files.GetBytes \"a.txt\" | toString }}", "A"},
          {"{{ .Files.GetBytes \"a.txt\" | typeOf }}", "[]uint8"},
          {"{{ .Files.GetBytes \"nope\" | len }}", "0"}, {"{{ \"a.txt\" | .Files.Get }}", "A"},
          {"{{ index .Files \"a.txt\" | toString }}", "A"});
}

static void lines_are_cut_at_newlines(void **state)
{
    CASES({"{{ .Files.Lines \"conf/b.txt\" | toJson }}", "[\"B\",\"\",\"last\"]"},
          {"{{ .Files.Lines \"a.txt\" | toJson }}", "[\"A\"]"},
          {"{{ .Files.Lines \"conf/deep/d.txt\" | toJson }}", "[]"},
          {"{{ .Files.Lines \"nope\" | toJson }}", "[]"},
          {"{{ .Files.Lines \"a.txt\" | typeOf }}", "[]string"},
          {"{{ .Files.Lines }}", "! 1:9 <.Files.Lines>: wrong number of args for Lines: want 1 got 0"},
          {"{{ .Files.Lines 5 }}", "! 1:16 <5>: expected string; found 5"});
}

static void files_become_configuration_and_secrets(void **state)
{
    CASES({"{{ (.Files.Glob \"a.txt\").AsConfig }}", "a.txt: A"},
          {"{{ (.Files.Glob \"conf/*\").AsConfig }}", "b.txt: |\n  B\n\n  last\nc.ini: k=v"},
          {"{{ (.Files.Glob \"nope\").AsConfig }}", "{}"},
          {"{{ .Files.AsConfig }}", "a.txt: A\nb.txt: |\n  B\n\n  last\nc.ini: k=v\nd.txt: \"\""},
          {"{{ (.Files.Glob \"a.txt\").AsSecrets }}", "a.txt: QQ=="},
          {"{{ (.Files.Glob \"conf/*\").AsSecrets }}", "b.txt: QgoKbGFzdAo=\nc.ini: az12"},
          {"{{ (.Files.Glob \"nope\").AsSecrets }}", "{}"},
          {"{{ .Files.AsConfig 1 }}",
           "! 1:9 <.Files.AsConfig>: wrong number of args for AsConfig: want 0 got 1"});
}

static void globs_choose_files(void **state)
{
    CASES({"{{ range $p, $_ := .Files.Glob \"*\" }}{{ $p }} {{ end }}", "a.txt "},
          {"{{ range $p, $_ := .Files.Glob \"**\" }}{{ $p }} {{ end }}",
           "a.txt conf/b.txt conf/c.ini conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"conf/*\" }}{{ $p }} {{ end }}", "conf/b.txt conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"conf/**\" }}{{ $p }} {{ end }}",
           "conf/b.txt conf/c.ini conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"**.txt\" }}{{ $p }} {{ end }}",
           "a.txt conf/b.txt conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"**/*.txt\" }}{{ $p }} {{ end }}", "conf/b.txt conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"*.txt\" }}{{ $p }} {{ end }}", "a.txt "},
          {"{{ range $p, $_ := .Files.Glob \"conf/?.txt\" }}{{ $p }} {{ end }}", "conf/b.txt "},
          {"{{ range $p, $_ := .Files.Glob \"conf/[bc].*\" }}{{ $p }} {{ end }}", "conf/b.txt conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"conf/[!b].*\" }}{{ $p }} {{ end }}", "conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"conf/[a-b].txt\" }}{{ $p }} {{ end }}", "conf/b.txt "},
          {"{{ range $p, $_ := .Files.Glob \"{a.txt,conf/c.ini}\" }}{{ $p }} {{ end }}", "a.txt conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"conf/{b,c}.*\" }}{{ $p }} {{ end }}", "conf/b.txt conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"conf/*/*\" }}{{ $p }} {{ end }}", "conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"nope\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"conf/\\\\*\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"conf\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"conf/\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"a.t?t\" }}{{ $p }} {{ end }}", "a.txt "},
          {"{{ range $p, $_ := .Files.Glob \"{a,b}.txt\" }}{{ $p }} {{ end }}", "a.txt "},
          {"{{ range $p, $_ := .Files.Glob \"*/*.ini\" }}{{ $p }} {{ end }}", "conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"**d**\" }}{{ $p }} {{ end }}", "conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"[a\" }}{{ $p }} {{ end }}",
           "a.txt conf/b.txt conf/c.ini conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"{a\" }}{{ $p }} {{ end }}", ""},
          {"{{ range $p, $_ := .Files.Glob \"conf/{deep/*,b*}\" }}{{ $p }} {{ end }}",
           "conf/b.txt conf/deep/d.txt "},
          {"{{ range $p, $_ := .Files.Glob \"{*.txt,conf/{b,c}.*}\" }}{{ $p }} {{ end }}",
           "a.txt conf/b.txt conf/c.ini "},
          {"{{ range $p, $_ := .Files.Glob \"a.txt*\" }}{{ $p }} {{ end }}", "a.txt "},
          {"{{ range $p, $_ := .Files.Glob \"?\?a.txt\" }}{{ $p }} {{ end }}", ""},
          {"{{ .Files.Glob \"*\" | typeOf }}", "engine.files"},
          {"{{ .Files.Glob }}", "! 1:9 <.Files.Glob>: wrong number of args for Glob: want 1 got 0"},
          {"{{ .Files.Glob 5 }}", "! 1:15 <5>: expected string; found 5"},
          {"{{ .Files.Glob \"*\" | len }}", "1"});
}

static void api_versions_are_asked_for(void **state)
{
    CASES({"{{ .Capabilities.APIVersions.Has \"v1\" }}", "true"},
          {"{{ .Capabilities.APIVersions.Has \"apps/v1\" }}", "true"},
          {"{{ .Capabilities.APIVersions.Has \"v2\" }}", "false"},
          {"{{ .Capabilities.APIVersions.Has \"\" }}", "false"},
          {"{{ .Capabilities.APIVersions.Has \"v1\\x00x\" }}", "false"},
          {"{{ .Capabilities.APIVersions.Has 5 }}", "! 1:33 <5>: expected string; found 5"},
          {"{{ .Capabilities.APIVersions.Has nil }}", "! 1:33 <nil>: cannot assign nil to string"},
          {"{{ .Capabilities.APIVersions.Has }}",
           "! 1:16 <.Capabilities.APIVersions.Has>: wrong number of args for Has: want 1 got 0"},
          {"{{ .Capabilities.APIVersions.Has \"v1\" \"v2\" }}",
           "! 1:16 <.Capabilities.APIVersions.Has>: wrong number of args for Has: want 1 got 2"},
          {"{{ \"v1\" | .Capabilities.APIVersions.Has }}", "true"},
          {"{{ .Capabilities.APIVersions }}", "[v1 apps/v1 cilium.io/v2]"},
          {"{{ has \"v1\" .Capabilities.APIVersions }}", "true"});
}

/* Ours: sixteen braces of two are 65536 ways. */
static void a_glob_of_too_many_alternatives_is_refused(void **state)
{
    (void)state;
    assert_non_null(strstr(template_case_render("{{ .Files.Glob (repeat 16 \"{a,b}\") }}"),
                           "a pattern with more than 1000 alternatives"));
    assert_string_equal(template_case_render("{{ .Files.Glob (repeat 9 \"{a,b}\") | len }}"), "0");
    assert_string_equal(template_case_render("{{ .Files.Glob (repeat 5000 \"*a\") | len }}"), "0");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(a_file_is_got_by_its_path),
        CASE_TEST(lines_are_cut_at_newlines),
        CASE_TEST(files_become_configuration_and_secrets),
        CASE_TEST(globs_choose_files),
        CASE_TEST(api_versions_are_asked_for),
        CASE_TEST(a_glob_of_too_many_alternatives_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
