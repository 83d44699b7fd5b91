/* Base 32 there and back, held against Helm's results. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void base32_is_written_and_faults_become_the_text(void **state)
{
    CASES({"{{ b32enc \"\" }}", ""}, {"{{ b32enc \"\" | b32dec }}", ""}, {"{{ b32enc \"f\" }}", "MY======"},
          {"{{ b32enc \"f\" | b32dec }}", "f"}, {"{{ b32enc \"fo\" }}", "MZXQ===="},
          {"{{ b32enc \"fo\" | b32dec }}", "fo"}, {"{{ b32enc \"foo\" }}", "MZXW6==="},
          {"{{ b32enc \"foo\" | b32dec }}", "foo"}, {"{{ b32enc \"foob\" }}", "MZXW6YQ="},
          {"{{ b32enc \"foob\" | b32dec }}", "foob"}, {"{{ b32enc \"fooba\" }}", "MZXW6YTB"},
          {"{{ b32enc \"fooba\" | b32dec }}", "fooba"}, {"{{ b32enc \"foobar\" }}", "MZXW6YTBOI======"},
          {"{{ b32enc \"foobar\" | b32dec }}", "foobar"},
          {"{{ b32enc \"hello world\" }}", "NBSWY3DPEB3W64TMMQ======"},
          {"{{ b32enc \"hello world\" | b32dec }}", "hello world"},
          {"{{ b32enc \"\\x00\\xff\" }}", "AD7Q===="}, {"{{ b32enc \"\\x00\\xff\" | b32dec }}", "\000\377"},
          {"{{ b32enc \"\303\251\" }}", "YOUQ===="}, {"{{ b32enc \"\303\251\" | b32dec }}", "\303\251"},
          {"{{ b32dec \"\" }}", ""}, {"{{ b32dec \"MY======\" }}", "f"}, {"{{ b32dec \"MZXQ====\" }}", "fo"},
          {"{{ b32dec \"MZXW6===\" }}", "foo"}, {"{{ b32dec \"MZXW6YQ=\" }}", "foob"},
          {"{{ b32dec \"MZXW6YTB\" }}", "fooba"}, {"{{ b32dec \"MZXW6YTBOI======\" }}", "foobar"},
          {"{{ b32dec \"MZXW6YTBOI\" }}", "illegal base32 data at input byte 8"},
          {"{{ b32dec \"M\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"MZ\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"MZX\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"MY=====\" }}", "illegal base32 data at input byte 7"},
          {"{{ b32dec \"MY=======\" }}", "f"},
          {"{{ b32dec \"MY=====A\" }}", "illegal base32 data at input byte 6"},
          {"{{ b32dec \"MZ=A====\" }}", "illegal base32 data at input byte 2"},
          {"{{ b32dec \"MZX=====\" }}", "illegal base32 data at input byte 3"},
          {"{{ b32dec \"MZXW6Y==\" }}", "illegal base32 data at input byte 6"},
          {"{{ b32dec \"my======\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"M1======\" }}", "illegal base32 data at input byte 1"},
          {"{{ b32dec \"M!\" }}", "illegal base32 data at input byte 1"},
          {"{{ b32dec \"MZXW6\\nYTB\" }}", "fooba"}, {"{{ b32dec \"M\\nY======\" }}", "f"},
          {"{{ b32dec \"========\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"=\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"MY======MY======\" }}", "illegal base32 data at input byte 2"},
          {"{{ b32dec \"MY======\\n\" }}", "f"}, {"{{ b32dec \"MZXW6YT=\" }}", "foob"},
          {"{{ b32dec \"MZXW6YTB=\" }}", "illegal base32 data at input byte 8"},
          {"{{ b32dec \"MZXW====\" }}", "fo"},
          {"{{ b32dec \"MZXW6YTBMZXW!\" }}", "illegal base32 data at input byte 12"},
          {"{{ b32dec \"A=======\" }}", "illegal base32 data at input byte 1"},
          {"{{ b32dec \"\303\251\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"\\x00\" }}", "illegal base32 data at input byte 0"},
          {"{{ b32dec \"MY==\\n====\" }}", "f"},
          {"{{ b32dec \"MY==A===\" }}", "illegal base32 data at input byte 3"},
          {"{{ b32dec \"MY===A==\" }}", "illegal base32 data at input byte 4"},
          {"{{ b32dec \"MZXW6YTBM=======\" }}", "illegal base32 data at input byte 9"},
          {"{{ b32enc  }}", "! 1:3 <b32enc>: wrong number of args for b32enc: want 1 got 0"},
          {"{{ b32enc 5 }}", "! 1:10 <5>: expected string; found 5"},
          {"{{ b32enc nil }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ b32enc .Values.nope }}",
           "! 1:17 <.Values.nope>: wrong type for value; expected string; got interface {}"},
          {"{{ b32enc .Values.s }}", "ORSXQ5A="},
          {"{{ b32dec  }}", "! 1:3 <b32dec>: wrong number of args for b32dec: want 1 got 0"},
          {"{{ b32dec 5 }}", "! 1:10 <5>: expected string; found 5"},
          {"{{ b32dec nil }}", "! 1:10 <nil>: cannot assign nil to string"},
          {"{{ b32dec .Values.nope }}",
           "! 1:17 <.Values.nope>: wrong type for value; expected string; got interface {}"},
          {"{{ b32dec .Values.s }}", "illegal base32 data at input byte 0"});
}

int main(void)
{
    static const struct CMUnitTest tests[] = {
        CASE_TEST(base32_is_written_and_faults_become_the_text),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
