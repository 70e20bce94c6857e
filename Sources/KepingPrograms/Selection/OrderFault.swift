import KepingCore

/// A fault in the `order` of a group.
enum OrderFault: SelectionFault {
  /// The order has no keys.
  case empty
  /// A key is neither a score nor a field.
  case unknown(String, known: [String])
  /// A key is the label of a field.
  case label(String, path: String)
  /// A field has amounts by year, and the key names no year.
  case withoutYear(String, example: String)
  /// A field is neither a number nor a truth.
  case unordered(String, label: String, kind: Wording)

  var code: String {
    switch self {
    case .empty: "missing-key"
    case .unknown, .label: "unknown-field"
    case .withoutYear, .unordered: "wrong-type"
    }
  }

  var wording: Wording {
    switch self {
    case .empty: Wording("order 至少要有一项，如 [score]", "order needs at least one key, such as [score]")
    case .unknown(let text, let known):
      Wording(
        "order 里没有“\(text)”：可以写 score、panel、rules，或者申报书里的数或是否，如 budget.requested、applicant.highTech；少者优先的，前面加减号",
        "order has no '\(text)': write score, panel, rules, or a number or truth of the application such as budget.requested or applicant.highTech, with - before it if less is better"
      ).suggesting(text, among: known)
    case .label(let label, let path):
      Wording("order 里写字段名，“\(label)”要写作 \(path)", "order takes the names of fields: write \(path) for '\(label)'")
    case .withoutYear(let path, let example):
      Wording("“\(path)”每年一个数，请写明是哪一年的，如 \(example)", "'\(path)' has a number for each year; name the year, such as \(example)")
    case .unordered(let path, let label, let kind):
      Wording(
        "“\(path)”（\(label)）是\(kind.chinese)，不能用来排序；数和是否才可以，如 budget.requested、applicant.highTech",
        "'\(path)' is a field of type \(kind.english) and cannot order applications; numbers and truths can, such as budget.requested and applicant.highTech"
      )
    }
  }
}
