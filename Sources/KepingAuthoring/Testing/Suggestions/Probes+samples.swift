import KepingCore

extension Probes {
  /// Returns an edit that fills in a field if the application lacks it.
  func samples(of slot: Int) -> [Edit] {
    guard let node = schema.node(ofSlot: slot) else { return [] }
    let path = schema.nodes[node].path
    if base.member(path) != nil { return [.none] }
    return [Edit(path, sample(schema.nodes[node].field.type, node))]
  }

  /// Returns a list with or without an element, or no list.
  func list(_ truth: Truth, of field: FieldReference) -> JSONValue {
    switch truth {
    case .met: .list([element(ofListIn: field.slot)])
    case .unmet: .list([])
    case .unknown: .null
    }
  }

  /// Returns an element of a list with what the list requires.
  func element(ofListIn slot: Int) -> JSONValue {
    guard let node = schema.node(ofSlot: slot) else { return .null }
    if case .texts(let choices) = schema.nodes[node].field.type { return .text(choices.first?.value ?? "示例（虚构）") }
    let required = schema.nodes[node].children.filter { schema.nodes[$0].field.isRequired }
    return .object(required.map { JSONValue.Member(schema.nodes[$0].field.name, sample(schema.nodes[$0].field.type, $0)) })
  }

  private func sample(_ type: FieldType, _ node: Int) -> JSONValue {
    switch type {
    case .text, .creditCode: return .text("示例（虚构）")
    case .division: return .text("451002")
    case .time: return .text("2024-03-01T10:00:00+08:00")
    case .date: return .text("2024-03-01")
    case .choice(let choices, _): return .text(choices.first?.value ?? "其他（虚构）")
    case .flag: return .flag(true)
    case .count, .decimal, .percent: return .number("1")
    case .year: return .number("2020")
    case .money: return .number("1000000")
    case .texts, .objects: return .list([])
    case .yearlyMoney, .tally: return .object([])
    case .object:
      let required = schema.nodes[node].children.filter { schema.nodes[$0].field.isRequired }
      return .object(required.map { JSONValue.Member(schema.nodes[$0].field.name, sample(schema.nodes[$0].field.type, $0)) })
    }
  }

  /// Returns registered division codes that begin with a prefix, or codes that do not: one that shares all but the last digit of
  /// the prefix, and one that shares nothing with it.
  func regions(_ prefix: Bytes, inside: Bool) -> [String] {
    if inside { return [code(prefix) { _ in true }].compactMap(\.self) }
    let far = prefix.first == UInt8(ascii: "1") ? Bytes("31".utf8) : Bytes("11".utf8)
    let near = prefix.count > 1 ? code(Bytes(prefix.dropLast())) { !$0.starts(with: prefix) } : nil
    return [near, code(far) { !$0.starts(with: prefix) }].compactMap(\.self)
  }

  /// Returns the first registered code with a prefix, or any code with it if none is registered.
  private func code(_ prefix: Bytes, where isWanted: (Bytes) -> Bool) -> String? {
    let digits = max(0, 6 - prefix.count)
    let count = (0..<digits).reduce(1) { number, _ in number * 10 }
    var fallback: String?
    for number in 0..<count {
      let end = String(number)
      let code = prefix.text + (digits == 0 ? "" : String(repeating: "0", count: digits - end.count) + end)
      guard isWanted(Bytes(code.utf8)) else { continue }
      if DivisionRegister.contains(Array(code.utf8)[...]) { return code }
      fallback = fallback ?? code
    }
    return fallback
  }
}
