--- a field for each of a tally's kinds, in many tallies | load: load/instructions/memory
local kinds, made = {}, {}
for i = 1, 1500 do kinds["k" .. i] = "类" .. i end
for i = 1, 60 do made["t" .. i] = tally("计", kinds) end
fields { many = made }
--- a tally of kinds and counts, in lists | load: load/instructions/memory
local kinds, counts = {}, {}
for i = 1, 200 do kinds["k" .. i] = "类" counts["c" .. i] = "计" end
local t = tally("计", kinds, counts)
local l = list("一", { a = t, b = t, c = t, d = t })
l = list("二", { a = l, b = l, c = l, d = l })
fields { many = l }
--- tallies that are made and never declared | load: load/instructions/memory
local kinds, counts = {}, {}
for i = 1, 1000 do kinds["k" .. i] = "类" .. i counts["c" .. i] = "计" .. i end
for i = 1, 1e9 do tally("计", kinds, counts) end
--- groups of groups that hold one another | load: load/instructions/memory/runtime
local g = { a = flag "旗" }
for level = 1, 12 do local m = {} for i = 1, 10 do m["g" .. i] = g end g = m end
fields { many = g }
--- lists of a list that is declared twice a level | load: load/instructions/memory
local l = list("零", { a = flag "旗" })
for level = 1, 30 do l = list("级", { a = l, b = l }) end
fields { many = l }
--- fields declared one group after the other | load: load/instructions/memory
for i = 1, 1e9 do fields { ["group" .. i] = { a = flag "旗", b = flag "旗", c = flag "旗" } } end
--- fields that are declared again, refused again and again | load: load/instructions/memory
local g = {}
for i = 1, 1900 do g["f" .. i] = flag "旗" end
fields { many = g }
for i = 1, 1e9 do pcall(fields, { many = g }) end
--- a choice of thousands of values | load: load/instructions/memory | limits: loadInstructions=20000000
local v, known = {}, {}
for i = 1, 20000 do v["v" .. i] = "选项" .. i known[i] = "v" .. i end
fields { c = choice("选", v) }
direction { "1.1", target { "示范", c:is(known), points = 1 } }
--- choices asked for again and again | load: load/instructions/memory | limits: loadInstructions=20000000
local v, known = {}, {}
for i = 1, 2000 do v["v" .. i] = "选项" .. i known[i] = "v" .. i end
fields { c = choice("选", v) }
for i = 1, 1e9 do c:is(known) end
--- the last choice asked for again and again | load: load/instructions/memory
local v = {}
for i = 10000, 12000 do v["v" .. i] = "选项" .. i end
fields { c = choice("选", v) }
for i = 1, 1e9 do c:is "v12000" end
--- a list's elements asked for by all choices | load: load/instructions/memory
local v, known = {}, {}
for i = 1, 2000 do v["v" .. i] = "选项" .. i known[i] = "v" .. i end
fields { c = list("列", { a = choice("选", v), b = choice("选", v), d = choice("选", v) }) }
for i = 1, 1e9 do c:any("元素", { a = known, b = known, d = known }) end
--- labels of choices that are long | load: load/instructions/memory
local v, label = {}, ("选"):rep(290)
for i = 1, 1000 do v["v" .. i] = label .. i end
local g = {}
for i = 1, 1e9 do g[i % 1000] = choice(label, v) end
--- sums of all kinds of a tally, again and again | load: load/instructions/memory
local kinds, names = {}, {}
for i = 1, 240 do kinds["k" .. i] = ("类"):rep(90) .. i names[i] = "k" .. i end
fields { t = tally("计", kinds) }
for i = 1, 1e9 do t:sum(table.unpack(names)) end
--- long quotes with many bounds | load: load/instructions/memory
local n = expected.sites
local c = {}
for i = 1, 3000 do c[i] = n:at_least "9个" end
local big = all_of(c)
local t = { ("示"):rep(2900) .. "9个", big }
for i = 1, 1e9 do target(t) target(t) target(t) end
--- long quotes without the bounds of a check | load: load/instructions/memory
local c = {}
for i = 1, 3000 do c[i] = expected.sites:at_least "9个" end
local big = all_of(c)
local t = { ("８"):rep(2900), big }
for i = 1, 1e9 do pcall(target, t) end
--- texts that are not quoted, with long reasons | load: load/instructions/memory
local t = { because = ("理"):rep(2900) }
for i = 1, 60 do t[i] = ("指"):rep(2900) end
for i = 1, 1e9 do uncovered(t) end
--- labels of sums that grow | load: load/instructions/memory
local n = compute(("名"):rep(90), { expected.sites }, function(x) return x end)
for i = 1, 1e9 do local s = n + n local u = s + s local v = u + s end
--- labels of functions that are long | load: load/instructions/memory
local label = ("名"):rep(290)
for i = 1, 1e9 do judge(label, { expected.sites }, error) end
--- a function with thousands of operands | load: load/instructions/memory
local t = {}
for i = 1, 9000 do t[i] = expected.sites end
for i = 1, 1e9 do judge("检查", t, error) end
--- a check of thousands of parts, again and again | load: load/instructions/memory
local c = {}
for i = 1, 9000 do c[i] = applicant.kind:is "enterprise" end
for i = 1, 1e9 do all_of(c) end
--- grades of thousands of parts, again and again | load: load/instructions/memory
local c = {}
for i = 1, 9000 do c[i] = applicant.kind:is "enterprise" end
for i = 1, 1e9 do share(c) end
--- arguments refused at their end, again and again | load: instructions/memory
local t = {}
for i = 1, 60000 do t[i] = i end
t[60001] = setmetatable({}, {})
while true do pcall(all_of, t) end
--- texts refused at their end, again and again | load: instructions/memory
local t, s = {}, ("字"):rep(30000)
for i = 1, 12 do t[i] = s end
while true do pcall(all_of, t) end
--- arguments that are not UTF-8, again and again | load: instructions/memory
local s = ("x"):rep(900000) .. "\xff"
while true do pcall(flag, s) end
--- arguments with a control character at their end, again and again | load: instructions/memory
local s = ("x"):rep(900000) .. "\27"
while true do pcall(flag, s) end
--- arguments that combine letters without end | load: instructions/memory
local s = "a" .. ("\u{0301}"):rep(300000)
while true do pcall(flag, s) end
--- keys of tables as arguments, again and again | load: instructions/memory
local t = {}
for i = 1, 30000 do t[i * 3 + 0.5] = i end
while true do pcall(all_of, t) end
--- named arguments in their thousands, again and again | load: instructions/memory
local t = {}
for i = 1, 20000 do t["name" .. i] = i end
while true do pcall(all_of, t) end
--- indexes far apart as arguments, again and again | load: instructions/memory
local t = {}
for i = 1, 20000 do t[i * 7] = i end
while true do pcall(all_of, t) end
--- a global name of a megabyte | load: load/instructions/memory | function: runtime/instructions
local name = ("x"):rep(900000)
local x = _ENV[name]
--- unknown names of a megabyte, again and again | load: instructions/memory
local name = ("x"):rep(300000)
while true do pcall(function() return _ENV[name] end) end
--- unknown names like known ones, again and again | load: instructions/memory
local i = 0
while true do i = i + 1 pcall(function() return _ENV["expectedd" .. i % 10] end) end
--- unknown members like known ones, again and again | load: instructions/memory
local g = {}
for i = 1, 1900 do g["field" .. i] = flag "旗" end
fields { many = g }
local i = 0
while true do i = i + 1 pcall(function() return many["fielf" .. i % 2000] end) end
--- unknown members of a megabyte, again and again | load: instructions/memory
local name = ("applicant"):rep(30000)
while true do pcall(function() return applicant[name] end) end
--- unknown options, again and again | load: instructions/memory
local t = { "条款" }
for i = 1, 900 do t["option" .. i] = i end
while true do pcall(target, t) end
--- unknown choices, again and again | load: instructions/memory
local v = {}
for i = 1, 1900 do v["value" .. i] = "选项" .. i end
fields { c = choice("选", v) }
while true do pcall(function() return c:is "valeu1" end) end
--- modules with long names, again and again | load: instructions/memory
local name = ("x"):rep(200000)
while true do pcall(require, name) end
--- modules with many parts in their names, again and again | load: instructions/memory
local name = ("x."):rep(20000) .. "x"
while true do pcall(require, name) end
--- a member of a node for every operation | load: instructions/memory/load
while true do pcall(function() return applicant + year end) pcall(function() return -applicant end) pcall(function() return applicant .. "x" end) end
--- nodes used by functions that are never called | load: load/instructions/memory
local t = {}
for i = 1, 1e9 do t[i % 100 + 1] = judge("检查", { applicant.kind, applicant.name, expected.sites, record }, function() return i end) end
