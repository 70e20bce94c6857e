extension LuaMistakeTests {
  /// Mistakes in the syntax of `program.lua`.
  static let syntax: [LuaMistake] = [
    LuaMistake(
      "a missing comma at the end of a line", "\"负责人1973年1月1日以后出生\",\n", "\"负责人1973年1月1日以后出生\"\n", at: "program.lua:29:23",
      "lua-syntax", "这里少了逗号“,”", "a comma is missing here"),
    LuaMistake(
      "a missing comma between items", "enterprise, rd:at_least", "enterprise rd:at_least", at: "program.lua:26:45", "lua-syntax",
      "这里少了逗号“,”", "a comma is missing here"),
    LuaMistake(
      "a missing comma after a clause", "rd:at_least \"100万元\" },\n", "rd:at_least \"100万元\" }\n", at: "program.lua:26:68",
      "lua-syntax", "下一项是“condition”", "before 'condition'"),
    LuaMistake(
      "a missing brace", "rd:at_least \"100万元\" },\n", "rd:at_least \"100万元\",\n", at: "program.lua:26:67", "lua-syntax",
      "第26行的“{”没有结束，这里少了“}”", "the '{' on line 26 is not closed"),
    LuaMistake(
      "a missing brace in a nested list", "attachments.letter } },", "attachments.letter },", at: "program.lua:35:105",
      "lua-syntax", "这里少了“}”", "'}' is missing here"),
    LuaMistake(
      "a missing bracket", "rdExpense[year - 2]", "rdExpense[year - 2", at: "program.lua:4:82", "lua-syntax", "这里少了“]”",
      "']' is missing here"),
    LuaMistake(
      "a missing parenthesis", "return math.min(score, 1)\nend)", "return math.min(score, 1)\nend", at: "program.lua:21:4",
      "lua-syntax", "这里少了“)”", "')' is missing here"),
    LuaMistake(
      "a missing end", "    return 1\n  end\n  local score", "    return 1\n  local score", at: "program.lua:17:13", "lua-syntax",
      "第14行的“if”没有结束，这里少了“end”", "the 'if' on line 14 is not closed"),
    LuaMistake(
      "a function without end", "full = \"1500万元\" }\nend", "full = \"1500万元\" }", at: "program.lua:10:91", "lua-syntax",
      "第9行的“function”没有结束", "the 'function' on line 9 is not closed"),
    LuaMistake(
      "a missing then", "if cost <= 0 then", "if cost <= 0", at: "program.lua:14:15", "lua-syntax", "这里少了“then”",
      "'then' is missing here"),
    LuaMistake(
      "do for then", "if cost <= 0 then", "if cost <= 0 do", at: "program.lua:14:16", "lua-syntax", "if 后面用 then",
      "'if' takes 'then'"),
    LuaMistake(
      "else if in two words", "elseif benefit", "else if benefit", at: "program.lua:16:3", "lua-syntax", "连写成 elseif",
      "write 'elseif'"),
    LuaMistake(
      "a full-width comma", "points = 25, full", "points = 25， full", at: "program.lua:10:72", "lua-syntax", "“，”要写作“,”",
      "write ','"),
    LuaMistake(
      "full-width parentheses", "owned:at_least(\"1件\")", "owned:at_least（\"1件\"）", at: "program.lua:34:38", "lua-syntax",
      "“（”要写作“(”", "write '('"),
    LuaMistake(
      "a full-width equals sign", "full = \"6件\"", "full ＝ \"6件\"", at: "program.lua:34:64", "lua-syntax", "“＝”要写作“=”",
      "write '='"),
    LuaMistake(
      "a full-width colon", "rd:at_least \"100万元\"", "rd：at_least \"100万元\"", at: "program.lua:26:49", "lua-syntax", "“：”要写作“:”",
      "write ':'"),
    LuaMistake(
      "Chinese quotation marks", "\"企业上年研发投入在100万元以上\", enterprise", "“企业上年研发投入在100万元以上”, enterprise", at: "program.lua:26:15",
      "lua-syntax", "文字要用半角的引号", "ASCII quotation marks"),
    LuaMistake(
      "a Chinese quotation mark at the end", "在100万元以上\", enterprise", "在100万元以上”, enterprise", at: "program.lua:26:32",
      "lua-syntax", "文字要用半角的引号 \" 结束", "must end with the ASCII quotation mark"),
    LuaMistake(
      "a missing quotation mark", "以上\", enterprise", "以上, enterprise", at: "program.lua:26:15", "lua-syntax", "少了右边的引号",
      "no closing \""),
    LuaMistake(
      "quotation marks within a text", "\"企业上年研发投入在100万元以上\"", "\"企业上年研发投入在\"100万元\"以上\"", at: "program.lua:26:26", "lua-syntax",
      "文字里面的引号请用“ ”", "inside a text"),
    LuaMistake(
      "a full-width space", "full = \"6件\"", "full =\u{3000}\"6件\"", at: "program.lua:34:65", "lua-syntax", "改用普通的空格",
      "use an ordinary one"),
    LuaMistake(
      "= for ==", "if cost <= 0 then", "if cost = 0 then", at: "program.lua:14:11", "lua-syntax", "用两个等号 ==",
      "write == to compare"),
    LuaMistake("!=", "if cost <= 0 then", "if cost != 0 then", at: "program.lua:14:11", "lua-syntax", "写作“~=”", "written '~='"),
    LuaMistake(
      "&&", "if cost <= 0 then", "if cost <= 0 && benefit > 0 then", at: "program.lua:14:16", "lua-syntax", "写作“and”",
      "written 'and'"),
    LuaMistake(
      "||", "if cost <= 0 then", "if cost <= 0 || benefit > 0 then", at: "program.lua:14:16", "lua-syntax", "写作“or”",
      "written 'or'"),
    LuaMistake("!", "if cost <= 0 then", "if !cost then", at: "program.lua:14:6", "lua-syntax", "写作“not”", "written 'not'"),
    LuaMistake(
      "+=", "local score = benefit", "local score = 0\n  score += benefit", at: "program.lua:20:9", "lua-syntax",
      "写作 score = score + …", "write score = score +"),
    LuaMistake(
      "a comment with //", "-- 示例专项（虚构）。", "// 示例专项（虚构）。", at: "program.lua:1:1", "lua-syntax", "写作 -- 文字", "begins with --"),
    LuaMistake(
      "a comment with #", "-- 示例专项（虚构）。", "# 示例专项（虚构）。", at: "program.lua:1:1", "lua-syntax", "写作 -- 文字", "begins with --"),
    LuaMistake("a Chinese name", "local owned", "local 知识产权", at: "program.lua:7:7", "lua-syntax", "名称只能用英文字母", "ASCII letters"),
    LuaMistake(
      "a Chinese option", "points = 25", "分值 = 25", at: "program.lua:10:61", "lua-syntax", "名称只能用英文字母",
      "use ASCII letters for names"),
    LuaMistake(
      "null", "    return 1\n  elseif", "    return null\n  elseif", at: "program.lua:15:12", "unknown-word", "没有值写作 nil",
      "no value is nil"),
    LuaMistake(
      "let", "local score", "let score", at: "program.lua:19:3", "lua-syntax", "局部变量写作 local", "declare a local as 'local score"),
    LuaMistake(
      "braces for a block", "if cost <= 0 then", "if (cost <= 0) {", at: "program.lua:14:18", "lua-syntax", "不用花括号分段",
      "no blocks in braces"),
    LuaMistake(
      "a colon for an option", "points = 15 }", "points: 15 }", at: "program.lua:33:58", "lua-syntax", "选项用等号",
      "write an option with"),
    LuaMistake(
      "a quoted option", "points = 15 }", "\"points\" = 15 }", at: "program.lua:33:52", "lua-syntax", "选项的名称不加引号",
      "no quotation marks"),
    LuaMistake(
      "parentheses for braces", "direction { \"1.1\",", "direction ( \"1.1\",", at: "program.lua:39:1", "lua-syntax",
      "direction 后面的清单用花括号", "direction takes a list in braces"),
    LuaMistake(
      "a method without quotation marks", "rd:at_least \"100万元\"", "rd:at_least 100", at: "program.lua:26:59", "lua-syntax",
      "要写带单位的文字，加引号", "a text with a unit in quotation marks"),
    LuaMistake(
      "a break outside a loop", "local owned", "break\nlocal owned", at: "program.lua:7:0", "lua-syntax", "break 只能写在循环里",
      "break outside"),
  ]
}
