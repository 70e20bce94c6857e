import KepingCore
import KepingPlugins

/// The faults of clauses whose quotes have figures or words of comparison that their checks do not answer.
enum FigureFaults {
  /// Returns one fault for each figure of a source line, with the clauses that are made there.
  static func all(_ loaded: PluginProgram, _ program: Program) -> [Diagnostic] {
    var clauses: [Key: [String]] = [:]
    var order: [Key] = []
    func add(_ clause: Clause, grade: Grade?) {
      let location = loaded.locations[clause: clause.id]
      for gap in ClauseFigures(clause, grade: grade, in: program).gaps {
        let key = Key(location: location, gap: gap)
        if clauses[key] == nil { order.append(key) }
        clauses[key, default: []].append(clause.id)
      }
    }
    for clause in program.clauses { add(clause, grade: nil) }
    for direction in program.directions {
      for (index, clause) in direction.clauses.enumerated() {
        add(clause, grade: direction.criteria.first { $0.clause == index }?.grade)
      }
    }
    return order.map { key in
      Diagnostic(
        path: key.location?.path ?? loaded.plugin.path, line: key.location?.line, code: key.gap.code,
        key.gap.wording(clauses[key] ?? []))
    }
  }

  private struct Key: Hashable {
    let location: SourceLocation?
    let gap: ClauseFigures.Gap
  }
}

extension ClauseFigures.Gap {
  /// The stable code of the diagnostic.
  fileprivate var code: String {
    switch self {
    case .unanswered: "unanswered-figure"
    case .unansweredWord: "unanswered-comparison"
    case .contradicted: "contradicted-comparison"
    case .unneededReason: "unneeded-reason"
    }
  }

  /// Returns the message about some clauses with the same gap.
  fileprivate func wording(_ clauses: [String]) -> Wording {
    let more = clauses.count > 3
    let names = Wording(
      clauses.prefix(3).joined(separator: "、") + (more ? "等\(clauses.count)个条款" : ""),
      clauses.prefix(3).joined(separator: ", ") + (more ? " and \(clauses.count - 3) more" : ""))
    switch self {
    case .unanswered(let figure):
      return Wording(
        "\(names.chinese) 的引文有“\(figure)”，没有一个界限与它相应；请写出检查，或写 because = \"…\"，说明“\(figure)”为什么不判断",
        "the quote of \(names.english) has '\(figure)', which no bound checks; add a check, or because = \"…\" with a reason that names '\(figure)'"
      )
    case .unansweredWord(let words):
      return Wording(
        "\(names.chinese) 的引文有“\(words)”，没有检查与它相应；请写出检查，或写 because = \"…\"，说明“\(words)”怎样掌握",
        "the quote of \(names.english) has '\(words)', which no check answers; add a check, or because = \"…\" with a reason that names '\(words)'"
      )
    case .contradicted(let figure, let comparison, let isDate):
      let word = comparison.word(isDate: isDate)
      return Wording(
        "\(names.chinese) 的引文说“\(figure)”，检查却用 \(word)；请改用相符的比较，或在界限后写明理由",
        "the quote of \(names.english) says '\(figure)', but the check uses \(word); use the comparison that the quote states, or give the bound a reason"
      )
    case .unneededReason(let reason):
      return Wording(
        "\(names.chinese) 的 because（“\(reason.printable(limit: 30))”）没有说明引文里没有界限的数字或“以上”“不超过”等词；请写出它们，或删去 because",
        "the reason ('\(reason.printable(limit: 30))') of \(names.english) names no figure or comparison of the quote that lacks a check; name it, or delete because"
      )
    }
  }
}

extension Comparison {
  /// Returns the word of the vocabulary with which a plugin writes the comparison.
  fileprivate func word(isDate: Bool) -> String {
    switch self {
    case .atLeast: isDate ? "on_or_after" : "at_least"
    case .moreThan: isDate ? "after" : "more_than"
    case .atMost: isDate ? "on_or_before" : "at_most"
    case .lessThan: isDate ? "before" : "less_than"
    }
  }
}

extension Diagnostic {
  /// The diagnostic as a remark, which does not make a check fail.
  public var asRemark: Diagnostic { ProgramRemarks.remark(self) }
}
