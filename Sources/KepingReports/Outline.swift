import KepingCore

/// Plans, project types and directions as plain text.
public enum Outline {
  /// Returns all plans as a tree, with the status of their programs.
  /// - Parameter year: the year of the programs; nil for all years.
  public static func text(_ catalogue: Catalogue, year: Int? = nil) -> String {
    var text = ""
    for entry in catalogue.entries where year == nil || entry.year == year {
      text += "\(entry.plan.ordinal) \(entry.plan.title)（\(yearOfGuideline(entry))，\(entry.reference.id)，\(status(entry))）\n"
      let types = entry.plan.projectTypes
      for (index, type) in types.enumerated() {
        let isLast = index == types.count - 1
        text += "\(isLast ? "└" : "├") 项目类型\(type.id) \(type.title)\n"
        for (headingIndex, heading) in type.directions.enumerated() {
          text +=
            "\(isLast ? " " : "│") \(headingIndex == type.directions.count - 1 ? "└" : "├") \(heading.id) \(heading.title)\n"
        }
      }
    }
    return text
  }

  /// Returns a direction with its clauses and criteria; nil if no program has it.
  ///
  /// The clauses of a program that is off or broken are unknown and left out.
  /// - Parameter year: the year of the programs; nil for all years.
  public static func text(_ catalogue: Catalogue, direction id: String, year: Int? = nil) -> String? {
    var text = ""
    for entry in catalogue.entries where year == nil || entry.year == year {
      guard let (type, heading) = entry.directions.first(where: { $0.heading.id == id }) else { continue }
      text += "\(entry.plan.ordinal) \(entry.plan.title)（\(yearOfGuideline(entry))，\(entry.reference.id)，\(status(entry))）\n"
      text += "项目类型\(type.id) \(type.title)\n方向 \(heading.id) \(heading.title)\n"
      guard let program = entry.program, let direction = program.directions.first(where: { $0.id == id }) else {
        continue
      }
      for clause in direction.clauses {
        text += "  \(clause.id)　[\(clause.kind.title)]　\(clause.quote)\n"
        if let limit = clause.submission { text += "      \(limit.rule)\n" }
        let bounds = clause.check.map { program.checks.bounds(of: $0) } ?? []
        for (check, bound, reason) in bounds {
          let notes = [reason, change(of: bound, in: check, program)].compactMap { $0 }
          text += "      界限 \(bound.text)" + (notes.isEmpty ? "" : "（\(notes.joined(separator: "；"))）") + "\n"
        }
      }
      for limit in program.submissionLimits(for: direction) where limit.direction != id {
        text += "  \(limit.clause)　[\(ClauseKind.limit.title)]　\(limit.quote)\n      \(limit.rule)\n"
      }
      text += "  评分（满分100\(direction.notApplicable == .shared ? "；不适用的条款，分值由其余各项分担" : "")）\n"
      for criterion in direction.criteria {
        text += "      \(String(tenths: criterion.maximum))　\(criterion.title)（\(criterion.id)）\n"
      }
    }
    return text.isEmpty ? nil : text
  }

  /// Returns the note on a bound that the configuration has changed; nil if it is that of the plugin.
  private static func change(of bound: Bound, in check: CheckID, _ program: Program) -> String? {
    program.checks.written(inPlaceOf: bound, of: check).map { "按配置调整，原为\($0.text)" }
  }

  /// Returns the year of a program's guideline; the manifest of a broken program may not say it.
  static func yearOfGuideline(_ entry: Catalogue.Entry) -> String { entry.year > 0 ? "\(entry.year)年度" : "年度不详" }

  /// Returns the status of a program in Chinese.
  public static func status(_ entry: Catalogue.Entry) -> String {
    switch entry.status {
    case .on: "已启用"
    case .off: "已关闭"
    case .broken: "未能加载"
    }
  }
}
