/* decimal.h: sums as shopspring/decimal does them, which sprig's addf, mulf and the like stand on: exact, but
 * for quotients, which have 16 digits behind the point. */
#pragma once

/* Works op ('+', '-', '*' or '/') on numbers[0..count), from left to right; count is 1 or more, all are
 * finite, and no divisor is 0. */
double decimal_fold(char op, const double *numbers, unsigned long count);
