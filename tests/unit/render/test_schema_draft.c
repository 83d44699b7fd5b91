#include "render/schema_draft.h"

#include "tests/unit/render/arena_json.h"

static enum schema_draft draft_of(const char *url)
{
    return schema_draft_of(json_value(arena_printf(&arena, "{\"$schema\":\"%s\"}", url)));
}

static void a_schema_names_its_draft_with_any_scheme_and_fragment(void **state)
{
    (void)state;
    assert_int_equal(draft_of("http://json-schema.org/draft-04/schema#"), SCHEMA_DRAFT_4);
    assert_int_equal(draft_of("https://json-schema.org/draft-06/schema"), SCHEMA_DRAFT_6);
    assert_int_equal(draft_of("http://json-schema.org/draft-07/schema#x"), SCHEMA_DRAFT_7);
    assert_int_equal(draft_of("https://json-schema.org/draft/2019-09/schema"), SCHEMA_DRAFT_2019);
    assert_int_equal(draft_of("https://json-schema.org/draft/2020-12/schema"), SCHEMA_DRAFT_2020);
    assert_int_equal(draft_of("https://json-schema.org/schema"), SCHEMA_DRAFT_2020);
}

static void one_that_names_none_is_of_the_last(void **state)
{
    (void)state;
    assert_int_equal(schema_draft_of(json_value("{}")), SCHEMA_DRAFT_2020);
    assert_int_equal(schema_draft_of(json_value("{\"$schema\":7}")), SCHEMA_DRAFT_2020);
    assert_int_equal(schema_draft_of(json_value("true")), SCHEMA_DRAFT_2020);
}

static void other_names_are_of_no_draft(void **state)
{
    (void)state;
    const char *const others[] = {"", "json-schema.org/schema", "http://json-schema.org/draft-03/schema",
                                  "http://json-schema.org/draft-07/schema/", "http://"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_int_equal(draft_of(others[i]), SCHEMA_DRAFT_NONE);
}

static void the_url_of_a_draft_names_it(void **state)
{
    (void)state;
    for (enum schema_draft draft = SCHEMA_DRAFT_4; draft <= SCHEMA_DRAFT_2020; draft++)
        assert_int_equal(draft_of(schema_draft_url(draft)), draft);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_schema_names_its_draft_with_any_scheme_and_fragment, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(one_that_names_none_is_of_the_last, setup, teardown),
        cmocka_unit_test_setup_teardown(other_names_are_of_no_draft, setup, teardown),
        cmocka_unit_test_setup_teardown(the_url_of_a_draft_names_it, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
