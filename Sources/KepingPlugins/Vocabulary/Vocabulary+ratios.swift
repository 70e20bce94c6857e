import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Makes the node of `ratio(a, b)`, `growth(a, b)` or `mean { a, b, … }`.
  func calculation(_ word: Word, _ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    if word == .mean { return try mean(arguments, location) }
    guard arguments.count == 2 else { throw misuse(word, location) }
    let first = try operand(of: word, arguments[0], location)
    let second = try operand(of: word, arguments[1], location)
    let (left, right) = (checks[first], checks[second])
    guard left.measure == right.measure else {
      throw fault(RatioFault.differentUnits(word, left.label, right.label), at: location)
    }
    let (dividend, divisor) = (operandPath(first), operandPath(second))
    let quantity =
      word == .ratio
      ? Quantity(
        source: .ratio(first, second), label: "\(left.label)占\(right.label)的比例", path: "\(dividend) / \(divisor)", measure: .share
      )
      : Quantity(
        source: .growth(first, second), label: "\(left.label)比\(right.label)的增幅",
        path: "(\(dividend) - \(divisor)) / \(divisor)", measure: .share)
    return try make(.quantity(add(quantity, location)), location)
  }

  /// Makes the node of `a:minus(b)` or `a:times "30%"`.
  func arithmetic(_ word: Word, _ left: LuaValue, _ rest: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    let first = try operand(of: word, left, location)
    guard let argument = rest.first else { throw misuse(word, location) }
    let operand = checks[first]
    if word == .minus {
      let second = try self.operand(of: word, argument, location)
      guard operand.measure == checks[second].measure else { throw fault(RatioFault.operandsOfUnits(word), at: location) }
      let quantity = Quantity(
        source: .difference(first, second), label: "\(operand.label)减\(checks[second].label)的差额",
        path: "\(operandPath(first)) - \(operandPath(second))", measure: operand.measure)
      return try make(.quantity(add(quantity, location)), location)
    }
    let text = try self.text(argument, Wording("times 的倍数", "the factor of times"), location)
    guard let factor = Proportion(text), factor.notation != .pair, factor.number.sign > 0 else {
      throw fault(RatioFault.factor(text), at: location)
    }
    let reason = try rest.dropFirst().first.map { try self.reason($0, Wording("倍数的理由", "the factor's reason"), location) }
    let bound: Bound
    do throws(Diagnostic) { bound = try Bound(share: text) } catch { throw fault(error.code, at: location, error.wording) }
    let quantity = Quantity(
      source: .product(first, QuantityFactor(bound, reason: reason)),
      label: operand.label + QuantityFactor(bound, reason: reason).phrase,
      path: "\(operandPath(first)) * \(factor.text)", measure: operand.measure)
    return try make(.quantity(add(quantity, location)), location)
  }

  /// Makes the node of `mean({ a, b, … }, "label")`.
  private func mean(_ arguments: [LuaValue], _ location: LuaLocation) throws -> LuaValue {
    guard case .table(let table)? = arguments.first, table.list.count > 1, table.named.isEmpty, table.otherKeys.isEmpty else {
      throw misuse(.mean, location)
    }
    try charge(10 * table.list.count)
    let parts = try table.list.map { try operand(of: .mean, $0, location) }
    let measures = Set(parts.map { checks[$0].measure })
    guard measures.count == 1, let measure = measures.first else { throw fault(RatioFault.operandsOfUnits(.mean), at: location) }
    try requireShortTexts(of: parts, location)
    let given =
      try arguments.count > 1 && arguments[1] != .nil
      ? text(arguments[1], Wording("mean 的名称", "the label of mean"), location) : nil
    let quantity = Quantity(
      source: .mean(parts), label: given ?? parts.map { checks[$0].label }.joined(separator: "、") + "的平均值",
      path: "mean(\(parts.map { checks[$0].path }.joined(separator: ", ")))", measure: measure)
    return try make(.quantity(add(quantity, location)), location)
  }

  /// Returns the quantity that is an operand of a word; a ratio, a growth or a span between dates is none.
  private func operand(of word: Word, _ value: LuaValue, _ location: LuaLocation) throws -> QuantityID {
    let id = try quantity(value, location)
    guard checks[id].measure != .share else { throw fault(RatioFault.ratioAsOperand(of: word.name), at: location) }
    try requireNoSpans([id], location)
    return id
  }

  /// Returns the path of an operand, in brackets if it is a calculation itself.
  private func operandPath(_ id: QuantityID) -> String {
    let path = checks[id].path
    switch checks[id].source {
    case .sum, .knownSum, .difference, .product: return "(\(path))"
    case .field, .yearly, .length, .tally, .computed, .elements, .span, .mean, .ratio, .growth: return path
    }
  }

  /// Rejects parts whose labels or paths would be too long together, before these are made.
  func requireShortTexts(of parts: [QuantityID], _ location: LuaLocation) throws {
    let lengths = parts.reduce(into: (label: 6, path: 0)) { sum, part in
      sum.label += checks[part].label.utf8.count + 3
      sum.path += checks[part].path.utf8.count + 3
    }
    guard max(lengths.label, lengths.path) <= Self.maximumLabel + 6 else {
      throw fault(VocabularyFault.quantityTooComplex, at: location)
    }
  }
}
