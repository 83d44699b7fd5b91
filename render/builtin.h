/* builtin.h: the chart as it was when the program was built; builtin.c is written by pack_chart.cmake. */
#pragma once

#include <stddef.h>

struct builtin_file {
    const char *name;
    const unsigned char *data; /* a NUL stands behind data[len] */
    size_t len;
};

extern const struct builtin_file builtin_files[]; /* ends with a NULL name */
