/*
 * The pool of a state's small blocks: one region of memory, divided into blocks whose sizes are multiples of 16 bytes,
 * and freed as a whole. Lua allocates and frees many small objects; if the region is full, blocks come from malloc.
 */
#include "internal.h"

#define REGION ((size_t)1 << 20)
#define STEP 16

/* A free block contains the address of the next free block of its size. */
typedef struct free_block {
    struct free_block *next;
} free_block;

bool kl_pool_open(kl_pool *pool) {
    pool->region = malloc(REGION);
    return pool->region != NULL;
}

void kl_pool_close(kl_pool *pool) { free(pool->region); }

static bool is_pooled(const kl_pool *pool, const void *block) {
    return (uintptr_t)block - (uintptr_t)pool->region < REGION;
}

/* Returns a block of at least `size` bytes: from the region, or from malloc if it is large or the region is full. */
static void *allocate(kl_pool *pool, size_t size) {
    if (size <= KL_POOLED) {
        size_t size_class = (size - 1) / STEP;
        free_block *block = pool->free[size_class];
        if (block) {
            pool->free[size_class] = block->next;
            return block;
        }
        size_t length = (size_class + 1) * STEP;
        if (length <= REGION - pool->used) {
            pool->used += length;
            return pool->region + pool->used - length;
        }
    }
    return malloc(size);
}

void kl_pool_free(kl_pool *pool, void *block, size_t size) {
    if (!block || !is_pooled(pool, block)) {
        free(block);
        return;
    }
    size_t size_class = (size - 1) / STEP;
    free_block *freed = block;
    freed->next = pool->free[size_class];
    pool->free[size_class] = freed;
}

/* Resizes a block as realloc does, or allocates one if `block` is NULL. On failure, returns NULL and keeps the block. */
void *kl_pool_resize(kl_pool *pool, void *block, size_t old_size, size_t new_size) {
    if (!block) return allocate(pool, new_size);
    if (!is_pooled(pool, block)) {
        if (new_size > KL_POOLED) return realloc(block, new_size);
    } else if ((old_size - 1) / STEP == (new_size - 1) / STEP) {
        return block;
    }
    void *moved = allocate(pool, new_size);
    if (!moved) return NULL;
    memcpy(moved, block, old_size < new_size ? old_size : new_size);
    kl_pool_free(pool, block, old_size);
    return moved;
}
