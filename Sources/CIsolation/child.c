/* The child's side: what a process gives up before it receives anything that is not trusted. */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include "internal.h"
#include "keping_isolation.h"

_Noreturn void ki_exit(int32_t status) { _exit(status); }

/* The parent, and the memory limit in bytes. */
static pid_t parent;
static size_t memory_limit;

/* Ends the process if its parent has ended. The kernel also sends the signal if only the thread that started it has. */
static void end_without_parent(int signal) {
    (void)signal;
    if (getppid() != parent) _exit(0);
}

/*
 * Handles a crash. Swift and C++ trap if they get no memory, so the process first asks for half of what it may have: if that
 * is refused, memory is the likely cause. Otherwise the same signal, whose handler is removed now, ends the process.
 */
static void crash(int signal) {
    void *half = mmap(NULL, memory_limit / 2, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (half == MAP_FAILED) _exit(KI_OUT_OF_MEMORY);
    raise(signal);
}

static void handle(int signal, void (*handler)(int), int flags) {
    struct sigaction action = {.sa_handler = handler, .sa_flags = flags};
    if (sigaction(signal, &action, NULL) != 0) _exit(KI_NOT_CONFINED);
}

static void handle_signals(void) {
    /* A terminal sends these to all processes; only the parent acts on them, and its end is the end of the child. */
    const int ignored[] = {SIGINT, SIGQUIT, SIGHUP, SIGPIPE, SIGTSTP, SIGTTIN, SIGTTOU};
    for (size_t index = 0; index < sizeof ignored / sizeof *ignored; index++) handle(ignored[index], SIG_IGN, 0);
    handle(SIGTERM, SIG_DFL, 0);
    parent = getppid();
    handle(SIGUSR1, end_without_parent, SA_RESTART);
    if (prctl(PR_SET_PDEATHSIG, SIGUSR1, 0, 0, 0) != 0) _exit(KI_NOT_CONFINED);
    /* The stack may be what has overflowed. */
    static char stack[32 << 10];
    stack_t alternative = {.ss_sp = stack, .ss_size = sizeof stack};
    if (sigaltstack(&alternative, NULL) != 0) _exit(KI_NOT_CONFINED);
    const int crashes[] = {SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGSEGV, SIGTRAP};
    for (size_t index = 0; index < sizeof crashes / sizeof *crashes; index++) {
        handle(crashes[index], crash, SA_ONSTACK | SA_RESETHAND);
    }
}

static void limit(int resource, rlim_t most) {
    struct rlimit current;
    if (getrlimit(resource, &current) != 0) _exit(KI_NOT_CONFINED);
    if (current.rlim_max < most) most = current.rlim_max;
    struct rlimit wanted = {.rlim_cur = most, .rlim_max = most};
    if (setrlimit(resource, &wanted) != 0) _exit(KI_NOT_CONFINED);
}

int32_t ki_confine(uint64_t memory) {
    memory_limit = memory;
    prctl(PR_SET_NAME, "keping-isolated", 0, 0, 0);
    handle_signals();
    if (close_range(KI_CHANNEL + 1, ~0U, 0) != 0) {
        /* The parent has left no files but these. */
        close(STDOUT_FILENO);
        close(STDERR_FILENO);
    }
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, 0);
    limit(RLIMIT_NOFILE, KI_CHANNEL + 1);
    limit(RLIMIT_NPROC, 0);
    limit(RLIMIT_MEMLOCK, 0);
    limit(RLIMIT_AS, memory);
    if (prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) _exit(KI_NOT_CONFINED);
    return ki_filter_system_calls();
}
