/* Host functions: how Lua calls Swift. Swift has returned before anything here raises. */
#include "internal.h"

/* The innermost caller that is the plugin's own Lua: not C, and not the prelude, whose name begins with '['. */
static void caller_position(lua_State *L, const char **file, size_t *length, int32_t *line) {
    lua_Debug frame;
    *file = "";
    *length = 0;
    *line = 0;
    for (int level = 1; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "Sl", &frame);
        if (frame.currentline > 0 && frame.source[0] == '@' && frame.source[1] != '[') {
            *file = frame.source + 1;
            *length = strlen(*file);
            *line = frame.currentline;
            return;
        }
    }
}

int kl_trampoline(lua_State *L) {
    kl_state *state = KL_STATE(L);
    int64_t function = lua_tointeger(L, lua_upvalueindex(1));
    int given = lua_gettop(L);
    kl_begin_tree(state);
    for (int argument = 1; argument <= given; argument++) {
        const char *problem = kl_read_tree(L, argument, state, 0, true);
        if (problem) return luaL_error(L, "%s", problem);
    }
    /* The host copies what it is given: that counts as work, too. */
    kl_charge(L, state, state->text_total / 4 + state->value_count);
    const char *file;
    size_t length;
    int32_t line;
    caller_position(L, &file, &length, &line);
    kl_value result = {0};
    int32_t status =
        state->host(state->context, function, state->values, state->value_count, file, length, line, &result);
    if (status == 0) {
        const kl_value *cursor = &result;
        kl_push_tree(L, &cursor, 0);
        return 1;
    }
    if (line > 0) {
        lua_pushlstring(L, file, length);
        lua_pushfstring(L, ":%d: ", (int)line);
    } else {
        lua_pushliteral(L, "");
        lua_pushliteral(L, "");
    }
    lua_pushlstring(L, state->host_text.bytes, state->host_text.length);
    lua_concat(L, 3);
    size_t message_length;
    const char *message = lua_tolstring(L, -1, &message_length);
    kl_text_set(&state->host_message, message, message_length);
    return lua_error(L);
}

void kl_push_host_function(lua_State *L, int64_t number) {
    lua_pushinteger(L, number);
    lua_pushcclosure(L, kl_trampoline, 1);
}
