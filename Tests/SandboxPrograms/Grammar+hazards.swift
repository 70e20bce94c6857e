/// Statements that did harm in some sandbox: large, deep or recursive, or with side effects that must not last.
extension Grammar {
  static let hugeTables = #"""
    # hazard
    8 local t = {} for i = 1, «size» do t[«key:i»] = i end
    3 local t = {} for i = 1, «size» do t[«key:i»] = i end for i = 1, «size» do t[«key:i»] = nil end for k, v in pairs(t) do end
    3 local t = {} for i = 1, «size» do t[«key:i»] = i end for k in pairs(t) do t[k] = nil end
    2 local t = {} for i = 1, «size» do t[«key:i»] = i end local c = 0 for i = 1, «size» do c = t[«key:i»] or c end
    2 local t = {} for i = 1, «size» do t[i] = { «value», t } end
    2 local t = {} for i = 1, «small» do for j = 1, «size» do t[i] = t[i] or {} t[i][«key:j»] = j end end
    2 local t = {} for i = «size», 1, -1 do t[i] = i end for i = 1, #t, 3 do t[i] = nil end local c = #t «show:c»
    2 local t = {} for i = 1, «size» do t[i] = i * 7919 % 1013 end table.sort(t«order»)
    1 local t = {} for i = 1, «size» do table.insert(t, 1, i) end
    1 local t = {} for i = 1, «size» do t[#t + 1] = i table.remove(t, 1) end
    2 local t = {} t[«number»] = 1 t[«number»] = 2 local c = #t for k, v in pairs(t) do c = k end «show:c»
    1 local t = { 1, 2, 3, 4, 5, 6, 7, 8, table.unpack({}, 1, «between:1,260») }
    # order
    1 «pick:¦, function(a, b) return a > b end¦, function() return true end¦, function(a, b) return tostring(a) < tostring(b) end»
    """#

  static let longTexts = #"""
    # hazard
    4 local t = {} for i = 1, «size» do t[«pick:i¦i % 7¦1»] = "«pick:s¦键¦»" .. i end
    3 local s = "x" for i = 1, «between:1,24» do s = s .. s end
    2 local s = "" for i = 1, «size» do s = s .. "«pick:x¦长¦\xff»" end
    3 local s = («text»):rep(«size») local c = s «pick:<¦==¦<=¦..» s .. "x"
    2 local s = ("a"):rep(«size») for i = 1, «small» do local c = s:find(("a"):rep(«small») .. "b") end
    2 local s = ("9"):rep(«size») for i = 1, «small» do local c = tonumber(s) end
    2 local s = ("x"):rep(«size») for i = 1, «small» do local c = string.format("%s%q", s, s) end
    2 local s = ("x"):rep(«size») local t = {} for i = 1, «size» do t[i] = s:sub(i, i + «pick:10¦39¦40¦41¦300») end
    2 local t = {} for i = 1, «size» do t[i] = ("x"):rep(«small») .. i end local s = table.concat(t, ",")
    3 local t, piece = {}, ("x"):rep(«pick:1000¦10000¦60000») for i = 1, «small» * 6 do t[i] = piece .. i end
    1 local s = utf8.char(«pick:0x4e2d¦0x10ffff»):rep(«size») local c = utf8.len(s) c = utf8.codepoint(s, 1)
    """#

  static let deepCalls = #"""
    # hazard
    6 local function f(n) if n <= 0 then return 0 end return 1 + f(n - 1) end local c = «try:f¦«size»»
    3 local function f(n) if n <= 0 then return 0 end return f(n - 1) end local c = f(«size»)
    3 local function f(n, ...) if n <= 0 then return ... end return f(n - 1, n, ...) end local c = «try:f¦«size»»
    2 local g local function f(n) return n > 0 and 1 + g(n - 1) or 0 end function g(n) return 1 + f(n) end local c = «try:f¦«size»»
    3 local function f(n) if n <= 0 then return 0 end return select(2, pcall(f, n - 1)) end local c = f(«size»)
    2 local n = 0 local function f() n = n + 1 return n > «size» and "x" or tostring(setmetatable({}, { __tostring = f })) end local c = «try:f¦1»
    2 local n = 0 local function f(a, b) n = n + 1 if n < «size» then table.sort({ 3, 1, 2 }, f) end return a < b end local c = «try:f¦1, 2»
    2 local n, m = 0, {} m.__index = function(t, k) n = n + 1 return n > «size» and n or setmetatable({}, m)[k] end local c = «try:function() return setmetatable({}, m).x end¦»
    2 local m = {} for _, k in ipairs { "__add", "__unm", "__lt", "__eq", "__len", "__call", "__index", "__band" } do m[k] = function(a, b) return «pick:a + b¦-a¦a < b¦a == b¦#a¦a()¦a.x¦a & 1» end end local c = «try:function(a, b) return a «pick:+¦<¦==¦&» b end¦setmetatable({}, m), setmetatable({}, m)»
    2 local function f(n) return string.format("%s", setmetatable({}, { __tostring = function() return n > 0 and f(n - 1) or "x" end })) end local c = «try:f¦«size»»
    2 local f = function(...) return select("#", ...) end local c = f(table.unpack({}, 1, «between:1,260»))
    2 local f = function(x) return x end for i = 1, «size» do local g = f f = function(x) return g(x) end end local c = «try:f¦1»
    2 for i = 1, «size» do pcall(error, «value») end
    2 for i = 1, «small» do pcall(pcall, «function», «value») end
    2 local t = {} for i = 1, «size» do local a, b = i, t t[i] = function() a = a + 1 return a, b end end
    1 local c = «times:1,150,(»1«closing:)»
    1 local c = «times:1,150,{»1«closing:}»
    1 local c = «times:1,150,- »1
    1 local c = «times:1,150,"a" .. »"b"
    1 «times:1,150,if true then »local c = 1 «closing:end »
    1 local c = «times:1,150,function() return »1«closing: end»
    1 local c = {} c = c«times:1,300,.x»
    """#

  static let chains = #"""
    # hazard
    4 local t = {} for i = 1, «size» do t = setmetatable({}, { __index = t }) end for i = 1, «size» do local c = t.missing end
    2 local t = {} for i = 1, «size» do t = setmetatable({}, { __newindex = t }) end for i = 1, «small» do t[i] = i end
    4 local t = {} setmetatable(t, { __call = «pick:t¦setmetatable({}, { __call = t })¦function(self, n) return n and n > 0 and self(n - 1) or 0 end» }) local c = «try:t¦«size»»
    2 local t = function() return 1 end for i = 1, «size» do t = setmetatable({}, { __call = t }) end local c = «try:t¦»
    2 local t = {} setmetatable(t, { __index = t, __newindex = t }) local c = «try:function() t.x = 1 return t.y end¦»
    2 local t = {} for i = 1, «size» do t = { t } end local c = tostring(t)
    1 local t = {} t[1], t.x, t[t] = t, t, t for k, v in pairs(t) do end
    2 local a, b = setmetatable({}, { __eq = function() return true end }), setmetatable({}, { __eq = «function» }) for i = 1, «size» do local c = a == b end
    2 local t = { [{}] = 1, [{}] = 2, [tostring] = 3, [1.5] = 4, [true] = 5 } local c = «try:function() local n = 0 for k, v in pairs(t) do n = n * 10 + v end return n end¦»
    2 local t = { «list:2,6» } t[«pick:{}¦function() end¦t¦pairs»] = 1 t[{}] = 2 local c = «try:function() for k, v in pairs(t) do error(tostring(k) .. tostring(v), 0) end end¦»
    """#

  /// Uses of variables, above all of those that were made at load.
  static let uses = #"""
    # hazard
    6 local ok, c = pcall(«var:function», «value») «show:c»
    3 local c = «var:function» c = c() «show:c»
    5 local t = «var:table» local ok, c = pcall(function() return t[«key»] end) «show:c»
    4 local t = «var:table» local ok, c = pcall(function() «change» return #t end) «show:c»
    3 local t, c = «var:table», 0 for k, v in pairs(t) do c = c + 1 if type(v) == "function" then pcall(v, k) end end «show:c»
    2 local ok, c = pcall(function() return require(«pick:"parts"¦"program"¦"missing"¦"a.b"¦«value»») end) «show:type(c)»
    2 local ok, c = pcall(function() return «pick:applicant¦record¦units¦settings¦expected.sites¦judge¦all_of¦nosuch¦year» end) «show:c»
    2 local ok, c = pcall(«builtin», «value», «value», «value») «show:c»
    # change
    2 t.n = (t.n or 0) + 1
    2 «pick:table.insert(t, 1)¦table.remove(t)¦table.sort(t)¦t()¦t.next()¦t[1].n = 1»
    2 «pick:setmetatable(t, { __index = function() return 1 end })¦setmetatable(t, nil)¦t[#t + 1] = {}¦t.next = pairs(t)»
    1 for k in pairs(t) do t[k] = nil end
    """#
}
