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
    case .record: return []
    }
  }

  private func text(of length: Int) -> JSONValue { .text(String(repeating: "字", count: length)) }

  /// Returns the whole numbers and text lengths that a clause's functions receive, as functions that make an edit from a number.
  func scales(of call: FunctionCall) -> [(Int) -> Edit] {
    call.operands.compactMap { operand in
      switch operand {
      case .quantity(let id): { value in setting(id, to: Double(value)).first ?? .none }
      case .text(let slot, _, _): { length in Edit(path(ofSlot: slot), text(of: min(length, 2000))) }
      case .check, .record: nil
      }
    }
  }
}
