/* regex_case.h: patterns, and what Go's regexp makes of them. */
#pragma once

#include <string.h>

#include "render/regex.h"
#include "tests/unit/fresh_arena.h"

struct regex_match_case {
    const char *pattern, *text;
    int wanted;
};

struct regex_fault_case {
    const char *pattern, *wanted; /* Go's complaint */
};

static inline void regex_matches_hold(const struct regex_match_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *error = NULL;
        struct regex *r = regex_compile(cases[i].pattern, strlen(cases[i].pattern), &arena, &error);
        if (!r || regex_match(r, cases[i].text, strlen(cases[i].text)) != cases[i].wanted)
            fail_msg("%s on %s: %s", cases[i].pattern, cases[i].text, r ? "the other answer" : error);
    }
}

static inline void regex_faults_hold(const struct regex_fault_case *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        const char *error = NULL;
        assert_null(regex_compile(cases[i].pattern, strlen(cases[i].pattern), &arena, &error));
        assert_string_equal(error, cases[i].wanted);
    }
}
