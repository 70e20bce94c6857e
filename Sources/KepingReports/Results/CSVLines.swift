import KepingCore

/// CSV for spreadsheet programs: UTF-8 with a byte order mark, CRLF line ends, one line for each application.
struct CSVLines: TextLines {
  private static let headings = [
    "申报编号", "年度", "方向", "方向名称", "项目名称", "申报单位", "结论", "得分", "未通过或需补正之处", "材料问题", "专项", "错误代码", AmendmentTexts.rulings,
    AmendmentTexts.correction,
  ]

  func begin(_ buffer: inout Bytes) {
    buffer.append(contentsOf: [0xEF, 0xBB, 0xBF])
    buffer.append(Self.headings.joined(separator: ",") + "\r\n")
  }

  func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes) {
    let score = !assessment.isEvaluated ? "" : String(score: assessment.total)
    let problems = assessment.problems.map(\.message).joined(separator: "；")
    let cells: [String?] = [
      assessment.id, assessment.year.map { "\($0)" }, assessment.direction, catalogue.direction(of: assessment)?.title,
      assessment.title, assessment.applicant, assessment.verdict.title, score, Reasons.all(assessment).joined(separator: "；"),
      problems,
      assessment.program.map { "\($0.id) \($0.version)" }, assessment.failure?.code.rawValue,
      AmendmentTexts.rulings(assessment).joined(separator: "；"), AmendmentTexts.correction(assessment, catalogue),
    ]
    buffer.append(cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n")
  }

  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes) {}

  /// Returns a text as a cell of CSV, quoted if necessary, that no spreadsheet program takes for a formula.
  ///
  /// A cell that starts with `=`, `+`, `-` or `@`, or with the full-width form of one of them, gets an apostrophe before it.
  static func cell(_ text: String) -> String {
    // By scalars: `=` with a combining mark is another Character, but a spreadsheet program still reads the `=`.
    var scalars = text.printable().unicodeScalars
    if let first = scalars.first, "=+-@＝＋－＠".unicodeScalars.contains(first) { scalars.insert("'", at: scalars.startIndex) }
    guard scalars.contains(where: { ",\";".unicodeScalars.contains($0) }) || scalars.first == " " || scalars.last == " " else {
      return String(scalars)
    }
    var result = "\"".unicodeScalars
    for scalar in scalars {
      if scalar == "\"" { result.append(scalar) }
      result.append(scalar)
    }
    result.append("\"")
    return String(result)
  }
}
