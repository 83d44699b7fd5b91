/* template_case.h: tables of templates and what Helm makes of them, for the tests of template functions.
 * Everything wanted was printed by Helm 3.22.0's own engine for the same values, or by Helm 4.3.1's. */
#pragma once

#include <stddef.h>

struct template_case {
    const char *text;   /* a template, rendered as c/templates/t */
    const char *wanted; /* its output; or "! " and the error, less the words that all of them begin with */
};

/* .Values and .Files as every case sees them; .Capabilities.APIVersions is v1, apps/v1, cilium.io/v2. */
extern const char template_case_values[];

/* What one template gives, in the same form; lives until template_case_end. */
const char *template_case_render(const char *text);

/* Renders them all, prints every one that differs, then fails if one did. */
void template_case_check(const struct template_case *cases, size_t count);

/* The same with the functions of Helm 4. */
void template_case_check4(const struct template_case *cases, size_t count);

/* cmocka's setup and teardown of a test. */
int template_case_begin(void **state);
int template_case_end(void **state);

#define CASES(...)                                                                                           \
    static const struct template_case cases[] = {__VA_ARGS__};                                               \
    (void)state;                                                                                             \
    template_case_check(cases, sizeof cases / sizeof *cases)

#define CASE_TEST(name) cmocka_unit_test_setup_teardown(name, template_case_begin, template_case_end)
