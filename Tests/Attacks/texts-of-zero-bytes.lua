-- One instruction: texts of zero bytes are compared piece by piece. Check: kinds=instructions/memory; seconds=6; order
local a, b = ("\0"):rep(2000) .. "a", ("\0"):rep(2000) .. "b"
direction { "9.1", target { "示范", judge("检查", { record }, function()
  while true do local x, y, z, u = a < b, a <= b, b < a, b <= a end
end), points = 1 } }
