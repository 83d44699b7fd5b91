#include "dnsd/give_back.h"

#include <link.h>
#include <malloc.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

enum { POOL_MIN = 64 * 1024 };

/* The first object is the program itself. */
static int drop_read_only(struct dl_phdr_info *object, size_t size, void *arg)
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    (void)size;
    (void)arg;
    for (unsigned i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *h = &object->dlpi_phdr[i];
        if (h->p_type != PT_LOAD || (h->p_flags & PF_W))
            continue;
        uintptr_t first = (object->dlpi_addr + h->p_vaddr) & ~(page - 1);
        uintptr_t end = object->dlpi_addr + h->p_vaddr + h->p_memsz;
        (void)madvise((void *)first, end - first, MADV_DONTNEED); /* NOLINT(performance-no-int-to-ptr) */
    }
    return 1;
}

void give_back_start(void)
{
    (void)dl_iterate_phdr(drop_read_only, NULL);
}

void give_back_pools(void)
{
    (void)mallopt(M_MMAP_THRESHOLD, POOL_MIN);
    (void)mallopt(M_TRIM_THRESHOLD, POOL_MIN);
}

void give_back_pool(void *pool, size_t len)
{
    size_t page = (size_t)sysconf(_SC_PAGESIZE), before = (page - (uintptr_t)pool % page) % page;
    if (len >= before + page)
        (void)madvise((char *)pool + before, (len - before) / page * page, MADV_DONTNEED);
}

void give_back_freed(void)
{
    (void)malloc_trim(0);
}
