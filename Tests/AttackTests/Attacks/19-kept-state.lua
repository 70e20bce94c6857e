--- the iterator of ipairs, made at load | answer: well/runtime/contract
local next_one, list, start = ipairs { 1, 2, 3 }
local answer = function() local index, value = next_one(list, 0) return index == 1 and value == 1 end
--- the three values of pairs, made at load | answer: well/runtime/contract
local step, list, start = pairs { a = 1, b = 2, c = 3 }
local answer = function()
  local key = step(list, start)
  error("VALUE " .. tostring(key), 0)
end
--- an iterator of pairs, begun at load and continued | answer: runtime/contract
local step = pairs { a = 1, b = 2, c = 3, d = 4, e = 5, f = 6 }
step()
local answer = function()
  local ok, key = pcall(step)
  local also, another = pcall(step)
  error("VALUE " .. tostring(ok and key) .. tostring(also and another), 0)
end
--- an iterator of pairs in a table | answer: runtime/contract
local kept = { step = pairs { a = 1, b = 2, c = 3, d = 4 } }
local answer = function() error("VALUE " .. tostring((kept.step())), 0) end
--- an iterator of pairs in a table's metatable | answer: runtime/contract
local step = pairs { a = 1, b = 2, c = 3, d = 4 }
local kept = setmetatable({}, { __index = function() return (step()) end, __len = step, __unm = step })
local answer = function() error("VALUE " .. tostring(kept.x) .. tostring(-kept), 0) end
--- an iterator of pairs as a metamethod | answer: runtime/contract
local kept = setmetatable({}, { __index = pairs { a = 1, b = 2, c = 3, d = 4 } })
local answer = function() error("VALUE " .. tostring(kept.x), 0) end
--- an iterator of pairs behind pcall | answer: runtime/contract/well
local step = pairs { a = 1, b = 2, c = 3, d = 4 }
local answer = function()
  local ok, key = pcall(step)
  if ok then error("VALUE " .. tostring(key), 0) end
  return true
end
--- an iterator of pairs as an order | answer: runtime/contract/well
local step = pairs { a = 1, b = 2, c = 3, d = 4 }
local answer = function() local t = { 2, 1 } table.sort(t, step) error("VALUE " .. t[1], 0) end
--- a table that only an iterator of pairs reaches | answer: runtime/contract
local step
do local hidden = { a = {}, b = {}, c = {} } step = pairs(hidden) end
local key, value = step()
local answer = function() value.n = (value.n or 0) + 1 error("VALUE " .. value.n, 0) end
--- tables that only an iterator of pairs gives out | answer: runtime/contract
local step
do local hidden = { a = {}, b = {}, c = {}, d = {}, e = {} } step = pairs(hidden) end
local answer = function()
  local key, value = step()
  value.n = (value.n or 0) + 1
  error("VALUE " .. key .. value.n, 0)
end
--- the self of a __newindex function | answer: runtime/contract
local t = setmetatable({ n = 0 }, { __newindex = function(self, key, value) self.n = self.n + 1 end })
local answer = function() t.x = 1 error("VALUE " .. t.n, 0) end
--- the self of a __len function | answer: runtime/contract
local t = setmetatable({ n = 0 }, { __len = function(self) self.n = self.n + 1 return self.n end })
local answer = function() error("VALUE " .. #t, 0) end
--- the self of a __tostring function | answer: runtime/contract
local t = setmetatable({ n = 0 }, { __tostring = function(self) self.n = self.n + 1 return "n" .. self.n end })
local answer = function() error("VALUE " .. tostring(t) .. string.format("%s", t), 0) end
--- the self of a __call function | answer: runtime/contract
local t = setmetatable({ n = 0 }, { __call = function(self) self.n = self.n + 1 return self.n end })
local answer = function() error("VALUE " .. t(), 0) end
--- the operands of arithmetic | answer: runtime/contract
local t = setmetatable({ n = 0 }, {
  __add = function(a, b) a.n = a.n + 1 return a.n end, __eq = function(a, b) b.n = b.n + 1 return b.n > 1 end,
  __lt = function(a, b) a.n = a.n + 1 return true end, __unm = function(a) a.n = a.n + 1 return a.n end,
})
local answer = function() error("VALUE " .. t + 1, 0) end
--- the self of a metamethod, handed out and changed later | answer: runtime/contract
local t = setmetatable({ n = 0 }, { __index = function(self) return self end })
local answer = function() local behind = t.missing behind.n = behind.n + 1 error("VALUE " .. behind.n, 0) end
--- the self of an index function of an index | answer: runtime/contract
local inner = setmetatable({ n = 0 }, { __index = function(self) self.n = self.n + 1 return self.n end })
local t = setmetatable({}, { __index = inner })
local answer = function() error("VALUE " .. t.x, 0) end
--- the self of a metamethod by sort | answer: runtime/contract
local meta = {}
meta.__lt = function(a, b) a.n = (a.n or 0) + 1 return false end
local x, y = setmetatable({}, meta), setmetatable({}, meta)
local answer = function() table.sort({ x, y }) error("VALUE " .. tostring(x.n) .. tostring(y.n), 0) end
--- a variable that an order changes | answer: contract
local n = 0
local answer = function() table.sort({ 2, 1, 3 }, function(a, b) n = n + 1 return a < b end) return n < 4 end
--- a variable that a function in a metatable shares with another | answer: contract/runtime
local get, set
do local n = 0 get = function() return n end set = function(v) n = v end end
local t = setmetatable({}, { __index = get, __newindex = function(_, _, v) set(v) end })
local answer = function() t.x = get() + 1 error("VALUE " .. get(), 0) end
--- a variable changed before an error | answer: contract/runtime
local n = 0
local answer = function() n = n + 1 error("VALUE " .. n, 0) end
--- a variable changed in an error that is caught | answer: contract/runtime
local n = 0
local answer = function() pcall(function() n = n + 1 error("x") end) error("VALUE " .. n, 0) end
--- a variable changed and changed back | answer: well/contract
local n = 0
local answer = function() n = n + 1 n = n - 1 return n == 0 end
--- a variable changed before a stop | answer: instructions
local n = 0
local answer = function() n = n + 1 while n > 0 do end return true end
--- a variable changed before a stop, in one application only | answer: instructions/contract/runtime
local n = 0
local answer = function(sites, whole)
  if whole.id == "A1" then n = n + 1 while true do end end
  error("VALUE " .. n, 0)
end
--- a table changed before a stop, in one application only | answer: instructions/contract/runtime
local t = { n = 0 }
local answer = function(sites, whole)
  if whole.id == "A2" then t.n = t.n + 1 while true do end end
  error("VALUE " .. t.n, 0)
end
--- memory used up in one application only | answer: memory/well | limits: instructions=20000000
local answer = function(sites, whole)
  if whole.id == "A2" then local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(30000) .. i end end
  return true
end
--- an upvalue of a function that a function made | answer: contract/runtime
local function make() local n = 0 local function inner() n = n + 1 return n end return function() return inner() end end
local count = make()
local answer = function() error("VALUE " .. count(), 0) end
--- an upvalue that is assigned by a nested function of a nested function | answer: contract/runtime
local n = 0
local function outer() return function() return function() n = n + 1 return n end end end
local answer = function() error("VALUE " .. outer()()(), 0) end
--- an upvalue that is a loop's variable | answer: contract/runtime
local list = {}
for i = 1, 3 do list[i] = function() i = i + 1 return i end end
local answer = function() error("VALUE " .. list[1]() .. list[2](), 0) end
--- a parameter kept by a function | answer: contract/runtime
local function keep(n, ...) return function() n = n + 1 return n end end
local count = keep(0)
local answer = function() error("VALUE " .. count(), 0) end
--- a module's table by another way | answer: runtime/contract
local parts = require "parts"
local answer = function() require("parts").n = 1 error("VALUE " .. tostring(parts.n), 0) end
--- a module's function that counts, behind pcall | answer: contract/runtime
local parts = require "parts"
local answer = function() local ok, n = pcall(parts.count) error("VALUE " .. n, 0) end
--- a module that is required by an application first | answer: runtime
local answer = function() error("VALUE " .. require("parts").count(), 0) end
--- the method of a text | answer: runtime
local answer = function() local m = (""):rep(0) m.count = 1 return true end
--- the table of the methods of texts | answer: runtime
local methods = string
local answer = function() methods.count = (methods.count or 0) + 1 return true end
--- a value in an argument's table | answer: well
local answer = function(sites, whole)
  local seen = whole.seen
  whole.seen, whole.applicant.seen = true, true
  return seen == nil and whole.applicant ~= nil
end
--- a value in the table of another function's argument | program: contract/runtime/well
local kept
local first = judge("一", { record }, function(whole) kept = kept or whole whole.n = 1 return true end)
local second = judge("二", { record }, function(whole) error("VALUE " .. tostring(kept and kept.id) .. tostring(whole.n), 0) end)
direction { "1.1", target { "一", first, second, points = 1 } }
--- a variable that one function changes and another reads | program: contract/runtime
local n = 0
local first = judge("一", { expected.sites }, function() n = n + 1 return true end)
local second = judge("二", { expected.sites }, function() error("VALUE " .. n, 0) end)
direction { "1.1", target { "一", second, first, points = 1 } }
--- a table that one function changes and another reads | program: contract/runtime
local t = {}
local first = judge("一", { expected.sites }, function() t[#t + 1] = 1 return true end)
local second = judge("二", { expected.sites }, function() error("VALUE " .. #t, 0) end)
direction { "1.1", target { "一", second, first, points = 1 } }
--- what is in the rest of the stack | answer: well/runtime
local answer = function(sites, whole)
  local a, b, c, d, e, f, g, h
  local function leave() local a, b, c, d = whole, whole.id, {}, "left" return nil end
  leave()
  local p, q, r, s, t, u
  return p == nil and q == nil and r == nil and s == nil and t == nil and u == nil
end
--- two variables with one table | answer: runtime/contract/well
local a = {}
local b = a
local answer = function() a, b = b, a a = b error("VALUE " .. tostring(rawequal(a, b)), 0) end
