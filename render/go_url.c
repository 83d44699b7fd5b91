#include "render/go_url.h"

#include <arpa/inet.h>
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "render/quote.h"

/* The parts of a URL, which differ in what may stand in them as it is. */
enum part { PATH, HOST, ZONE, USER, FRAGMENT };

static struct bytes cut(struct bytes b, size_t from, size_t to)
{
    return (struct bytes){b.at + from, to - from};
}

/* Where c stands first, or b's length. */
static size_t find(struct bytes b, char c)
{
    const char *at = b.len ? memchr(b.at, c, b.len) : NULL;
    return at ? (size_t)(at - b.at) : b.len;
}

/* Where c stands last, or b's length. */
static size_t find_last(struct bytes b, char c)
{
    for (size_t i = b.len; i-- > 0;)
        if (b.at[i] == c)
            return i;
    return b.len;
}

static bool is_in(char c, const char *set)
{
    return c && strchr(set, c);
}

static bool is_letter_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* RFC 3986 3, with Go's liberties. */
static bool stands_as_it_is(char c, enum part part)
{
    static const char *const allowed[] = {
        [PATH] = "$&+,/:;=@", [HOST] = "!$&'()*+,;=:[]<>\"", [ZONE] = "!$&'()*+,;=:[]<>\"",
        [USER] = "$&+,;=",    [FRAGMENT] = "$&+,/:;=?@!()*",
    };
    return is_letter_or_digit(c) || is_in(c, "-_.~") || is_in(c, allowed[part]);
}

static void escape(struct bytes b, enum part part, struct text *to)
{
    for (size_t i = 0; i < b.len; i++)
        if (stands_as_it_is(b.at[i], part))
            text_addc(to, b.at[i]);
        else
            text_printf(to, "%%%02X", (unsigned char)b.at[i]);
}

/* A URL being read: the first complaint sticks. */
struct reader {
    struct arena *a;
    const char *error; /* NULL: none so far */
};

static void complain(struct reader *r, const char *what)
{
    if (!r->error)
        r->error = what;
}

static void complain_about(struct reader *r, const char *before, struct bytes what, const char *behind)
{
    complain(r, arena_printf(r->a, "%s%s%s", before, quote_go(r->a, what.at, what.len), behind));
}

static char octet_of(struct bytes escaped)
{
    unsigned high = (unsigned)hex_digit(escaped.at[1]) & 15, low = (unsigned)hex_digit(escaped.at[2]) & 15;
    return (char)(high << 4 | low);
}

/* The three octets of an escape. In a host only what is not ASCII may be one, and "%25". */
static bool is_escape(struct bytes b, enum part part)
{
    int high = b.len < 3 ? -1 : hex_digit(b.at[1]), low = b.len < 3 ? -1 : hex_digit(b.at[2]);
    if (high < 0 || low < 0)
        return false;
    char c = octet_of(b);
    if (part == HOST)
        return high >= 8 || bytes_start_with(b, "%25");
    return part != ZONE || bytes_start_with(b, "%25") || c == ' ' || stands_as_it_is(c, HOST);
}

static struct bytes unescape(struct reader *r, struct bytes b, enum part part)
{
    struct text t;
    text_init(&t, r->a);
    text_adds(&t, "");
    for (size_t i = 0; i < b.len; i++) {
        struct bytes rest = cut(b, i, b.len);
        if (*rest.at == '%' && !is_escape(rest, part)) {
            complain_about(r, "invalid URL escape ", cut(rest, 0, rest.len < 3 ? rest.len : 3), "");
            break;
        }
        if ((part == HOST || part == ZONE) && (signed char)*rest.at >= 0 && *rest.at != '%' &&
            !stands_as_it_is(*rest.at, part))
            complain_about(r, "invalid character ", cut(rest, 0, 1), " in host name");
        if (*rest.at == '%') {
            text_addc(&t, octet_of(rest));
            i += 2;
        } else {
            text_addc(&t, *rest.at);
        }
    }
    return (struct bytes){t.at, t.len};
}

/* Takes "scheme:" from the front of *rest. */
static struct bytes read_scheme(struct reader *r, struct bytes *rest)
{
    size_t len = 0;
    while (len < rest->len && (is_letter_or_digit(rest->at[len]) || is_in(rest->at[len], "+-.")))
        len++;
    if (len == rest->len || rest->at[len] != ':' || (len && !isalpha((unsigned char)*rest->at)))
        return (struct bytes){"", 0};
    if (!len)
        complain(r, "missing protocol scheme");
    char *lower = arena_copy(r->a, rest->at, len);
    for (size_t i = 0; i < len; i++)
        lower[i] = (char)tolower((unsigned char)lower[i]);
    *rest = cut(*rest, len + 1, rest->len);
    return (struct bytes){lower, len};
}

static bool is_port(struct bytes b)
{
    if (b.len && *b.at != ':')
        return false;
    for (size_t i = 1; i < b.len; i++)
        if (b.at[i] < '0' || b.at[i] > '9')
            return false;
    return true;
}

/* What may stand in brackets: an IPv6 address, and behind '%' a zone. */
static void check_address(struct reader *r, struct bytes b)
{
    size_t zone = find(b, '%');
    char text[INET6_ADDRSTRLEN + 1];
    unsigned char octets[sizeof(struct in6_addr)];
    snprintf(text, sizeof text, "%.*s", (int)(zone < sizeof text ? zone : sizeof text), b.at);
    if (inet_pton(AF_INET, text, octets) == 1 && zone == b.len)
        complain(r, "invalid IP-literal");
    else if (inet_pton(AF_INET6, text, octets) != 1 || zone + 1 == b.len || memchr(b.at, 0, b.len))
        complain_about(r, "invalid host: ParseAddr(", b, "): unable to parse IP");
}

/* "[address%25zone]:port" */
static struct bytes read_literal(struct reader *r, struct bytes b)
{
    size_t end = find_last(b, ']');
    if (end == b.len) {
        complain(r, "missing ']' in host");
        return b;
    }
    struct bytes port = cut(b, end + 1, b.len), inner = cut(b, 1, end), zone = {"", 0};
    if (!is_port(port))
        complain_about(r, "invalid port ", port, " after host");
    for (size_t i = 0; i + 2 < inner.len && !zone.len; i++)
        if (memcmp(inner.at + i, "%25", 3) == 0) {
            zone = cut(inner, i, inner.len);
            inner.len = i;
        }
    struct bytes address = unescape(r, inner, HOST);
    zone = unescape(r, zone, ZONE);
    struct text t;
    text_init(&t, r->a);
    text_add(&t, address.at, address.len);
    text_add(&t, zone.at, zone.len);
    check_address(r, (struct bytes){t.at ? t.at : "", t.len});
    return (struct bytes){arena_printf(r->a, "[%s]%.*s", t.at ? t.at : "", (int)port.len, port.at),
                          t.len + port.len + 2};
}

/* Only http and https insist on a single colon. */
static struct bytes read_host(struct reader *r, struct bytes scheme, struct bytes b)
{
    size_t bracket = find_last(b, '['), colon = find(b, ':');
    if (bracket == 0 && b.len)
        return read_literal(r, b);
    if (bracket < b.len)
        complain(r, "invalid IP-literal");
    bool strict = scheme.len >= 4 && scheme.len <= 5 && memcmp(scheme.at, "https", scheme.len) == 0;
    if (!strict)
        colon = find_last(b, ':');
    if (!is_port(cut(b, colon, b.len)))
        complain_about(r, "invalid port ", cut(b, colon, b.len), " after host");
    return unescape(r, b, HOST);
}

static void read_user(struct reader *r, struct bytes b, struct go_url *u)
{
    for (size_t i = 0; i < b.len; i++)
        if (!is_letter_or_digit(b.at[i]) && !is_in(b.at[i], "-._:~!$&'()*+,;=%@"))
            complain(r, "net/url: invalid userinfo");
    size_t colon = find(b, ':');
    u->has_user = true;
    u->has_password = colon < b.len;
    u->username = unescape(r, cut(b, 0, colon), USER);
    if (u->has_password)
        u->password = unescape(r, cut(b, colon + 1, b.len), USER);
}

/* authority := [user "@"] host; the host's faults are told first. */
static void read_authority(struct reader *r, struct bytes b, struct go_url *u)
{
    size_t at = find_last(b, '@');
    u->host = read_host(r, u->scheme, at < b.len ? cut(b, at + 1, b.len) : b);
    if (at < b.len)
        read_user(r, cut(b, 0, at), u);
}

static bool has_control(struct bytes b)
{
    for (size_t i = 0; i < b.len; i++)
        if ((unsigned char)b.at[i] < ' ' || b.at[i] == 0x7f)
            return true;
    return false;
}

/* All but the fragment. */
static void read_rest(struct reader *r, struct bytes rest, struct go_url *u)
{
    if (has_control(rest))
        complain(r, "net/url: invalid control character in URL");
    u->scheme = read_scheme(r, &rest);
    size_t question = find(rest, '?');
    if (question < rest.len)
        u->query = cut(rest, question + 1, rest.len);
    rest.len = question;
    if (!bytes_start_with(rest, "/") && u->scheme.len) {
        u->opaque = rest;
        return;
    }
    if (!bytes_start_with(rest, "/") && find(cut(rest, 0, find(rest, '/')), ':') < find(rest, '/'))
        complain(r, "first path segment in URL cannot contain colon");
    if (bytes_start_with(rest, "//") && (u->scheme.len || !bytes_start_with(rest, "///"))) {
        rest = cut(rest, 2, rest.len);
        size_t slash = find(rest, '/');
        read_authority(r, cut(rest, 0, slash), u);
        rest = cut(rest, slash, rest.len);
    }
    u->path = unescape(r, rest, PATH);
}

const char *go_url_read(struct bytes text, struct arena *a, struct go_url *out)
{
    static const struct bytes none = {"", 0};
    struct reader r = {.a = a};
    size_t hash = find(text, '#');
    *out = (struct go_url){none, none, none, none, none, none, none, none, false, false};
    struct bytes told = cut(text, 0, hash);
    read_rest(&r, told, out);
    if (!r.error && hash < text.len) {
        told = text;
        out->fragment = unescape(&r, cut(text, hash + 1, text.len), FRAGMENT);
    }
    return r.error ? arena_printf(a, "parse %s: %s", quote_go(a, told.at, told.len), r.error) : NULL;
}

void go_url_write_user(const struct go_url *u, struct text *to)
{
    escape(u->username, USER, to);
    if (u->has_password) {
        text_addc(to, ':');
        escape(u->password, USER, to);
    }
}

static void write_authority(const struct go_url *u, struct text *to)
{
    if (!u->scheme.len && !u->host.len && !u->has_user)
        return;
    if (u->host.len || u->path.len || u->has_user)
        text_adds(to, "//");
    if (u->has_user) {
        go_url_write_user(u, to);
        text_addc(to, '@');
    }
    escape(u->host, HOST, to);
}

/* A relative path whose first element has a colon would read as a scheme. */
static void write_path(const struct go_url *u, bool first, struct text *to)
{
    struct bytes element = cut(u->path, 0, find(u->path, '/'));
    if (u->path.len && *u->path.at != '/' && u->host.len)
        text_addc(to, '/');
    else if (first && find(element, ':') < element.len)
        text_adds(to, "./");
    if (u->path.len == 1 && *u->path.at == '*')
        text_addc(to, '*');
    else
        escape(u->path, PATH, to);
}

void go_url_write(const struct go_url *u, struct text *to)
{
    size_t start = to->len;
    text_add(to, u->scheme.at, u->scheme.len);
    if (u->scheme.len)
        text_addc(to, ':');
    if (u->opaque.len) {
        text_add(to, u->opaque.at, u->opaque.len);
    } else {
        write_authority(u, to);
        write_path(u, to->len == start, to);
    }
    if (u->query.len) {
        text_addc(to, '?');
        text_add(to, u->query.at, u->query.len);
    }
    if (u->fragment.len) {
        text_addc(to, '#');
        escape(u->fragment, FRAGMENT, to);
    }
}

struct bytes go_url_hostname(const struct go_url *u)
{
    struct bytes host = u->host;
    size_t colon = find_last(host, ':');
    if (colon < host.len && is_port(cut(host, colon, host.len)))
        host.len = colon;
    if (host.len > 1 && *host.at == '[' && host.at[host.len - 1] == ']')
        host = cut(host, 1, host.len - 1);
    return host;
}
