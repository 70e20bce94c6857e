/*
 * The arena: one range of addresses that holds everything of a state, so that the state can be saved and restored as a
 * whole. Blocks are rounded up to classes: multiples of 16 bytes up to KL_SMALL, above it eight sizes for each power of
 * two. A freed block waits in the list of its class. Addresses are reserved at once; memory is used as it is touched.
 *
 * The lower half of the arena's address is zero, because the hash of an object is the lower half of its address. So a table
 * whose keys are objects grows at the same moment in every state and in every process.
 */
#include <stdatomic.h>
#include <sys/mman.h>
#include <unistd.h>

#include "internal.h"

#define STEP 16
#define SMALL_CLASSES (KL_SMALL / STEP)

/* A free block contains the address of the next free block of its class. */
typedef struct free_block {
    struct free_block *next;
} free_block;

/* Returns the class of blocks for a size, and sets the size of the blocks in it. */
static size_t class_of(size_t size, size_t *rounded) {
    if (size <= KL_SMALL) {
        size_t class = (size - 1) / STEP;
        *rounded = (class + 1) * STEP;
        return class;
    }
    unsigned power = 63 - (unsigned)__builtin_clzl(size - 1);
    size_t part = (size_t)1 << (power - 3);
    *rounded = (size + part - 1) & ~(part - 1);
    return SMALL_CLASSES + (power - 8) * 8 + ((size - 1) >> (power - 3)) % 8;
}

#define FLAGS (MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE)
/* The upper halves of the addresses to try: the first one, how many there are, and how many one arena tries. */
#define FIRST_UPPER 0x1001
#define UPPERS 0x5000
#define TRIED_UPPERS 64

/* Reserves addresses whose lower half is zero; without success, any addresses. */
static void *reserve(size_t size) {
    static atomic_uint_fast64_t counter;
    for (int attempt = 0; attempt < TRIED_UPPERS; attempt++) {
        uint64_t upper = FIRST_UPPER + atomic_fetch_add(&counter, 1) % UPPERS;
        void *wanted = (void *)(uintptr_t)(upper << 32);
        void *base = mmap(wanted, size, PROT_READ | PROT_WRITE, FLAGS | MAP_FIXED_NOREPLACE, -1, 0);
        if (base == wanted) return base;
        /* Kernels before 4.17 take the address as a hint. */
        if (base != MAP_FAILED) munmap(base, size);
    }
    return mmap(NULL, size, PROT_READ | PROT_WRITE, FLAGS, -1, 0);
}

bool kl_arena_open(kl_arena *arena, size_t memory) {
    /* Rounding and blocks of classes that are no longer used may take as much again as the blocks in use. */
    if (memory > SIZE_MAX / 4) return false;
    arena->size = 2 * memory + KL_ARENA_SPARE;
    void *base = reserve(arena->size);
    arena->base = base == MAP_FAILED ? NULL : base;
    return arena->base != NULL;
}

void kl_arena_close(kl_arena *arena) {
    if (arena->base) munmap(arena->base, arena->size);
}

void *kl_arena_allocate(kl_arena *arena, size_t size) {
    size_t rounded;
    if (size > arena->size) return NULL;
    size_t class = class_of(size, &rounded);
    free_block *block = arena->free[class];
    if (block) {
        arena->free[class] = block->next;
        return block;
    }
    if (rounded > arena->size - arena->used) return NULL;
    void *fresh = arena->base + arena->used;
    arena->used += rounded;
    return fresh;
}

void kl_arena_free(kl_arena *arena, void *block, size_t size) {
    if (!block) return;
    size_t rounded;
    free_block *freed = block;
    size_t class = class_of(size, &rounded);
    freed->next = arena->free[class];
    arena->free[class] = freed;
}

/* Resizes a block as realloc does. On failure, returns NULL and keeps the block. */
void *kl_arena_resize(kl_arena *arena, void *block, size_t old_size, size_t new_size) {
    size_t old_rounded, new_rounded;
    if (new_size > arena->size) return NULL;
    if (class_of(old_size, &old_rounded) == class_of(new_size, &new_rounded)) return block;
    void *moved = kl_arena_allocate(arena, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    kl_arena_free(arena, block, old_size);
    return moved;
}

bool kl_arena_save(const kl_arena *arena, kl_saved_arena *saved) {
    saved->bytes = malloc(arena->used);
    if (!saved->bytes) return false;
    memcpy(saved->bytes, arena->base, arena->used);
    saved->arena = *arena;
    return true;
}

void kl_arena_restore(kl_arena *arena, const kl_saved_arena *saved) {
    size_t touched = arena->used, kept = saved->arena.used;
    *arena = saved->arena;
    memcpy(arena->base, saved->bytes, kept);
    if (touched - kept <= KL_KEPT_PAGES) return;
    /* Memory that one run needed exceptionally goes back to the system. */
    size_t page = (size_t)sysconf(_SC_PAGESIZE);
    size_t start = (kept + KL_KEPT_PAGES + page - 1) / page * page;
    if (start < touched) madvise(arena->base + start, touched - start, MADV_DONTNEED);
}
