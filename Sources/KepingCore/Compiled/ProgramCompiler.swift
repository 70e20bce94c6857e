/// Builds the parts of a ``CompiledProgram``.
struct ProgramCompiler {
  let program: Program
  let form: CompiledForm
  var pieces = Pieces()
  var values = CompiledValues()
  var quantities: [CompiledQuantity] = []
  var checks: [CompiledCheck] = []
  var matches: [CompiledMatch] = []
  var filters: [CompiledFilter] = []
  var dates: [CompiledDates] = []
  var spans: [CompiledSpan] = []
  var operands: [CompiledOperand] = []
  var directions: [CompiledDirection] = []
  var findings: [CompiledFinding] = []
  var tierCriteria: [CompiledCriterion] = []
  var lists: [Int32] = []
  var masks: [UInt64] = []
  var answers: [CompiledAnswer] = []
  var prefixes: Bytes = []
  var exact = CompiledExact()

  init(_ program: Program, _ form: CompiledForm) {
    self.program = program
    self.form = form
  }

  /// Compiles the directions with the quantities and checks that they use.
  ///
  /// Quantities, checks and directions that are not needed are replaced by empty ones, so that all indices stay the same.
  /// - Parameter only: the index of the only direction to compile; nil for all.
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

  // MARK: Ranges in the shared arrays

  /// Stores indices and returns their range in ``CompiledProgram/lists``.
  mutating func list(_ numbers: some Sequence<Int>) -> Range<Int32> {
    let start = Int32(lists.count)
    for number in numbers { lists.append(Int32(number)) }
    return start..<Int32(lists.count)
  }

  /// Stores a set of known values as bits and returns its range in ``CompiledProgram/masks``.
  ///
  /// The first bit represents all values that are not choices, whose index is -1.
  mutating func mask(_ known: Set<Int>) -> Range<Int32> {
    let start = masks.count
    for bit in known.map({ $0 + 1 }) {
      while start + bit >> 6 >= masks.count { masks.append(0) }
      masks[start + bit >> 6] |= 1 << UInt64(bit & 63)
    }
    return Int32(start)..<Int32(masks.count)
  }

  /// Stores a prefix and returns its range in ``CompiledProgram/prefixes``.
  mutating func prefix(_ prefix: Bytes) -> Range<Int32> {
    let start = Int32(prefixes.count)
    prefixes += prefix
    return start..<Int32(prefixes.count)
  }

  // MARK: Texts in the form of the compiled program

  /// Stores a text of a message.
  mutating func text(_ text: String) -> Piece {
    switch form {
    case .json: pieces.text(text)
    case .values: values.string(text)
    }
  }

  /// Stores a piece of JSON; returns an empty piece if the program is compiled for values.
  mutating func json(_ text: String) -> Piece {
    switch form {
    case .json: pieces.json(text)
    case .values: Piece()
    }
  }

  /// Stores the JSON of the evidence about a path before its value; if the program is compiled for values, the field at the path.
  mutating func opening(_ path: String) -> Piece {
    switch form {
    case .json: pieces.json(Self.opening(path))
    case .values: values.field(path, in: program.schema)
    }
  }

  /// Stores the JSON of the evidence about an element before its index; if the program is compiled for values, the list's field.
  /// - Parameter path: the path of the list.
  mutating func element(_ path: String) -> Piece {
    switch form {
    case .json: pieces.json("{\"field\":\"\(path.escaped)[")
    case .values: values.field(path, in: program.schema)
    }
  }

  /// Stores the JSON of the evidence after its value; if the program is compiled for values, the requirement.
  /// - Parameters:
  ///   - unit: the unit in which the guideline states the requirement.
  ///   - isQuoted: whether the value is a text whose closing quote is still missing.
  mutating func closing(_ required: Requirement?, unit: Unit? = nil, isQuoted: Bool = false) -> Piece {
    switch form {
    case .json: return pieces.json((isQuoted ? "\"" : "") + Self.closing(required))
    case .values:
      guard let required else { return CompiledValues.noRequirement }
      return values.requirement(required, unit)
    }
  }

  /// Stores the message that asks for a value that is absent.
  mutating func missing(_ label: String) -> Piece { text(Self.missing(label)) }

  /// Returns the JSON of the evidence before its value.
  static func opening(_ path: String) -> String { "{\"field\":\(path.asJSON),\"value\":" }

  /// Returns the JSON of the evidence after its value.
  static func closing(_ required: Requirement?) -> String {
    guard let required else { return "}" }
    return ",\"required\":\(required.text.asJSON)}"
  }

  /// Returns the message that asks for a value that is absent.
  static func missing(_ label: String) -> String { "未填写\(label)，请补充" }

  /// Returns the message about a flag.
  static func flagMessage(_ field: FieldReference, _ isTrue: Bool) -> String { field.label + (isTrue ? "：是" : "：否") }

  /// Returns the text after a number that is compared with a bound, starting with its unit.
  /// - Parameters:
  ///   - bound: the bound in effect.
  ///   - written: the bound as written in the plugin; the text mentions it if it differs.
  static func phrase(_ comparison: Comparison, _ bound: Bound, _ written: Bound, isMet: Bool) -> String {
    bound.unit.name + "，" + comparison.phrase(isMet) + bound.text + bound.adjustment(from: written)
  }

  // MARK: Quantities

  private mutating func compile(_ quantity: Quantity) {
    var compiled = CompiledQuantity(
      kind: .field, label: text(quantity.label), missing: missing(quantity.label), opening: opening(of: quantity))
    compiled.measure = quantity.measure
    compiled.isExact = quantity.source.isExact
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
      compiled.isExact = parts.contains { quantities[$0.index].isExact }
    case .knownSum(let parts):
      compiled.kind = .knownSum
      compiled.parts = list(parts.map(\.index))
      compiled.isExact = parts.contains { quantities[$0.index].isExact }
    case .elements(let elements): compile(elements, in: &compiled)
    case .span(let span):
      compiled.kind = .span
      compiled.slot = Int32(spans.count)
      compile(span)
    case .computed(let call):
      compiled.kind = .computed
      compiled.call = compile(call)
    case .difference, .product, .mean, .ratio, .growth: compileExact(quantity, into: &compiled)
    }
    quantities.append(compiled)
  }

  /// Stores the operands of a function call and returns its compiled form.
  mutating func compile(_ call: FunctionCall) -> CompiledCall {
    let start = Int32(operands.count)
    for operand in call.operands {
      switch operand {
      case .quantity(let id): operands.append(CompiledOperand(kind: .quantity, index: Int32(id.index)))
      case .check(let id): operands.append(CompiledOperand(kind: .check, index: Int32(id.index)))
      case .text(let slot, let label, let path):
        operands.append(
          CompiledOperand(
            kind: .text, index: Int32(slot), isPrivate: program.schema.isPrivate(path), missing: missing(label),
            opening: opening(path)))
      case .record: operands.append(CompiledOperand(kind: .record, index: -1))
      }
    }
    return CompiledCall(function: Int32(call.function), operands: start..<Int32(operands.count))
  }
}
