/* Declarations that the files share. Swift does not see them. */
#ifndef KEPING_ISOLATION_INTERNAL_H
#define KEPING_ISOLATION_INTERNAL_H

#include <stdint.h>

/* The exit status of a child that could not give up what it should. */
#define KI_NOT_CONFINED 87

/* Installs the filter of system calls. Returns 0 or an error number. */
int32_t ki_filter_system_calls(void);

#endif
