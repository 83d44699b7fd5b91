/* toml_tables.h: the tables of a TOML document while it is read: what was defined, and what may be defined
 * again. The rules are BurntSushi/toml's, its laxities included: what it takes, Helm takes. Tables are in no
 * order before toml_tables_sort. */
#pragma once

#include "render/toml_state.h"

struct value *toml_table_new(struct toml *t);

/* What a table has under key; NULL: nothing. And sets it, in the place of what was there. */
struct value *toml_table_get(struct toml *t, const struct value *table, struct bytes key);
void toml_table_put(struct toml *t, struct value *table, struct bytes key, struct value *v);

bool toml_is_table(const struct value *v);

/* [a.b.c], or with array [[a.b.c]]: keys go there from now on. count is at least 1. */
void toml_open(struct toml *t, const struct bytes *parts, size_t count, bool array);

/* One part of a dotted key that is not its last: keys go there from now on. */
void toml_enter(struct toml *t, struct bytes key);

/* An inline table that is, or in a list is a part of, the value being read: keys go there from now on. */
void toml_enter_inline(struct toml *t, bool in_list);

/* Sets key to v where keys go. */
void toml_define(struct toml *t, struct bytes key, struct value *v);

/* Remembers whether the value of key, where keys go, is a list. An empty key stands for the table itself. */
void toml_note(struct toml *t, struct bytes key, bool is_list);

/* Puts all tables in order. */
void toml_tables_sort(struct toml *t);
