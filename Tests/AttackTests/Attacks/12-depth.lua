--- lists in lists | load: load/instructions/memory
local l = list("零", { a = flag "旗" })
for level = 1, 5000 do l = list("级" .. level % 10, { g = l }) end
fields { deep = l }
--- lists in lists that nothing uses | load: load/instructions/memory | limits: loadInstructions=20000000
local l = list("零", { a = flag "旗" })
for level = 1, 40000 do l = list("级", { a = l }) end
--- groups of fields in groups, just below what the host reads at once | load: well/load/runtime
local g = { a = flag "旗" }
for level = 1, 70 do g = { g = g } end
fields { deep = g }
--- groups of fields in groups of fields in lists | load: load/runtime/instructions/memory
local l = list("零", { a = flag "旗" })
for level = 1, 200 do
  local g = { l = l }
  for inner = 1, 60 do g = { g = g } end
  l = list("级", g)
end
fields { deep = l }
--- checks that are negated without end | load: load/instructions/memory | limits: loadInstructions=20000000
local c = applicant.kind:is "enterprise"
for level = 1, 1e9 do c = negate(c) end
--- checks left open without end | load: load/instructions/memory | limits: loadInstructions=20000000
local c = applicant.kind:is "enterprise"
for level = 1, 1e9 do c = leave_open(c, "待定") end
--- functions of functions | load: load/instructions/memory | limits: loadInstructions=20000000
local n = compute("数", { expected.sites }, function(x) return x end)
for level = 1, 20000 do n = compute("数", { n }, function(x) return x end) end
direction { "1.1", target { "数", n:at_least("1个", "x"), points = 1 } }
--- functions of checks of functions | program: load/instructions/memory | limits: loadInstructions=20000000
local c = judge("检查", { expected.sites }, function(x) return true end)
for level = 1, 20000 do c = judge("检查", { c }, function(x) return true end) end
direction { "1.1", target { "检查", c, points = 1 } }
--- checks by twos without end | program: load/instructions/memory
local c = applicant.kind:is "enterprise"
for level = 1, 40 do c = any_of { c, negate(c) } end
direction { "1.1", target { "企业", c, points = 1 } }
--- sums of sums without end | load: load/instructions/memory
local s = applicant.rdExpense[2023]
for level = 1, 1e9 do s = total_of { s, applicant.rdExpense[2022] } end
--- clauses in lists in lists | program: well/load/instructions/memory/runtime
local clauses = { target { "企业", applicant.kind:is "enterprise", points = 1 } }
for level = 1, 70 do clauses = { clauses } end
direction { "1.1", clauses }
--- clauses in lists that hold one another | program: load/instructions/memory/runtime
local clauses = { target { "企业", applicant.kind:is "enterprise", points = 1 } }
for level = 1, 60 do clauses = { clauses, clauses } end
direction { "1.1", clauses }
--- a table that doubles 60 times for the host | load: load/runtime/instructions/memory
local t = { applicant.kind:is "enterprise" }
for level = 1, 60 do t = { t, t } end
all_of(t)
--- a table that doubles 60 times in its keys, for the host | load: load/runtime/instructions/memory
local t = { applicant.kind:is "enterprise" }
for level = 1, 60 do t = { [t] = t } end
all_of(t)
--- a table that doubles, refused again and again | load: instructions
local t = {}
for level = 1, 16 do t = { t, t } end
for i = 1, 1e9 do pcall(all_of, t) end
--- a table nested too deep, refused again and again | load: instructions
local t = {}
for level = 1, 100000 do t = { t } end
for i = 1, 1e9 do pcall(all_of, t) end
--- a metatable of a metatable of a metatable | load: well/runtime/instructions/memory | function: well/runtime/instructions/memory
local t = {}
for level = 1, 20000 do t = setmetatable({}, { __index = function() return 1 end, __len = function() return #t end, __eq = function() return t end }) end
--- tables in tables, sealed after loading | answer: well/instructions/memory/load
local t = {}
for level = 1, 50000 do t = { t } end
local answer = function() return t[1][1][1] ~= nil end
--- metatables in metatables, sealed after loading | answer: well/instructions/memory/load/runtime
local t = {}
for level = 1, 20000 do t = setmetatable({ level }, { __tostring = tostring, __len = select, __add = function() return t end }) end
local answer = function() return t ~= nil end
--- functions in functions, sealed after loading | answer: well/instructions/memory/load
local f = function() return true end
for level = 1, 30000 do local g = f f = function() return g end end
local answer = function() return f() ~= nil end
--- keys in keys, sealed after loading | answer: well/instructions/memory/load/runtime
local t = {}
for level = 1, 30000 do t = { [t] = true } end
local answer = function() return t ~= nil end
--- a result nested 100,000 deep | answer: contract/instructions/memory
local answer = function() local t = true for level = 1, 100000 do t = { t } end return t end
--- a result nested in its keys | answer: contract/instructions/memory
local answer = function() local t = {} for level = 1, 10000 do t = { [t] = t } end return t end
--- an error nested 100,000 deep | function: runtime/instructions/memory
local t = {}
for level = 1, 100000 do t = { t } end
error(t)
--- tostring of a tostring of a tostring | load: runtime/instructions/memory | function: runtime/instructions/memory
local t = "x"
for level = 1, 100000 do local inner = t t = setmetatable({}, { __tostring = function() return tostring(inner) end }) end
tostring(t)
--- pcall of pcall 10,000 deep | load: well/runtime/instructions/memory | function: well/runtime/instructions/memory
local f = error
for level = 1, 10000 do local inner = f f = function() return pcall(inner) end end
f()
--- an order within an order within an order | load: runtime/instructions/memory | function: runtime/instructions/memory
local function order(a, b) table.sort({ 2, 1 }, order) return a < b end
table.sort({ 2, 1 }, order)
--- an equality within an equality | load: runtime/instructions/memory | function: runtime/instructions/memory
local meta = {}
local function fresh() return setmetatable({}, meta) end
meta.__eq = function(a, b) return setmetatable({}, meta) == setmetatable({}, meta) end
local a, b = setmetatable({}, meta), setmetatable({}, meta)
return a == b or error("unequal")
--- a length within a length | load: runtime/instructions/memory | function: runtime/instructions/memory
local t
local len = function() return #t + 1 end
t = setmetatable({}, { __len = len })
local x = #t
--- errors within errors, 150 deep | load: runtime | function: runtime
local function fail(n) if n == 0 then error("deepest") end local ok, what = pcall(fail, n - 1) error(what, 0) end
fail(60)
