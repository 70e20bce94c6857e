/* Declarations that the files of the shim share. Swift does not see them. */
#ifndef KEPING_LUA_INTERNAL_H
#define KEPING_LUA_INTERNAL_H

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "keping_lua.h"

/* The interval of the count hook in instructions: small enough for a prompt stop, large enough to cost little. */
#define KL_HOOK_INTERVAL 1000
/* The greatest depth and number of values of a tree that crosses the boundary. */
#define KL_MAXIMUM_DEPTH 72
#define KL_MAXIMUM_VALUES 200000
/* The initial capacity of the buffer of values. */
#define KL_INITIAL_VALUES 64
/* The most bytes of text in a tree. One long text can occur in a tree many times, and each occurrence counts. */
#define KL_MAXIMUM_TEXT (1 << 20)
/* Blocks of at least this many bytes are charged to the instruction budget, one instruction for each 64 bytes. */
#define KL_CHARGED_BLOCK 16384
/*
 * One instruction may compare or convert a whole text, or copy a whole stack of arguments. Therefore, once a text or
 * stack of at least KL_WEIGHED_TEXT or KL_WEIGHED_STACK bytes exists, each KL_WEIGHED_STEP instructions cost one
 * instruction more for every KL_TEXT_BYTES or KL_STACK_BYTES bytes of it.
 */
#define KL_WEIGHED_STEP 50
#define KL_WEIGHED_TEXT 2048
#define KL_TEXT_BYTES 128
#define KL_WEIGHED_STACK (256 << 10)
#define KL_STACK_BYTES 256
/* From this additional cost on, the hook runs every KL_WEIGHED_STEP instructions, so that a stop stays prompt. */
#define KL_HEAVY 512
/* The longest text in bytes. One instruction on it must not take long. */
#define KL_LONGEST_TEXT (16 << 20)
/* A source is passed to the compiler in pieces of this many bytes, and the budget is checked before each. */
#define KL_SOURCE_PIECE 256
/* The instructions that a call of the host costs, and the additional cost of an error, for which the host formats a message. */
#define KL_HOST_CALL 100
#define KL_HOST_ERROR 5000
/* The most upvalues of a function, and the most bytes of code that a state reads in all to find assigned upvalues. */
#define KL_FUNCTION_UPVALUES 256
#define KL_MAXIMUM_CODE (4 << 20)
/* The most upvalues that the functions of a plugin may have in all, because they are compared after each call. */
#define KL_MAXIMUM_UPVALUES 20000
/*
 * A collection begins when memory use reaches this percentage of the memory that the last collection left in use. A
 * program keeps little, so one collection frees the garbage of several applications. At the memory limit Lua always
 * collects.
 */
#define KL_PAUSE 400
/* The largest block, in bytes, that comes from the pool. */
#define KL_POOLED 256
/* The most arguments that a thread's stack always has space for beside their function; more are pushed in protected mode. */
#define KL_UNPROTECTED_ARGUMENTS (LUA_MINSTACK - 2)
/* The number of the host function that returns the source of a module; Swift has it in Prelude.HostFunction. */
#define KL_MODULE 1
/* The most bytes of a message or a traceback that are kept. */
#define KL_MAXIMUM_MESSAGE 4096

/* A text buffer, which grows as needed. */
typedef struct kl_text {
    char *bytes;
    size_t length, capacity;
} kl_text;

/* The pool of a state's small blocks; see pool.c. */
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
    int32_t step; /* the hook's interval, in instructions */
    double deadline;
    int32_t stop;      /* KL_OK, or the limit that stopped the state; never reset */
    kl_value *values;  /* the tree that is being converted */
    size_t value_count, value_capacity, text_total;
    kl_text host_text, message, file, traceback;
    /* The sizes, in bytes, that decide the additional cost of instructions; see KL_WEIGHED_STEP. */
    size_t longest_text, loaded_text, largest_stack;
    void *stack, *strings; /* the thread's stack, and Lua's table of short strings, whose growth depends on garbage */
    void *newest_block;    /* the newest block above KL_POOLED that is not a Lua object */
    size_t newest_block_size; /* in bytes */
    bool expects_stack, expects_strings;
    lua_State *running; /* the thread that runs now, or NULL */
    int32_t line;       /* the line of the last failure */
    int prelude_seal;   /* registry reference */
    lua_State *thread;  /* the thread that all entries run on; NULL: the next entry creates it */
    int thread_reference, snapshot; /* registry references */
    bool sealed;
    /* See assigned.c: the code of a function, the bytes of code that may still be read, and whether its layout is known. */
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

/* sandbox.c; kl_raise_stop and kl_charge are in budget.c */
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

/* Registry keys, by their addresses; that of KL_STOP_KEY is the error value of a stop, and the marker of nil in a snapshot. */
extern const char KL_HANDLE_KEY, KL_STOP_KEY, KL_ENVIRONMENT_KEY;

#endif
