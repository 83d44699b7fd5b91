#include "render/go_layout.h"

#include <string.h>

const char *const go_months[12] = {"January", "February", "March",     "April",   "May",      "June",
                                   "July",    "August",   "September", "October", "November", "December"};
const char *const go_weekdays[7] = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                    "Thursday", "Friday", "Saturday"};

/* Longer ones before those that they begin with. */
static const struct spelling {
    const char *text;
    enum go_element element;
    struct go_zone_form zone;
    bool no_lower_behind; /* "Janet" is no month */
} spellings[] = {
    {"January", LONG_MONTH, {0}, false},
    {"Jan", MONTH, {0}, true},
    {"Monday", LONG_WEEKDAY, {0}, false},
    {"Mon", WEEKDAY, {0}, true},
    {"MST", ZONE_NAME, {0}, false},
    {"002", ZERO_YEAR_DAY, {0}, false},
    {"01", ZERO_MONTH, {0}, false},
    {"02", ZERO_DAY, {0}, false},
    {"03", ZERO_HOUR12, {0}, false},
    {"04", ZERO_MINUTE, {0}, false},
    {"05", ZERO_SECOND, {0}, false},
    {"06", YEAR, {0}, false},
    {"15", HOUR, {0}, false},
    {"1", NUM_MONTH, {0}, false},
    {"2006", LONG_YEAR, {0}, false},
    {"2", DAY, {0}, false},
    {"__2", UNDER_YEAR_DAY, {0}, false},
    {"_2", UNDER_DAY, {0}, false},
    {"3", HOUR12, {0}, false},
    {"4", MINUTE, {0}, false},
    {"5", SECOND, {0}, false},
    {"PM", UPPER_PM, {0}, false},
    {"pm", LOWER_PM, {0}, false},
    {"-070000", ZONE, {false, false, true, true}, false},
    {"-07:00:00", ZONE, {false, true, true, true}, false},
    {"-0700", ZONE, {false, false, true, false}, false},
    {"-07:00", ZONE, {false, true, true, false}, false},
    {"-07", ZONE, {false, false, false, false}, false},
    {"Z070000", ZONE, {true, false, true, true}, false},
    {"Z07:00:00", ZONE, {true, true, true, true}, false},
    {"Z0700", ZONE, {true, false, true, false}, false},
    {"Z07:00", ZONE, {true, true, true, false}, false},
    {"Z07", ZONE, {true, false, false, false}, false},
};

static const struct spelling *spelling_at(struct bytes b)
{
    if (bytes_start_with(b, "_2006")) /* the year, behind a dash */
        return NULL;
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        size_t len = strlen(spellings[i].text);
        if (!bytes_start_with(b, spellings[i].text))
            continue;
        bool lower_behind = b.len > len && b.at[len] >= 'a' && b.at[len] <= 'z';
        if (!spellings[i].no_lower_behind || !lower_behind)
            return &spellings[i];
    }
    return NULL;
}

/* A point or comma and noughts or nines, with no digit behind: their number, or 0. */
static size_t fraction_at(struct bytes b)
{
    size_t count = 0;
    if (b.len < 2 || (b.at[0] != '.' && b.at[0] != ',') || (b.at[1] != '0' && b.at[1] != '9'))
        return 0;
    while (1 + count < b.len && b.at[1 + count] == b.at[1])
        count++;
    bool digit_behind = 1 + count < b.len && b.at[1 + count] >= '0' && b.at[1 + count] <= '9';
    return digit_behind ? 0 : count;
}

struct go_chunk go_layout_next(struct bytes layout)
{
    for (size_t i = 0; i < layout.len; i++) {
        struct bytes here = {layout.at + i, layout.len - i};
        const struct spelling *s = spelling_at(here);
        size_t digits = fraction_at(here), len = s ? strlen(s->text) : digits + 1;
        if (!s && !digits)
            continue;
        struct go_chunk chunk = {.before = {layout.at, i},
                                 .text = {here.at, len},
                                 .rest = {here.at + len, here.len - len},
                                 .digits = digits};
        chunk.element = s ? s->element : here.at[1] == '0' ? FRACTION0 : FRACTION9;
        if (s)
            chunk.zone = s->zone;
        return chunk;
    }
    return (struct go_chunk){.before = layout, .text = {"", 0}, .rest = {"", 0}};
}
