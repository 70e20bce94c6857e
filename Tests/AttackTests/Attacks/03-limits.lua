--- an endless loop | load: instructions | function: instructions
while true do end
--- an endless loop in pcall | load: instructions | function: instructions
pcall(function() while true do end end)
--- an endless loop of endless loops in pcall | load: instructions | function: instructions
while true do pcall(function() while true do end end) end
--- pcall of pcall of pcall | load: instructions | function: instructions
local function again() pcall(again) while true do end end
pcall(pcall, pcall, again)
--- a limit met in pcall, again and again | load: instructions | function: instructions
for i = 1, 1e9 do pcall(string.rep, "x", 1e12) end
--- an empty repeat | load: instructions | function: instructions
repeat until false
--- a goto | load: instructions | function: instructions
::top:: goto top
--- a tail call | load: instructions | function: instructions
local function f() return f() end
f()
--- two functions that call each other | load: instructions | function: instructions
local f
local function g() return f() end
f = function() return g() end
f()
--- a loop over numbers that never ends | load: instructions | function: instructions
for i = 1, math.huge do end
--- a loop over an iterator that never ends | load: instructions | function: instructions
for i in function() return 1 end do end
--- ipairs that never ends | load: instructions | function: instructions
for i in ipairs(setmetatable({}, { __index = function(_, i) return i end })) do end
--- a loop in a metamethod | load: instructions | function: instructions
local x = setmetatable({}, { __add = function() while true do end end }) + 1
--- a loop in an order | load: instructions | function: instructions
table.sort({ 3, 2, 1 }, function() while true do end end)
--- a loop in an order, in pcall | load: instructions | function: instructions
while true do pcall(table.sort, { 3, 2, 1 }, function() while true do end end) end
--- errors in a loop | load: instructions | function: instructions
while true do pcall(error, {}) end
--- the vocabulary's errors in a loop | load: instructions | function: instructions
while true do pcall(function() return nosuchword end) end
--- the vocabulary's calls in a loop | load: instructions/load | function: instructions
while true do pcall(function() return applicant.kind:is "enterprise" end) end
--- require in a loop | load: instructions | function: instructions
while true do pcall(require, "nothing") end
--- functions handed to the host in a loop | load: instructions/load/memory | function: instructions
while true do pcall(function() compute("x", { applicant.kind }, function() end) end) end
--- an error in the error | load: runtime | function: runtime
error(setmetatable({}, { __tostring = function() error("again") end }))
--- pcall in a tail call | load: instructions | function: instructions
local function f() return pcall(f) end
while true do f() end
--- a limit in a comparison | load: instructions | function: instructions
local x = setmetatable({}, { __lt = function() while true do end end }) < 1
--- many functions made | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 1e9 do t[i] = function() return i end end
