-- State: a variable is changed before a limit stops the application. Check: kinds=instructions/runtime/contract; titles=stop,say,say; big; order
local n = 0
direction { "9.1", target { "示范", judge("检查", { title }, function(t)
  if t == "stop" then n = n + 1 while true do end end
  error("VALUE " .. n, 0)
end), points = 1 } }
