#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "render/compose.h"
#include "render/json.h"

static struct arena arena;
static struct fault fault;
static struct text warnings;
static struct value *values;

static int setup(void **state)
{
    (void)state;
    arena_init(&arena, 1 << 28);
    fault_init(&fault, &arena);
    text_init(&warnings, &arena);
    text_adds(&warnings, "");
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    arena_clear(&arena);
    return 0;
}

/* The values as JSON, or all that is wrong. */
static const char *convert(const char *text)
{
    const struct bytes bytes = {.at = text, .len = strlen(text)};
    struct text out;
    if (compose_read_text(bytes, "/nonexistent/c.yaml", &arena, &values, &warnings, &fault) != 0)
        return fault.more.at;
    text_init(&out, &arena);
    assert_int_equal(json_write(values, JSON_RAW, &out), 0);
    return out.at;
}

static void every_service_has_a_record_and_the_first_is_the_default(void **state)
{
    (void)state;
    assert_string_equal(convert("services: {z: {image: x}, a: {image: y}}"),
                        "{\"services\":{\"a\":{\"dnsRecord\":true,\"image\":\"y\"},\"default\":{"
                        "\"additionalDnsRecords\":[\"z\"],\"dnsRecord\":true,\"image\":\"x\"}}}");
    assert_int_equal(warnings.len, 0);
}

static void a_value_has_the_place_it_was_written_at(void **state)
{
    (void)state;
    convert("services:\n  web:\n    image: x\n    working_dir: /w\n    user: 5\n");
    const struct value *service = value_gets(value_gets(values, "services"), "default");
    const struct place where = value_place(value_gets(service, "workingDir"));
    assert_string_equal(where.file, "/nonexistent/c.yaml");
    assert_int_equal(where.line, 4);
    assert_int_equal(where.column, 18);
}

static void numbers_are_doubles_as_helm_reads_them(void **state)
{
    (void)state;
    convert("x-k8s: {allow_domains_ports: [{port: 22}]}\nservices: {web: {image: x, user: 5}}");
    const struct value *service = value_gets(value_gets(values, "services"), "default");
    assert_int_equal(value_gets(value_gets(service, "securityContext"), "runAsUser")->kind, VALUE_FLOAT);
    const struct value *ports = value_gets(values, "allowDomainsPorts");
    assert_int_equal(value_gets(ports->list.items[0], "port")->kind, VALUE_FLOAT);
}

static void hostile_depth_and_aliases_are_refused(void **state)
{
    (void)state;
    struct text deep, bomb;
    text_init(&deep, &arena);
    text_repeat(&deep, '[', 5000);
    assert_non_null(strstr(convert(deep.at), "exceeded max depth"));
    fault_init(&fault, &arena);
    text_init(&bomb, &arena);
    text_adds(&bomb, "x-0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 9; i++)
        text_printf(&bomb, "x-%d: &a%d [*a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d, *a%d]\n", i, i, i - 1,
                    i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1, i - 1);
    assert_non_null(strstr(convert(bomb.at), "excessive aliasing"));
}

static void a_file_is_bounded(void **state)
{
    (void)state;
    char path[] = "/tmp/compose-XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, "services: {a: {image: x}}\n#", 27), 27);
    assert_int_equal(ftruncate(fd, COMPOSE_MAX + 1), 0);
    close(fd);
    assert_int_equal(compose_read(path, &arena, &values, &warnings, &fault), -1);
    assert_non_null(strstr(fault.helm, "longer than render takes"));
    unlink(path);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(every_service_has_a_record_and_the_first_is_the_default, setup,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_value_has_the_place_it_was_written_at, setup, teardown),
        cmocka_unit_test_setup_teardown(numbers_are_doubles_as_helm_reads_them, setup, teardown),
        cmocka_unit_test_setup_teardown(hostile_depth_and_aliases_are_refused, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_is_bounded, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
