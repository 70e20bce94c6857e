import KepingCore

/// The example of a direction, and the cases that try its bounds.
struct DraftExample {
  private let id: String
  private let clauses: [DraftProgram.Numbered]
  private let year: Int

  init(_ id: String, _ clauses: [DraftProgram.Numbered], year: Int) {
    self.id = id
    self.clauses = clauses
    self.year = year
  }

  private var samples: [(id: String, sample: DraftClause.Sample)] {
    clauses.compactMap { item in item.clause.sample.map { (item.id, $0) } }
  }

  /// The examples file: one invented application that meets what can be known.
  var json: String {
    var groups: [(name: String, members: [(name: String, value: String)])] = []
    for (_, sample) in samples {
      let parts = sample.path.split(separator: ".").map(String.init)
      guard parts.count == 2 else { continue }
      let index: Int
      if let known = groups.firstIndex(where: { $0.name == parts[0] }) {
        index = known
      } else {
        groups.append((parts[0], []))
        index = groups.count - 1
      }
      // Several clauses may ask for one field; the larger of their values meets more of them.
      if let known = groups[index].members.firstIndex(where: { $0.name == parts[1] }) {
        if let old = Double(groups[index].members[known].value), let new = Double(sample.example), new > old {
          groups[index].members[known].value = sample.example
        }
      } else {
        groups[index].members.append((parts[1], sample.example))
      }
    }
    var lines = [
      "    \"id\": \"EXAMPLE-\(id)\"", "    \"year\": \(year)", "    \"direction\": \"\(id)\"", "    \"title\": \"示例项目（虚构）\"",
      "    \"applicant\": { \"name\": \"示例有限公司（虚构）\", \"kind\": \"enterprise\", \"rdExpense\": { \"\(year - 2)\": 20000000, \"\(year - 1)\": 30000000 } }",
    ]
    for group in groups {
      let members = group.members.map { "\"\($0.name)\": \($0.value)" }.joined(separator: ", ")
      lines.append("    \"\(group.name)\": { \(members) }")
    }
    return "[\n  {\n\(lines.joined(separator: ",\n"))\n  }\n]\n"
  }

  /// The cases file: each bound met, missed and not filled in; nil if there are none.
  var tests: String? {
    guard !samples.isEmpty else { return nil }
    var text = "base: EXAMPLE-\(id)\ncases:\n"
    for (clause, sample) in samples {
      text += """
          - clause: \(clause)
            met: [{ \(sample.path): \(sample.met) }]
            unmet: [{ \(sample.path): \(sample.unmet) }]
            unknown: [{ \(sample.path): null }]

        """
    }
    return text
  }
}
