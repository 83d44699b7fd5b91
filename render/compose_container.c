#include "render/compose_container.h"

#include <ctype.h>
#include <string.h>

#include "render/compose_form.h"
#include "render/compose_words.h"

enum { UID_MOST = 2147483647 }; /* Kubernetes' own bound */

static void copy_text(struct service *s, const struct value *v, const char *what, const char *key)
{
    const char *text = form_text(&s->file->notes, v, what);
    if (text)
        put(s->file, s->out, key, form_placed(s->file->arena, text, v));
}

void container_image(struct service *s, const struct value *v, const char *what)
{
    const char *text = form_text(&s->file->notes, v, what);
    if (text && (!*text || text[strcspn(text, " \t\r\n")]))
        note_fault(&s->file->notes, value_place(v), "%s: an image by tag or digest is wanted, without blanks",
                   what);
    else if (text)
        put(s->file, s->out, "image", form_placed(s->file->arena, text, v));
}

void container_pull_policy(struct service *s, const struct value *v, const char *what)
{
    static const char *const policies[][2] = {{"always", "Always"},
                                              {"missing", "IfNotPresent"},
                                              {"if_not_present", "IfNotPresent"},
                                              {"never", "Never"}};
    const char *text = form_text(&s->file->notes, v, what);
    for (size_t i = 0; text && i < sizeof policies / sizeof *policies; i++) {
        if (strcmp(text, policies[i][0]) == 0) {
            put_text(s->file, s->out, "imagePullPolicy", policies[i][1]);
            return;
        }
    }
    if (text)
        note_warning(&s->file->notes, value_place(v),
                     "%s: %s is left out; Kubernetes knows always, missing and never", what, text);
}

void container_working_dir(struct service *s, const struct value *v, const char *what)
{
    copy_text(s, v, what, "workingDir");
}

void container_runtime(struct service *s, const struct value *v, const char *what)
{
    copy_text(s, v, what, "runtimeClassName");
}

static struct value *security(struct service *s)
{
    if (!s->security)
        s->security = value_map(s->file->arena);
    return s->security;
}

/* A number up to a ':' or the end. */
static const char *take_id(const char *text, double *out)
{
    size_t len = strspn(text, "0123456789");
    *out = 0;
    for (size_t i = 0; i < len && *out <= UID_MOST; i++)
        *out = *out * 10 + (text[i] - '0');
    return len && *out <= UID_MOST ? text + len : NULL;
}

/* UID or UID:GID */
void container_user(struct service *s, const struct value *v, const char *what)
{
    double uid = 0, gid = 0;
    const char *text = form_text(&s->file->notes, v, what);
    if (!text)
        return;
    const char *at = take_id(text, &uid);
    bool with_group = at && *at == ':';
    if (with_group)
        at = take_id(at + 1, &gid);
    if (!at || *at) {
        note_fault(&s->file->notes, value_place(v),
                   "%s: %s is no number, or above %d; names are known only inside the image, so write UID or "
                   "UID:GID (root is 0)",
                   what, text, UID_MOST);
        return;
    }
    put_number(s->file, security(s), "runAsUser", uid);
    if (with_group)
        put_number(s->file, security(s), "runAsGroup", gid);
}

void container_read_only(struct service *s, const struct value *v, const char *what)
{
    bool on = false;
    if (form_bool(&s->file->notes, v, what, &on) == 0 && on)
        put_bool(s->file, security(s), "readOnlyRootFilesystem", true);
}

void container_privileged(struct service *s, const struct value *v, const char *what)
{
    bool on = false;
    if (form_bool(&s->file->notes, v, what, &on) == 0 && on)
        put_bool(s->file, security(s), "privileged", true);
}

/* NET_ADMIN, cap_net_admin, ALL: Kubernetes has them without CAP_ and in capitals. */
static const char *capability(struct service *s, const struct value *v, const char *what)
{
    char *name = arena_copy(s->file->arena, v->text.at, v->text.len);
    for (char *c = name; *c; c++)
        *c = (char)toupper((unsigned char)*c);
    if (strncmp(name, "CAP_", 4) == 0)
        name += 4;
    if (*name && !name[strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_")])
        return name;
    note_fault(&s->file->notes, value_place(v), "%s: %s is no capability; write it like NET_ADMIN", what,
               v->text.at);
    return NULL;
}

static void capabilities(struct service *s, const struct value *v, const char *what, const char *key)
{
    struct value *names, *list = value_list(s->file->arena);
    struct value *both = value_gets(security(s), "capabilities");
    if (form_texts(&s->file->notes, v, what, &names) != 0 || !names->list.count)
        return;
    for (size_t i = 0; i < names->list.count; i++) {
        const char *name = capability(s, names->list.items[i], what);
        if (name)
            value_push(s->file->arena, list, form_placed(s->file->arena, name, names->list.items[i]));
    }
    if (!both)
        put(s->file, security(s), "capabilities", both = value_map(s->file->arena));
    put(s->file, both, key, list);
}

void container_cap_add(struct service *s, const struct value *v, const char *what)
{
    capabilities(s, v, what, "add");
}

void container_cap_drop(struct service *s, const struct value *v, const char *what)
{
    capabilities(s, v, what, "drop");
}

static void seccomp(struct service *s, const struct value *v, const char *what, const char *profile)
{
    struct value *map = value_map(s->file->arena);
    if (strcmp(profile, "unconfined") != 0) {
        note_fault(&s->file->notes, value_place(v),
                   "%s: the profile %s would have to be on every node; unconfined is what can be said here, "
                   "or x-k8s: {security_context: {seccompProfile: ...}}",
                   what, profile);
        return;
    }
    put_text(s->file, map, "type", "Unconfined");
    put(s->file, security(s), "seccompProfile", map);
}

static void security_option(struct service *s, const struct value *v, const char *what)
{
    const char *text = v->text.at;
    size_t len = strcspn(text, "=:");
    const char *name = arena_copy(s->file->arena, text, len), *rest = text[len] ? text + len + 1 : "";
    if (strcmp(name, "seccomp") == 0) {
        seccomp(s, v, what, rest);
    } else if (strcmp(name, "no-new-privileges") == 0) {
        if (strcmp(rest, "false") != 0)
            put_bool(s->file, security(s), "allowPrivilegeEscalation", false);
    } else if (strcmp(name, "apparmor") == 0 || strcmp(name, "label") == 0) {
        note_warning(&s->file->notes, value_place(v), "%s: %s is left out: such profiles are the nodes' own",
                     what, text);
    } else {
        note_fault(&s->file->notes, value_place(v),
                   "%s: %s has no counterpart; seccomp=unconfined and no-new-privileges have", what, text);
    }
}

void container_security_opt(struct service *s, const struct value *v, const char *what)
{
    struct value *options;
    if (form_texts(&s->file->notes, v, what, &options) != 0)
        return;
    for (size_t i = 0; i < options->list.count; i++)
        security_option(s, options->list.items[i], what);
}

struct value *container_words(struct service *s, const struct value *v, const char *what)
{
    struct notes *n = &s->file->notes;
    struct value *words;
    if (v->kind == VALUE_LIST) {
        if (form_texts(n, v, what, &words) != 0)
            return NULL;
    } else {
        const char *text = form_text(n, v, what);
        const char *wrong = "";
        words = value_list(s->file->arena);
        if (text)
            wrong = words_split(text, s->file->arena, words);
        if (text && wrong)
            note_fault(n, value_place(v), "%s: %s", what, wrong);
        if (wrong)
            return NULL;
    }
    for (size_t i = 0; i < words->list.count; i++) {
        struct value **word = &words->list.items[i];
        *word = form_placed(s->file->arena, words_literal(s->file->arena, (*word)->text.at), v);
    }
    return words;
}

/* NULL: the key is not there, says nothing, or is wrong. */
static struct value *program_part(struct service *s, const char *key)
{
    const struct value *v = value_gets(s->in, key);
    return v && v->kind != VALUE_NULL ? container_words(s, v, service_what(s, key)) : NULL;
}

/* Compose takes an empty entrypoint or command to switch the image's own off. */
static void take_program(struct service *s)
{
    struct value *entrypoint = program_part(s, "entrypoint"), *command = program_part(s, "command");
    bool has_command = command && command->list.count;
    if (entrypoint && !entrypoint->list.count && !has_command)
        note_fault(&s->file->notes, value_place(value_gets(s->in, "entrypoint")),
                   "%s: empty, so that nothing is left to run; say in command what is",
                   service_what(s, "entrypoint"));
    else if (entrypoint && !entrypoint->list.count)
        put(s->file, s->out, "command", command);
    else if (entrypoint)
        put(s->file, s->out, "command", entrypoint);
    else if (command && !has_command)
        note_fault(&s->file->notes, value_place(value_gets(s->in, "command")),
                   "%s: Kubernetes cannot take the image's own command away; set entrypoint",
                   service_what(s, "command"));
    if (has_command && !(entrypoint && !entrypoint->list.count))
        put(s->file, s->out, "args", command);
}

/* Kubernetes refuses a container that is told both. */
static void check_privileges(struct service *s)
{
    if (s->security && value_gets(s->security, "privileged") &&
        value_gets(s->security, "allowPrivilegeEscalation"))
        note_fault(&s->file->notes, value_place(value_gets(s->in, "privileged")),
                   "%s: Kubernetes refuses this together with no-new-privileges; take one of them out",
                   service_what(s, "privileged"));
}

void container_program(struct service *s)
{
    take_program(s);
    check_privileges(s);
    if (s->security && s->security->map->count)
        put(s->file, s->out, "securityContext", s->security);
}
