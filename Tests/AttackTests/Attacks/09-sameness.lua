--- pairs iterates in a fixed order | answer: well
local answer = function()
  local names = {}
  for name in pairs { zeta = 1, alpha = 1, [3] = 1, [-1] = 1, [2.5] = 1, mid = 1 } do names[#names + 1] = tostring(name) end
  return table.concat(names, " ") == "-1 2.5 3 alpha mid zeta"
end
--- pairs refuses keys without an order | answer: runtime
local answer = function() for _ in pairs { [{}] = 1 } do end return true end
--- pairs while the table changes | answer: well
local answer = function()
  local t, n = { a = 1, b = 2, c = 3 }, 0
  for name in pairs(t) do t[name] = nil t["x" .. name] = 1 n = n + 1 end
  return n == 3
end
--- no address is printed | answer: well
local answer = function(sites)
  local said = tostring({}) .. tostring(tostring) .. string.format("%s", function() end)
  return not said:find("0x") and not pcall(string.format, "%p", {})
end
--- no clock | answer: runtime
local answer = function() return os.time() > 0 end
--- no randomness | answer: runtime
local answer = function() return math.random() >= 0 end
--- an order is stable | answer: well
local answer = function()
  local t = { "b1", "a1", "b2", "a2" }
  table.sort(t, function(x, y) return x:byte() < y:byte() end)
  return table.concat(t) == "a1a2b1b2"
end
--- numbers are always written the same way | answer: well
local answer = function() return tostring(1e15) == "1e+15" and tostring(2^53) == "9.007199254741e+15" and 10 // 3 == 3 and tostring(-0.0) == "-0.0" end
--- texts are compared by their bytes | answer: well
local answer = function() return "B" < "a" and "Z" < "é" and "a\0b" < "a\0c" end
--- upper and lower leave other letters alone | answer: well
local answer = function() return ("é"):upper() == "é" and ("aÄ"):lower() == "aÄ" end
