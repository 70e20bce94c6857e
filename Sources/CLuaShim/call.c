/* Calls: every entry into Lua runs on one Lua thread beside the main one, under a hook that can stop it. */
#include "internal.h"

/* An entry into Lua: a source to compile and run, or a function to call with arguments. */
typedef struct entry {
    kl_state *state;
    const char *source, *name;
    size_t length;
    int64_t function;
    const kl_value *arguments;
    size_t count;
    int pushed;  /* the number of arguments that are on the thread's stack */
    bool syntax; /* whether the source did not compile */
} entry;

/* Creates the thread if there is none, and pushes the function and its arguments on it. Runs protected, as it allocates. */
static int prepare(lua_State *L) {
    entry *entry = lua_touserdata(L, 1);
    kl_state *state = entry->state;
    if (state->thread_reference == LUA_NOREF) {
        state->expects_stack = true;
        lua_State *made = lua_newthread(L);
        state->expects_stack = false;
        state->thread_reference = luaL_ref(L, LUA_REGISTRYINDEX);
        state->thread = made;
    }
    lua_State *thread = state->thread;
    int base = lua_gettop(L);
    if (entry->source) {
        int status = kl_compile(L, entry->source, entry->length, entry->name);
        if (status != LUA_OK) {
            entry->syntax = status != LUA_ERRMEM;
            return lua_error(L);
        }
    } else {
        lua_rawgeti(L, LUA_REGISTRYINDEX, entry->function);
    }
    if (entry->count > 0) luaL_checkstack(L, (int)entry->count + 4, "arguments");
    const kl_value *cursor = entry->arguments;
    for (size_t argument = 0; argument < entry->count; argument++) kl_push_tree(L, &cursor, 0);
    int moved = lua_gettop(L) - base;
    if (!lua_checkstack(thread, moved + LUA_MINSTACK)) return luaL_error(L, "the stack is full");
    lua_xmove(L, thread, moved);
    entry->pushed = moved - 1;
    return 0;
}

/* Runs `prepare` in protected mode and returns its status. */
static int32_t prepare_protected(kl_state *state, entry *entry) {
    lua_State *L = state->lua;
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, entry);
    int status = lua_pcall(L, 1, 0, 0);
    if (status == LUA_OK) return KL_OK;
    int32_t outcome = kl_record_entry_failure(state, status);
    if (outcome == KL_RUNTIME && entry->syntax) outcome = KL_SYNTAX;
    lua_settop(L, 0);
    return outcome;
}

/*
 * Pushes the function and its arguments on the thread by API calls that neither raise errors nor allocate. Returns false
 * if that is impossible, and `prepare` must be used: for a source, without a thread, with more arguments than
 * KL_UNPROTECTED_ARGUMENTS, or if an argument needs memory. Most calls of a plugin's functions have only numbers as
 * arguments, and a protected call would cost as much as the function itself.
 */
static bool push_unprotected(kl_state *state, entry *entry) {
    if (state->thread_reference == LUA_NOREF || entry->source) return false;
    lua_State *thread = state->thread;
    if (entry->count > KL_UNPROTECTED_ARGUMENTS) return false;
    lua_rawgeti(thread, LUA_REGISTRYINDEX, entry->function);
    for (const kl_value *value = entry->arguments; value < entry->arguments + entry->count; value++) {
        switch (value->tag) {
        case KL_NIL: lua_pushnil(thread); break;
        case KL_BOOLEAN: lua_pushboolean(thread, value->integer != 0); break;
        case KL_INTEGER: lua_pushinteger(thread, value->integer); break;
        case KL_NUMBER: lua_pushnumber(thread, value->number); break;
        default: lua_settop(thread, 0); return false;
        }
    }
    entry->pushed = (int)entry->count;
    return true;
}

/* Reads the first result, at the bottom of the thread's stack. Returns NULL, or the message of a problem with it. */
static const char *read_result(kl_state *state, lua_State *thread, int results) {
    kl_begin_tree(state); /* discards the arguments of the last call of a host function */
    if (results == 0) lua_pushnil(thread);
    kl_value *value = state->values;
    switch (lua_type(thread, 1)) {
    case LUA_TBOOLEAN: *value = (kl_value){.tag = KL_BOOLEAN, .integer = lua_toboolean(thread, 1)}; break;
    case LUA_TNUMBER:
        if (lua_isinteger(thread, 1)) {
            *value = (kl_value){.tag = KL_INTEGER, .integer = lua_tointeger(thread, 1)};
        } else {
            *value = (kl_value){.tag = KL_NUMBER, .number = lua_tonumber(thread, 1)};
        }
        break;
    /* The texts of the result stay valid because they are on the thread's stack until the next call. */
    default: return kl_read_tree(thread, 1, state, 0, false);
    }
    state->value_count = 1;
    return NULL;
}

/* Runs an entry within a budget and returns its status. */
static int32_t run(kl_state *state, entry *entry, kl_budget budget) {
    kl_begin_tree(state);
    state->traceback.length = 0;
    if (state->stop != KL_OK) return state->stop;
    state->instructions_left = state->instructions_given = budget.instructions;
    state->deadline = budget.deadline;
    if (state->sealed) state->longest_text = state->loaded_text; /* the longest text made at load may still exist */
    state->largest_stack = 0;
    state->step = KL_HOOK_INTERVAL;
    if (!push_unprotected(state, entry)) {
        int32_t outcome = prepare_protected(state, entry);
        if (outcome != KL_OK) return outcome;
    }
    lua_State *thread = state->thread;
    if (state->longest_text / KL_TEXT_BYTES >= KL_HEAVY) state->step = KL_WEIGHED_STEP;
    /* Setting the hook restarts its count at 0; otherwise it would include instructions of an earlier call. */
    lua_sethook(thread, kl_hook, LUA_MASKCOUNT, state->step);
    int results = 0;
    state->running = thread;
    int status = lua_resume(thread, state->lua, entry->pushed, &results);
    state->running = NULL;
    if (status == LUA_OK && state->stop == KL_OK) {
        const char *problem = read_result(state, thread, results);
        if (!problem) return KL_OK;
        kl_record_result_failure(state, thread, problem);
        return KL_CONTRACT;
    }
    int32_t outcome = kl_record_failure(state, thread, status);
    kl_drop_thread(state);
    return outcome;
}

/* Discards the thread; the next call creates a new one. */
void kl_drop_thread(kl_state *state) {
    luaL_unref(state->lua, LUA_REGISTRYINDEX, state->thread_reference);
    state->thread_reference = LUA_NOREF;
    state->thread = NULL;
    state->stack = NULL;
}

/* Removes the last call's results from the thread. Discards a thread with a large stack, so that every call starts alike. */
static void clear_results(kl_state *state) {
    if (state->thread_reference == LUA_NOREF) return;
    if (state->largest_stack >= KL_WEIGHED_STACK) {
        kl_drop_thread(state);
    } else {
        lua_settop(state->thread, 0);
    }
}

int32_t kl_run(kl_state *state, const char *source, size_t length, const char *name, kl_budget budget) {
    clear_results(state);
    entry entry = {.state = state, .source = source, .length = length, .name = name};
    return run(state, &entry, budget);
}

int32_t kl_seal(kl_state *state, kl_budget budget) {
    clear_results(state);
    entry entry = {.state = state, .function = state->prelude_seal};
    int32_t outcome = run(state, &entry, budget);
    state->sealed = outcome == KL_OK;
    state->loaded_text = state->longest_text;
    return outcome;
}

int32_t kl_call(kl_state *state, int64_t function, const kl_value *arguments, size_t count, kl_budget budget) {
    clear_results(state);
    entry entry = {.state = state, .function = function, .arguments = arguments, .count = count};
    int32_t outcome = run(state, &entry, budget);
    if (state->snapshot == LUA_NOREF || state->stop != KL_OK || !state->sealed) return outcome;
    if (kl_upvalues_unchanged(state) || outcome != KL_OK) return outcome;
    kl_record_change_failure(state);
    return KL_CONTRACT;
}

const kl_value *kl_result(const kl_state *state, size_t *count) {
    *count = state->value_count;
    return state->values;
}
