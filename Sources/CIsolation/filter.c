/* The filter of system calls: an allow-list, at whose end the kernel ends the process. */
#define _GNU_SOURCE
#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/futex.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "internal.h"

#if defined(__x86_64__)
#define ARCHITECTURE AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCHITECTURE AUDIT_ARCH_AARCH64
#endif

#ifdef ARCHITECTURE

/* A filter sees each 64-bit argument as two halves; both architectures are little-endian. */
#define NUMBER offsetof(struct seccomp_data, nr)
#define LOW_HALF(argument) (offsetof(struct seccomp_data, args) + 8 * (argument))
#define LOAD(offset) BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset)
#define AND(mask) BPF_STMT(BPF_ALU | BPF_AND | BPF_K, mask)
#define SKIP_UNLESS(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, 0, count)
#define SKIP_IF(value, count) BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, value, count, 0)
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, action)
#define ALLOW(name) SKIP_UNLESS(__NR_##name, 1), RETURN(SECCOMP_RET_ALLOW)

int32_t ki_filter_system_calls(void) {
    uint32_t self = (uint32_t)getpid();
    struct sock_filter filter[] = {
        LOAD(offsetof(struct seccomp_data, arch)),
        SKIP_IF(ARCHITECTURE, 1),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        /* The numbers of x32 have a further bit and are refused at the end, because they equal none of these. */
        LOAD(NUMBER),
        /* The channel. There are no other files, and nothing below opens one. */
        ALLOW(sendto),
        ALLOW(recvfrom),
        ALLOW(clock_gettime),
        /* Memory, none of it executable. */
        ALLOW(brk),
        ALLOW(munmap),
        ALLOW(mremap),
        ALLOW(madvise),
        SKIP_IF(__NR_mmap, 1),
        SKIP_UNLESS(__NR_mprotect, 5),
        LOAD(LOW_HALF(2)),
        AND(PROT_EXEC),
        SKIP_UNLESS(0, 1),
        RETURN(SECCOMP_RET_ALLOW),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        /* The only thread can wake others, which some locks do in any case, but would wait for ever. */
        SKIP_UNLESS(__NR_futex, 5),
        LOAD(LOW_HALF(1)),
        AND(FUTEX_CMD_MASK),
        SKIP_UNLESS(FUTEX_WAKE, 1),
        RETURN(SECCOMP_RET_ALLOW),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        /* Its own end: signals to itself, and the handlers of signals. */
        SKIP_UNLESS(__NR_tgkill, 4),
        LOAD(LOW_HALF(0)),
        SKIP_UNLESS(self, 1),
        RETURN(SECCOMP_RET_ALLOW),
        RETURN(SECCOMP_RET_KILL_PROCESS),
        ALLOW(exit_group),
        ALLOW(exit),
        ALLOW(rt_sigreturn),
        ALLOW(rt_sigprocmask),
        ALLOW(rt_sigaction),
        ALLOW(restart_syscall),
        ALLOW(getpid),
        ALLOW(getppid),
        ALLOW(gettid),
        /* The clocks, where they need a call of the kernel, and the seeds of hash tables. */
        ALLOW(gettimeofday),
#ifdef __NR_time
        ALLOW(time),
#endif
        ALLOW(getrandom),
        ALLOW(sched_yield),
        /* Messages to standard error, which is closed, precede some crashes; their signal says more than SIGSYS. */
        ALLOW(write),
        ALLOW(writev),
        RETURN(SECCOMP_RET_KILL_PROCESS),
    };
    struct sock_fprog program = {.len = sizeof filter / sizeof *filter, .filter = filter};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0 ? 0 : errno;
}

#else

int32_t ki_filter_system_calls(void) { return ENOSYS; }

#endif
