-- Host work: arguments of 60,000 values, of which the last is refused. Check: kinds=instructions/memory; seconds=6
local t = {}
for i = 1, 60000 do t[i] = i end
t[60001] = setmetatable({}, {})
while true do pcall(all_of, t) end
