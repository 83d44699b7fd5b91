/* confine.h: a process that listens already gives up what it no longer needs: capabilities, new privileges,
 * and every system call that serving does not take. From then on no file can be written, no program started,
 * no memory made executable; a call that is not on the list ends the process with SIGSYS. */
#pragma once

#include "common/diag.h"

/* 0: built with a sanitizer, whose own calls are not on the list. */
#define CONFINE_FILTERS 1
#ifdef __SANITIZE_ADDRESS__
#undef CONFINE_FILTERS
#define CONFINE_FILTERS 0
#elif defined __has_feature
#if __has_feature(address_sanitizer)
#undef CONFINE_FILTERS
#define CONFINE_FILTERS 0
#endif
#endif

/* Each step works, or is left out where the system has no such thing; notes then says which, in one line. */
void confine(struct diag *notes);
