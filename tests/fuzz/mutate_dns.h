/* mutate_dns.h: changes to a DNS packet that leave its shape, so that a fuzzed reader gets behind the header:
 * one label, type, count, compression pointer, EDNS option or datum other than it was. */
#pragma once

#include <stddef.h>
#include <stdint.h>

/* libFuzzer's contract: changes data[0..len) in place, data having room for max, and gives the new length.
 * The same seed makes the same change. One call in four leaves the packet to libFuzzer's own mutations. */
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t len, size_t max, unsigned seed);
size_t LLVMFuzzerMutate(uint8_t *data, size_t len, size_t max);
