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
/* Blocks of more than KL_SMALL bytes are charged to the instruction budget, one instruction for each so many bytes. */
#define KL_CHARGED_BYTES 64
/* From this size on, a block is refused at once if the instructions are used up, because filling it takes long. */
#define KL_LARGE_BLOCK 16384
/*
 * Enlarging a table first counts the elements of its array, however small the enlarged part is. Therefore each enlargement
 * of a hash part costs one instruction for so many bytes of the largest array, if that has at least KL_LARGE_VECTOR bytes.
 */
#define KL_VECTOR_BYTES 256
#define KL_LARGE_VECTOR 4096
/* The most nodes of a table's hash part. */
#define KL_MOST_NODES 32768
/* The bytes in use for which an emergency collection costs one instruction. */
#define KL_COLLECTED_BYTES 64
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
/* The same for a chain of at least KL_WEIGHED_CHAIN colliding keys, with KL_CHAIN_KEY instructions for each key. */
#define KL_WEIGHED_CHAIN 64
#define KL_CHAIN_KEY 4
/* From this additional cost on, the hook runs every KL_WEIGHED_STEP instructions, so that a stop stays prompt. */
#define KL_HEAVY 512
/* The longest text in bytes. One instruction on it must not take long. */
#define KL_LONGEST_TEXT (16 << 20)
/* A source is passed to the compiler in pieces of this many bytes, and the budget is checked before each. */
#define KL_SOURCE_PIECE 256
/* The bytes of source before a piece that double what each byte of the piece costs to compile. */
#define KL_PASSED_SOURCE 8192
/* The bytes of the longest source for which an error that is caught costs one instruction. */
#define KL_READ_SOURCE 32
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
/* The largest block, in bytes, whose class is a multiple of 16 bytes; see arena.c. */
#define KL_SMALL 256
#define KL_CLASSES (KL_SMALL / 16 + 40 * 8)
/* The bytes of an arena beyond twice the memory limit. */
#define KL_ARENA_SPARE ((size_t)4 << 20)
/* The bytes beyond the saved ones that an arena keeps in memory when it is restored. */
#define KL_KEPT_PAGES ((size_t)1 << 20)
/* A state is restored once earlier calls have left so many bytes behind. */
#define KL_MOST_GARBAGE ((size_t)384 << 10)
/* The slots that a thread's stack has from the beginning; its growth beyond them is charged. */
#define KL_STACK_SLOTS 960
/* The calls after which the time is looked at: shorter ones than KL_HOOK_INTERVAL do not look at it themselves. */
#define KL_TIMED_CALLS 64
/* The upvalues for which their comparison after a call costs one instruction. */
#define KL_COMPARED_UPVALUES 4
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

/* The arena of a state; see arena.c. */
typedef struct kl_arena {
    char *base;
    size_t size, used;
    struct free_block *free[KL_CLASSES];
} kl_arena;

/* A copy of the used part of an arena. */
typedef struct kl_saved_arena {
    kl_arena arena;
    char *bytes;
} kl_saved_arena;

/* The time limit; see clock.c. All times are in seconds. */
typedef struct kl_clock {
    double limit;
    double start; /* on the processor clock of the thread */
    double next;  /* on the monotonic clock: when the processor clock must be read */
    int32_t calls; /* the number of calls so far */
    bool is_running;
} kl_clock;

/* What a state was like after loading; see saved.c. */
typedef struct kl_saved {
    kl_saved_arena arena;
    size_t memory_used;
    void *stack, *strings;
    bool exists;
} kl_saved;

struct kl_state {
    lua_State *lua;
    kl_host_call host;
    void *context;
    kl_arena arena;
    size_t memory_used, memory_limit;
    int64_t instructions_left, instructions_given;
    int32_t step; /* the hook's interval, in instructions */
    kl_clock clock;
    int64_t runs;      /* the number of entries into Lua so far */
    int32_t stop;      /* KL_OK, or the limit that stopped the run; kept until the state is restored */
    kl_value *values;  /* the tree that is being converted */
    size_t value_count, value_capacity, text_total;
    kl_text host_text, message, file, traceback;
    /* What decides the additional cost of instructions, see KL_WEIGHED_STEP: texts and stacks in bytes, chains in keys. */
    size_t longest_text, loaded_text, largest_stack, longest_chain, loaded_chain;
    size_t longest_source; /* in bytes */
    void *stack, *strings; /* the thread's stack, and Lua's table of short strings, whose growth depends on garbage */
    char *newest_block;
    size_t newest_tag;         /* the Lua type of the object in the newest block, or 0 for no object */
    void *newest_vector;       /* the newest block above KL_SMALL that is not a Lua object */
    size_t newest_vector_size; /* in bytes */
    size_t largest_vector;     /* the bytes of the largest block, of at least KL_LARGE_VECTOR, that may be an array */
    size_t vector_before;      /* largest_vector before that block, which may turn out to be a stack */
    bool has_moved_stack;      /* whether the thread's stack has grown or shrunk */
    /* See hash_parts.c. */
    const char *new_part; /* the newest hash part, until it is known whether it replaces another one */
    size_t new_nodes;
    /* See layout.c. */
    bool has_fixed_seed, knows_tables;
    /* See saved.c. */
    kl_saved saved;
    bool is_spoiled, is_warm;
    size_t garbage; /* the bytes that earlier calls have left behind */
    bool expects_stack, expects_strings;
    lua_State *running; /* the thread that runs now, or NULL */
    int32_t line;       /* the line of the last failure */
    bool is_located;    /* whether the hook has set file and line */
    /* The last source that did not compile: its file, the line or 0, and the message, which is empty after a stop. */
    kl_text fault_file, fault_message;
    int32_t fault_line;
    /* Registry references. The registry has no keys that are addresses, since its size would depend on them. */
    int prelude_seal, environment, handle_metatable;
    lua_State *thread;  /* the thread that all entries run on; NULL: the next entry creates it */
    int thread_reference, snapshot; /* registry references */
    size_t compared; /* the number of upvalues in the snapshot */
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
void kl_subtract(kl_state *state, uint64_t amount);
void kl_charge(lua_State *L, kl_state *state, uint64_t amount);
int kl_compile(lua_State *L, const char *source, size_t length, const char *name);

/* host.c */
int kl_trampoline(lua_State *L);
void kl_push_host_function(lua_State *L, int64_t number);
void kl_request_module(lua_State *L, const char *name, size_t length, kl_value *file, kl_value *source);

/* memory.c */
void *kl_allocate(void *context, void *block, size_t old_size, size_t new_size);

/* arena.c */
bool kl_arena_open(kl_arena *arena, size_t memory);
void kl_arena_close(kl_arena *arena);
void *kl_arena_allocate(kl_arena *arena, size_t size);
void *kl_arena_resize(kl_arena *arena, void *block, size_t old_size, size_t new_size);
void kl_arena_free(kl_arena *arena, void *block, size_t size);
bool kl_arena_save(const kl_arena *arena, kl_saved_arena *saved);
void kl_arena_restore(kl_arena *arena, const kl_saved_arena *saved);

/* saved.c */
bool kl_save(kl_state *state);
void kl_restore(kl_state *state);

/* clock.c: whether the application has used up its time */
bool kl_time_is_over(kl_state *state);

/* hash_parts.c */
size_t kl_hash_part_nodes(size_t size);
void kl_begin_hash_part(kl_state *state, const char *part, size_t nodes);
void kl_end_first_part(kl_state *state);
void kl_replace_hash_part(kl_state *state, const char *old, size_t old_nodes);

/* layout.c */
void kl_fix_seed(kl_state *state, char *block, size_t size);
void kl_verify_layout(lua_State *L, kl_state *state);
size_t kl_table_capacity(lua_State *L, int index, const kl_state *state);

/* pairs.c */
int kl_pairs(lua_State *L);

/* budget.c */
void kl_hook(lua_State *L, lua_Debug *event);

/*
 * The internal reason of a stop: near the memory limit, and where addresses decide when a table grows, the run must begin
 * again from the saved state.
 */
#define KL_RERUN 100

/* call.c */
void kl_drop_thread(kl_state *state);
void kl_make_thread(lua_State *L, kl_state *state);

/* failure.c */
void kl_locate_stop(kl_state *state, lua_State *thread);
int32_t kl_record_failure(kl_state *state, lua_State *thread, int status);
int32_t kl_record_entry_failure(kl_state *state, int status);
int32_t kl_record_stop(kl_state *state, int32_t stop);
void kl_record_result_failure(kl_state *state, lua_State *thread, const char *problem);
void kl_record_change_failure(kl_state *state);

/* position.c */
/* Finds the innermost line of the plugin on a stack, from a level on: neither in C nor in the prelude, whose name begins with '['. */
bool kl_find_plugin_line(lua_State *L, int level, lua_Debug *frame);
/* Returns the part of a message behind a position in the prelude at its start, or the message if it has none. */
const char *kl_skip_prelude_position(const char *message);
/* A message handler: replaces a position in the prelude at the start of a message by the plugin's innermost line. */
int kl_reposition(lua_State *L);
/* Records where a source, of which `length` bytes were read, did not compile; adds the position to a message without one. */
void kl_record_fault(lua_State *L, int status, const char *name, const char *source, size_t length);
/* Whether a run that has failed with a message, or with none if it was stopped, failed because a source did not compile. */
bool kl_is_fault(const kl_state *state, const char *message, size_t length);

/* assigned.c */
bool kl_find_assigned(lua_State *L, bool *assigned);

/* upvalues.c */
int kl_verify_code_layout(lua_State *L);
int kl_snapshot_upvalues(lua_State *L);
bool kl_upvalues_unchanged(kl_state *state);
size_t kl_compared_variables(const kl_state *state);

/* Its address is the error value of a stop, and the marker of nil in a snapshot. */
extern const char KL_STOP_KEY;

#endif
