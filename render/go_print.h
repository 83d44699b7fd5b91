/* go_print.h: values as text, as Go's package fmt writes them. */
#pragma once

#include "common/text.h"
#include "common/value.h"

/* %v: 1e+06, map[a:1 b:[x <nil>]], nil (NULL too) as <nil>. */
void go_print(const struct value *v, struct text *to);

/* The same as a template's action prints it: pointers are looked through, and the cluster's version is
 * v1.37.0. */
void go_print_operand(const struct value *v, struct text *to);

/* %t, which Helm uses on what is no bool: %!t(string=x). */
const char *go_print_t(struct arena *a, const struct value *v);

/* Sprint: a blank between two operands of which neither is a string. */
void go_sprint(struct value *const *args, size_t count, struct text *to);

/* Sprint of what pointers lead to: so html, js and urlquery have their operands. */
void go_sprint_through(struct value *const *args, size_t count, struct text *to);

/* Sprintln: a blank between all, a newline at the end. */
void go_sprintln(struct value *const *args, size_t count, struct text *to);
