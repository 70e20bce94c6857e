/* Confines itself and then tries what its argument names. Exits with 7 if it survives, and with 8 if there is no filter. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "keping_isolation.h"

static int is(const char *attempt, const char *name) { return strcmp(attempt, name) == 0; }

static void *run(void *unused) { return unused; }

static void allocate(void) {
    for (size_t size = 1; size < 1 << 25; size *= 4) {
        void *memory = malloc(size);
        if (memory) memset(memory, 1, size);
        memory = realloc(memory, 2 * size);
        free(memory);
    }
}

int main(int count, char **arguments) {
    if (count < 2) return 64;
    const char *attempt = arguments[1];
    if (ki_confine(256 << 20) != 0) ki_exit(8);
    char *none[] = {NULL};
    void *page = mmap(NULL, 4096, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    struct timespec time;
    uint64_t number;
    if (is(attempt, "open a file")) open("/dev/null", O_RDONLY);
    if (is(attempt, "open a socket")) socket(AF_INET, SOCK_STREAM, 0);
    if (is(attempt, "copy the channel")) dup(KI_CHANNEL);
    if (is(attempt, "start a process")) (void)!fork();
    if (is(attempt, "start a thread")) pthread_create(&(pthread_t){0}, NULL, run, NULL);
    if (is(attempt, "become another program")) execv("/bin/true", none);
    if (is(attempt, "signal its parent")) kill(getppid(), 0);
    if (is(attempt, "signal another process as itself")) tgkill(getppid(), getppid(), 0);
    if (is(attempt, "map executable memory")) mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (is(attempt, "make memory executable")) mprotect(page, 4096, PROT_READ | PROT_EXEC);
    if (is(attempt, "wait for a thread")) {
        pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
        pthread_mutex_lock(&lock);
        pthread_mutex_lock(&lock);
    }
    if (is(attempt, "abort")) abort();
    if (is(attempt, "use up its memory and crash")) {
        while (malloc(1 << 20)) {}
        abort();
    }
    if (is(attempt, "allocate")) allocate();
    if (is(attempt, "read its clock")) clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    if (is(attempt, "draw a number")) (void)!getrandom(&number, sizeof number, 0);
    ki_exit(7);
}
