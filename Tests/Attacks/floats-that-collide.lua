-- One instruction: floats that differ in their last bits have the same hash. Check: kinds=memory/instructions; seconds=6; limits=instructions:1000000,memoryMegabytes:64
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local t = {}
  for i = 1, 65535 do t[1 + i * 2^-52] = i end
  return true
end), points = 1 } }
