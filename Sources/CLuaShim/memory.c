/* The allocator: the memory limit, and the cost of blocks. */
#include "internal.h"

/* The initial size of Lua's table of short strings. It is the first block of that size. */
#define FIRST_STRINGS (128 * sizeof(void *))
/* The size of a closure without its upvalues, and of each upvalue. */
#define CLOSURE 32
#define UPVALUE 8

/* Records a block above KL_SMALL that is not a Lua object. */
static void track_vector(kl_state *state, const void *old, void *grown, size_t size) {
    if (old) {
        if (old == state->strings) state->strings = grown;
    } else {
        state->newest_vector = grown;
        state->newest_vector_size = size;
        if (state->expects_stack) {
            state->stack = grown;
            state->expects_stack = false;
        } else if (state->expects_strings && size == FIRST_STRINGS) {
            state->strings = grown;
            state->expects_strings = false;
        }
    }
    if (grown == state->stack && size > state->largest_stack) state->largest_stack = size;
    if (grown == state->stack || grown == state->strings || size < KL_LARGE_VECTOR || size <= state->largest_vector) return;
    state->vector_before = state->largest_vector;
    state->largest_vector = size;
}

/* Records a new object above KL_SMALL, with its Lua type. */
static void track_object(kl_state *state, size_t tag, size_t size) {
    if (tag == LUA_TFUNCTION) {
        /* Making a closure looks for each variable of its function in the list of those that closures share. */
        uint64_t upvalues = (size - CLOSURE) / UPVALUE;
        kl_subtract(state, upvalues * upvalues / 4);
    }
    if (tag != LUA_TSTRING || size <= state->longest_text) return;
    state->longest_text = size;
    if (size / KL_TEXT_BYTES >= KL_HEAVY && state->running && state->step != KL_WEIGHED_STEP) {
        state->step = KL_WEIGHED_STEP;
        lua_sethook(state->running, kl_hook, LUA_MASKCOUNT, KL_WEIGHED_STEP);
    }
}

/* Charges a block above KL_SMALL. The table of short strings is free: when it grows depends on texts of earlier calls. */
static void charge_block(kl_state *state, const void *block, size_t size) {
    if (block != state->strings) kl_subtract(state, size / KL_CHARGED_BYTES);
}

/* Whether the memory limit lets a block grow. If not, Lua collects garbage and tries once more. */
static bool fits(kl_state *state, size_t old_size, size_t new_size) {
    size_t after = state->memory_used - old_size + new_size;
    if (state->is_warm) {
        /* Texts that earlier calls have left behind may be used again, and would then not be counted. */
        if (after + state->garbage <= state->memory_limit) return true;
        if (state->stop == KL_OK) state->stop = KL_RERUN;
        return false;
    }
    if (after <= state->memory_limit) return true;
    /* The hook does not run during collections. */
    kl_subtract(state, state->memory_used / KL_COLLECTED_BYTES);
    if (state->running && kl_time_is_over(state)) state->stop = KL_TIME;
    return false;
}

/* Whether a block may grow. */
static bool may_grow(kl_state *state, size_t tag, size_t old_size, size_t new_size) {
    if (state->running && state->stop != KL_OK) return false;
    if (new_size >= KL_LARGE_BLOCK) {
        if (tag == LUA_TSTRING && new_size > KL_LONGEST_TEXT) return false;
        if (tag == 0 && old_size == 0 && kl_hash_part_nodes(new_size) > KL_MOST_NODES) return false;
        if (state->running && state->instructions_left < 0) {
            state->stop = KL_INSTRUCTIONS;
            return false;
        }
    }
    return fits(state, old_size, new_size);
}

static void release(kl_state *state, void *block, size_t size) {
    size_t nodes = state->new_part ? kl_hash_part_nodes(size) : 0;
    if (nodes > 0) kl_replace_hash_part(state, block, nodes);
    /* When a stack moves, Lua frees the old block after it has allocated the new one. */
    if (block && block == state->stack) {
        state->stack = state->newest_vector;
        state->has_moved_stack = true;
        if (state->largest_vector == state->newest_vector_size) state->largest_vector = state->vector_before;
        if (state->newest_vector_size > state->largest_stack) state->largest_stack = state->newest_vector_size;
    }
    kl_arena_free(&state->arena, block, size);
    state->memory_used -= size;
}

/* The lua_Alloc function of a state. */
void *kl_allocate(void *context, void *block, size_t old_size, size_t new_size) {
    kl_state *state = context;
    size_t tag = 0;
    if (!block) {
        tag = old_size;
        old_size = 0;
    }
    if (tag != 0) kl_end_first_part(state);
    if (new_size == 0) {
        release(state, block, old_size);
        return NULL;
    }
    if (new_size > old_size && !may_grow(state, tag, old_size, new_size)) return NULL;
    void *grown =
        block ? kl_arena_resize(&state->arena, block, old_size, new_size) : kl_arena_allocate(&state->arena, new_size);
    if (!grown) {
        if (new_size <= old_size) return block;
        if (state->is_warm && state->stop == KL_OK) state->stop = KL_RERUN;
        return NULL;
    }
    /* The second block of a new state: the first one, with the seed, is complete, and no text has been hashed. */
    if (!state->lua && state->newest_tag == LUA_TTHREAD) kl_fix_seed(state, state->newest_block, state->memory_used);
    state->memory_used += new_size - old_size;
    if (!block) {
        size_t nodes = tag == 0 ? kl_hash_part_nodes(new_size) : 0;
        if (nodes > 0) kl_begin_hash_part(state, grown, nodes);
        state->newest_block = grown;
        state->newest_tag = tag;
    }
    if (new_size <= KL_SMALL && old_size <= KL_SMALL) return grown;
    if (tag == 0) track_vector(state, block, grown, new_size);
    else track_object(state, tag, new_size);
    charge_block(state, grown, new_size);
    return grown;
}
