/* echo.h: a program that answers records from standard input on standard output, for comparing with an
 * oracle's: a letter, the length (32 bits, big-endian) and the octets; the answer is a length and octets. */
#pragma once

#include "common/arena.h"
#include "common/text.h"
#include "render/chart.h"

/* Answers one record; the arena is emptied behind it. */
typedef void echo_record(int what, struct bytes record, struct arena *a, struct text *to);

/* Until the input ends. Gives main's exit status; a record that needs more memory than there is ends the
 * program. */
int echo_records(echo_record *echo);
