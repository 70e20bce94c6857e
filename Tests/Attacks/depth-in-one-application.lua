-- Sameness: one application recurses deep, the others a little, and all tell what they spent. Check: kinds=runtime/instructions; titles=9000,10,10,3000; big; order
local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end
direction { "9.1", target { "示范", judge("检查", { title }, function(t)
  pcall(f, tonumber(t))
  error("VALUE " .. f(5), 0)
end), points = 1 } }
