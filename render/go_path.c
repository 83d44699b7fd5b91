#include "render/go_path.h"

#include <stdbool.h>
#include <string.h>

struct element {
    const char *at;
    size_t len;
};

static struct element next_element(struct element *rest)
{
    struct element element = {rest->at, 0};
    while (element.len < rest->len && element.at[element.len] != '/')
        element.len++;
    size_t taken = element.len + (element.len < rest->len);
    rest->at += taken;
    rest->len -= taken;
    return element;
}

static bool is_word(struct element e, const char *word)
{
    return e.len == strlen(word) && memcmp(e.at, word, e.len) == 0;
}

/* ".." behind what is there: it takes the last element away, unless there is none that could be. */
static void go_up(struct text *t, bool rooted, size_t *fixed_len)
{
    if (t->len > *fixed_len) {
        size_t len = t->len - 1;
        while (len > *fixed_len && t->at[len] != '/')
            len--;
        text_cut(t, len);
    } else if (!rooted) {
        text_adds(t, t->len ? "/.." : "..");
        *fixed_len = t->len;
    }
}

void go_path_clean(const char *at, size_t len, struct text *to)
{
    struct element rest = {at, len};
    bool rooted = len && *at == '/';
    size_t root_len = rooted ? 1 : 0, fixed_len = root_len;
    text_cut(to, 0);
    text_adds(to, rooted ? "/" : "");
    while (rest.len) {
        struct element element = next_element(&rest);
        if (!element.len || is_word(element, "."))
            continue;
        if (is_word(element, "..")) {
            go_up(to, rooted, &fixed_len);
            continue;
        }
        if (to->len > root_len)
            text_addc(to, '/');
        text_add(to, element.at, element.len);
    }
    if (!to->len)
        text_adds(to, ".");
}
