import KepingCore

extension Variants {
  /// The changes of what a quantity is made of.
  func of(_ id: QuantityID) -> [Variant<QuantityID>] {
    let quantity = checks[id]
    func with(_ source: Quantity.Source) -> Quantity {
      Quantity(source: source, label: quantity.label, path: quantity.path, measure: quantity.measure)
    }
    switch quantity.source {
    case .field, .length: return []
    case .yearly(let slot, let year):
      return [year - 1, year + 1].map { other in
        Variant(change: Wording("“\(quantity.label)”按\(other)年", "take \(other) for '\(quantity.label)'"), place: places[id]) {
          $0.add(with(.yearly(slot: slot, year: other)))
        }
      }
    case .tally(let slots, let tally):
      guard slots.count > 1 else { return [] }
      return slots.indices.map { place in
        Variant(change: .leavingOut(label(ofSlot: slots[place], in: tally), of: quantity.label), place: places[id]) {
          var rest = slots
          rest.remove(at: place)
          return $0.add(with(.tally(slots: rest, tally: tally)))
        }
      }
    case .sum(let parts):
      let lenient = Variant(
        change: Wording("“\(quantity.label)”只加已填写的", "add only what is given of '\(quantity.label)'"), place: places[id]
      ) { $0.add(with(.knownSum(parts))) }
      return [lenient] + sum(id, parts) { with(.sum($0)) }
    case .knownSum(let parts):
      let strict = Variant(
        change: Wording("“\(quantity.label)”须各项都已填写", "ask for every part of '\(quantity.label)'"), place: places[id]
      ) { $0.add(with(.sum(parts))) }
      return [strict] + sum(id, parts) { with(.knownSum($0)) }
    case .computed(let call): return of(call).map { $0.within { $0.add(with(.computed($1))) } }
    }
  }

  private func sum(
    _ id: QuantityID, _ parts: [QuantityID], _ whole: @escaping ([QuantityID]) -> Quantity
  ) -> [Variant<QuantityID>] {
    parts.indices.flatMap { place in
      [
        Variant(change: .leavingOut(checks[parts[place]].label, of: checks[id].label), place: places[id]) {
          var rest = parts
          rest.remove(at: place)
          return $0.add(whole(rest))
        }
      ]
        + of(parts[place]).map { variant in
          variant.within { checks, part in
            var changed = parts
            changed[place] = part
            return checks.add(whole(changed))
          }
        }
    }
  }

  /// The changes of what a function is given; the function itself is Lua, and stays.
  func of(_ call: FunctionCall) -> [Variant<FunctionCall>] {
    call.operands.indices.flatMap { place -> [Variant<FunctionCall>] in
      func with(_ operand: Operand) -> FunctionCall {
        var operands = call.operands
        operands[place] = operand
        return FunctionCall(function: call.function, operands: operands)
      }
      switch call.operands[place] {
      case .quantity(let id): return of(id).map { $0.within { with(.quantity($1)) } }
      case .check(let id): return of(id).map { $0.within { with(.check($1)) } }
      case .text, .record: return []
      }
    }
  }

  /// How a count of a tally is called, by its slot.
  private func label(ofSlot slot: Int, in tally: Int) -> String {
    schema.nodes.first { $0.tally == tally && $0.slot == slot }?.field.label ?? ""
  }
}
