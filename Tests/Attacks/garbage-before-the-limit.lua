-- Sameness: one application leaves garbage, the others come near the limit of memory. Check: kinds=memory/well; titles=garbage,1640,1700,1655; big; order; limits=instructions:3000000
direction { "9.1", target { "示范", judge("检查", { title }, function(t)
  if t == "garbage" then for i = 1, 150000 do local t = { i } end return true end
  local keep, piece = {}, ("x"):rep(10000)
  for i = 1, tonumber(t) do keep[i] = piece .. i end
  return true
end), points = 1 } }
