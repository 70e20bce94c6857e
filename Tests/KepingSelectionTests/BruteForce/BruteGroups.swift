import KepingCore

/// The slow implementation of a round, written from the contract alone.
///
/// It shares no code with the product but the settings.
struct BruteRound {
  let plain: PlainRound
  let groups: [BruteGroup]
  /// What names units and leaders, and the limits; kept, because finding them each time takes too long.
  private(set) var units: [Bearer] = []
  private(set) var leaders: [Leader] = []
  private(set) var parts: [Part] = []
  /// The keys of each application for each kind of holder.
  private(set) var applicationKeys: [SubmissionLimit.Holder: [[String]]] = [:]

  init(_ plain: PlainRound) {
    self.plain = plain
    groups = BruteGroup.all(plain)
    units = allUnits
    leaders = allLeaders
    parts = allParts
    for holder in SubmissionLimit.Holder.allCases { applicationKeys[holder] = all.map { keys($0, holder) } }
  }

  /// The indices of all applications.
  var all: [Int] { Array(plain.applications.indices) }

  /// The group of an application; nil if no program has its direction.
  func group(_ application: Int) -> BruteGroup? {
    guard let year = plain.applications[application].year, let direction = plain.applications[application].direction else {
      return nil
    }
    return groups.first { $0.year == year && $0.directions.contains(direction) }
  }
}

/// The directions that are ranked together.
struct BruteGroup {
  let program: String
  let year: Int
  let key: String
  let kind: SubmissionLimit.Scope?
  let settings: GroupSettings
  var directions: [String]
  /// The smallest bound of each direction that has one.
  var bounds: [String: Int]

  /// “years, groups in the order of the guideline by their first direction”, “the narrowest wins whole”.
  static func all(_ plain: PlainRound) -> [BruteGroup] {
    let numbers = ["计划一": 1, "计划二": 2, "计划三": 3, "计划十二": 12]
    let programs = plain.programs.sorted {
      ($0.year, numbers[$0.ordinal] ?? 99, $0.id) < ($1.year, numbers[$1.ordinal] ?? 99, $1.id)
    }
    var groups: [BruteGroup] = []
    for program in programs {
      for type in program.types {
        for direction in type.directions {
          let scopes = plain.scopes.filter { $0.program == program.id }
          let scope =
            scopes.first { $0.kind == .direction && $0.key == direction }
            ?? scopes.first { $0.kind == .projectType && $0.key == type.id }
            ?? scopes.first { $0.kind == .plan && $0.key == program.plan }
          let bounds = program.bounds[direction]?.min().map { [direction: $0] } ?? [:]
          if let scope,
            let index = groups.firstIndex(where: {
              $0.program == program.id && $0.year == program.year && $0.kind == scope.kind && $0.key == scope.key
            })
          {
            groups[index].directions.append(direction)
            groups[index].bounds.merge(bounds) { first, _ in first }
          } else {
            groups.append(
              BruteGroup(
                program: program.id, year: program.year, key: scope?.key ?? direction, kind: scope?.kind,
                settings: scope?.settings ?? GroupSettings(), directions: [direction], bounds: bounds))
          }
        }
      }
    }
    return groups
  }
}
