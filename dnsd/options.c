#include "dnsd/options.h"

#include <string.h>

const char options_help[] =
    "usage: dnsd [-c FILE | -conf FILE] [--listen ADDR[:PORT]]... [--upstream ADDR[:PORT]]...\n"
    "       dnsd --check [-c FILE] ...   read the configuration and say what it comes to\n"
    "       dnsd --explain NAME [TYPE] [-c FILE] ...   what would become of that query, and why\n"
    "       dnsd --probe [ADDR[:PORT]]   ask a running dnsd, 127.0.0.1:53 by default; exit 0 if it answers\n"
    "       dnsd --version | --help\n"
    "\n"
    "  -c FILE                  the configuration, /etc/dnsd/dnsd.yaml by default; dnsd.yaml(5)\n"
    "  -conf FILE               the same as a Corefile of CoreDNS; Corefile by default when called coredns\n"
    "  --listen ADDR[:PORT]     answer on this address instead of those in the file; repeatable\n"
    "  --upstream ADDR[:PORT]   ask this server instead of those in the file; repeatable\n"
    "\n"
    "exit status: 0 ended by SIGTERM or SIGINT, 2 usage, 3 configuration, 4 address in use,\n"
    "             5 bind not permitted, 6 no upstream, 7 upstream is dnsd itself\n";

static int read_address(const char *option, const char *text, struct placed_address *list, unsigned most,
                        unsigned *count, struct diag *err)
{
    if (*count == most)
        return diag_say(err, "%s: given more than %u times", option, most);
    const char *wrong = address_from_text(text, strlen(text), 53, &list[*count].address);
    if (wrong)
        return diag_say(err, "%s %s: is no address: %s", option, text, wrong);
    list[(*count)++].where = (struct place){.file = option};
    return 0;
}

static int read_value(struct options *o, const char *option, const char *value, struct diag *err)
{
    if (!value)
        return diag_say(err, "%s wants a value; see dnsd --help", option);
    if (strcmp(option, "-c") == 0 || strcmp(option, "-conf") == 0) {
        o->file = value;
        o->corefile = option[2] != '\0';
    } else if (strcmp(option, "--listen") == 0)
        return read_address(option, value, o->listen, CONFIG_LISTEN_MAX, &o->listen_count, err);
    else
        return read_address(option, value, o->servers, CONFIG_SERVERS_MAX, &o->server_count, err);
    return 0;
}

/* A word that is no option, if one stands there. */
static const char *next_word(char *const *argv, int *i)
{
    const char *word = argv[*i + 1];
    if (!word || word[0] == '-')
        return NULL;
    ++*i;
    return word;
}

static int read_explain(struct options *o, char *const *argv, int *i, struct diag *err)
{
    o->mode = MODE_EXPLAIN;
    o->explain[0] = next_word(argv, i);
    const char *type = o->explain[0] ? next_word(argv, i) : NULL;
    o->explain[1] = type ? type : "A";
    return o->explain[0] ? 0 : diag_say(err, "--explain wants a name; see dnsd --help");
}

static int read_probe(struct options *o, char *const *argv, int *i, struct diag *err)
{
    unsigned count = 0;
    const char *word = next_word(argv, i);
    o->mode = MODE_PROBE;
    return read_address("--probe", word ? word : "127.0.0.1", &o->probed, 1, &count, err);
}

static bool takes_value(const char *word)
{
    return strcmp(word, "-c") == 0 || strcmp(word, "-conf") == 0 || strcmp(word, "--listen") == 0 ||
           strcmp(word, "--upstream") == 0;
}

static bool is_coredns(const char *program)
{
    static const char name[] = "coredns";
    size_t len = program ? strlen(program) : 0;
    return len >= sizeof name - 1 && strcmp(program + len - (sizeof name - 1), name) == 0;
}

int options_read(int argc, char *const *argv, struct options *out, struct diag *err)
{
    *out = (struct options){.file = "/etc/dnsd/dnsd.yaml"};
    if (argc > 0 && is_coredns(argv[0]))
        *out = (struct options){.file = "Corefile", .corefile = true};
    for (int i = 1; i < argc; i++) {
        const char *word = argv[i];
        if (takes_value(word)) {
            if (read_value(out, word, argv[i + 1], err) != 0)
                return -1;
            i++;
        } else if (strcmp(word, "--check") == 0) {
            out->mode = MODE_CHECK;
        } else if (strcmp(word, "--explain") == 0) {
            if (read_explain(out, argv, &i, err) != 0)
                return -1;
        } else if (strcmp(word, "--probe") == 0) {
            if (read_probe(out, argv, &i, err) != 0)
                return -1;
        } else if (strcmp(word, "--version") == 0) {
            out->mode = MODE_VERSION;
        } else if (strcmp(word, "--help") == 0 || strcmp(word, "-h") == 0) {
            out->mode = MODE_HELP;
        } else {
            return diag_say(err, "%s: unknown option; see dnsd --help", word);
        }
    }
    return 0;
}
