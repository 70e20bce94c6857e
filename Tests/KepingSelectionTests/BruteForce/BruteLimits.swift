import KepingCore
import KepingSelection

extension BruteRound {
  // MARK: Keys

  /// An application or project that names a unit and a leader.
  struct Bearer: Equatable {
    enum Owner: Hashable { case application(Int), project(Int) }
    let owner: Owner
    let unit: PlainRound.Unit
  }

  private func isRunning(_ project: Int) -> Bool { [.running, .overdue].contains(plain.projects[project].status) }
  private var counting: [Int] { all.filter { plain.applications[$0].verdict != .error } }
  private var running: [Int] { plain.projects.indices.filter(isRunning) }

  /// Every unit that is named anywhere.
  var allUnits: [Bearer] {
    counting.flatMap { index in
      ([plain.applications[index].unit] + plain.applications[index].partners).map { Bearer(owner: .application(index), unit: $0) }
    } + running.map { Bearer(owner: .project($0), unit: plain.projects[$0].unit) }
  }

  /// “A name without code takes the code that the same name has elsewhere”.
  func key(_ unit: PlainRound.Unit) -> String {
    if let code = unit.code { return "code \(code)" }
    let codes = codes(of: unit.name)
    return codes.count == 1 ? "code \(codes.first ?? "")" : "name \(unit.name)"
  }

  private func codes(of name: String) -> Set<String> { Set(units.filter { $0.unit.name == name }.compactMap(\.unit.code)) }

  struct Leader {
    let owner: Bearer.Owner
    let name: String
    let number: String?
    let unit: String
  }

  var allLeaders: [Leader] {
    counting.map {
      let own = plain.applications[$0]
      return Leader(owner: .application($0), name: own.leader, number: own.leaderNumber, unit: key(own.unit))
    }
      + running.map {
        let own = plain.projects[$0]
        return Leader(owner: .project($0), name: own.leader, number: own.leaderNumber, unit: key(own.unit))
      }
  }

  /// Nil where nobody counts.
  func key(_ leader: Leader) -> String? {
    if let number = leader.number { return "number \(number)" }
    if leader.name.isEmpty { return nil }
    let numbers = Set(leaders.filter { $0.name == leader.name && $0.unit == leader.unit }.compactMap(\.number))
    return numbers.count == 1 ? "number \(numbers.first ?? "")" : "name \(leader.name) of \(leader.unit)"
  }

  // MARK: Suspicions

  private func names(_ owners: Set<Bearer.Owner>, without own: Int) -> [String] {
    let applications = all.filter { $0 != own && owners.contains(.application($0)) }.map { plain.applications[$0].id ?? "" }
    let projects = plain.projects.indices.filter { owners.contains(.project($0)) }.map { plain.projects[$0].id }
    return byScalars(applications) + byScalars(projects).map { "在研 \($0)" }
  }

  func byScalars(_ texts: [String]) -> [String] {
    texts.sorted { $0.unicodeScalars.map(\.value).lexicographicallyPrecedes($1.unicodeScalars.map(\.value)) }
  }

  func suspicions(_ application: Int) -> [String] {
    let own = plain.applications[application]
    if own.verdict == .error { return [] }
    var suspicions: [String] = []
    let leader = leaders.first { $0.owner == .application(application) }
    if let leader, !leader.name.isEmpty {
      let others = leaders.filter { $0.name == leader.name && key($0) != key(leader) }
      if !others.isEmpty { suspicions.append("same-name\(names(Set(others.map(\.owner)), without: application))") }
    }
    let open = Set(units.filter { $0.unit.code == nil }.map(\.unit.name)).filter { codes(of: $0).count > 1 }
    let ownNames = Set(([own.unit] + own.partners).map(\.name)).intersection(open)
    if !ownNames.isEmpty {
      let owners = Set(units.filter { ownNames.contains($0.unit.name) }.map(\.owner))
      suspicions.append("same-unit\(names(owners, without: application))")
    }
    if let settings = group(application)?.settings.panel, let spread = settings.spread {
      let scores = panel(application, settings).scores
      if (scores.max() ?? 0) - (scores.min() ?? 0) > spread { suspicions.append("spread[]") }
    }
    return suspicions
  }

  // MARK: Limits

  /// A limit with the applications that it counts together.
  struct Part {
    let clause: String
    let per: SubmissionLimit.Holder
    let bound: Int
    let over: SubmissionLimit.Consequence
    let ongoing: SubmissionLimit.Ongoing?
    let applications: [Int]
  }

  private func applications(_ program: PlainRound.Program, _ directions: [String]) -> [Int] {
    counting.filter {
      plain.applications[$0].year == program.year && directions.contains(plain.applications[$0].direction ?? "")
    }
  }

  private func parts(_ within: SubmissionLimit.Scope, _ program: PlainRound.Program, home: String?) -> [[String]] {
    let parts: [[String]] =
      switch within {
      case .direction: program.directions.map { [$0] }
      case .projectType: program.types.map(\.directions)
      case .plan: [program.directions]
      }
    return home.map { home in parts.filter { within == .plan || $0.contains(home) } } ?? parts
  }

  /// “the plugin's in the order of the guideline, then the bureau's”.
  var allParts: [Part] {
    var parts: [Part] = []
    for program in plain.programs {
      let inOrder = [nil] + program.directions.map { Optional($0) }
      for limit in inOrder.flatMap({ home in program.limits.filter { $0.direction == home } }) {
        for directions in self.parts(limit.within, program, home: limit.direction) {
          parts.append(
            Part(
              clause: limit.clause, per: limit.per, bound: limit.bound, over: limit.over, ongoing: limit.ongoing,
              applications: applications(program, directions)))
        }
      }
    }
    for limit in plain.bureauLimits {
      func add(_ applications: [Int]) {
        parts.append(
          Part(
            clause: limit.clause, per: limit.per, bound: limit.bound, over: limit.over, ongoing: limit.ongoing,
            applications: applications))
      }
      switch limit.within {
      case .round:
        for year in Set(plain.programs.map(\.year)).sorted() { add(counting.filter { plain.applications[$0].year == year }) }
      case .direction:
        for program in plain.programs { self.parts(.direction, program, home: nil).forEach { add(applications(program, $0)) } }
      case .projectType:
        for program in plain.programs { self.parts(.projectType, program, home: nil).forEach { add(applications(program, $0)) } }
      case .plan: for program in plain.programs { add(applications(program, program.directions)) }
      }
    }
    return parts
  }

  /// The keys of an application for a limit, each once.
  func keys(_ application: Int, _ per: SubmissionLimit.Holder) -> [String] {
    let own = plain.applications[application]
    switch per {
    case .applicant: return [key(own.unit)]
    case .leader: return leaders.filter { $0.owner == .application(application) }.compactMap(key)
    case .unit:
      var keys: [String] = []
      for unit in [own.unit] + own.partners where !keys.contains(key(unit)) { keys.append(key(unit)) }
      return keys
    }
  }

  private func keys(project: Int, _ per: SubmissionLimit.Holder) -> [String] {
    if per != .leader { return [key(plain.projects[project].unit)] }
    return leaders.filter { $0.owner == .project(project) }.compactMap(key)
  }

  /// What the limits say about an application: what is told, and the hardest place.
  func limits(_ application: Int) -> (told: [String], place: String?) {
    var told: [String] = []
    var places: [String] = []
    for part in parts where part.applications.contains(application) {
      for key in applicationKeys[part.per]?[application] ?? [] {
        let counted = part.applications.filter { applicationKeys[part.per]?[$0].contains(key) ?? false }
        let projects = plain.projects.indices.filter { project in
          let statuses: [OngoingProject.Status] =
            switch part.ongoing {
            case nil: []
            case .all: [.running, .overdue]
            case .overdue: [.overdue]
            }
          return statuses.contains(plain.projects[project].status) && keys(project: project, part.per).contains(key)
        }
        guard counted.count + projects.count > part.bound else { continue }
        let others = counted.filter { $0 != application }.map { plain.applications[$0].id ?? "" }
        told.append(
          part.clause + "\(byScalars(others) + byScalars(projects.map { plain.projects[$0].id }).map { "在研 \($0)" })")
        guard plain.applications[application].verdict == .pass else { continue }
        var place = consequence(part, counted.filter { plain.applications[$0].verdict == .pass }, projects.count, application)
        if place == "over-limit", let ruling = plain.applications[application].rulings.first(where: { $0.clause == part.clause })
        {
          place = ruling.outcome == .met ? nil : "barred"
        }
        if let place { places.append(place) }
      }
    }
    return (told, places.contains("barred") ? "barred" : places.first)
  }

  /// “Then `over` says what becomes of those among them with verdict `pass`”.
  private func consequence(_ part: Part, _ passing: [Int], _ projects: Int, _ application: Int) -> String? {
    let stay = max(0, part.bound - projects)
    switch part.over {
    case .ask: return "over-limit"
    case .all: return "barred"
    case .best:
      if passing.count <= stay { return nil }
      if passing.contains(where: { score($0) == nil }) { return "over-limit" }
      // Sorts by floor, then by score.
      return chosen(passing, stay, application) { left, right in
        if isBelowFloor(left) != isBelowFloor(right) { return isBelowFloor(right) }
        return score(left) ?? Rational(0) > score(right) ?? Rational(0)
      }
    case .earliest:
      if passing.count <= stay { return nil }
      return chosen(passing, stay, application) { left, right in
        plain.applications[left].submittedAt ?? .max < plain.applications[right].submittedAt ?? .max
      }
    }
  }

  /// One stays whom no more than `stay` others precede or equal; equal ones on both sides of the line are left to people.
  private func chosen(_ all: [Int], _ stay: Int, _ application: Int, _ precedes: (Int, Int) -> Bool) -> String? {
    let before = all.filter { precedes($0, application) }.count
    let equal = all.filter { !precedes($0, application) && !precedes(application, $0) }.count
    if before + equal <= stay { return nil }
    return before < stay ? "over-limit" : "barred"
  }
}
