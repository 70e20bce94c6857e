/* Opening, closing and calling: every entry runs on a Lua thread of its own, under a hook that can stop it. */
#include "internal.h"

kl_state *kl_open(size_t memory, kl_host_call call, void *context, const char *prelude, size_t length) {
    kl_state *state = calloc(1, sizeof *state);
    if (!state) return NULL;
    state->memory_limit = memory;
    state->host = call;
    state->context = context;
    state->thread = state->snapshot = LUA_NOREF;
    state->instructions_left = INT64_MAX / 2;
    state->expects_strings = true;
    state->lua = lua_newstate(kl_allocate, state);
    if (!state->lua) {
        free(state);
        return NULL;
    }
    KL_STATE(state->lua) = state;
    kl_value text = {.text = prelude, .length = length};
    lua_pushcfunction(state->lua, kl_open_sandbox);
    lua_pushlightuserdata(state->lua, &text);
    if (lua_pcall(state->lua, 1, 0, 0) != LUA_OK) {
        kl_close(state);
        return NULL;
    }
    return state;
}

void kl_close(kl_state *state) {
    lua_close(state->lua);
    free(state->values);
    free(state->host_text.bytes);
    free(state->message.bytes);
    free(state->file.bytes);
    free(state->traceback.bytes);
    free(state);
}

const char *kl_set_text(kl_state *state, const char *text, size_t length) {
    return kl_text_set(&state->host_text, text, length) ? state->host_text.bytes : NULL;
}

/* Keeps as much of a text as a person would read, and cuts it between two characters. */
static void set_bounded(kl_text *text, const char *bytes, size_t length) {
    if (length > KL_MAXIMUM_MESSAGE) {
        length = KL_MAXIMUM_MESSAGE;
        while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80) length--;
    }
    kl_text_set(text, bytes, length);
}

static void set_message(kl_state *state, const char *message) { set_bounded(&state->message, message, strlen(message)); }

/* Finds the innermost line of the plugin on a dead thread's stack; error messages can be forged, the stack cannot. */
static void locate(kl_state *state, lua_State *thread) {
    lua_Debug frame;
    kl_text_set(&state->file, "", 0);
    state->line = 0;
    for (int level = 0; lua_getstack(thread, level, &frame); level++) {
        if (!lua_getinfo(thread, "Sl", &frame)) continue;
        if (frame.currentline > 0 && frame.source[0] == '@' && frame.source[1] != '[') {
            kl_text_set(&state->file, frame.source + 1, strlen(frame.source + 1));
            state->line = frame.currentline;
            return;
        }
    }
}

static int write_traceback(lua_State *L) {
    kl_state *state = KL_STATE(L);
    lua_State *thread = lua_touserdata(L, 1);
    luaL_traceback(L, thread, NULL, 0);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    set_bounded(&state->traceback, text, length);
    return 0;
}

/* Fills in why the thread failed; `status` is what lua_resume returned. */
static int32_t explain(kl_state *state, lua_State *thread, int status) {
    locate(state, thread);
    kl_text_set(&state->traceback, "", 0);
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    if (state->stop == KL_OK || state->stop == KL_INSTRUCTIONS || state->stop == KL_TIME) {
        lua_pushcfunction(state->lua, write_traceback);
        lua_pushlightuserdata(state->lua, thread);
        if (lua_pcall(state->lua, 1, 0, 0) != LUA_OK) lua_pop(state->lua, 1);
    }
    if (state->stop != KL_OK) {
        set_message(state, "");
        return state->stop;
    }
    if (lua_type(thread, -1) == LUA_TSTRING) {
        size_t length;
        const char *message = lua_tolstring(thread, -1, &length);
        set_bounded(&state->message, message, length);
    } else {
        const char *kind = lua_typename(thread, lua_type(thread, -1));
        char text[80] = "the error is not a text but a ";
        strncat(text, kind, 40);
        set_message(state, text);
    }
    return KL_RUNTIME;
}

typedef struct entry {
    kl_state *state;
    const char *source, *name;
    size_t length;
    int64_t function;
    const kl_value *arguments;
    size_t count;
    lua_State *thread;
    bool syntax;
} entry;

/* Makes or takes the thread and puts the function and its arguments on it; runs protected, since all of it allocates. */
static int prepare(lua_State *L) {
    entry *entry = lua_touserdata(L, 1);
    kl_state *state = entry->state;
    if (state->thread == LUA_NOREF) {
        state->expects_stack = true;
        lua_newthread(L);
        state->expects_stack = false;
        state->thread = luaL_ref(L, LUA_REGISTRYINDEX);
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->thread);
    lua_State *thread = lua_tothread(L, -1);
    entry->thread = thread;
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
    const kl_value *cursor = entry->arguments;
    for (size_t argument = 0; argument < entry->count; argument++) kl_push_tree(L, &cursor, 0);
    int moved = lua_gettop(L) - base;
    if (!lua_checkstack(thread, moved + LUA_MINSTACK)) return luaL_error(L, "the stack is full");
    lua_xmove(L, thread, moved);
    return 0;
}

static int32_t run(kl_state *state, entry *entry, kl_budget budget) {
    lua_State *L = state->lua;
    kl_begin_tree(state);
    kl_text_set(&state->traceback, "", 0);
    if (state->stop != KL_OK) return state->stop;
    kl_give_budget(state, budget);
    if (state->sealed) state->longest_text = state->loaded_text; /* what was made at load is still about */
    state->largest_stack = 0;
    state->step = KL_HOOK_INTERVAL;
    lua_pushcfunction(L, prepare);
    lua_pushlightuserdata(L, entry);
    int status = lua_pcall(L, 1, 0, 0);
    if (status != LUA_OK) {
        int32_t answer = KL_RUNTIME;
        kl_text_set(&state->file, "", 0);
        state->line = 0;
        if (status == LUA_ERRMEM) {
            if (state->stop == KL_OK) state->stop = KL_MEMORY;
            answer = state->stop;
            set_message(state, "");
        } else if (state->stop != KL_OK) {
            answer = state->stop;
            set_message(state, "");
        } else {
            size_t length;
            const char *message = lua_tolstring(L, -1, &length);
            set_bounded(&state->message, message ? message : "", message ? length : 0);
            if (entry->syntax) answer = KL_SYNTAX;
        }
        lua_settop(L, 0);
        return answer;
    }
    lua_State *thread = entry->thread;
    if (state->longest_text / KL_TEXT_BYTES >= KL_HEAVY) state->step = KL_WEIGHED_STEP;
    lua_sethook(thread, kl_hook, LUA_MASKCOUNT, state->step);
    int results = 0;
    state->running = thread;
    status = lua_resume(thread, L, (int)lua_gettop(thread) - 1, &results);
    state->running = NULL;
    lua_sethook(thread, NULL, 0, 0);
    if (status == LUA_OK && state->stop == KL_OK) {
        const char *problem = NULL;
        if (results == 0) {
            lua_settop(thread, 0);
            lua_pushnil(thread);
            results = 1;
        }
        kl_begin_tree(state); /* a host function that was called meanwhile has left its arguments here */
        problem = kl_read_tree(thread, lua_gettop(thread) - results + 1, state, 0, false);
        /* The texts of the result stay on the thread's stack, and so alive, until the next call. */
        if (!problem) return KL_OK;
        locate(state, thread);
        set_message(state, problem);
        return KL_CONTRACT;
    }
    int32_t answer = explain(state, thread, status);
    luaL_unref(L, LUA_REGISTRYINDEX, state->thread);
    state->thread = LUA_NOREF;
    state->stack = NULL;
    return answer;
}

/* Empties the thread of the last call's results; one whose stack has grown large goes, so that each call begins alike. */
static void forget_results(kl_state *state) {
    if (state->thread == LUA_NOREF) return;
    if (state->largest_stack >= KL_WEIGHED_STACK) {
        luaL_unref(state->lua, LUA_REGISTRYINDEX, state->thread);
        state->thread = LUA_NOREF;
        state->stack = NULL;
        return;
    }
    lua_rawgeti(state->lua, LUA_REGISTRYINDEX, state->thread);
    lua_State *thread = lua_tothread(state->lua, -1);
    if (thread) lua_settop(thread, 0);
    lua_pop(state->lua, 1);
}

int32_t kl_run(kl_state *state, const char *source, size_t length, const char *name, kl_budget budget) {
    forget_results(state);
    entry entry = {.state = state, .source = source, .length = length, .name = name};
    return run(state, &entry, budget);
}

int32_t kl_seal(kl_state *state, kl_budget budget) {
    forget_results(state);
    entry entry = {.state = state, .function = state->prelude_seal};
    int32_t answer = run(state, &entry, budget);
    state->sealed = answer == KL_OK;
    state->loaded_text = state->longest_text;
    return answer;
}

/* Whether every upvalue is what it was when the plugin was sealed; one that is not is put back. Raises nothing. */
static bool upvalues_unchanged(kl_state *state) {
    lua_State *L = state->lua;
    bool unchanged = true;
    if (state->snapshot == LUA_NOREF || !lua_checkstack(L, 6)) return true;
    lua_rawgeti(L, LUA_REGISTRYINDEX, state->snapshot);
    int list = lua_gettop(L);
    lua_Integer count = (lua_Integer)lua_rawlen(L, list);
    for (lua_Integer place = 1; place + 2 <= count; place += 3) {
        lua_rawgeti(L, list, place);
        lua_rawgeti(L, list, place + 1);
        int upvalue = (int)lua_tointeger(L, -1);
        lua_rawgeti(L, list, place + 2);
        lua_getupvalue(L, -3, upvalue);
        bool absent = lua_islightuserdata(L, -2);
        bool same = absent ? lua_isnil(L, -1) : lua_rawequal(L, -1, -2);
        if (!same) {
            unchanged = false;
            lua_pop(L, 1);
            if (absent) lua_pushnil(L);
            lua_setupvalue(L, absent ? -4 : -3, upvalue);
        }
        lua_settop(L, list);
    }
    lua_pop(L, 1);
    return unchanged;
}

int32_t kl_call(kl_state *state, int64_t function, const kl_value *arguments, size_t count, kl_budget budget) {
    forget_results(state);
    entry entry = {.state = state, .function = function, .arguments = arguments, .count = count};
    int32_t answer = run(state, &entry, budget);
    if (state->stop == KL_OK && state->sealed && !upvalues_unchanged(state) && answer == KL_OK) {
        set_message(state, "a function changed a variable outside itself; nothing may be kept between applications");
        kl_text_set(&state->file, "", 0);
        state->line = 0;
        return KL_CONTRACT;
    }
    return answer;
}

const kl_value *kl_result(const kl_state *state, size_t *count) {
    *count = state->value_count;
    return state->values;
}

kl_failure kl_last_failure(const kl_state *state) {
    return (kl_failure){
        .message = state->message.bytes,
        .message_length = state->message.length,
        .file = state->file.bytes,
        .file_length = state->file.length,
        .line = state->line,
        .traceback = state->traceback.bytes,
        .traceback_length = state->traceback.length,
    };
}

int32_t kl_function_line(kl_state *state, int64_t function, const char **file, size_t *length) {
    lua_State *L = state->lua;
    lua_Debug frame;
    *file = "";
    *length = 0;
    if (lua_rawgeti(L, LUA_REGISTRYINDEX, function) != LUA_TFUNCTION) {
        lua_pop(L, 1);
        return 0;
    }
    if (!lua_getinfo(L, ">S", &frame) || frame.source[0] != '@') return 0;
    kl_text_set(&state->file, frame.source + 1, strlen(frame.source + 1));
    *file = state->file.bytes;
    *length = state->file.length;
    return frame.linedefined;
}

int64_t kl_instructions_used(const kl_state *state) { return state->instructions_given - state->instructions_left; }

size_t kl_memory_used(const kl_state *state) { return state->memory_used; }

int32_t kl_library_version(void) { return LUA_VERSION_RELEASE_NUM; }
