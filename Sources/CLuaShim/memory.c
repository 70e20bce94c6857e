/* The allocator: the memory limit, and the cost of large blocks. */
#include "internal.h"

/* The initial size of Lua's table of short strings. It is the first block of that size. */
#define FIRST_STRINGS (128 * sizeof(void *))

/* Records blocks and sizes for the cost rules. `tag` is the Lua type of the object in a new block, or 0 for no object. */
static void track_block(kl_state *state, void *old, void *grown, size_t tag, size_t size) {
    if (old) {
        if (old == state->stack) state->stack = grown;
        if (old == state->strings) state->strings = grown;
    } else if (tag == 0 && state->expects_stack) {
        state->stack = grown;
        state->expects_stack = false;
    } else if (tag == 0 && state->expects_strings && size == FIRST_STRINGS) {
        state->strings = grown;
        state->expects_strings = false;
    }
    if (!old && tag == 0) {
        state->newest_block = grown;
        state->newest_block_size = size;
    }
    if (grown == state->stack && size > state->largest_stack) state->largest_stack = size;
    if (!old && tag == LUA_TSTRING && size > state->longest_text) {
        state->longest_text = size;
        if (size / KL_TEXT_BYTES >= KL_HEAVY && state->running && state->step != KL_WEIGHED_STEP) {
            state->step = KL_WEIGHED_STEP;
            lua_sethook(state->running, kl_hook, LUA_MASKCOUNT, KL_WEIGHED_STEP);
        }
    }
}

/* Whether a block may grow. If not, Lua collects garbage and tries once more. */
static bool may_grow(kl_state *state, size_t tag, size_t old_size, size_t new_size) {
    if (state->running && state->stop != KL_OK) return false;
    if (tag == LUA_TSTRING && new_size > KL_LONGEST_TEXT) return false;
    if (state->running && new_size >= KL_CHARGED_BLOCK && state->instructions_left < 0) {
        state->stop = KL_INSTRUCTIONS;
        return false;
    }
    if (state->memory_used - old_size + new_size <= state->memory_limit) return true;
    /* The hook does not run during collections, so the deadline is checked here to stop repeated ones. */
    if (state->running && kl_now() > state->deadline) state->stop = KL_TIME;
    return false;
}

/* The lua_Alloc function of a state. */
void *kl_allocate(void *context, void *block, size_t old_size, size_t new_size) {
    kl_state *state = context;
    size_t tag = 0;
    if (!block) {
        tag = old_size;
        old_size = 0;
    }
    if (new_size == 0) {
        /* When a stack moves, Lua frees the old block after it has allocated the new one. */
        if (block && block == state->stack) {
            state->stack = state->newest_block;
            if (state->newest_block_size > state->largest_stack) state->largest_stack = state->newest_block_size;
        }
        kl_pool_free(&state->pool, block, old_size);
        state->memory_used -= old_size;
        return NULL;
    }
    if (new_size > old_size && !may_grow(state, tag, old_size, new_size)) return NULL;
    void *grown = kl_pool_resize(&state->pool, block, old_size, new_size);
    if (!grown) return new_size <= old_size ? block : NULL;
    state->memory_used += new_size - old_size;
    if (new_size <= KL_POOLED && old_size <= KL_POOLED) return grown; /* the cost rules apply to larger blocks only */
    track_block(state, block, grown, tag, new_size);
    /* The table of short strings is free of charge: when it grows depends on garbage of earlier calls. */
    if (new_size >= KL_CHARGED_BLOCK && grown != state->strings) state->instructions_left -= (int64_t)(new_size / 64);
    return grown;
}
