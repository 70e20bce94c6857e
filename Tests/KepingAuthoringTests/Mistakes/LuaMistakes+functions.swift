extension LuaMistakeTests {
  /// Mistakes in functions, declarations and modules, and what the sandbox does not have.
  static let functions: [LuaMistake] = [
    LuaMistake(
      "too few operands", "{ expected.benefit, rd }, function", "{ expected.benefit }, function", at: "program.lua:13:72",
      "wrong-argument", "这个参数没有值", "has no value"),
    LuaMistake(
      "an operand too many", "function(benefit, cost)\n  if cost <= 0 then",
      "function(benefit)\n  local cost = 1\n  if cost <= 0 then", at: "program.lua:13:52", "unused-operand", "用不到这一项",
      "does not get this operand"),
    LuaMistake(
      "a function that returns a text", "return math.min(score, 1)", "return tostring(score) .. \"\"", at: "program.lua:20:10",
      "function-result", "应返回一个数", "must return a number"),
    LuaMistake(
      "a function without a result", "return target { quote, expected", "target { quote, expected", at: "program.lua:25:3",
      "missing-return", "请在函数里写 return", "write 'return'"),
    LuaMistake(
      "a function in place of a clause", "benefit \"经济效益达到300万元以上\",", "benefit,", at: "program.lua:25:3", "wrong-argument",
      "是否忘了写参数", "its argument may be missing"),
    LuaMistake(
      "an unused check", "local owned", "local institute = applicant.kind:is \"institute\"\nlocal owned", at: "program.lua:7:0",
      "unused-node", "没有被任何条款使用", "not used by any clause"),
    LuaMistake(
      "a clause outside of directions", "direction { \"1.1\",",
      "condition { \"不涉密\", secrecy:is \"none\" }\ndirection { \"1.1\",", at: "program.lua:23:0", "unused-node",
      "没有写进任何 direction", "is in no direction"),
    LuaMistake(
      "a global", "local function benefit(quote)", "function benefit(quote)", at: "program.lua:9:10", "global-write",
      "请写 local benefit", "write 'local benefit'"),
    LuaMistake(
      "a key twice", "sites = count \"示范点\"", "benefit = count \"示范点\"", in: "fields.lua", at: "fields.lua:5:5", "duplicate-key",
      "在第4行已经写过", "already written on line 4"),
    LuaMistake(
      "a field of the host", "secrecy = choice", "title = choice", in: "fields.lua", at: "fields.lua:10:3", "duplicate-field",
      "可以直接使用，不用声明", "use it without a declaration"),
    LuaMistake(
      "a field without a type", "money \"经济效益\"", "\"经济效益\"", in: "fields.lua", at: "fields.lua:4:5", "wrong-argument",
      "money \"名称\"", "money \"label\""),
    LuaMistake(
      "a misspelt module", "require \"fields\"", "require \"feilds\"", at: "program.lua:2:9", "unknown-module", "是否应为“fields”",
      "did you mean 'fields'"),
    LuaMistake(
      "a module with its ending", "require \"fields\"", "require \"fields.lua\"", at: "program.lua:2:9", "unknown-module",
      "写作 require \"fields\"", "require \"fields\""),
    LuaMistake(
      "the value of a module that returns none", "require \"fields\"", "local f = require \"fields\"\nlocal _q = f.x",
      at: "program.lua:3:0", "plugin-failed", "那个文件要 return 一个表", "a required file must return a table"),
    LuaMistake(
      "a member of nil", "local owned", "local t = {}\nlocal _q = t.first.second\nlocal owned", at: "program.lua:8:0",
      "plugin-failed", "看名称是否写错", "see whether the name is wrong"),
    LuaMistake(
      "a call of nil", "local owned", "local t = {}\nt.make(\"x\")\nlocal owned", at: "program.lua:8:0", "plugin-failed",
      "不能当函数调用", "attempt to call a nil value"),
    LuaMistake(
      "arithmetic with nil", "local owned", "local t = {}\nlocal _q = t.x + 1\nlocal owned", at: "program.lua:8:0",
      "plugin-failed", "不能计算", "attempt to perform arithmetic"),
    LuaMistake(
      "an endless loop", "local owned", "while true do end\nlocal owned", at: "program.lua:7:0", "plugin-limit", "停不下来的循环",
      "a loop does not end"),
    LuaMistake(
      "string.match in a function that does not run", "local score =",
      "local _f = function() return string.match(\"a\", \"b\") end\n  local score =", at: "program.lua:19:39", "unknown-member",
      "string.find(文字, 部分)", "string.find(text, part)"),
    LuaMistake(
      "string.gsub on a text in a function that does not run", "local score =",
      "local _f = function() return (\"a\"):gsub(\"a\", \"b\") end\n  local score =", at: "program.lua:19:38", "unknown-member",
      "string.find(文字, 部分)", "string.find(text, part)"),
    LuaMistake(
      "a method of an unknown text in a function that does not run", "local score =",
      "local _f = function() return cost:match(\"1\") end\n  local score =", at: "program.lua:19:37", "unknown-member",
      "string.find(文字, 部分)", "string.find(text, part)"),
    LuaMistake(
      "os in a function that does not run", "local score =", "local _f = function() return os.time() end\n  local score =",
      at: "program.lua:19:32", "unknown-word", "年度用 year", "use year"),
    LuaMistake(
      "io in a function that does not run", "local score =", "local _f = function() return io.open(\"x\") end\n  local score =",
      at: "program.lua:19:32", "unknown-word", "数据来自申报书的字段", "data come from fields"),
    LuaMistake(
      "print in a function that does not run", "local score =", "local _f = function() return print(1) end\n  local score =",
      at: "program.lua:19:32", "unknown-word", "--trace", "--trace"),
    LuaMistake(
      "math.random in a function that does not run", "local score =",
      "local _f = function() return math.random() end\n  local score =", at: "program.lua:19:37", "unknown-member", "不能靠运气",
      "depend on chance"),
    LuaMistake(
      "a missing module in a function that does not run", "local score =",
      "local _f = function() return require(\"x\") end\n  local score =", at: "program.lua:19:40", "unknown-module", "没有模块“x”",
      "no module 'x'"),
    LuaMistake(
      "a metamethod in a function that does not run", "local score =",
      "local _f = function() return setmetatable({}, { __gc = 1 }) end\n  local score =", at: "program.lua:19:51",
      "refused-metamethod", "不接受元方法 __gc", "refuses the metamethod __gc"),
    LuaMistake(
      "math.round in a function that does not run", "local score =",
      "local _f = function() return math.round(1.5) end\n  local score =", at: "program.lua:19:37", "unknown-member",
      "math.floor(x + 0.5)", "math.floor(x + 0.5)"),
  ]
}
