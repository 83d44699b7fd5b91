#include "render/lint_names.h"

#include <ctype.h>
#include <string.h>

/* Who a name leads to. */
struct claim {
    const char *name;
    const struct release_service *service;
    struct place place;
    bool is_own; /* the service's own name, not a record */
};

static void check_length(const struct release *r, const struct release_service *s, struct lint_report *to)
{
    size_t len = strlen(r->fullname) + 1 + strlen(s->name);
    if (len <= NAME_STATEFULSET_MAX)
        return;
    size_t over = len - NAME_STATEFULSET_MAX, own = strlen(s->name);
    if (own > over)
        lint_add(to, s->place, LINT_ERROR,
                 "services.%s: its StatefulSet would be called %s-%s, %zu characters where %d are the most; "
                 "shorten the "
                 "service's name to %zu, or the release's by %zu",
                 s->name, r->fullname, s->name, len, NAME_STATEFULSET_MAX, own - over, over);
    else
        lint_add(to, s->place, LINT_ERROR,
                 "services.%s: its StatefulSet would be called %s-%s, %zu characters where %d are the most; "
                 "shorten the "
                 "release's name, or set global.fullnameOverride",
                 s->name, r->fullname, s->name, len, NAME_STATEFULSET_MAX);
}

/* Of a Service: a letter first, and no dot. */
static void check_label(const struct release *r, const struct release_service *s, struct lint_report *to)
{
    if (!s->has_dns || (!strchr(r->fullname, '.') && isalpha((unsigned char)r->fullname[0])))
        return;
    lint_add(to, s->place, LINT_ERROR,
             "services.%s: its Service would be called %s-%s, and a Service's name begins with a letter and "
             "holds no "
             "dot; choose another release name, or set global.fullnameOverride",
             s->name, r->fullname, s->name);
}

static void check_namespace(const struct release *r, struct lint_report *to)
{
    size_t len = strlen(r->namespace);
    bool good = len && len <= NAME_LABEL_MAX && isalnum((unsigned char)r->namespace[0]) &&
                isalnum((unsigned char)r->namespace[len - 1]) &&
                strspn(r->namespace, "abcdefghijklmnopqrstuvwxyz0123456789-") == len;
    if (!good)
        lint_add(
            to, (struct place){0}, LINT_ERROR,
            "-n %s: a namespace is called by 1 to 63 of a-z, 0-9 and '-', a letter or a digit at both ends",
            r->namespace);
}

static const struct claim *find(const struct claim *claims, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(claims[i].name, name) == 0)
            return &claims[i];
    return NULL;
}

static bool is_domain(const char *s)
{
    s += strncmp(s, "*.", 2) == 0 ? 2 : 0;
    for (;;) {
        size_t len = strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789-_");
        if (!len || len > 63)
            return false;
        if (!s[len])
            return true;
        if (s[len] != '.')
            return false;
        s += len + 1;
    }
}

static void check_record(const struct release_service *s, const struct release_name *record,
                         const struct claim *other, struct lint_report *to)
{
    const char *name = record->as_written;
    if (!is_domain(record->text))
        lint_add(to, record->place, LINT_ERROR,
                 "services.%s.additionalDnsRecords: %s is no domain name; write labels of 1 to 63 letters, "
                 "digits, '-' and '_' "
                 "between dots, or '*.' before such a name",
                 s->name, name);
    if (other && other->service != s)
        lint_add(to, record->place, LINT_ERROR,
                 "services.%s.additionalDnsRecords: %s already leads to the service %s%s; a name can lead to "
                 "one service only",
                 s->name, name, other->service->name, other->is_own ? ", whose own name it is" : "");
    else if (other && other->is_own)
        lint_add(to, record->place, LINT_WARNING,
                 "services.%s.additionalDnsRecords: %s is the service's own name anyway; leave it out",
                 s->name, name);
    size_t len = strlen(record->text);
    if (strcmp(record->text, "localhost") == 0 ||
        (len > 10 && strcmp(record->text + len - 10, ".localhost") == 0))
        lint_add(to, record->place, LINT_WARNING,
                 "services.%s.additionalDnsRecords: programs take %s for the Pod itself and ask nobody (RFC "
                 "6761); choose another name",
                 s->name, name);
}

static void check_records(const struct release *r, struct lint_report *to)
{
    size_t room = 0, count = 0;
    for (size_t i = 0; i < r->service_count; i++)
        room += 2 + r->services[i].record_count;
    struct claim *claims = arena_alloc_many(to->arena, room, sizeof *claims);
    for (size_t i = 0; i < r->service_count; i++) {
        const struct release_service *s = &r->services[i];
        if (!s->has_dns)
            continue;
        claims[count++] = (struct claim){s->name, s, s->place, true};
        if (r->fullname)
            claims[count++] =
                (struct claim){arena_printf(to->arena, "%s-%s", r->fullname, s->name), s, s->place, true};
    }
    for (size_t i = 0; i < r->service_count; i++) {
        const struct release_service *s = &r->services[i];
        for (size_t k = 0; k < s->record_count; k++) {
            const struct claim *other = find(claims, count, s->records[k].text);
            check_record(s, &s->records[k], other, to);
            if (!other)
                claims[count++] = (struct claim){s->records[k].text, s, s->records[k].place, false};
        }
    }
}

void lint_names(const struct release *r, struct lint_report *to)
{
    check_namespace(r, to);
    check_records(r, to);
    for (size_t i = 0; r->fullname && i < r->service_count; i++) {
        check_length(r, &r->services[i], to);
        check_label(r, &r->services[i], to);
    }
}
