/* node.h: a parsed template. Nodes are never changed once parsed, and live as long as the arena.
 * Kinds, positions and printed forms are those of Go's text/template/parse, for they show in messages. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "common/arena.h"
#include "common/value.h"

enum node_kind {
    NODE_LIST,
    NODE_TEXT,
    NODE_ACTION,
    NODE_IF,
    NODE_RANGE,
    NODE_WITH,
    NODE_TEMPLATE,
    NODE_BREAK,
    NODE_CONTINUE,
    NODE_PIPE,
    NODE_COMMAND,
    NODE_FIELD,
    NODE_CHAIN,
    NODE_VARIABLE,
    NODE_IDENTIFIER,
    NODE_DOT,
    NODE_NIL,
    NODE_BOOL,
    NODE_NUMBER,
    NODE_STRING,
};

/* A name in a chain such as .Values.image. */
struct ident {
    const char *at;
    size_t len;
    struct ident *next;
};

/* Where a node came from, for the place of an error. */
struct source {
    const char *name; /* of the file, or "gotpl" */
    const char *text;
    size_t len;
};

struct node {
    enum node_kind kind;
    uint32_t pos; /* octets into the source; what Go calls its position, not always its first octet */
    const struct source *source;
    struct node *next; /* in a list, a pipeline, or a command's words */
    union {
        struct node *first; /* LIST, COMMAND */
        struct {
            const char *at; /* TEXT: the text; STRING: what it means; TEMPLATE: the name */
            size_t len;
            const char *quoted; /* STRING: as it was written */
            struct node *pipe;  /* TEMPLATE: NULL if none */
        } text;
        struct {
            struct node *pipe, *list, *otherwise; /* IF, RANGE, WITH; ACTION: only pipe */
        } branch;
        struct {
            struct node *variables; /* VARIABLE nodes */
            struct node *commands;
            bool assigns; /* = and not := */
        } pipe;
        struct {
            struct node *operand; /* CHAIN: what it hangs on */
            struct ident *idents; /* FIELD, CHAIN; of a VARIABLE the first is its name with the $ */
        } chain;
        struct {
            const struct func *func; /* IDENTIFIER */
        } call;
        struct value *constant; /* BOOL, NUMBER; of NUMBER NULL: overflows int */
    };
    const char *spelling; /* IDENTIFIER, NUMBER: as written */
};

/* Nodes in the order they were added; all zero at first. */
struct node_list {
    struct node *first, **end;
};

void node_list_add(struct node_list *l, struct node *n);

/* The node as Go prints it in messages. */
const char *node_text(const struct node *n, struct arena *a);

/* "name:line:column", line from 1, column in octets from 0. */
const char *node_place(const struct node *n, struct arena *a);
