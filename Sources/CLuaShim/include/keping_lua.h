/*
 * The interface through which Swift uses Lua.
 *
 * Lua reports errors by longjmp, which must never cross a Swift frame. Therefore Swift never calls lua_*: it calls the
 * functions below, each of which runs protected and returns a status. When Lua calls a host function, the C trampoline
 * converts the arguments, calls Swift, and raises an error only after Swift has returned.
 */
#ifndef KEPING_LUA_H
#define KEPING_LUA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A Lua state with its limits. It is opaque so that no lua_State reaches Swift. */
typedef struct kl_state kl_state;

/* The kinds of value that cross the boundary. Swift sees them as constants. */
enum {
    KL_NIL = 0,
    KL_BOOLEAN = 1,
    KL_INTEGER = 2,
    KL_NUMBER = 3,
    KL_TEXT = 4,
    KL_TABLE = 5,         /* `count` pairs follow, key before value, in no particular order */
    KL_FUNCTION = 6,      /* `integer` is a registry reference, which kl_call takes */
    KL_HANDLE = 7,        /* `integer` is the number that the host gave the node */
    KL_HOST_FUNCTION = 8, /* `integer` is the host function's number */
    KL_UNCONVERTIBLE = 9, /* a value that has no meaning outside Lua; `text` is its type */
    KL_TREE = 10          /* `tree` points to the value; from the host to Lua only */
};

/* One value. The pairs of a table follow it, so that a tree is a flat array in preorder. */
typedef struct kl_value {
    int32_t tag;
    int32_t count;
    int64_t integer;
    double number;
    union {
        const char *text; /* not NUL-terminated; valid until the next call on the state */
        const struct kl_value *tree;
    };
    size_t length;
} kl_value;

/* How a call ended. */
enum {
    KL_OK = 0,
    KL_RUNTIME = 1,      /* a Lua error, or an error thrown by a host function */
    KL_SYNTAX = 2,       /* a chunk that does not compile */
    KL_INSTRUCTIONS = 3, /* stopped: the instruction budget is used up */
    KL_TIME = 4,         /* stopped: the deadline has passed */
    KL_MEMORY = 5,       /* stopped: the memory limit is reached */
    KL_CONTRACT = 6      /* the result is not allowed, or the function changed a variable outside itself */
};

/* Why the last call failed. The texts are valid until the next call on the state. */
typedef struct kl_failure {
    const char *message;
    size_t message_length;
    const char *file;
    size_t file_length;
    int32_t line; /* 1-based, or 0 if unknown */
    const char *traceback;
    size_t traceback_length;
} kl_failure;

/*
 * Begins the time of a plugin's loading or of an application: the processor time, in seconds, that the current thread may
 * spend in the calls that follow.
 */
void kl_begin(kl_state *state, double seconds);

/*
 * The host's callback for host functions. `function` is the function's number; file and line are the Lua caller's.
 * The callback stores one value in `result` and returns 0, or stores a message with kl_set_text and returns 1.
 * It must not call Lua.
 */
typedef int32_t (*kl_host_call)(void *context, int64_t function, const kl_value *arguments, size_t count,
                                const char *file, size_t file_length, int32_t line, kl_value *result);

/*
 * Charges work that the host is about to do for Lua to the instructions of the current run, one for about 10 nanoseconds.
 * For the host's callback only. Returns 0, or the limit that has stopped the run, and the callback must then return 1.
 */
int32_t kl_charge_host(kl_state *state, uint64_t instructions);

/* Compiles the prelude to the bytecode that kl_open takes; free it with kl_free_prelude. NULL on failure. */
char *kl_compile_prelude(const char *prelude, size_t length, size_t *compiled_length);
void kl_free_prelude(char *compiled);

/* Opens a state of at most `memory` bytes and runs the compiled prelude, which builds the sandbox. NULL: not enough memory. */
kl_state *kl_open(size_t memory, kl_host_call call, void *context, const char *prelude, size_t length);

/* Closes the state and frees its memory. */
void kl_close(kl_state *state);

/* Copies a text into the state's text buffer, so that it outlives the Swift call. Each call overwrites the last text. */
const char *kl_set_text(kl_state *state, const char *text, size_t length);

/* Compiles source text (never bytecode) and runs it as the plugin's main chunk. */
int32_t kl_run(kl_state *state, const char *source, size_t length, const char *name, int64_t instructions);

/* Makes everything that the plugin built at load read-only, and records its upvalues; see the end of the prelude. */
int32_t kl_seal(kl_state *state, int64_t instructions);

/*
 * Calls a function that the plugin passed to the host, with `count` trees as arguments; `length` of a KL_TREE is the number
 * of values in it. Every call begins as if it were the first one after loading. Unless `reads_trees` is true, a result that
 * is neither a truth value nor a number is KL_NIL or KL_UNCONVERTIBLE.
 */
int32_t kl_call(kl_state *state, int64_t function, const kl_value *arguments, size_t count, int64_t instructions,
                bool reads_trees);

/* Returns the first result of the last kl_call as a tree; `count` is set to the number of values in it. */
const kl_value *kl_result(const kl_state *state, size_t *count);

/* Returns why the last call failed. */
kl_failure kl_last_failure(const kl_state *state);

/*
 * Returns the 1-based line of a function's definition and its chunk's name, valid until the next call on the state; 0 and an
 * empty name for a function of the library or the prelude.
 */
int32_t kl_function_line(kl_state *state, int64_t function, const char **file, size_t *length);

/* The instructions that the last call used, counted in steps of the hook's interval, with all charges. */
int64_t kl_instructions_used(const kl_state *state);

/* The number of upvalues that are compared after each call, because the code of some function assigns them. */
size_t kl_compared_variables(const kl_state *state);

/* Whether the seed of hash tables is the same in every process, which needs a known release of the library. */
bool kl_has_fixed_seed(const kl_state *state);

/* The bytes that the state uses now. */
size_t kl_memory_used(const kl_state *state);

/* The version of the linked Lua library, such as 50404 (major * 10000 + minor * 100 + release). */
int32_t kl_library_version(void);

/*
 * Runs source text that tests the linked library for a fault, in a bare state without sandbox or limits. If
 * `refuses_memory` is not 0, every third allocation fails once, which forces an emergency collection. Returns 1 if the
 * source returned true, 0 if it did not, -1 if it failed. A library that has the fault may end the process instead.
 */
int32_t kl_probe(const char *source, size_t length, int32_t refuses_memory);

#endif
