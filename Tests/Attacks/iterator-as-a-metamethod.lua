-- State: an iterator of pairs, made at load, as the __index of a table. Check: kinds=runtime/contract/load; big; order
local list = {}
for i = 1, 3000 do list[i] = i end
local t = setmetatable({}, { __index = pairs(list) })
direction { "9.1", target { "示范", judge("检查", { record }, function() error("VALUE " .. tostring(t.x), 0) end), points = 1 } }
