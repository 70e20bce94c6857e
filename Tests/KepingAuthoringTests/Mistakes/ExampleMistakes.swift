extension FileMistakeTests {
  /// Mistakes in `examples/*.json`.
  static let examples: [Mistake] = [
    Mistake(
      "a comma after the last member", in: "examples/applications.json", .replace("\"products\": 2 }", by: "\"products\": 2, }"),
      at: "examples/applications.json:8:52", code: "invalid-example", "最后一项后面不能有逗号", "no comma may follow the last element"),
    Mistake(
      "no comma at the end of a line", in: "examples/applications.json", .replace("\"year\": 2026,", by: "\"year\": 2026"),
      at: "examples/applications.json:4:17", code: "invalid-example", "“2026”后面缺少逗号", "a comma is missing after '2026'"),
    Mistake(
      "no colon", in: "examples/applications.json", .replace("\"year\": 2026", by: "\"year\" 2026"),
      at: "examples/applications.json:4:11", code: "invalid-example", "键“year”后面缺少冒号", "the colon after the key 'year' is missing"
    ),
    Mistake(
      "Chinese quotes", in: "examples/applications.json", .replace("\"示例项目（虚构）\"", by: "“示例项目（虚构）”"),
      at: "examples/applications.json:6:14", code: "invalid-example", "请改为半角双引号", "write the double quote"),
    Mistake(
      "a Chinese closing quote", in: "examples/applications.json", .replace("示例项目（虚构）\"", by: "示例项目（虚构）”"),
      at: "examples/applications.json:6:23", code: "invalid-example", "请改为半角双引号", "write the double quote"),
    Mistake(
      "a full-width colon", in: "examples/applications.json", .replace("\"year\": 2026", by: "\"year\"：2026"),
      at: "examples/applications.json:4:11", code: "invalid-example", "请改为半角的“:”", "write ':'"),
    Mistake(
      "a full-width comma", in: "examples/applications.json", .replace("\"year\": 2026,", by: "\"year\": 2026，"),
      at: "examples/applications.json:4:17", code: "invalid-example", "请改为半角的“,”", "write ','"),
    Mistake(
      "single quotes", in: "examples/applications.json", .replace(" \"title\": \"示例项目（虚构）\"", by: " 'title': '示例项目（虚构）'"),
      at: "examples/applications.json:6:5", code: "invalid-example", "请改为半角双引号", "write the double quote"),
    Mistake(
      "a comment", in: "examples/applications.json", .replace("\"year\": 2026,", by: "\"year\": 2026, // 年度"),
      at: "examples/applications.json:4:19", code: "invalid-example", "JSON里不能写注释", "JSON has no comments"),
    Mistake(
      "a key without quotes", in: "examples/applications.json", .replace("\"year\": 2026", by: "year: 2026"),
      at: "examples/applications.json:4:5", code: "invalid-example", "键要写在双引号里：\"year\"", "a key needs double quotes: \"year\""),
    Mistake(
      "a text without quotes", in: "examples/applications.json", .replace("\"kind\": \"enterprise\"", by: "\"kind\": enterprise"),
      at: "examples/applications.json:7:50", code: "invalid-example", "文本要写在双引号里：\"enterprise\"",
      "a text needs double quotes: \"enterprise\""),
    Mistake(
      "NaN", in: "examples/applications.json", .replace("\"products\": 2", by: "\"products\": NaN"),
      at: "examples/applications.json:8:51", code: "invalid-example", "没有填写的写 null", "write null"),
    Mistake(
      "True", in: "examples/applications.json", .replace("\"products\": 2", by: "\"products\": True"),
      at: "examples/applications.json:8:51", code: "invalid-example", "请写 true", "write true"),
    Mistake(
      "a leading zero", in: "examples/applications.json", .replace("\"products\": 2", by: "\"products\": 02"),
      at: "examples/applications.json:8:51", code: "invalid-example", "编号写在双引号里：\"02\"", "write ids in double quotes: \"02\""),
    Mistake(
      "commas in a number", in: "examples/applications.json", .replace("2000000", by: "2,000,000"),
      at: "examples/applications.json:8:31", code: "invalid-example", "数字里不能写逗号", "a number has no commas"),
    Mistake(
      "a unit after a number", in: "examples/applications.json", .replace("2000000", by: "200万元"),
      at: "examples/applications.json:8:33", code: "invalid-example", "数字后面不能有“万元”", "'万元' must not follow a number"),
    Mistake(
      "full-width digits", in: "examples/applications.json", .replace("2000000", by: "２０００"),
      at: "examples/applications.json:8:30", code: "invalid-example", "是全角数字", "has full-width digits"),
    Mistake(
      "no closing brace", in: "examples/applications.json", .replace("\"products\": 2 }", by: "\"products\": 2"),
      at: "examples/applications.json:10:3", code: "invalid-example", "第2行第3列的“{”还没有关上",
      "the '{' of line 2, column 3 is not closed"),
    Mistake(
      "a closing brace too many", in: "examples/applications.json", .replace("\"products\": 2 }", by: "\"products\": 2 }}"),
      at: "examples/applications.json:9:3", code: "invalid-example", "删去多写的“}”", "delete one '}'"),
    Mistake(
      "no closing quote", in: "examples/applications.json", .replace("示例项目（虚构）\"", by: "示例项目（虚构）"),
      at: "examples/applications.json:6:14", code: "invalid-example", "请补上结尾的双引号", "add the closing quote"),
    Mistake(
      "quotes in a text", in: "examples/applications.json", .replace("示例项目", by: "示例\"项目\""),
      at: "examples/applications.json:6:17", code: "invalid-example", "请写作\\\"，或用中文引号", "write \\\" for a quote inside a text"),
    Mistake(
      "a backslash", in: "examples/applications.json", .replace("示例项目", by: "示例\\项目"), at: "examples/applications.json:6:17",
      code: "invalid-example", "请写“\\\\”", "write \\\\ for a backslash"),
    Mistake(
      "a text in place of a number", in: "examples/applications.json", .replace("\"products\": 2", by: "\"products\": \"2\""),
      at: "examples/applications.json:8:51", code: "invalid-example", "新产品应为整数", "新产品应为整数"),
    Mistake(
      "an unknown field", in: "examples/applications.json", .replace("\"products\": 2", by: "\"product\": 2"),
      at: "examples/applications.json:8:39", code: "invalid-example", "是否应为“expected.products”", "是否应为“expected.products”"),
    Mistake(
      "the label of a field", in: "examples/applications.json", .replace("\"products\": 2", by: "\"新产品\": 2"),
      at: "examples/applications.json:8:39", code: "invalid-example", "字段要写名称：expected.products",
      "write the name of the field: expected.products"),
    Mistake(
      "a field of another object", in: "examples/applications.json",
      .replace("\"products\": 2 }", by: "\"products\": 2 }, \"benefit\": 1"), at: "examples/applications.json:8:56",
      code: "invalid-example", "是否应为“expected.benefit”", "did you mean 'expected.benefit'"),
    Mistake(
      "a repeated field", in: "examples/applications.json", .replace("\"year\": 2026,", by: "\"year\": 2026, \"year\": 2026,"),
      at: "examples/applications.json:4:27", code: "invalid-example", "字段“year”重复出现", "字段“year”重复出现"),
    Mistake(
      "a repeated id", in: "examples/applications.json", .replace("\"id\": \"E2\"", by: "\"id\": \"E1\""),
      at: "examples/applications.json:11:11", code: "invalid-example", "与另一份示例重复，请换一个", "give this one another id"),
    Mistake(
      "an object", in: "examples/applications.json", .write(Array("{}".utf8)), at: "examples/applications.json:1:1",
      code: "invalid-example", "应为申报书的JSON数组：[{ … }", "must be a JSON array of applications: [{ … }"),
  ]
}
