/* The prelude's bytecode: compiled once, because every state runs it. */
#include "internal.h"

typedef struct bytecode {
    char *bytes;
    size_t length, capacity;
} bytecode;

/* The lua_Writer of lua_dump: appends to a bytecode buffer. */
static int append(lua_State *L, const void *bytes, size_t length, void *context) {
    bytecode *code = context;
    (void)L;
    if (length > code->capacity - code->length) {
        size_t capacity = 2 * code->capacity + length;
        char *larger = realloc(code->bytes, capacity);
        if (!larger) return 1;
        code->bytes = larger;
        code->capacity = capacity;
    }
    memcpy(code->bytes + code->length, bytes, length);
    code->length += length;
    return 0;
}

char *kl_compile_prelude(const char *prelude, size_t length, size_t *compiled_length) {
    bytecode code = {NULL, 0, 0};
    lua_State *L = luaL_newstate();
    if (!L) return NULL;
    /* Debug information is kept: messages and tracebacks name the prelude's lines. */
    bool is_compiled = luaL_loadbufferx(L, prelude, length, "@[keping]", "t") == LUA_OK && lua_dump(L, append, &code, 0) == 0;
    lua_close(L);
    if (!is_compiled) {
        free(code.bytes);
        return NULL;
    }
    *compiled_length = code.length;
    return code.bytes;
}

void kl_free_prelude(char *compiled) { free(compiled); }
