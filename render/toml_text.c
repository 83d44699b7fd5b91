#include "render/toml_text.h"

#include <string.h>

void toml_text_write(const char *s, size_t len, struct text *to)
{
    static const char shown[] = "\b\t\n\f\r\"\\", letters[] = "btnfr\"\\";
    text_addc(to, '"');
    for (size_t i = 0; i < len; i++) {
        const char *short_form = s[i] ? strchr(shown, s[i]) : NULL;
        if (short_form)
            text_printf(to, "\\%c", letters[short_form - shown]);
        else if ((unsigned char)s[i] < ' ' || s[i] == 0x7f)
            text_printf(to, "\\u%04x", (unsigned)s[i]);
        else
            text_addc(to, s[i]);
    }
    text_addc(to, '"');
}

void toml_key_write(const char *key, size_t len, struct text *to)
{
    static const char bare[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    size_t i = 0;
    while (i < len && key[i] && strchr(bare, key[i]))
        i++;
    if (len && i == len)
        text_add(to, key, len);
    else
        toml_text_write(key, len, to);
}
