import KepingCore
import KepingPlugins

/// Comparisons that contradict each other, or their quote.
extension ProgramRemarks {
  /// A comparison that a clause requires, whatever else it requires.
  private struct Requirement {
    /// The path of what is compared.
    let path: String
    let comparison: Comparison
    let bound: Bound

    /// Whether the comparison sets a lower limit.
    var isLower: Bool { comparison == .atLeast || comparison == .moreThan }
  }

  /// Returns a remark for each clause whose requirements exclude each other, or whose comparison is opposite to its quote.
  static func comparisons(_ loaded: PluginProgram) -> [Diagnostic] {
    loaded.program.directions.flatMap(\.clauses).compactMap { clause in
      guard let check = clause.check else { return nil }
      let requirements = requirements(check, loaded.program.checks)
      guard let wording = contradiction(requirements) ?? opposite(requirements, clause.quote) else { return nil }
      let location = loaded.locations[clause: clause.id]
      return remark(
        Diagnostic(
          path: location?.path ?? loaded.plugin.path, line: location?.line, code: "doubtful-comparison",
          Wording("\(clause.id)：\(wording.chinese)", "\(clause.id): \(wording.english)")))
    }
  }

  /// Returns the comparisons with bounds that must all be met.
  private static func requirements(_ id: CheckID, _ checks: Checks) -> [Requirement] {
    switch checks[id] {
    case .all(let check): check.children.flatMap { requirements($0, checks) }
    case .compare(let check):
      [Requirement(path: checks[check.quantity].path, comparison: check.comparison, bound: check.bound)]
    case .compareDates(let check):
      if case .day(let bound) = check.other {
        [Requirement(path: check.field.path, comparison: check.comparison, bound: bound)]
      } else {
        []
      }
    default: []
    }
  }

  /// Returns the message for a lower limit above an upper one.
  private static func contradiction(_ requirements: [Requirement]) -> Wording? {
    for lower in requirements where lower.isLower {
      for upper in requirements where !upper.isLower && upper.path == lower.path && upper.bound.value < lower.bound.value {
        return Wording(
          "既要在“\(lower.bound.text)”以上，又要在“\(upper.bound.text)”以下，不可能符合；看是否写反了",
          "nothing is both above '\(lower.bound.text)' and below '\(upper.bound.text)'; see whether they are the wrong way round")
      }
    }
    return nil
  }

  /// Words directly behind a bound in a quote, which say that it is a lower or an upper limit.
  private static let lowerWords = ["以上", "及以上", "（含）以上", "以后", "之后"]
  private static let upperWords = ["以下", "及以下", "（含）以下", "以内", "以前", "之前"]

  /// Returns the message for a comparison whose bound the quote calls the opposite.
  private static func opposite(_ requirements: [Requirement], _ quote: String) -> Wording? {
    for requirement in requirements {
      guard quote.contains(requirement.bound.text) else { continue }
      let words = requirement.isLower ? upperWords : lowerWords
      guard let word = words.first(where: { quote.contains(requirement.bound.text + $0) }) else { continue }
      return Wording(
        "原文是“\(requirement.bound.text)\(word)”，检查的方向相反，看是否写反了",
        "the quote says '\(requirement.bound.text)\(word)', and the check compares the other way; see whether it is the wrong way round"
      )
    }
    return nil
  }
}
