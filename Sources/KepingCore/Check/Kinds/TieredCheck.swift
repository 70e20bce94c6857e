/// A check whose requirement depends on the kind or size of an applicant: the first tier that applies decides.
public struct TieredCheck: Sendable {
  /// A requirement for some applicants.
  public struct Tier: Sendable {
    /// The check that decides whether the tier applies.
    public internal(set) var when: CheckID
    /// The requirement of the tier.
    public internal(set) var check: CheckID

    /// Creates a tier.
    public init(when: CheckID, check: CheckID) {
      self.when = when
      self.check = check
    }
  }

  /// The tiers in the order in which they are tried.
  public internal(set) var tiers: [Tier]
  /// The requirement if no tier applies.
  public internal(set) var otherwise: CheckID

  /// Creates a check from its tiers.
  public init(_ tiers: [Tier], otherwise: CheckID) {
    self.tiers = tiers
    self.otherwise = otherwise
  }
}

extension TieredCheck: CheckKind {
  var check: Check { .tiered(self) }
  var linking: Linking { .remark }
  var groupLabel: String? { "按情形适用" }

  mutating func visit(_ visitor: inout some PartVisitor) {
    for index in tiers.indices {
      visitor.visit(&tiers[index].when)
      visitor.visit(&tiers[index].check)
    }
    visitor.visit(&otherwise)
  }

  func answers(_ possible: PossibleAnswers) -> Set<Truth> {
    tiers.reversed().reduce(possible.truths(of: otherwise)) { later, tier in
      let own = possible.truths(of: tier.check)
      var answers: Set<Truth> = []
      for when in possible.truths(of: tier.when) {
        switch when {
        case .met: answers.formUnion(own)
        case .unmet: answers.formUnion(later)
        case .unknown: answers.formUnion(PossibleAnswers.combinations(own, later) { $0 == $1 ? $0 : .unknown })
        }
      }
      return answers
    }
  }

  func description(in checks: Checks) -> String {
    let parts = tiers.map { "\(checks.description(of: $0.when))的，\(checks.description(of: $0.check))" }
    return (parts + ["其他情形，\(checks.description(of: otherwise))"]).joined(separator: "；")
  }

  func topic(in checks: Checks) -> Topic? { nil }

  /// Returns the negation of each condition, and the exchange of the requirements of two tiers that follow each other.
  func mutations(of id: CheckID, in context: MutationContext) -> [Mutation<CheckID>] {
    var mutations: [Mutation<CheckID>] = []
    for (index, tier) in tiers.enumerated() {
      let negated = context.negated(tier.when)
      // The mutations of a single field already include its negation.
      let isKnown = context.mutations(of: tier.when).contains { $0.change == negated.change }
      if !isKnown {
        mutations.append(
          Mutation(change: negated.change) { checks in
            var changed = self
            changed.tiers[index].when = negated.build(&checks)
            return checks.add(.tiered(changed))
          })
      }
      var swapped = self
      let isLast = index == tiers.count - 1
      let next = isLast ? otherwise : tiers[index + 1].check
      swapped.tiers[index].check = next
      if isLast { swapped.otherwise = tier.check } else { swapped.tiers[index + 1].check = tier.check }
      let (first, second) = (context.description(of: tier.check), context.description(of: next))
      guard first != second else { continue }
      mutations.append(
        Mutation(Wording("“\(first)”与“\(second)”对调", "exchange '\(first)' and '\(second)'"), .tiered(swapped)))
    }
    return mutations
  }

  /// Returns the check without the tier whose condition is at an index; the requirement of a tier is not left out on its own.
  func leavingOut(component index: Int) -> Check? {
    guard index.isMultiple(of: 2), index / 2 < tiers.count else { return nil }
    var rest = self
    rest.tiers.remove(at: index / 2)
    return rest.check
  }
}
