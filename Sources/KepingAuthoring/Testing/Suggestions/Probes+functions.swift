import KepingCore

extension Probes {
  /// Round values for the operands of functions, of which only the function knows which matter.
  private static let amounts: [Double] = [0, 100_000, 300_000, 500_000, 1_000_000, 2_000_000, 3_000_000, 5_000_000, 10_000_000]
  private static let numbers: [Double] = [0, 1, 2, 3, 4, 5, 6, 8, 10, 12, 20, 30, 50, 60, 100]
  private static let lengths = [1, 10, 20, 30, 31, 40, 41, 50, 51, 100, 101, 200, 201, 500, 501]

  /// Returns edits that give each operand of a function round values, alone and together with another operand.
  func probes(of call: FunctionCall) -> [Edit] {
    let operands = call.operands.map { probes(of: $0) }
    var edits = operands.flatMap(\.self)
    for (first, second) in zip(operands, operands.dropFirst()) {
      for edit in first { edits += second.map { edit.adding($0) } }
    }
    return edits
  }

  private func probes(of operand: Operand) -> [Edit] {
    switch operand {
    case .quantity(let id):
      let values = checks[id].measure == .money ? Self.amounts : Self.numbers
      return values.flatMap { setting(id, to: $0) } + removing(id)
    case .check(let id): return probes(of: id)
    case .text(let slot, _, _):
      return Self.lengths.map { Edit(path(ofSlot: slot), text(of: $0)) } + [Edit(path(ofSlot: slot), .null)]
    case .record: return recordProbes
    }
  }

  private func text(of length: Int) -> JSONValue { .text(String(repeating: "字", count: length)) }

  /// Returns edits of each field that a function may read in the whole record.
  private var recordProbes: [Edit] {
    singleFields.flatMap { path, type -> [Edit] in
      switch type {
      case .text: return Self.lengths.map { Edit(path, text(of: $0)) }
      case .flag: return [Edit(path, .flag(true)), Edit(path, .flag(false))]
      case .choice(let choices, _): return choices.map { Edit(path, .text($0.value)) }
      case .money: return Self.amounts.map { Edit(path, JSONValue($0)) }
      default: return Self.numbers.map { Edit(path, JSONValue($0)) }
      }
    }
  }

  /// The fields outside of lists that have a text, a number, a flag or a choice: those of the program, and the title.
  private var singleFields: [(path: String, type: FieldType)] {
    let nodes = schema.nodes.indices.filter { schema.node(ofSlot: schema.nodes[$0].slot) == $0 }.map { schema.nodes[$0] }
    return nodes.filter { $0.origin == .program || $0.path == "title" }.compactMap { node in
      switch node.field.type {
      case .text, .flag, .choice, .money, .count, .decimal, .percent: (node.path, node.field.type)
      default: nil
      }
    }
  }

  /// Returns functions that make an edit from a whole number: the value or the length of one operand, alone and beside round
  /// values of the others.
  func scales(of call: FunctionCall) -> [(Int) -> Edit] {
    call.operands.indices.flatMap { index -> [(Int) -> Edit] in
      let rounds = [1_000, 1_000_000].map { round in
        call.operands.indices.filter { $0 != index }.reduce(Edit.none) { edit, other in
          guard case .quantity(let id) = call.operands[other] else { return edit }
          return edit.adding(setting(id, to: Double(round)).first ?? .none)
        }
      }
      let contexts = [Edit.none] + rounds.filter { !$0.values.isEmpty }
      return scales(of: call.operands[index]).flatMap { scale in contexts.map { context in { scale($0).adding(context) } } }
    }
  }

  private func scales(of operand: Operand) -> [(Int) -> Edit] {
    switch operand {
    case .quantity(let id): [{ value in setting(id, to: Double(value)).first ?? .none }]
    case .text(let slot, _, _): [textScale(path(ofSlot: slot))]
    case .check: []
    case .record:
      singleFields.compactMap { path, type in
        switch type {
        case .text: textScale(path)
        case .flag, .choice: nil
        default: { Edit(path, JSONValue(Double($0))) }
        }
      }
    }
  }

  private func textScale(_ path: String) -> (Int) -> Edit {
    { length in Edit(path, length == 0 ? .null : text(of: min(length, 2000))) }
  }
}
