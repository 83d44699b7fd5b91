/* helm.h: what helm template does before and after the templates: chart, values, schema, order, output. */
#pragma once

#include "render/chart.h"
#include "render/cli.h"

struct helm {
    struct arena *arena;
    struct arena *output; /* for what templates print: the same one, or one in which nothing else grows */
    const struct cli *cli;
    struct chart *chart;
    struct value *values; /* merged: what .Values is */
    struct text warnings; /* for stderr, whatever else happens */
    struct fault fault;
    struct template_set *templates; /* what is being executed; NULL: nothing yet */
    struct rendered_file *files;    /* once all were executed */
    size_t file_count;
};

/* Whether Helm takes it for a release's name. */
bool helm_is_release_name(const char *name);

/* With a as output too. */
void helm_init(struct helm *h, const struct cli *cli, struct arena *a);

/* Makes cli's release what its --name-template says, if it has one. */
MUST_CHECK int helm_name(struct cli *cli, struct arena *a, struct fault *f);

/* The files of the chart: a folder, a packed one, or the built-in one. -1: h->fault says why. */
MUST_CHECK int helm_read_files(struct helm *h, struct chart_files *files);

/* Loads the chart, merges values and checks them against the schemas. -1: h->fault says why. */
MUST_CHECK int helm_prepare(struct helm *h);

/* Executes a template of one expression among the chart's own, whose names it can include. -1: h->fault says
 * why. */
MUST_CHECK int helm_evaluate(struct helm *h, const char *expression, struct text *to);

/* Renders, and sorts into documents. -1: h->fault says why. */
MUST_CHECK int helm_manifests(struct helm *h, struct manifests *out);

/* Renders and adds what is to be printed, with the arena of to as output. -1: to is what to print all the
 * same, empty but for --debug. */
MUST_CHECK int helm_render(struct helm *h, struct text *to);
