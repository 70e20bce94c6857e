extension LuaMistakeTests {
  /// Mistakes in clauses, options and directions.
  static let clauses: [LuaMistake] = [
    LuaMistake(
      "a misspelt option", "points = 25", "point = 25", at: "program.lua:10:61", "unknown-option", "是否应为“points”",
      "did you mean 'points'"),
    LuaMistake(
      "points as a text", "points = 25", "points = \"25\"", at: "program.lua:10:61", "wrong-argument", "不加引号",
      "without quotation marks"),
    LuaMistake(
      "negative points", "points = 25", "points = -25", at: "program.lua:10:61", "wrong-argument", "应为大于0", "a number above 0"),
    LuaMistake(
      "an option with ==", "points = 15 }", "points == 15 }", at: "program.lua:33:52", "unknown-word", "用一个等号：points = …",
      "write points ="),
    LuaMistake(
      "an option of clauses in a direction", "direction { \"1.1\",", "direction { \"1.1\", points = 3,", at: "program.lua:23:20",
      "unknown-option", "写在条款里", "belong to clauses"),
    LuaMistake(
      "a direction that is not in the manifest", "direction { \"1.1\",", "direction { \"1.3\",", at: "program.lua:23:13",
      "unknown-direction", "plugin.yaml 没有方向“1.3”", "plugin.yaml has no direction '1.3'"),
    LuaMistake(
      "the title of a direction", "direction { \"1.1\",", "direction { \"工业\",", at: "program.lua:23:13", "unknown-direction",
      "编号是 \"1.1\"", "is \"1.1\""),
    LuaMistake(
      "a number for a direction", "direction { \"1.1\",", "direction { 1.1,", at: "program.lua:23:13", "wrong-argument", "要加引号",
      "in quotation marks"),
    LuaMistake(
      "a direction twice", "direction { \"1.2\",", "direction { \"1.1\",", at: "program.lua:41:13", "duplicate-id", "已在第23行定义",
      "already defined in line 23"),
    LuaMistake(
      "an empty quote", "\"研发投入增长的优先\"", "\"\"", at: "program.lua:33:14", "wrong-argument", "不能是空的", "must not be empty"),
    LuaMistake(
      "a quote without words", "\"研发投入增长的优先\"", "\"。\"", at: "program.lua:33:14", "wrong-argument", "请照抄指南原文",
      "copy the text of the guideline"),
    LuaMistake(
      "a quote with a line break", "\"研发投入增长的优先\"", "[[研发投入\n增长的优先]]", at: "program.lua:33:0", "invalid-text", "写在一行里",
      "on one line"),
    LuaMistake(
      "a quote after its check", "{ \"研发投入增长的优先\", rd:more_than(rd_before),", "{ rd:more_than(rd_before), \"研发投入增长的优先\",",
      at: "program.lua:33:14", "wrong-argument", "检查写在它后面", "with the checks after it"),
    LuaMistake(
      "a missing check", "\"研发投入增长的优先\", rd:more_than(rd_before),", "\"研发投入增长的优先\",", at: "program.lua:33:14", "missing-check",
      "请在原文后面写", "write one after the quote"),
    LuaMistake(
      "a nil among checks", "rd:more_than(rd_before),", "nil, rd:more_than(rd_before),", at: "program.lua:33:27",
      "wrong-argument", "第2项没有值", "item 2 of priority is nil"),
    LuaMistake(
      "and between checks", "rd:more_than(rd_before),", "rd:more_than(rd_before) and enterprise,", at: "program.lua:33:51",
      "node-as-value", "all_of { a, b }", "all_of { a, b }"),
    LuaMistake(
      "== on a field", "kind:is \"enterprise\"", "kind == \"enterprise\"", at: "program.lua:6:35", "node-as-value", "请用 :is",
      "use :is"),
    LuaMistake(
      "a division of quantities", "ratio(rd, revenue):at_least \"3%\"", "rd / revenue", at: "program.lua:27:39",
      "unsupported-operation", "ratio(a, b)", "ratio(a, b)"),
    LuaMistake(
      "a field joined to a text", "local owned", "local _n = title .. \"x\"\nlocal owned", at: "program.lua:7:18",
      "unsupported-operation", "加载时字段还没有值", "no value at load"),
    LuaMistake(
      "a day that does not exist", "\"1973年1月1日\",\n    applies", "\"1973年2月30日\",\n    applies", at: "program.lua:30:34",
      "invalid-date", "没有“1973年2月30日”这一天", "1973年2月30日"),
    LuaMistake(
      "a day in words", "\"1973年1月1日\",\n    applies", "\"一九七三年一月一日\",\n    applies", at: "program.lua:30:34", "invalid-date",
      "是否应为“1973年1月1日”", "did you mean '1973年1月1日'"),
    LuaMistake(
      "at_least on a date", "birthDate:on_or_after", "birthDate:at_least", at: "program.lua:30:12", "wrong-argument",
      "请用 :on_or_after", "with :on_or_after"),
    LuaMistake(
      "before for on_or_after", "birthDate:on_or_after", "birthDate:before", at: "program.lua:28:0",
      "contradicted-comparison", "检查却用 before", "the check uses before"),
    LuaMistake(
      "a contradiction", "leader.birthDate:on_or_after \"1973年1月1日\"",
      "leader.birthDate:on_or_after \"1973年1月1日\", leader.birthDate:before(\"1960年1月1日\", \"年龄\")", at: "program.lua:28:0",
      "doubtful-comparison", "不可能符合", "nothing is both"),
  ]
}
