/// Scores the criteria of a direction.
extension Evaluator {
  /// Returns the maxima of a direction's criteria if points of clauses that do not apply are shared out over the others.
  ///
  /// - Returns: nil if the maxima of the program stand, because all clauses with points apply or because no criterion is left
  ///   that could have the points.
  mutating func sharedMaxima(_ criteria: [Criterion], _ compiled: [CompiledCriterion]) -> [Int]? {
    let applies = compiled.map { $0.finding < 0 || outcomes[Int($0.finding)] != .notApplicable }
    guard applies.contains(false) else { return nil }
    return Points.maxima(of: zip(criteria, applies).map { $1 ? $0.weight : 0 })
  }

  /// Writes the score item of a criterion; if its clause is not met, the criterion earns no points, whatever its grade.
  /// - Parameter maximum: the maximum for this application in tenths of a point; nil for that of the program.
  mutating func score<Sink: FindingSink>(
    _ criterion: CompiledCriterion, maximum: Int? = nil, _ program: CompiledProgram, into sink: inout Sink
  ) {
    if let maximum { return score(criterion, of: maximum, program, into: &sink) }
    switch outcome(of: criterion) {
    case .unmet: return sink.writePreparedItem(criterion.unmetItem, points: 0, of: criterion, program)
    case .unknown: return sink.writePreparedItem(criterion.unknownItem, points: 0, of: criterion, program)
    case .notApplicable: return sink.writePreparedItem(criterion.notApplicableItem, points: 0, of: criterion, program)
    case .met: break
    }
    if criterion.kind == .outcome {
      return sink.writePreparedItem(criterion.metItem, points: criterion.maximum, of: criterion, program)
    }
    if criterion.kind == .tiered, let tier = self.criterion(ofTiers: criterion.parts, program) {
      return score(tier, program, into: &sink)
    }
    guard let (grade, reasonNumber) = grade(criterion, program) else {
      return sink.writePreparedItem(criterion.unknownItem, points: 0, of: criterion, program)
    }
    let points = (Double(criterion.maximum) * grade).rounded()
    sink.writeItem(points: Int(points), reasonNumber: reasonNumber, of: criterion, program)
    if criterion.kind == .linear { appendValue(toReasonOf: criterion, program, into: &sink) }
  }

  /// Appends the value of the quantity to the reason of a linear grade, which has the share of the points before it.
  private mutating func appendValue<Sink: FindingSink>(
    toReasonOf criterion: CompiledCriterion, _ program: CompiledProgram, into sink: inout Sink
  ) {
    guard let amount = value(criterion.quantity, program) else { return }
    let shown = reasonNumber(amount, criterion, exponent: criterion.valueExponent, program)
    sink.appendValue(shown, toReasonOf: criterion, program)
  }

  /// Writes the score item of a criterion whose maximum depends on the application.
  private mutating func score<Sink: FindingSink>(
    _ criterion: CompiledCriterion, of maximum: Int, _ program: CompiledProgram, into sink: inout Sink
  ) {
    let messages = program.messages
    func write(_ reason: Piece, points: Int = 0) {
      sink.writeItem(points: points, maximum: maximum, reason: reason, number: nil, of: criterion, program)
    }
    switch outcome(of: criterion) {
    case .unmet: return write(messages.itemUnmet)
    case .unknown: return write(messages.itemUnknown)
    case .notApplicable: return write(messages.itemShared)
    case .met: break
    }
    if criterion.kind == .outcome { return write(messages.itemMet, points: maximum) }
    if criterion.kind == .tiered, let tier = self.criterion(ofTiers: criterion.parts, program) {
      return score(tier, of: maximum, program, into: &sink)
    }
    guard let (grade, reasonNumber) = grade(criterion, program) else { return write(messages.itemUnknown) }
    let points = (Double(maximum) * grade).rounded()
    sink.writeItem(
      points: Int(points), maximum: maximum, reason: criterion.reason, number: reasonNumber, of: criterion, program)
    if criterion.kind == .linear { appendValue(toReasonOf: criterion, program, into: &sink) }
  }

  /// Returns the outcome of the clause that a criterion rewards.
  private mutating func outcome(of criterion: CompiledCriterion) -> Outcome {
    criterion.finding < 0 ? .met : outcomes[Int(criterion.finding)]
  }

  /// Returns the share of the points that a criterion earns and the number that its reason shows; nil if it is unknown.
  private mutating func grade(
    _ criterion: CompiledCriterion, _ program: CompiledProgram
  ) -> (grade: Double, reasonNumber: Double)? {
    switch criterion.kind {
    case .outcome, .tiered: return nil
    case .share:
      var met = 0
      for part in criterion.parts where truth(program.lists[Int(part)], program) == .met { met += 1 }
      return (Double(met) / Double(criterion.parts.length), Double(met))
    case .reach:
      guard let amount = value(criterion.quantity, program) else { return nil }
      return (Self.reach(amount, criterion), reasonNumber(amount, criterion, exponent: criterion.exponent, program))
    case .linear, .quantity:
      guard let amount = value(criterion.quantity, program) else { return nil }
      let isLinear = criterion.kind == .linear
      let grade = Self.limited(isLinear ? (amount - criterion.from) / (criterion.full - criterion.from) : amount)
      return (grade, (grade * 1000).rounded())
    }
  }

  /// Returns a share of the points that is from 0 to 1.
  private static func limited(_ share: Double) -> Double { min(1, max(0, share)) }

  /// Returns the share of the points: 0 below the lower bound, rising linearly from 0.6 at that bound to 1 at the upper bound.
  private static func reach(_ value: Double, _ criterion: CompiledCriterion) -> Double {
    if value < criterion.from { return 0 }
    if value >= criterion.full { return 1 }
    return 0.6 + 0.4 * (value - criterion.from) / (criterion.full - criterion.from)
  }
}
