/* The parent's side: the start and the end of a child. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "keping_isolation.h"

/* Makes `remote` the child's KI_CHANNEL, and leaves it no other file. Returns 0 or an error number. */
static int prepare_files(posix_spawn_file_actions_t *files, int remote) {
    int error = posix_spawn_file_actions_adddup2(files, remote, KI_CHANNEL);
    if (!error) error = posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    if (!error) error = posix_spawn_file_actions_addopen(files, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (!error) error = posix_spawn_file_actions_addclosefrom_np(files, STDERR_FILENO + 1);
    return error;
}

/* Spawns the process. It gets no environment but what the loader of libraries needs. Returns 0 or an error number. */
static int spawn(const char *path, const char *first, const char *second, int remote, pid_t *process) {
    /* The parent expects crashes, so that a backtrace would be noise. */
    char *environment[3] = {"SWIFT_BACKTRACE=enable=no", NULL, NULL};
    const char *libraries = getenv("LD_LIBRARY_PATH");
    if (libraries && asprintf(&environment[1], "LD_LIBRARY_PATH=%s", libraries) < 0) return ENOMEM;
    char *arguments[] = {"keping", (char *)first, (char *)second, NULL};
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;
    sigset_t none;
    sigemptyset(&none);
    int error = posix_spawn_file_actions_init(&files);
    if (!error) {
        error = posix_spawnattr_init(&attributes);
        if (!error) {
            error = prepare_files(&files, remote);
            if (!error) error = posix_spawnattr_setsigmask(&attributes, &none);
            if (!error) error = posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK);
            if (!error) error = posix_spawn(process, path, &files, &attributes, arguments, environment);
            posix_spawnattr_destroy(&attributes);
        }
        posix_spawn_file_actions_destroy(&files);
    }
    free(environment[1]);
    return error;
}

int32_t ki_start(const char *path, const char *first, const char *second, int32_t *process, int32_t *channel) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return errno;
    struct timeval quarter = {.tv_sec = 0, .tv_usec = 250000};
    setsockopt(ends[0], SOL_SOCKET, SO_RCVTIMEO, &quarter, sizeof quarter);
    setsockopt(ends[0], SOL_SOCKET, SO_SNDTIMEO, &quarter, sizeof quarter);
    pid_t started = 0;
    int error = spawn(path, first, second, ends[1], &started);
    close(ends[1]);
    if (error) {
        close(ends[0]);
        return error;
    }
    *process = started;
    *channel = ends[0];
    return 0;
}

int32_t ki_end(int32_t process, int32_t channel) {
    close(channel);
    /* A child that has ended, or is about to, keeps its own status. */
    kill(process, SIGKILL);
    int status = 0;
    pid_t ended;
    do ended = waitpid(process, &status, 0);
    while (ended < 0 && errno == EINTR);
    if (ended < 0) return -SIGKILL; /* another part of the process has waited for it */
    return WIFSIGNALED(status) ? -WTERMSIG(status) : WEXITSTATUS(status);
}

int32_t ki_is_waiting(int32_t process) {
    char path[40], text[512];
    snprintf(path, sizeof path, "/proc/%d/stat", (int)process);
    FILE *file = fopen(path, "re");
    if (!file) return 0;
    size_t count = fread(text, 1, sizeof text - 1, file);
    fclose(file);
    text[count] = 0;
    /* The state follows the name of the executable, which is in parentheses. */
    const char *name = strrchr(text, ')');
    return name && strncmp(name, ") S", 3) == 0;
}

const char *ki_signal_name(int32_t signal) {
    switch (signal) {
    case SIGABRT: return "SIGABRT";
    case SIGBUS: return "SIGBUS";
    case SIGFPE: return "SIGFPE";
    case SIGILL: return "SIGILL";
    case SIGINT: return "SIGINT";
    case SIGKILL: return "SIGKILL";
    case SIGQUIT: return "SIGQUIT";
    case SIGSEGV: return "SIGSEGV";
    case SIGSYS: return "SIGSYS";
    case SIGTERM: return "SIGTERM";
    case SIGTRAP: return "SIGTRAP";
    case SIGXCPU: return "SIGXCPU";
    default: return NULL;
    }
}
