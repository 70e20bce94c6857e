/* The same liblua without a sandbox: what the guards are measured against. */
#ifndef PLAIN_LUA_H
#define PLAIN_LUA_H

typedef struct plain_lua plain_lua;

/* A state with one function, which the source returns; with a count hook, a memory limit, both or neither. */
plain_lua *plain_open(const char *source, int with_hook, int with_limit);
/* Calls the function with three numbers, so many times; the CPU seconds that took, or -1. */
double plain_run(plain_lua *plain, int times);
void plain_close(plain_lua *plain);

#endif
