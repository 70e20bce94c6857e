--- nothing | answer: contract
local answer = function() end
--- a text | answer: contract
local answer = function() return "true" end
--- a number | answer: contract
local answer = function() return 1 end
--- a table | answer: contract
local answer = function() return { true } end
--- a table that contains itself | answer: contract
local answer = function() local t = {} t[1] = t return t end
--- a table nested without end | answer: contract/instructions/memory
local answer = function() local t = {} for i = 1, 100000 do t = { t } end return t end
--- a table of a million | answer: contract/instructions/memory
local answer = function() local t = {} for i = 1, 1000000 do t[i] = i end return t end
--- a long text | answer: contract/instructions
local answer = function() return ("x"):rep(2000000) end
--- the same long text a thousand times | answer: contract/instructions
local answer = function() local s, t = ("x"):rep(10000), {} for i = 1, 1000 do t[i] = s end return t end
--- a table with a metatable | answer: contract
local answer = function() return setmetatable({}, { __index = function() while true do end end, __len = function() while true do end end }) end
--- a function | answer: contract
local answer = function() return function() end end
--- a node | answer: contract
local node = applicant.kind
local answer = function() return node end
--- a text that is not UTF-8 | answer: contract
local answer = function() return "\xff\xfe" end
--- a table with a key that is not UTF-8 | answer: contract
local answer = function() return { ["\xff"] = 1 } end
--- many values | answer: well
local answer = function() return true, {}, error, "x" end
--- nil and then true | answer: contract
local answer = function() return nil, true end
--- not a number | number: contract
local answer = function() return 0 / 0 end
--- infinity | number: contract
local answer = function() return math.huge end
--- less than nothing | number: well
local answer = function() return -math.maxinteger end
--- 2^63 | number: well
local answer = function() return 2^63 end
--- the smallest whole number | number: well
local answer = function() return math.mininteger end
--- a number too small to count | number: well
local answer = function() return 5e-324 end
--- minus zero | number: well
local answer = function() return -0.0 end
--- a text that is a number | number: contract
local answer = function() return "5" end
--- true for a number | number: contract
local answer = function() return true end
