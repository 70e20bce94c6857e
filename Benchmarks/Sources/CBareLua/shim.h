/* Debian installs the headers below /usr/include/lua5.4, which pkg-config puts on the search path. */
#include <lua.h>
#include <lauxlib.h>
#include <lualib.h>
