/*
 * The only way from Swift into Lua.
 *
 * Lua reports errors by longjmp, which must never cross a Swift frame. So Swift never calls lua_*: it calls the
 * functions below, each of which runs protected and returns a status. A host function called from Lua runs the other
 * way: the C trampoline converts the arguments first, calls Swift, and only when Swift has returned may it raise.
 */
#ifndef KEPING_LUA_H
#define KEPING_LUA_H

#include <stddef.h>
#include <stdint.h>

/* A Lua state with its limits; opaque, so that no lua_State reaches Swift. */
typedef struct kl_state kl_state;

/* The kinds of value that cross the boundary. Numbered by hand, since Swift sees them as constants. */
enum {
    KL_NIL = 0,
    KL_BOOLEAN = 1,
    KL_INTEGER = 2,
    KL_NUMBER = 3,
    KL_TEXT = 4,
    KL_TABLE = 5,         /* `count` pairs follow, key before value, in no particular order */
    KL_FUNCTION = 6,      /* `integer` is the reference by which kl_call finds it */
    KL_HANDLE = 7,        /* `integer` is the host's own number */
    KL_HOST_FUNCTION = 8, /* `integer` is the host function's number */
    KL_UNCONVERTIBLE = 9, /* a value that has no meaning outside Lua; `text` says what it is */
    KL_TREE = 10          /* a value that stands elsewhere, at `tree`: towards Lua only */
};

/* One value; a table is followed by its pairs, so that a whole tree is one flat array in preorder. */
typedef struct kl_value {
    int32_t tag;
    int32_t count;
    int64_t integer;
    double number;
    union {
        const char *text; /* not NUL-terminated; borrowed until the next call on the state */
        const struct kl_value *tree;
    };
    size_t length;
} kl_value;

/* How a call ended. */
enum {
    KL_OK = 0,
    KL_RUNTIME = 1,      /* a Lua error, or an error of a host function */
    KL_SYNTAX = 2,       /* a chunk that does not compile */
    KL_INSTRUCTIONS = 3, /* stopped: the instruction budget is used up */
    KL_TIME = 4,         /* stopped: the wall clock limit has passed */
    KL_MEMORY = 5,       /* stopped: the memory limit is reached */
    KL_CONTRACT = 6      /* what came back, or was kept between calls, is not allowed */
};

/* Why the last call failed; texts are borrowed until the next call on the state. */
typedef struct kl_failure {
    const char *message;
    size_t message_length;
    const char *file;
    size_t file_length;
    int32_t line; /* 0 where no Lua line is known */
    const char *traceback;
    size_t traceback_length;
} kl_failure;

typedef struct kl_budget {
    int64_t instructions;
    double deadline; /* by kl_now */
} kl_budget;

/* The seconds of the clock that deadlines are set by, which only goes forward. */
double kl_now(void);

/*
 * Called for a host function: `function` is its number; file and line are those of the Lua caller. The callee stores
 * one value in `result` and returns 0, or stores a message with kl_set_text and returns 1. It must not call Lua.
 */
typedef int32_t (*kl_host_call)(void *context, int64_t function, const kl_value *arguments, size_t count,
                                const char *file, size_t file_length, int32_t line, kl_value *result);

/* The bytecode of the prelude for kl_open, to be given back to kl_free_prelude. NULL: not enough memory. */
char *kl_compile_prelude(const char *prelude, size_t length, size_t *compiled_length);
void kl_free_prelude(char *compiled);

/* Opens a state with at most `memory` bytes; runs the compiled prelude that makes the sandbox. NULL: not enough memory. */
kl_state *kl_open(size_t memory, kl_host_call call, void *context, const char *prelude, size_t length);

/* Closes the state and frees its memory. */
void kl_close(kl_state *state);

/* Copies a text into the state, so that it outlives the Swift call that made it; the place is used again each time. */
const char *kl_set_text(kl_state *state, const char *text, size_t length);

/* Compiles source text (never bytecode) and runs it as the plugin's main chunk. */
int32_t kl_run(kl_state *state, const char *source, size_t length, const char *name, kl_budget budget);

/* Makes what the plugin built at load read-only, and remembers its upvalues; see the prelude's `seal`. */
int32_t kl_seal(kl_state *state, kl_budget budget);

/* Calls a function that the plugin handed to the host, with `count` trees as arguments. */
int32_t kl_call(kl_state *state, int64_t function, const kl_value *arguments, size_t count, kl_budget budget);

/* The first result of the last kl_call, as a tree; `count` is the number of values in it. */
const kl_value *kl_result(const kl_state *state, size_t *count);

/* Why the last call failed. */
kl_failure kl_last_failure(const kl_state *state);

/* Where a function was defined: its first line, and its chunk's name, borrowed until the next call on the state. */
int32_t kl_function_line(kl_state *state, int64_t function, const char **file, size_t *length);

/* The instructions that the last call used, in steps of the hook's interval. */
int64_t kl_instructions_used(const kl_state *state);

/* How many variables outside of the functions are compared after each call, since some function's code assigns them. */
size_t kl_compared_variables(const kl_state *state);

/* The bytes in use now. */
size_t kl_memory_used(const kl_state *state);

/* The version of the linked Lua library, such as 50404 (major * 10000 + minor * 100 + release). */
int32_t kl_library_version(void);

/*
 * Runs source text in a bare state, without sandbox or limits; `refuses_memory` makes memory short again and again.
 * 1: it returned true; 0: it did not; -1: it failed. A library with a fault may end the process instead.
 */
int32_t kl_probe(const char *source, size_t length, int32_t refuses_memory);

#endif
