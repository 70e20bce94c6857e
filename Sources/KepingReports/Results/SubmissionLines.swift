import KepingCore

/// A limit on what may be submitted, with those who have more applications in one group than it allows.
struct SubmissionLine {
  /// The title of the plan with its ordinal and year.
  let plan: String
  /// The id of the direction whose applications are counted; nil if those of several are counted together.
  let direction: String?
  /// The name of the direction, the project type or the plan.
  let group: String
  /// The quote of the limit, and who has too many applications.
  let text: String
}

extension Summary {
  /// Returns a line for each limit and group in which someone has too many applications, and one for each other limit.
  ///
  /// Nothing is returned if nothing was counted. A limit that applies to no direction with applications is left out. If several
  /// directions repeat a limit of their project type or plan, it is listed once.
  func submissionLines(_ catalogue: Catalogue) -> [SubmissionLine] {
    guard let limitExcesses else { return [] }
    return catalogue.entries.flatMap { entry -> [SubmissionLine] in
      guard let program = entry.program else { return [] }
      var seen: Set<String> = []
      let used = program.directions.filter { hasApplications(for: $0.id, of: program.reference) }
      return program.submissionLimits.flatMap { limit -> [SubmissionLine] in
        guard used.contains(where: { limit.group(of: $0, in: program) != nil }) else { return [] }
        let excesses = limitExcesses.filter { $0.program == program.reference && $0.limit == limit }
        if excesses.isEmpty { return [line(limit, Self.home(of: limit, in: program), entry, "没有发现超过的")] }
        return excesses.map { line(limit, $0.group, entry, $0.text) }
      }.filter { seen.insert("\($0.group)：\($0.text)").inserted }
    }
  }

  private func line(
    _ limit: SubmissionLimit, _ group: SubmissionLimit.Group, _ entry: Catalogue.Entry, _ text: String
  ) -> SubmissionLine {
    let title =
      switch group.scope {
      case .direction: "\(group.id) \(entry.directions.first { $0.heading.id == group.id }?.heading.title ?? "")"
      case .projectType: "项目类型\(group.id) \(entry.plan.projectTypes.first { $0.id == group.id }?.title ?? "")"
      case .plan: entry.planTitle
      }
    return SubmissionLine(
      plan: entry.planTitle, direction: group.scope == .direction ? group.id : nil, group: title,
      text: "\(limit.quote)——\(text)" + (limit.terms.ongoing == nil ? "" : "；在研项目不在申报表里，没有计入"))
  }

  /// Returns the only group of a limit, or the plan if the limit counts several groups.
  private static func home(of limit: SubmissionLimit, in program: Program) -> SubmissionLimit.Group {
    let home = limit.direction.flatMap { id in program.directions.first { $0.id == id } }
    return home.flatMap { limit.group(of: $0, in: program) } ?? SubmissionLimit.Group(scope: .plan, id: program.plan.id)
  }
}

extension LimitExcess {
  /// Who has too many applications, how many, and the ids of those that are too many.
  fileprivate var text: String {
    let texts = holders.map { holder in
      let excess = holder.applications - limit.bound
      let ids = holder.ids.map { $0.printable(limit: 60) }.joined(separator: "、") + (holder.ids.count < excess ? "等" : "")
      return "\(holder.name)有\(holder.applications)项，多出\(excess)项：\(ids)"
    }
    let rest = count > holders.count ? "；等\(count)\(limit.terms.per == .leader ? "人" : "家")" : ""
    return texts.joined(separator: "；") + rest
  }
}
