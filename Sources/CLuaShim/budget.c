/* The instruction budget: the hook that counts, what is charged, and how a run is stopped. */
#include "internal.h"

const char KL_STOP_KEY = 0;

/* Ends a stopped run with an error, because it cannot yield here. The sandbox's pcall raises the error again. */
_Noreturn void kl_raise_stop(lua_State *L) {
    lua_pushlightuserdata(L, (void *)&KL_STOP_KEY);
    lua_error(L);
    abort(); /* lua_error does not return */
}

void kl_subtract(kl_state *state, uint64_t amount) {
    int64_t most = INT64_MAX / 4;
    if (state->instructions_left < 0) return; /* keeps many charges from overflowing */
    state->instructions_left -= amount > (uint64_t)most ? most : (int64_t)amount;
}

/* Subtracts instructions from the budget and raises the stop if it is used up. */
void kl_charge(lua_State *L, kl_state *state, uint64_t amount) {
    kl_subtract(state, amount);
    if (state->instructions_left < 0 && state->stop == KL_OK) state->stop = KL_INSTRUCTIONS;
    if (state->stop != KL_OK) kl_raise_stop(L);
}

/* Sets the stop if the instructions are used up or the time is over. */
static void check_limits(kl_state *state) {
    if (state->stop != KL_OK) return;
    if (state->instructions_left < 0) {
        state->stop = KL_INSTRUCTIONS;
    } else if (kl_time_is_over(state)) {
        state->stop = KL_TIME;
    }
}

int32_t kl_charge_host(kl_state *state, uint64_t instructions) {
    kl_subtract(state, instructions);
    check_limits(state);
    return state->stop;
}

/* The additional cost of KL_WEIGHED_STEP instructions, for the longest text, stack or chain, whichever costs most. */
static int64_t weight(const kl_state *state) {
    size_t text = state->longest_text < KL_WEIGHED_TEXT ? 0 : state->longest_text / KL_TEXT_BYTES;
    size_t stack = state->largest_stack < KL_WEIGHED_STACK ? 0 : state->largest_stack / KL_STACK_BYTES;
    size_t chain = state->longest_chain < KL_WEIGHED_CHAIN ? 0 : state->longest_chain * KL_CHAIN_KEY;
    size_t most = text > stack ? text : stack;
    return (int64_t)(most > chain ? most : chain);
}

/* The count hook: counts instructions, and stops the run by yielding, which pcall cannot catch. */
void kl_hook(lua_State *L, lua_Debug *event) {
    (void)event;
    kl_state *state = KL_STATE(L);
    int64_t extra = weight(state);
    state->instructions_left -= state->step + extra * (state->step / KL_WEIGHED_STEP);
    if (extra >= KL_HEAVY && state->step != KL_WEIGHED_STEP) {
        state->step = KL_WEIGHED_STEP;
        lua_sethook(L, kl_hook, LUA_MASKCOUNT, KL_WEIGHED_STEP);
    }
    check_limits(state);
    if (state->stop == KL_OK) return;
    kl_locate_stop(state, L);
    if (lua_isyieldable(L)) {
        lua_yield(L, 0);
    } else {
        kl_raise_stop(L);
    }
}
