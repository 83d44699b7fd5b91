#include "tests/support/echo.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>

enum { ARENA_MAX = 256 * 1024 * 1024 };

static void out_of_memory(void *arg)
{
    (void)arg;
    fputs("arena full\n", stderr);
    exit(1);
}

/* One record answered. False: the input is at its end. */
static bool serve(echo_record *echo, struct arena *a)
{
    uint32_t len;
    int what = getchar();
    if (what == EOF || fread(&len, sizeof len, 1, stdin) != 1)
        return false;
    len = ntohl(len);
    char *at = arena_alloc(a, (size_t)len + 1);
    if (fread(at, 1, len, stdin) != len)
        return false;
    struct text reply;
    text_init(&reply, a);
    text_add(&reply, "", 0);
    echo(what, (struct bytes){.at = at, .len = len}, a, &reply);
    uint32_t reply_len = htonl((uint32_t)reply.len);
    fwrite(&reply_len, sizeof reply_len, 1, stdout);
    fwrite(reply.at, 1, reply.len, stdout);
    fflush(stdout);
    return true;
}

int echo_records(echo_record *echo)
{
    bool more = true;
    while (more) {
        struct arena arena;
        arena_init(&arena, ARENA_MAX);
        arena.on_full = out_of_memory;
        more = serve(echo, &arena);
        arena_clear(&arena);
    }
    return 0;
}
