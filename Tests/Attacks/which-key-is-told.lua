-- Order of keys: which of several keys without an order is told, and which of several metamethods. Check: kinds=runtime; runs=4; order
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local said = {}
  local function try(f, ...) local ok, what = pcall(f, ...) said[#said + 1] = tostring(what) end
  try(function() for k in pairs { [{}] = 1, [error] = 2, [tostring] = 3, [function() end] = 4 } do end end)
  try(setmetatable, {}, { __gc = error, __mode = "k", __close = error, __pairs = error, __name = "x", __metatable = 1 })
  error(table.concat(said, " | "), 0)
end), points = 1 } }
