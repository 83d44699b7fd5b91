#include "common/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

enum { BLOCK_LEN = 64 * 1024, BULK_LEN = 2 * 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t mapped_len; /* 0: it is malloc's */
    size_t room;
    char *used_end; /* set once it is no longer the newest */
    alignas(max_align_t) char bytes[];
};

void arena_init(struct arena *a, size_t limit_len)
{
    *a = (struct arena){.limit_len = limit_len};
}

void arena_init_bulk(struct arena *a, size_t limit_len)
{
    *a = (struct arena){.limit_len = limit_len, .in_bulk = true};
}

static void give_back(struct arena_block *block)
{
    if (block->mapped_len)
        (void)munmap(block, block->mapped_len);
    else
        free(block);
}

void arena_clear(struct arena *a)
{
    while (a->blocks) {
        struct arena_block *next = a->blocks->next;
        give_back(a->blocks);
        a->blocks = next;
    }
    if (a->spare)
        give_back(a->spare);
    a->spare = NULL;
    a->at = a->end = NULL;
    a->used_len = a->held_len = 0;
}

size_t arena_left(const struct arena *a)
{
    size_t taken = a->in_bulk && a->held_len > a->used_len ? a->held_len : a->used_len;
    taken += a->partner ? a->partner->held_len : 0;
    return taken < a->limit_len ? a->limit_len - taken : 0;
}

static void *full(const struct arena *a)
{
    if (a->on_full)
        a->on_full(a->on_full_arg);
    return NULL;
}

static size_t round_up(size_t len)
{
    const size_t unit = alignof(max_align_t);
    return (len + unit - 1) / unit * unit;
}

/* A block of at least len octets, header included, that begins and ends where a large page does: more is
 * mapped, and what stands over on either side is given back. */
static struct arena_block *map_block(size_t len)
{
    size_t all = (len + BULK_LEN - 1) / BULK_LEN * BULK_LEN;
    char *at = mmap(NULL, all + BULK_LEN, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED)
        return NULL;
    size_t before = (BULK_LEN - (uintptr_t)at % BULK_LEN) % BULK_LEN;
    if (before)
        (void)munmap(at, before);
    (void)munmap(at + before + all, BULK_LEN - before);
    (void)madvise(at + before, all, MADV_HUGEPAGE); /* or small ones: slower, no more */
    struct arena_block *block = (struct arena_block *)(void *)(at + before);
    block->mapped_len = all;
    return block;
}

/* The spare one, or a new one within the limit. */
static struct arena_block *bulk_block(struct arena *a, size_t len)
{
    struct arena_block *block = a->spare;
    if (block && len <= block->room) {
        a->spare = NULL;
    } else {
        size_t all = (len + sizeof *block + BULK_LEN - 1) / BULK_LEN * BULK_LEN;
        if (a->held_len && all > arena_left(a))
            return NULL;
        block = map_block(sizeof *block + len);
        if (!block)
            return NULL;
        block->room = block->mapped_len - sizeof *block;
    }
    a->held_len += block->mapped_len;
    return block;
}

static int open_block(struct arena *a, size_t len)
{
    struct arena_block *block = NULL;
    size_t room = len > BLOCK_LEN ? len : BLOCK_LEN;
    if (a->in_bulk && room < PTRDIFF_MAX / 2) {
        block = bulk_block(a, room);
    } else if (!a->in_bulk) {
        block = calloc(1, sizeof *block + room);
        if (block)
            block->room = room;
    }
    if (!block)
        return -1;
    if (a->blocks)
        a->blocks->used_end = a->at;
    block->next = a->blocks;
    a->blocks = block;
    a->at = block->bytes;
    a->end = block->bytes + block->room;
    return 0;
}

void *arena_alloc(struct arena *a, size_t len)
{
    size_t room = round_up(len ? len : 1);
    if (room < len || room > a->limit_len - a->used_len)
        return full(a);
    if (room > (size_t)(a->end - a->at) && open_block(a, room) != 0)
        return full(a);
    char *piece = a->at;
    a->at += room;
    a->used_len += room;
    return piece;
}

void *arena_alloc_many(struct arena *a, size_t count, size_t len)
{
    size_t all;
    if (__builtin_mul_overflow(count, len, &all))
        return full(a);
    return arena_alloc(a, all);
}

struct arena_mark arena_mark(struct arena *a)
{
    a->is_marked = true; /* and blocks stay where they are from now on */
    return (struct arena_mark){.block = a->blocks, .at = a->at, .used_len = a->used_len};
}

/* The newest block goes. One of those that come and go is kept, zeroed as far as it was used: to be given
 * pages anew each time would cost more. */
static void drop_block(struct arena *a, char *used_end)
{
    struct arena_block *block = a->blocks;
    a->blocks = block->next;
    if (a->in_bulk)
        a->held_len -= block->mapped_len;
    if (block->mapped_len != BULK_LEN || a->spare) {
        give_back(block);
        return;
    }
    memset(block->bytes, 0, (size_t)(used_end - block->bytes));
    a->spare = block;
}

void arena_release(struct arena *a, struct arena_mark mark)
{
    char *used_end = a->at;
    while (a->blocks && a->blocks != mark.block) {
        drop_block(a, used_end);
        used_end = a->blocks ? a->blocks->used_end : NULL;
    }
    if (mark.block)
        memset(mark.at, 0, (size_t)(used_end - mark.at));
    a->at = mark.at;
    a->end = mark.block ? mark.block->bytes + mark.block->room : NULL;
    a->used_len = mark.used_len;
}

static bool is_within(const struct arena_block *block, const char *p)
{
    return (uintptr_t)p >= (uintptr_t)block->bytes && (uintptr_t)p < (uintptr_t)block->bytes + block->room;
}

bool arena_is_newer(const struct arena *a, struct arena_mark mark, const void *p)
{
    for (const struct arena_block *block = a->blocks; block && block != mark.block; block = block->next)
        if (is_within(block, p))
            return true;
    return mark.block && is_within(mark.block, p) && (uintptr_t)p >= (uintptr_t)mark.at;
}

/* The newest block, with one piece in it, made longer by what the system moves in its tables. */
static void *grow_block(struct arena *a, size_t new_len)
{
    struct arena_block *block = a->blocks;
    size_t all = (new_len + sizeof *block + BULK_LEN - 1) / BULK_LEN * BULK_LEN;
    if (all - block->mapped_len > arena_left(a))
        return NULL;
    void *moved = mremap(block, block->mapped_len, all, MREMAP_MAYMOVE);
    if (moved == MAP_FAILED)
        return NULL;
    block = moved;
    a->held_len += all - block->mapped_len;
    block->mapped_len = all;
    block->room = all - sizeof *block;
    a->blocks = block;
    a->end = block->bytes + block->room;
    return block->bytes;
}

void *arena_grow(struct arena *a, void *p, size_t old_len, size_t new_len)
{
    size_t old_room = round_up(old_len ? old_len : 1);
    if (p && new_len <= old_room)
        return p;
    if (p && (char *)p + old_room == a->at && new_len < PTRDIFF_MAX) {
        size_t more = round_up(new_len) - old_room;
        if (more <= (size_t)(a->end - a->at) && more <= a->limit_len - a->used_len) {
            a->at += more;
            a->used_len += more;
            return p;
        }
        bool alone = a->in_bulk && !a->is_marked && p == a->blocks->bytes;
        char *longer = alone && more <= a->limit_len - a->used_len ? grow_block(a, round_up(new_len)) : NULL;
        if (longer) {
            a->at = longer + round_up(new_len);
            a->used_len += more;
            return longer;
        }
    }
    void *moved = arena_alloc(a, new_len);
    if (moved && p)
        memcpy(moved, p, old_len);
    return moved;
}

char *arena_copy(struct arena *a, const char *s, size_t len)
{
    if (len == SIZE_MAX)
        return full(a);
    char *copy = arena_alloc(a, len + 1);
    if (copy && len)
        memcpy(copy, s, len);
    return copy;
}

char *arena_vprintf(struct arena *a, const char *format, va_list args)
{
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    char *out = len < 0 ? NULL : arena_alloc(a, (size_t)len + 1);
    if (out)
        vsnprintf(out, (size_t)len + 1, format, again);
    va_end(again);
    return out;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    char *out = arena_vprintf(a, format, args);
    va_end(args);
    return out;
}
