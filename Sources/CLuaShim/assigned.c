/*
 * Finds the upvalues that a function's code assigns, by reading the code as lua_dump writes it. The other upvalues
 * cannot change and need not be compared after each call. If the code is not exactly as Lua 5.4 writes it, the function
 * counts as assigning all its upvalues.
 */
#include "internal.h"

/* SETUPVAL is the only instruction that assigns an upvalue; its operand B is the upvalue's index. */
#define OP_MASK 0x7F
#define OP_SETUPVAL 10
#define B_SHIFT 16
/* The type tags of constants. */
#define TAG_FLOAT 0x13
#define TAG_INTEGER 0x03
#define TAG_SHORT_TEXT 0x04
#define TAG_LONG_TEXT 0x14
/* More than the depth to which the parser lets functions be nested. */
#define MAXIMUM_NESTING 220

/* The part of the code that has not been read yet. */
typedef struct code {
    const unsigned char *next, *end;
    bool is_broken;
} code;

/* Skips bytes and returns their address. If too few are left, marks the code as broken; the address is then of 8 zeros. */
static const unsigned char *skip(code *code, size_t length) {
    static const unsigned char nothing[8] = {0};
    const unsigned char *start = code->next;
    if (length > (size_t)(code->end - code->next)) {
        code->is_broken = true;
        code->next = code->end;
        return nothing;
    }
    code->next += length;
    return start;
}

/* Reads a size: 7 bits per byte, most significant first; the last byte has its high bit set. */
static size_t read_size(code *code) {
    size_t size = 0;
    while (!code->is_broken) {
        unsigned char byte = *skip(code, 1);
        if (size > SIZE_MAX >> 8) code->is_broken = true;
        size = size << 7 | (byte & 0x7F);
        if (byte & 0x80) return size;
    }
    return 0;
}

static void skip_text(code *code) {
    size_t size = read_size(code);
    if (size > 0) skip(code, size - 1);
}

static void skip_constants(code *code) {
    for (size_t left = read_size(code); left > 0 && !code->is_broken; left--) {
        switch (*skip(code, 1)) {
        case LUA_TNIL:
        case LUA_TBOOLEAN:
        case LUA_TBOOLEAN | 0x10: break;
        case TAG_FLOAT: skip(code, sizeof(lua_Number)); break;
        case TAG_INTEGER: skip(code, sizeof(lua_Integer)); break;
        case TAG_SHORT_TEXT:
        case TAG_LONG_TEXT: skip_text(code); break;
        default: code->is_broken = true;
        }
    }
}

/* Skips line numbers and the names of locals and upvalues, which are empty in a stripped function. */
static void skip_debug(code *code) {
    skip(code, read_size(code));
    for (size_t left = read_size(code); left > 0 && !code->is_broken; left--) {
        read_size(code);
        read_size(code);
    }
    for (size_t left = read_size(code); left > 0 && !code->is_broken; left--) {
        skip_text(code);
        read_size(code);
        read_size(code);
    }
    for (size_t left = read_size(code); left > 0 && !code->is_broken; left--) skip_text(code);
}

/*
 * Reads a function and, recursively, the functions nested in it. At depth 0, `outer` receives the flags of the function's
 * own assigned upvalues. At a greater depth, `outer` has the flags of the enclosing function: if the nested function
 * assigns an upvalue that it shares with the enclosing one, the flag of that upvalue is set.
 */
static void read_function(code *code, bool *outer, int depth) {
    if (depth > MAXIMUM_NESTING) code->is_broken = true;
    if (code->is_broken) return;
    bool inner[KL_FUNCTION_UPVALUES] = {false};
    bool *assigned = depth == 0 ? outer : inner;
    skip_text(code);
    read_size(code);
    read_size(code);
    skip(code, 3);
    size_t instructions = read_size(code);
    if (instructions > SIZE_MAX / 4) code->is_broken = true;
    const unsigned char *bytes = skip(code, instructions * 4);
    for (size_t index = 0; index < instructions && !code->is_broken; index++) {
        uint32_t instruction;
        memcpy(&instruction, bytes + index * 4, 4);
        if ((instruction & OP_MASK) == OP_SETUPVAL) assigned[instruction >> B_SHIFT & 0xFF] = true;
    }
    skip_constants(code);
    size_t upvalues = read_size(code);
    if (upvalues > KL_FUNCTION_UPVALUES) code->is_broken = true;
    /* For each upvalue: whether it is a local of the enclosing function, its index there, and its kind. */
    const unsigned char *descriptors = skip(code, upvalues * 3);
    for (size_t left = read_size(code); left > 0 && !code->is_broken; left--) read_function(code, assigned, depth + 1);
    skip_debug(code);
    if (depth == 0 || code->is_broken) return;
    for (size_t index = 0; index < upvalues; index++) {
        if (assigned[index] && descriptors[index * 3] == 0) outer[descriptors[index * 3 + 1]] = true;
    }
}

/* The lua_Writer of lua_dump: appends to the state's code buffer. */
static int append_code(lua_State *L, const void *bytes, size_t length, void *context) {
    (void)L;
    kl_state *state = context;
    if (length > state->code_left) return 1;
    state->code_left -= length;
    return !kl_text_append(&state->code, bytes, length);
}

/* Finds the upvalues that the function on top of the stack assigns. Returns false if it cannot; raises no error. */
bool kl_find_assigned(lua_State *L, bool *assigned) {
    /* The header of lua_dump for Lua 5.4: 4 bytes per instruction, 8 per integer, 8 per float. */
    static const unsigned char header[] = "\x1BLua\x54\x00\x19\x93\r\n\x1A\n\x04\x08\x08\x78\x56\0\0\0\0\0\0\0\0\0\0\0\x28\x77\x40";
    kl_state *state = KL_STATE(L);
    memset(assigned, 0, KL_FUNCTION_UPVALUES * sizeof *assigned);
    state->code.length = 0;
    if (lua_iscfunction(L, -1) || lua_dump(L, append_code, state, 1) != 0) return false;
    code code = {.next = (unsigned char *)state->code.bytes, .end = (unsigned char *)state->code.bytes + state->code.length};
    size_t length = sizeof header - 1;
    if (state->code.length < length + 1 || memcmp(code.next, header, length) != 0) return false;
    skip(&code, length + 1);
    read_function(&code, assigned, 0);
    return !code.is_broken && code.next == code.end;
}
