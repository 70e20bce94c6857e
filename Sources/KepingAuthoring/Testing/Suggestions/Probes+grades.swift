import KepingCore

extension Probes {
  /// Returns the edits at which the points of a grade may differ.
  func probes(of grade: Grade) -> [Edit] {
    switch grade {
    case .outcome: return [.none]
    case .reach(let quantity, let from, let full):
      return probes(of: quantity, at: steps(from, full.value, isWhole: full.unit.measure == .count))
    case .linear(let quantity, let from, let full):
      return probes(of: quantity, at: steps(from.value, full.value, isWhole: full.unit.measure == .count))
    case .share(let parts):
      let unmet = parts.indices.flatMap { index in probed(parts, index, others: .unmet) }
      return unmet + parts.indices.flatMap { index in probed(parts, index, others: .met) }
    case .quantity(let quantity): return probes(of: quantity, at: [0, 0.25, 0.5, 0.75, 1])
    case .tiered(let tiers, let otherwise): return probes(of: tiers, otherwise)
    }
  }

  private func probed(_ parts: [CheckID], _ index: Int, others: Truth) -> [Edit] {
    let context = together(parts.indices.filter { $0 != index }.map { parts[$0] }, others)
    return (making(parts[index], .met).prefix(3) + probes(of: parts[index])).map { $0.adding(context) }
  }

  /// Returns both ends of a scale and values between them, whole ones if the unit is a count.
  private func steps(_ from: Double, _ full: Double, isWhole: Bool) -> [Double] {
    let way = sum(full, -from)
    let between = [0.5, 0.8, 0.9, 0.2].map { sum(from, product(way, $0)) }
    let values = [from, full] + (isWhole ? between.map { $0.rounded() } + [full - 1, from + 1] : between)
    return values.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Returns the probes of each tier's grade where the tier applies, and those of each condition where the grades differ.
  private func probes(of tiers: [Grade.Tier], _ otherwise: Grade) -> [Edit] {
    var edits: [Edit] = []
    for (index, tier) in tiers.enumerated() {
      let earlier = together(tiers[..<index].map(\.when), .unmet)
      let applies = together([tier.when], .met).adding(earlier)
      let own = probes(of: tier.grade)
      edits += own.map { $0.adding(applies) }
      let next = probes(of: index + 1 < tiers.count ? tiers[index + 1].grade : otherwise)
      for when in probes(of: tier.when) { edits += (own.prefix(30) + next.prefix(30)).map { when.adding($0).adding(earlier) } }
    }
    let none = together(tiers.map(\.when), .unmet)
    return edits + probes(of: otherwise).map { $0.adding(none) }
  }

  /// Returns the edits at which a clause or its points may differ, each once.
  func probes(of clause: Clause?, _ criteria: [Criterion]) -> [Edit] {
    var edits: [Edit] = [.none]
    let applies = clause?.appliesWhen.map { together([$0], .met) } ?? .none
    if let check = clause?.check { edits += probes(of: check).map { $0.adding(applies) } }
    if let condition = clause?.appliesWhen {
      let contexts = clause?.check.map { check in [Truth.met, .unmet].flatMap { making(check, $0).prefix(2) } } ?? []
      for edit in probes(of: condition) { edits += [edit] + contexts.map { edit.adding($0) } }
    }
    let met = clause?.check.map { together([$0], .met) } ?? .none
    for criterion in criteria {
      let own = probes(of: criterion.grade)
      edits += own.map { $0.adding(met).adding(applies) } + own
    }
    var known: Set<String> = []
    return edits.map { $0.shortened(for: base) }.filter { known.insert($0.key).inserted }
  }
}

extension Edit {
  /// The changes as text, which is equal for equal edits.
  fileprivate var key: String { values.map { "\($0.path)=\($0.value.bytes.text)" }.sorted().joined(separator: "\n") }
}
