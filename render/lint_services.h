/* lint_services.h: services that refer to what is not there, or claim one thing twice: networks, volumes,
 * mounts, ports, containers, labels. */
#pragma once

#include "render/lint_report.h"
#include "render/release.h"

void lint_services(const struct release *r, struct lint_report *to);
