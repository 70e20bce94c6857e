-- 插件的 Lua 里有哪些名称：词汇、主程序的字段、Lua 自己的。由 keping programs stubs 生成。
std = {
  read_globals = {
    "assert", "error", "ipairs", "pairs", "pcall", "rawequal", "rawlen", "require", "select", "setmetatable",
    "tonumber", "tostring", "type",
    "all_of", "any_of", "choice", "compute", "condition", "count", "criterion", "direction", "document",
    "encouraged", "fields", "flag", "judge", "leave_open", "limit", "list", "money", "negate", "notice",
    "open_choice", "principle", "priority", "reach", "share", "tally", "target", "text", "texts", "total_of",
    "uncovered", "whole", "within", "year", "settings", "record", "units",
    "id", "title", "submittedAt", "applicant", "partners", "leader", "budget", "members", "contact",
    "recommender",
    math = { fields = {
      "abs", "ceil", "exp", "floor", "fmod", "huge", "log", "max", "maxinteger", "min", "mininteger", "modf", "pi",
    "sqrt", "tointeger", "type", "ult",
    } },
    string = { fields = {
      "byte", "char", "find", "format", "len", "lower", "rep", "reverse", "sub", "upper",
    } },
    table = { fields = {
      "concat", "insert", "pack", "remove", "sort", "unpack",
    } },
    utf8 = { fields = {
      "char", "codepoint", "len",
    } },
  },
}
max_line_length = false
files["Plugins/jianfeng-2024/**/*.lua"] = { read_globals = {
    "abstract", "attachments", "challenge", "declarations", "discipline", "expected", "industry", "researchArea",
    "topics",
} }
files["Plugins/jianfeng-2024/tests/**/*.lua"] = { read_globals = { "example", "test", "evaluate", "null" } }
files["Plugins/jili-2024/**/*.lua"] = { read_globals = {
    "abstract", "attachments", "challenge", "declarations", "discipline", "expected", "industry", "researchArea",
    "topics",
} }
files["Plugins/jili-2024/tests/**/*.lua"] = { read_globals = { "example", "test", "evaluate", "null" } }
files["Plugins/zhuji-2024/**/*.lua"] = { read_globals = {
    "abstract", "attachments", "challenge", "declarations", "discipline", "expected", "industry", "researchArea",
    "topics",
} }
files["Plugins/zhuji-2024/tests/**/*.lua"] = { read_globals = { "example", "test", "evaluate", "null" } }
