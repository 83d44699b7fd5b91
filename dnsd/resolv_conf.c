#include "dnsd/resolv_conf.h"

#include <string.h>

#include "common/file.h"

enum { RESOLV_CONF_MAX = 64 * 1024, DNS_PORT = 53 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r';
}

/* nameserver ADDRESS */
static int read_line(const char *s, const char *end, struct place where, struct placed_address *servers,
                     unsigned *count, struct diag *err)
{
    static const char word[] = "nameserver";
    const size_t word_len = sizeof word - 1;
    while (s < end && is_blank(*s))
        s++;
    if ((size_t)(end - s) <= word_len || memcmp(s, word, word_len) != 0 || !is_blank(s[word_len]))
        return 0;
    s += word_len;
    while (s < end && is_blank(*s))
        s++;
    size_t len = 0;
    while (s + len < end && !is_blank(s[len]))
        len++;
    if (*count == CONFIG_SERVERS_MAX)
        return 0;
    struct placed_address *server = &servers[*count];
    const char *wrong = address_from_text(s, len, DNS_PORT, &server->address);
    if (wrong)
        return diag_at(err, where, "\"%.*s\" is no address: %s", (int)len, s, wrong);
    server->where = where;
    ++*count;
    return 0;
}

int resolv_conf_read(const char *path, struct placed_address *servers, unsigned *count, struct arena *a,
                     struct diag *err)
{
    struct bytes all;
    struct place where = {.file = path};
    int status = 0;
    if (file_read(path, RESOLV_CONF_MAX, a, &all, err) != 0)
        return -1;
    const char *s = all.at, *end = all.at + all.len;
    for (where.line = 1; s < end; where.line++) {
        const char *newline = memchr(s, '\n', (size_t)(end - s));
        const char *line_end = newline ? newline : end;
        if (read_line(s, line_end, where, servers, count, err) != 0)
            status = -1;
        s = newline ? newline + 1 : end;
    }
    if (status == 0 && *count == 0)
        status = diag_at(
            err, (struct place){.file = path},
            "has no nameserver line; add one, or name the upstream with upstream.servers or --upstream");
    return status;
}
