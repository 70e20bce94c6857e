-- One instruction: the first key of an emptied list is looked for in all of it. Check: kinds=instructions/memory; seconds=6; order
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local t = {}
  for i = 1, 20000 do t[i] = i end
  for i = 1, 20000 do t[i] = nil end
  while true do for k in pairs(t) do end end
end), points = 1 } }
