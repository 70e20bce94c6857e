-- Sameness: one application makes many short texts, the others come near the limit of instructions. Check: kinds=instructions/well; titles=texts,59000,61000,58500; big; order
direction { "9.1", target { "示范", judge("检查", { title }, function(t)
  local keep = {}
  if t == "texts" then for i = 1, 20000 do keep[i] = "s" .. i end return true end
  for i = 1, tonumber(t) do keep["k" .. i % 300] = i end
  return true
end), points = 1 } }
