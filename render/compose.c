#include "render/compose.h"

#include <string.h>

#include "common/file.h"
#include "common/yaml_read.h"
#include "render/compose_dotenv.h"
#include "render/compose_extension.h"
#include "render/compose_form.h"
#include "render/compose_names.h"
#include "render/compose_networks.h"
#include "render/compose_service.h"

static int summary(struct fault *f, const char *shown)
{
    return fault_set(f, "%s cannot become values:", shown);
}

/* The file's one document. */
static int read_tree(struct bytes text, const char *shown, struct arena *a, struct value **out,
                     struct fault *f)
{
    const struct yaml_options options = {.file = shown,
                                         .refuse_duplicates = true,
                                         .keys_as_written = true,
                                         .keep_integers = true,
                                         .all_documents = true,
                                         .only_true_false = true,
                                         .refuse_tags = true};
    struct diag err = {0};
    struct value *all;
    if (yaml_read(text.at, text.len, &options, a, &all, &err) != 0) {
        text_add(&f->more, err.text, err.len);
        return summary(f, shown);
    }
    if (all->list.count > 1) {
        fault_more(f, value_place(all->list.items[1]), "a second document; one file is one project");
        return summary(f, shown);
    }
    *out = all->list.count ? all->list.items[0] : value_null(a);
    (*out)->file = shown;
    return 0;
}

static void read_dotenv(struct compose *c)
{
    static const struct variables none;
    struct value *map = value_map(c->arena);
    const char *path = arena_printf(c->arena, "%s.env", c->folder);
    const struct dotenv_options options = {.variables = &none, .may_lack = true, .where = {.file = path}};
    dotenv_read(path, &options, &c->notes, map);
    c->variables.file = map;
}

/* The map under key; an empty one if there is none. */
static struct value *section(struct compose *c, const struct value *root, const char *key)
{
    struct value *v = value_gets(root, key);
    return v && v->kind != VALUE_NULL && form_map(&c->notes, v, key) == 0 ? v : value_map(c->arena);
}

static void check_keys(struct compose *c, const struct value *root)
{
    static const char *const known[] = {"configs", "include",  "models",  "name",    "networks",
                                        "secrets", "services", "version", "volumes", NULL};
    form_keys(&c->notes, root, known, "the file");
    for (size_t i = 0; i < root->map->count; i++) {
        const struct entry *e = &root->map->entries[i];
        const struct place where = {e->file, e->line, e->column};
        if (form_is_nothing(e->value))
            continue;
        if (strcmp(e->key, "include") == 0)
            note_fault(&c->notes, where,
                       "include: other files are not read; give what `docker compose config` prints");
        else if (strcmp(e->key, "models") == 0)
            note_fault(&c->notes, where, "models: no models are served here; leave it out");
        else if (strcmp(e->key, "configs") == 0 || strcmp(e->key, "secrets") == 0)
            note_warning(&c->notes, where, "%s are left out: a service that uses one is refused", e->key);
    }
}

static void convert(struct compose *c, const struct value *root)
{
    struct value *services = value_map(c->arena);
    check_keys(c, root);
    c->networks = section(c, root, "networks");
    c->volumes = section(c, root, "volumes");
    c->all_services = section(c, root, "services");
    names_choose_services(c);
    names_choose_others(c);
    if (!c->service_count && !c->notes.faults)
        note_fault(&c->notes, value_place(root), "services: none is left to start; name at least one");
    extension_convert_file(c, extension_read(c, root, "the file"));
    for (size_t i = 0; i < c->service_count; i++) {
        service_convert(&c->services[i]);
        put(c, services, c->services[i].as, c->services[i].out);
    }
    put(c, c->values, "services", services);
    networks_check_ways_out(c);
}

static const char *folder_of(struct arena *a, const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? arena_copy(a, path, (size_t)(slash + 1 - path)) : "";
}

int compose_read_text(struct bytes text, const char *path, struct arena *a, struct value **out,
                      struct text *warnings, struct fault *f)
{
    const char *shown = strcmp(path, "-") == 0 ? "(standard input)" : path;
    struct compose c = {.arena = a, .folder = folder_of(a, path)};
    struct value *root = NULL;
    if (read_tree(text, shown, a, &root, f) != 0 || !root)
        return -1;
    notes_init(&c.notes, f, warnings, a);
    c.values = value_map(a);
    c.owners = value_map(a);
    c.network_names = value_map(a);
    c.volume_names = value_map(a);
    read_dotenv(&c);
    if (form_map(&c.notes, root, "a Compose file") == 0) {
        if (variables_expand_all(&c.variables, root, &c.notes) == 0)
            convert(&c, root);
    }
    if (c.notes.faults)
        return summary(f, shown);
    *out = c.values;
    return 0;
}

int compose_read(const char *path, struct arena *a, struct value **out, struct text *warnings,
                 struct fault *f)
{
    struct bytes text;
    struct diag err = {0};
    if (file_read(path, COMPOSE_MAX, a, &text, &err) != 0)
        return fault_file(f, path);
    return compose_read_text(text, path, a, out, warnings, f);
}
