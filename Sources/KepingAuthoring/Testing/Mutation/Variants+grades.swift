import KepingCore

extension Variants {
  /// Returns the changes of a criterion's grade.
  func of(_ criterion: Criterion, writtenAt location: SourceLocation) -> [Variant<Grade>] {
    if case .outcome = criterion.grade { return [] }
    let change = Wording("不分等次，符合即得满分", "award all points at once")
    let whole = Variant<Grade>(change: change, location: location) { _ in .outcome }
    return ([whole] + of(criterion.grade, writtenAt: location)).map { $0.inContext("评分", "its points") }
  }

  /// Returns the changes of a grade.
  private func of(_ grade: Grade, writtenAt location: SourceLocation) -> [Variant<Grade>] {
    func variant(_ change: Wording, _ grade: Grade) -> Variant<Grade> {
      Variant(change: change, location: location) { _ in grade }
    }
    switch grade {
    case .outcome: return []
    case .reach(let quantity, let from, let full):
      // A bound moves by a tenth of the distance between both bounds, which changes the points by visible tenths.
      let way = full.value - from
      let moved = [-way, way].flatMap { way in
        let start = Bound(value: ((from * 10 + way) / 10).roundedToTwelveDigits, unit: full.unit)
        let end = Bound(value: ((full.value * 10 + way) / 10).roundedToTwelveDigits, unit: full.unit)
        return [
          variant(
            .changing("\(Bound(value: from, unit: full.unit).text)起评", to: "\(start.text)起评"),
            .reach(quantity, from: start.value, full: full)),
          variant(.changing("满\(full.text)", to: "满\(end.text)"), .reach(quantity, from: from, full: end)),
        ]
      }
      return moved + of(quantity).map { $0.wrapped { .reach($1, from: from, full: full) } }
    case .linear(let quantity, let from, let full):
      let way = full.value - from.value
      let moved = [-way, way].flatMap { way in
        let start = Bound(value: (from.value * 10 + way) / 10, unit: from.unit)
        let end = Bound(value: (full.value * 10 + way) / 10, unit: full.unit)
        return [
          variant(.changing("\(from.text)得零分", to: "\(start.text)得零分"), .linear(quantity, from: start, full: full)),
          variant(.changing("\(full.text)得满分", to: "\(end.text)得满分"), .linear(quantity, from: from, full: end)),
        ]
      }
      return moved + of(quantity).map { $0.wrapped { .linear($1, from: from, full: full) } }
    case .share(let checks): return shareVariants(of: checks)
    case .quantity(let quantity):
      let own = gradeVariants(of: quantity)
      return (own.isEmpty ? of(quantity) : own + componentVariants(of: quantity)).map { $0.wrapped { .quantity($1) } }
    case .tiered(let tiers, let otherwise): return tierVariants(of: tiers, otherwise: otherwise, writtenAt: location)
    }
  }

  /// Returns the changes of a grade that depends on the kind of applicant: of each part, and without each tier.
  private func tierVariants(
    of tiers: [Grade.Tier], otherwise: Grade, writtenAt location: SourceLocation
  ) -> [Variant<Grade>] {
    let changes = tiers.indices.flatMap { index -> [Variant<Grade>] in
      let tier = tiers[index]
      func with(_ changed: Grade.Tier?) -> Grade {
        var all = tiers
        all.remove(at: index)
        if let changed { all.insert(changed, at: index) }
        return .tiered(all, otherwise: otherwise)
      }
      let without = Variant<Grade>(change: .leavingOut(description(of: tier.when)), location: location) { _ in with(nil) }
      let conditions = of(tier.when).map { $0.wrapped { with(Grade.Tier(when: $1, grade: tier.grade)) } }
      let grades = of(tier.grade, writtenAt: location).map { $0.wrapped { with(Grade.Tier(when: tier.when, grade: $1)) } }
      return [without] + conditions + grades
    }
    return changes + of(otherwise, writtenAt: location).map { $0.wrapped { .tiered(tiers, otherwise: $1) } }
  }

  /// Returns the changes of a grade that is the share of met checks.
  private func shareVariants(of parts: [CheckID]) -> [Variant<Grade>] {
    parts.indices.flatMap { index in
      var variants: [Variant<Grade>] = []
      if parts.count > 1 {
        variants.append(
          Variant(change: .leavingOut(description(of: parts[index])), location: locations[parts[index]]) { _ in
            var rest = parts
            rest.remove(at: index)
            return .share(rest)
          })
      }
      return variants
        + of(parts[index]).map { variant in
          variant.wrapped { _, part in
            var changed = parts
            changed[index] = part
            return .share(changed)
          }
        }
    }
  }
}
