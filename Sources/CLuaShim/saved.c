/*
 * The saved state: what a plugin was like after loading. The first call saves it, and it is restored before a call if the
 * last one failed, or if earlier ones have left much behind. Between two restorations nothing is collected, so that what a
 * call costs does not depend on the garbage of earlier ones.
 */
#include "internal.h"

/* Collects what loading has left behind, and makes the thread for all calls. Runs protected, as it allocates. */
static int prepare_saving(lua_State *L) {
    kl_state *state = KL_STATE(L);
    lua_gc(L, LUA_GCCOLLECT);
    lua_gc(L, LUA_GCSTOP);
    /* Stacks grow now, because a collection shrinks them. */
    luaL_checkstack(L, KL_STACK_SLOTS, "call");
    kl_make_thread(L, state);
    return 0;
}

bool kl_save(kl_state *state) {
    lua_State *L = state->lua;
    if (state->thread_reference != LUA_NOREF) kl_drop_thread(state);
    lua_pushcfunction(L, prepare_saving);
    if (lua_pcall(L, 0, 0, 0) != LUA_OK || !kl_arena_save(&state->arena, &state->saved.arena)) return false;
    kl_saved *saved = &state->saved;
    saved->memory_used = state->memory_used;
    saved->stack = state->stack;
    saved->strings = state->strings;
    saved->exists = true;
    state->is_warm = false;
    return true;
}

void kl_restore(kl_state *state) {
    const kl_saved *saved = &state->saved;
    kl_arena_restore(&state->arena, &saved->arena);
    state->memory_used = saved->memory_used;
    state->stack = saved->stack;
    state->strings = saved->strings;
    state->new_part = NULL;
    state->stop = KL_OK;
    state->is_spoiled = state->is_warm = false;
}
