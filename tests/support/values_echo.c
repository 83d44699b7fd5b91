/* values_echo: render's own answers to the records that tests/oracles/values answers with Helm's libraries.
 */
#include <string.h>

#include "common/yaml_read.h"
#include "render/coalesce.h"
#include "render/helm_yaml.h"
#include "render/json.h"
#include "render/schema.h"
#include "render/set.h"
#include "render/yaml_write.h"
#include "tests/support/echo.h"

static void add_yaml(const struct value *v, enum yaml_style style, struct text *to)
{
    if (yaml_write(v, style, to) != 0)
        text_adds(to, "");
}

static void echo_values(struct bytes record, struct arena *a, struct text *to)
{
    struct value *v;
    struct fault f;
    fault_init(&f, a);
    if (helm_yaml_values(record, NULL, false, "", a, &v, &f) != 0) {
        text_printf(to, "error: %s", f.helm);
        return;
    }
    add_yaml(v, YAML_TO, to);
    text_addc(to, '\0');
    add_yaml(v, YAML_PRETTY, to);
    text_addc(to, '\0');
    if (json_write(v, JSON_ESCAPED, to) != 0)
        text_adds(to, "");
}

static void echo_set(enum set_kind kind, struct bytes record, struct arena *a, struct text *to)
{
    struct value *v = value_map(a);
    struct fault f;
    fault_init(&f, a);
    if (set_apply(kind, record.at, false, v, a, &f) != 0)
        text_printf(to, "error: %s", f.helm);
    else if (json_write(v, JSON_ESCAPED, to) != 0)
        text_adds(to, "");
}

/* values: they are YAML and a map, as in Helm; else any JSON. */
static void echo_schema(struct bytes record, bool values, struct arena *a, struct text *to)
{
    const char *nul = memchr(record.at, '\0', record.len);
    size_t len = nul ? (size_t)(nul - record.at) : record.len;
    struct bytes schema_text = {.at = record.at, .len = len};
    struct bytes text = {.at = record.at + len + 1, .len = nul ? record.len - len - 1 : 0};
    struct schema *schema;
    struct value *v;
    struct fault f;
    fault_init(&f, a);
    struct diag err = {0};
    const struct json_options any = {0};
    if ((values ? helm_yaml_values(text, NULL, false, "", a, &v, &f)
                : json_read(text.at, text.len, &any, a, &v, &err)) != 0 ||
        schema_read(schema_text, NULL, a, &schema, &f) != 0)
        text_printf(to, "%s", f.helm ? f.helm : err.text);
    else
        schema_check(schema, v, a, to, &f);
}

static struct chart *chart_named(const char *name, struct value *values, struct arena *a)
{
    struct chart *chart = arena_alloc(a, sizeof *chart);
    chart->metadata = value_map(a);
    chart->values = values;
    (void)value_sets(a, chart->metadata, "name", value_borrow(a, name, strlen(name)));
    return chart;
}

static void echo_coalesced(struct bytes record, struct arena *a, struct text *to)
{
    struct value *maps[3];
    struct fault f;
    const char *at = record.at, *end = record.at + record.len;
    fault_init(&f, a);
    for (size_t i = 0; i < 3; i++) {
        const char *nul = i < 2 ? memchr(at, '\0', (size_t)(end - at)) : end;
        struct bytes part = {.at = at, .len = (size_t)(nul - at)};
        if (helm_yaml_values(part, NULL, false, "", a, &maps[i], &f) != 0) {
            text_printf(to, "error: %s", f.helm);
            return;
        }
        at = nul + 1;
    }
    struct chart *top = chart_named("c", maps[0], a), *sub = chart_named("sub", maps[2], a);
    const struct coalescing c = {.arena = a};
    top->dependencies = &sub;
    top->dependency_count = 1;
    sub->parent = top;
    if (coalesce(&c, top, maps[1], &f) != 0)
        text_printf(to, "error: %s", f.helm);
    else if (json_write(maps[1], JSON_ESCAPED, to) != 0)
        text_adds(to, "");
}

static void echo(int what, struct bytes record, struct arena *a, struct text *to)
{
    switch (what) {
    case 'y': echo_values(record, a, to); break;
    case 's': echo_set(SET_TYPED, record, a, to); break;
    case 't': echo_set(SET_STRING, record, a, to); break;
    case 'j': echo_set(SET_JSON, record, a, to); break;
    case 'l': echo_set(SET_LITERAL, record, a, to); break;
    case 'c': echo_coalesced(record, a, to); break;
    case 'v': echo_schema(record, true, a, to); break;
    case 'w': echo_schema(record, false, a, to); break;
    default: text_adds(to, "error: what?");
    }
}

int main(void)
{
    return echo_records(echo);
}
