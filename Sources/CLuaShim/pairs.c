/*
 * pairs: visits the keys of a table in a fixed order, numbers before texts before false and true. Its cost depends only on
 * the table's keys and size. The iterator belongs to the run that made it, because it remembers its position.
 */
#include <math.h>

#include "internal.h"

/* A key, with its index in the list of the keys in the table's own order. */
typedef struct key {
    enum { INTEGER, FLOAT, TEXT, TRUTH } kind;
    int32_t index;
    union {
        lua_Integer integer;
        lua_Number number;
        struct {
            const char *bytes;
            size_t length;
        } text;
    };
} key;

/* The keys of a table that are sorted without allocating memory. */
#define FEW_KEYS 32

/* Compares an integer with a float that is not equal to it. */
static int compare_mixed(lua_Integer integer, lua_Number number) {
    if (number >= 0x1p63) return -1;
    if (number < -0x1p63) return 1;
    return integer <= (lua_Integer)floor(number) ? -1 : 1;
}

static int compare_texts(const key *a, const key *b) {
    size_t common = a->text.length < b->text.length ? a->text.length : b->text.length;
    int order = memcmp(a->text.bytes, b->text.bytes, common);
    if (order != 0) return order;
    return a->text.length < b->text.length ? -1 : a->text.length > b->text.length;
}

/* The order of two different keys: below, at or above 0. */
static int compare(const key *a, const key *b) {
    if (a->kind == INTEGER && b->kind == INTEGER) return a->integer < b->integer ? -1 : a->integer > b->integer;
    if (a->kind == FLOAT && b->kind == FLOAT) return a->number < b->number ? -1 : a->number > b->number;
    if (a->kind == INTEGER && b->kind == FLOAT) return compare_mixed(a->integer, b->number);
    if (a->kind == FLOAT && b->kind == INTEGER) return -compare_mixed(b->integer, a->number);
    if (a->kind == TEXT && b->kind == TEXT) return compare_texts(a, b);
    if (a->kind == TRUTH && b->kind == TRUTH) return (int)a->integer - (int)b->integer;
    return (int)a->kind - (int)b->kind;
}

/* Sorts keys by merging, with space for as many keys at `space`. */
static void sort(key *keys, key *space, size_t count) {
    key *from = keys, *to = space;
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t low = 0; low < count; low += 2 * width) {
            size_t middle = low + width < count ? low + width : count;
            size_t high = low + 2 * width < count ? low + 2 * width : count;
            size_t left = low, right = middle;
            for (size_t index = low; index < high; index++) {
                bool takes_left = left < middle && (right >= high || compare(&from[right], &from[left]) >= 0);
                to[index] = takes_left ? from[left++] : from[right++];
            }
        }
        key *other = from;
        from = to;
        to = other;
    }
    if (from != keys) memcpy(keys, from, count * sizeof *keys);
}

/* Reads the key at the stack index; raises an error if it has no order. */
static void read_key(lua_State *L, int index, key *key) {
    switch (lua_type(L, index)) {
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            key->kind = INTEGER;
            key->integer = lua_tointeger(L, index);
        } else {
            key->kind = FLOAT;
            key->number = lua_tonumber(L, index);
        }
        break;
    case LUA_TSTRING:
        key->kind = TEXT;
        key->text.bytes = lua_tolstring(L, index, &key->text.length);
        break;
    case LUA_TBOOLEAN:
        key->kind = TRUTH;
        key->integer = lua_toboolean(L, index);
        break;
    /* The message names no type: which of several such keys comes first depends on their addresses. */
    default: luaL_error(L, "pairs: a key that is no number, text, true or false has no order");
    }
}

/* The iterator; its upvalues are the table, the list of its keys in order, the position, and the run it belongs to. */
static int next_pair(lua_State *L) {
    if (lua_tointeger(L, lua_upvalueindex(4)) != KL_STATE(L)->runs) {
        return luaL_error(L, "an iterator of pairs cannot be kept for a later call");
    }
    lua_settop(L, 0);
    lua_Integer position = lua_tointeger(L, lua_upvalueindex(3));
    do {
        lua_settop(L, 0);
        if (lua_rawgeti(L, lua_upvalueindex(2), ++position) == LUA_TNIL) return 1;
        lua_pushvalue(L, 1);
    } while (lua_rawget(L, lua_upvalueindex(1)) == LUA_TNIL);
    lua_pushinteger(L, position);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

static size_t count_keys(lua_State *L) {
    size_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        count++;
    }
    return count;
}

/* Fills `keys` and the list at stack index 2 with the keys of the table at 1. Returns whether they are in order. */
static bool collect(lua_State *L, key *keys, uint64_t *text_total) {
    bool is_sorted = true;
    int32_t count = 0;
    lua_pushnil(L);
    while (lua_next(L, 1)) {
        lua_pop(L, 1);
        key *key = &keys[count];
        read_key(L, -1, key);
        key->index = ++count;
        if (key->kind == TEXT) *text_total += key->text.length;
        if (is_sorted && count > 1 && compare(key, key - 1) < 0) is_sorted = false;
        lua_pushvalue(L, -1);
        lua_rawseti(L, 2, count);
    }
    return is_sorted;
}

int kl_pairs(lua_State *L) {
    kl_state *state = KL_STATE(L);
    lua_settop(L, 1);
    kl_charge(L, state, kl_table_capacity(L, 1, state) / 8);
    size_t count = count_keys(L);
    lua_createtable(L, (int)count, 0);
    key few[2 * FEW_KEYS];
    key *keys = count <= FEW_KEYS ? few : lua_newuserdatauv(L, 2 * count * sizeof *keys, 0);
    uint64_t text_total = 0;
    bool is_sorted = collect(L, keys, &text_total);
    uint64_t rounds = count < 2 ? 1 : 64 - (unsigned)__builtin_clzl(count - 1);
    kl_charge(L, state, count * (4 + 2 * rounds) + text_total * rounds / 16);
    if (!is_sorted) {
        sort(keys, keys + count, count);
        lua_createtable(L, (int)count, 0);
        for (size_t index = 0; index < count; index++) {
            lua_rawgeti(L, 2, keys[index].index);
            lua_rawseti(L, -2, (lua_Integer)index + 1);
        }
        lua_replace(L, 2);
    }
    lua_settop(L, 2);
    lua_pushinteger(L, 0);
    lua_pushinteger(L, state->runs);
    lua_pushcclosure(L, next_pair, 4);
    return 1;
}
