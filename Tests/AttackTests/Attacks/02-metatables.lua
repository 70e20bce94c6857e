--- the metatable of texts is not accessible | load: load | function: runtime
getmetatable("").__index = {}
--- the methods of texts cannot be changed | load: runtime | function: runtime
("").rep = function() return "changed" end
--- the string library cannot be changed | load: runtime | function: runtime
string.rep = function() return "changed" end
--- the string library cannot be changed by a metatable | load: runtime | function: runtime
setmetatable(string, { __index = function() return 1 end })
--- the string library cannot be changed by table.insert | load: runtime | function: runtime
table.insert(string, "rep")
--- the math library cannot be changed by table.sort | load: runtime | function: runtime
table.sort(math)
--- the environment's metatable | load: runtime | function: runtime
setmetatable(_ENV, { __index = function() return 1 end })
--- a metatable for a text | load: runtime | function: runtime
setmetatable("", {})
--- a metatable for a node | load: load | function: runtime
setmetatable(sites or applicant, {})
--- a finalizer | load: runtime | function: runtime
setmetatable({}, { __gc = function() while true do end end })
--- a finalizer added later | load: well | function: well
local meta = {}
local t = setmetatable({}, meta)
meta.__gc = function() while true do end end
t = nil
for i = 1, 1000 do local _ = { i } end
--- a variable to be closed | load: runtime | function: runtime
local x <close> = setmetatable({}, { __close = function() while true do end end })
--- a variable to be closed that is nil | load: well | function: well
local x <close> = nil
--- a variable to be closed without __close | load: runtime | function: runtime
local x <close> = {}
--- the fourth value of a loop is closed | load: runtime | function: runtime
for _ in function() return nil end, nil, nil, setmetatable({}, { __close = function() end }) do end
--- a weak table | load: runtime | function: runtime
setmetatable({}, { __mode = "k" })
--- a concatenation that grows the stack | load: runtime | function: runtime
local t = setmetatable({}, { __concat = function() local function f(n) return n > 0 and 1 + f(n - 1) or 0 end f(5000) return "x" end })
local s = "a" .. t .. "b"
--- a metatable that protects itself | load: runtime | function: runtime
setmetatable({}, { __metatable = "mine" })
--- a name for a type | load: runtime | function: runtime
setmetatable({}, { __name = "\27[31m" })
--- a __pairs metamethod | load: runtime | function: runtime
setmetatable({}, { __pairs = function() return function() return 1 end end })
--- an index that calls itself | load: runtime | function: runtime
local t t = setmetatable({}, { __index = function(_, k) return t[k] end })
local x = t.x
--- an index chain that is a circle | load: runtime | function: runtime
local a, b = {}, {}
local t = setmetatable(a, { __index = b })
setmetatable(b, { __index = t })
local x = t.x
--- a call that calls itself | load: instructions/runtime/memory | function: instructions/runtime/memory
local t t = setmetatable({}, { __call = function() return t() + 1 end })
t()
--- a false length is not used | load: well | function: well
local t = setmetatable({ 1, 2 }, { __len = function() return 1e15 end })
table.insert(t, 3)
table.remove(t)
table.sort(t)
if table.concat(t, ",") ~= "1,2" then error("changed") end
if select("#", table.unpack(t)) ~= 2 then error("lied to") end
--- an equality that never ends | load: instructions | function: instructions
local t = setmetatable({}, { __eq = function() while true do end end })
local same = t == setmetatable({}, {})
--- a tostring that gives a table | load: runtime | function: runtime
tostring(setmetatable({}, { __tostring = function() return {} end }))
--- a tostring that never ends | load: instructions | function: instructions
string.format("%s", setmetatable({}, { __tostring = function() while true do end end }))
