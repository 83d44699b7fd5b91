#include "render/template/decimal.h"

#include <openssl/bn.h>
#include <openssl/crypto.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "common/number.h"

enum { QUOTIENT_DIGITS = 16 };

/* value times 10 to the exponent */
struct decimal {
    BIGNUM *value;
    int exponent;
};

static void scale(BIGNUM *value, int digits, BN_CTX *ctx)
{
    BIGNUM *ten = BN_new(), *power = BN_new(), *by = BN_new();
    if (ten && power && by && digits > 0 && BN_set_word(ten, 10) && BN_set_word(by, (unsigned)digits) &&
        BN_exp(power, ten, by, ctx))
        (void)BN_mul(value, value, power, ctx);
    BN_free(ten);
    BN_free(power);
    BN_free(by);
}

/* Of the fewest digits that read back as number. */
static struct decimal decimal_of(double number)
{
    char text[NUMBER_TEXT_MAX], digits[NUMBER_TEXT_MAX];
    struct decimal d = {0};
    size_t count = 0;
    number_go(number == 0 ? 0 : number, text);
    const char *e = strchr(text, 'e'), *point = strchr(text, '.');
    for (const char *c = text; *c && c != e; c++)
        if (*c != '.')
            digits[count++] = *c;
    digits[count] = '\0';
    d.exponent = e ? (int)strtol(e + 1, NULL, 10) : 0;
    if (point)
        d.exponent -= (int)((e ? e : text + strlen(text)) - point - 1);
    (void)BN_dec2bn(&d.value, digits);
    return d;
}

static void add(struct decimal *a, struct decimal *b, char op, BN_CTX *ctx)
{
    int exponent = a->exponent < b->exponent ? a->exponent : b->exponent;
    scale(a->value, a->exponent - exponent, ctx);
    scale(b->value, b->exponent - exponent, ctx);
    a->exponent = exponent;
    (void)(op == '+' ? BN_add(a->value, a->value, b->value) : BN_sub(a->value, a->value, b->value));
}

/* Half of the last digit is rounded away from nought. */
static void divide(struct decimal *a, struct decimal *b, BN_CTX *ctx)
{
    BIGNUM *rest = BN_new();
    int shift = a->exponent - b->exponent + QUOTIENT_DIGITS;
    bool negative = BN_is_negative(a->value) != BN_is_negative(b->value);
    BN_set_negative(a->value, 0);
    BN_set_negative(b->value, 0);
    scale(shift > 0 ? a->value : b->value, abs(shift), ctx);
    if (rest && BN_div(a->value, rest, a->value, b->value, ctx) && BN_lshift1(rest, rest) &&
        BN_cmp(rest, b->value) >= 0)
        (void)BN_add_word(a->value, 1);
    BN_set_negative(a->value, negative);
    a->exponent = -QUOTIENT_DIGITS;
    BN_free(rest);
}

static double double_of(const struct decimal *d)
{
    char *digits = BN_bn2dec(d->value), *text = NULL;
    double number = 0;
    if (digits && asprintf(&text, "%se%d", digits, d->exponent) > 0)
        number = strtod(text, NULL);
    free(text);
    OPENSSL_free(digits);
    return number == 0 ? 0 : number;
}

double decimal_fold(char op, const double *numbers, unsigned long count)
{
    BN_CTX *ctx = BN_CTX_new();
    struct decimal all = decimal_of(numbers[0]);
    for (unsigned long i = 1; i < count; i++) {
        struct decimal next = decimal_of(numbers[i]);
        if (op == '*') {
            (void)BN_mul(all.value, all.value, next.value, ctx);
            all.exponent += next.exponent;
        } else if (op == '/') {
            divide(&all, &next, ctx);
        } else {
            add(&all, &next, op, ctx);
        }
        BN_free(next.value);
    }
    double result = double_of(&all);
    BN_free(all.value);
    BN_CTX_free(ctx);
    return result;
}
