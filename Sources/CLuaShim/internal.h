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
/* For so many values there is room from the beginning. */
#define KL_INITIAL_VALUES 64
/* The most bytes of text in a tree: a long text behind many names must not multiply on its way out. */
#define KL_MAXIMUM_TEXT (1 << 20)
/* Blocks from this size on are charged to the instruction budget, one instruction for each 64 bytes. */
#define KL_CHARGED_BLOCK 16384
/*
 * One instruction may compare or convert a whole text, or copy a whole stack of arguments. So while a text or a stack
 * beyond these sizes is about, each KL_WEIGHED_STEP instructions cost one more for every so many bytes of it.
 */
#define KL_WEIGHED_STEP 50
#define KL_WEIGHED_TEXT 2048
#define KL_TEXT_BYTES 128
#define KL_WEIGHED_STACK (256 << 10)
#define KL_STACK_BYTES 256
/* From this weight on the hook comes at every KL_WEIGHED_STEP instructions, so that a stop stays prompt. */
#define KL_HEAVY 512
/* The longest single text, in bytes: one instruction on it must not take long. */
#define KL_LONGEST_TEXT (16 << 20)
/* A source is compiled in pieces of this many bytes, with a look at the budget between them. */
#define KL_SOURCE_PIECE 256
/* What a call of the host costs, and one that ends in an error, which the host has words for. */
#define KL_HOST_CALL 100
#define KL_HOST_ERROR 5000
/* The most upvalues of a function, and the most code that is read to find out which of them it may assign. */
#define KL_FUNCTION_UPVALUES 256
#define KL_MAXIMUM_CODE (4 << 20)
/* The most variables outside of themselves that the functions of a plugin may have: they are compared after each call. */
#define KL_MAXIMUM_UPVALUES 20000
/*
 * A collection begins when memory has grown to this many per cent of what the last one left. What a program keeps is
 * little, so that the garbage of several applications costs one collection; at the limit Lua collects in any case.
 */
#define KL_PAUSE 400
/* Blocks up to this size are small. */
#define KL_POOLED 256
/* A thread has room for so many arguments and their function in any case; with more, a call is prepared in the protected way. */
#define KL_UNPROTECTED_ARGUMENTS (LUA_MINSTACK - 2)
/* The number of the host function that answers for modules. */
#define KL_MODULE 1
/* The most bytes of a message or a traceback that are kept. */
#define KL_MAXIMUM_MESSAGE 4096

typedef struct kl_text {
    char *bytes;
    size_t length, capacity;
} kl_text;

/* The state's small blocks; see pool.c. */
typedef struct kl_pool {
    char *region;
    size_t used;
    struct free_block *free[KL_POOLED / 16];
} kl_pool;

struct kl_state {
    lua_State *lua;
    kl_host_call host;
    void *context;
    kl_pool pool;
    size_t memory_used, memory_limit;
    int64_t instructions_left, instructions_given;
    int32_t step; /* of the hook, in instructions */
    double deadline;
    int32_t stop;      /* KL_OK, or why the state was stopped: sticky */
    kl_value *values;  /* the tree being converted */
    size_t value_count, value_capacity, text_total;
    kl_text host_text, message, file, traceback;
    /* What one instruction may have to work through; see KL_WEIGHED_STEP. */
    size_t longest_text, loaded_text, largest_stack;
    void *stack, *strings; /* the thread's stack, and the table of short texts, whose growth depends on garbage */
    void *newest_block; /* the newest block that is no object */
    size_t newest_block_size;
    bool expects_stack, expects_strings;
    lua_State *running;
    int32_t line;
    int prelude_seal; /* registry references */
    lua_State *thread; /* on which all entries run; NULL: the next makes it */
    int thread_reference, snapshot;
    bool sealed;
    /* See assigned.c: the function that is being read, how much may still be, and whether the library's code is known. */
    kl_text code;
    size_t code_left;
    bool knows_code_layout;
};

#define KL_STATE(L) (*(kl_state **)lua_getextraspace(L))

/* values.c */
void kl_push_tree(lua_State *L, const kl_value **cursor, int depth);
void kl_begin_tree(kl_state *state);
void kl_append_text(lua_State *L, kl_state *state, const char *text, size_t length);
const char *kl_read_tree(lua_State *L, int index, kl_state *state, int depth, bool functions);
bool kl_text_set(kl_text *text, const char *bytes, size_t length);
bool kl_text_append(kl_text *text, const char *bytes, size_t length);
bool kl_is_handle(lua_State *L, int index);

/* sandbox.c */
int kl_open_sandbox(lua_State *L);
_Noreturn void kl_raise_stop(lua_State *L);
void kl_charge(lua_State *L, kl_state *state, uint64_t amount);
int kl_compile(lua_State *L, const char *source, size_t length, const char *name);

/* host.c */
int kl_trampoline(lua_State *L);
void kl_push_host_function(lua_State *L, int64_t number);
void kl_request_module(lua_State *L, const char *name, size_t length, kl_value *file, kl_value *source);

/* memory.c */
void *kl_allocate(void *context, void *block, size_t old_size, size_t new_size);

/* pool.c */
bool kl_pool_open(kl_pool *pool);
void kl_pool_close(kl_pool *pool);
void *kl_pool_resize(kl_pool *pool, void *block, size_t old_size, size_t new_size);
void kl_pool_free(kl_pool *pool, void *block, size_t size);

/* budget.c */
void kl_hook(lua_State *L, lua_Debug *event);

/* call.c */
void kl_drop_thread(kl_state *state);

/* failure.c */
int32_t kl_record_failure(kl_state *state, lua_State *thread, int status);
int32_t kl_record_entry_failure(kl_state *state, int status);
void kl_record_result_failure(kl_state *state, lua_State *thread, const char *problem);
void kl_record_change_failure(kl_state *state);

/* assigned.c */
bool kl_find_assigned(lua_State *L, bool *assigned);

/* upvalues.c */
int kl_verify_code_layout(lua_State *L);
int kl_snapshot_upvalues(lua_State *L);
bool kl_upvalues_unchanged(kl_state *state);

/* The addresses are registry keys. */
extern const char KL_HANDLE_KEY, KL_STOP_KEY, KL_ENVIRONMENT_KEY;

#endif
