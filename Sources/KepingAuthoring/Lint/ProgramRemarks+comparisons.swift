import KepingCore
import KepingPlugins

/// Comparisons that contradict each other; ``FigureFaults`` has those that contradict their quote.
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

  /// Returns a remark for each clause whose requirements exclude each other.
  static func comparisons(_ loaded: PluginProgram) -> [Diagnostic] {
    loaded.program.directions.flatMap(\.clauses).compactMap { clause in
      guard let check = clause.check else { return nil }
      let requirements = requirements(check, loaded.program.checks)
      guard let wording = contradiction(requirements) else { return nil }
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
}
