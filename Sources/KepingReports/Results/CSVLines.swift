import KepingCore

/// CSV as spreadsheets open it: UTF-8 with a byte order mark, line ends of two characters, one line an application.
struct CSVLines: TextLines {
  private static let headings = [
    "申报编号", "年度", "方向", "方向名称", "项目名称", "申报单位", "结论", "得分", "未通过或需补正之处", "材料问题", "专项", "错误代码",
  ]

  func begin(_ buffer: inout Bytes) {
    buffer.append(contentsOf: [0xEF, 0xBB, 0xBF])
    buffer.append(Self.headings.joined(separator: ",") + "\r\n")
  }

  func append(_ assessment: Assessment, _ catalogue: Catalogue, to buffer: inout Bytes) {
    let score = !assessment.isEvaluated ? "" : String(tenths: assessment.total)
    let problems = assessment.problems.map(\.message).joined(separator: "；")
    let cells: [String?] = [
      assessment.id, assessment.year.map { "\($0)" }, assessment.direction, catalogue.direction(of: assessment)?.title,
      assessment.title, assessment.applicant, assessment.verdict.title, score, Reasons.all(assessment).joined(separator: "；"),
      problems,
      assessment.program.map { "\($0.id) \($0.version)" }, assessment.failure?.code.rawValue,
    ]
    buffer.append(cells.map { Self.cell($0 ?? "") }.joined(separator: ",") + "\r\n")
  }

  func end(_ summary: Summary, _ catalogue: Catalogue, _ buffer: inout Bytes) {}

  /// A cell that no spreadsheet takes for a formula: an apostrophe stands before what would begin one, full-width signs
  /// included.
  static func cell(_ text: String) -> String {
    // Scalar by scalar: a sign with a combining mark is another character, and to a spreadsheet the sign all the same.
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
