--- table.insert in a sealed list | answer: runtime
local t = { 1, 2 }
local answer = function() table.insert(t, 1, 3) return true end
--- table.remove from a sealed list | answer: runtime
local t = { 1, 2 }
local answer = function() return table.remove(t) == 2 end
--- table.sort of a sealed list in order | answer: runtime
local t = { 1, 2, 3 }
local answer = function() table.sort(t) return true end
--- table.sort of a sealed list that is empty | answer: runtime/well
local t = {}
local answer = function() table.sort(t) return #t == 0 end
--- assigning nil to a sealed list | answer: runtime
local t = { 1, 2 }
local answer = function() t[1] = nil return true end
--- assigning the same value to a sealed table | answer: runtime
local t = { n = 1 }
local answer = function() t.n = 1 return true end
--- a metatable for a sealed table | answer: runtime
local t = {}
local answer = function() setmetatable(t, { __index = function() return 1 end }) return true end
--- no metatable for a sealed table | answer: runtime
local t = setmetatable({}, { __index = { n = 1 } })
local answer = function() setmetatable(t, nil) return true end
--- a sealed table as a metatable, changed | answer: runtime
local meta = { __index = { n = 1 } }
local answer = function() local t = setmetatable({}, meta) meta.__index.n = 2 return t.n == 2 end
--- a sealed table as a metatable, with its __newindex | answer: runtime/well
local meta = { __index = { n = 1 } }
local answer = function() local t = setmetatable({}, meta) t.x = 1 return t.n == 1 and t.x == 1 end
--- reading a sealed table by all ways | answer: well
local t = { 10, 20, 30, name = "x", [true] = "yes", [2.5] = "half" }
local answer = function()
  local n, keys = 0, 0
  for index, value in ipairs(t) do n = n + value end
  for key, value in pairs(t) do keys = keys + 1 end
  return n == 60 and keys == 6 and #t == 3 and rawlen(t) == 3 and t[true] == "yes" and t[2.5] == "half"
    and table.concat(t, ",") == "10,20,30" and select("#", table.unpack(t)) == 3 and table.pack(table.unpack(t)).n == 3
    and rawequal(t, t) and t == t and t.missing == nil and tostring(t) == "table" and type(t) == "table"
end
--- reading a sealed table with a metatable by all ways | answer: well
local t = setmetatable({ 10, 20 }, {
  __index = function(_, k) return k == "x" and 1 or nil end, __len = function() return 7 end, __eq = function() return true end,
  __lt = function() return true end, __add = function() return 5 end, __tostring = function() return "T" end, __call = function() return 9 end,
})
local other = setmetatable({}, { __eq = function() return false end })
local answer = function()
  return t.x == 1 and #t == 7 and rawlen(t) == 2 and t == other and t < other and t + 1 == 5 and tostring(t) == "T" and t() == 9
    and table.concat(t, ",") == "10,20" and ("%s"):format(t) == "T"
end
--- a sealed table with holes | answer: well
local t = { 1, nil, 3 }
local answer = function() local n = 0 for _ in ipairs(t) do n = n + 1 end return n == 1 and t[3] == 3 and (#t == 3 or #t == 1) end
--- equality of sealed tables | answer: well
local a, b = {}, {}
local t = { a, b, [a] = "a", [b] = "b" }
local answer = function() return t[1] == a and t[2] == b and a ~= b and t[a] == "a" and t[t[2]] == "b" and not rawequal(a, b) end
--- a sealed table in a new one | answer: well
local t = { 1 }
local answer = function() local u = { t, t } return u[1] == t and rawequal(u[2], t) and u[1][1] == 1 end
--- a new table in front of a sealed one | answer: well
local t = { n = 1 }
local answer = function() local u = setmetatable({}, { __index = t }) u.n = u.n + 1 return u.n == 2 and t.n == 1 end
--- a new table that writes to a sealed one | answer: runtime
local t = { n = 1 }
local answer = function() local u = setmetatable({}, { __newindex = t }) u.n = 2 return t.n == 2 end
--- a table behind two seals | answer: runtime
local inner = { n = 1 }
local t = setmetatable({}, { __newindex = inner, __index = inner })
local answer = function() t.n = 2 return inner.n == 2 end
--- the list of a function's arguments, kept at load | answer: runtime
local function pack(...) return { ... } end
local t = pack(1, 2, 3)
local answer = function() t[1] = 2 return true end
--- a table that a closure keeps and a metamethod gives | answer: runtime
local box = { n = 0 }
local t = setmetatable({}, { __index = function() return box end })
local answer = function() t.x.n = t.x.n + 1 return true end
--- a table as a key only | answer: runtime
local t
do local key = { n = 0 } t = { [key] = key, other = { [key] = true } } end
local answer = function() for key in pairs(t.other) do key.n = 1 end return true end
--- a table in a list that only pairs of a sealed table gives | answer: runtime
local t = { a = { n = 0 } }
local answer = function() for _, value in pairs(t) do value.n = value.n + 1 end return true end
--- a table in a list that only ipairs of a sealed table gives | answer: runtime
local t = { { n = 0 } }
local answer = function() for _, value in ipairs(t) do value.n = value.n + 1 end return true end
--- a table in a list that only unpack of a sealed table gives | answer: runtime
local t = { { n = 0 } }
local answer = function() local value = table.unpack(t) value.n = value.n + 1 return true end
--- a table that only a function of the library keeps | answer: well/runtime/contract
local step, list = ipairs { { n = 0 } }
local answer = function()
  local _, value = step(list, 0)
  value.n = value.n + 1
  return true
end
--- a table that a method's table reaches | answer: runtime
local base = { count = 0 }
base.__index = base
function base:add() self.count = self.count + 1 return self.count end
local object = setmetatable({}, base)
local answer = function() return object:add() == 1 end
--- an object made for each application has its own state | answer: well
local base = { count = 0 }
base.__index = base
function base:add() self.count = self.count + 1 return self.count end
local answer = function() local object = setmetatable({}, base) object:add() return object:add() == 2 and base.count == 0 end
--- the libraries are sealed in functions | answer: runtime
local answer = function() math.pi = 3 return true end
--- the environment's own table | answer: runtime
local env = _ENV
local answer = function() env.answer = 1 return true end
--- an order's argument that is sealed | answer: runtime
local a, b = { n = 1 }, { n = 2 }
local answer = function() table.sort({ b, a }, function(x, y) x.n = x.n + 1 return x.n < y.n end) return true end
--- the key of the seal | answer: runtime/well
local t = { n = 0 }
local answer = function() local behind = t.__sealed or t.__index if behind then behind.n = behind.n + 1 error("VALUE " .. behind.n, 0) end return true end
--- a plugin's own key of the seal | answer: well/runtime/contract
local t = { __sealed = { n = 0 }, n = 1 }
local answer = function() for key in pairs(t) do end return t.n == 1 and #t == 0 end
--- a metatable with a key of the seal | load: runtime | function: runtime
setmetatable({}, { __sealed = { n = 0 } })
--- a metatable that is a sealed library | load: runtime/well | function: runtime/well
local t = setmetatable({}, string)
if t.rep then error("wrong") end
