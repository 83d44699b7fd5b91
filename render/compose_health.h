/* compose_health.h: healthcheck -> readinessProbe. */
#pragma once

#include "render/compose_file.h"

/* Docker calls a container unhealthy when it failed retries times in a row and once more; so failureThreshold
 * is retries + 1. interval, timeout and start_period become periodSeconds, timeoutSeconds and
 * initialDelaySeconds, rounded up to whole seconds. Docker's defaults: 30 s, 30 s, 3 retries, no delay. */
void health_convert(struct service *s, const struct value *v, const char *what);
