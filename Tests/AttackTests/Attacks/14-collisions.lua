--- integers a multiple of the table's size apart | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[i * 32767 * 4] = i end
--- integers that collide at every size | load: memory/instructions | function: memory/instructions
local t = {}
local step = (2^16 - 1) * (2^15 - 1) * (2^14 - 1) // 1 | 0
for i = 1, 1e9 do t[i * step] = i end
--- negative integers that collide | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[-i * 32767 * 65535] = i end
--- integers near the largest that collide | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[math.maxinteger - i * 65535 * 32767] = i end
--- floats that differ in their last bits | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[1 + i * 2^-52] = i end
--- floats that differ in their last bits, from small to large | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[(1 + i % 4096 * 2^-45) * 2^(i // 4096)] = i end
--- floats below all normal numbers | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[i * 2^-1074] = i end
--- integers and floats that collide | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 1e9 do t[i * 65535 * 32767] = i t[i * 65535 * 32767 + 0.5] = i end
--- looking up keys that collide | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 8000 do t[i * 16383] = i end
while true do local x = t[16383] local y = t[16383 * 9000] end
--- looking up floats that collide | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 4000 do t[1 + i * 2^-52] = i end
while true do local x = t[1 + 5000 * 2^-52] end
--- counting keys that collide | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 4000 do t[i * 8191] = i end
while true do for k in pairs(t) do end end
--- a small table of keys that collide, made again and again | load: instructions/memory | function: instructions/memory
while true do
  local t = {}
  for i = 1, 500 do t[i * 1023] = i end
end
--- keys that collide, deleted and inserted | load: instructions/memory | function: instructions/memory
local t = {}
for i = 1, 1000 do t[i * 1023 * 2047] = i end
for i = 1001, 1e9 do t[(i - 1000) * 1023 * 2047] = nil t[i * 1023 * 2047] = i end
--- a list that is written from its end | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1e9, 1, -1 do t[i] = i end
--- keys that collide in a metatable | load: memory/instructions | function: memory/instructions
local t = {}
for i = 1, 3000 do t[i * 4095] = i end
while true do setmetatable({}, t) end
--- tables as keys, each some distance after the last | load: memory/instructions | function: memory/instructions
local t, count = {}, 0
for i = 1, 1e9 do local key = {} if i % 1023 == 0 then t[key] = i end end
--- keys that collide, made at load and looked up for each application | answer: instructions/memory
local t = {}
for i = 1, 4000 do t[i * 8191] = i end
local answer = function() while true do local x = t[8191 * 5000] end end
--- a key for each application | answer: well/instructions/memory
local answer = function()
  local t = {}
  for i = 1, 3000 do t[i * 4095 * 8191] = i end
  return t[4095 * 8191] == 1
end
