import KepingCore
import KepingSelection

extension PlainRound {
  /// The programs as the product knows them.
  var catalogue: Catalogue { Catalogue(programs.sorted { $0.id < $1.id }.map(\.entry)) }

  var settings: SelectionSettings {
    var settings = SelectionSettings()
    settings.scopes = scopes
    settings.limits = bureauLimits
    return settings
  }

  /// The round as the product ranks it.
  var round: Round {
    let plan = RoundPlan(catalogue, settings)
    return Round(
      plan: plan, entries: applications.map { $0.entry(plan) }, panel: scores.enumerated().map { $1.row($0 + 2) },
      ongoing: projects.enumerated().map { $1.value($0 + 2) }, grants: grants.enumerated().map { $1.value($0 + 2) })
  }
}

extension PlainRound.Program {
  fileprivate var entry: Catalogue.Entry {
    let plan = Plan(
      id: plan, ordinal: ordinal, title: "计划\(plan)",
      projectTypes: types.map { type in
        ProjectType(
          id: type.id, title: "类型\(type.id)", directions: type.directions.map { DirectionHeading(id: $0, title: "方向\($0)") })
      })
    let reference = ProgramReference(id: id, version: "1.0.0")
    return Catalogue.Entry(
      reference: reference, year: year, plan: plan, settings: [], path: id, status: isOn ? .on(program(reference, plan)) : .off)
  }

  private func program(_ reference: ProgramReference, _ plan: Plan) -> Program {
    let directions = types.flatMap { type in
      type.directions.map { id in
        let bounds = (bounds[id] ?? []).enumerated().map { index, bound in
          Clause(
            id: "\(id)/limit/\(index + 1)", kind: .limit, quote: "接受\(bound)个项目", check: nil, appliesWhen: nil, atMost: bound)
        }
        let own = limits.filter { $0.direction == id }.map(\.written)
        return Direction(id: id, title: "方向\(id)", projectType: type.id, clauses: bounds + own, criteria: [])
      }
    }
    return Program(
      reference: reference, year: year, plan: plan, schema: .host, checks: Checks(), directions: directions,
      clauses: limits.filter { $0.direction == nil }.map(\.written))
  }
}

extension PlainRound.Limit {
  fileprivate var written: Clause {
    let terms = SubmissionLimit.Terms(per: per, within: within, over: over, ongoing: ongoing)
    let limit = SubmissionLimit(clause: clause, quote: "限报\(bound)项", bound: bound, terms: terms, direction: direction)
    return Clause(
      id: clause, kind: .limit, quote: limit.quote, check: nil, appliesWhen: nil, atMost: bound, submission: limit)
  }
}

extension PlainRound.Unit {
  var identity: UnitIdentity { UnitIdentity(name: .of(name), code: .of(code)) }
}

extension IdentityHash {
  /// The hash of a text that is folded already; that of an absent one is none.
  fileprivate static func of(_ text: String?) -> IdentityHash { IdentityHash(folded: Bytes((text ?? "").utf8)) }
}

extension PlainRound.Application {
  fileprivate func entry(_ plan: RoundPlan) -> Entry {
    func bytes(_ text: String?) -> Bytes? { text.map { Bytes($0.utf8) } }
    let index = year.flatMap { year in direction.flatMap { plan.direction(year: year, id: $0) } }
    let cell = SourceCell(file: "裁定.xlsx", sheet: "裁定", row: 2)
    func ruling(_ clause: String, _ decision: Ruling.Decision) -> Ruling {
      Ruling(
        application: id ?? "", clause: clause, decision: decision, reason: "理由", by: "甲", on: CalendarDate(dayNumber: 19_800),
        cell: cell)
    }
    return Entry(
      texts: [bytes(id), bytes(direction), bytes(title), bytes(unit.name), bytes(leader)], year: year,
      program: index == nil ? nil : ProgramReference(id: "p", version: "1.0.0"), verdict: verdict, points: points,
      requested: requested, submittedAt: submittedAt.flatMap(Self.time), unit: unit.identity, partners: partners.map(\.identity),
      leader: LeaderIdentity(name: .of(leader), number: .of(leaderNumber)),
      orderValues: index.map { plan.orderFields(ofDirection: $0).map { fields[$0] ?? .nan } } ?? [],
      rulings: rulings.map { ruling($0.clause, .outcome($0.outcome)) }
        + (tiePosition.map { [ruling(Ruling.tie, .position($0))] } ?? []))
  }

  /// A time on one day.
  private static func time(_ seconds: Int) -> Timestamp? {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return Timestamp(rfc3339: "2024-05-01T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z".utf8)
  }
}

extension PlainRound.Score {
  fileprivate func row(_ row: Int) -> PanelScore {
    func cell(_ column: String) -> SourceCell { SourceCell(file: "评分.xlsx", sheet: "评分", row: row, column: column) }
    return PanelScore(
      application: Given(application, cell("A")), expert: Given(expert, cell("B")), score: score.map { Given($0, cell("C")) },
      items: items.map { ($0.id, Given($0.score, cell("D"))) }, isRecused: isRecused,
      unit: unit.map { Given($0.identity, cell("E")) })
  }
}

extension PlainRound.Project {
  fileprivate func value(_ row: Int) -> OngoingProject {
    OngoingProject(
      id: id, title: "在研\(id)", unitName: unit.name, leaderName: leader, unit: unit.identity,
      leader: LeaderIdentity(name: .of(leader), number: .of(leaderNumber)), status: status,
      cell: SourceCell(file: "在研.xlsx", sheet: "在研", row: row))
  }
}

extension PlainRound.Grant {
  fileprivate func value(_ row: Int) -> Grant {
    func cell(_ column: String) -> SourceCell { SourceCell(file: "经费.xlsx", sheet: "经费", row: row, column: column) }
    return Grant(application: Given(application, cell("A")), amount: Given(ExactDecimal(amount) ?? .zero, cell("B")))
  }
}
