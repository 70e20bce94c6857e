/*
 * What the shim knows of the layout of Lua 5.4.4's structures. Each fact is verified before it is used; with a library
 * whose layout is another one, the seed stays random and costs are estimated.
 */
#include "internal.h"

/* The seed of all states, so that hash tables have the same order and the same sizes in every process. */
#define SEED 0x6B704C31u

/* Offsets in the block that lua_newstate allocates first: the main thread behind its extra space, and the global state. */
#define THREAD_OFFSET LUA_EXTRASPACE
#define GLOBAL_OFFSET_IN_THREAD 24
/* Offsets in the global state. */
#define ALLOCATOR_OFFSET 0
#define CONTEXT_OFFSET 8
#define TOTAL_OFFSET 16
#define NIL_TAG_OFFSET 88
#define SEED_OFFSET 96
#define INTEGER_TAG 0x03
/* Offsets in a string, counted back from its text. */
#define HASH_BEFORE_TEXT 12
/* The size of a table without its parts, and offsets in it. */
#define TABLE_SIZE 56
#define NODES_LOG_OFFSET 11
#define ARRAY_LIMIT_OFFSET 12
#define FLAGS_OFFSET 10
#define LIMIT_IS_NO_SIZE 0x80

static uint64_t read_word(const char *address) {
    uint64_t word;
    memcpy(&word, address, sizeof word);
    return word;
}

static uint32_t read_half(const char *address) {
    uint32_t half;
    memcpy(&half, address, sizeof half);
    return half;
}

void kl_fix_seed(kl_state *state, char *block, size_t size) {
    if (size < THREAD_OFFSET + GLOBAL_OFFSET_IN_THREAD + 8) return;
    uint64_t global = read_word(block + THREAD_OFFSET + GLOBAL_OFFSET_IN_THREAD);
    if (global < (uint64_t)block || global > (uint64_t)block + size - SEED_OFFSET - sizeof(uint32_t)) return;
    char *state_block = block + (global - (uint64_t)block);
    bool is_known = read_word(state_block + ALLOCATOR_OFFSET) == (uint64_t)&kl_allocate &&
        read_word(state_block + CONTEXT_OFFSET) == (uint64_t)state && read_word(state_block + TOTAL_OFFSET) == size &&
        state_block[NIL_TAG_OFFSET] == INTEGER_TAG;
    uint32_t seed = SEED;
    if (is_known) memcpy(state_block + SEED_OFFSET, &seed, sizeof seed);
}

/* The hash of a short text as Lua computes it. */
static uint32_t hash(const char *text, size_t length) {
    uint32_t hash = SEED ^ (uint32_t)length;
    for (; length > 0; length--) hash ^= (hash << 5) + (hash >> 2) + (unsigned char)text[length - 1];
    return hash;
}

/* Whether an empty table has the known size. */
static bool has_size(lua_State *L, const kl_state *state) {
    size_t before = state->memory_used;
    lua_newtable(L);
    bool is_known = state->memory_used - before == TABLE_SIZE;
    lua_pop(L, 1);
    return is_known;
}

/* Whether a new table with space for some elements and fields has the known layout. */
static bool has_layout(lua_State *L, int elements, int fields, int fields_log) {
    lua_createtable(L, elements, fields);
    const char *table = lua_topointer(L, -1);
    bool is_known = read_half(table + ARRAY_LIMIT_OFFSET) == (uint32_t)elements && table[NODES_LOG_OFFSET] == fields_log;
    lua_pop(L, 1);
    return is_known;
}

void kl_verify_layout(lua_State *L, kl_state *state) {
    const char *text = lua_pushliteral(L, "keping");
    state->has_fixed_seed = read_half(text - HASH_BEFORE_TEXT) == hash(text, strlen(text));
    lua_pop(L, 1);
    state->knows_tables = has_size(L, state) && has_layout(L, 10, 16, 4) && has_layout(L, 0, 5, 3) &&
        has_layout(L, 3, 0, 0);
}

size_t kl_table_capacity(lua_State *L, int index, const kl_state *state) {
    if (!state->knows_tables) return state->largest_vector / sizeof(double);
    const char *table = lua_topointer(L, index);
    size_t elements = read_half(table + ARRAY_LIMIT_OFFSET);
    /* The limit may be any index of the array, whose size is then the next power of two. */
    if (table[FLAGS_OFFSET] & LIMIT_IS_NO_SIZE) elements *= 2;
    return elements + ((size_t)1 << table[NODES_LOG_OFFSET]);
}

bool kl_has_fixed_seed(const kl_state *state) { return state->has_fixed_seed; }
