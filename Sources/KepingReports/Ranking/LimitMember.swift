import KepingCore
import KepingSelection

/// One of the applications and projects in progress that together exceed a limit.
struct LimitMember {
  /// The index of the limit in the plan.
  let limit: Int
  /// Who exceeds the limit.
  let holder: String
  /// The number of applications and projects in progress of this holder.
  let count: Int
  /// The 申报编号, or the number of the project in progress.
  let id: String
  /// The title of the project; nil if it is not known.
  let title: String?
  /// What becomes of the application; nil for a project in progress.
  let place: Place?
  /// The state of the project in progress; nil for an application.
  let status: String?
  /// What a person has ruled on the limit for the application; nil if nothing.
  let ruling: Ruling?

  /// What becomes of the application, or the state of the project in progress.
  var fate: String { place?.title ?? status ?? "在研" }

  /// A limit with those that exceed it together with one application: `4/limit/1（与BS2024-0007、在研 2022-GX-18）`.
  static func text(_ note: Ranking.LimitNote, _ plan: RoundPlan) -> String {
    "\(plan.limits[note.limit].clause)（与\(note.with.joined(separator: "、"))）"
  }
}

extension LimitMember {
  /// What stands before the number of a project in progress among the ids of a limit.
  private static let ongoingMark = "在研 "

  /// The applications and projects in progress that exceed one limit for one holder.
  private struct Excess {
    let limit: Int
    /// The ids of all, as ``Ranking/LimitNote/with`` has them.
    let ids: [String]
    /// The lines of the applications, in the order of the ranking.
    var lines: [Int]
  }

  /// What tells excesses apart: the limit and the set of ids, whatever their order.
  private struct Key: Hashable {
    let limit: Int
    let ids: Set<String>
  }

  /// Returns the members of all excesses: by limit, then in the order of the ranking; the projects in progress follow the
  /// applications of their holder.
  static func all(_ report: RankingReport) -> [LimitMember] {
    let ranking = report.ranking
    let lines = ranking.lines
    var excesses: [Excess] = []
    var indices: [Key: Int] = [:]
    for (number, line) in lines.enumerated() {
      let id = ranking.entries[line.entry].text(.id) ?? ""
      for note in ranking.limits(of: line) {
        let key = Key(limit: note.limit, ids: Set(note.with + [id]))
        if let index = indices[key] {
          // Two units that hand in the same applications exceed the limit with the same ids.
          if excesses[index].lines.last != number { excesses[index].lines.append(number) }
        } else {
          indices[key] = excesses.count
          excesses.append(Excess(limit: note.limit, ids: note.with + [id], lines: [number]))
        }
      }
    }
    let order = excesses.indices.sorted { (excesses[$0].limit, $0) < (excesses[$1].limit, $1) }
    let ongoing = Dictionary(ranking.round.ongoing.map { ($0.id, $0) }) { first, _ in first }
    return order.flatMap { members(excesses[$0], ranking, ongoing) }
  }

  private static func members(
    _ excess: Excess, _ ranking: Ranking, _ ongoing: [String: OngoingProject]
  ) -> [LimitMember] {
    let all = ranking.lines
    let lines = excess.lines.map { all[$0] }
    let limit = ranking.plan.limits[excess.limit]
    let numbers = excess.ids.filter { $0.hasPrefix(ongoingMark) }.map { String($0.dropFirst(ongoingMark.count)) }
    let holder = holder(lines.map { ranking.entries[$0.entry] }, numbers.compactMap { ongoing[$0] }, limit.per)
    let applications = lines.map { line in
      let entry = ranking.entries[line.entry]
      return LimitMember(
        limit: excess.limit, holder: holder, count: excess.ids.count, id: entry.text(.id) ?? "", title: entry.text(.title),
        place: line.place, status: nil, ruling: entry.rulings.first { $0.clause == limit.clause })
    }
    let projects = numbers.map { number in
      let project = ongoing[number]
      return LimitMember(
        limit: excess.limit, holder: holder, count: excess.ids.count, id: number, title: project?.title, place: nil,
        status: project?.status.title, ruling: nil)
    }
    return applications + projects
  }

  /// Returns the name of the holder whose applications these are.
  ///
  /// A unit that is nowhere the applicant is known by its hash only.
  private static func holder(_ entries: [Entry], _ projects: [OngoingProject], _ per: SubmissionLimit.Holder) -> String {
    guard let first = entries.first else { return "" }
    switch per {
    case .applicant: return first.text(.applicant) ?? ""
    case .leader: return "\(first.text(.leader) ?? "")（\(first.text(.applicant) ?? "")）"
    case .unit:
      if let project = projects.first { return project.unitName }
      let shared = entries.first { candidate in
        entries.allSatisfy { entry in ([entry.unit] + entry.partners).contains { isSame($0, candidate.unit) } }
      }
      return shared?.text(.applicant) ?? "联合申报单位"
    }
  }

  private static func isSame(_ first: UnitIdentity, _ second: UnitIdentity) -> Bool {
    first.code.isNone || second.code.isNone ? first.name == second.name : first.code == second.code
  }
}
