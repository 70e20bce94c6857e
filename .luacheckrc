-- 插件的 Lua 里有哪些名称：词汇、主程序的字段、Lua 自己的。由 keping programs stubs 生成。
std = {
  read_globals = {
    "assert", "error", "ipairs", "pairs", "pcall", "rawequal", "rawlen", "require", "select", "setmetatable",
    "tonumber", "tostring", "type",
    "after", "age_at", "all_of", "any_of", "at_least", "at_most", "before", "by", "choice", "compute",
    "condition", "count", "criterion", "date", "decimal", "direction", "document", "encouraged", "fields", "flag",
    "growth", "judge", "labels", "leave_open", "less_than", "limit", "linear", "list", "mean", "money",
    "months_between", "more_than", "negate", "notice", "on_or_after", "on_or_before", "open_choice", "percent",
    "principle", "priority", "ratio", "reach", "share", "tally", "target", "text", "texts", "todo", "total_of",
    "uncovered", "whole", "within", "yearly", "years_between", "year", "settings", "record", "units",
    "id", "title", "submittedAt", "applicant", "partners", "leader", "budget", "members", "contact",
    "recommender", "period",
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
