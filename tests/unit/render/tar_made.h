/* tar_made.h: an archive that a test makes, entry by entry. */
#pragma once

#include <stdio.h>
#include <string.h>

static char tar[64 * 1024];
static size_t tar_len;

/* The sum over a header, which belongs into it once all else is said. */
static void tar_sum(char *header)
{
    unsigned sum = 0;
    memset(header + 148, ' ', 8);
    for (size_t i = 0; i < 512; i++)
        sum += (unsigned char)header[i];
    snprintf(header + 148, 8, "%06o", sum);
}

/* Gives the header, for what a test changes in it; tar_sum then. */
static char *tar_put(const char *name, char type, const char *data)
{
    char *header = tar + tar_len;
    size_t len = strlen(data);
    memset(header, 0, 512 + (len + 511) / 512 * 512);
    memcpy(header, name, strlen(name));
    snprintf(header + 124, 12, "%011o", (unsigned)len);
    header[156] = type;
    memcpy(header + 257, "ustar\00000", 8);
    memcpy(header + 512, data, len);
    tar_sum(header);
    tar_len += 512 + (len + 511) / 512 * 512;
    return header;
}
