--- rep | load: instructions | function: instructions
string.rep("x", 1e9)
--- rep of the largest number | load: instructions | function: instructions
string.rep("x", math.maxinteger)
--- rep with a separator | load: instructions | function: instructions
string.rep("", 1e9, "ab")
--- rep of nothing | load: instructions | function: instructions
string.rep("", 1e12)
--- rep in a loop of moderate ones | load: instructions | function: instructions
while true do local s = ("x"):rep(100000) end
--- format with a width | load: runtime | function: runtime
string.format("%1000000000d", 1)
--- format with a long text | load: instructions | function: instructions
local s = ("x"):rep(200000)
while true do string.format("%s%s%s", s, s, s) end
--- format with a long precision | load: runtime | function: runtime
string.format("%.999999999f", 1)
--- format of the longest number | load: well | function: well
if #string.format("%.99f", 1.7e308) < 300 then error("cut") end
--- format with a quoted text | load: instructions | function: instructions
local s = ("\0"):rep(200000)
while true do string.format("%q", s) end
--- format with an address | load: runtime | function: runtime
string.format("%p", {})
--- plain find on a long subject | load: instructions | function: instructions
local s = ("a"):rep(500000)
local part = ("a"):rep(2000) .. "b"
while true do s:find(part) end
--- find takes no pattern | load: well | function: well
if ("aaa"):find("a-b") then error("a pattern") end
--- match | load: runtime | function: runtime
(("a"):rep(30) .. "b"):match(("a?"):rep(30) .. ("a"):rep(30))
--- gsub | load: runtime | function: runtime
("x"):gsub(".", "y")
--- gmatch | load: runtime | function: runtime
("x"):gmatch(".")
--- comparing long texts | load: instructions | function: instructions
local a, b = ("a"):rep(3000000) .. "b", ("a"):rep(3000000) .. "c"
while true do local less = a < b end
--- comparing long texts made at load | answer: instructions
local a, b = ("a"):rep(500000) .. "b", ("a"):rep(500000) .. "c"
local answer = function() while true do local less = a < b end end
--- equality of long texts | load: instructions | function: instructions
local a, b = ("a"):rep(3000000) .. "b", ("a"):rep(3000000) .. "b"
while true do local same = a == b end
--- comparing texts of middling length | load: instructions | function: instructions
local a, b = ("a"):rep(50000) .. "b", ("a"):rep(50000) .. "c"
while true do local less = a < b end
--- numbers in long texts | load: instructions | function: instructions
local s = ("0"):rep(900000) .. "1"
while true do local n = s + 1 end
--- tonumber of long texts | load: instructions | function: instructions
local s = "0x" .. ("f"):rep(900000)
while true do tonumber(s) end
--- a loop's bound that is a long text | load: instructions/runtime | function: instructions/runtime
local s = ("0"):rep(900000) .. "1"
while true do for i = 1.0, s do break end end
--- unpack of more than a call can take | load: runtime | function: runtime
table.unpack({}, 1, 1e8)
--- unpack of the largest numbers | load: runtime | function: runtime
table.unpack({}, math.mininteger, math.maxinteger)
--- concat beyond the list | load: runtime | function: runtime
table.concat({}, "x", 1, 1e9)
--- concat from the largest numbers | load: runtime | function: runtime
table.concat({ 1 }, "", math.maxinteger - 1, math.maxinteger)
--- insert at a far position | load: runtime | function: runtime
table.insert({}, 1e15, 1)
--- remove at a far position | load: runtime | function: runtime
table.remove({}, 1e15)
--- table.move | load: runtime | function: runtime
table.move({}, 1, math.maxinteger, 2)
--- an inconsistent order | load: well | function: well
local t = {}
for i = 1, 500 do t[i] = i * 7919 % 503 end
table.sort(t, function(a, b) return true end)
table.sort(t, function(a, b) return a ~= b end)
local flip = false
table.sort(t, function() flip = not flip return flip end)
--- an order that changes what is sorted | load: runtime/well | function: runtime/well
local t = { 5, 4, 3, 2, 1 }
table.sort(t, function(a, b) for i = 1, 5 do t[i] = nil end return (a or 0) < (b or 0) end)
--- an order that fails | load: runtime | function: runtime
table.sort({ 1, "a", {} })
--- utf8.len of a long text | load: instructions | function: instructions
local s = ("é"):rep(500000)
while true do utf8.len(s) end
--- utf8.char with many | load: runtime | function: runtime
utf8.char(-1)
--- utf8 patterns and codes | load: runtime | function: runtime
for _ in utf8.codes("abc") do end
--- string.byte of a long text | load: instructions/runtime | function: instructions/runtime
local s = ("x"):rep(900000)
while true do s:byte(1, -1) end
--- reverse and upper of a long text | load: instructions | function: instructions
local s = ("x"):rep(900000)
while true do s:reverse():upper() end
--- many arguments | load: instructions/runtime/memory | function: instructions/runtime/memory
local function more(n, ...) if n == 0 then while true do local _ = select("#", ...) end end return more(n - 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, ...) end
more(12000)
--- string.pack | load: runtime | function: runtime
string.pack("i1000000", 1)
