-- Memory: garbage is collected more and more often as the limit comes near. Check: kinds=memory/instructions; seconds=6; order; limits=instructions:3000000
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local keep = {}
  for i = 1, 185000 do keep = { keep, i } end
  for i = 1, 1e9 do
    keep = { keep, i }
    for j = 1, 10 do local t = { j } end
  end
end), points = 1 } }
