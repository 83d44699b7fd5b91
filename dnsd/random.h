/* random.h: unpredictable numbers, for IDs, ports and hash seeds: the kernel's, taken in bulk. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* Zeroed: empty, to be filled at the first use. One system call then lasts for some hundred numbers. */
struct random {
    uint8_t octets[1024];
    size_t left;
};

uint16_t random_u16(struct random *r);
uint32_t random_u32(struct random *r);

/* 0..below-1, each alike; below at least 1. */
uint32_t random_below(struct random *r, uint32_t below);
