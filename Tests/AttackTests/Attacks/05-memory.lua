--- doubling a text | load: memory/instructions | function: memory/instructions
local s = "x"
while true do s = s .. s end
--- doubling a text in pcall | load: memory/instructions | function: memory/instructions
while true do pcall(function() local s = "x" while true do s = s .. s end end) end
--- a text, byte by byte | load: memory/instructions | function: memory/instructions
local s = "x"
while true do s = s .. "y" end
--- a table without end | load: memory/instructions | function: memory/instructions
local t = {}
while true do t[#t + 1] = {} end
--- a table without end, kept beyond pcall | load: memory/instructions | function: memory/instructions
local t = {}
while true do pcall(function() for i = 1, 1e9 do t[#t + 1] = { i } end end) end
--- a table with one far key after the other | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[i * 1000003] = i end
--- many long texts | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[i] = ("x"):rep(1000) .. i end
--- a text of 32 megabytes | load: memory/instructions | function: memory/instructions
local s = ("x"):rep(1000000)
s = s .. s s = s .. s s = s .. s s = s .. s s = s .. s
--- garbage at the limit | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 100000 do t[i] = { i } end
while true do local s = ("x"):rep(60000) .. #t end
--- deep recursion in Lua | load: runtime/memory/instructions | function: runtime/memory/instructions
local function f(n) return 1 + f(n + 1) end
f(1)
--- deep recursion in Lua, caught and repeated | load: memory/instructions | function: memory/instructions
local function f(n) return 1 + f(n + 1) end
while true do pcall(f, 1) end
--- deep recursion through metamethods | load: runtime/memory/instructions | function: runtime/memory/instructions
local function f() return tostring(setmetatable({}, { __tostring = f })) end
f()
--- deep recursion through pcall | load: instructions/runtime/well | function: instructions/runtime/well
local function f(n) return select(2, pcall(f, n + 1)) end
f(1)
--- deep recursion through an order | load: runtime/instructions/memory | function: runtime/instructions/memory
local function f() table.sort({ 1, 2 }, f) return true end
f()
--- deep recursion through an index | load: runtime | function: runtime
local depth = 0
local function make() return setmetatable({}, { __index = function(_, k) depth = depth + 1 return make()[k] end }) end
local x = make().x
--- nested calls in the source | load: load
local x = ((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((((1))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))))
--- a closure for each number | load: memory/instructions | function: memory/instructions
local keep = {}
for i = 1, 1e9 do local a, b, c = i, i, i keep[i] = function() return a + b + c end end
--- a metatable for each table | load: memory/instructions | function: memory/instructions
local keep = {}
for i = 1, 1e9 do keep[i] = setmetatable({}, { __index = { i } }) end
