#include "tests/fuzz/ldns_differences.h"

#include "common/dname.h"
#include "dnsd/message.h"

/* What there is to see in a packet, looked at without dnsd's reader and without ldns's. */
struct look {
    uint16_t questions, answers, authorities, additionals;
    unsigned opts, others; /* additional records, as far as they are whole */
    bool question_has_pointer, opt_has_owner, options_are_cut, has_more, is_cut;
};

static bool has_no_single_question(const struct look *l)
{
    return l->questions != 1;
}

static bool has_records(const struct look *l)
{
    return l->answers || l->authorities;
}

static bool has_many_additionals(const struct look *l)
{
    return l->additionals > 2;
}

static bool has_more(const struct look *l)
{
    return l->has_more;
}

static bool has_two_opts(const struct look *l)
{
    return l->opts > 1;
}

static bool opt_has_owner(const struct look *l)
{
    return l->opt_has_owner;
}

static bool options_are_cut(const struct look *l)
{
    return l->options_are_cut;
}

static bool question_has_pointer(const struct look *l)
{
    return l->question_has_pointer;
}

static bool is_cut_behind_another(const struct look *l)
{
    return l->is_cut && l->others > 0;
}

static bool has_other_additional(const struct look *l)
{
    return l->others > 0;
}

/* A stub has no use for any of what dnsd refuses here, and each could carry something past it. */
static const struct {
    enum taker taker;
    bool (*is_about)(const struct look *l);
    const char *why;
} differences[] = {
    {LDNS_TAKES, has_no_single_question, "RFC 9619 has one question in a query; none is dnsd's choice"},
    {LDNS_TAKES, has_records, "a query has no answers and no authorities"},
    {LDNS_TAKES, has_many_additionals, "more than an OPT and a TSIG have no place in a query"},
    {LDNS_TAKES, has_more, "octets behind the last record belong to nothing"},
    {LDNS_TAKES, has_two_opts, "RFC 6891 6.1.1: FORMERR"},
    {LDNS_TAKES, opt_has_owner, "RFC 6891 6.1.2: an OPT is the root's"},
    {LDNS_TAKES, options_are_cut, "ldns keeps an OPT's data unread; dnsd wants its options whole"},
    {LDNS_TAKES, question_has_pointer, "nothing stands before the question that a pointer could mean"},
    {LDNS_TAKES, is_cut_behind_another, "ldns lets a name run past its record's data, and finds another end"},
    {DNSD_TAKES, has_other_additional, "dnsd skips what is no OPT, its data unread, and passes nothing on"},
};

/* true: it ended in a pointer. */
static bool skip_name(struct cursor *c)
{
    for (uint8_t octet; (octet = cursor_u8(c)) != 0;) {
        if (octet >= 0xc0) {
            (void)cursor_u8(c);
            return true;
        }
        if (octet > LABEL_MAX)
            c->failed = true;
        (void)cursor_take(c, octet);
    }
    return false;
}

static void skip_record(struct cursor *c)
{
    (void)skip_name(c);
    (void)cursor_take(c, 8);
    (void)cursor_take(c, cursor_u16(c));
}

static void look_at_record(struct cursor *c, struct look *l)
{
    bool has_owner = c->left && *c->at != 0;
    (void)skip_name(c);
    uint16_t type = cursor_u16(c);
    (void)cursor_take(c, 6);
    size_t len = cursor_u16(c);
    struct cursor data = cursor_over(cursor_take(c, len), len);
    if (c->failed)
        return;
    if (type != TYPE_OPT) {
        l->others++;
        return;
    }
    l->opts++;
    l->opt_has_owner |= has_owner;
    while (data.left && !data.failed) {
        (void)cursor_u16(&data);
        (void)cursor_take(&data, cursor_u16(&data));
    }
    l->options_are_cut |= data.failed;
}

static struct look look_at(const uint8_t *wire, size_t len)
{
    struct cursor c = cursor_over(wire, len);
    struct look l = {0};
    (void)cursor_take(&c, 4);
    l.questions = cursor_u16(&c);
    l.answers = cursor_u16(&c);
    l.authorities = cursor_u16(&c);
    l.additionals = cursor_u16(&c);
    for (unsigned i = 0; i < l.questions && !c.failed; i++) {
        l.question_has_pointer |= skip_name(&c);
        (void)cursor_take(&c, 4);
    }
    for (unsigned i = 0; i < (unsigned)l.answers + l.authorities && !c.failed; i++)
        skip_record(&c);
    for (unsigned i = 0; i < l.additionals && !c.failed; i++)
        look_at_record(&c, &l);
    l.has_more = !c.failed && c.left;
    l.is_cut = c.failed;
    return l;
}

bool ldns_difference_is_known(enum taker taker, const uint8_t *wire, size_t len)
{
    const struct look l = look_at(wire, len);
    for (size_t i = 0; i < sizeof differences / sizeof *differences; i++)
        if (differences[i].taker == taker && differences[i].is_about(&l))
            return true;
    return false;
}
