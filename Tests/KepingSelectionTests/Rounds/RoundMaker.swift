import KepingCore
import KepingSelection

/// Makes small random rounds in which scores, amounts, names and times often coincide.
struct RoundMaker {
  var random: SplitMix64
  private(set) var round = PlainRound()

  init(seed: UInt64) { random = SplitMix64(seed: seed) }

  static let names = ["甲公司", "乙公司", "丙学院"]
  static let codes = ["91A", "91B", "91C"]
  static let leaders = ["张三", "李四", "王五"]
  static let numbers = ["N1", "N2", "N3"]
  static let fieldPaths = ["budget.requested", "applicant.highTech", "expected.count"]

  /// Makes the round of a seed.
  static func round(seed: UInt64) -> PlainRound {
    var maker = RoundMaker(seed: seed)
    maker.addPrograms()
    maker.addScopes()
    maker.addBureauLimits()
    maker.addApplications()
    maker.addScores()
    maker.addProjects()
    maker.addGrants()
    return maker.round
  }

  // MARK: Programs

  private mutating func addPrograms() {
    let ordinals = ["计划三", "计划一", "计划二", "计划十二", ""]
    for number in 0..<random.number(1...3) {
      let id = ["p-a", "p-b", "p-c"][number]
      let year = random.pick([2024, 2024, 2023])
      // Programs of one year have different directions.
      let first = round.programs.filter { $0.year == year }.flatMap(\.types).count
      let types = (1...random.number(1...2)).map { type in
        (id: "\(first + type)", directions: (1...random.number(1...3)).map { "\(first + type).\($0)" })
      }
      var program = PlainRound.Program(
        id: id, year: year, ordinal: random.pick(ordinals), plan: random.pick(["plan", "plan\(number)"]), types: types,
        isOn: random.chance(90))
      for direction in program.directions where random.chance(40) {
        program.bounds[direction] = (0..<random.number(1...2)).map { _ in random.number(1...3) }
      }
      addLimits(&program)
      round.programs.append(program)
    }
  }

  private mutating func addLimits(_ program: inout PlainRound.Program) {
    for number in 0..<random.number(0...2) {
      let direction = random.chance(50) ? random.pick(program.directions) : nil
      program.limits.append(
        PlainRound.Limit(
          clause: "\(direction ?? program.plan)/limit/\(number + 5)", direction: direction,
          per: random.pick(SubmissionLimit.Holder.allCases), within: random.pick(SubmissionLimit.Scope.allCases),
          bound: random.number(1...3), over: random.pick(SubmissionLimit.Consequence.allCases),
          ongoing: random.pick([nil, nil, .all, .overdue])))
    }
  }

  // MARK: Settings

  private mutating func addScopes() {
    for program in round.programs {
      if random.chance(50) { addScope(program, program.plan, .plan) }
      for type in program.types {
        if random.chance(40) { addScope(program, type.id, .projectType) }
        for direction in type.directions where random.chance(15) { addScope(program, direction, .direction) }
      }
    }
  }

  private mutating func addScope(_ program: PlainRound.Program, _ key: String, _ kind: SubmissionLimit.Scope) {
    round.scopes.append(SelectionSettings.Scope(program: program.id, key: key, kind: kind, settings: groupSettings()))
  }

  private mutating func groupSettings() -> GroupSettings {
    var settings = GroupSettings()
    if random.chance(70) { settings.places = random.number(0...6) }
    if random.chance(60) { settings.budget = ExactDecimal(random.pick(["0", "10", "25", "30", "30.5", "50", "100", "0.3"])) }
    if random.chance(30) { settings.floor = ExactDecimal(random.pick(["60", "65.5", "70.005", "80", "0"])) }
    if random.chance(20) { settings.atLeast = random.number(1...4) }
    settings.reserve = random.number(0...3)
    settings.whenFull = random.pick(GroupSettings.WhenFull.allCases)
    settings.tieAtCut = random.pick(GroupSettings.TieAtCut.allCases)
    let weight = random.pick(["100", "100", "60", "0", "33.5", "50"])
    settings.rulesWeight = ExactDecimal(weight) ?? .zero
    settings.panelWeight = ExactDecimal(100) - settings.rulesWeight
    settings.panel = panelSettings()
    if random.chance(50) { settings.order = (0..<random.number(1...3)).map { _ in orderKey() } }
    return settings
  }

  private mutating func panelSettings() -> PanelSettings {
    var panel = PanelSettings()
    panel.least = random.number(1...3)
    if random.chance(50) {
      panel.trim = 1
      panel.trimFrom = random.number(3...4)
    }
    panel.decimals = random.pick([0, 1, 2, 2, 3, 6])
    if random.chance(30) { panel.spread = random.pick([0, 500, 2000]) }
    if random.chance(30) {
      panel.items = [
        PanelSettings.Item(id: "innovation", title: "创新性", maximum: 3000),
        PanelSettings.Item(id: "value", title: "价值", maximum: 7000),
      ]
    }
    return panel
  }

  private mutating func orderKey() -> OrderKey {
    let subjects: [OrderKey.Subject] = [.score, .score, .panel, .rules] + Self.fieldPaths.map { .field($0) }
    return OrderKey(random.pick(subjects), isReversed: random.chance(30))
  }

  private mutating func addBureauLimits() {
    for number in 0..<random.pick([0, 0, 1, 2]) {
      round.bureauLimits.append(
        BureauLimit(
          clause: "selection/limit/\(number + 1)", text: "每个限报", per: random.pick(SubmissionLimit.Holder.allCases),
          bound: random.number(1...3), within: random.pick(BureauLimit.Extent.allCases),
          over: random.pick(SubmissionLimit.Consequence.allCases), ongoing: random.pick([nil, .all, .overdue])))
    }
  }

  // MARK: Applications

  private mutating func addApplications() {
    let count = random.pick([0, 1, 3, 6, 10, 14])
    let ids = (1...20).map { "A\($0)" }.shuffled(using: &random)
    let isTieRuled = random.chance(30)
    for number in 0..<count {
      var application = application(id: ids[number], number)
      if isTieRuled && random.chance(90) { application.tiePosition = random.chance(90) ? number + 1 : random.number(1...4) }
      round.applications.append(application)
    }
  }

  private mutating func application(id: String, _ number: Int) -> PlainRound.Application {
    let program = random.pick(round.programs)
    let verdicts: [Verdict] = [.pass, .pass, .pass, .pass, .pass, .pass, .fail, .supplement, .error]
    let verdict = program.isOn ? random.pick(verdicts) : .error
    var application = PlainRound.Application(
      id: id, year: program.year, direction: random.pick(program.directions), title: "题\(number)", verdict: verdict,
      points: random.pick([600, 600, 650, 655, 700, 800]), requested: random.pick([nil, 10, 10, 20, 30, 0, 0.1, 12.5]),
      submittedAt: random.pick([nil, 1, 2, 3, 3]), unit: unit(), leader: random.pick(Self.leaders + [""]),
      leaderNumber: random.chance(30) ? random.pick(Self.numbers) : nil)
    if random.chance(30) { application.partners = (0..<random.number(1...2)).map { _ in unit() } }
    for path in Self.fieldPaths where random.chance(70) { application.fields[path] = random.pick([-1, -0.0, 0, 1, 1, 10.5]) }
    addRulings(&application)
    if verdict == .error { spoil(&application) }
    return application
  }

  private mutating func unit() -> PlainRound.Unit {
    PlainRound.Unit(name: random.pick(Self.names), code: random.chance(40) ? random.pick(Self.codes) : nil)
  }

  private mutating func addRulings(_ application: inout PlainRound.Application) {
    let clauses = round.programs.flatMap(\.limits).map(\.clause) + round.bureauLimits.map(\.clause)
    for clause in clauses where random.chance(20) { application.rulings.append((clause, random.pick([.met, .unmet]))) }
  }

  /// What is known of a record that could not be evaluated may be anything.
  private mutating func spoil(_ application: inout PlainRound.Application) {
    application.points = 0
    if random.chance(30) { application.id = random.pick(["A1", "A2", nil]) }
    if random.chance(30) { application.direction = random.pick(["9.9", "1.1", nil]) }
    if random.chance(20) { application.year = random.pick([2022, 2024, nil]) }
  }

  // MARK: The files beside the applications

  private mutating func addScores() {
    let known = Set(round.applications.compactMap(\.id)).sorted()
    for application in known where random.chance(85) {
      let settings = settings(of: application)
      for expert in 1...4 where random.chance(75) {
        var score = PlainRound.Score(application: application, expert: "专家\(expert)")
        if random.chance(12) {
          score.isRecused = true
        } else if random.chance(92) {
          let points = random.pick([6000, 6000, 7000, 7050, 8000, 9999, 6667])
          if settings.items.isEmpty {
            score.score = points
          } else {
            let first = min(3000, points / 3)
            score.items = [("innovation", first), ("value", min(7000, points - first))]
            if random.chance(30) { score.score = first + min(7000, points - first) }
          }
        }
        round.scores.append(score)
      }
    }
    round.scores.shuffle(using: &random)
  }

  /// The settings of the panel for an application that could be evaluated, or else of any with its id.
  private func settings(of id: String) -> PanelSettings {
    let own = round.applications.filter { $0.id == id }
    let plan = RoundPlan(round.catalogue, round.settings)
    guard let chosen = own.first(where: { $0.verdict != .error }) ?? own.min(by: { $0.title < $1.title }), let year = chosen.year,
      let direction = chosen.direction, let index = plan.direction(year: year, id: direction)
    else { return PanelSettings() }
    return plan.groups[plan.directions[index].group].settings.panel
  }

  private mutating func addProjects() {
    for number in 0..<random.pick([0, 0, 1, 3]) {
      round.projects.append(
        PlainRound.Project(
          id: "X\(9 - number)", unit: unit(), leader: random.pick(Self.leaders + [""]),
          leaderNumber: random.chance(30) ? random.pick(Self.numbers) : nil, status: random.pick(OngoingProject.Status.allCases)))
    }
  }

  private mutating func addGrants() {
    for id in Set(round.applications.compactMap(\.id)).sorted() where random.chance(15) {
      round.grants.append(PlainRound.Grant(application: id, amount: random.pick(["0", "5", "10.00", "12.345", "0.2", "30"])))
    }
  }
}
