/* Why a run failed: what was said, and where, which no message can forge. */
#include "internal.h"

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
int32_t kl_record_failure(kl_state *state, lua_State *thread, int status) {
    locate(state, thread);
    state->traceback.length = 0;
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

/* Why no thread was begun; `status` is what lua_pcall returned, the error on the main stack. */
int32_t kl_record_entry_failure(kl_state *state, int status) {
    kl_text_set(&state->file, "", 0);
    state->line = 0;
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    if (state->stop != KL_OK) {
        set_message(state, "");
        return state->stop;
    }
    size_t length;
    const char *message = lua_tolstring(state->lua, -1, &length);
    set_bounded(&state->message, message ? message : "", message ? length : 0);
    return KL_RUNTIME;
}

/* What is wrong with a result. */
void kl_record_result_failure(kl_state *state, lua_State *thread, const char *problem) {
    locate(state, thread);
    set_message(state, problem);
}

/* That something was kept for the next call. */
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
