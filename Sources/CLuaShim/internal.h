/* What the parts of the shim share; nothing here reaches Swift. */
#ifndef KEPING_LUA_INTERNAL_H
#define KEPING_LUA_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "keping_lua.h"

/* The count hook's step: small enough that a stop is prompt, large enough that it costs little. */
#define KL_HOOK_INTERVAL 1000
/* A tree that crosses the boundary is at most this deep and has at most this many values. */
#define KL_MAXIMUM_DEPTH 72
#define KL_MAXIMUM_VALUES 200000
/* The most bytes of text in a tree: a long text behind many names must not multiply on its way out. */
#define KL_MAXIMUM_TEXT (1 << 20)
/* Blocks from this size on are charged to the instruction budget, one instruction for each 64 bytes. */
#define KL_CHARGED_BLOCK 16384

typedef struct kl_text {
    char *bytes;
    size_t length, capacity;
} kl_text;

struct kl_state {
    lua_State *lua;
    kl_host_call host;
    void *context;
    size_t memory_used, memory_limit;
    int64_t instructions_left, instructions_given;
    double deadline;
    int32_t stop;      /* KL_OK, or why the state was stopped: sticky */
    bool out_of_space; /* malloc failed in the shim's own buffers */
    kl_value *values;  /* the tree being converted */
    size_t value_count, value_capacity, text_total;
    kl_text host_text, message, file, traceback, host_message;
    int32_t line;
    int prelude_seal; /* registry references */
    int thread, snapshot;
    bool sealed;
};

#define KL_STATE(L) (*(kl_state **)lua_getextraspace(L))

/* values.c */
void kl_push_tree(lua_State *L, const kl_value **cursor, int depth);
void kl_begin_tree(kl_state *state);
const char *kl_read_tree(lua_State *L, int index, kl_state *state, int depth, bool functions);
bool kl_text_set(kl_text *text, const char *bytes, size_t length);
bool kl_is_handle(lua_State *L, int index);

/* sandbox.c */
int kl_open_sandbox(lua_State *L);
_Noreturn void kl_raise_stop(lua_State *L);
void kl_charge(lua_State *L, kl_state *state, uint64_t amount);

/* host.c */
int kl_trampoline(lua_State *L);
void kl_push_host_function(lua_State *L, int64_t number);

/* call.c */
double kl_now(void);

/* The addresses are registry keys. */
extern const char KL_HANDLE_KEY, KL_STOP_KEY, KL_ENVIRONMENT_KEY;

#endif
