local kept = {}
local function keep(node) if type(node) == "userdata" then kept[#kept + 1] = node end return node end
local function attempt(make, other)
local ok, made = pcall(make)
if ok then return made end
return other
end
local parts = require "parts"
local v1 = attempt(function() return 5 end, 0)
local v2 = attempt(function() return {  } end, {})
local v3 = attempt(function() return -0.0 end, 0)
pcall(function() pcall(function() do local g local function f(n) return n > 0 and 1 + g(n - 1) or 0 end function g(n) return 1 + f(n) end local c = (f)(35) end end) end)
pcall(function() pcall(function() do local t = v2 t[("\u{10FFFF}"):lower()] = tonumber end end) end)
pcall(function() pcall(function() do local t = v2 t[("\r\n"):reverse()] = ((({ ["x"] = table.unpack, { nil, nil, { {}, ("ok" <= tostring(("1个"):rep(957 // 10))), (utf8.len("\r\n") > (math.mininteger % ((262143 >> v1) + (string.find("ok", ("0x10"):rep(14 // 10)) or 0)))), v1, function(v4, v5)
return nil, nil
end, pcall(function()
pcall(function() for v6 = 1, 8 do
pcall(function() pcall(function() do local function f(n) if n <= 0 then return 0 end return select(2, pcall(f, n - 1)) end local c = f(34) end end) end)
pcall(function() pcall(function() do local t = v2 t[v6] = { 1, nil, 3, nil } end end) end)
pcall(function() pcall(function()
pcall(function() do local s = "" for i = 1, 47 do s = s .. "\xff" end end end)
pcall(function() do local t = v2 t["ok"] = "[keping" end end)
pcall(function() pcall(function() do local t = v2 t[v2] = v3 end end) end)
end) end)
end end)
return v2
end, (string.rep(("10" .. "\u{200B}"), v3, "\xed\xa0\x80") < tostring(((v1 - select("#", 250, false, "1个", pairs)) / 250)))) }, nil, nil, nil }, [1.5] = "a\0b", [2] = true })["\u{10FFFF}"] or year) / v1) end end) end)
local checks = {}
fields {
expected = {
sites = count "示范点", benefit = money "效益", flags = { a = flag "旗" }, kind = choice("类", { a = "甲", b = "乙" }),
ip = tally("知识产权", { a = "甲类", b = "乙类" }, { filed = "申请", granted = "授权" }), standards = tally("标准", { x = "某标准", y = "别的标准" }),
items = list("清单", { a = flag "旗", n = count "数" }),
},
topics = texts("类别", { a = "甲", b = "乙" }, "none"),
}
pcall(function() keep((money)((function() local t = {} t[1] = t return t end)(), applicant.kind, ("长"):rep(24), record)) end)
pcall(function() keep((list)(expected.sites, expected.sites, expected.sites, expected.sites)) end)
pcall(function() keep((list)({ a = "甲", b = "乙" })) end)
pcall(function() keep((open_choice)()) end)
pcall(function() keep((priority)(expected.sites, v2)) end)
pcall(function() keep((flag)({ "示范1个以上", keep(expected.sites:at_least "1个"), points = v3 }, applicant.kind, { expected.sites, (5 / math.sqrt(#(tostring(v2)))) })) end)
pcall(function() keep((negate)((function() local t = {} t[1] = t return t end)())) end)
direction { "9.1",
target { "示范点1个以上", expected.sites:at_least "1个", points = 10, full = "3个" },
attempt(function() return priority { "要求", keep(judge("检查85", { title, expected.sites, record, applicant.rdExpense[year - 1] }, function(title, n, r, m)
local v7 = r
return true
end)) } end, {}),
attempt(function() return condition { "要求", applicant.kind:is "enterprise", points = 5, grade = keep(compute("", { title, expected.sites, record, partners:count() }, function(title, n, r, m)
pcall(function() do local s = "x" for i = 1, 3 do s = s .. s end end end)
return 1
end)) } end, {}),
attempt(function() return condition { "要求", keep(all_of { keep((function() local c = keep(expected.items:any("清单", { a = false })) for i = 1, 12 do c = all_of { c, applicant.highTech } end return c end)()), keep(partners:none()) }) } end, {}),
#checks > 0 and condition { "其他", all_of(checks) } or {},
}
for _, node in ipairs(kept) do pcall(leave_open, node) end

--@ parts.lua
local kept = {}
local function keep(node) if type(node) == "userdata" then kept[#kept + 1] = node end return node end
local function attempt(make, other)
local ok, made = pcall(make)
if ok then return made end
return other
end
local v1 = attempt(function() return function()
return 2147483647
end end, tostring)
return { v1 = v1 }
