#include "dnsd/address.h"

#include <arpa/inet.h>
#include <net/if.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

/* PORT := 1..65535, decimal digits only */
static bool read_port(const char *text, size_t len, uint16_t *out)
{
    unsigned port = 0;
    if (len == 0 || len > 5)
        return false;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        port = port * 10 + (unsigned)(text[i] - '0');
    }
    *out = (uint16_t)port;
    return port >= 1 && port <= 65535;
}

/* SCOPE := interface name or number, behind the '%' of a link-local address */
static bool read_scope(const char *name, struct address *out)
{
    uint32_t number = if_nametoindex(name);
    for (const char *p = name; !number && *p >= '0' && *p <= '9'; p++) {
        number = number * 10 + (uint32_t)(*p - '0');
        if (p[1] == '\0')
            break;
    }
    out->v6.sin6_scope_id = number;
    return number != 0;
}

static const char *read_host(const char *text, size_t len, uint16_t port, struct address *out)
{
    char host[ADDRESS_TEXT_MAX];
    if (len == 0 || len >= sizeof host || memchr(text, 0, len))
        return "write 1.2.3.4, 1.2.3.4:53, ::1 or [::1]:53";
    memcpy(host, text, len);
    host[len] = '\0';
    memset(out, 0, sizeof *out);
    if (inet_pton(AF_INET, host, &out->v4.sin_addr) == 1) {
        out->v4.sin_family = AF_INET;
        out->v4.sin_port = htons(port);
        return NULL;
    }
    char *scope = strchr(host, '%');
    if (scope)
        *scope++ = '\0';
    if (strlen(host) + (scope ? strlen(scope) + 1 : 0) != len ||
        inet_pton(AF_INET6, host, &out->v6.sin6_addr) != 1)
        return "write 1.2.3.4, 1.2.3.4:53, ::1 or [::1]:53; names are not looked up";
    out->v6.sin6_family = AF_INET6;
    out->v6.sin6_port = htons(port);
    if (scope && !read_scope(scope, out))
        return "no network interface has the name behind '%'";
    return NULL;
}

const char *address_from_text(const char *text, size_t len, uint16_t default_port, struct address *out)
{
    struct address read;
    uint16_t port = default_port;
    const char *host = text, *colon = memchr(text, ':', len), *wrong;
    size_t host_len = len;
    if (len && *text == '[') {
        const char *end = memchr(text, ']', len);
        if (!end)
            return "the '[' is not closed";
        host = text + 1;
        host_len = (size_t)(end - host);
        if (end + 1 == text + len)
            colon = NULL;
        else if (*(colon = end + 1) != ':')
            return "behind ']' stands :PORT or nothing";
    } else if (colon && memchr(colon + 1, ':', len - (size_t)(colon + 1 - text))) {
        colon = NULL; /* two colons: IPv6, which needs [] to have a port */
    } else if (colon) {
        host_len = (size_t)(colon - text);
    }
    if (colon && !read_port(colon + 1, (size_t)(text + len - colon - 1), &port))
        return "a port is a number from 1 to 65535";
    wrong = read_host(host, host_len, port, &read);
    if (!wrong)
        *out = read;
    return wrong;
}

size_t address_host_to_text(char to[ADDRESS_TEXT_MAX], const struct address *a)
{
    char name[IF_NAMESIZE];
    *to = '\0';
    if (a->any.sa_family == AF_INET)
        inet_ntop(AF_INET, &a->v4.sin_addr, to, ADDRESS_TEXT_MAX);
    if (a->any.sa_family != AF_INET6)
        return strlen(to);
    inet_ntop(AF_INET6, &a->v6.sin6_addr, to, ADDRESS_TEXT_MAX);
    size_t len = strlen(to);
    if (!a->v6.sin6_scope_id)
        return len;
    if (if_indextoname(a->v6.sin6_scope_id, name))
        return len + (size_t)sprintf(to + len, "%%%s", name);
    return len + (size_t)sprintf(to + len, "%%%u", a->v6.sin6_scope_id);
}

size_t address_to_text(char to[ADDRESS_TEXT_MAX], const struct address *a)
{
    char host[ADDRESS_TEXT_MAX];
    address_host_to_text(host, a);
    if (a->any.sa_family == AF_INET6)
        return (size_t)snprintf(to, ADDRESS_TEXT_MAX, "[%.64s]:%u", host, address_port(a));
    return (size_t)snprintf(to, ADDRESS_TEXT_MAX, "%.64s:%u", host, address_port(a));
}

socklen_t address_len(const struct address *a)
{
    return a->any.sa_family == AF_INET6 ? sizeof a->v6 : sizeof a->v4;
}

uint16_t address_port(const struct address *a)
{
    return ntohs(a->any.sa_family == AF_INET6 ? a->v6.sin6_port : a->v4.sin_port);
}

void address_set_port(struct address *a, uint16_t port)
{
    if (a->any.sa_family == AF_INET6)
        a->v6.sin6_port = htons(port);
    else
        a->v4.sin_port = htons(port);
}

bool address_equal(const struct address *a, const struct address *b)
{
    if (a->any.sa_family != b->any.sa_family || address_port(a) != address_port(b))
        return false;
    if (a->any.sa_family == AF_INET)
        return a->v4.sin_addr.s_addr == b->v4.sin_addr.s_addr;
    return a->v6.sin6_scope_id == b->v6.sin6_scope_id &&
           memcmp(&a->v6.sin6_addr, &b->v6.sin6_addr, sizeof a->v6.sin6_addr) == 0;
}

bool address_is_loopback(const struct address *a)
{
    if (a->any.sa_family == AF_INET6)
        return IN6_IS_ADDR_LOOPBACK(&a->v6.sin6_addr);
    return a->any.sa_family == AF_INET && ntohl(a->v4.sin_addr.s_addr) >> 24 == IN_LOOPBACKNET;
}

bool address_is_any(const struct address *a)
{
    if (a->any.sa_family == AF_INET6)
        return IN6_IS_ADDR_UNSPECIFIED(&a->v6.sin6_addr);
    return a->any.sa_family == AF_INET && a->v4.sin_addr.s_addr == htonl(INADDR_ANY);
}

bool address_is_local(const struct address *a)
{
    struct address any_port = *a;
    int fd = socket(a->any.sa_family, SOCK_DGRAM | SOCK_CLOEXEC, 0);
    address_set_port(&any_port, 0);
    bool bound = fd >= 0 && bind(fd, &any_port.any, address_len(a)) == 0;
    if (fd >= 0)
        close(fd);
    return bound;
}
