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
    bool reads_trees; /* whether a result that is a text or a table is converted */
} entry;

/* Makes the thread on which all entries run. May raise an error. */
void kl_make_thread(lua_State *L, kl_state *state) {
    state->expects_stack = true;
    lua_State *made = lua_newthread(L);
    state->expects_stack = false;
    if (!lua_checkstack(made, KL_STACK_SLOTS)) luaL_error(L, "out of memory");
    state->thread_reference = luaL_ref(L, LUA_REGISTRYINDEX);
    state->thread = made;
}

/* Creates the thread if there is none, and pushes the function and its arguments on it. Runs protected, as it allocates. */
static int prepare(lua_State *L) {
    entry *entry = lua_touserdata(L, 1);
    kl_state *state = entry->state;
    if (state->thread_reference == LUA_NOREF) kl_make_thread(L, state);
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
    for (size_t argument = 0; argument < entry->count; argument++) {
        if (cursor->tag == KL_TREE) kl_charge(L, state, cursor->length / 2);
        kl_push_tree(L, &cursor, 0);
    }
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

/* Sets a value to what a result that is no truth value and no number is called. */
static void name_result(lua_State *thread, kl_value *value) {
    *value = (kl_value){.tag = lua_isnil(thread, 1) ? KL_NIL : KL_UNCONVERTIBLE};
    value->text = kl_is_handle(thread, 1) ? "node" : lua_typename(thread, lua_type(thread, 1));
    value->length = strlen(value->text);
}

/* Reads the first result, at the bottom of the thread's stack. Returns NULL, or the message of a problem with it. */
static const char *read_result(kl_state *state, lua_State *thread, int results, bool reads_trees) {
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
    default:
        if (reads_trees) return kl_read_tree(thread, 1, state, 0, false);
        name_result(thread, value);
    }
    state->value_count = 1;
    return NULL;
}

/* Sets the state's counters to those of a new run. */
static void begin_run(kl_state *state, int64_t instructions) {
    kl_begin_tree(state);
    state->traceback.length = 0;
    state->runs++;
    state->instructions_left = state->instructions_given = instructions;
    if (state->sealed) {
        state->longest_text = state->loaded_text; /* the longest text made at load may still exist */
        state->largest_vector = 0;                /* what was made at load cannot be enlarged */
        state->longest_chain = state->loaded_chain;
    }
    state->largest_stack = 0;
    state->has_moved_stack = state->is_located = false;
    state->step = KL_HOOK_INTERVAL;
}

/* Runs an entry within a budget and returns its status. */
static int32_t run(kl_state *state, entry *entry, int64_t instructions) {
    begin_run(state, instructions);
    if (state->stop != KL_OK) return state->stop;
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
    kl_end_first_part(state);
    if (status == LUA_OK && state->stop == KL_OK) {
        const char *problem = read_result(state, thread, results, entry->reads_trees);
        if (entry->reads_trees) kl_subtract(state, state->value_count - 1 + state->text_total / 4);
        if (!problem && state->instructions_left >= 0) return KL_OK;
        if (state->instructions_left < 0) state->stop = KL_INSTRUCTIONS;
        kl_record_result_failure(state, thread, problem ? problem : "");
        return state->stop != KL_OK ? state->stop : KL_CONTRACT;
    }
    return kl_record_failure(state, thread, status);
}

/* Discards the thread; the next entry creates a new one. */
void kl_drop_thread(kl_state *state) {
    luaL_unref(state->lua, LUA_REGISTRYINDEX, state->thread_reference);
    state->thread_reference = LUA_NOREF;
    state->thread = NULL;
    state->stack = NULL;
}

/* Runs an entry of loading, which needs no saved state. */
static int32_t run_loading(kl_state *state, entry *entry, int64_t instructions) {
    if (state->thread_reference != LUA_NOREF) kl_drop_thread(state);
    return run(state, entry, instructions);
}

int32_t kl_run(kl_state *state, const char *source, size_t length, const char *name, int64_t instructions) {
    entry entry = {.state = state, .source = source, .length = length, .name = name};
    return run_loading(state, &entry, instructions);
}

int32_t kl_seal(kl_state *state, int64_t instructions) {
    entry entry = {.state = state, .function = state->prelude_seal};
    int32_t outcome = run_loading(state, &entry, instructions);
    state->sealed = outcome == KL_OK;
    state->loaded_text = state->longest_text;
    state->loaded_chain = state->longest_chain;
    state->compared = kl_compared_variables(state);
    return outcome;
}

/* Saves or restores the state, or removes the results of the last call from the thread. Returns false without memory. */
static bool prepare_call(kl_state *state) {
    const kl_saved *saved = &state->saved;
    if (!saved->exists) {
        if (!kl_save(state)) return false;
    } else if (state->is_spoiled || state->memory_used > saved->memory_used + KL_MOST_GARBAGE) {
        kl_restore(state);
    } else {
        lua_settop(state->thread, 0);
    }
    state->garbage = state->memory_used - saved->memory_used;
    return true;
}

int32_t kl_call(kl_state *state, int64_t function, const kl_value *arguments, size_t count, int64_t instructions,
                bool reads_trees) {
    entry entry = {
        .state = state, .function = function, .arguments = arguments, .count = count, .reads_trees = reads_trees};
    state->instructions_left = state->instructions_given = instructions;
    if (!prepare_call(state)) return kl_record_stop(state, KL_MEMORY);
    if (++state->clock.calls % KL_TIMED_CALLS == 0 && kl_time_is_over(state)) return kl_record_stop(state, KL_TIME);
    int64_t compared = (int64_t)state->compared / KL_COMPARED_UPVALUES;
    int32_t outcome = run(state, &entry, instructions - compared);
    if (state->stop == KL_RERUN) {
        kl_restore(state);
        state->garbage = 0;
        outcome = run(state, &entry, instructions - compared);
    }
    state->instructions_given = instructions;
    state->is_warm = true;
    state->is_spoiled = outcome != KL_OK || state->has_moved_stack;
    if (state->snapshot == LUA_NOREF || state->stop != KL_OK || !state->sealed) return outcome;
    if (kl_upvalues_unchanged(state)) return outcome;
    state->is_spoiled = true;
    if (outcome != KL_OK) return outcome;
    kl_record_change_failure(state);
    return KL_CONTRACT;
}

const kl_value *kl_result(const kl_state *state, size_t *count) {
    *count = state->value_count;
    return state->values;
}
