/*
 * Positions in messages. A message that a plugin or a person reads names lines of the plugin, and never a line of the
 * prelude; and a source that does not compile has a position even if Lua's message has none.
 */
#include "internal.h"

#define PRELUDE "[keping]:"

bool kl_find_plugin_line(lua_State *L, int level, lua_Debug *frame) {
    for (; lua_getstack(L, level, frame); level++) {
        if (!lua_getinfo(L, "Sl", frame)) continue;
        if (frame->currentline > 0 && frame->source[0] == '@' && frame->source[1] != '[') return true;
    }
    return false;
}

/* Skips a line number that is followed by ": ". Returns NULL if there is none. */
static const char *skip_line(const char *text, int32_t *line) {
    char *end;
    long number = strtol(text, &end, 10);
    if (end == text || end[0] != ':' || end[1] != ' ' || number < 1 || number > INT32_MAX) return NULL;
    *line = (int32_t)number;
    return end + 2;
}

const char *kl_skip_prelude_position(const char *message) {
    int32_t line;
    if (strncmp(message, PRELUDE, strlen(PRELUDE)) != 0) return message;
    const char *rest = skip_line(message + strlen(PRELUDE), &line);
    return rest ? rest : message;
}

int kl_reposition(lua_State *L) {
    if (lua_type(L, 1) != LUA_TSTRING) return 1;
    size_t length;
    const char *message = lua_tolstring(L, 1, &length);
    const char *rest = kl_skip_prelude_position(message);
    if (rest == message) return 1;
    /* The plugin may have made a long message that only looks like one of the prelude's. */
    if (kl_charge_host(KL_STATE(L), length / 16) != KL_OK) return 1;
    lua_Debug frame;
    if (kl_find_plugin_line(L, 1, &frame)) {
        lua_pushfstring(L, "%s:%d: ", frame.source + 1, frame.currentline);
    } else {
        lua_pushliteral(L, "");
    }
    lua_pushlstring(L, rest, length - (size_t)(rest - message));
    lua_concat(L, 2);
    return 1;
}

/* The 1-based line of the last byte of a text. */
static int32_t last_line(const char *text, size_t length) {
    int32_t line = 1;
    for (size_t index = 0; index + 1 < length; index++) line += text[index] == '\n';
    return line;
}

void kl_record_fault(lua_State *L, int status, const char *name, const char *source, size_t length) {
    kl_state *state = KL_STATE(L);
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    kl_text_set(&state->fault_file, name, strlen(name));
    kl_text_set(&state->fault_message, "", 0);
    /* How much memory the compiler needs differs a little between processes, so the line at which it ran out does, too. */
    state->fault_line = state->stop == KL_MEMORY ? 0 : last_line(source, length);
    if (state->stop != KL_OK || lua_type(L, -1) != LUA_TSTRING) return;
    const char *message = lua_tostring(L, -1), *colon = strchr(message, ':');
    if (!colon || !skip_line(colon + 1, &state->fault_line)) {
        lua_pushfstring(L, "%s:%d: %s", name, (int)state->fault_line, message);
        lua_remove(L, -2);
    }
    size_t message_length;
    message = lua_tolstring(L, -1, &message_length);
    kl_text_set(&state->fault_message, message, message_length);
}

bool kl_is_fault(const kl_state *state, const char *message, size_t length) {
    const kl_text *fault = &state->fault_message;
    if (state->sealed || state->fault_file.length == 0 || fault->length != length) return false;
    return length == 0 ? state->stop != KL_OK : memcmp(fault->bytes, message, length) == 0;
}
