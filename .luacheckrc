-- What a plugin's Lua finds beside its own names: the words of the vocabulary, and the part of Lua that the host allows.
std = {
  read_globals = {
    "assert", "error", "ipairs", "pairs", "pcall", "rawequal", "rawlen", "require", "select", "setmetatable",
    "tonumber", "tostring", "type",
    "all_of", "any_of", "choice", "compute", "condition", "count", "criterion", "direction", "document", "encouraged",
    "fields", "flag", "judge", "leave_open", "limit", "list", "money", "negate", "notice", "open_choice", "principle",
    "priority", "reach", "record", "settings", "share", "tally", "target", "text", "texts", "total_of", "uncovered", "units", "whole",
    "within", "year",
    "applicant", "partners", "leader", "budget", "id", "title", "submittedAt",
    math = { other_fields = true }, string = { other_fields = true }, table = { other_fields = true },
    utf8 = { other_fields = true },
  },
}
max_line_length = false
-- The fields that the 2024 programs declare.
files["Plugins/*-2024/program.lua"] = {
  read_globals = {
    "abstract", "attachments", "challenge", "declarations", "discipline", "expected", "industry", "researchArea", "topics",
  },
}
-- What a Lua test finds instead.
files["Plugins/*/tests/*.lua"] = { read_globals = { "evaluate", "example", "null", "test" } }
