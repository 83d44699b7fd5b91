/* compose_container.h: what a service runs: image, program, directory, user, privileges. */
#pragma once

#include "render/compose_file.h"

/* Each takes the value of one key, named what, and fills s. */
void container_image(struct service *s, const struct value *v, const char *what);
void container_pull_policy(struct service *s, const struct value *v, const char *what);
void container_working_dir(struct service *s, const struct value *v, const char *what);
void container_runtime(struct service *s, const struct value *v, const char *what);
void container_user(struct service *s, const struct value *v, const char *what);
void container_read_only(struct service *s, const struct value *v, const char *what);
void container_privileged(struct service *s, const struct value *v, const char *what);
void container_cap_add(struct service *s, const struct value *v, const char *what);
void container_cap_drop(struct service *s, const struct value *v, const char *what);
void container_security_opt(struct service *s, const struct value *v, const char *what);

/* entrypoint and command, which mean something only together: entrypoint becomes command, command args. Then
 * what the other functions gathered is put into s. */
void container_program(struct service *s);

/* A command of the file, a text or a list, as a list that Kubernetes takes literally. NULL: complained. */
MUST_CHECK struct value *container_words(struct service *s, const struct value *v, const char *what);
