/* Converts trees of kl_value to Lua values and back, by raw access only. */
#include "internal.h"

bool kl_text_set(kl_text *text, const char *bytes, size_t length) {
    if (length + 1 > text->capacity) {
        char *grown = realloc(text->bytes, length + 1);
        if (!grown) return false;
        text->bytes = grown;
        text->capacity = length + 1;
    }
    if (length) memcpy(text->bytes, bytes, length);
    text->bytes[length] = 0;
    text->length = length;
    return true;
}

bool kl_text_append(kl_text *text, const char *bytes, size_t length) {
    if (length > text->capacity - text->length) {
        size_t capacity = (text->length + length) * 2;
        char *grown = realloc(text->bytes, capacity);
        if (!grown) return false;
        text->bytes = grown;
        text->capacity = capacity;
    }
    if (length) memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    return true;
}

bool kl_is_handle(lua_State *L, int index) {
    if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return false;
    lua_rawgeti(L, LUA_REGISTRYINDEX, KL_STATE(L)->handle_metatable);
    bool same = lua_rawequal(L, -1, -2);
    lua_pop(L, 2);
    return same;
}

/* Pushes the tree at the cursor and moves the cursor past it. Needs 4 free stack slots; may raise, as it allocates. */
void kl_push_tree(lua_State *L, const kl_value **cursor, int depth) {
    const kl_value *value = (*cursor)++;
    if (depth > KL_MAXIMUM_DEPTH) luaL_error(L, "a value from the host is nested too deep");
    switch (value->tag) {
    case KL_BOOLEAN: lua_pushboolean(L, value->integer != 0); break;
    case KL_INTEGER: lua_pushinteger(L, value->integer); break;
    case KL_NUMBER: lua_pushnumber(L, value->number); break;
    case KL_TEXT: lua_pushlstring(L, value->text, value->length); break;
    case KL_TABLE:
        luaL_checkstack(L, 8, "host value");
        lua_createtable(L, 0, value->count);
        for (int32_t pair = 0; pair < value->count; pair++) {
            kl_push_tree(L, cursor, depth + 1);
            kl_push_tree(L, cursor, depth + 1);
            lua_rawset(L, -3);
        }
        break;
    case KL_TREE: {
        const kl_value *tree = value->tree;
        kl_push_tree(L, &tree, depth);
        break;
    }
    case KL_FUNCTION: lua_rawgeti(L, LUA_REGISTRYINDEX, value->integer); break;
    case KL_HOST_FUNCTION: kl_push_host_function(L, value->integer); break;
    case KL_HANDLE: {
        int64_t *number = lua_newuserdatauv(L, sizeof *number, 0);
        *number = value->integer;
        lua_rawgeti(L, LUA_REGISTRYINDEX, KL_STATE(L)->handle_metatable);
        lua_setmetatable(L, -2);
        break;
    }
    default: lua_pushnil(L);
    }
}

static kl_value *append(kl_state *state) {
    if (state->value_count == state->value_capacity) {
        size_t capacity = state->value_capacity * 2;
        kl_value *grown = realloc(state->values, capacity * sizeof *grown);
        if (!grown) return NULL;
        state->values = grown;
        state->value_capacity = capacity;
    }
    kl_value *value = &state->values[state->value_count++];
    memset(value, 0, sizeof *value);
    return value;
}

/* Begins a new tree, which overwrites the last one. */
void kl_begin_tree(kl_state *state) {
    state->value_count = 0;
    state->text_total = 0;
}

/* Appends a text to state->values; raises an error if there is not enough memory. */
void kl_append_text(lua_State *L, kl_state *state, const char *text, size_t length) {
    kl_value *value = append(state);
    if (!value) luaL_error(L, "out of memory");
    *value = (kl_value){.tag = KL_TEXT, .text = text, .length = length};
    state->text_total += length;
}

/*
 * Appends the value at `index` to state->values as a tree. Returns NULL, or the message of a problem. If `functions` is
 * true, it makes references to functions, which allocates and may raise an error. Otherwise it raises none, because it
 * calls no lua_* function that raises errors or calls metamethods.
 */
const char *kl_read_tree(lua_State *L, int index, kl_state *state, int depth, bool functions) {
    if (depth > KL_MAXIMUM_DEPTH) return "a table is nested too deep, or contains itself";
    if (state->value_count >= KL_MAXIMUM_VALUES) return "too many values at once";
    if (!lua_checkstack(L, 6)) return "the stack is full";
    index = lua_absindex(L, index);
    kl_value *value = append(state);
    if (!value) return "out of memory";
    switch (lua_type(L, index)) {
    case LUA_TNIL: value->tag = KL_NIL; break;
    case LUA_TBOOLEAN:
        value->tag = KL_BOOLEAN;
        value->integer = lua_toboolean(L, index);
        break;
    case LUA_TNUMBER:
        if (lua_isinteger(L, index)) {
            value->tag = KL_INTEGER;
            value->integer = lua_tointeger(L, index);
        } else {
            value->tag = KL_NUMBER;
            value->number = lua_tonumber(L, index);
        }
        break;
    case LUA_TSTRING:
        value->tag = KL_TEXT;
        value->text = lua_tolstring(L, index, &value->length);
        if (value->length > KL_MAXIMUM_TEXT - state->text_total) return "too much text at once";
        state->text_total += value->length;
        break;
    case LUA_TTABLE: {
        if (lua_getmetatable(L, index)) {
            lua_pop(L, 1);
            return "a table with a metatable cannot be given to the host";
        }
        value->tag = KL_TABLE;
        size_t table = state->value_count - 1;
        int32_t count = 0;
        lua_pushnil(L);
        while (lua_next(L, index)) {
            const char *problem = kl_read_tree(L, -2, state, depth + 1, functions);
            if (!problem) problem = kl_read_tree(L, -1, state, depth + 1, functions);
            if (problem) return problem;
            lua_pop(L, 1);
            count++;
        }
        state->values[table].count = count;
        break;
    }
    case LUA_TFUNCTION:
        if (functions) {
            size_t function = state->value_count - 1;
            lua_pushvalue(L, index);
            int reference = luaL_ref(L, LUA_REGISTRYINDEX);
            state->values[function].tag = KL_FUNCTION;
            state->values[function].integer = reference;
            break;
        }
        value->tag = KL_UNCONVERTIBLE;
        value->text = "function";
        value->length = 8;
        break;
    default:
        if (kl_is_handle(L, index)) {
            value->tag = KL_HANDLE;
            value->integer = *(int64_t *)lua_touserdata(L, index);
        } else {
            value->tag = KL_UNCONVERTIBLE;
            value->text = lua_typename(L, lua_type(L, index));
            value->length = strlen(value->text);
        }
    }
    return NULL;
}
