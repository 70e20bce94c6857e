/* Opens and closes a state, and returns its properties. */
#include "internal.h"

kl_state *kl_open(size_t memory, kl_host_call call, void *context, const char *prelude, size_t length) {
    kl_state *state = calloc(1, sizeof *state);
    if (!state) return NULL;
    state->memory_limit = memory;
    state->host = call;
    state->context = context;
    state->thread_reference = state->snapshot = LUA_NOREF;
    state->instructions_left = INT64_MAX / 2;
    state->expects_strings = true;
    state->code_left = KL_MAXIMUM_CODE;
    state->values = calloc(KL_INITIAL_VALUES, sizeof *state->values);
    state->value_capacity = KL_INITIAL_VALUES;
    bool has_memory = state->values && kl_arena_open(&state->arena, memory);
    state->lua = has_memory ? lua_newstate(kl_allocate, state) : NULL;
    if (!state->lua) {
        kl_arena_close(&state->arena);
        free(state->values);
        free(state);
        return NULL;
    }
    KL_STATE(state->lua) = state;
    kl_verify_layout(state->lua, state);
    lua_gc(state->lua, LUA_GCINC, KL_PAUSE, 0, 0);
    kl_value text = {.text = prelude, .length = length};
    lua_pushcfunction(state->lua, kl_open_sandbox);
    lua_pushlightuserdata(state->lua, &text);
    if (lua_pcall(state->lua, 1, 0, 0) != LUA_OK) {
        kl_close(state);
        return NULL;
    }
    return state;
}

void kl_close(kl_state *state) {
    /* No value of the sandbox has anything outside the arena, so that nothing needs to be closed. */
    kl_arena_close(&state->arena);
    free(state->saved.arena.bytes);
    free(state->values);
    free(state->code.bytes);
    free(state->host_text.bytes);
    free(state->message.bytes);
    free(state->file.bytes);
    free(state->fault_file.bytes);
    free(state->fault_message.bytes);
    free(state->traceback.bytes);
    free(state);
}

const char *kl_set_text(kl_state *state, const char *text, size_t length) {
    return kl_text_set(&state->host_text, text, length) ? state->host_text.bytes : NULL;
}

int32_t kl_function_line(kl_state *state, int64_t function, const char **file, size_t *length) {
    lua_State *L = state->lua;
    lua_Debug frame;
    *file = "";
    *length = 0;
    if (lua_rawgeti(L, LUA_REGISTRYINDEX, function) != LUA_TFUNCTION) {
        lua_pop(L, 1);
        return 0;
    }
    if (!lua_getinfo(L, ">S", &frame) || frame.source[0] != '@' || frame.source[1] == '[') return 0;
    kl_text_set(&state->file, frame.source + 1, strlen(frame.source + 1));
    *file = state->file.bytes;
    *length = state->file.length;
    return frame.linedefined;
}

int64_t kl_instructions_used(const kl_state *state) { return state->instructions_given - state->instructions_left; }

size_t kl_memory_used(const kl_state *state) { return state->memory_used; }

int32_t kl_library_version(void) { return LUA_VERSION_RELEASE_NUM; }
