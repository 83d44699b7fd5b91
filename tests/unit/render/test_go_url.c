#include "tests/unit/cmocka_all.h"

#include <string.h>

#include "render/go_url.h"
#include "tests/unit/fresh_arena.h"

static struct go_url url;

static const char *read_text(const char *text)
{
    return go_url_read((struct bytes){text, strlen(text)}, &arena, &url);
}

static void is(struct bytes part, const char *expected)
{
    assert_int_equal(part.len, strlen(expected));
    assert_memory_equal(part.at, expected, part.len);
}

static const char *written(void)
{
    struct text t;
    text_init(&t, &arena);
    text_adds(&t, "");
    go_url_write(&url, &t);
    return t.at;
}

static void a_url_comes_apart_and_its_escapes_are_undone(void **state)
{
    (void)state;
    assert_null(read_text("HTTPS://a%40b:p%3aq@example.org:8443/x%20y/?q=%20#f%C3%A9"));
    is(url.scheme, "https");
    is(url.username, "a@b");
    is(url.password, "p:q");
    assert_true(url.has_user && url.has_password);
    is(url.host, "example.org:8443");
    is(url.path, "/x y/");
    is(url.query, "q=%20");
    is(url.fragment, "f\xc3\xa9");
    is(url.opaque, "");
    is(go_url_hostname(&url), "example.org");
}

static void what_is_not_there_is_empty(void **state)
{
    (void)state;
    assert_null(read_text(""));
    assert_false(url.has_user || url.has_password);
    is(url.scheme, "");
    is(url.path, "");
    assert_string_equal(written(), "");
    assert_null(read_text("mailto:a@b"));
    is(url.opaque, "a@b");
    is(url.host, "");
    assert_null(read_text("//@h"));
    assert_true(url.has_user);
    assert_false(url.has_password);
}

static void an_address_in_brackets_is_a_host(void **state)
{
    (void)state;
    assert_null(read_text("x://[fe80::1%25eth0]:53/"));
    is(url.host, "[fe80::1%eth0]:53");
    is(go_url_hostname(&url), "fe80::1%eth0");
    assert_non_null(read_text("x://[fe80::1"));
    assert_non_null(read_text("x://[1.2.3.4]"));
    assert_non_null(read_text("x://[::1]x"));
}

static void what_go_refuses_is_refused_in_its_words(void **state)
{
    (void)state;
    static const struct {
        const char *text, *error;
    } cases[] = {
        {"%zz", "parse \"%zz\": invalid URL escape \"%zz\""},
        {"a/%4", "parse \"a/%4\": invalid URL escape \"%4\""},
        {":x", "parse \":x\": missing protocol scheme"},
        {"1:2", "parse \"1:2\": first path segment in URL cannot contain colon"},
        {"http://h:x", "parse \"http://h:x\": invalid port \":x\" after host"},
        {"a\nb", "parse \"a\\nb\": net/url: invalid control character in URL"},
        {"h://a b", "parse \"h://a b\": invalid character \" \" in host name"},
        {"h://a^@b", "parse \"h://a^@b\": net/url: invalid userinfo"},
    };
    for (unsigned i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(read_text(cases[i].text), cases[i].error);
}

static void it_is_put_together_so_that_it_comes_apart_again(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "https://u:p@h:1/a%20b?q#f", "//h/p", "/p", "p/q", "*", "mailto:x", "x://u@h", "x:///p", "//h%25x/",
    };
    for (unsigned i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_null(read_text(texts[i]));
        assert_string_equal(written(), texts[i]);
    }
    url = (struct go_url){.path = {"a:b", 3}, .scheme = {"", 0}};
    assert_string_equal(written(), "./a:b");
    url.host = (struct bytes){"h", 1};
    assert_string_equal(written(), "//h/a:b");
}

static void a_user_is_written_with_its_escapes(void **state)
{
    (void)state;
    struct text t;
    assert_null(read_text("x://a%2Fb:@h"));
    text_init(&t, &arena);
    go_url_write_user(&url, &t);
    assert_string_equal(t.at, "a%2Fb:");
}

#define in_arena(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        in_arena(a_url_comes_apart_and_its_escapes_are_undone),
        in_arena(what_is_not_there_is_empty),
        in_arena(an_address_in_brackets_is_a_host),
        in_arena(what_go_refuses_is_refused_in_its_words),
        in_arena(it_is_put_together_so_that_it_comes_apart_again),
        in_arena(a_user_is_written_with_its_escapes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
