import KepingCore

extension RoundPlan {
  /// Creates the plan of a round from the programs and the section `selection:` of the configuration.
  ///
  /// Directions stand by year, then in the order of the guideline: programs by the number in the ordinal of their plan (计划二),
  /// then by id; the directions of a program as its manifest has them. A program that is off or broken has directions too.
  public init(_ catalogue: Catalogue, _ settings: SelectionSettings) {
    let entries = catalogue.entries.sorted { Self.place(of: $0) < Self.place(of: $1) }
    var home: [GroupHome: Int] = [:]
    for entry in entries {
      let scopes = settings.scopes.filter { $0.program == entry.reference.id }
      for (type, heading) in entry.directions {
        let scope = Self.narrowest(scopes, direction: heading.id, projectType: type.id, plan: entry.plan.id)
        let key = GroupHome(program: entry.reference, year: entry.year, key: scope?.key ?? heading.id, kind: scope?.kind)
        let group = home[key] ?? groups.count
        if home[key] == nil {
          home[key] = group
          groups.append(Self.group(of: entry, scope, key: key.key, fallbackTitle: heading.title))
        }
        groups[group].directions.append(directions.count)
        directions.append(Self.direction(heading, of: entry, group: group))
      }
    }
    for (index, direction) in directions.enumerated() {
      let known = indices[Name(year: direction.year, id: direction.id)]
      // Of two programs with one direction, the one that is on evaluates its applications.
      if known.map({ !directions[$0].isOn && direction.isOn }) ?? true {
        indices[Name(year: direction.year, id: direction.id)] = index
      }
    }
    addLimits(of: entries, settings)
  }

  /// What decides whether two directions are ranked together.
  private struct GroupHome: Hashable {
    let id: String
    let year: Int
    let key: String
    let kind: SubmissionLimit.Scope?

    init(program: ProgramReference, year: Int, key: String, kind: SubmissionLimit.Scope?) {
      self.id = program.id
      self.year = year
      self.key = key
      self.kind = kind
    }
  }

  /// The place of a program among all: by year, by the number of its plan, by id.
  private static func place(of entry: Catalogue.Entry) -> (Int, Int, String) {
    (entry.year, number(of: entry.plan.ordinal) ?? .max, entry.reference.id)
  }

  /// Returns the number in an ordinal such as 计划二 or 计划12; nil if there is none.
  static func number(of ordinal: String) -> Int? {
    let scalars = ordinal.unicodeScalars
    let digits = scalars.drop { !("0"..."9").contains($0) }.prefix { ("0"..."9").contains($0) }
    if !digits.isEmpty { return Int(String(digits)) }
    func isNumeral(_ scalar: Unicode.Scalar) -> Bool { ChineseNumeral.digit(scalar) != nil || ChineseNumeral.unit(scalar) != nil }
    let numeral = scalars.drop { !isNumeral($0) }.prefix(while: isNumeral)
    return numeral.isEmpty ? nil : ChineseNumeral.value(numeral)
  }

  /// Returns the narrowest scope that has a direction, which wins whole.
  private static func narrowest(
    _ scopes: [SelectionSettings.Scope], direction: String, projectType: String, plan: String
  ) -> SelectionSettings.Scope? {
    func scope(_ kind: SubmissionLimit.Scope, _ key: String) -> SelectionSettings.Scope? {
      scopes.first { $0.kind == kind && $0.key == key }
    }
    return scope(.direction, direction) ?? scope(.projectType, projectType) ?? scope(.plan, plan)
  }

  private static func group(
    of entry: Catalogue.Entry, _ scope: SelectionSettings.Scope?, key: String, fallbackTitle: String
  ) -> Group {
    let title =
      switch scope?.kind {
      case .plan: entry.plan.title
      case .projectType: entry.plan.projectTypes.first { $0.id == key }?.title ?? fallbackTitle
      case .direction, nil: fallbackTitle
      }
    return Group(
      key: key, title: title, year: entry.year, program: entry.reference.id, settings: scope?.settings ?? GroupSettings(),
      directions: [])
  }

  private static func direction(_ heading: DirectionHeading, of entry: Catalogue.Entry, group: Int) -> Direction {
    let limits = entry.program?.directions.first { $0.id == heading.id }?.limits ?? []
    // Of equal bounds the first one counts.
    let bound = limits.min { $0.atMost < $1.atMost }
    return Direction(
      id: heading.id, title: heading.title, year: entry.year, isOn: entry.program != nil, group: group, bound: bound)
  }
}
