#include "tests/unit/cmocka_all.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dnsd/resolv_conf.h"

static struct arena arena;
static struct placed_address servers[CONFIG_SERVERS_MAX];
static unsigned count;
static struct diag err;

/* Reads text as a file would be. */
static int read_text(const char *text)
{
    char path[] = "/tmp/test_resolv_conf.XXXXXX";
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, text, strlen(text)), (ssize_t)strlen(text));
    close(fd);
    arena_init(&arena, 1 << 20);
    count = 0;
    memset(&err, 0, sizeof err);
    int status = resolv_conf_read(path, servers, &count, &arena, &err);
    unlink(path);
    arena_clear(&arena);
    return status;
}

static void assert_server(unsigned i, const char *text)
{
    char got[ADDRESS_TEXT_MAX];
    address_to_text(got, &servers[i].address);
    assert_string_equal(got, text);
}

static void servers_are_taken_and_all_else_left(void **state)
{
    (void)state;
    assert_int_equal(
        read_text("# c\nsearch a.b\nnameserver 10.96.0.10\r\n\tnameserver\tfd00::a  # x\noptions ndots:5\n"
                  "nameservers 1.1.1.1\nnameserver 127.0.0.1"),
        0);
    assert_int_equal(count, 3);
    assert_server(0, "10.96.0.10:53");
    assert_server(1, "[fd00::a]:53");
    assert_server(2, "127.0.0.1:53");
    assert_int_equal(servers[1].where.line, 4);
}

static void a_file_without_servers_is_told(void **state)
{
    (void)state;
    assert_int_equal(read_text(""), -1);
    assert_non_null(strstr(err.text, "has no nameserver line"));
    assert_int_equal(read_text("nameserver\nnameserver \n"), -1);
}

static void a_bad_address_is_told_with_its_line(void **state)
{
    (void)state;
    assert_int_equal(read_text("nameserver 10.0.0.1\nnameserver kube-dns\n"), -1);
    assert_non_null(strstr(err.text, ":2: \"kube-dns\" is no address: "));
}

static void servers_past_the_bound_are_left(void **state)
{
    (void)state;
    char text[CONFIG_SERVERS_MAX * 32 + 64] = "";
    for (unsigned i = 0; i < CONFIG_SERVERS_MAX + 1; i++)
        snprintf(text + strlen(text), sizeof text - strlen(text), "nameserver 10.0.0.%u\n", i + 1);
    assert_int_equal(read_text(text), 0);
    assert_int_equal(count, CONFIG_SERVERS_MAX);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(servers_are_taken_and_all_else_left),
        cmocka_unit_test(a_file_without_servers_is_told),
        cmocka_unit_test(a_bad_address_is_told_with_its_line),
        cmocka_unit_test(servers_past_the_bound_are_left),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
