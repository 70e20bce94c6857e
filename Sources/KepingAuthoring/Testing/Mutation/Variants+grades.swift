import KepingCore

extension Variants {
  /// Returns the changes of a criterion's grade.
  func of(_ criterion: Criterion, writtenAt location: SourceLocation) -> [Variant<Grade>] {
    func variant(_ change: Wording, _ grade: Grade) -> Variant<Grade> {
      Variant(change: change, location: location) { _ in grade }
    }
    let whole = variant(Wording("不分等次，符合即得满分", "award all points at once"), .outcome)
    let parts: [Variant<Grade>]
    switch criterion.grade {
    case .outcome: return []
    case .reach(let quantity, let from, let full):
      // A bound moves by a tenth of the distance between both bounds, which changes the points by visible tenths.
      let way = full.value - from
      let moved = [-way, way].flatMap { way in
        let start = Bound(value: (from * 10 + way) / 10, unit: full.unit)
        let end = Bound(value: (full.value * 10 + way) / 10, unit: full.unit)
        return [
          variant(
            .changing("\(Bound(value: from, unit: full.unit).text)起评", to: "\(start.text)起评"),
            .reach(quantity, from: start.value, full: full)),
          variant(.changing("满\(full.text)", to: "满\(end.text)"), .reach(quantity, from: from, full: end)),
        ]
      }
      parts = moved + of(quantity).map { $0.wrapped { .reach($1, from: from, full: full) } }
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
      parts = moved + of(quantity).map { $0.wrapped { .linear($1, from: from, full: full) } }
    case .share(let checks): parts = shareVariants(of: checks)
    case .quantity(let quantity): parts = of(quantity).map { $0.wrapped { .quantity($1) } }
    }
    return ([whole] + parts).map { $0.inContext("评分", "its points") }
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
