extension FileMistakeTests {
  /// Mistakes in `tests/*.yaml`.
  static let cases: [Mistake] = [
    Mistake(
      "an outcome in Chinese", in: "tests/1.1.yaml", .replace("    met:", by: "    通过:"), by: .tests, at: "tests/1.1.yaml:4:5",
      code: "unknown-key", "“符合”应写作 met", "write met"),
    Mistake(
      "a verdict for an outcome", in: "tests/1.1.yaml", .replace("    met:", by: "    pass:"), by: .tests,
      at: "tests/1.1.yaml:4:5", code: "unknown-key", "“符合”应写作 met", "write met"),
    Mistake(
      "a verdict in Chinese", in: "tests/1.1.yaml", .replace("verdict: fail", by: "verdict: 不通过"), by: .tests,
      at: "tests/1.1.yaml:11:14", code: "unknown-value", "是否应为“fail”", "did you mean 'fail'"),
    Mistake(
      "an outcome for a verdict", in: "tests/1.1.yaml", .replace("verdict: fail", by: "verdict: unmet"), by: .tests,
      at: "tests/1.1.yaml:11:14", code: "unknown-value", "是否应为“fail”", "did you mean 'fail'"),
    Mistake(
      "an expected outcome in Chinese", in: "tests/1.1.yaml", .replace("1.1/target/1: unmet", by: "1.1/target/1: 不符合"),
      by: .tests, at: "tests/1.1.yaml:12:31", code: "unknown-value", "是否应为“unmet”", "did you mean 'unmet'"),
    Mistake(
      "a mistyped clause", in: "tests/1.1.yaml", .replace("clause: 1.1/target/1", by: "clause: 1.1/targt/1"), by: .tests,
      at: "tests/1.1.yaml:3:13", code: "unknown-clause", "是否应为“1.1/target/1”", "did you mean '1.1/target/1'"),
    Mistake(
      "a clause of another direction", in: "tests/1.1.yaml", .replace("clause: 1.1/condition/1", by: "clause: 1.2/target/1"),
      by: .tests, at: "tests/1.1.yaml:7:13", code: "other-direction", "请换一份示例（base）", "take another example as base"),
    Mistake(
      "a mistyped field", in: "tests/1.1.yaml", .replace("expected.benefit: 1000000", by: "expected.benefits: 1000000"),
      by: .tests, at: "tests/1.1.yaml:4:13", code: "failed-test", "是否应为“expected.benefit”", "是否应为“expected.benefit”"),
    Mistake(
      "the label of a field", in: "tests/1.1.yaml", .replace("expected.benefit: 1000000", by: "经济效益: 1000000"), by: .tests,
      at: "tests/1.1.yaml:4:13", code: "failed-test", "字段要写名称：expected.benefit", "write the name of the field: expected.benefit"),
    Mistake(
      "a mistyped field that is taken away", in: "tests/1.1.yaml",
      .replace("expected.benefit: null", by: "expected.benefits: null"), by: .tests, at: "tests/1.1.yaml:6:17",
      code: "unknown-field", "是否应为“expected.benefit”", "did you mean 'expected.benefit'"),
    Mistake(
      "an amount with its unit", in: "tests/1.1.yaml", .replace("expected.benefit: 1000000", by: "expected.benefit: 100万元"),
      by: .tests, at: "tests/1.1.yaml:4:13", code: "failed-test", "金额以元为单位写数字", "amounts as numbers in yuan"),
    Mistake(
      "commas in a number", in: "tests/1.1.yaml", .replace("expected.benefit: 1000000", by: "expected.benefit: 1,000,000"),
      by: .tests, at: "tests/1.1.yaml:4:33", code: "invalid-yaml", "数字里不能写逗号", "a number has no commas"),
    Mistake(
      "a number in quotes", in: "tests/1.1.yaml", .replace("expected.benefit: 1000000", by: "expected.benefit: \"1000000\""),
      by: .tests, at: "tests/1.1.yaml:4:13", code: "failed-test", "数不要加引号", "without quotes"),
    Mistake(
      "a case without expectation", in: "tests/1.1.yaml", .replace("    unmet: [{ applicant.kind: university }]\n", by: ""),
      by: .tests, at: "tests/1.1.yaml:7:5", code: "empty-case", "请写 met", "write met"),
    Mistake(
      "an unknown example", in: "tests/1.1.yaml", .replace("base: E1", by: "base: E4"), by: .tests, at: "tests/1.1.yaml:1:7",
      code: "unknown-example", "examples/ 中没有“E4”", "examples/ has no application 'E4'"),
    Mistake(
      "a repeated name", in: "tests/1.1.yaml", .replace("正好到界限的得六成", by: "经济效益不足即不通过"), by: .tests, at: "tests/1.1.yaml:13:11",
      code: "duplicate-name", "与第9行的用例同名", "the case of line 9 has the same name"),
    Mistake(
      "points with a unit", in: "tests/1.1.yaml", .replace("1.1/target/1: 30", by: "1.1/target/1: 30分"), by: .tests,
      at: "tests/1.1.yaml:15:29", code: "wrong-type", "只写数字", "write digits only"),
    Mistake(
      "outcomes that are no list", in: "tests/1.1.yaml",
      .replace("met: [{ expected.benefit: 1000000 }]", by: "met: { expected.benefit: 1000000 }"), by: .tests,
      at: "tests/1.1.yaml:4:10", code: "wrong-type", "或写在[ ]里", "or in [ ]"),
    Mistake(
      "an unknown notice", in: "tests/2.1.yaml", .replace("notices: [\"2\"]", by: "notices: [2.1/notice/2]"), by: .tests,
      at: "tests/2.1.yaml:4:15", code: "unknown-clause", "是否应为“2.1/notice/1”", "did you mean '2.1/notice/1'"),
    Mistake(
      "a key with brackets", in: "tests/2.1.yaml", .replace("\"partners[0].kind\"", by: "partners[0].kind"), by: .tests,
      at: "tests/2.1.yaml:5:13", code: "invalid-yaml", "有方括号的键要加引号：\"partners[0].kind\"", "needs quotes: \"partners[0].kind\""),
    Mistake(
      "an element that does not exist", in: "tests/2.1.yaml", .replace("partners[0]", by: "partners[1]"), by: .tests,
      at: "tests/2.1.yaml:5:33", code: "unknown-path", "列表的第1项写作[0]", "the first element of a list is [0]"),
    Mistake(
      "a number for a reason", in: "tests/exceptions.yaml", .replace("because: 示例都填写了研发投入和销售收入", by: "because: 1"), by: .tests,
      at: "tests/exceptions.yaml:2:56", code: "missing-reason", "请用文字写明理由", "a reason in words"),
    Mistake(
      "no reason", in: "tests/exceptions.yaml", .replace("because: 示例都填写了研发投入和销售收入", by: "because:"), by: .tests,
      at: "tests/exceptions.yaml:2:56", code: "missing-reason", "请用文字写明理由", "a reason in words"),
    Mistake(
      "another word for because", in: "tests/exceptions.yaml", .replace("because: 示例都填写了研发投入和销售收入", by: "reason: 都填写了"),
      by: .tests, at: "tests/exceptions.yaml:2:47", code: "unknown-key", "可以写的有：clause、outcome、because",
      "the keys here are clause, outcome, because"),
    Mistake(
      "an exception that a test refutes", in: "tests/exceptions.yaml",
      .replace("1.2/target/1, outcome: unknown", by: "2.1/condition/1, outcome: unmet"), by: .tests,
      at: "tests/exceptions.yaml:2:5", code: "seen-impossible", "有用例见到", "a test sees"),
    Mistake(
      "an exception that is not needed", in: "tests/exceptions.yaml", .replace("1.2/target/1", by: "2.1/condition/1"), by: .tests,
      at: "tests/exceptions.yaml:2:5", code: "needless-exception", "不必声明", "no declaration is needed"),
    Mistake(
      "an outcome of an exception in Chinese", in: "tests/exceptions.yaml", .replace("outcome: unknown", by: "outcome: 信息不足"),
      by: .tests, at: "tests/exceptions.yaml:2:38", code: "unknown-value", "是否应为“unknown”", "did you mean 'unknown'"),
    Mistake(
      "exceptions in another file", in: "tests/exceptions.yaml", .rename("tests/exception.yaml"), by: .tests,
      at: "tests/exception.yaml:1:1", code: "unknown-key", "要写在 tests/exceptions.yaml 里", "belongs in tests/exceptions.yaml"),
    Mistake(
      "a file that is not run", in: "tests/1.1.yaml", .rename("tests/1.1.yml"), by: .tests, at: "tests/1.1.yml",
      code: "unknown-file", "只能有 .yaml 和 .lua 文件", "may contain only .yaml and .lua files"),
    Mistake(
      "a file without cases", in: "tests/1.1.yaml", .write(Array("base: E1\ncases: []\n".utf8)), by: .tests,
      at: "tests/1.1.yaml:2:8", code: "empty-case", "请写一个，或删去文件", "write one, or delete the file"),
  ]
}
