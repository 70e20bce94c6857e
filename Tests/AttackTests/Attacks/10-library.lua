--- the concatenation metamethod of 5.4.4 | load: runtime | function: runtime
local t = setmetatable({}, { __concat = function(a) return a end })
--- weak keys of 5.4.4 | load: runtime | function: runtime
local t = setmetatable({}, { __mode = "kv" })
--- closing coroutines of 5.4.4 | load: load | function: runtime
coroutine.close(coroutine.create(function() end))
--- an index that is a comparison | load: load
local t = { [true] = 1 }
local function f(a, b) return t[a > b] end
--- an index that is a comparison, in parentheses | load: load
local t = {}
local function f(a, b) t[(not (a == b))] = 1 end
--- an index that selects by a comparison is accepted | load: well | function: well
local t, a, b = { "one", "two" }, 1, 2
if t[a > b and 1 or 2] ~= "two" then error("wrong") end
--- an index by a call with a comparison is accepted | load: well | function: well
local t = { yes = 1 }
local function name(x) return x and "yes" or "no" end
if t[name(1 < 2)] ~= 1 then error("wrong") end
--- an environment that is a constant | load: load
local _ENV <const> = { x = 7 }
local y = x
--- bitwise operations in a file with few constants are accepted | load: well | function: well
local a, b = 12345, 99
if 70000 & (a or b) ~= 4144 then error("wrong") end
--- comments and texts are not checked as code | load: well | function: well
-- t[a > b]
local s = [==[ local _ENV <const> = t[a > b] ]==]
if #s == 0 then error("wrong") end
