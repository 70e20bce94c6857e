import KepingCore

extension Probes {
  /// Returns edits that give a quantity each of several values in every way that its parts allow, and edits without its fields.
  func probes(of id: QuantityID, at values: [Double]) -> [Edit] {
    values.flatMap { setting(id, to: $0) } + removing(id) + incomplete(id, values)
  }

  /// Returns edits that should give a quantity a value: one for each part that can have it while the others have nothing.
  func setting(_ id: QuantityID, to value: Double) -> [Edit] {
    switch checks[id].source {
    case .field(let slot, _): return [Edit(path(ofSlot: slot), JSONValue(value))]
    case .yearly(let slot, let year):
      let path = path(ofSlot: slot)
      return [Edit("\(path).\(year)", JSONValue(value)), Edit(path, .object([JSONValue.Member("\(year)", JSONValue(value))]))]
    case .length(let slot, _):
      guard let count = Int(exactly: value), (0...20).contains(count) else { return [] }
      return [Edit(path(ofSlot: slot), .list(Array(repeating: element(ofListIn: slot), count: count)))]
    case .tally(let slots, let tally): return setting(slots, of: tally, to: value)
    case .sum(let parts), .knownSum(let parts):
      return parts.indices.flatMap { index in
        let others = nothing(in: parts.indices.filter { $0 != index }.map { parts[$0] })
        return setting(parts[index], to: value).map { $0.adding(others) }
      }
    case .mean(let parts):
      let same = parts.reduce(Edit.none) { $0.adding(setting($1, to: value).first ?? .none) }
      let single = parts.indices.flatMap { index in
        let others = nothing(in: parts.indices.filter { $0 != index }.map { parts[$0] })
        return setting(parts[index], to: product(value, Double(parts.count))).prefix(2).map { $0.adding(others) }
      }
      return [same] + single
    case .elements(let elements): return setting(elements, to: value)
    case .span(let span): return setting(span, to: value)
    case .difference(let first, let second):
      let (edit, amount) = anchor(second)
      return setting(first, to: value).prefix(4).map { $0.adding(setting(second, to: 0).first ?? .none) }
        + setting(first, to: sum(amount, value)).map { $0.adding(edit) }
    case .product(let operand, let factor):
      guard let proportion = factor.bound.proportion?.value.nearest, proportion > 0 else { return [] }
      return setting(operand, to: value / proportion)
    case .ratio(let first, let second): return setting(first, over: second, to: value)
    case .growth(let first, let second): return setting(first, over: second, to: sum(1, value))
    case .computed(let call): return probes(of: call)
    }
  }

  /// Returns edits that give the counts of a tally a sum: in one count after the other, and one each in several of them.
  private func setting(_ slots: [Int], of tally: Int, to value: Double) -> [Edit] {
    let whole = path(ofSlot: tally)
    if value == 0 { return [Edit(whole, .object([]))] }
    let single = slots.map { Edit(whole, counts([$0], of: whole, value)) }
    guard let size = Int(exactly: value), size > 1, slots.count > 1 else { return single }
    return single
      + stride(from: 0, to: slots.count, by: size).filter { $0 == 0 || $0 + size <= slots.count }.map { start in
        Edit(whole, counts(Array(slots[start..<min(start + size, slots.count)]), of: whole, 1))
      }
  }

  /// Returns a tally in which some counts have a value.
  private func counts(_ slots: [Int], of whole: String, _ value: Double) -> JSONValue {
    var tally = Edit.none
    for slot in slots { tally = tally.adding(Edit(String(path(ofSlot: slot).dropFirst(whole.count + 1)), JSONValue(value))) }
    return tally.applied(to: .null) ?? .null
  }

  /// Returns edits that give the quotient of two quantities a value, with a divisor that makes it exact, or with the smallest one.
  private func setting(_ first: QuantityID, over second: QuantityID, to value: Double) -> [Edit] {
    [1_000_000, 1].flatMap { divisor in
      setting(second, to: divisor).prefix(divisor == 1 ? 1 : Self.maximumAlternatives).flatMap { edit in
        setting(first, to: product(divisor, value)).prefix(divisor == 1 ? 1 : Self.maximumAlternatives).map { $0.adding(edit) }
      }
    }
  }

  /// Returns an edit that makes quantities 0.
  private func nothing(in parts: [QuantityID]) -> Edit {
    parts.reduce(.none) { $0.adding(setting($1, to: 0).first ?? .none) }
  }

  /// Returns an edit that gives a quantity a round value, and the value.
  func anchor(_ id: QuantityID) -> (edit: Edit, value: Double) {
    if case .product(let operand, let factor) = checks[id].source, let proportion = factor.bound.proportion?.value.nearest {
      let inner = anchor(operand)
      return (inner.edit, product(inner.value, proportion))
    }
    let value = checks[id].measure == .money ? 1_000_000.0 : 10
    return (setting(id, to: value).first ?? .none, value)
  }

  /// Returns edits that leave a quantity unknown, one for each of its fields.
  func removing(_ id: QuantityID) -> [Edit] {
    switch checks[id].source {
    case .field(let slot, let tally): return [Edit(path(ofSlot: tally ?? slot), .null)]
    case .yearly(let slot, let year): return [Edit("\(path(ofSlot: slot)).\(year)", .null), Edit(path(ofSlot: slot), .null)]
    case .length(let slot, _): return [Edit(path(ofSlot: slot), .null)]
    case .tally(_, let tally): return [Edit(path(ofSlot: tally), .null)]
    case .elements(let elements): return [Edit(elements.match.list.path, .null)]
    case .span(let span): return [span.start, span.end].compactMap(\.field).map { Edit($0.path, .null) }
    case .sum(let parts), .knownSum(let parts), .mean(let parts):
      return parts.flatMap { removing($0) } + [parts.reduce(.none) { $0.adding(removing($1).first ?? .none) }]
    case .difference(let first, let second): return removing(first) + removing(second)
    case .product(let operand, _): return removing(operand)
    case .ratio(let first, let second), .growth(let first, let second):
      let zero = setting(second, to: 0).prefix(1)
      return removing(first) + removing(second) + zero
        + [0, 1].flatMap { value in setting(first, to: value).prefix(1).flatMap { edit in zero.map { edit.adding($0) } } }
    case .computed(let call):
      return call.operands.flatMap { operand -> [Edit] in
        switch operand {
        case .quantity(let part): return removing(part)
        case .check(let part): return making(part, .unknown)
        case .text(let slot, _, _): return [Edit(path(ofSlot: slot), .null)]
        case .record: return []
        }
      }
    }
  }

  /// Returns edits that give one part of a sum a value while another part is absent.
  private func incomplete(_ id: QuantityID, _ values: [Double]) -> [Edit] {
    switch checks[id].source {
    case .sum(let parts), .knownSum(let parts):
      return parts.indices.flatMap { index -> [Edit] in
        let absent = parts.indices.filter { $0 != index }.reduce(Edit.none) { $0.adding(removing(parts[$1]).first ?? .none) }
        return values.flatMap { setting(parts[index], to: $0).prefix(1) }.map { $0.adding(absent) }
      }
    case .ratio(let first, let second), .growth(let first, let second), .difference(let first, let second):
      return [first, second].flatMap { incomplete($0, values) }
    default: return []
    }
  }

  /// Returns a product as people would write it, without the rounding errors of binary fractions.
  func product(_ first: Double, _ second: Double) -> Double { (ExactDecimal(first) * ExactDecimal(second)).nearest }

  /// Returns a sum as people would write it.
  func sum(_ first: Double, _ second: Double) -> Double { (ExactDecimal(first) + ExactDecimal(second)).nearest }
}
