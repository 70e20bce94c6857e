import KepingCore

extension Probes {
  /// Returns the edits at which a check, or a part of it on which its answer depends, may answer differently.
  func probes(of id: CheckID) -> [Edit] {
    switch checks[id] {
    case .compare(let check):
      let (below, above) = neighbours(of: check.bound, for: check.quantity)
      return probes(of: check.quantity, at: [check.bound.value, below, above].compactMap(\.self))
    case .compareQuantities(let check): return probes(of: check)
    case .compareDates(let check): return probes(of: check)
    case .compareSpan(let check): return probes(of: check)
    case .all(let check): return probes(ofParts: check.children, others: .met)
    case .anyOf(let check): return probes(ofParts: check.children, others: .unmet)
    case .not(let check): return probes(of: check.child)
    case .leftOpen(let check): return probes(of: check.child)
    case .tiered(let check): return probes(of: check)
    case .isTrue(let check): return [.flag(true), .flag(false), .null].map { Edit(check.field.path, $0) }
    case .isOne(let check):
      return choices(of: check.field).map { Edit(check.field.path, .text($0.value)) } + [Edit(check.field.path, .null)]
    case .contains(let check):
      let texts = check.field.field.type.choices.map(\.value)
      let others = texts.indices.filter { $0 != check.known }.prefix(1).map { JSONValue.list([.text(texts[$0])]) }
      let lists = [.list([.text(texts[check.known])]), .list([]), .list([.text("其他（虚构）")])] + others + [.null]
      return lists.map { Edit(check.field.path, $0) }
    case .within(let check):
      let codes = regions(check.prefix, inside: true) + regions(check.prefix, inside: false)
      return codes.map { Edit(check.field.path, .text($0)) } + [Edit(check.field.path, .null)]
    case .given(let check): return [Edit(check.field.path, .null)] + samples(of: check.field.slot)
    case .some(let check): return [.met, .unmet, .unknown].map { Edit(check.field.path, list($0, of: check.field)) }
    case .none(let check): return [.met, .unmet, .unknown].map { Edit(check.field.path, list($0, of: check.field)) }
    case .any(let match): return probes(of: match)
    case .every(let check): return probes(of: check.match)
    case .judged(let check): return probes(of: check.call)
    }
  }

  /// Returns the probes of each part of a joined check while the other parts have one answer, which leaves the decision to it.
  private func probes(ofParts parts: [CheckID], others: Truth) -> [Edit] {
    parts.indices.flatMap { index in
      let context = together(parts.indices.filter { $0 != index }.map { parts[$0] }, others)
      return probes(of: parts[index]).map { $0.adding(context) }
    }
  }

  /// Returns the probes of each tier's requirement where the tier applies, and those of each condition where it decides.
  private func probes(of check: TieredCheck) -> [Edit] {
    var edits: [Edit] = []
    for (index, tier) in check.tiers.enumerated() {
      let earlier = together(check.tiers[..<index].map(\.when), .unmet)
      let applies = together([tier.when], .met).adding(earlier)
      edits += probes(of: tier.check).map { $0.adding(applies) }
      let next = index + 1 < check.tiers.count ? check.tiers[index + 1].check : check.otherwise
      let contexts = [(tier.check, Truth.met), (tier.check, .unmet), (next, .met), (next, .unmet)].flatMap { id, truth in
        making(id, truth).prefix(2)
      }
      for when in probes(of: tier.when) { edits += contexts.map { $0.adding(when).adding(earlier) } }
      for when in probes(of: tier.when) { edits += contexts.map { when.adding($0).adding(earlier) } }
    }
    let none = together(check.tiers.map(\.when), .unmet)
    return edits + probes(of: check.otherwise).map { $0.adding(none) }
  }

  /// Returns edits that make two quantities equal, and one of them a step larger.
  private func probes(of check: CompareQuantitiesCheck) -> [Edit] {
    let (edit, value) = anchor(check.right)
    let steps = [value, value - 1, value + 1].flatMap { setting(check.left, to: $0).prefix(Self.maximumAlternatives) }
    let zero = setting(check.right, to: 0).prefix(1).flatMap { right in
      [0, 1].flatMap { setting(check.left, to: $0).prefix(2) }.map { right.adding($0) }
    }
    let parts = setting(check.right, to: value).prefix(Self.maximumAlternatives).flatMap { right in
      [value, value + 1, value - 1].flatMap { setting(check.left, to: $0).prefix(1) }.map { right.adding($0) }
    }
    return steps.map { $0.adding(edit) } + parts + zero + removing(check.left) + removing(check.right)
  }
}
