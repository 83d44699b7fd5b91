/* give_back.h: memory that is needed no more, given back to the kernel. */
#pragma once

#include <stddef.h>

/* Lets go of the program's own pages that are only read: code and constants. What is still needed comes back
 * at its next use, from the page cache; what read the configuration and set up the loop does not. Nothing is
 * lost, and nothing depends on it. */
void give_back_start(void);

/* From now on a pool that is freed is the kernel's again, and the next one costs nothing until it is touched,
 * however often the configuration is read. Left alone, glibc would keep the room of the first that was freed,
 * and clear all of it for the next. */
void give_back_pools(void);

enum { GIVE_BACK_MIN = 512 }; /* places of a pool: fewer are kept for the next burst */

/* What lies in a pool nobody uses: it is zeroed, and costs nothing until it is touched; but for what shares a
 * page with others, which stays as it is. */
void give_back_pool(void *pool, size_t len);

/* What was freed in small pieces. It takes a millisecond: for when much was. */
void give_back_freed(void);
