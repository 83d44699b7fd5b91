/* config_part.h: a part of a YAML configuration, read on its own. */
#pragma once

#include <string.h>

#include "common/yaml_read.h"
#include "dnsd/config_reader.h"
#include "tests/unit/cmocka_all.h"

static struct config config;
static struct diag err;
static struct config_reader reader;

static int setup(void **state)
{
    (void)state;
    config_defaults(&config);
    err = (struct diag){0};
    reader = (struct config_reader){.c = &config,
                                    .err = &err,
                                    .key = "key",
                                    .fullname = "fn",
                                    .namespace = "ns",
                                    .cluster_domain = "cluster.local",
                                    .has_fullname = true,
                                    .has_namespace = true};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    config_free(&config);
    return 0;
}

static inline const struct value *value_of(const char *yaml)
{
    const struct yaml_options options = {
        .file = "c.yaml", .refuse_duplicates = true, .keys_as_written = true};
    struct value *v;
    if (yaml_read(yaml, strlen(yaml), &options, &config.arena, &v, &err) != 0)
        fail_msg("%s: %s", yaml, err.text);
    return v;
}

/* All complaints since the last call. */
static inline const char *complaints(void)
{
    static char text[DIAG_TEXT_MAX];
    assert_int_equal(reader.failed, err.count != 0);
    memcpy(text, err.text, sizeof text);
    err = (struct diag){0};
    reader.failed = false;
    return text;
}
