/* A plain state of the same liblua, without keping's sandbox: the baseline for measuring the guards. */
#ifndef PLAIN_LUA_H
#define PLAIN_LUA_H

typedef struct plain_lua plain_lua;

/* Creates a state with the function that the source returns, and optionally a count hook and a memory limit. */
plain_lua *plain_open(const char *source, int with_hook, int with_limit);
/* Calls the function with three numbers a number of times; returns the CPU seconds, or -1 on an error. */
double plain_run(plain_lua *plain, int times);
void plain_close(plain_lua *plain);

#endif
