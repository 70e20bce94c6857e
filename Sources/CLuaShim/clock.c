/*
 * The time limit. It counts the processor time of the thread, so that a busy machine stops nothing. Reading that clock is
 * a system call, so it is read once when an application first looks at the time, and then only after the monotonic clock,
 * which runs at least as fast, has passed the limit.
 */
#include <time.h>

#include "internal.h"

static double seconds(clockid_t clock) {
    struct timespec now;
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

void kl_begin(kl_state *state, double limit) {
    state->clock = (kl_clock){.limit = limit};
}

bool kl_time_is_over(kl_state *state) {
    kl_clock *clock = &state->clock;
    double now = seconds(CLOCK_MONOTONIC);
    if (!clock->is_running) {
        clock->is_running = true;
        clock->start = seconds(CLOCK_THREAD_CPUTIME_ID);
        clock->next = now + clock->limit;
    }
    if (now < clock->next) return false;
    double left = clock->limit - (seconds(CLOCK_THREAD_CPUTIME_ID) - clock->start);
    clock->next = now + left;
    return left <= 0;
}
