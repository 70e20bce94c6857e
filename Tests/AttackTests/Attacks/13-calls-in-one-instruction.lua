--- a call through a hundred tables | load: runtime | function: runtime
local t = function() return true end
for i = 1, 100 do t = setmetatable({}, { __call = t }) end
t()
--- a call through a hundred thousand tables | load: runtime/memory | function: runtime/memory
local t = error
for i = 1, 100000 do t = setmetatable({}, { __call = t }) end
t()
--- two tables that call each other | load: runtime | function: runtime
local a, b = {}, {}
setmetatable(a, { __call = b })
setmetatable(b, { __call = a })
a()
--- a call of a table by pcall, by sort and by a metamethod | load: runtime | function: runtime
local t = {}
local ok = pcall(setmetatable, t, { __call = t })
pcall(t)
pcall(table.sort, { 2, 1 }, t)
pcall(tostring, setmetatable({}, { __tostring = t }))
t()
--- a call metamethod that is a text | load: runtime | function: runtime
setmetatable({}, { __call = "x" })
--- a call metamethod that is a node | load: runtime | function: runtime
setmetatable({}, { __call = applicant })()
--- an index through 2,000 tables | load: runtime | function: runtime
local t = { x = 1 }
for i = 1, 1900 do t = setmetatable({}, { __index = t }) end
while true do local y = t.x end
--- an index through 2,000 tables, joined from the front | load: runtime | function: runtime
local front = setmetatable({}, { __index = {} })
local first, last = front, {}
setmetatable(first, { __index = last })
for i = 1, 1900 do
  local following = {}
  setmetatable(last, { __index = following })
  last = following
end
while true do local y = first.x end
--- an index through 2,000 tables, in pieces that are joined at last | load: runtime/instructions | function: runtime/instructions
local heads, ends = {}, {}
for piece = 1, 100 do
  local last = { piece }
  local head = last
  for i = 1, 20 do head = setmetatable({}, { __index = head }) end
  heads[piece], ends[piece] = head, last
end
for piece = 1, 99 do setmetatable(ends[piece], { __index = heads[piece + 1] }) end
while true do local y = heads[1].x end
--- an index through tables whose metatable is replaced | load: runtime | function: runtime/instructions
local list = {}
for i = 1, 1900 do list[i] = {} end
for i = 1899, 1, -2 do setmetatable(list[i], { __index = list[i + 1] }) end
for i = 1898, 2, -2 do setmetatable(list[i], { __index = list[i + 1] }) end
while true do local y = list[1].x end
--- an assignment through 2,000 tables | load: runtime | function: runtime
local t = {}
for i = 1, 1900 do t = setmetatable({}, { __newindex = t }) end
while true do t.x = nil end
--- an assignment through 2,000 tables, joined from the front | load: runtime | function: runtime
local first = {}
local last = first
for i = 1, 1900 do
  local following = {}
  setmetatable(last, { __newindex = following })
  last = following
end
while true do first.x = nil end
--- an assignment through two chains in turn | load: runtime | function: runtime
local first = {}
local last = first
for i = 1, 1900 do
  local following = {}
  setmetatable(last, { __newindex = following, __index = following })
  last = following
end
while true do first.x = (first.x or 0) + 1 end
--- a loop of an index of three tables | load: runtime/instructions | function: runtime/instructions
local a, b, c = {}, {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = c })
pcall(setmetatable, c, { __index = a })
while true do local ok = pcall(function() return a.x end) if ok then error("no end of the chain") end end
--- a loop of an assignment of one table | load: runtime/instructions | function: runtime/instructions
local t = {}
pcall(setmetatable, t, { __newindex = t })
while true do local ok = pcall(function() t.x = 1 end) if ok then error("no loop") end end
--- an index of short chains is permitted | load: well | function: well
local t = { x = 1 }
for i = 1, 8 do t = setmetatable({}, { __index = t }) end
if t.x ~= 1 then error("wrong") end
t.x = 2
if t.x ~= 2 then error("wrong") end
--- an index of short chains, sealed after loading | answer: well
local t = { x = 1 }
for i = 1, 8 do t = setmetatable({}, { __index = t }) end
local answer = function() return t.x == 1 end
--- an index of the longest chain, sealed after loading and made longer by it | answer: instructions/runtime/load
local t = { x = 1 }
for i = 1, 1900 do local inner = t if not pcall(function() t = setmetatable({}, { __index = inner }) end) then break end end
local answer = function() while true do local y = t.y end end
--- a chain in front of a sealed chain | answer: instructions/runtime/load
local t = { x = 1 }
for i = 1, 1900 do local inner = t if not pcall(function() t = setmetatable({}, { __index = inner }) end) then break end end
local answer = function()
  local u = t
  for i = 1, 1900 do local inner = u if not pcall(function() u = setmetatable({}, { __index = inner }) end) then break end end
  while true do local y = u.y end
end
--- an index chain that ends in a function is not longer | load: instructions/runtime | function: instructions/runtime
local function get() return nil end
local t = setmetatable({}, { __index = get })
for i = 1, 30 do t = setmetatable({}, { __index = t }) end
while true do local y = t.x end
--- a method through a chain for each call | load: runtime/instructions | function: runtime/instructions
local base = { go = function() end }
local t = base
for i = 1, 1900 do t = setmetatable({}, { __index = t }) end
while true do t:go() end
--- a concatenation of 240 numbers | load: instructions | function: instructions
local a = 1.7e-308
while true do
  local s = a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a .. a
end
--- a list that a call fills | load: instructions/runtime/memory | function: instructions/runtime/memory
local function many(n, ...) if n == 0 then return ... end return many(n - 1, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, ...) end
while true do local t = { many(1000) } end
