--- long texts kept just below the limit | load: memory/instructions | function: memory/instructions
local keep = {}
for i = 1, 1e9 do keep[i] = ("x"):rep(100000) .. i end
--- texts of 16,000 bytes | load: memory/instructions | function: memory/instructions
local keep, piece = {}, ("x"):rep(16000)
for i = 1, 1e9 do keep[i] = piece .. i end
--- texts of forty bytes | load: memory/instructions | function: memory/instructions
local keep = {}
for i = 1, 1e9 do keep[i] = "a text of forty bytes, with a number " .. i end
--- functions with variables of their own | load: memory/instructions | function: memory/instructions
local keep
for i = 1, 1e9 do local inner = keep keep = function() return inner end end
--- a chain of tables | load: memory/instructions | function: memory/instructions
local keep
for i = 1, 1e9 do keep = { keep } end
--- the stack | load: memory/instructions/runtime | function: memory/instructions/runtime
local function f(a, b, c, d, e, g, h) return f(a, b, c, d, e, g, h) + 1 end
f()
--- numbers of a list kept by insert | load: memory/instructions | function: memory/instructions
local t = {}
while true do table.insert(t, 1.5) end
--- a list of the host's nodes | load: memory/instructions/load
local t = {}
for i = 1, 1e9 do t[i] = applicant end
--- a list of the host's functions | load: memory/instructions/load
local t = {}
for i = 1, 1e9 do t[i] = applicant.kind.is t[-i] = target end
--- nodes that nothing keeps | load: memory/instructions/load
while true do local a, b, c = applicant, applicant.kind, record end
--- memory is counted by the bytes that are asked for | function: memory | limits: instructions=20000000/memoryMegabytes=4
local keep = {}
for i = 1, 1000 do keep[i] = ("x"):rep(10000) .. i end
--- memory of the stack of another function | function: well
local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end
for i = 1, 20 do f(2000) end
--- memory that a failed call leaves | function: well | limits: instructions=20000000
for i = 1, 100 do pcall(function() local t = {} for j = 1, 2000 do t[j] = { j } end error(t) end) end
--- the limit of memory cannot be caught | function: memory | limits: instructions=20000000
local caught = pcall(function() local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(100000) .. i end end)
error("caught")
--- the limit of memory cannot be caught in a metamethod | function: memory | limits: instructions=20000000
local t = setmetatable({}, { __index = function() local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(100000) .. i end end })
pcall(function() return t.x end)
error("caught")
--- the limit of memory cannot be caught in an order | function: memory | limits: instructions=20000000
pcall(table.sort, { 2, 1 }, function() local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(100000) .. i end end)
error("caught")
--- one text above the limit | function: memory/instructions | limits: instructions=200000000
local s = ("x"):rep(100000000)
--- one text of the length of an integer | function: memory/instructions/runtime | limits: instructions=200000000
local s = ("x"):rep(math.maxinteger // 2)
--- a text doubled in a list | function: memory/instructions | limits: instructions=200000000
local s = ("x"):rep(1000000)
local t = {}
for i = 1, 200 do t[i] = s end
s = table.concat(t)
--- a format that repeats a text | function: memory/instructions | limits: instructions=200000000
local s = ("x"):rep(1000000)
s = string.format(("%s"):rep(40), s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s, s)
--- a text that a format quotes | function: memory/instructions/runtime | limits: instructions=200000000
local s = ("\0"):rep(5000000)
s = string.format("%q", s)
