--- pairs over an emptied list | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
for i = 1, 60000 do t[i] = nil end
while true do for k in pairs(t) do end end
--- pairs over an emptied table of names | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 30000 do t["k" .. i] = i end
for i = 1, 30000 do t["k" .. i] = nil end
while true do for k in pairs(t) do end end
--- pairs over a table with one value at its end | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
for i = 1, 59999 do t[i] = nil end
while true do for k in pairs(t) do end end
--- an emptied metatable, copied again and again | load: instructions/memory | function: instructions/memory
local meta = {}
for i = 1, 60000 do meta[i] = i end
for i = 1, 60000 do meta[i] = nil end
while true do setmetatable({}, meta) end
--- the length of an emptied list | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
for i = 1, 60000 do t[i] = nil end
while true do local n = #t end
--- an emptied table given to the host | load: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
for i = 1, 60000 do t[i] = nil end
while true do pcall(all_of, t) end
--- an emptied list as a result | answer: contract/instructions/memory
local t = {}
local answer = function()
  local t = {}
  for i = 1, 60000 do t[i] = i end
  for i = 1, 60000 do t[i] = nil end
  return t
end
--- an emptied table made at load | answer: instructions/memory/load
local t = {}
for i = 1, 60000 do t[i] = i end
for i = 1, 60000 do t[i] = nil end
local answer = function() while true do for k in pairs(t) do end end end
--- a table of 500 names, one deleted and another inserted | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 512 do t["k" .. i] = i end
for i = 1, 1e9 do t["k" .. i % 1024 + 1] = nil t["k" .. (i + 512) % 1024 + 1] = i end
--- a list of 500 with names, one deleted and another inserted | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 1000 do t[i] = i end
t.a = 1
while true do t.a = nil t.b = 1 t.b = nil t.c = 1 t.c = nil t.a = 1 t.d = 1 t.d = nil end
--- a large list with names, one deleted and another inserted | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
t.a, t.b, t.c = 1, 1, 1
while true do t.a = nil t.x = 1 t.b = nil t.y = 1 t.x = nil t.a = 1 t.y = nil t.b = 1 end
--- floats deleted and inserted in a table of 2,000 | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 2048 do t[i + 0.5] = i end
for i = 2049, 1e9 do t[i - 2048 + 0.5] = nil t[i + 0.5] = i end
--- small tables that grow and empty in turn | load: instructions/memory | function: instructions/memory
local t = {}
while true do
  for i = 1, 64 do t[i * 3] = i end
  for i = 1, 64 do t[i * 3] = nil end
end
--- an emptied table that is filled as a list, and emptied again | load: instructions/memory | function: instructions/memory
local t = {}
while true do
  for i = 1, 40 do t[i] = i end
  for i = 40, 1, -1 do t[i] = nil end
  t.name = 1
  t.name = nil
end
--- memory that emptied tables hold | load: memory/instructions | function: memory/instructions
local keep = {}
for j = 1, 1e9 do
  local t = {}
  for i = 1, 1000 do t[i] = i end
  for i = 1, 1000 do t[i] = nil end
  keep[j] = t
end
--- pairs ends after the last value of an emptied list | load: well | function: well
local t = {}
for i = 1, 1000 do t[i] = i end
for i = 1, 1000 do t[i] = nil end
local n = 0
for k in pairs(t) do n = n + 1 end
if n ~= 0 or #t ~= 0 then error("wrong") end
