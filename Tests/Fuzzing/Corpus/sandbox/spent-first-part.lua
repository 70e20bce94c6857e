local kept = {}
local function keep(node) if type(node) == "userdata" then kept[#kept + 1] = node end return node end
local function attempt(make, other)
local ok, made = pcall(make)
if ok then return made end
return other
end
local v1 = attempt(function() return year end, "")
local v4 = attempt(function() return { { n = 0 }, { pairs({ ["\xff"] = { [2] = math.modf, [2^53] = math.ult }, select("#", v1, math.max), ["__index"] = { n = (v1 .. 3), [2] = string.format("%p", -(#("\u{10FFFF}")), "") }, n = pcall(function(v2, v3)
end, { k2 = false, function() end, [1.5] = tostring(not (-(0xffffffffffffffff) <= (8 | 8))), [2] = ((((2147483648 - (2^31 + ((nil) and 7 or 60))) > #({ [2^63] = math.tointeger, next = 1e308 }))) and 5 or 5) }) }) }, f = utf8.char } end, {})
local checks = {}
fields {
expected = {
sites = count "示范点", benefit = money "效益", flags = { a = flag "旗" }, kind = choice("类", { a = "甲", b = "乙" }),
},
}
pcall(function()
end)
direction { "9.1",
attempt(function() return criterion { "投入", points = 3, grade = keep(compute("检查54", { title, expected.sites, record }, function(title, n, r)
if ((v1 .. n) ~= type(table.pack())) then do local t = {} for i = 1, 883 do t[i] = { (function() local c = 1.5 return function() c = c + 1 return c end end)(), t } end end end
if title ~= "ok" then
for v5 = 1, 7 do
end
if (n > ((rawlen({ 1, 2, 3 }) / ((n * #((title .. n))) / n)) - n)) then
end
end
return 0.5
end)) } end, {}),
attempt(function() return criterion { "投入", points = 3, grade = keep(compute("", { title, expected.sites, record }, function(title, n, r)
pcall(function() do local x = (function()
end)(string.byte(table.concat(setmetatable(v4, { __index = (function() local c = 2 return function() c = c + 1 return c end end)() }), ",", string.byte(title, math.max(n, n)), n), ((string.find(v1, v1) or 0) // n))) end end)
for v9 = 1, 4 do
pcall(function() do local x = (function()
do local left = 5 ::top8:: left = left - 1
local v13 = function(v10, v11, v12)
end
if left > 0 then goto top8 end end
end)(v8, 7) end end)
end
end)) } end, {}),
attempt(function() return target { "要求", keep(leave_open(keep((keep(applicant.rdExpense[year - 2])):less_than(keep(compute("\27[31m", { title, expected.sites, record }, function(title, n, r)
do local left = 81 for v14, v15 in function() end do left = left - 1 if left < 0 then break end
end end
end)))), "由评审人员认定")) } end, {}),
attempt(function() return principle { "要求", keep(any_of { keep(judge("检查10", { title, expected.sites, record, expected.benefit }, error)), keep(any_of { keep(partners:any("单位", { kind = "none" })), keep(all_of { keep(applicant.industryLeader), keep(judge("检查30", { title, expected.sites, record, applicant.rdExpense[year - 1] }, function(title, n, r, m)
pcall(function() do local t = v4 t[(title):rep(1316 // 10)] = function(v17, v18)
if false then
end
end end end)
end)) }), keep(units:any("企业", { kind = "enterprise" })) }), keep(budget.total:given()) }), keep(applicant.region:within("4510", "百色市")), points = 5 } end, {}),
}
for _, node in ipairs(kept) do pcall(leave_open, node) end
local function attempt(make, other)
end
