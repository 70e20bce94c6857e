--- keys of all kinds in their order | answer: well
local answer = function()
  local said = {}
  for k in pairs { [true] = 1, [false] = 2, [""] = 3, ["\0"] = 4, [1] = 5, [-1] = 6, [0.5] = 7, [-0.0] = 8, [2^53] = 9, ["1"] = 10 } do
    said[#said + 1] = type(k) .. ":" .. tostring(k)
  end
  return table.concat(said, ",") == "number:-1,number:0,number:0.5,number:1,number:9007199254740992,string:,string:\0,string:1,boolean:false,boolean:true"
end
--- keys that are tables | answer: runtime
local a, b = {}, {}
local answer = function() for k in pairs { [a] = 1, [b] = 2 } do end return true end
--- keys that are functions, made at load | answer: runtime
local t = { [error] = 1, [tostring] = 2, [function() end] = 3 }
local answer = function() local n = 0 for _, v in pairs(t) do n = n * 10 + v end error("VALUE " .. n, 0) end
--- a key that is a node | answer: runtime
local t = { [applicant] = 1, [expected] = 2 }
local answer = function() for k in pairs(t) do end return true end
--- keys of tables with an order of their own | answer: runtime
local meta = { __lt = function(a, b) return true end, __eq = function() return true end }
local answer = function()
  for k in pairs { [setmetatable({}, meta)] = 1, [setmetatable({}, meta)] = 2 } do end
  return true
end
--- infinite keys | answer: well
local answer = function()
  local said = {}
  for k in pairs { [math.huge] = 1, [-math.huge] = 2, [math.maxinteger] = 3, [math.mininteger] = 4, [1e300] = 5 } do said[#said + 1] = tostring(k) end
  return table.concat(said, " ") == "-inf -9223372036854775808 9223372036854775807 1e+300 inf"
end
--- integers and floats that are close | answer: well
local answer = function()
  local said = {}
  for k in pairs { [2^53] = 1, [(1 << 53) + 1] = 2, [(1 << 53) - 1] = 3, [2^53 + 2] = 4 } do said[#said + 1] = tostring(k) end
  return table.concat(said, " ") == "9007199254740991 9007199254740992 9007199254740993 9007199254740994"
end
--- texts in the order of their bytes | answer: well
local answer = function()
  local said = {}
  for k in pairs { b = 1, B = 1, ["é"] = 1, ["中"] = 1, [" "] = 1, ["b\0"] = 1, ["b\0a"] = 1, ["\xff"] = 1 } do said[#said + 1] = k end
  return table.concat(said, ",") == " ,B,b,b\0,b\0a,é,中,\xff"
end
--- keys after many deletions | answer: well
local answer = function()
  local t, said = {}, {}
  for i = 1, 300 do t["k" .. i] = i t[i] = i t[i + 0.5] = i end
  for i = 1, 300 do if i % 100 > 0 then t["k" .. i] = nil t[i] = nil t[i + 0.5] = nil end end
  for k in pairs(t) do said[#said + 1] = tostring(k) end
  return table.concat(said, " ") == "100 100.5 200 200.5 300 300.5 k100 k200 k300"
end
--- keys that are deleted while they are read | answer: well
local answer = function()
  local t, said = { a = 1, b = 2, c = 3, d = 4 }, {}
  for k in pairs(t) do said[#said + 1] = k t.b = nil t.c = nil t.e = 5 end
  return table.concat(said) == "ad"
end
--- a table that is read by two loops at once | answer: well
local t = { a = 1, b = 2, c = 3 }
local answer = function()
  local said = {}
  for k in pairs(t) do for j in pairs(t) do said[#said + 1] = k .. j end end
  return table.concat(said, " ") == "aa ab ac ba bb bc ca cb cc"
end
--- a table that is read again within a call | answer: well
local t = { a = { b = { c = 1 } } }
local answer = function()
  local said = {}
  local function visit(t) for k, v in pairs(t) do said[#said + 1] = k if type(v) == "table" then visit(v) end end end
  visit(t)
  return table.concat(said) == "abc"
end
--- a loop that is left early, again and again | answer: well
local t = { a = 1, b = 2, c = 3 }
local answer = function()
  local n = 0
  for i = 1, 2000 do for k in pairs(t) do n = n + 1 break end end
  return n == 2000
end
--- pairs of a text and of a node | answer: runtime
local answer = function() for k in pairs("text") do end return true end
--- pairs of nothing | load: runtime | function: runtime
for k in pairs() do end
--- iterators called without a loop | answer: well/runtime
local answer = function()
  local step, list, start = pairs { a = 1, b = 2 }
  local k, v = step(list, start)
  local j, u = step(list, k)
  return k == "a" and v == 1 and j == "b" and u == 2 and step(list, j) == nil
end
--- iterators handed a key that is not there | answer: well/runtime
local answer = function()
  local step, list = pairs { a = 1, b = 2 }
  step(list, "z") step(nil, {}) step({}, 1) step("x")
  return true
end
--- an iterator called after its end | answer: well/runtime
local answer = function()
  local step, list, start = pairs { a = 1 }
  step(list, start)
  return step(list, "a") == nil and step(list, "a") == nil
end
--- an iterator used on another table | answer: well/runtime
local answer = function()
  local step = pairs { a = 1 }
  local other = { x = { n = 0 }, y = 2 }
  local k = step(other, nil)
  return k == "a" or k == "x" or k == nil
end
--- an iterator of pairs as a function of the plugin's own | answer: well/runtime
local answer = function()
  local step, list, start = pairs { 3, 1, 2 }
  local t = { 3, 1, 2 }
  pcall(table.sort, t, step)
  pcall(string.format, "%s", setmetatable({}, { __tostring = step }))
  return #t == 3
end
--- iterators by the thousand | answer: well/memory/instructions
local answer = function()
  local keep = {}
  for i = 1, 3000 do keep[i] = pairs { a = 1, b = 2 } end
  return #keep == 3000
end
