import KepingCore

/// The suggested cases of a direction, and their text.
struct SuggestionText {
  /// A case of one clause: an application, and the outcome that the clause has for it.
  struct OutcomeCase {
    let clause: Clause
    let edit: Edit
    let notices: [String]
    let outcome: Outcome
  }

  /// A case with a name: an application, and the points that it gets for several criteria.
  struct PointsCase {
    let edit: Edit
    let points: [(criterion: Criterion, tenths: Int)]
  }

  let direction: Direction
  let checks: Checks
  let language: Language
  let indent: Int
  var outcomes: [OutcomeCase] = []
  var points: [PointsCase] = []

  /// The most characters of a line that lists several applications.
  private static let width = 120

  /// Returns the cases as elements of `cases`, each with the text that it is to be compared with.
  var text: String {
    var lines: [String] = []
    for clause in direction.clauses {
      let own = outcomes.filter { $0.clause.id == clause.id }
      // The notices belong to the whole element.
      for notices in own.map(\.notices).reduce(into: [[String]](), { if !$0.contains($1) { $0.append($1) } }) {
        lines += self.lines(of: clause, own.filter { $0.notices == notices }, notices)
      }
    }
    var names: [String: Int] = [:]
    var explained: Set<String> = []
    for item in points { lines += self.lines(of: item, &names, &explained) }
    let margin = String(repeating: " ", count: indent)
    return lines.map { margin + $0.printable() + "\n" }.joined()
  }

  private func lines(of clause: Clause, _ cases: [OutcomeCase], _ notices: [String]) -> [String] {
    var lines = [quote(clause), "- clause: \(YAMLText.scalar(clause.id))"]
    if !notices.isEmpty { lines.append("  notices: [\(notices.map(YAMLText.scalar).joined(separator: ", "))]") }
    for outcome in Outcome.allCases {
      let edits = cases.filter { $0.outcome == outcome }.map { YAMLText.flow($0.edit) }
      guard !edits.isEmpty else { continue }
      let line = "  \(outcome.rawValue): [\(edits.joined(separator: ", "))]"
      if line.count <= Self.width {
        lines.append(line)
      } else {
        lines += ["  \(outcome.rawValue):"] + edits.map { "    - \($0)" }
      }
    }
    return lines
  }

  private func lines(of item: PointsCase, _ names: inout [String: Int], _ explained: inout Set<String>) -> [String] {
    let titles = item.points.map(\.criterion.title)
    let listed = titles.prefix(3).joined(separator: "、")
    let rest = titles.count > 3 ? Wording("等\(titles.count)项", " and \(titles.count - 3) more").text(language) : ""
    var name = Wording("得分，\(listed)\(rest)", "Points for \(listed)\(rest)").text(language)
    names[name, default: 0] += 1
    if let number = names[name], number > 1 { name += Wording("，第\(number)例", ", case \(number)").text(language) }
    var lines = ["- name: \(YAMLText.scalar(name))"]
    let flow = "  with: \(YAMLText.flow(item.edit))"
    if item.edit.values.isEmpty {
    } else if flow.count <= Self.width {
      lines.append(flow)
    } else {
      lines += ["  with:"] + item.edit.values.map { "    \(YAMLText.scalar($0.path)): \(YAMLText.flow($0.value))" }
    }
    lines.append("  points:")
    for (criterion, tenths) in item.points {
      let line = "    \(YAMLText.scalar(criterion.id)): \(String(tenths: tenths))"
      // How the points are earned is said once.
      if explained.insert(criterion.id).inserted {
        lines += ["    # \(explanation(of: criterion))", line]
      } else {
        lines.append("\(line)   # \(source(of: criterion))")
      }
    }
    return lines
  }

  private func quote(_ clause: Clause) -> String {
    "# " + Wording("原文：“\(clause.quote)”", "quote: “\(clause.quote)”").text(language)
  }

  /// The quote of the clause that a criterion rewards, or the name of a criterion that rewards none.
  private func source(of criterion: Criterion) -> String {
    criterion.clause.map { "“\(direction.clauses[$0].quote)”" } ?? criterion.title
  }

  /// The quote of the clause and how the points are earned, which the guideline does not say.
  private func explanation(of criterion: Criterion) -> String {
    let quote = source(of: criterion)
    let maximum = String(tenths: criterion.maximum)
    let grade = checks.description(of: criterion.grade)
    return Wording("\(quote)，满分\(maximum)：\(grade)", "\(quote), of \(maximum) points: \(grade)").text(language)
  }
}
