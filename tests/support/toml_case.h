/* toml_case.h: tables of TOML and what Helm makes of it, for the tests of its reader. */
#pragma once

#include <stddef.h>

struct toml_case {
    const char *text;
    const char
        *wanted; /* printf "%#v" of it, with map for map[string]interface {}; or "! " and Go's complaint */
};

/* Reads them all, each at the end of an allocation of its own; prints every one that differs, then fails if
 * one did. Everything wanted was printed by Helm 3.22.0's own engine, under TZ=UTC. */
void toml_case_check(const struct toml_case *cases, size_t count);

/* What one gives, in the same form; lives until toml_case_end. */
const char *toml_case_read(const char *text, size_t len);

/* cmocka's setup and teardown of a test. */
int toml_case_begin(void **state);
int toml_case_end(void **state);

#define TOML_TEST(name) cmocka_unit_test_setup_teardown(name, toml_case_begin, toml_case_end)
