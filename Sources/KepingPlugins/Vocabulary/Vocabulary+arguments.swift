import KepingCore
import LuaRuntime

extension Vocabulary {
  /// Returns the quantity of a value: a quantity's node, or a field that contains a number.
  func quantity(_ value: LuaValue?, _ location: LuaLocation) throws -> QuantityID {
    if case .handle(let handle)? = value {
      switch node(handle) {
      case .quantity(let id): return id
      case .field(let index):
        let node = schema.nodes[index]
        if let measure = node.field.type.name.kind.use.measure {
          return try add(
            Quantity(
              source: .field(slot: node.slot, tally: node.tally), label: label(of: index), path: node.path,
              measure: measure), location)
        }
        throw fault(ArgumentFault.fieldNotQuantity(path: node.path, node.field.type), at: location)
      case let other:
        throw fault(ArgumentFault.nodeNotQuantity(other), at: location)
      }
    }
    throw fault(ArgumentFault.valueNotQuantity(value), at: location)
  }

  /// Returns the check of a value: a check's node, or a field that is true or false.
  func check(_ value: LuaValue?, _ location: LuaLocation) throws -> CheckID {
    if case .handle(let handle)? = value {
      switch node(handle) {
      case .check(let id): return id
      case .mark(let decision): return try undecidedCheck(decision, location)
      case .field(let index):
        if case .check = schema.nodes[index].field.type.name.kind.use {
          return try add(.isTrue(IsTrueCheck(reference(index))), location)
        }
        throw fault(ArgumentFault.fieldNotCheck(path: schema.nodes[index].path), at: location)
      case let other:
        throw fault(ArgumentFault.nodeNotCheck(other), at: location)
      }
    }
    throw fault(ArgumentFault.valueNotCheck(value), at: location)
  }

  /// Returns the checks of a list that is not empty.
  func checkList(_ value: LuaValue?, _ word: Word, _ location: LuaLocation) throws -> [CheckID] {
    guard case .table(let table)? = value, !table.list.isEmpty, table.named.isEmpty, table.otherKeys.isEmpty else {
      throw misuse(word, location)
    }
    return try table.list.enumerated().map { index, value in
      try readingItem(index + 1, of: word) { try check(value, location) }
    }
  }

  /// Returns the bound of a value, which must be a text with a unit that fits the quantity.
  func bound(_ value: LuaValue?, of quantity: QuantityID?, _ location: LuaLocation) throws -> Bound {
    guard case .text(let text)? = value else {
      let measure = quantity.map { checks[$0].measure }
      let example = measure == .count ? "1项" : measure == .share || measure == .percent ? "30%" : "100万元"
      throw fault(BoundFault.notText(value, example: example), at: location)
    }
    let bound: Bound
    do {
      bound =
        switch quantity.map({ checks[$0].measure }) {
        case .share: try Bound(share: text)
        case .plain: try Bound(plain: text)
        default: try Bound(text)
        }
    } catch let error as Diagnostic {
      let wording = error.wording.suggestingBound(text, for: quantity.map { checks[$0].measure })
      throw fault(error.code, at: location, wording, about: .written(text))
    }
    if let quantity {
      try requireUnit(of: quantity, in: bound, location)
      try requireUnit(of: bound, toFit: checks[quantity], location)
    }
    return bound
  }

  /// Returns the argument after a bound, which says why the bound does not appear in the quote; nil if it is absent.
  func boundReason(_ arguments: [LuaValue], _ location: LuaLocation) throws -> String? {
    guard arguments.count > 1 else { return nil }
    return try reason(arguments[1], Wording("界限的理由", "the bound's reason"), location)
  }

  /// Requires that the unit of a bound fits a quantity.
  func requireUnit(of bound: Bound, toFit measured: Quantity, _ location: LuaLocation) throws {
    guard measured.measure.accepts(bound.unit) else {
      throw fault(BoundFault.wrongUnit(measured, bound: bound.text), at: location)
    }
    if case .growth = measured.source, bound.proportion?.notation == .pair {
      throw fault(RatioFault.pairForGrowth(bound.text), at: location)
    }
    guard measured.measure != .count || bound.value == bound.value.rounded() else {
      throw fault(BoundFault.notWhole(measured, bound: bound.text), at: location)
    }
  }

  /// Returns a prefix of a division code: 1 to 6 digits.
  func divisionPrefix(_ value: LuaValue?, _ location: LuaLocation) throws -> String {
    let prefix = try text(value, Wording("行政区划代码", "a division code"), location)
    guard prefix.utf8.count <= 6, prefix.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else {
      throw fault(ArgumentFault.divisionPrefix, at: location)
    }
    return prefix
  }

  /// Returns a text that is not empty; `name` names it in messages.
  func text(_ value: LuaValue?, _ name: Wording, _ location: LuaLocation) throws -> String {
    guard case .text(let text)? = value, !text.isEmpty else {
      throw fault(ArgumentFault.notText(name, value), at: location)
    }
    return text
  }

  /// Returns a reason: a text with at least one letter, such as a Chinese character.
  ///
  /// A plugin of `api: 1` may have any text.
  func reason(_ value: LuaValue?, _ name: Wording, _ location: LuaLocation) throws -> String {
    let reason = try text(value, name, location)
    guard plugin.manifest.api == 1 || reason.unicodeScalars.contains(where: \.properties.isAlphabetic) else {
      throw fault(ArgumentFault.blankReason(name, reason), at: location)
    }
    return reason
  }

  /// Rejects texts that are too long or contain control characters, as texts reach screens, results and reports.
  func requirePlain(_ value: LuaValue, atMost length: Int, _ location: LuaLocation) throws {
    switch value {
    case .text(let text):
      if let problem = text.problem(atMost: length) {
        let isSplit = text.contains { $0.isNewline }
        throw fault(
          "invalid-text", at: location,
          isSplit ? Wording("一段文字要写在一行里，不能换行（\\n）", "a text must be on one line, without line breaks (\\n)") : problem,
          about: isSplit ? currentItem : .written(text))
      }
    case .table(let table):
      for element in table.list { try requirePlain(element, atMost: length, location) }
      for (name, element) in table.named {
        try requirePlain(.text(name), atMost: 300, location)
        try requirePlain(element, atMost: length, location)
      }
    default: break
    }
  }

  /// Returns the reference to the field that has an index in the schema.
  func reference(_ index: Int) -> FieldReference {
    let node = schema.nodes[index]
    let field = node.field
    return FieldReference(
      slot: node.slot,
      field: Field(
        field.name, label(of: index), field.type, isRequired: field.isRequired, absence: field.absence,
        isPrivate: field.isPrivate),
      path: node.path)
  }

  /// Returns the label by which findings name a field.
  func label(of index: Int) -> String { schema.nodes[index].field.label }

  /// Adds the quantity of one year, from 0 to 9999, of a yearly amount.
  func yearly(_ index: Int, _ year: Int, _ location: LuaLocation) throws -> QuantityID {
    let node = schema.nodes[index]
    let when =
      switch plugin.manifest.year - year {
      case 0: "本年（\(year)年）"
      case 1: "上年（\(year)年）"
      case 2: "前年（\(year)年）"
      default: "\(year)年"
      }
    return try add(
      Quantity(
        source: .yearly(slot: node.slot, year: year), label: when + node.field.label, path: "\(node.path).\(year)",
        measure: .money), location)
  }

  /// Adds the sum of quantities that have the same measure; a lenient sum ignores unknown parts if any part is known.
  func sum(_ parts: [QuantityID], isLenient: Bool, _ location: LuaLocation) throws -> QuantityID {
    try requireNoSpans(parts, location)
    let measures = Set(parts.map { checks[$0].measure })
    guard measures.count == 1, let measure = measures.first else {
      throw fault(BoundFault.sumOfUnits(parts.map { checks[$0].label }), at: location)
    }
    guard measure != .share else { throw fault(RatioFault.ratioAsOperand(of: isLenient ? Word.totalOf.name : "+"), at: location) }
    // The label and the path are made only if they are not too long.
    try requireShortTexts(of: parts, location)
    return try add(
      Quantity(
        source: isLenient ? .knownSum(parts) : .sum(parts), label: parts.map { checks[$0].label }.joined(separator: "与") + "合计",
        path: parts.map { checks[$0].path }.joined(separator: " + "), measure: measure), location)
  }
}
