--- a function of the library as a check | answer: runtime/contract
local answer = string.rep
--- error as a check | answer: runtime
local answer = error
--- error as a check with a text | program: runtime
direction { "1.1", target { "示范点", judge("检查", { applicant.name }, error), points = 1 } }
--- assert as a check | answer: runtime/contract
local answer = assert
--- assert as a check of a text | program: runtime/contract
direction { "1.1", target { "示范点", judge("检查", { title }, assert), points = 1 } }
--- pcall as a check | program: runtime/contract/well
direction { "1.1", target { "示范点", judge("检查", { expected.sites, record }, pcall), points = 1 } }
--- pairs as a check | answer: runtime/contract
local answer = pairs
--- require as a check | answer: runtime/contract
local answer = require
--- setmetatable as a check | answer: runtime/contract
local answer = setmetatable
--- table.sort as a check | answer: runtime/contract
local answer = table.sort
--- string.format as a check | answer: runtime/contract
local answer = string.format
--- tostring as a check | answer: runtime/contract
local answer = tostring
--- math.floor as a number | number: well/runtime/contract
local answer = math.floor
--- select as a number | number: well/runtime/contract
local answer = select
--- utf8.char as a number | number: runtime/contract
local answer = utf8.char
--- a word of the host as a check | answer: load/runtime
local answer = target
--- a table that can be called as a check | answer: load/runtime
local answer = setmetatable({}, { __call = function() return true end })
--- a method of a node as a check | answer: load/runtime
local answer = applicant.kind.is
--- a library function as an index function | load: runtime | function: runtime
local t = setmetatable({}, { __index = string.rep })
local x = t.x
--- error as an index function | load: runtime | function: runtime
local t = setmetatable({}, { __index = error })
local x = t["\27[31m"]
--- error as a length | load: runtime | function: runtime
local x = #setmetatable({}, { __len = error })
--- error as a tostring | load: runtime | function: runtime
tostring(setmetatable({}, { __tostring = error }))
--- error as an order | load: runtime | function: runtime
table.sort({ "b", "a" }, error)
--- a library function as an order | load: runtime/well | function: runtime/well
table.sort({ 2, 1 }, string.rep)
--- concat as arithmetic | load: runtime/well | function: runtime/well
local x = setmetatable({}, { __add = table.concat }) + 1
--- require as an equality | load: runtime/load | function: runtime
local same = setmetatable({}, { __eq = require }) == setmetatable({}, {})
--- the message of a callback within the sandbox's functions names no line of theirs | load: well | function: well
local said = {}
local function try(f, ...) local ok, what = pcall(f, ...) said[#said + 1] = tostring(what) end
try(table.sort, { 2, "x", {} })
try(table.sort, { 2, 1 }, error)
try(table.sort, { 2, 1 }, string.rep)
try(tostring, setmetatable({}, { __tostring = string.rep }))
try(table.concat, { {}, {} })
try(table.insert, nil, 1)
try(table.insert, { 1 }, "x", 2)
try(table.unpack, { 1 }, "x")
try(string.rep, "x", {})
try(string.rep, "x", 1, {})
try(string.byte, "x", {})
try(string.sub, "x", {})
try(string.find, "x", "x", {})
try(string.format, "%d", "x")
try(string.format, "%y", 1)
try(string.format, "%s")
try(string.char, "x")
try(utf8.codepoint, "x", {})
try(utf8.len, "x", {})
try(setmetatable, {}, { __gc = error })
try(pairs, nil)
try(ipairs, nil)
try(select, 0)
try(require, nil)
try(rawlen, 5)
try(math.floor, {})
try(math.tointeger, {})
try(tonumber, {}, 10)
try(error)
for _, text in ipairs(said) do
  for _, secret in ipairs { "keping", "format_", "lib_", "real", "merge", "[C]", "0x" } do
    if text:find(secret) then error("a message names what is within: " .. text, 0) end
  end
end
--- the message of an error in a metamethod of a sealed table | answer: well
local t = setmetatable({}, { __index = function(self, key) error("no " .. key) end })
local answer = function()
  local ok, what = pcall(function() return t.x end)
  return not ok and what:find("no x") ~= nil and what:find("keping") == nil and what:find("attack/program.lua:", 1) == 1
end
--- the messages of the seal name no line of the sandbox | answer: well
local t, u = { 1 }, setmetatable({}, { __newindex = function() end })
local answer = function()
  local function said(f) local ok, what = pcall(f) return tostring(what) end
  for _, text in ipairs {
    said(function() t.x = 1 end), said(function() table.insert(t, 1) end), said(function() string.x = 1 end), said(function() x = 1 end),
    said(function() setmetatable(t, {}) end), said(function() return string.x end), said(function() return nosuchname end),
  } do
    if text:find("keping") then error(text, 0) end
  end
  return true
end
--- a message with a line of the sandbox | load: runtime | function: runtime
error("[keping]:12: forged", 0)
--- a message like a path of the host | load: runtime | function: runtime
error("/etc/passwd:1: forged", 0)
--- an error far out of the plugin | load: runtime | function: runtime
pcall(error) error("x", 3)
--- an error at the level of the sandbox's pcall | load: runtime | function: runtime
local ok, what = pcall(pcall, error, "x", 2)
error(tostring(what), 2)
--- an error with a level that is a fraction | load: runtime | function: runtime
error("x", 1.5)
--- the stack of C overflows | load: runtime | function: runtime
local t = setmetatable({}, {})
local function f(n) return tostring(setmetatable({}, { __tostring = function() return f(n + 1) end, __index = f })) .. setmetatable({}, { __index = f }).x end
local g
g = function() return setmetatable({}, { __index = function() return g() end }).x end
g()
--- an error whose message is a number | load: runtime | function: runtime
error(12345, 0)
--- an error whose message is a large number | load: runtime | function: runtime
error(-1.7976931348623157e308)
--- an error whose message is an empty text | load: runtime | function: runtime
error("", 0)
--- an error with a name of a million letters | load: runtime/instructions | function: runtime/instructions
local t = {}
local x = t[("x"):rep(250000)].y.z
--- an error in a function with a long name | load: runtime | function: runtime
local names = setmetatable({}, { __index = function(_, key) return function() error("x") end end })
names["a" .. ("é"):rep(2000)]()
--- a message that ends in the middle of a letter | load: runtime | function: runtime
error(("x"):rep(4095) .. "中", 0)
--- an error in the module | load: runtime | function: runtime
local parts = require "parts"
error("in " .. type(parts), 0)
--- an error in the module that a function requires | answer: runtime
local parts = require "parts"
local answer = function() parts.count(parts) return parts.missing.name end
