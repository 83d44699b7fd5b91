/* semver.h: versions and what is asked of them, as Masterminds/semver v3 (Helm's) reads them: v1.2 is 1.2.0.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { SEMVER_LEN_MAX = 256, SEMVER_RANGE_LEN_MAX = 512, SEMVER_RANGES_MAX = 32 };

struct semver {
    uint64_t major, minor, patch;
    const char *pre, *metadata; /* borrowed from the text: behind '-' and '+'; lengths 0: none */
    size_t pre_len, metadata_len;
};

/* Reads all of text[0..len), with or without a v, minor and patch. */
bool semver_read(const char *text, size_t len, struct semver *out);

bool semver_is_valid(const char *text);

/* By precedence: below, equal or above 0. Metadata does not count. */
int semver_compare(const struct semver *a, const struct semver *b);

/* Whether version satisfies range, such as ">=1.2 <2, !=1.5 || ~3.x || 4 - 5". *bad: range is malformed, and
 * the answer false. A pre-release satisfies only what names one. */
bool semver_satisfies(const struct semver *version, const char *range, bool *bad);
