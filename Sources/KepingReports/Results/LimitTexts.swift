import KepingCore

extension AcceptanceLimit {
  /// The title of the column or the line with limits.
  static let title = "限项"

  /// How many applications are accepted: 接受1个项目.
  var text: String { "接受\(atMost)个项目" }
}

extension Summary.Line {
  /// For each limit, how many applications pass, how many are accepted, and how many are too many.
  var limitTexts: [String] {
    let passing = counts[.pass] ?? 0
    return limits.map { limit in
      "通过\(passing)份，\(limit.text)" + (passing > limit.atMost ? "，超出\(passing - limit.atMost)份" : "")
    }
  }
}

extension Summary {
  /// Returns each limit with its direction, project type or plan: how many applications pass, or who has too many.
  func limitLines(_ catalogue: Catalogue) -> [String] {
    lines(catalogue).flatMap { line in line.limitTexts.map { "\(line.direction) \(line.title)：\($0)" } }
      + submissionLines(catalogue).map { "\($0.group)：\($0.text)" }
  }
}
