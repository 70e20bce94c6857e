-- State: an __index function hands out the table behind the seal. Check: kinds=runtime/contract/load; big; order
local t = setmetatable({ n = 0 }, { __index = function(self) return self end })
direction { "9.1", target { "示范", judge("检查", { record }, function()
  local behind = t.missing
  behind.n = behind.n + 1
  error("VALUE " .. behind.n, 0)
end), points = 1 } }
