/// Makes a ``CompiledProgram`` of a program.
struct ProgramCompiler {
  let program: Program
  let form: CompiledForm
  var pieces = Pieces()
  var values = CompiledValues()
  var quantities: [CompiledQuantity] = []
  var checks: [CompiledCheck] = []
  var matches: [CompiledMatch] = []
  var filters: [CompiledFilter] = []
  var operands: [CompiledOperand] = []
  var directions: [CompiledDirection] = []
  var findings: [CompiledFinding] = []
  var lists: [Int32] = []
  var masks: [UInt64] = []
  var answers: [CompiledAnswer] = []
  var prefixes: Bytes = []

  init(_ program: Program, _ form: CompiledForm) {
    self.program = program
    self.form = form
  }

  /// - Parameter only: the direction that is wanted; nil for all. What no other asks for is left out, place for place.
  mutating func compile(only: Int?) {
    let wanted = program.directions.indices.filter { only == nil || $0 == only }
    let parts = program.checks.parts(of: wanted.map { program.directions[$0] })
    for index in 0..<program.checks.quantities.count {
      let id = QuantityID(index)
      if parts.quantities.contains(id) { compile(program.checks[id]) } else { quantities.append(CompiledQuantity(kind: .field)) }
    }
    for index in 0..<program.checks.checks.count {
      let id = CheckID(index)
      if parts.checks.contains(id) { compile(program.checks[id]) } else { checks.append(CompiledCheck(kind: .all)) }
    }
    for index in program.directions.indices {
      if wanted.contains(index) { compile(program.directions[index]) } else { directions.append(CompiledDirection()) }
    }
  }

  // MARK: What several kinds have

  mutating func list(_ numbers: some Sequence<Int>) -> Range<Int32> {
    let start = Int32(lists.count)
    for number in numbers { lists.append(Int32(number)) }
    return start..<Int32(lists.count)
  }

  /// Known values as bits; the first is that of all other values, whose place is -1.
  mutating func mask(_ known: Set<Int>) -> Range<Int32> {
    let start = masks.count
    for bit in known.map({ $0 + 1 }) {
      while start + bit >> 6 >= masks.count { masks.append(0) }
      masks[start + bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return Int32(start)..<Int32(masks.count)
  }

  mutating func prefix(_ prefix: Bytes) -> Range<Int32> {
    let start = Int32(prefixes.count)
    prefixes += prefix
    return start..<Int32(prefixes.count)
  }

  // MARK: Texts, each in the form that is wanted

  /// Words of a message.
  mutating func text(_ text: String) -> Piece {
    switch form {
    case .json: pieces.text(text)
    case .values: values.string(text)
    }
  }

  /// A piece of JSON; values have none.
  mutating func json(_ text: String) -> Piece {
    switch form {
    case .json: pieces.json(text)
    case .values: Piece()
    }
  }

  /// The evidence up to its value: the field at a path.
  mutating func opening(_ path: String) -> Piece {
    switch form {
    case .json: pieces.json(Self.opening(path))
    case .values: values.field(path, in: program.schema)
    }
  }

  /// The evidence up to the index of an element of the list at a path.
  mutating func element(_ path: String) -> Piece {
    switch form {
    case .json: pieces.json("{\"field\":\"\(path.escaped)[")
    case .values: values.field(path, in: program.schema)
    }
  }

  /// The evidence after its value: what is asked of it, and the unit in which the guideline does.
  /// - Parameter isQuoted: whether the value is a text, whose quote is still open.
  mutating func closing(_ required: Requirement?, unit: Unit? = nil, isQuoted: Bool = false) -> Piece {
    switch form {
    case .json: return pieces.json((isQuoted ? "\"" : "") + Self.closing(required))
    case .values:
      guard let required else { return CompiledValues.noRequirement }
      return values.requirement(required, unit)
    }
  }

  mutating func missing(_ label: String) -> Piece { text(Self.missing(label)) }

  /// The evidence's JSON up to its value.
  static func opening(_ path: String) -> String { "{\"field\":\(path.asJSON),\"value\":" }

  /// The evidence's JSON after its value.
  static func closing(_ required: Requirement?) -> String {
    guard let required else { return "}" }
    return ",\"required\":\(required.text.asJSON)}"
  }

  static func missing(_ label: String) -> String { "未填写\(label)，请补充" }

  /// What is said of a flag.
  static func flagMessage(_ field: FieldReference, _ isTrue: Bool) -> String { field.label + (isTrue ? "：是" : "：否") }

  /// What is said behind the number that is held against a bound, its unit first.
  static func phrase(_ comparison: Comparison, _ bound: Bound, _ written: Bound, isMet: Bool) -> String {
    let adjusted = bound == written ? "" : "（按配置调整，原为\(written.text)）"
    return bound.unit.name + "，" + comparison.phrase(isMet) + bound.text + adjusted
  }

  // MARK: Quantities

  private mutating func compile(_ quantity: Quantity) {
    var compiled = CompiledQuantity(
      kind: .field, label: text(quantity.label), missing: missing(quantity.label), opening: opening(quantity.path))
    switch quantity.source {
    case .field(let slot, let tally):
      compiled.slot = Int32(slot)
      if let tally {
        compiled.kind = .count
        compiled.other = Int32(tally)
      }
    case .yearly(let slot, let year):
      compiled.kind = .yearly
      compiled.slot = Int32(slot)
      compiled.other = Int32(year)
    case .length(let slot, let absence):
      compiled.kind = absence == .none ? .lengthOrNone : .length
      compiled.slot = Int32(slot)
    case .tally(let slots, let tally):
      compiled.kind = .tally
      compiled.slot = Int32(tally)
      compiled.parts = list(slots)
    case .sum(let parts):
      compiled.kind = .sum
      compiled.parts = list(parts.map(\.index))
    case .knownSum(let parts):
      compiled.kind = .knownSum
      compiled.parts = list(parts.map(\.index))
    case .computed(let call):
      compiled.kind = .computed
      compiled.call = compile(call)
    }
    quantities.append(compiled)
  }

  mutating func compile(_ call: FunctionCall) -> CompiledCall {
    let start = Int32(operands.count)
    for operand in call.operands {
      switch operand {
      case .quantity(let id): operands.append(CompiledOperand(kind: .quantity, index: Int32(id.index)))
      case .check(let id): operands.append(CompiledOperand(kind: .check, index: Int32(id.index)))
      case .text(let slot, let label, let path):
        operands.append(
          CompiledOperand(kind: .text, index: Int32(slot), missing: missing(label), opening: opening(path)))
      case .record: operands.append(CompiledOperand(kind: .record, index: -1))
      }
    }
    return CompiledCall(function: Int32(call.function), operands: start..<Int32(operands.count))
  }
}
