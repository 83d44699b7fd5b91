/* config_reader.h: a YAML configuration being read: values by the form that is wanted, and what is wrong with
 * them. Reading goes on, so that every fault is told. For config_yaml.c and config_services.c alone. */
#pragma once

#include "common/value.h"
#include "dnsd/config.h"

struct config_reader {
    struct config *c;
    struct diag *err;
    const char *fullname, *namespace, *cluster_domain; /* never NULL: a bad one hides no other fault */
    bool has_fullname, has_namespace;
    const char *key; /* being read, for complaints */
    bool failed;
};

/* A key that is understood, and what reads its value; the table ends with a NULL name. */
struct config_key {
    const char *name;
    void (*read)(struct config_reader *r, const struct value *v);
};

/* Complains. */
void config_reader_fault(struct config_reader *r, struct place where, const char *format, ...) PRINTF(3, 4);

/* The same about the value of the key that is being read. */
void config_reader_wrong(struct config_reader *r, const struct value *v, const char *format, ...)
    PRINTF(3, 4);

struct place config_reader_place(const struct entry *e);

/* The entries as the file has them: complaints come in its order, and of two services that claim one name the
 * later is at fault. NULL, and a complaint: no memory. */
const struct entry *config_reader_in_order(struct config_reader *r, const struct value *map);

/* A map of those keys alone, read in the order of the file. */
void config_reader_map(struct config_reader *r, const struct value *v, const struct config_key *keys);

/* NULL, and a complaint, if it is no text, or one with a NUL. */
const char *config_reader_text(struct config_reader *r, const struct value *v);

/* Each of these complains, and leaves *out as it is, if it is something else. */
void config_reader_bool(struct config_reader *r, const struct value *v, bool *out);
void config_reader_number(struct config_reader *r, const struct value *v, unsigned least, unsigned most,
                          unsigned *out);
void config_reader_word(struct config_reader *r, const struct value *v, const char *const *words,
                        unsigned *out); /* the index of one of the words, which end with NULL */

/* Each item of a list of no more than most. */
void config_reader_each(struct config_reader *r, const struct value *v, unsigned most,
                        void (*each)(struct config_reader *r, const struct value *item));

/* What is wrong with the letters of a name; NULL: nothing. It is what the chart's schema demands of records
 * too: more would be a domain name, but a slip of the pen. */
const char *config_reader_letters(const char *text);

/* A domain name, of those letters. NULL, or what is wrong. */
const char *config_reader_name(const char *text, uint8_t name[DNAME_MAX], size_t *len);
