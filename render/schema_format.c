/* The formats of JSON Schema, told in the words of santhosh-tekuri/jsonschema. */
#include <arpa/inet.h>
#include <ctype.h>
#include <string.h>

#include "common/utf8.h"
#include "render/quote.h"
#include "render/regex.h"
#include "render/schema_node.h"

enum { HOST_MAX = 253, LABEL_MAX = 63, EMAIL_MAX = 254, LOCAL_MAX = 64 };

/* A rune as Go's %q shows it. */
static const char *shown(struct arena *a, const char *s, size_t len)
{
    size_t taken;
    utf8_read(s, len, &taken);
    const char *quoted = quote_go(a, s, taken);
    if (taken == 1 && (*s == '"' || *s == '\''))
        return *s == '"' ? "'\"'" : "'\\''";
    return arena_printf(a, "'%.*s'", (int)strlen(quoted) - 2, quoted + 1);
}

static size_t digits(const char *s, size_t len)
{
    size_t n = 0;
    while (n < len && s[n] >= '0' && s[n] <= '9')
        n++;
    return n;
}

static bool ends_with(const char *s, size_t len, char c)
{
    return len && s[len - 1] == c;
}

static const char *json_pointer(struct arena *a, const char *s, size_t len)
{
    (void)a;
    if (len && *s != '/')
        return "not starting with /";
    for (size_t i = 0; i < len; i++)
        if (s[i] == '~' && (i + 1 == len || (s[i + 1] != '0' && s[i + 1] != '1')))
            return "~ must be followed by 0 or 1";
    return NULL;
}

static const char *relative_json_pointer(struct arena *a, const char *s, size_t len)
{
    size_t n = digits(s, len);
    if (!n)
        return "must start with non-negative integer";
    if (n > 1 && *s == '0')
        return "starts with zero";
    return len - n == 1 && s[n] == '#' ? NULL : json_pointer(a, s + n, len - n);
}

static const char *uuid(struct arena *a, const char *s, size_t len)
{
    static const size_t groups[] = {8, 4, 4, 4, 12};
    size_t dashes = 0, at = 0;
    for (size_t i = 0; i < len; i++)
        dashes += s[i] == '-';
    if (dashes != 4)
        return "must have 5 elements";
    for (size_t i = 0; i < 5; i++) {
        size_t n = 0;
        while (at + n < len && s[at + n] != '-')
            n++;
        if (n != groups[i])
            return arena_printf(a, "element %zu must be %zu characters long", i + 1, groups[i]);
        for (size_t k = at; k < at + n; k++)
            if (!isxdigit((unsigned char)s[k]))
                return arena_printf(a, "non-hex character %s", shown(a, s + k, len - k));
        at += n + 1;
    }
    return NULL;
}

/* Numbers with the letters of units behind them, in that order. */
static const char *duration_part(struct arena *a, const char *s, size_t len, const char *units)
{
    const char *left = units;
    while (len) {
        size_t n = digits(s, len);
        if (!n)
            return "missing number";
        if (n == len)
            return "missing unit";
        const char *unit = s[n] ? strchr(left, s[n]) : NULL;
        if (!unit)
            return arena_printf(a, s[n] && strchr(units, s[n]) ? "unit %s out of order" : "invalid unit %s",
                                shown(a, s + n, len - n));
        left = unit + 1;
        s += n + 1;
        len -= n + 1;
    }
    return NULL;
}

static const char *duration(struct arena *a, const char *s, size_t len)
{
    if (!len || *s != 'P')
        return "must start with P";
    s++, len--;
    if (!len)
        return "nothing after P";
    if (ends_with(s, len, 'W'))
        return len == 1 ? "no number in week" : digits(s, len) == len - 1 ? NULL : "invalid week";
    const char *time = memchr(s, 'T', len);
    size_t date_len = time ? (size_t)(time - s) : len;
    const char *why = duration_part(a, s, date_len, "YMD");
    if (why || !time)
        return why;
    size_t time_len = len - date_len - 1;
    if (!time_len)
        return "no time elements";
    const char *again = memchr(time + 1, 'T', time_len);
    why = duration_part(a, time + 1, again ? (size_t)(again - time - 1) : time_len, "HMS");
    return why ? why : again ? "more than one T" : NULL;
}

static const char *ipv4(struct arena *a, const char *s, size_t len)
{
    size_t dots = 0;
    for (size_t i = 0; i < len; i++)
        dots += s[i] == '.';
    if (dots != 3)
        return "expected four decimals";
    for (size_t group = 0; group < 4; group++) {
        size_t n = 0;
        while (n < len && s[n] != '.')
            n++;
        if (n > 1 && *s == '0')
            return "leading zeros";
        if (!n || digits(s, n) != n)
            return arena_printf(a, "strconv.Atoi: parsing %s: invalid syntax", quote_go(a, s, n));
        unsigned number = 0;
        for (size_t i = 0; i < n && number < 256; i++)
            number = number * 10 + (unsigned)(s[i] - '0');
        if (number > 255)
            return "decimal must be between 0 and 255";
        s += n + (group < 3);
        len -= n + (group < 3);
    }
    return NULL;
}

static const char *ipv6(struct arena *a, const char *s, size_t len)
{
    struct in6_addr address;
    const char *text = arena_copy(a, s, len);
    if (!memchr(s, ':', len))
        return "missing colon";
    if (memchr(s, '%', len))
        return "zone id is not a part of ipv6 address";
    if (strlen(text) != len || inet_pton(AF_INET6, text, &address) != 1)
        return arena_printf(a, "ParseAddr(%s): unable to parse IP", quote_go(a, s, len));
    return NULL;
}

static const char *label(struct arena *a, const char *s, size_t len)
{
    if (len < 1 || len > LABEL_MAX)
        return "label must be 1 to 63 characters long";
    if (*s == '-')
        return "label starts with hyphen";
    if (s[len - 1] == '-')
        return "label ends with hyphen";
    for (size_t i = 0; i < len; i++)
        if (!isalnum((unsigned char)s[i]) && s[i] != '-')
            return arena_printf(a, "invalid character %s", shown(a, s + i, len - i));
    return NULL;
}

static const char *hostname(struct arena *a, const char *s, size_t len)
{
    const char *why = NULL;
    if (ends_with(s, len, '.'))
        len--;
    if (len > HOST_MAX)
        return "more than 253 characters long";
    for (size_t n; !why; s += n + 1, len -= n + 1) {
        n = 0;
        while (n < len && s[n] != '.')
            n++;
        why = label(a, s, n);
        if (n == len)
            break;
    }
    return why;
}

static const char *email_local(struct arena *a, const char *s, size_t len)
{
    if (len > LOCAL_MAX)
        return "local part more than 64 characters long";
    if (len > 1 && *s == '"' && s[len - 1] == '"')
        return memchr(s + 1, '\\', len - 2) || memchr(s + 1, '"', len - 2)
                   ? "backslash and quote are not allowed within quoted local part"
                   : NULL;
    if (len && *s == '.')
        return "starts with dot";
    if (ends_with(s, len, '.'))
        return "ends with dot";
    for (size_t i = 0; i + 1 < len; i++)
        if (s[i] == '.' && s[i + 1] == '.')
            return "consecutive dots";
    for (size_t i = 0; i < len; i++)
        if (!isalnum((unsigned char)s[i]) && (!s[i] || !strchr(".!#$%&'*+-/=?^_`{|}~", s[i])))
            return arena_printf(a, "invalid character %s", shown(a, s + i, len - i));
    return NULL;
}

static const char *email(struct arena *a, const char *s, size_t len)
{
    if (len > EMAIL_MAX)
        return "more than 255 characters long";
    const char *at = memrchr(s, '@', len);
    if (!at)
        return "missing @";
    const char *why = email_local(a, s, (size_t)(at - s)), *domain = at + 1;
    size_t domain_len = len - (size_t)(domain - s);
    if (why)
        return why;
    if (domain_len > 1 && *domain == '[' && ends_with(domain, domain_len, ']')) {
        domain++;
        domain_len -= 2;
        bool six = domain_len >= 5 && memcmp(domain, "IPv6:", 5) == 0;
        why = six ? ipv6(a, domain + 5, domain_len - 5) : ipv4(a, domain, domain_len);
        return why ? arena_printf(a, "invalid ipv%c address: %s", six ? '6' : '4', why) : NULL;
    }
    why = hostname(a, domain, domain_len);
    return why ? arena_printf(a, "invalid domain: %s", why) : NULL;
}

static int two(const char *s)
{
    return isdigit((unsigned char)s[0]) && isdigit((unsigned char)s[1]) ? (s[0] - '0') * 10 + s[1] - '0' : -1;
}

static const char *date(struct arena *a, const char *s, size_t len)
{
    static const char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const char *quoted = quote_go(a, s, len);
    static const struct {
        size_t at, len;
        const char *name;
    } parts[] = {{0, 4, "2006"}, {4, 0, "-"}, {5, 2, "01"}, {7, 0, "-"}, {8, 2, "02"}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        size_t at = parts[i].at, left = len - at;
        bool good = parts[i].len ? left >= parts[i].len && digits(s + at, parts[i].len) == parts[i].len
                                 : left && s[at] == '-';
        if (!good)
            return arena_printf(a, "parsing time %s as \"2006-01-02\": cannot parse %s as \"%s\"", quoted,
                                quote_go(a, s + at, left), parts[i].name);
        if (i == 2 && (two(s + at) < 1 || two(s + at) > 12))
            return arena_printf(a, "parsing time %s: month out of range", quoted);
    }
    if (len > 10)
        return arena_printf(a, "parsing time %s: extra text: %s", quoted, quote_go(a, s + 10, len - 10));
    int year = two(s) * 100 + two(s + 2), month = two(s + 5), day = two(s + 8);
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    if (day < 1 || day > days[month - 1] + (month == 2 && leap))
        return arena_printf(a, "parsing time %s: day out of range", quoted);
    return NULL;
}

/* Z or an offset; *minutes is what it adds. */
static const char *offset(const char *s, size_t len, int *minutes)
{
    *minutes = 0;
    if (len == 1 && (*s == 'z' || *s == 'Z'))
        return NULL;
    if (len != 6)
        return "offset must be 6 characters long";
    if (*s != '+' && *s != '-')
        return "offset must begin with plus/minus";
    if (s[3] != ':')
        return "missing colon in offset in correct place";
    int hour = two(s + 1), minute = two(s + 4);
    if (hour < 0 || minute < 0)
        return "invalid hour/min in offset";
    if (hour > 23 || minute > 59)
        return "hour/min in offset out of range";
    *minutes = (hour * 60 + minute) * (*s == '+' ? -1 : 1);
    return NULL;
}

static const char *time_of_day(struct arena *a, const char *s, size_t len)
{
    int shift;
    (void)a;
    if (len < 9)
        return "less than 9 characters long";
    if (s[2] != ':' || s[5] != ':')
        return "missing colon in correct place";
    int hour = two(s), minute = two(s + 3), second = two(s + 6);
    if (hour < 0 || minute < 0 || second < 0)
        return "invalid hour/min/sec";
    if (hour > 23 || minute > 59 || second > 60)
        return "hour/min/sec out of range";
    s += 8, len -= 8;
    if (*s == '.') {
        size_t n = digits(s + 1, len - 1);
        if (!n)
            return "no digits in second fraction";
        s += n + 1, len -= n + 1;
    }
    const char *why = offset(s, len, &shift);
    if (why)
        return why;
    int total = (hour * 60 + minute + shift + 24 * 60) % (24 * 60);
    return second == 60 && total != 23 * 60 + 59 ? "invalid leap second" : NULL;
}

static const char *date_time(struct arena *a, const char *s, size_t len)
{
    if (len < 20)
        return "less than 20 characters long";
    if (s[10] != 't' && s[10] != 'T')
        return "11th character must be t or T";
    const char *why = date(a, s, 10);
    if (why)
        return arena_printf(a, "invalid date element: %s", why);
    why = time_of_day(a, s + 11, len - 11);
    return why ? arena_printf(a, "invalid time element: %s", why) : NULL;
}

/* Go's words for what stands behind a host's name or its ']' and is no ":80"; NULL: it is fine. */
static const char *port_fault(struct arena *a, const char *quoted, const char *s, size_t len)
{
    if (!len || (*s == ':' && digits(s + 1, len - 1) == len - 1))
        return NULL;
    return arena_printf(a, "parse %s: invalid port %s after host", quoted, quote_go(a, s, len));
}

/* What stands between "//" and the path: a name or an address in [], and a port perhaps. */
static const char *host_fault(struct arena *a, const char *quoted, const char *s, size_t len)
{
    const char *user = memrchr(s, '@', len), *host = user ? user + 1 : s, *end = s + len, *close;
    const char *port = memchr(host, ':', (size_t)(end - host));
    if (host < end && *host == '[') {
        close = memrchr(host, ']', (size_t)(end - host));
        if (!close)
            return arena_printf(a, "parse %s: missing ']' in host", quoted);
        port = close + 1;
    }
    const char *why = port ? port_fault(a, quoted, port, (size_t)(end - port)) : NULL;
    for (size_t i = 0; !why && i < len; i++)
        if (strchr(" <>\"\\^`{|}", s[i]) && s[i])
            why =
                arena_printf(a, "parse %s: invalid character %s in host name", quoted, quote_go(a, s + i, 1));
    return why;
}

/* What Go's net/url refuses, told as it tells it where that is short. */
static const char *url_fault(struct arena *a, const char *s, size_t len, bool *absolute)
{
    const char *quoted = quote_go(a, s, len);
    size_t scheme = 0;
    while (scheme < len &&
           (isalnum((unsigned char)s[scheme]) || (scheme && strchr("+-.", s[scheme]) && s[scheme])))
        scheme++;
    *absolute = scheme && scheme < len && s[scheme] == ':' && isalpha((unsigned char)*s);
    if (len && *s == ':')
        return arena_printf(a, "parse %s: missing protocol scheme", quoted);
    for (size_t i = 0; i < len; i++) {
        if ((unsigned char)s[i] < 0x20 || s[i] == 0x7f)
            return arena_printf(a, "parse %s: net/url: invalid control character in URL", quoted);
        if (s[i] == '%' &&
            (len - i < 3 || !isxdigit((unsigned char)s[i + 1]) || !isxdigit((unsigned char)s[i + 2])))
            return arena_printf(a, "parse %s: invalid URL escape %s", quoted,
                                quote_go(a, s + i, len - i < 3 ? len - i : 3));
    }
    const char *from = *absolute ? s + scheme + 1 : s;
    size_t left = len - (size_t)(from - s);
    if (left < 2 || memcmp(from, "//", 2) != 0) {
        const char *colon = memchr(s, ':', len), *slash = memchr(s, '/', len);
        if (!*absolute && colon && (!slash || colon < slash))
            return arena_printf(a, "parse %s: first path segment in URL cannot contain colon", quoted);
        return NULL;
    }
    size_t host = 2;
    while (host < left && !strchr("/?#", from[host]))
        host++;
    return host_fault(a, quoted, from + 2, host - 2);
}

static const char *uri(struct arena *a, const char *s, size_t len)
{
    bool absolute;
    const char *why = url_fault(a, s, len, &absolute);
    return why ? why : absolute ? NULL : "relative url";
}

static const char *uri_reference(struct arena *a, const char *s, size_t len)
{
    bool absolute;
    if (memchr(s, '\\', len))
        return "contains \\";
    return url_fault(a, s, len, &absolute);
}

static const char *uri_template(struct arena *a, const char *s, size_t len)
{
    bool absolute, open = false;
    const char *why = url_fault(a, s, len, &absolute);
    for (size_t i = 0; !why && i < len; i++) {
        if (s[i] == '/' && open)
            return "no matching closing brace";
        if ((s[i] == '{' && open) || (s[i] == '}' && !open))
            return "nested curly braces";
        open = s[i] == '{' || (open && s[i] != '}');
    }
    return why ? why : open ? "no matching closing brace" : NULL;
}

static const char *period(struct arena *a, const char *s, size_t len)
{
    const char *slash = memchr(s, '/', len);
    if (!slash)
        return "missing slash";
    size_t start = (size_t)(slash - s), end = len - start - 1;
    bool first = len && *s == 'P', last = !first && end && slash[1] == 'P';
    const char *why = first ? duration(a, s, start) : date_time(a, s, start);
    if (why)
        return arena_printf(a, "invalid start %s: %s", first ? "duration" : "date-time", why);
    why = last ? duration(a, slash + 1, end) : date_time(a, slash + 1, end);
    return why ? arena_printf(a, "invalid end %s: %s", last ? "duration" : "date-time", why) : NULL;
}

/* Dotted identifiers of a pre-release or a build. */
static const char *identifiers(struct arena *a, const char *s, size_t len, const char *what, bool strict)
{
    for (size_t n;; s += n + 1, len -= n + 1) {
        n = 0;
        while (n < len && s[n] != '.')
            n++;
        if (!n)
            return arena_printf(a, "%s identifier is empty", what);
        for (size_t i = 0; i < n; i++)
            if (!isalnum((unsigned char)s[i]) && s[i] != '-')
                return arena_printf(a, "invalid character %s in %s identifier", shown(a, s + i, len - i),
                                    what);
        if (strict && n > 1 && *s == '0' && digits(s, n) == n)
            return "pre-release numeric identifier starts with zero";
        if (n == len)
            return NULL;
    }
}

static const char *semver_core(struct arena *a, const char *s, size_t len)
{
    static const char *const names[] = {"major", "minor", "patch"};
    size_t dots = 0;
    for (size_t i = 0; i < len; i++)
        dots += s[i] == '.';
    if (dots != 2)
        return "versionCore must have 3 numbers separated by dot";
    for (size_t i = 0; i < 3; i++) {
        size_t n = 0;
        while (n < len && s[n] != '.')
            n++;
        if (!n)
            return arena_printf(a, "%s is empty", names[i]);
        if (n > 1 && *s == '0')
            return arena_printf(a, "%s starts with zero", names[i]);
        if (digits(s, n) != n)
            return arena_printf(a, "%s contains non-digit", names[i]);
        s += n + (i < 2);
        len -= n + (i < 2);
    }
    return NULL;
}

static const char *semver(struct arena *a, const char *s, size_t len)
{
    const char *plus = memchr(s, '+', len), *why = NULL;
    if (plus) {
        size_t build = len - (size_t)(plus - s) - 1;
        if (!build)
            return "build is empty";
        why = identifiers(a, plus + 1, build, "build", false);
        len = (size_t)(plus - s);
    }
    const char *dash = memchr(s, '-', len);
    if (!why && dash) {
        why = identifiers(a, dash + 1, len - (size_t)(dash - s) - 1, "pre-release", true);
        len = (size_t)(dash - s);
    }
    return why ? why : semver_core(a, s, len);
}

static const char *regex(struct arena *a, const char *s, size_t len)
{
    const char *error;
    return regex_compile(s, len, a, &error) ? NULL : error;
}

schema_format *schema_format_named(const char *name)
{
    static const struct {
        const char *name;
        schema_format *format;
    } formats[] = {
        {"json-pointer", json_pointer},
        {"relative-json-pointer", relative_json_pointer},
        {"uuid", uuid},
        {"duration", duration},
        {"period", period},
        {"ipv4", ipv4},
        {"ipv6", ipv6},
        {"hostname", hostname},
        {"email", email},
        {"date", date},
        {"time", time_of_day},
        {"date-time", date_time},
        {"uri", uri},
        {"iri", uri},
        {"uri-reference", uri_reference},
        {"iri-reference", uri_reference},
        {"uri-template", uri_template},
        {"semver", semver},
        {"regex", regex},
    };
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (strcmp(formats[i].name, name) == 0)
            return formats[i].format;
    return NULL;
}
