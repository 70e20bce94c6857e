/* Replaces time() by a constant: Lua seeds its hashes with the time, which would change the instruction counts. */
#include <time.h>

time_t time(time_t *result) {
  const time_t beginning = 1704067200; /* 2024-01-01 00:00 UTC */
  if (result) *result = beginning;
  return beginning;
}
