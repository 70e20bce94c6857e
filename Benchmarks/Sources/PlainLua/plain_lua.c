#include "plain_lua.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdlib.h>
#include <time.h>

struct plain_lua {
    lua_State *lua;
    size_t used, limit;
};

static void *limited(void *context, void *block, size_t old_size, size_t new_size) {
    plain_lua *plain = context;
    if (!block) old_size = 0;
    if (new_size == 0) {
        free(block);
        plain->used -= old_size;
        return NULL;
    }
    if (new_size > old_size && plain->used - old_size + new_size > plain->limit) return NULL;
    void *grown = realloc(block, new_size);
    if (grown) plain->used += new_size - old_size;
    return grown;
}

static void count(lua_State *L, lua_Debug *event) {
    (void)L;
    (void)event;
}

plain_lua *plain_open(const char *source, int with_hook, int with_limit) {
    plain_lua *plain = calloc(1, sizeof *plain);
    plain->limit = 64 << 20;
    plain->lua = with_limit ? lua_newstate(limited, plain) : luaL_newstate();
    luaL_openlibs(plain->lua);
    if (luaL_dostring(plain->lua, source)) return NULL;
    if (with_hook) lua_sethook(plain->lua, count, LUA_MASKCOUNT, 1000);
    return plain;
}

double plain_run(plain_lua *plain, int times) {
    clock_t start = clock();
    lua_State *L = plain->lua;
    for (int call = 0; call < times; call++) {
        lua_pushvalue(L, -1);
        lua_pushnumber(L, call % 97 * 1000);
        lua_pushnumber(L, call % 31 * 1000);
        lua_pushnumber(L, 3);
        if (lua_pcall(L, 3, 1, 0) != LUA_OK) return -1;
        lua_pop(L, 1);
    }
    return (double)(clock() - start) / CLOCKS_PER_SEC;
}

void plain_close(plain_lua *plain) {
    lua_close(plain->lua);
    free(plain);
}
