--- a year that is the largest integer | load: load/runtime
local x = applicant.rdExpense[math.maxinteger]
--- a year before the first | load: load/runtime
local x = applicant.rdExpense[-1]
--- a year with five digits | load: load/runtime
local x = applicant.rdExpense[10000]
--- a year that is a large float | load: load/runtime
local x = applicant.rdExpense[2^62]
--- a year that is a large negative float | load: load/runtime
local x = applicant.rdExpense[-2^62]
--- a year of more than 32 bits as a float | load: load/runtime
local x = applicant.rdExpense[2^31]
--- a year that is not a number | load: load/runtime
local x = applicant.rdExpense[0/0]
--- a year without end | load: load/runtime
local x = applicant.rdExpense[-math.huge]
--- a year of more than 32 bits in a clause | program: load/runtime
direction { "1.1", target { "研发", applicant.rdExpense[2^31 + 2023]:at_least("1元", "x"), points = 1 } }
--- a negative year in a function's operands | program: load/runtime
direction { "1.1", target { "研发", judge("检查", { applicant.rdExpense[-2023.0] }, function() return true end), points = 1 } }
--- a year below zero that is compared | program: load/runtime
local odd, usual = applicant.rdExpense[-2^40], applicant.rdExpense[2023]
direction { "1.1", target { "研发", usual:more_than(odd), points = 1 } }
--- a limit of more than an integer has | program: load/runtime
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 1 }, limit { "限报", "9223372036854775808项" } }
--- a limit of 300 digits | program: load/runtime
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 1 }, limit { "限报", ("9"):rep(250) .. "项" } }
--- a limit below zero | program: load/runtime
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 1 }, limit { "限报", "-1项" } }
--- a bound of 290 digits | program: load/runtime/well
direction { "1.1", target { "示范点", expected.sites:less_than(("9"):rep(290) .. "个", "x"), points = 1 } }
--- a bound of 10,000 digits | load: load/runtime
local x = expected.sites:at_least(("9"):rep(10000) .. "个", "x")
--- points without end | load: load/runtime
target { "企业", applicant.kind:is "enterprise", points = math.huge }
--- points that are not a number | load: load/runtime
target { "企业", applicant.kind:is "enterprise", points = 0/0 }
--- points of the largest integer | load: load/runtime
target { "企业", applicant.kind:is "enterprise", points = math.maxinteger }
--- points too small to count | program: load/runtime/well
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 5e-324 } }
--- points that differ by all that numbers can | program: load/runtime/well
direction { "1.1",
  target { "企业", applicant.kind:is "enterprise", points = 5e-324 },
  condition { "示范点", judge("检查", { expected.sites }, function() return true end), points = 1000000 },
}
--- a grade of the largest number | program: load/runtime/contract/well
local grade = compute("评分", { expected.sites }, function() return 1.7976931348623157e308 end)
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 100, grade = grade } }
--- a grade of less than nothing | program: load/runtime/contract/well
local grade = compute("评分", { expected.sites }, function() return -2^63 end)
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 100, grade = grade } }
--- a grade of the least integer | program: load/runtime/contract/well
local grade = compute("评分", { expected.sites }, function() return math.mininteger end)
direction { "1.1", target { "企业", applicant.kind:is "enterprise", points = 100, grade = grade } }
--- the largest number | number: well/contract
local answer = function() return 1.7976931348623157e308 end
--- the least number | number: well/contract
local answer = function() return -1.7976931348623157e308 end
--- the first integer that is not a float | number: well/contract
local answer = function() return 9007199254740993 end
--- the largest integer | number: well/contract
local answer = function() return math.maxinteger end
--- a number below 2^-1000 | number: well/contract
local answer = function() return 2^-1010 end
--- a sum beyond all numbers | program: load/runtime/contract/well
local n = compute("数", { expected.sites }, function() return 1.7e308 end)
local m = n + n + n
direction { "1.1", target { "数", any_of { m:at_least("1个", "x"), m:less_than("1个", "x") }, points = 1 } }
--- a sum of opposite numbers beyond all numbers | program: load/runtime/contract/well
local n = compute("数", { expected.sites }, function() return 1.7e308 end)
local m = compute("负", { expected.sites }, function() return -1.7e308 end)
local s = total_of { n, n, m, m }
direction { "1.1", target { "数", any_of { s:at_least("1个", "x"), s:less_than("1个", "x") }, points = 1 } }
--- a number passed on to a function | program: contract/well
local n = compute("数", { expected.sites }, function() return -2^63 end)
local judged = judge("检查", { n }, function(x) return x < 0 end)
direction { "1.1", target { "数", judged, points = 1 } }
--- the largest number passed on to a function | program: contract/well
local n = compute("数", { expected.sites }, function() return 1.7976931348623157e308 end)
local judged = judge("检查", { n, n + n }, function(x, y) return x > 0 and y > 0 end)
direction { "1.1", target { "数", judged, points = 1 } }
--- a character of more than 31 bits | load: runtime | function: runtime
utf8.char(2^31)
--- a byte out of range | load: runtime | function: runtime
string.char(2^40)
--- a base out of range | load: runtime | function: runtime
tonumber("1", math.maxinteger)
--- a base below zero | load: runtime | function: runtime
tonumber("1", -36)
--- a position far before a text | load: well | function: well
if ("abc"):sub(math.mininteger, math.maxinteger) ~= "abc" then error("wrong") end
if ("abc"):byte(math.maxinteger) ~= nil then error("wrong") end
--- a search that starts far behind a text | load: well/runtime | function: well/runtime
if ("abc"):find("b", math.maxinteger) then error("found") end
if not ("abc"):find("b", math.mininteger) then error("not found") end
--- arguments from far behind | load: runtime | function: runtime
select(math.mininteger, 1, 2, 3)
--- arguments from far ahead | load: well | function: well
if select(math.maxinteger, 1, 2, 3) ~= nil then error("wrong") end
--- divisions of the least integer | load: well | function: well
local least = math.mininteger
if least // -1 ~= least or least % -1 ~= 0 or -least ~= least or math.abs(least) ~= least then error("wrong") end
if math.fmod(least, -1) ~= 0 or 1 << 64 ~= 0 or 1 >> math.mininteger ~= 0 then error("wrong") end
--- a division by zero | load: runtime | function: runtime
local x = 1 // 0
--- a remainder of zero | load: runtime | function: runtime
local x = math.mininteger % 0
--- a fraction where an integer is due | load: runtime | function: runtime
string.format("%d", 2^63)
--- a code point of no place | load: runtime | function: runtime
utf8.codepoint("abc", math.maxinteger)
--- a table's key that is not a number | load: runtime | function: runtime
local t = {}
t[0/0] = 1
--- a loop over the largest integers ends | load: well | function: well
local n = 0
for i = math.maxinteger - 2, math.maxinteger do n = n + 1 end
for i = math.mininteger + 2, math.mininteger, -1 do n = n + 1 end
if n ~= 6 then error("wrong") end
--- unpack around the largest integers | load: well/runtime | function: well/runtime
if select("#", table.unpack({}, math.maxinteger - 1, math.maxinteger)) ~= 2 then error("wrong") end
--- insert at the least integer | load: runtime | function: runtime
table.insert({ 1 }, math.mininteger, 2)
