-- Host work: each list holds the one before twice, so that 30 levels are a billion fields. Check: kinds=load/instructions/memory; seconds=6
local l = list("零", { a = flag "旗" })
for level = 1, 30 do l = list("级", { a = l, b = l }) end
fields { many = l }
direction { "9.1", target { "示范", judge("检查", { record }, function() return true end), points = 1 } }
