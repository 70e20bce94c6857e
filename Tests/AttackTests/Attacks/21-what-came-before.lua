--- a deep recursion in one application | answer: well
local function f(n) if n == 0 then return 0 end return 1 + f(n - 1) end
local answer = function(sites, whole) return whole.id == "A2" or f(3000) == 3000 end
--- a deep recursion and a failure in one application | answer: well/runtime
local function f(n) if n == 0 then error("deep") end return 1 + f(n - 1) end
local answer = function(sites, whole) if whole.id == "A1" then f(9000) end f(whole.id == "A2" and 0 or 100) end
--- a deep recursion that is caught, in one application | answer: runtime | limits: instructions=1000000
local function f(n) if n == 0 then error("deep") end return 1 + f(n - 1) end
local answer = function(sites, whole)
  pcall(f, whole.id == "A1" and 12000 or 10)
  error("VALUE", 0)
end
--- many arguments in one application | answer: runtime
local answer = function(sites, whole)
  if whole.id == "A1" then local n = select("#", ("x"):rep(20000):byte(1, -1)) end
  if whole.id == "A3" then local n = select("#", ("x"):rep(9):byte(1, -1)) end
  error("VALUE " .. select("#", ("x"):rep(99):byte(1, -1)), 0)
end
--- many short texts in one application | answer: runtime
local answer = function(sites, whole)
  if whole.id == "A1" then local t = {} for i = 1, 20000 do t[i] = "s" .. i end end
  local t = {}
  for i = 1, 300 do t[i] = "x" .. i end
  error("VALUE " .. #t, 0)
end
--- many short texts at load | answer: runtime
do local t = {} for i = 1, 20000 do t[i] = "s" .. i end end
local answer = function(sites, whole) local t = {} for i = 1, 20000 do t[i] = "s" .. i end error("VALUE " .. #t, 0) end
--- a long text in one application | answer: runtime/instructions
local answer = function(sites, whole)
  if whole.id == "A1" then local s = ("x"):rep(400000) end
  local n = 0
  for i = 1, 20000 do n = n + 1 end
  error("VALUE " .. n, 0)
end
--- a long text made at load and dropped | answer: runtime/instructions
do local s = ("x"):rep(400000) end
local answer = function() local n = 0 for i = 1, 20000 do n = n + 1 end error("VALUE " .. n, 0) end
--- garbage in one application | answer: runtime
local answer = function(sites, whole)
  if whole.id ~= "A2" then for i = 1, 50000 do local t = { i } end end
  local t = {}
  for i = 1, 5000 do t[i] = { i } end
  error("VALUE " .. #t, 0)
end
--- just below the limit of memory after garbage | answer: memory/well | limits: instructions=20000000/memoryMegabytes=8
local answer = function(sites, whole)
  if whole.id == "A1" then for i = 1, 200000 do local t = { i } end return true end
  local t = {}
  for i = 1, 700 do t[i] = ("x"):rep(10000) .. i end
  return #t == 700
end
--- near the limit of memory, a little more for each application | answer: memory/well | limits: instructions=20000000/memoryMegabytes=8
local answer = function(sites, whole)
  local t = {}
  for i = 1, 815 + 3 * tonumber(whole.id:sub(2)) do t[i] = ("x"):rep(10000) .. i end
  return true
end
--- near the limit of memory with small tables | answer: memory/well | limits: instructions=20000000/memoryMegabytes=8
local answer = function(sites, whole)
  local t = {}
  for i = 1, 92000 + 700 * tonumber(whole.id:sub(2)) do t = { t, i } end
  return true
end
--- near the limit of memory with short texts | answer: memory/well | limits: instructions=20000000/memoryMegabytes=8
local answer = function(sites, whole)
  local t = {}
  for i = 1, 65000 + 400 * tonumber(whole.id:sub(2)) do t[i] = "text" .. i end
  return true
end
--- near the limit of instructions | answer: instructions/well
local answer = function(sites, whole)
  local n = 0
  for i = 1, 332000 + 400 * tonumber(whole.id:sub(2)) do n = n + i end
  return true
end
--- near the limit of instructions with texts as keys | answer: instructions/well
local answer = function(sites, whole)
  local t = {}
  for i = 1, 60000 + 2000 * tonumber(whole.id:sub(2)) do t["k" .. i % 500] = i end
  return true
end
--- near the limit of instructions with pairs | answer: instructions/well
local t = {}
for i = 1, 150 do t["k" .. i] = i end
local answer = function(sites, whole)
  local n = 0
  for i = 1, 30 + 2 * tonumber(whole.id:sub(2)) do for k, v in pairs(t) do n = n + v end end
  return n > 0
end
--- what pairs costs | answer: runtime
local answer = function()
  local t, n = {}, 0
  for i = 1, 200 do t["k" .. i * 7919 % 1009] = i end
  for k, v in pairs(t) do n = n + v end
  error("VALUE " .. n, 0)
end
--- what sort costs | answer: runtime
local answer = function()
  local t = {}
  for i = 1, 500 do t[i] = "k" .. i * 7919 % 1009 end
  table.sort(t)
  error("VALUE " .. t[1] .. t[500], 0)
end
--- what the length of a list with holes is | answer: runtime
local answer = function()
  local t, said = {}, {}
  for i = 1, 40 do t[i] = i end
  for i = 40, 1, -3 do t[i] = nil said[#said + 1] = #t end
  t[100], t[50] = 1, 1
  said[#said + 1] = #t
  for i = 1, 39, 2 do t[i] = nil said[#said + 1] = #t end
  error("VALUE " .. table.concat(said, " "), 0)
end
--- what the length of a list with names and holes is | answer: runtime
local answer = function()
  local said = {}
  for size = 1, 30 do
    local t = { a = 1, b = 2, c = 3 }
    for i = 1, size do t[i * 2] = i t["k" .. i] = i end
    for i = 1, size, 3 do t["k" .. i] = nil end
    t[1], t[3] = 1, 1
    said[size] = #t
  end
  error("VALUE " .. table.concat(said, " "), 0)
end
--- how tables, functions and nodes are written | answer: runtime
local node = applicant.kind
local answer = function(sites, whole)
  local said = { tostring({}), tostring(print or error), tostring(node), tostring(whole), tostring(function() end), ("%s%s"):format({}, error) }
  error("VALUE " .. table.concat(said, " "), 0)
end
--- what an error says of a table, a function and a node | answer: runtime
local node = applicant.kind
local answer = function(sites, whole)
  local said = {}
  local function try(f, ...) local ok, what = pcall(f, ...) said[#said + 1] = tostring(what) end
  try(function() return {} .. "x" end)
  try(function() return error + 1 end)
  try(function() return {} < {} end)
  try(function() return node + {} end)
  try(function() return #error end)
  try(string.rep, {}, error)
  try(table.concat, { {} })
  try(error, {})
  try(setmetatable, {}, error)
  try(string.format, "%d", {})
  try(ipairs)
  try(select, {})
  error(table.concat(said, " | "):sub(1, 900), 0)
end
--- which of several keys is told | answer: runtime
local answer = function() for _ in pairs { [{}] = 1, [error] = 2, [tostring] = 3, [{}] = 4 } do end return true end
--- which of several metamethods is told | answer: runtime
local answer = function() setmetatable({}, { __gc = error, __mode = "k", __close = error, __pairs = error, __name = "x", __metatable = 1 }) return true end
--- which of several unknown options is told | load: load
target { "企业", applicant.kind:is "enterprise", points = 1, alpha = 1, beta = 2, gamma = 3, delta = 4, epsilon = 5, zeta = 6 }
--- which of several faulty fields is told | load: load
fields { alpha = 1, beta = 2, gamma = 3, delta = 4, epsilon = {}, zeta = error, eta = true, theta = "x" }
--- which of several unknown filters is told | load: load
applicant.platforms:any("平台", { alpha = "1", beta = "2", gamma = "3", delta = "4", epsilon = "5" })
--- an error in an application that is written with its id | answer: runtime
local answer = function(sites, whole) error("VALUE " .. whole.id, 0) end
--- a stop in one application, an error in another, a result in a third | answer: instructions/runtime/well
local answer = function(sites, whole)
  if whole.id == "A1" then while true do end end
  if whole.id == "A2" then error("VALUE", 0) end
  return true
end
--- a result that is no truth in one application | answer: contract/well
local answer = function(sites, whole) if whole.id == "A2" then return {} end return true end
--- a changed variable in one application | answer: contract/well
local n = 0
local answer = function(sites, whole) if whole.id == "A2" then n = n + 1 end return n == 0 or whole.id == "A2" end
--- numbers added in the order of keys | answer: well
local t = {}
for i = 1, 50 do t["k" .. i] = 1 / i end
local answer = function()
  local sum = 0
  for _, v in pairs(t) do sum = sum + v end
  return ("%.17g"):format(sum) == "4.4992053383294249" or ("%.17g"):format(sum) == ("%.17g"):format(sum)
end
--- a list made of the order of keys | answer: runtime
local answer = function(sites, whole)
  local said = {}
  for k, v in pairs(whole) do said[#said + 1] = k end
  for k, v in pairs(whole.applicant) do said[#said + 1] = k end
  error("VALUE " .. table.concat(said, " "), 0)
end
