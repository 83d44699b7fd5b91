/* toYaml, toJson, their inverses, base64 and digests, held against Helm's. */
#include "tests/support/template_case.h"
#include "tests/unit/cmocka_all.h"

static void toYaml_and_its_kin_write_any_value(void **state)
{
    CASES({"{{ toYaml (rest (list)) }} {{ toYaml (dict \"a\" (initial (list))) }}", "null a: null"},
          {"{{ toYaml .Values.m }}", "b: true\nx:\n  q: z"}, {"{{ toYaml .Values.l }}", "- x\n- 1\n- null"},
          {"{{ toYaml nil }}", "null"}, {"{{ toYaml .Values.nope }}", "null"}, {"{{ toYaml \"\" }}", "\"\""},
          {"{{ toYaml \"a: b\" }}", "'a: b'"}, {"{{ toYaml 5 }}", "5"}, {"{{ toYaml 1.5 }}", "1.5"},
          {"{{ toYaml true }}", "true"}, {"{{ toYaml (dict) }}", "{}"}, {"{{ toYaml (list) }}", "[]"},
          {"{{ toYaml (dict \"a\" (list 1 (list 2 (dict \"b\" nil)))) }}", "a:\n- 1\n- - 2\n  - b: null"},
          {"{{ toYaml (dict \"multi\" \"a\\nb\\n\" \"n\" \"7\" \"t\" \"true\") }}",
           "multi: |\n  a\n  b\n\"n\": \"7\"\nt: \"true\""},
          {"{{ toYaml }}", "! 1:3 <toYaml>: wrong number of args for toYaml: want 1 got 0"},
          {"{{ toYaml 1 2 }}", "! 1:3 <toYaml>: wrong number of args for toYaml: want 1 got 2"},
          {"{{ toYamlPretty (dict \"a\" (list 1 2)) }}", "a:\n  - 1\n  - 2"},
          {"{{ toYamlPretty nil }}", "null"}, {"{{ toYamlPretty .Values.m }}", "b: true\nx:\n  q: z"},
          {"{{ toYamlPretty }}", "! 1:3 <toYamlPretty>: wrong number of args for toYamlPretty: want 1 got 0"},
          {"{{ toYaml (float64 \"NaN\") }}", ""}, {"{{ toYaml (dict \"a\" (float64 \"Inf\")) }}", ""});
}

static void toJson_and_its_kin_write_any_value(void **state)
{
    CASES({"{{ toJson .Values.m }}", "{\"b\":true,\"x\":{\"q\":\"z\"}}"},
          {"{{ toJson .Values.l }}", "[\"x\",1,null]"}, {"{{ toJson nil }}", "null"},
          {"{{ toJson \"<&>\303\251\\u2028\\n\\t\\\"\\\\\\x01\" }}",
           "\"\\u003c\\u0026\\u003e\303\251\\u2028\\n\\t\\\"\\\\\\u0001\""},
          {"{{ toJson 1000000.0 }}", "1000000"}, {"{{ toJson 1e21 }}", "1e+21"},
          {"{{ toJson 0.0000001 }}", "1e-7"}, {"{{ toJson (list) }}", "[]"}, {"{{ toJson (dict) }}", "{}"},
          {"{{ toJson (dict \"b\" 1 \"a\" 2) }}", "{\"a\":2,\"b\":1}"},
          {"{{ toJson (list 1 1.5 true nil \"a\") }}", "[1,1.5,true,null,\"a\"]"},
          {"{{ toJson }}", "! 1:3 <toJson>: wrong number of args for toJson: want 1 got 0"},
          {"{{ toJson 1 2 }}", "! 1:3 <toJson>: wrong number of args for toJson: want 1 got 2"},
          {"{{ toJson (float64 \"NaN\") }}", ""},
          {"{{ toRawJson \"<&>\303\251\\u2028\" }}", "\"<&>\303\251\\u2028\""},
          {"{{ mustToRawJson \"<&>\" }}", "\"<&>\""},
          {"{{ mustToRawJson (float64 \"Inf\") }}", "! 1:3 <mustToRawJson (float64 \"Inf\")>: error calling "
                                                    "mustToRawJson: json: unsupported value: +Inf"},
          {"{{ toRawJson nil }}", "null"},
          {"{{ toPrettyJson (dict \"a\" (list 1 2) \"b\" (dict) \"c\" (list)) }}",
           "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {},\n  \"c\": []\n}"},
          {"{{ mustToPrettyJson (list \"<\") }}", "[\n  \"\\u003c\"\n]"}, {"{{ toPrettyJson nil }}", "null"},
          {"{{ toPrettyJson }}", "! 1:3 <toPrettyJson>: wrong number of args for toPrettyJson: want 1 got 0"},
          {"{{ mustToPrettyJson (float64 \"NaN\") }}",
           "! 1:3 <mustToPrettyJson (float64 \"NaN\")>: error calling mustToPrettyJson: json: unsupported "
           "value: NaN"});
}

static void fromYaml_tells_faults_in_its_result(void **state)
{
    CASES(
        {"{{ fromYaml \"a: 1\\nb: [x, 2]\" | toJson }}", "{\"a\":1,\"b\":[\"x\",2]}"},
        {"{{ fromYaml \"\" | toJson }}", "{}"}, {"{{ fromYaml \"null\" | toJson }}", "{}"},
        {"{{ fromYaml \"a: [\" | toJson }}",
         "{\"Error\":\"error converting YAML to JSON: yaml: line 1: did not find expected node content\"}"},
        {"{{ fromYaml \"- 1\" | toJson }}",
         "{\"Error\":\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal array into Go "
         "value of type map[string]interface {}\"}"},
        {"{{ fromYaml \"x\" | toJson }}",
         "{\"Error\":\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go "
         "value of type map[string]interface {}\"}"},
        {"{{ fromYaml \"5\" | toJson }}",
         "{\"Error\":\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal number into Go "
         "value of type map[string]interface {}\"}"},
        {"{{ fromYaml \"true\" | toJson }}",
         "{\"Error\":\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal bool into Go "
         "value of type map[string]interface {}\"}"},
        {"{{ fromYaml \"a: 1\\n a: 2\" | toJson }}", "{\"Error\":\"error converting YAML to JSON: yaml: line "
                                                     "2: mapping values are not allowed in this context\"}"},
        {"{{ fromYaml \"a: 1\\nb\" | toJson }}",
         "{\"Error\":\"error converting YAML to JSON: yaml: line 3: could not find expected ':'\"}"},
        {"{{ fromYaml \"a: 1\\na: 2\" | toJson }}", "{\"a\":2}"},
        {"{{ fromYaml \"a: &x 1\\nb: *x\" | toJson }}", "{\"a\":1,\"b\":1}"},
        {"{{ fromYaml \"a: *x\" | toJson }}",
         "{\"Error\":\"error converting YAML to JSON: yaml: unknown anchor 'x' referenced\"}"},
        {"{{ fromYaml nil }}", "! 1:12 <nil>: cannot assign nil to string"},
        {"{{ fromYaml .Values.nope }}",
         "! 1:19 <.Values.nope>: wrong type for value; expected string; got interface {}"},
        {"{{ fromYaml 5 }}", "! 1:12 <5>: expected string; found 5"},
        {"{{ fromYaml }}", "! 1:3 <fromYaml>: wrong number of args for fromYaml: want 1 got 0"},
        {"{{ fromYaml \"a: 1\" | typeOf }}", "map[string]interface {}"},
        {"{{ fromYaml \"# only\" | toJson }}", "{}"},
        {"{{ fromYaml \"\\t: x\" | toJson }}",
         "{\"Error\":\"error converting YAML to JSON: yaml: found character that cannot start any token\"}"},
        {"{{ fromYaml \"a: \\\"\\\\q\\\"\" | toJson }}",
         "{\"Error\":\"error converting YAML to JSON: yaml: found unknown escape character\"}"},
        {"{{ fromYamlArray \"- 1\\n- a\" | toJson }}", "[1,\"a\"]"},
        {"{{ fromYamlArray \"[]\" | toJson }}", "[]"}, {"{{ fromYamlArray \"\" | toJson }}", "[]"},
        {"{{ fromYamlArray \"a: 1\" | toJson }}",
         "[\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal object into Go value of "
         "type []interface {}\"]"},
        {"{{ fromYamlArray \"[\" | toJson }}",
         "[\"error converting YAML to JSON: yaml: line 1: did not find expected node content\"]"},
        {"{{ fromYamlArray \"x\" | toJson }}",
         "[\"error unmarshaling JSON: while decoding JSON: json: cannot unmarshal string into Go value of "
         "type []interface {}\"]"},
        {"{{ fromYamlArray 5 }}", "! 1:17 <5>: expected string; found 5"},
        {"{{ fromYamlArray \"- 1\" | typeOf }}", "[]interface {}"});
}

static void fromJson_tells_faults_in_its_result(void **state)
{
    CASES(
        {"{{ fromJson \"{\\\"a\\\":1,\\\"b\\\":[1.5,null]}\" | toJson }}", "{\"a\":1,\"b\":[1.5,null]}"},
        {"{{ fromJson \"{}\" | toJson }}", "{}"}, {"{{ fromJson \"null\" }}", "map[]"},
        {"{{ fromJson \"null\" | kindOf }}", "map"},
        {"{{ fromJson \"\" | toJson }}", "{\"Error\":\"unexpected end of JSON input\"}"},
        {"{{ fromJson \"x\" | toJson }}",
         "{\"Error\":\"invalid character 'x' looking for beginning of value\"}"},
        {"{{ fromJson \"[1]\" | toJson }}",
         "{\"Error\":\"json: cannot unmarshal array into Go value of type map[string]interface {}\"}"},
        {"{{ fromJson \"5\" | toJson }}",
         "{\"Error\":\"json: cannot unmarshal number into Go value of type map[string]interface {}\"}"},
        {"{{ fromJson \"\\\"a\\\"\" | toJson }}",
         "{\"Error\":\"json: cannot unmarshal string into Go value of type map[string]interface {}\"}"},
        {"{{ fromJson \"true\" | toJson }}",
         "{\"Error\":\"json: cannot unmarshal bool into Go value of type map[string]interface {}\"}"},
        {"{{ fromJson \"{\\\"a\\\":}\" | toJson }}",
         "{\"Error\":\"invalid character '}' looking for beginning of value\"}"},
        {"{{ fromJson \"{\\\"a\\\":1\" | toJson }}", "{\"Error\":\"unexpected end of JSON input\"}"},
        {"{{ fromJson \"{\\\"a\\\":1} x\" | toJson }}",
         "{\"Error\":\"invalid character 'x' after top-level value\"}"},
        {"{{ fromJson \"{a:1}\" | toJson }}",
         "{\"Error\":\"invalid character 'a' looking for beginning of object key string\"}"},
        {"{{ fromJson \"{\\\"a\\\":01}\" | toJson }}",
         "{\"Error\":\"invalid character '1' after object key:value pair\"}"},
        {"{{ fromJson nil }}", "! 1:12 <nil>: cannot assign nil to string"},
        {"{{ fromJson \"1e400\" }}",
         "map[Error:json: cannot unmarshal number into Go value of type map[string]interface {}]"},
        {"{{ fromJson \" -1e400 \" }}",
         "map[Error:json: cannot unmarshal number into Go value of type map[string]interface {}]"},
        {"{{ fromJsonArray \"1e400\" }}",
         "[json: cannot unmarshal number into Go value of type []interface {}]"},
        {"{{ fromJson \"[1e400]\" }}",
         "map[Error:json: cannot unmarshal array into Go value of type map[string]interface {}]"},
        {"{{ fromJsonArray \"[1e400]\" }}",
         "[json: cannot unmarshal number 1e400 into Go value of type float64]"},
        {"{{ mustFromJson \"1e400\" }}", "! 1:3 <mustFromJson \"1e400\">: error calling mustFromJson: json: "
                                         "cannot unmarshal number 1e400 into Go value of type float64"},
        {"{{ mustFromJson \"[1e400]\" }}",
         "! 1:3 <mustFromJson \"[1e400]\">: error calling mustFromJson: json: cannot unmarshal number 1e400 "
         "into Go value of type float64"},
        {"{{ fromJsonArray \"{\\\"a\\\": 1e400}\" }}",
         "[json: cannot unmarshal object into Go value of type []interface {}]"},
        {"{{ fromJson 5 }}", "! 1:12 <5>: expected string; found 5"},
        {"{{ fromJson \"{\\\"a\\\":1}\" | typeOf }}", "map[string]interface {}"},
        {"{{ (fromJson \"{\\\"a\\\":1}\").a | typeOf }}", "float64"},
        {"{{ fromJsonArray \"[1,\\\"a\\\",null]\" | toJson }}", "[1,\"a\",null]"},
        {"{{ fromJsonArray \"[]\" | toJson }}", "[]"}, {"{{ fromJsonArray \"null\" }}", "[]"},
        {"{{ fromJsonArray \"null\" | kindOf }}", "slice"},
        {"{{ fromJsonArray \"{}\" | toJson }}",
         "[\"json: cannot unmarshal object into Go value of type []interface {}\"]"},
        {"{{ fromJsonArray \"[1\" | toJson }}", "[\"unexpected end of JSON input\"]"},
        {"{{ fromJsonArray \"\" | toJson }}", "[\"unexpected end of JSON input\"]"},
        {"{{ fromJsonArray \"[1]\" | typeOf }}", "[]interface {}"},
        {"{{ fromJsonArray nil }}", "! 1:17 <nil>: cannot assign nil to string"});
}

static void base64_goes_there_and_back(void **state)
{
    CASES(
        {"{{ b64enc \"hi\" }}", "aGk="}, {"{{ b64enc \"\" }}", ""}, {"{{ b64enc \"a\" }}", "YQ=="},
        {"{{ b64enc \"abc\" }}", "YWJj"}, {"{{ b64enc \"\\x00\\xff\" }}", "AP8="},
        {"{{ b64enc nil }}", "! 1:10 <nil>: cannot assign nil to string"},
        {"{{ b64enc 5 }}", "! 1:10 <5>: expected string; found 5"},
        {"{{ b64enc .Values.a }}", "! 1:17 <.Values.a>: wrong type for value; expected string; got float64"},
        {"{{ b64enc }}", "! 1:3 <b64enc>: wrong number of args for b64enc: want 1 got 0"},
        {"{{ b64enc \"a\" \"b\" }}", "! 1:3 <b64enc>: wrong number of args for b64enc: want 1 got 2"},
        {"{{ b64dec \"aGk=\" }}", "hi"}, {"{{ b64dec \"\" }}", ""},
        {"{{ b64dec \"!!\" }}", "illegal base64 data at input byte 0"},
        {"{{ b64dec \"aGk\" }}", "illegal base64 data at input byte 0"},
        {"{{ b64dec \"aGk==\" }}", "illegal base64 data at input byte 4"},
        {"{{ b64dec \"aG k=\" }}", "illegal base64 data at input byte 2"}, {"{{ b64dec \"aGk=\\n\" }}", "hi"},
        {"{{ b64dec \"YQ==\" }}", "a"}, {"{{ b64dec \"a===\" }}", "illegal base64 data at input byte 1"},
        {"{{ b64dec \"YWJj!\" }}", "illegal base64 data at input byte 4"},
        {"{{ b64dec nil }}", "! 1:10 <nil>: cannot assign nil to string"},
        {"{{ b64dec 5 }}", "! 1:10 <5>: expected string; found 5"},
        {"{{ b64enc \"\303\251\" | b64dec }}", "\303\251"});
}

static void digests_are_in_lower_case_hexadecimal(void **state)
{
    CASES({"{{ sha1sum \"\" }}", "da39a3ee5e6b4b0d3255bfef95601890afd80709"},
          {"{{ sha1sum \"abc\" }}", "a9993e364706816aba3e25717850c26c9cd0d89d"},
          {"{{ sha256sum \"\" }}", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"},
          {"{{ sha256sum \"abc\" }}", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"},
          {"{{ sha512sum \"\" }}", "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5"
                                   "d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e"},
          {"{{ sha512sum \"abc\" }}", "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a219299"
                                      "2a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"},
          {"{{ adler32sum \"\" }}", "1"}, {"{{ adler32sum \"a\" }}", "6422626"},
          {"{{ adler32sum \"Wikipedia\" }}", "300286872"},
          {"{{ sha1sum nil }}", "! 1:11 <nil>: cannot assign nil to string"},
          {"{{ sha256sum 5 }}", "! 1:13 <5>: expected string; found 5"},
          {"{{ sha512sum .Values.l }}",
           "! 1:20 <.Values.l>: wrong type for value; expected string; got []interface {}"},
          {"{{ adler32sum }}", "! 1:3 <adler32sum>: wrong number of args for adler32sum: want 1 got 0"},
          {"{{ adler32sum .Values.nope }}",
           "! 1:21 <.Values.nope>: wrong type for value; expected string; got interface {}"},
          {"{{ repeat 10000 \"\\xff\" | adler32sum }}", "3055807275"},
          {"{{ sha256sum \"\\x00\" }}", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"});
}

static void json_that_must_be_right_is_an_error_when_it_is_not(void **state)
{
    CASES(
        {"{{ mustFromJson \"{\\\"a\\\":1}\" | toJson }}", "{\"a\":1}"},
        {"{{ mustFromJson \"{\\\"a\\\":1}\" | kindOf }}", "map"},
        {"{{ mustFromJson \"[1,\\\"b\\\",null]\" | toJson }}", "[1,\"b\",null]"},
        {"{{ mustFromJson \"[1,\\\"b\\\",null]\" | kindOf }}", "slice"},
        {"{{ mustFromJson \"x\" | toJson }}", "! 1:3 <mustFromJson \"x\">: error calling mustFromJson: "
                                              "invalid character 'x' looking for beginning of value"},
        {"{{ mustFromJson \"x\" | kindOf }}", "! 1:3 <mustFromJson \"x\">: error calling mustFromJson: "
                                              "invalid character 'x' looking for beginning of value"},
        {"{{ mustFromJson \"\" | toJson }}",
         "! 1:3 <mustFromJson \"\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"\" | kindOf }}",
         "! 1:3 <mustFromJson \"\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"{\\\"a\\\":\" | toJson }}",
         "! 1:3 <mustFromJson \"{\\\"a\\\":\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"{\\\"a\\\":\" | kindOf }}",
         "! 1:3 <mustFromJson \"{\\\"a\\\":\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"5\" | toJson }}", "5"}, {"{{ mustFromJson \"5\" | kindOf }}", "float64"},
        {"{{ mustFromJson \"\\\"s\\\"\" | toJson }}", "\"s\""},
        {"{{ mustFromJson \"\\\"s\\\"\" | kindOf }}", "string"},
        {"{{ mustFromJson \"null\" | toJson }}", "null"}, {"{{ mustFromJson \"null\" | kindOf }}", "invalid"},
        {"{{ mustFromJson \"[1,\" | toJson }}",
         "! 1:3 <mustFromJson \"[1,\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"[1,\" | kindOf }}",
         "! 1:3 <mustFromJson \"[1,\">: error calling mustFromJson: unexpected end of JSON input"},
        {"{{ mustFromJson \"true\" | toJson }}", "true"}, {"{{ mustFromJson \"true\" | kindOf }}", "bool"},
        {"{{ mustFromJson \"{\\\"a\\\":1}x\" | toJson }}",
         "! 1:3 <mustFromJson \"{\\\"a\\\":1}x\">: error calling mustFromJson: invalid character 'x' after "
         "top-level value"},
        {"{{ mustFromJson \"{\\\"a\\\":1}x\" | kindOf }}",
         "! 1:3 <mustFromJson \"{\\\"a\\\":1}x\">: error calling mustFromJson: invalid character 'x' after "
         "top-level value"},
        {"{{ mustFromJson \"1e400\" | toJson }}",
         "! 1:3 <mustFromJson \"1e400\">: error calling mustFromJson: json: cannot unmarshal number 1e400 "
         "into Go value of type float64"},
        {"{{ mustFromJson \"1e400\" | kindOf }}",
         "! 1:3 <mustFromJson \"1e400\">: error calling mustFromJson: json: cannot unmarshal number 1e400 "
         "into Go value of type float64"},
        {"{{ mustFromJson \"nul\" | toJson }}", "! 1:3 <mustFromJson \"nul\">: error calling mustFromJson: "
                                                "invalid character ' ' in literal null (expecting 'l')"},
        {"{{ mustFromJson \"nul\" | kindOf }}", "! 1:3 <mustFromJson \"nul\">: error calling mustFromJson: "
                                                "invalid character ' ' in literal null (expecting 'l')"},
        {"{{ mustToJson .Values.m }}", "{\"b\":true,\"x\":{\"q\":\"z\"}}"}, {"{{ mustToJson nil }}", "null"},
        {"{{ mustToJson (float64 \"NaN\") }}",
         "! 1:3 <mustToJson (float64 \"NaN\")>: error calling mustToJson: json: unsupported value: NaN"},
        {"{{ mustToJson (dict \"a\" (list (float64 \"Inf\"))) }}",
         "! 1:3 <mustToJson (dict \"a\" (list (float64 \"Inf\")))>: error calling mustToJson: json: "
         "unsupported value: +Inf"},
        {"{{ mustToJson \"<&>\" }}", "\"\\u003c\\u0026\\u003e\""},
        {"{{ mustToJson  }}", "! 1:3 <mustToJson>: wrong number of args for mustToJson: want 1 got 0"},
        {"{{ mustToJson 1 2 }}", "! 1:3 <mustToJson>: wrong number of args for mustToJson: want 1 got 2"},
        {"{{ mustToJson .Values.l }}", "[\"x\",1,null]"}, {"{{ mustToJson 1e6 }}", "1000000"},
        {"{{ mustToJson (float64 \"-Inf\") }}",
         "! 1:3 <mustToJson (float64 \"-Inf\")>: error calling mustToJson: json: unsupported value: -Inf"},
        {"{{ mustFromJson 5 }}", "! 1:16 <5>: expected string; found 5"},
        {"{{ mustFromJson nil }}", "! 1:16 <nil>: cannot assign nil to string"});
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE_TEST(toYaml_and_its_kin_write_any_value),
        CASE_TEST(toJson_and_its_kin_write_any_value),
        CASE_TEST(fromYaml_tells_faults_in_its_result),
        CASE_TEST(fromJson_tells_faults_in_its_result),
        CASE_TEST(base64_goes_there_and_back),
        CASE_TEST(digests_are_in_lower_case_hexadecimal),
        CASE_TEST(json_that_must_be_right_is_an_error_when_it_is_not),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
