/* compose_dotenv.h: files of KEY=VALUE lines, as .env and env_file have them in Compose: comments behind #,
 * `export` before a key, values plain, in '...' as they are, or in "..." with \n \r \t \" \\ and \$;
 * variables in all but the second. */
#pragma once

#include "render/compose_variables.h"

enum { DOTENV_MAX = 1024 * 1024 }; /* octets of one file */

struct dotenv_options {
    const struct variables *variables;
    bool raw;           /* no quotes, no variables: what stands behind = is the value */
    bool may_lack;      /* no such file is no fault */
    struct place where; /* that names the file */
};

/* Sets KEYs in map to new texts with their places; a KEY alone is taken from the variables, and left out if
 * it is not set there. Keys of the file itself count as variables for the lines below. -1: faults were noted.
 */
int dotenv_read(const char *path, const struct dotenv_options *options, struct notes *n, struct value *map);
