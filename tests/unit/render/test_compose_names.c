/* Which services become Pods, what they are called, and which names lead to them. */
#include "render/compose_names.h"

#include "tests/unit/render/compose_part.h"

static const char *names_chosen(void)
{
    const char *all = "";
    for (size_t i = 0; i < compose.service_count; i++)
        all = arena_printf(&arena, "%s%s%s=%s", all, i ? " " : "", compose.services[i].name,
                           compose.services[i].as);
    return all;
}

static void expect_services(const char *text, const char *names, const char *told)
{
    begin(text);
    assert_string_equal(names_chosen(), names);
    if (told ? !strstr(said(), told) : *said() != '\0')
        fail_msg("%s\n  is said: %s", text, said());
}

static void one_is_called_default_the_marked_the_so_called_or_the_first(void **state)
{
    (void)state;
    expect_services("services: {a: {image: x}, b: {image: x}}", "a=default b=b", NULL);
    expect_services("services:\n  b: {image: x}\n  a: {image: x}\n", "b=default a=a", NULL);
    expect_services("services: {a: {image: x}, default: {image: x}}", "a=a default=default", NULL);
    expect_services("services: {a: {image: x}, b: {image: x, x-default: true}}", "a=a b=default", NULL);
    expect_services("services: {a: {image: x}, b: {image: x, x-default: false}}", "a=default b=b", NULL);
    expect_services("services: {a: {x-default: true}, b: {x-default: true}}", "a=default b=b",
                    "services.a says x-default already; one alone can be it");
    expect_services("services: {a: {x-default: true}, default: {image: x}}", "a=default default=default",
                    "services.a says x-default, but services.default is there too");
}

static void those_of_a_profile_are_left_out(void **state)
{
    (void)state;
    expect_services("services: {a: {image: x}, b: {profiles: [debug]}}", "a=default",
                    "services.b is left out: it has profiles");
    expect_services("services: {a: {image: x}, b: {profiles: []}}", "a=default b=b", NULL);
}

static void what_can_be_no_service_is_refused_with_a_cure(void **state)
{
    (void)state;
    expect_services("services: {My_Web: {image: x}}", "",
                    "services.My_Web: a name of 1 to 63 of a-z, 0-9 and '-' is "
                    "wanted; call it my-web, and keep the old one as container_name: "
                    "My_Web");
    expect_services("services: {-a: {image: x}}", "", "call it a,");
    expect_services("services: {_: {image: x}}", "", "call it something else");
    expect_services("services: {\"a\\0b\": {image: x}}", "", "is wanted");
    expect_services("services: {a: null}", "", "services.a: nothing in it; give it an image");
    expect_services("services: {a: text}", "", "services.a: a map is wanted");
    expect_services("services: {a23456789012345678901234567890123456789012345678901234567890123: {image: x}}",
                    "a23456789012345678901234567890123456789012345678901234567890123=default", NULL);
    expect_services(
        "services: {a234567890123456789012345678901234567890123456789012345678901234: {image: x}}", "",
        "a name of 1 to 63");
}

static void networks_and_volumes_get_names_that_a_cluster_takes(void **state)
{
    (void)state;
    begin("services: {a: {image: x}}\nvolumes: {Db_data: , data: }\nnetworks: {Front End: , back: }\n");
    assert_string_equal(json_of(compose.volume_names), "{\"Db_data\":\"db-data\",\"data\":\"data\"}");
    assert_string_equal(json_of(compose.network_names), "{\"Front End\":\"front-end\",\"back\":\"back\"}");
    assert_string_equal(said(), "");
}

static void two_that_would_be_one_are_refused(void **state)
{
    (void)state;
    begin("services: {a: {image: x}}\nvolumes: {my_data: , My-data: }\n");
    assert_non_null(strstr(said(), "are both my-data in a cluster; rename one"));
    begin("services: {a: {image: x}}\nnetworks: {___: }\n");
    assert_non_null(strstr(said(), "networks.___: no name of 1 to 55 letters, digits and '-'; rename it"));
}

static void convert(struct service *s)
{
    names_convert(s);
    put(&compose, s->out, "records", s->records);
}

static void a_service_is_found_by_all_its_names(void **state)
{
    (void)state;
    static const struct compose_case cases[] = {
        {"image: x", "{\"dnsRecord\":true,\"records\":[\"web\"]}", NULL},
        {"container_name: my_web", "{\"dnsRecord\":true,\"records\":[\"web\",\"my_web\"]}", NULL},
        {"hostname: web.test.\n    container_name: WEB.test",
         "{\"dnsRecord\":true,\"records\":[\"web\",\"WEB.test\"]}", "others find the service by this name"},
        {"hostname: web", "{\"dnsRecord\":true,\"records\":[\"web\"]}", NULL},
        {"links: [db]", "{\"dnsRecord\":true,\"records\":[\"web\"]}", NULL},
        {"container_name: 'a b'", NULL, "services.web.container_name: \"a b\" is no domain name"},
        {"container_name: 'a..b'", NULL, "is no domain name"},
        {"container_name: '*.test'", "{\"dnsRecord\":true,\"records\":[\"web\",\"*.test\"]}", NULL},
        {"container_name: db", NULL, "db leads to services.db already; a name can lead to one service only"},
        {"links: [dbb]", NULL, "services.web.links: there is no service dbb; meant is perhaps db"},
        {"links: ['db:web']", NULL, "web leads to services.web already"},
    };
    check_cases(cases, COUNT(cases), "  db: {image: x}\n", convert);
}

static void the_alias_of_a_link_leads_to_the_other_service(void **state)
{
    (void)state;
    begin("services:\n  web: {links: ['db:store', db]}\n  db: {image: x}\n");
    names_convert(compose.services);
    assert_string_equal(json_of(compose.services[1].records), "[\"store\"]");
    assert_string_equal(said(), "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        with_compose(one_is_called_default_the_marked_the_so_called_or_the_first),
        with_compose(those_of_a_profile_are_left_out),
        with_compose(what_can_be_no_service_is_refused_with_a_cure),
        with_compose(networks_and_volumes_get_names_that_a_cluster_takes),
        with_compose(two_that_would_be_one_are_refused),
        with_compose(a_service_is_found_by_all_its_names),
        with_compose(the_alias_of_a_link_leads_to_the_other_service),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
