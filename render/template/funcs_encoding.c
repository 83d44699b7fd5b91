/* toYaml, toJson and their inverses, base64, hashes: values as text in a known form and back. */
#include <math.h>
#include <string.h>

#include <openssl/evp.h>

#include "common/base64.h"
#include "common/yaml_read.h"
#include "render/go_time_value.h"
#include "render/json.h"
#include "render/template/func.h"
#include "render/yaml_write.h"

/* What of v JSON cannot say, in Go's words; NULL: nothing. */
static const char *unsupported(const struct value *v, unsigned depth)
{
    const char *why = NULL;
    if (v->kind == VALUE_FLOAT && !isfinite(v->number))
        return isnan(v->number) ? "unsupported value: NaN"
               : v->number > 0  ? "unsupported value: +Inf"
                                : "unsupported value: -Inf";
    if (go_is_time(v) && !go_time_has_json(v))
        return "error calling MarshalJSON for type time.Time: Time.MarshalJSON: year outside of range "
               "[0,9999]";
    if (depth > VALUE_DEPTH_MAX)
        return "unsupported value: encountered a cycle via map[string]interface {}";
    for (size_t i = 0; v->kind == VALUE_LIST && i < v->list.count && !why; i++)
        why = unsupported(v->list.items[i], depth + 1);
    for (size_t i = 0; v->kind == VALUE_MAP && i < v->map->count && !why; i++)
        why = unsupported(v->map->entries[i].value, depth + 1);
    return why;
}

/* What cannot be written is an empty text, as in Helm, or with must a fault. */
static void write_yaml(struct call *c, enum yaml_style style, bool must)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    if (yaml_write(c->args[0], style, &t) != 0) {
        t.len = 0;
        const char *why = must ? unsupported(c->args[0], 0) : NULL;
        if (why)
            call_fail(c, "error marshaling into JSON: json: %s", why);
        else if (must)
            call_fail(c, "yaml: control characters are not allowed");
    }
    call_take(c, &t);
}

static void to_yaml(struct call *c)
{
    write_yaml(c, YAML_TO, false);
}

static void to_yaml_pretty(struct call *c)
{
    write_yaml(c, YAML_PRETTY, false);
}

static void must_to_yaml(struct call *c)
{
    write_yaml(c, YAML_TO, true);
}

static void write_json(struct call *c, enum json_style style, bool must)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    if (json_write(c->args[0], style, &t) != 0) {
        const char *why = must ? unsupported(c->args[0], 0) : NULL;
        t.len = 0;
        if (must)
            call_fail(c, "json: %s", why ? why : "unsupported value");
    }
    call_take(c, &t);
}

static void to_json(struct call *c)
{
    write_json(c, JSON_ESCAPED, false);
}

static void must_to_json(struct call *c)
{
    write_json(c, JSON_ESCAPED, true);
}

/* Of the three it alone fails without must. */
static void to_raw_json(struct call *c)
{
    write_json(c, JSON_RAW, true);
}

static void must_to_raw_json(struct call *c)
{
    write_json(c, JSON_RAW, true);
}

static void to_pretty_json(struct call *c)
{
    write_json(c, JSON_PRETTY, false);
}

static void must_to_pretty_json(struct call *c)
{
    write_json(c, JSON_PRETTY, true);
}

/* The first complaint without its place and newline. */
static struct value *message_of(struct call *c, const char *before, const struct diag *err)
{
    const char *text = arena_printf(c->arena, "%s%.*s", before, (int)strcspn(err->text, "\n"), err->text);
    return value_text(c->arena, text, strlen(text));
}

/* Helm tells a fault in the result: a map with Error, or a list of the message. */
static struct value *complaint(struct call *c, bool list, struct value *message)
{
    struct value *told = list ? value_list(c->arena) : value_map(c->arena);
    if (list)
        call_push(c, told, message);
    else
        call_set(c, told, "Error", 5, message);
    return told;
}

static struct value *wrong_kind(struct call *c, const struct value *v, bool list)
{
    static const char *const json_kinds[] = {"null", "bool", "number", "number", "string", "array", "object"};
    const char *text = arena_printf(c->arena, "json: cannot unmarshal %s into Go value of type %s",
                                    json_kinds[v->kind], list ? "[]interface {}" : "map[string]interface {}");
    return value_text(c->arena, text, strlen(text));
}

static void settle(struct call *c, struct value *v, bool list, const char *before)
{
    if (v->kind == VALUE_NULL)
        c->result = list ? value_list(c->arena) : value_map(c->arena);
    else if (v->kind == (list ? VALUE_LIST : VALUE_MAP))
        c->result = v;
    else {
        struct value *why = wrong_kind(c, v, list);
        const char *text = arena_printf(c->arena, "%s%s", before, why->text.at);
        c->result = complaint(c, list, value_text(c->arena, text, strlen(text)));
    }
}

static void read_yaml(struct call *c, bool list)
{
    const struct yaml_options options = {.helm_words = true, .as_go = true};
    struct diag err = {0};
    struct value *v;
    if (yaml_read(c->args[0]->text.at, c->args[0]->text.len, &options, c->arena, &v, &err) != 0)
        c->result = complaint(c, list, message_of(c, "error converting YAML to JSON: ", &err));
    else
        settle(c, v, list, "error unmarshaling JSON: while decoding JSON: ");
}

static void from_yaml(struct call *c)
{
    read_yaml(c, false);
}

static void from_yaml_array(struct call *c)
{
    read_yaml(c, true);
}

/* An empty value of the kind that JSON's first octet tells. */
static struct value *kind_of_json(struct call *c, const char *text)
{
    text += strspn(text, " \t\r\n");
    return *text == '{'   ? value_map(c->arena)
           : *text == '[' ? value_list(c->arena)
                          : value_float(c->arena, 0);
}

/* Go compares the kinds before it looks at numbers that are too large. */
static void read_json(struct call *c, bool list)
{
    const struct json_options options = {0};
    struct diag err = {0};
    struct value *v;
    bool read = json_read(c->args[0]->text.at, c->args[0]->text.len, &options, c->arena, &v, &err) == 0;
    struct value *kind =
        !read && strstr(err.text, "of type float64") ? kind_of_json(c, c->args[0]->text.at) : NULL;
    if (kind && kind->kind != (list ? VALUE_LIST : VALUE_MAP))
        settle(c, kind, list, "");
    else if (!read)
        c->result = complaint(c, list, message_of(c, "", &err));
    else
        settle(c, v, list, "");
    if (read && v->kind == VALUE_NULL)
        c->result->form = list ? FORM_NIL_LIST : FORM_NIL_MAP;
}

static void from_json(struct call *c)
{
    read_json(c, false);
}

static void from_json_array(struct call *c)
{
    read_json(c, true);
}

/* Any JSON, and a fault is one. */
static void must_from_json(struct call *c)
{
    const struct json_options options = {0};
    struct diag err = {0};
    const struct value *text = c->args[0];
    if (json_read(text->text.at, text->text.len, &options, c->arena, &c->result, &err) != 0)
        call_fail(c, "%.*s", (int)strcspn(err.text, "\n"), err.text);
}

static void b64enc(struct call *c)
{
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    base64_write(c->args[0]->text.at, c->args[0]->text.len, &t);
    call_take(c, &t);
}

/* A fault becomes the text, as in sprig. */
static void b64dec(struct call *c)
{
    size_t len, fault;
    char *octets = arena_alloc(c->arena, c->args[0]->text.len + 1);
    fault = base64_read(c->args[0]->text.at, c->args[0]->text.len, octets, &len);
    if (fault)
        call_texts(c, arena_printf(c->arena, "illegal base64 data at input byte %zu", fault - 1));
    else
        call_text(c, octets, len);
}

static void digest(struct call *c, const EVP_MD *kind)
{
    unsigned char octets[EVP_MAX_MD_SIZE];
    unsigned int len = 0;
    struct text t;
    text_init(&t, c->arena);
    text_adds(&t, "");
    if (!EVP_Digest(c->args[0]->text.at, c->args[0]->text.len, octets, &len, kind, NULL)) {
        call_fail(c, "this digest is not to be had");
        return;
    }
    for (unsigned int i = 0; i < len; i++)
        text_printf(&t, "%02x", octets[i]);
    call_take(c, &t);
}

static void sha1(struct call *c)
{
    digest(c, EVP_sha1());
}

static void sha256(struct call *c)
{
    digest(c, EVP_sha256());
}

static void sha512(struct call *c)
{
    digest(c, EVP_sha512());
}

/* RFC 1950 9 */
static void adler32(struct call *c)
{
    uint32_t a = 1, b = 0;
    for (size_t i = 0; i < c->args[0]->text.len; i++) {
        a = (a + (unsigned char)c->args[0]->text.at[i]) % 65521;
        b = (b + a) % 65521;
    }
    call_texts(c, arena_printf(c->arena, "%u", b << 16 | a));
}

const struct func funcs_encoding[] = {
    {"toYaml", "a", to_yaml},
    {"toYamlPretty", "a", to_yaml_pretty},
    {"fromYaml", "s", from_yaml},
    {"fromYamlArray", "s", from_yaml_array},
    {"toJson", "a", to_json},
    {"mustToJson", "a", must_to_json},
    {"toRawJson", "a", to_raw_json},
    {"mustToRawJson", "a", must_to_raw_json},
    {"toPrettyJson", "a", to_pretty_json},
    {"mustToPrettyJson", "a", must_to_pretty_json},
    {"fromJson", "s", from_json},
    {"mustFromJson", "s", must_from_json},
    {"fromJsonArray", "s", from_json_array},
    {"b64enc", "s", b64enc},
    {"b64dec", "s", b64dec},
    {"sha1sum", "s", sha1},
    {"sha256sum", "s", sha256},
    {"sha512sum", "s", sha512},
    {"adler32sum", "s", adler32},
    {0},
};

const struct func funcs_encoding4[] = {
    {"mustToYaml", "a", must_to_yaml},
    {0},
};
