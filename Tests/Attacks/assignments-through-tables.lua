-- One instruction: an assignment through a chain of tables that is built from its front. Check: kinds=runtime/instructions; seconds=6; order
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local first = {}
  local last = first
  for i = 1, 1900 do
    local following = {}
    setmetatable(last, { __newindex = following })
    last = following
  end
  while true do first.x = nil end
end), points = 1 } }
