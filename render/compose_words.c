#include "render/compose_words.h"

#include <string.h>

#include "common/text.h"

struct splitter {
    const char *at;
    struct arena *arena;
    struct value *list;
    struct text word;
    bool begun; /* a word, be it empty */
};

static void end_word(struct splitter *s)
{
    if (s->begun)
        value_push(s->arena, s->list, value_text(s->arena, s->word.at, s->word.len));
    s->begun = false;
    text_init(&s->word, s->arena);
    text_add(&s->word, "", 0);
}

/* '...': nothing is special in it */
static const char *single_quoted(struct splitter *s)
{
    const char *end = strchr(s->at, '\'');
    if (!end)
        return "a ' has no other to end it; quote it, or write a list";
    text_add(&s->word, s->at, (size_t)(end - s->at));
    s->at = end + 1;
    return NULL;
}

/* "...": a backslash quotes $ ` " \ and takes a newline away */
static const char *double_quoted(struct splitter *s)
{
    while (*s->at && *s->at != '"') {
        if (*s->at == '\\' && s->at[1] && strchr("$`\"\\\n", s->at[1])) {
            if (s->at[1] != '\n')
                text_addc(&s->word, s->at[1]);
            s->at += 2;
        } else {
            text_addc(&s->word, *s->at++);
        }
    }
    if (!*s->at)
        return "a \" has no other to end it; quote it, or write a list";
    s->at++;
    return NULL;
}

static const char *take_one(struct splitter *s)
{
    char c = *s->at++;
    if (strchr(" \t\r\n", c)) {
        end_word(s);
        return NULL;
    }
    if (strchr("|&;<>()`", c))
        return "no shell runs it, and what stands behind | & ; < > ( ) ` would be lost; write [sh, -c, "
               "\"...\"], or quote the character";
    if (c == '\\' && *s->at == '\n') {
        s->at++;
        return NULL;
    }
    s->begun = true;
    if (c == '\'')
        return single_quoted(s);
    if (c == '"')
        return double_quoted(s);
    if (c == '\\' && !*s->at)
        return "nothing stands behind the last \\; double it";
    text_addc(&s->word, c == '\\' ? *s->at++ : c);
    return NULL;
}

const char *words_split(const char *text, struct arena *a, struct value *list)
{
    struct splitter s = {.at = text, .arena = a, .list = list};
    const char *wrong = NULL;
    end_word(&s);
    while (!wrong && *s.at)
        wrong = take_one(&s);
    end_word(&s);
    return wrong;
}

const char *words_literal(struct arena *a, const char *text)
{
    struct text out;
    text_init(&out, a);
    text_add(&out, "", 0);
    while (*text) {
        size_t plain = strcspn(text, "$"), dollars = strspn(text + plain, "$");
        text_add(&out, text, plain);
        text += plain + dollars;
        text_repeat(&out, '$', dollars > 1 || *text == '(' ? 2 * dollars : dollars);
    }
    return out.at;
}
