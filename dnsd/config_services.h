/* config_services.h: the services of a YAML configuration -> the rules that its names are looked up by. For
 * config_yaml.c alone. */
#pragma once

#include "dnsd/config_reader.h"

/* Reads a map of services, each with three kinds of names: its own, FULLNAME-own, and its records. Targets
 * are made of what the reader knows by then of the other keys. Of all names none may be of two services. */
void config_services_read(struct config_reader *r, const struct value *v);
