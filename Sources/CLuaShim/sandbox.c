/* The C part of the sandbox: a pcall that does not catch a stop, compiling of source text, and charging by length. */
#include "internal.h"

/* charge(amount): subtracts instructions from the budget. */
static int charge(lua_State *L) {
    lua_Number amount = luaL_checknumber(L, 1);
    kl_charge(L, KL_STATE(L), amount > 0 ? (amount < 1e15 ? (uint64_t)amount : (uint64_t)1e15) : 0);
    return 0;
}

/* Returns true and the results of the called function, or false and its error, in place of the handler; raises a stop again. */
static int finish_pcall(lua_State *L, int status, lua_KContext extra) {
    (void)extra;
    kl_state *state = KL_STATE(L);
    if (status == LUA_OK || status == LUA_YIELD) {
        lua_pushboolean(L, 1);
        lua_replace(L, 1);
        return lua_gettop(L);
    }
    if (status == LUA_ERRMEM && state->stop == KL_OK) state->stop = KL_MEMORY;
    /* To name what was wrong, Lua may have read all code of the function up to the fault. */
    kl_charge(L, state, state->longest_source / KL_READ_SOURCE);
    lua_pushboolean(L, 0);
    lua_replace(L, 1);
    return 2;
}

/* pcall(function, …): Lua's pcall, except that it does not catch a stop, and running out of memory is a stop. */
static int guarded_pcall(lua_State *L) {
    luaL_checkany(L, 1);
    lua_pushcfunction(L, kl_reposition);
    lua_insert(L, 1);
    int status = lua_pcallk(L, lua_gettop(L) - 2, LUA_MULTRET, 1, 0, finish_pcall);
    return finish_pcall(L, status, 0);
}

/* The part of a source that has not been passed to the compiler yet. */
typedef struct source_reader {
    kl_state *state;
    const char *rest;
    size_t left, passed;
} source_reader;

/*
 * The lua_Reader of a source. Compiling may take long for a short source and the hook does not run, so pieces are small.
 * No piece has a part of two lines, so that the line of an error without a position is known; see kl_record_fault.
 */
static const char *read_source(lua_State *L, void *data, size_t *size) {
    source_reader *reader = data;
    size_t piece = reader->left < KL_SOURCE_PIECE ? reader->left : KL_SOURCE_PIECE;
    const char *end = piece > 0 ? memchr(reader->rest, '\n', piece) : NULL;
    if (end) piece = (size_t)(end - reader->rest) + 1;
    /* Some things take longer the more of the source came before: a label, a long condition, the names of outer functions. */
    kl_charge(L, reader->state, piece + piece * reader->passed / KL_PASSED_SOURCE);
    if (kl_time_is_over(reader->state)) {
        reader->state->stop = KL_TIME;
        kl_raise_stop(L);
    }
    const char *bytes = reader->rest;
    reader->rest += piece;
    reader->left -= piece;
    reader->passed += piece;
    *size = piece;
    return piece > 0 ? bytes : NULL;
}

/* Compiles source text: pushes a function whose _ENV is the plugin's, or the error message. Returns lua_load's status. */
int kl_compile(lua_State *L, const char *source, size_t length, const char *name) {
    kl_state *state = KL_STATE(L);
    source_reader reader = {.state = state, .rest = source, .left = length};
    if (length > state->longest_source) state->longest_source = length;
    lua_pushfstring(L, "@%s", name);
    int status = lua_load(L, read_source, &reader, lua_tostring(L, -1), "t");
    lua_remove(L, -2);
    if (status != LUA_OK) {
        kl_record_fault(L, status, name, source, (size_t)(reader.rest - source));
        return status;
    }
    lua_rawgeti(L, LUA_REGISTRYINDEX, KL_STATE(L)->environment);
    if (!lua_setupvalue(L, -2, 1)) lua_pop(L, 1);
    return LUA_OK;
}

/* load_module(name): the function of a module's chunk. The source does not become a Lua value. */
static int load_module(lua_State *L) {
    size_t length;
    const char *name = luaL_checklstring(L, 1, &length);
    kl_value file, source;
    kl_request_module(L, name, length, &file, &source);
    if (kl_compile(L, source.text, source.length, lua_tostring(L, -1)) != LUA_OK) return lua_error(L);
    return 1;
}

/* set_environment(table): sets the _ENV of plugin chunks. */
static int set_environment(lua_State *L) {
    lua_settop(L, 1);
    KL_STATE(L)->environment = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

/* set_string_index(table): sets the table of the methods of strings, instead of the library's own. */
static int set_string_index(lua_State *L) {
    lua_pushliteral(L, "");
    lua_getmetatable(L, -1);
    lua_pushvalue(L, 1);
    lua_setfield(L, -2, "__index");
    return 0;
}

/* set_handle_metatable(table): sets the metatable of every handle. */
static int set_handle_metatable(lua_State *L) {
    lua_settop(L, 1);
    KL_STATE(L)->handle_metatable = luaL_ref(L, LUA_REGISTRYINDEX);
    return 0;
}

/* host_function(number): the host function with that number. */
static int host_function(lua_State *L) {
    kl_push_host_function(L, luaL_checkinteger(L, 1));
    return 1;
}

/* functions(): the list of all functions that were passed to the host. */
static int handed_functions(lua_State *L) {
    lua_newtable(L);
    lua_Integer count = 0;
    lua_Integer last = (lua_Integer)lua_rawlen(L, LUA_REGISTRYINDEX);
    for (lua_Integer reference = 1; reference <= last; reference++) {
        if (reference == KL_STATE(L)->prelude_seal) continue;
        if (lua_rawgeti(L, LUA_REGISTRYINDEX, reference) == LUA_TFUNCTION) {
            lua_rawseti(L, -2, ++count);
        } else {
            lua_pop(L, 1);
        }
    }
    return 1;
}

/* run_number(): the number of the entry into Lua that runs now. */
static int run_number(lua_State *L) {
    lua_pushinteger(L, KL_STATE(L)->runs);
    return 1;
}

/* nil_marker(): the value that represents nil in the list of snapshot_upvalues, as a nil would end the list. */
static int nil_marker(lua_State *L) {
    lua_pushlightuserdata(L, (void *)&KL_STOP_KEY);
    return 1;
}

static const luaL_Reg extras[] = {
    {"charge", charge},
    {"pcall", guarded_pcall},
    {"load_module", load_module},
    {"set_environment", set_environment},
    {"set_string_index", set_string_index},
    {"set_handle_metatable", set_handle_metatable},
    {"host_function", host_function},
    {"functions", handed_functions},
    {"run_number", run_number},
    {"pairs", kl_pairs},
    {"nil_marker", nil_marker},
    {"snapshot_upvalues", kl_snapshot_upvalues},
    {"verify_code_layout", kl_verify_code_layout},
    {NULL, NULL},
};

/*
 * Gives each function of the table on top of the stack a variable, so that it is an object of the arena. Else its address
 * would be that of the library's code, which is a different one in each process.
 */
static void give_addresses(lua_State *L) {
    for (lua_pushnil(L); lua_next(L, -2);) {
        lua_CFunction function = lua_tocfunction(L, -1);
        lua_pop(L, 1);
        if (!function) continue;
        lua_pushvalue(L, -1);
        lua_pushboolean(L, 0);
        lua_pushcclosure(L, function, 1);
        lua_rawset(L, -4);
    }
}

/*
 * Runs the prelude, whose bytecode is the text of the kl_value at stack index 1. It receives the functions above and
 * sees the raw library as globals; it returns the function that seals the state.
 */
int kl_open_sandbox(lua_State *L) {
    const kl_value *prelude = lua_touserdata(L, 1);
    static const luaL_Reg libraries[] = {
        {LUA_GNAME, luaopen_base},      {LUA_STRLIBNAME, luaopen_string}, {LUA_TABLIBNAME, luaopen_table},
        {LUA_MATHLIBNAME, luaopen_math}, {LUA_UTF8LIBNAME, luaopen_utf8},  {LUA_DBLIBNAME, luaopen_debug},
        {NULL, NULL},
    };
    for (const luaL_Reg *library = libraries; library->func; library++) {
        luaL_requiref(L, library->name, library->func, 1);
        give_addresses(L);
        lua_pop(L, 1);
    }
    /* The library makes the metatable of large buffers for the first of them, which would cost one call more than others. */
    luaL_Buffer buffer;
    luaL_buffinitsize(L, &buffer, 2 * LUAL_BUFFERSIZE);
    luaL_pushresultsize(&buffer, 0);
    lua_pop(L, 1);
    if (luaL_loadbufferx(L, prelude->text, prelude->length, "@[keping]", "b") != LUA_OK) return lua_error(L);
    lua_newtable(L);
    luaL_setfuncs(L, extras, 0);
    give_addresses(L);
    lua_call(L, 1, 1);
    KL_STATE(L)->prelude_seal = luaL_ref(L, LUA_REGISTRYINDEX);
    /* From here on only the prelude's functions refer to the library's tables. */
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    lua_pushnil(L);
    lua_setfield(L, LUA_REGISTRYINDEX, LUA_LOADED_TABLE);
    return 0;
}
