-- One instruction: the level of an error is looked for from the innermost function. Check: kinds=instructions/memory; seconds=6; order
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local function deep(n)
    if n > 0 then return 1 + deep(n - 1) end
    while true do pcall(error, "x", 4900) end
  end
  return deep(5000)
end), points = 1 } }
