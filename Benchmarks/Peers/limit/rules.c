#include "rules.h"

#include <lauxlib.h>
#include <lua.h>
#include <lualib.h>
#include <stdio.h>
#include <stdlib.h>

enum { HOOK_STEP = 1000, INSTRUCTIONS = 1000000, MEMORY = 64 << 20 };

static const char *const names[RULES] = {
    "products", "technologies", "patents", "industrialised", "benefit", "exchanges", "enterprise", "research", "platform",
    "city_platform", "high_tech", "leader", "products_grade", "technologies_grade", "patents_grade", "benefit_grade",
    "exchanges_grade", "leverage_grade",
};

const signed char rule_operands[RULES][3] = {
    {PRODUCTS, -1}, {TECHNOLOGIES, -1}, {FILED, GRANTED, -1}, {INDUSTRIALISED, -1}, {TOTAL, -1}, {EXCHANGES, -1},
    {KIND, -1}, {RESEARCH, -1}, {PLATFORM, -1}, {CITY_PLATFORM, -1}, {HIGH_TECH, -1}, {LEADER, -1}, {PRODUCTS, -1},
    {TECHNOLOGIES, -1}, {FILED, GRANTED, -1}, {TOTAL, -1}, {EXCHANGES, -1}, {BENEFIT, REQUESTED, -1},
};

static struct {
    lua_State *lua;
    bool by_record;
    size_t used;
    int spent;
    const struct record *record;
    const struct json_tape *tape;
    struct answers *answers;
} rules;

static void *limited(void *context, void *block, size_t old_size, size_t new_size) {
    (void)context;
    if (!block) old_size = 0;
    if (new_size == 0) {
        free(block);
        rules.used -= old_size;
        return NULL;
    }
    if (rules.used - old_size + new_size > MEMORY) return NULL;
    void *grown = realloc(block, new_size);
    if (grown) rules.used += new_size - old_size;
    return grown;
}

static void count(lua_State *L, lua_Debug *event) {
    (void)event;
    if ((rules.spent += HOOK_STEP) > INSTRUCTIONS) luaL_error(L, "more than %d instructions", INSTRUCTIONS);
}

static void push_text(lua_State *L, const struct json *node) {
    if (!node->is_plain) luaL_error(L, "texts with escapes are not supported");
    lua_pushlstring(L, node->start, node->length);
}

/* Pushes a whole document as Lua values; null becomes nil. */
static void push(lua_State *L, const struct json *nodes, const struct json *node) {
    switch (node->kind) {
    case JSON_NULL: lua_pushnil(L); break;
    case JSON_FALSE:
    case JSON_TRUE: lua_pushboolean(L, node->kind == JSON_TRUE); break;
    case JSON_NUMBER:
        if (node->is_plain) lua_pushinteger(L, (lua_Integer)json_number(node));
        else lua_pushnumber(L, json_number(node));
        break;
    case JSON_TEXT: push_text(L, node); break;
    case JSON_ARRAY:
        lua_createtable(L, node->length, 0);
        const struct json *item = node + 1;
        for (uint32_t index = 1; index <= node->length; index++, item = nodes + item->next) {
            push(L, nodes, item);
            lua_rawseti(L, -2, index);
        }
        break;
    case JSON_OBJECT:
        lua_createtable(L, 0, node->length);
        for (const struct json *key = node + 1, *end = nodes + node->next; key < end; key = nodes + key[1].next) {
            push_text(L, key);
            push(L, nodes, key + 1);
            lua_rawset(L, -3);
        }
        break;
    }
}

/* Pushes the operands of a rule; returns their number, or -1 if one is unknown. */
static int push_operands(lua_State *L, int rule) {
    const signed char *operands = rule_operands[rule];
    for (int index = 0; operands[index] >= 0; index++)
        if (rules.record->values[operands[index]].state == ABSENT) return -1;
    int count = 0;
    for (; operands[count] >= 0; count++) {
        const struct value *value = &rules.record->values[operands[count]];
        switch (value->state) {
        case NUMBER:
            if (value->number == (double)(lua_Integer)value->number) lua_pushinteger(L, (lua_Integer)value->number);
            else lua_pushnumber(L, value->number);
            break;
        case TEXT: push_text(L, value->text); break;
        default: lua_pushboolean(L, value->state == TRUE);
        }
    }
    return count;
}

/* Answers all rules of one application in one protected call; the rule functions are its upvalues. */
static int answer(lua_State *L) {
    struct answers *answers = rules.answers;
    if (rules.by_record) push(L, rules.tape->nodes, rules.tape->nodes);
    for (int rule = 0; rule < RULES; rule++) {
        lua_pushvalue(L, lua_upvalueindex(rule + 1));
        int operands = 1;
        if (rules.by_record) lua_pushvalue(L, 1);
        else operands = push_operands(L, rule);
        if (operands < 0) lua_pop(L, 1), lua_pushnil(L);
        else lua_call(L, operands, 1);
        if (rule < R_PRODUCTS_GRADE) {
            if (!lua_isnil(L, -1) && !lua_isboolean(L, -1)) luaL_error(L, "%s: expected true or false", names[rule]);
            answers->truths[rule] = lua_isnil(L, -1) ? UNKNOWN : lua_toboolean(L, -1) ? MET : UNMET;
        } else {
            if (!lua_isnil(L, -1) && lua_type(L, -1) != LUA_TNUMBER) luaL_error(L, "%s: expected a number", names[rule]);
            double grade = lua_isnil(L, -1) ? -1 : lua_tonumber(L, -1);
            answers->grades[rule] = lua_isnil(L, -1) ? -1 : grade < 0 ? 0 : grade > 1 ? 1 : grade;
        }
        lua_pop(L, 1);
    }
    return 0;
}

void rules_open(const char *path, bool by_record, struct guards guards) {
    lua_State *L = guards.limit ? lua_newstate(limited, NULL) : luaL_newstate();
    luaL_openlibs(L);
    /* The tables of a record become garbage after its answer, for which the generational collector is faster. */
    lua_gc(L, LUA_GCGEN, 0, 0);
    rules.lua = L;
    rules.by_record = by_record;
    if (luaL_dofile(L, path)) {
        fprintf(stderr, "%s\n", lua_tostring(L, -1));
        exit(2);
    }
    for (int rule = 0; rule < RULES; rule++) {
        if (lua_getfield(L, 1, names[rule]) != LUA_TFUNCTION) {
            fprintf(stderr, "%s: no function %s\n", path, names[rule]);
            exit(2);
        }
    }
    lua_pushcclosure(L, answer, RULES);
    lua_replace(L, 1);
    if (guards.hook) lua_sethook(L, count, LUA_MASKCOUNT, HOOK_STEP);
}

const char *rules_answer(const struct record *record, const struct json_tape *tape, struct answers *answers) {
    rules.record = record;
    rules.tape = tape;
    rules.answers = answers;
    rules.spent = 0;
    lua_settop(rules.lua, 1);
    lua_pushvalue(rules.lua, 1);
    return lua_pcall(rules.lua, 0, 0, 0) == LUA_OK ? NULL : lua_tostring(rules.lua, -1);
}
