/* Lua seeds its hashes with the time; for counting instructions, time stands still. */
#include <time.h>

time_t time(time_t *result) {
  const time_t beginning = 1704067200; /* of 2024 */
  if (result) *result = beginning;
  return beginning;
}
