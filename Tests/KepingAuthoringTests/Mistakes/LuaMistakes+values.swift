extension LuaMistakeTests {
  /// Mistakes in choices, fields, years, bounds and reasons.
  static let values: [LuaMistake] = [
    LuaMistake(
      "the label of a choice", "kind:is \"enterprise\"", "kind:is \"企业\"", at: "program.lua:6:38", "unknown-value",
      "“企业”的值是 \"enterprise\"", "the value of '企业' is \"enterprise\""),
    LuaMistake(
      "a misspelt choice", "kind:is \"enterprise\"", "kind:is \"enterprize\"", at: "program.lua:6:38", "unknown-value",
      "是否应为“enterprise”", "did you mean 'enterprise'"),
    LuaMistake(
      "the label of a kind of tally", "expected.ip:sum()", "expected.ip:sum(\"发明专利\")", at: "program.lua:7:31", "unknown-value",
      "的值是 \"invention\"", "is \"invention\""),
    LuaMistake(
      "the label of an own choice", "secrecy:is \"none\"", "secrecy:is \"不涉密\"", at: "program.lua:43:15", "unknown-value",
      "的值是 \"none\"", "is \"none\""),
    LuaMistake(
      "no choice at all", "kind:is \"enterprise\"", "kind:is \"公司\"", at: "program.lua:6:38", "unknown-value",
      "可以是 \"enterprise\"（企业）", "it can be \"enterprise\""),
    LuaMistake(
      "a field before its declaration", "require \"fields\"\n\n",
      "local early = expected.benefit\nrequire \"fields\"\nlocal _e = early\n", at: "program.lua:2:15",
      "field-before-declaration", "fields.lua:3 声明", "declared at"),
    LuaMistake(
      "a calendar year", "rdExpense[year - 1]", "rdExpense[2024]", at: "program.lua:4:43", "absolute-year", "请写作 year - 1",
      "write year - 1"),
    LuaMistake(
      "a number that is no year", "rdExpense[year - 1]", "rdExpense[1]", at: "program.lua:4:43", "wrong-year", "上年写作 [year - 1]",
      "write [year - 1]"),
    LuaMistake(
      "yearly amounts without a year", "enterprise, rd:at_least", "enterprise, applicant.rdExpense:at_least",
      at: "program.lua:26:57", "wrong-argument", "请写明哪一年", "an amount for each year"),
    LuaMistake(
      "a group for a field", "expected.benefit:at_least", "expected:at_least", at: "program.lua:10:26", "wrong-argument",
      "请写明是其中哪一个", "name one of them"),
    LuaMistake(
      "万 for 万元", "rd:at_least \"100万元\"", "rd:at_least \"100万\"", at: "program.lua:26:59", "invalid-bound", "是否应为“100万元”",
      "did you mean '100万元'"),
    LuaMistake(
      "full-width digits", "rd:at_least \"100万元\"", "rd:at_least \"１００万元\"", at: "program.lua:26:59", "invalid-bound",
      "是否应为“100万元”", "did you mean '100万元'"),
    LuaMistake(
      "a Chinese number", "rd:at_least \"100万元\"", "rd:at_least \"一百万元\"", at: "program.lua:26:59", "invalid-bound",
      "是否应为“100万元”", "did you mean '100万元'"),
    LuaMistake(
      "以上 in a bound", "rd:at_least \"100万元\"", "rd:at_least \"100万元以上\"", at: "program.lua:26:59", "wrong-unit", "是否应为“100万元”",
      "did you mean '100万元'"),
    LuaMistake(
      "a percentage in words", "at_least \"3%\"", "at_least \"百分之三\"", at: "program.lua:27:64", "invalid-bound", "是否应为“3%”",
      "did you mean '3%'"),
    LuaMistake(
      "a percentage without %", "at_least(\"90%\")", "at_least(\"90\")", at: "program.lua:36:52", "invalid-bound", "是否应为“90%”",
      "did you mean '90%'"),
    LuaMistake(
      "money for a percentage", "at_least(\"90%\")", "at_least(\"90万元\")", at: "program.lua:36:52", "wrong-unit", "单位不符",
      "does not match"),
    LuaMistake(
      "money for a count", "at_least(\"1件\")", "at_least(\"1万元\")", at: "program.lua:34:39", "wrong-unit", "是数目（项、件、个…）",
      "is a count"),
    LuaMistake(
      "a number without a unit", "rd:at_least \"100万元\"", "rd:at_least(100)", at: "program.lua:26:59", "invalid-bound",
      "写成带单位的文字，加引号", "a text with a unit in quotation marks"),
    LuaMistake(
      "at_least as a function", "rd:at_least \"100万元\"", "at_least(rd, \"100万元\")", at: "program.lua:26:47", "wrong-argument",
      "写作 数量:at_least", "compare a quantity as"),
    LuaMistake(
      "a dot before a method", "rd:at_least \"100万元\"", "rd.at_least \"100万元\"", at: "program.lua:26:50", "wrong-argument",
      "前面应为“:”", "use ':'"),
    LuaMistake(
      "two comparisons in a chain", "rd:at_least \"100万元\"", "rd:at_least(\"100万元\"):at_most(\"200万元\")", at: "program.lua:26:0",
      "wrong-argument", "请写成两个检查", "as two checks"),
    LuaMistake(
      "money compared with a count", "rd:more_than(rd_before)", "rd:more_than(owned)", at: "program.lua:33:0", "wrong-unit",
      "“知识产权合计”是数目", "is a count"),
    LuaMistake(
      "a quantity for a check", "enterprise, rd:at_least \"100万元\"", "enterprise, rd", at: "program.lua:26:47", "wrong-argument",
      "请写明要求", "state a requirement"),
    LuaMistake(
      "a blank reason", "rd:at_least \"100万元\"", "rd:at_least(\"100万元\", \" \")", at: "program.lua:26:68", "wrong-argument",
      "请用一句话说明", "give it in a sentence"),
    LuaMistake(
      "punctuation for a reason", "because = \"宗旨，不逐条判断\"", "because = \"……\"", at: "program.lua:24:35", "wrong-argument",
      "请用一句话说明", "give it in a sentence"),
    LuaMistake(
      "a number for a reason", "\"大额按50万元掌握\"", "5", at: "program.lua:44:79", "wrong-argument", "应为加引号的文字，而不是数 5",
      "must be a text in quotation marks"),
    LuaMistake(
      "a blank reason of a day", "\"1973年1月1日\",\n    applies", "(\"1973年1月1日\", \"-\"),\n    applies", at: "program.lua:30:48",
      "wrong-argument", "请用一句话说明", "give it in a sentence"),
    LuaMistake(
      "a reason after a quantity", "rd:more_than(rd_before)", "rd:more_than(rd_before, \"20%\")", at: "program.lua:33:51",
      "surplus-argument", "不起作用", "has no effect"),
  ]
}
