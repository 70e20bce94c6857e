--- a list of 99,000 numbers | answer: contract/instructions
local answer = function() local t = {} for i = 1, 99000 do t[i] = i end return t end
--- a list of 150,000 numbers, in several applications | answer: contract/instructions/memory
local answer = function() local t = {} for i = 1, 150000 do t[i] = i % 7 end return t end
--- a table of names | answer: contract/instructions/memory
local answer = function() local t = {} for i = 1, 20000 do t["name" .. i] = true end return t end
--- tables that share tables | answer: contract
local answer = function() local t = { 1, 2, 3, 4 } for i = 1, 8 do t = { t, t, t, t } end return t end
--- tables that share tables, 72 levels deep | answer: contract
local answer = function() local t = { 1 } for i = 1, 70 do t = { t, t } end return t end
--- a table that is 72 levels deep | answer: contract
local answer = function() local t = true for i = 1, 72 do t = { t } end return t end
--- a table that is its own key | answer: contract
local answer = function() local t = {} t[t] = t return t end
--- a long text, repeated | answer: contract
local answer = function() local s = ("字"):rep(3000) local t = {} for i = 1, 100 do t[i] = s end return t end
--- long texts as keys | answer: contract/instructions
local answer = function() local t = {} for i = 1, 100 do t[("字"):rep(3000) .. i] = true end return t end
--- a text of a megabyte | answer: contract/instructions
local answer = function() return ("字"):rep(349000) end
--- a text of eight megabytes | answer: contract/instructions
local answer = function() return ("x"):rep(900000) .. ("x"):rep(900000) end
--- a text with zero bytes | answer: contract
local answer = function() return "\0true\0" end
--- a table with true in it | answer: contract
local answer = function() return { true, verdict = "pass" } end
--- results after the first are not looked at | answer: well
local answer = function()
  local t = {}
  for i = 1, 30000 do t[i] = i end
  return true, t, t, t, t
end
--- two hundred thousand results | answer: well/runtime/instructions/memory/contract
local answer = function()
  local function more(n, ...) if n == 0 then return true, ... end return more(n - 1, n, n, n, n, n, n, n, n, ...) end
  return more(2000)
end
--- a text's bytes as results | answer: contract | limits: instructions=1000000
local answer = function() return ("x"):rep(200000):byte(1, -1) end
--- a table with a metatable that is read like true | answer: contract
local answer = function() return setmetatable({ true }, { __index = { true }, __eq = function() return true end, __tostring = function() return "true" end }) end
--- the argument itself | answer: contract
local answer = function(sites, whole) return whole end
--- the argument, changed and nested | answer: contract
local answer = function(sites, whole) whole.whole = whole return { whole, whole } end
--- a function of the library | answer: contract
local answer = function() return string.rep end
--- the library | answer: contract
local answer = function() return string end
--- the environment | answer: contract
local answer = function() return _ENV end
--- a table made at load | answer: contract
local t = {}
for i = 1, 3000 do t[i] = i end
local answer = function() return t end
--- a list where a number is due | number: contract/instructions
local answer = function() local t = {} for i = 1, 90000 do t[i] = i end return t end
--- a text where a number is due | number: contract | limits: instructions=1000000
local answer = function() return ("9"):rep(300000) end
--- nothing where a number is due | number: contract
local answer = function() end
--- large results count as a stop only if they are stopped | answer: contract/instructions
local answer = function(sites, whole) if whole.id == "A1" then return true and {} end local t = {} for i = 1, 60000 do t[i] = {} end return t end
