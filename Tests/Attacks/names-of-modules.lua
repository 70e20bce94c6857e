-- Host work: names of modules with 20,000 parts. Check: kinds=load/instructions/memory; seconds=6
local name = ("x."):rep(20000) .. "x"
while true do pcall(require, name) end
