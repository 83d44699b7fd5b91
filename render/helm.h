/* helm.h: what helm template does before and after the templates: chart, values, schema, order, output. */
#pragma once

#include "render/chart.h"
#include "render/cli.h"

struct helm {
    struct arena *arena;
    const struct cli *cli;
    struct chart *chart;
    struct value *values; /* merged: what .Values is */
    struct text warnings; /* for stderr, whatever else happens */
    struct fault fault;
};

void helm_init(struct helm *h, const struct cli *cli, struct arena *a);

/* Makes cli's release what its --name-template says, if it has one. */
MUST_CHECK int helm_name(struct cli *cli, struct arena *a, struct fault *f);

/* Loads the chart, merges values and checks them against the schemas. -1: h->fault says why. */
MUST_CHECK int helm_prepare(struct helm *h);

/* Renders and adds what is to be printed. */
MUST_CHECK int helm_render(struct helm *h, struct text *to);
