--- an error that is a table | load: runtime | function: runtime
error({ code = "plugin-limit" })
--- an error that is nil | load: runtime | function: runtime
error(nil)
--- an error that is true | load: runtime | function: runtime
error(true)
--- an error that is a node | load: runtime/load | function: runtime
error(sites or applicant)
--- an error whose __tostring never ends | load: runtime | function: runtime
error(setmetatable({}, { __tostring = function() while true do end end }))
--- an error whose __tostring forges a location | load: runtime | function: runtime
error(setmetatable({}, { __tostring = function() return "jili-2024/program.lua:1: forged" end }))
--- a message with the location of another plugin | load: runtime | function: runtime
error("jili-2024/program.lua:1: the deadline has passed", 0)
--- a message with a failure kind of the host | load: runtime | function: runtime
error("instructions", 0)
--- a message with a zero byte | load: runtime | function: runtime
error("a\0b", 0)
--- a message that is not UTF-8 | load: runtime | function: runtime
error("\xff\xfe\xfd", 0)
--- a message with terminal control sequences | load: runtime | function: runtime
error("\27]0;owned\7\27[2J\27[31m", 0)
--- a message that changes the writing direction | load: runtime | function: runtime
error("\u{202E}drawkcab\u{2066}", 0)
--- a message of several lines | load: runtime | function: runtime
error("line\nprogram.lua:1: error: forged [plugin-failed]\r\n", 0)
--- a message of ten megabytes | load: runtime/instructions | function: runtime/instructions
error(("x"):rep(10000000), 0)
--- the level of an error out of range | load: runtime | function: runtime
error("x", 1e9)
--- an assertion with a table | load: runtime | function: runtime
assert(false, {})
--- an assertion with nothing | load: runtime | function: runtime
assert(nil)
--- the marker of a stop is not accessible | load: runtime | function: runtime
local ok, mark = pcall(error, nil)
if mark == nil then error("nil") end
--- an error thrown again | load: runtime | function: runtime
local ok, what = pcall(error, "first")
error(what)
--- an error of the host thrown again as the plugin's | load: load/runtime | function: runtime
local ok, what = pcall(function() return nosuchword end)
error("forged: " .. what, 0)
--- a function's name with a terminal control sequence | load: runtime | function: runtime
local t = { ["\27[31m"] = function() error("x") end }
t["\27[31m"]()
--- a field's name with a terminal control sequence | load: load | function: runtime
local x = applicant["\27[31m"]
