import KepingCore

/// Renders a ledger for the terminal.
public enum LedgerText {
  /// Returns one line of figures for each part, the total, and the lines of the guideline outside the ledger.
  public static func summary(_ ledger: Ledger) -> String {
    var text = ""
    for part in ledger.parts {
      let clauses = Set(part.clauseIDs).count
      let counts = "条款\(right(clauses, 3))　未覆盖\(right(part.uncovered, 3))　剩余\(right(part.leftOver, 3))"
      text += "  \(Columns.padded(Columns.cut(part.title, to: 60), to: 62))\(counts)\n"
    }
    return text + total(ledger) + "\n" + outside(ledger)
  }

  /// Returns a sentence with the lines of the guideline outside the ledger, or an empty text if there are none.
  static func outside(_ ledger: Ledger) -> String {
    let lines = ledger.outside.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)至\($0.upperBound)" }
    return lines.isEmpty ? "" : "指南的第\(lines.joined(separator: "、"))行不属于本专项，不在台账中\n"
  }

  /// Returns the total of a ledger, without a line end.
  public static func total(_ ledger: Ledger) -> String {
    let clauses = ledger.program.clauseCount
    let uncovered = ledger.parts.reduce(0) { $0 + $1.uncovered }
    let left = ledger.parts.reduce(0) { $0 + $1.leftOver }
    return
      "\(ledger.program.reference.id)：\(clauses)个条款，\(ledger.quoted.count)个与指南一字不差；说明理由的未覆盖原文\(uncovered)处；没有着落的原文\(left)处"
  }

  /// Returns every passage with what covers it, then the summary.
  public static func text(_ ledger: Ledger) -> String {
    var text = ""
    for part in ledger.parts {
      text += "\n\(part.title)\n"
      for passage in part.passages { text += lines(passage, ledger) }
    }
    return text + "\n" + summary(ledger)
  }

  private static func lines(_ passage: Ledger.Passage, _ ledger: Ledger) -> String {
    let words = ledger.text.text(in: passage.range).replacing("\n", with: " ").printable(limit: 4000)
    switch passage.answer {
    case .punctuation: return ""
    case .heading: return "    \(words)\n"
    case .leftOver:
      return "  ✗ \(words)\n      没有条款回答（\(ledger.text.path):\(ledger.text.position(of: passage.range.lowerBound))）\n"
    case .uncovered(let reason, let location): return "  – \(words)\n      未覆盖：\(reason)（\(location)）\n"
    case .clauses(let entries):
      return "  ✓ \(words)\n"
        + entries.map { entry in
          let rule = entry.clause.rule(in: ledger.program.checks)
          return "      \(entry.clause.id)　\(entry.clause.kind.title)　\(rule)\n        \(entry.source)；\(entry.tests)\n"
        }.joined()
    }
  }

  private static func right(_ number: Int, _ width: Int) -> String {
    let digits = "\(number)"
    return String(repeating: " ", count: max(0, width - digits.utf8.count)) + digits
  }
}

extension Ledger.Part {
  /// The ids of the clauses that quote the part, once for each passage.
  var clauseIDs: [String] {
    passages.flatMap { passage -> [String] in
      if case .clauses(let entries) = passage.answer { entries.map(\.clause.id) } else { [] }
    }
  }
}

extension Ledger.Entry {
  /// The location of the clause in the plugin, or an empty text.
  var source: String { location.map { "\($0)" } ?? "" }

  /// The numbers of the clause's test cases by outcome, as a sentence.
  var tests: String {
    if cases.isEmpty { return clause.kind == .limit ? "不在单份评审中判断，没有用例" : "没有用例" }
    return "用例：" + cases.map { "\($0.outcome.title)\($0.count)" }.joined(separator: "、")
  }
}

extension Clause {
  /// Returns a description of how the clause is judged, for clerks.
  func rule(in checks: Checks) -> String {
    var text = ""
    if let appliesWhen { text += "适用于：\(checks.description(of: appliesWhen))。" }
    switch (kind, check) {
    case (.limit, _) where submission != nil: text += submission?.rule ?? ""
    case (.limit, _): text += "最多\(atMost ?? 0)个，由主管部门在评审后取舍"
    case (_, let check?): text += checks.description(of: check)
    default: text += "由配置登记是否已另行通知"
    }
    return text
  }
}
