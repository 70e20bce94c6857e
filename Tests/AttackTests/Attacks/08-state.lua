--- a counter in an upvalue | answer: contract
local n = 0
local answer = function(sites) n = n + 1 return n == 1 end
--- a counter in an upvalue of an upvalue | answer: contract
local n = 0
local function count() n = n + 1 return n end
local answer = function(sites) return count() == 1 end
--- a counter in a table | answer: runtime
local t = { n = 0 }
local answer = function(sites) t.n = t.n + 1 return t.n == 1 end
--- a counter in a table in a table | answer: runtime
local t = { { { n = 0 } } }
local answer = function(sites) t[1][1].n = t[1][1].n + 1 return true end
--- a counter in a table by insert | answer: runtime
local t = {}
local answer = function(sites) table.insert(t, sites) return #t == 1 end
--- a counter in a table by sort | answer: runtime
local t = { 2, 1 }
local answer = function(sites) table.sort(t) return t[1] == 1 end
--- a counter in a key | answer: runtime
local key = { n = 0 }
local t = { [key] = true }
local answer = function(sites) key.n = key.n + 1 return true end
--- a counter in a metatable | answer: contract/runtime
local meta = { __index = { n = 0 } }
local t = setmetatable({}, meta)
local answer = function(sites) meta.__index.n = meta.__index.n + 1 return t.n == 1 end
--- a counter in a metamethod's upvalue | answer: contract
local n = 0
local t = setmetatable({}, { __index = function() n = n + 1 return n end })
local answer = function(sites) return t.x == 1 end
--- a counter in a closure made at load | answer: contract
local function counter() local n = 0 return function() n = n + 1 return n end end
local next_one = counter()
local answer = function(sites) return next_one() == 1 end
--- a counter behind pcall | answer: contract
local n = 0
local answer = function(sites) pcall(function() n = n + 1 error("x") end) return n == 1 end
--- a counter in a module | answer: runtime
local parts = require "parts"
local answer = function(sites) parts.n = (parts.n or 0) + 1 return parts.n == 1 end
--- a counter in a module that is required again | answer: runtime
require "parts"
local answer = function(sites) local parts = require "parts" parts.n = (parts.n or 0) + 1 return parts.n == 1 end
--- a counter in an upvalue of a module's function | answer: contract
local parts = require "parts"
local answer = function(sites) return parts.count() == 1 end
--- a counter in an argument | answer: well
local answer = function(sites, whole) whole.n = (whole.n or 0) + 1 whole.applicant.name = "x" return whole.n == 1 end
--- a counter in the environment | answer: runtime
local answer = function(sites) n = 1 return true end
--- a counter in a new environment | answer: runtime
local answer
do
  local _ENV = { n = 0 }
  answer = function(sites) n = n + 1 return n == 1 end
end
--- a variable that held the environment is assigned | answer: contract
local mine = _ENV
local answer = function(sites) mine = {} return true end
--- a variable that held a function is assigned | answer: contract
local f = function() return true end
local answer = function(sites) local old = f f = function() return false end return old() end
--- a node made while evaluating | answer: runtime
local answer = function(sites) return applicant.kind:is "enterprise" end
--- a clause made while evaluating | answer: runtime
local make = target
local answer = function(sites) make { "x" } return true end
--- memory is not kept | answer: well
local answer = function(sites) local t = {} for i = 1, 20000 do t[i] = { i } end return #t == 20000 end
--- a node kept in a table | answer: runtime
local t = { applicant.kind }
local answer = function(sites) return t[1]:is "enterprise" end
