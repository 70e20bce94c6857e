-- Results: a list of 60,000 values, which is no answer. Check: kinds=contract/instructions; seconds=6; order
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local t = {}
  for i = 1, 60000 do t[i] = i end
  return t
end), points = 1 } }
