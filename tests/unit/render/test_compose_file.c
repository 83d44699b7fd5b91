/* A Compose file on its way: finding services, naming keys, setting values. */
#include "tests/unit/render/compose_part.h"

static void a_key_is_named_by_its_service_in_the_file(void **state)
{
    (void)state;
    begin("services: {web: {image: x}}");
    assert_string_equal(compose.services->as, "default");
    assert_string_equal(service_what(compose.services, "image"), "services.web.image");
    assert_string_equal(service_what(compose.services, ""), "services.web.");
}

static void a_service_is_found_by_its_whole_name_in_the_file(void **state)
{
    (void)state;
    begin("services: {web: {image: x}, db: {image: y}, off: {image: z, profiles: [p]}}");
    assert_ptr_equal(compose_service(&compose, "db"), &compose.services[1]);
    const char *const none[] = {"default", "d", "dbx", "DB", "", "off"};
    for (size_t i = 0; i < COUNT(none); i++)
        assert_null(compose_service(&compose, none[i]));
    begin_empty();
    assert_null(compose_service(&compose, "web"));
}

static void values_are_set_and_set_again(void **state)
{
    (void)state;
    begin_empty();
    struct value *map = value_map(&arena);
    char text[] = "text";
    put_text(&compose, map, "t", text);
    text[0] = 'X'; /* it was copied */
    put_number(&compose, map, "n", 3);
    put_bool(&compose, map, "b", true);
    put(&compose, map, "l", value_list(&arena));
    assert_string_equal(json_of(map), "{\"b\":true,\"l\":[],\"n\":3,\"t\":\"text\"}");
    assert_int_equal(value_gets(map, "n")->kind, VALUE_FLOAT); /* as Helm reads it */
    put_text(&compose, map, "n", "");
    put_bool(&compose, map, "b", false);
    assert_string_equal(json_of(map), "{\"b\":false,\"l\":[],\"n\":\"\",\"t\":\"text\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(a_key_is_named_by_its_service_in_the_file),
        with_compose(a_service_is_found_by_its_whole_name_in_the_file),
        with_compose(values_are_set_and_set_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
