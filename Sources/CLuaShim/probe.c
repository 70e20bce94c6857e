/* Tests the linked Lua library for known faults, without a sandbox: only for a process that may crash. */
#include <sys/resource.h>

#include "internal.h"

/* Moves every block that is resized and overwrites the old one, so that a use of a dangling pointer fails. */
static void *move_always(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    if (!block) old_size = 0;
    void *moved = NULL;
    if (new_size > 0) {
        moved = malloc(new_size);
        if (!moved) return NULL;
        if (block) memcpy(moved, block, old_size < new_size ? old_size : new_size);
    }
    if (block) {
        memset(block, 0xA5, old_size);
        free(block);
    }
    return moved;
}

/* Whether allocations are refused, and how many have been requested. */
typedef struct scarcity {
    bool is_on;
    unsigned count;
} scarcity;

/* Like move_always, but refuses every third request once, which makes Lua collect garbage in the middle of its work. */
static void *refuse_often(void *context, void *block, size_t old_size, size_t new_size) {
    scarcity *scarcity = context;
    if (scarcity->is_on && new_size > (block ? old_size : 0) && ++scarcity->count % 3 == 0) return NULL;
    return move_always(NULL, block, old_size, new_size);
}

int32_t kl_probe(const char *source, size_t length, int32_t refuses_memory) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    scarcity scarcity = {false, 0};
    lua_State *L = lua_newstate(refuse_often, &scarcity);
    if (!L) return -1;
    luaL_openlibs(L);
    scarcity.is_on = refuses_memory != 0;
    int32_t result = 0;
    if (luaL_loadbufferx(L, source, length, "=probe", "t") != LUA_OK || lua_pcall(L, 0, 1, 0) != LUA_OK) {
        result = -1;
    } else if (lua_toboolean(L, -1)) {
        result = 1;
    }
    scarcity.is_on = false;
    lua_close(L);
    return result;
}
