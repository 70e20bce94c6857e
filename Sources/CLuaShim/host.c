/* Host functions: how Lua calls Swift. Errors are raised only after Swift has returned. */
#include "internal.h"

/* Finds the innermost caller in the plugin's Lua. */
static void caller_position(lua_State *L, const char **file, size_t *length, int32_t *line) {
    lua_Debug frame;
    *file = "";
    *length = 0;
    *line = 0;
    if (!kl_find_plugin_line(L, 1, &frame)) return;
    *file = frame.source + 1;
    *length = strlen(*file);
    *line = frame.currentline;
}

/* What a call costs by the values that were read for it, which the host copies. */
static uint64_t read_cost(const kl_state *state) { return KL_HOST_CALL + state->text_total / 4 + state->value_count; }

/* Calls the host with the values in state->values; raises its error with the caller's file and line in front. */
static void call_host(lua_State *L, kl_state *state, int64_t function, kl_value *result) {
    kl_charge(L, state, read_cost(state));
    const char *file;
    size_t length;
    int32_t line;
    caller_position(L, &file, &length, &line);
    *result = (kl_value){0};
    if (state->host(state->context, function, state->values, state->value_count, file, length, line, result) == 0) return;
    if (state->stop != KL_OK) kl_raise_stop(L);
    kl_charge(L, state, KL_HOST_ERROR);
    if (line > 0) {
        lua_pushlstring(L, file, length);
        lua_pushfstring(L, ":%d: ", (int)line);
    } else {
        lua_pushliteral(L, "");
        lua_pushliteral(L, "");
    }
    lua_pushlstring(L, state->host_text.bytes, state->host_text.length);
    lua_concat(L, 3);
    (void)lua_error(L);
}

/* The C function behind every host function; its upvalue is the function's number. */
int kl_trampoline(lua_State *L) {
    kl_state *state = KL_STATE(L);
    int64_t function = lua_tointeger(L, lua_upvalueindex(1));
    int argument_count = lua_gettop(L);
    kl_begin_tree(state);
    for (int argument = 1; argument <= argument_count; argument++) {
        /* After loading, the host takes no more functions: a reference to one would never be released. */
        const char *problem = kl_read_tree(L, argument, state, 0, !state->sealed);
        if (problem) {
            kl_charge(L, state, read_cost(state));
            return luaL_error(L, "%s", problem);
        }
    }
    kl_value result;
    call_host(L, state, function, &result);
    const kl_value *cursor = &result;
    luaL_checkstack(L, 4, "host value");
    kl_push_tree(L, &cursor, 0);
    return 1;
}

/* Requests a module from the host and pushes its file's name. The source is valid until the host is called again. */
void kl_request_module(lua_State *L, const char *name, size_t length, kl_value *file, kl_value *source) {
    kl_state *state = KL_STATE(L);
    for (int wants_file = 1; wants_file >= 0; wants_file--) {
        kl_begin_tree(state);
        kl_append_text(L, state, name, length);
        if (wants_file) kl_append_text(L, state, "", 0);
        kl_value *result = wants_file ? file : source;
        call_host(L, state, KL_MODULE, result);
        if (wants_file) lua_pushlstring(L, result->text, result->length);
    }
}

/* Pushes a host function as a Lua function. */
void kl_push_host_function(lua_State *L, int64_t number) {
    lua_pushinteger(L, number);
    lua_pushcclosure(L, kl_trampoline, 1);
}
