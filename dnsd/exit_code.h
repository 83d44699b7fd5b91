/* exit_code.h: dnsd's exit status; dnsd(8) promises the numbers. */
#pragma once

enum exit_code {
    EXIT_OK = 0,
    EXIT_FAULT = 1, /* the system gave no memory or no descriptors */
    EXIT_USAGE = 2,
    EXIT_CONFIG = 3,
    EXIT_IN_USE = 4,
    EXIT_NOT_PERMITTED = 5,
    EXIT_NO_UPSTREAM = 6,
    EXIT_UPSTREAM_IS_SELF = 7
};
