/* Failures: the message and the location, which is read from the stack because a message can be forged. */
#include "internal.h"

/* Sets a text to at most KL_MAXIMUM_MESSAGE bytes, cut between two UTF-8 characters. */
static void set_bounded(kl_text *text, const char *bytes, size_t length) {
    if (length > KL_MAXIMUM_MESSAGE) {
        length = KL_MAXIMUM_MESSAGE;
        while (length > 0 && ((unsigned char)bytes[length] & 0xC0) == 0x80) length--;
    }
    kl_text_set(text, bytes, length);
}

static void set_message(kl_state *state, const char *message) { set_bounded(&state->message, message, strlen(message)); }

/* Sets file and line to the innermost line of the plugin on the stack of a thread. */
static void locate(kl_state *state, lua_State *thread) {
    lua_Debug frame;
    kl_text_set(&state->file, "", 0);
    state->line = 0;
    if (!kl_find_plugin_line(thread, 0, &frame)) return;
    kl_text_set(&state->file, frame.source + 1, strlen(frame.source + 1));
    state->line = frame.currentline;
}

/* Records the line that the hook stops: once the thread has yielded, its position is that of the instruction before. */
void kl_locate_stop(kl_state *state, lua_State *thread) {
    locate(state, thread);
    state->is_located = true;
}

/* Sets file and line to those of a source that did not compile, if that is why the run has failed with the message. */
static bool locate_fault(kl_state *state, const char *message, size_t length) {
    if (!kl_is_fault(state, message, length)) return false;
    kl_text_set(&state->file, state->fault_file.bytes, state->fault_file.length);
    state->line = state->fault_line;
    return true;
}

/* Sets the traceback of the thread that is passed as light userdata. Runs protected, as it allocates. */
static int write_traceback(lua_State *L) {
    kl_state *state = KL_STATE(L);
    lua_State *thread = lua_touserdata(L, 1);
    luaL_traceback(L, thread, NULL, 0);
    size_t length;
    const char *text = lua_tolstring(L, -1, &length);
    set_bounded(&state->traceback, text, length);
    return 0;
}

/* Records why the thread failed and returns a KL_ status; `status` is the result of lua_resume. */
int32_t kl_record_failure(kl_state *state, lua_State *thread, int status) {
    if (state->stop == KL_RERUN) return KL_RERUN;
    if (!state->is_located) locate(state, thread);
    state->traceback.length = 0;
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    if (state->stop == KL_OK || state->stop == KL_INSTRUCTIONS || state->stop == KL_TIME) {
        lua_pushcfunction(state->lua, write_traceback);
        lua_pushlightuserdata(state->lua, thread);
        if (lua_pcall(state->lua, 1, 0, 0) != LUA_OK) lua_pop(state->lua, 1);
    }
    if (state->stop != KL_OK) {
        set_message(state, "");
        locate_fault(state, "", 0);
        return state->stop;
    }
    if (lua_type(thread, -1) == LUA_TSTRING) {
        size_t length;
        const char *message = lua_tolstring(thread, -1, &length);
        const char *rest = kl_skip_prelude_position(message);
        set_bounded(&state->message, rest, length - (size_t)(rest - message));
        if (locate_fault(state, message, length)) return KL_SYNTAX;
    } else {
        const char *kind = lua_typename(thread, lua_type(thread, -1));
        char text[80] = "the error is not a text but a ";
        strncat(text, kind, 40);
        set_message(state, text);
    }
    return KL_RUNTIME;
}

/* Records why an entry could not be prepared; `status` is the result of lua_pcall, and the error is on the main stack. */
int32_t kl_record_entry_failure(kl_state *state, int status) {
    if (state->stop == KL_RERUN) return KL_RERUN;
    kl_text_set(&state->file, "", 0);
    state->line = 0;
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    if (state->stop != KL_OK) {
        set_message(state, "");
        locate_fault(state, "", 0);
        return state->stop;
    }
    size_t length;
    const char *message = lua_tolstring(state->lua, -1, &length);
    set_bounded(&state->message, message ? message : "", message ? length : 0);
    return message && locate_fault(state, message, length) ? KL_SYNTAX : KL_RUNTIME;
}

/* Records a limit that stops a call before it runs, and returns it. */
int32_t kl_record_stop(kl_state *state, int32_t stop) {
    kl_text_set(&state->file, "", 0);
    state->line = 0;
    state->traceback.length = 0;
    state->is_spoiled = true;
    set_message(state, "");
    return state->stop = stop;
}

/* Records that a result is not allowed. */
void kl_record_result_failure(kl_state *state, lua_State *thread, const char *problem) {
    locate(state, thread);
    set_message(state, problem);
}

/* Records that a function changed a variable outside itself. */
void kl_record_change_failure(kl_state *state) {
    set_message(state, "a function changed a variable outside itself; nothing may be kept between applications");
    kl_text_set(&state->file, "", 0);
    state->line = 0;
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
