/* The upvalues of a plugin's functions, which must have the same values after each call. */
#include "internal.h"

/* verify_code_layout(function): tests assigned.c with a function that assigns its upvalues except `read_only`. */
int kl_verify_code_layout(lua_State *L) {
    bool assigned[KL_FUNCTION_UPVALUES];
    lua_settop(L, 1);
    bool is_understood = kl_find_assigned(L, assigned);
    for (int index = 1; is_understood && index <= 3; index++) {
        const char *name = lua_getupvalue(L, 1, index);
        is_understood = name && assigned[index - 1] == (strcmp(name, "read_only") != 0);
        lua_settop(L, 1);
    }
    KL_STATE(L)->knows_code_layout = is_understood;
    return 0;
}

/* snapshot_upvalues(list): stores the triples (function, upvalue index, value) whose upvalue the function may assign. */
int kl_snapshot_upvalues(lua_State *L) {
    kl_state *state = KL_STATE(L);
    lua_settop(L, 1);
    lua_Integer count = (lua_Integer)lua_rawlen(L, 1), kept = 0;
    if (count > 3 * KL_MAXIMUM_UPVALUES) {
        return luaL_error(L, "the functions have more than %d variables outside of themselves", KL_MAXIMUM_UPVALUES);
    }
    bool assigned[KL_FUNCTION_UPVALUES], is_understood = false;
    lua_pushnil(L); /* index 2: the function whose code was read last */
    for (lua_Integer index = 1; index + 2 <= count; index += 3) {
        lua_rawgeti(L, 1, index);
        if (state->knows_code_layout && !lua_rawequal(L, 2, 3)) {
            is_understood = kl_find_assigned(L, assigned);
            lua_copy(L, 3, 2);
        }
        lua_rawgeti(L, 1, index + 1);
        lua_Integer upvalue = lua_tointeger(L, 4);
        lua_rawgeti(L, 1, index + 2);
        if (!is_understood || assigned[(upvalue - 1) % KL_FUNCTION_UPVALUES]) {
            for (int part = 3; part >= 1; part--) lua_rawseti(L, 1, kept + part);
            kept += 3;
        }
        lua_settop(L, 2);
    }
    for (lua_Integer index = count; index > kept; index--) {
        lua_pushnil(L);
        lua_rawseti(L, 1, index);
    }
    lua_settop(L, 1);
    if (kept > 0) state->snapshot = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

/* Whether every upvalue of the snapshot has the value it had at sealing. Raises no error. */
bool kl_upvalues_unchanged(kl_state *state) {
    lua_State *L = state->lua;
    bool unchanged = true;
    if (state->snapshot == LUA_NOREF || !lua_checkstack(L, 6)) return true;
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->snapshot);
    int list = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer index = 1; index + 2 <= count && unchanged; index += 3) {
        lua_rawgeti(L, list, index);
        lua_rawgeti(L, list, index + 1);
        int upvalue = (int)lua_tointeger(L, -1);
        lua_rawgeti(L, list, index + 2);
        lua_getupvalue(L, -3, upvalue);
        bool absent = lua_islightuserdata(L, -2);
        unchanged = absent ? lua_isnil(L, -1) : lua_rawequal(L, -1, -2);
        lua_settop(L, list);
    }
    lua_pop(L, 1);
    return unchanged;
}

size_t kl_compared_variables(const kl_state *state) {
    lua_State *L = state->lua;
    if (state->snapshot == LUA_NOREF) return 0;
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->snapshot);
    size_t count = lua_rawlen(L, -1) / 3;
    lua_pop(L, 1);
    return count;
}
