/*
 * Processes that run code which is not trusted.
 *
 * The parent starts a child that is connected to it by one socket. The child gives up everything but memory, processor time
 * and that socket before it receives anything of a plugin.
 */
#ifndef KEPING_ISOLATION_H
#define KEPING_ISOLATION_H

#include <stddef.h>
#include <stdint.h>

/* The child's end of the socket, its only open file. */
#define KI_CHANNEL 0
/* The exit status of a child that crashed after it had used up most of its memory. */
#define KI_OUT_OF_MEMORY 86

/* MARK: The parent */

/*
 * Starts the executable `path` with the two arguments in a child process. Stores its process id and the parent's end of the
 * socket. Returns 0 or an error number. A transfer through the socket that makes no progress for a quarter of a second ends
 * with KI_WAITING.
 */
int32_t ki_start(const char *path, const char *first, const char *second, int32_t *process, int32_t *channel);

/*
 * Closes the socket, ends the child if it still runs, and releases its process id. Returns the exit status, or the number of
 * the signal that ended it as a negative number.
 */
int32_t ki_end(int32_t process, int32_t channel);

/* Whether the child waits for something, rather than runs or waits for a processor. */
int32_t ki_is_waiting(int32_t process);

/* The name of a signal, such as SIGKILL, or NULL. */
const char *ki_signal_name(int32_t signal);

/* MARK: The child */

/*
 * Limits the address space to `memory` bytes, closes all files but the socket, gives up files, processes and new privileges,
 * and lets the kernel end the process at any system call that it does not need. Returns 0, or an error number if the kernel
 * does not offer the filter of system calls; all other limits hold then, too. Ends the process if a limit cannot be set.
 */
int32_t ki_confine(uint64_t memory);

/* Ends the process at once. */
_Noreturn void ki_exit(int32_t status);

/* MARK: Both */

enum {
    KI_WAITING = -1, /* no progress for a quarter of a second; the parent's end only */
    KI_FAILED = -2   /* the other process has ended, or the socket is broken */
};

/* Sends bytes, and returns how many, KI_WAITING or KI_FAILED. Never raises a signal. */
int64_t ki_send(int32_t channel, const void *bytes, size_t count);

/* Receives up to `count` bytes, and returns how many, 0 at the end, KI_WAITING or KI_FAILED. */
int64_t ki_receive(int32_t channel, void *bytes, size_t count);

#endif
