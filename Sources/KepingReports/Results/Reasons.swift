import KepingCore

/// Why an application did not pass.
enum Reasons {
  /// A clause that keeps an application from passing.
  struct Deciding {
    let clause: Clause
    let finding: Evaluation.Finding
    /// What the clause alone would make of the application.
    let effect: Verdict
  }

  /// The clauses that keep it from passing, in the order of the guideline; those that fail it first.
  static func deciding(_ evaluation: borrowing Evaluation) -> [Deciding] {
    guard let direction = evaluation.direction else { return [] }
    var failing: [Deciding] = []
    var supplementing: [Deciding] = []
    for (clause, finding) in zip(direction.answeredClauses, evaluation.findings) {
      switch clause.kind.verdict(for: finding.outcome) {
      case .fail: failing.append(Deciding(clause: clause, finding: finding, effect: .fail))
      case .supplement: supplementing.append(Deciding(clause: clause, finding: finding, effect: .supplement))
      case .pass, .error: break
      }
    }
    return failing + supplementing
  }

  /// Sentences: of a failed application what failed it, else what is to be supplied, or the error.
  static func all(_ evaluation: borrowing Evaluation) -> [String] {
    if let failure = evaluation.failure { return [failure.message] }
    guard evaluation.direction != nil, evaluation.verdict != .pass else { return [] }
    var reasons: [String] = []
    for item in deciding(evaluation) where item.effect == .fail || evaluation.verdict == .supplement {
      reasons.append("\(item.clause.kind.title)：\(evaluation.message(item.finding))")
    }
    return reasons + evaluation.problems.filter { $0.code != .unknownField }.map(\.message)
  }
}

/// A number that a clause was held against, in the unit of the guideline.
struct Figure {
  let label: String
  /// Nil where the application does not give it.
  let value: Double?
  /// `≥` and the like.
  let comparison: String
  let bound: Double
  let unit: String

  /// The figures that a finding rests on.
  static func all(
    _ evidence: [(field: String, value: String, required: String)], _ clause: Clause, _ program: Program
  ) -> [Figure] {
    let bounds = clause.check.map { program.checks.bounds(of: $0).map(\.bound) } ?? []
    return evidence.compactMap { item in
      let parts = item.required.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, let bound = Double(parts[1]), let sign = signs[String(parts[0])] else { return nil }
      let node = program.schema.node(of: item.field)
      var unit = bounds.first { $0.value == bound }?.unit
      if unit == nil {
        switch node.map({ program.schema.nodes[$0].field.type }) {
        case .money?, .yearlyMoney?: unit = Unit.usual(.money)
        default: break
        }
      }
      var scale = 1.0
      for _ in 0..<(unit?.places ?? 0) { scale *= 10 }
      return Figure(
        label: program.schema.label(of: item.field), value: Double(item.value).map { $0 / scale }, comparison: sign,
        bound: bound / scale, unit: unit?.name ?? "")
    }
  }

  private static let signs = [">=": "≥", ">": "＞", "<=": "≤", "<": "＜"]
}

extension Schema {
  /// The field that a path of a result speaks of: without the year, the place in a list, or the kinds of a tally.
  func node(of path: String) -> Int? {
    var plain = path.prefix { $0 != "(" && $0 != "[" }
    if let dot = plain.lastIndex(of: "."), plain[plain.index(after: dot)...].allSatisfy(\.isNumber) { plain = plain[..<dot] }
    return nodes.indices.first { nodes[$0].path == plain }
  }

  /// A path in a clerk's words; the path itself where it is no field's.
  func label(of path: String) -> String {
    guard let node = node(of: path) else { return path }
    let label = nodes[node].field.label
    if nodes[node].field.type == .yearlyMoney {
      let year = path.split(separator: ".").last.map(String.init) ?? ""
      return year.count == 4 && year.allSatisfy(\.isNumber) ? "\(year)年\(label)" : label
    }
    // A field of a list's element: the list's name, the element's number, the field's name.
    guard let open = path.firstIndex(of: "["), let close = path.firstIndex(of: "]"),
      let number = Int(path[path.index(after: open)..<close])
    else { return label }
    let rest = path[path.index(after: close)...].dropFirst()
    let field = nodes[node].children.first { nodes[$0].path == rest }.map { nodes[$0].field.label }
    return "\(label)\(number + 1)\(field ?? "")"
  }
}
