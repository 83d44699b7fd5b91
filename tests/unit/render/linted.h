/* linted.h: what a part of render lint prints of values. */
#pragma once

#include "render/lint_report.h"
#include "tests/unit/render/release_of.h"

static inline const char *linted(const char *values,
                                 void (*lint)(const struct release *, struct lint_report *))
{
    struct lint_report report = {.arena = &arena};
    struct release r = release_of(values);
    struct text to;
    size_t errors, warnings;
    text_init(&to, &arena);
    text_adds(&to, "");
    lint(&r, &report);
    lint_print(&report, &to, &errors, &warnings);
    return to.at;
}
